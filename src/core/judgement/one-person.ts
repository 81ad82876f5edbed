import { createFullestName } from "#core/speech/fullest-name.ts";

/**
 * Makes the test whether two names of an article are one person's: "Brekke" and "Mayor Tom Brekke" are, where it names no other
 * Brekke.
 */
export function createOnePerson(body: string): (one: string, other: string) => boolean {
  const fullest = createFullestName(body);
  return (one, other) => {
    const [own, others] = [fullest(one).toLowerCase(), fullest(other).toLowerCase()];
    return own === others || isTail(own, others) || isTail(others, own);
  };
}

/** "Ambassador to the United States Hamdullah Mohib" ends in the whole name; "Ann Dar" does not end the name of "Dar". */
function isTail(short: string, long: string): boolean {
  return short.includes(" ") && long.endsWith(` ${short}`);
}
