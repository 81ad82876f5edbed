/** Offices that say nothing where nobody says of what: "president", "Chief Executive". */
const OFFICE =
  /^(?:(?:former|ex|acting|interim|then|deputy|vice|co|senior|executive|managing|assistant|associate|chief|first|joint|new|current|outgoing|incoming|longtime|top|retired|operating|financial)[ -])*(?:president|vice-president|vp|ceo|cfo|coo|cto|chair|chairman|chairwoman|chairperson|director|executive|manager|officer|boss|head|chief|founder|co-founder|cofounder|owner|co-owner|member|minister|secretary|treasurer|deputy|official|aide|assistant|leader|spokes(?:man|woman|person)|administrator|commissioner|publisher|partner|counsel|md)$/iu;
// "director Ada Voss" makes films; the others are how one is addressed, and go before a name alone.
const WHOLE =
  /^(?:director|Chief|Officer|Deputy|Commissioner|Secretary|(?:Prime |First |Chief )?Minister)$/u;

/** Says whether a role is an office alone, so that a fuller one says more. */
export function isBareOffice(role: string): boolean {
  return !WHOLE.test(role) && OFFICE.test(role);
}

const OF_STATE =
  /\b(?:White House|Congress|Senate|Kremlin|parliament\w*|presidenc\w+|presidential\w*|ministers?|ministry|government|cabinet|Republicans?|Democrats?|election\w*|troops|sanctions|nation|country|diplomat\w*)\b/gu;
const OF_BODIES =
  /\b(?:universit\w+|college|campus|students?|compan\w+|firms?|shareholders?|Inc|Corp|club|league|association|union|customers|quarterly)\b/giu;

/**
 * The role as a brief may print it; `null` for an office whose body only the article tells. A president
 * whom the article calls by that and the surname is a state's; so is one in an article about states.
 */
export function printedRole(name: string, role: string | null, body: string): string | null {
  // "Prince Rolf" says it already.
  if (role !== null && name.startsWith(`${role} `)) return null;
  if (role === null || !isBareOffice(role)) return role;
  if (!/^(?:Vice )?President$/u.test(role)) return null;
  const called = body.includes(`President ${name.split(" ").at(-1)}`);
  if (called || /\bWhite House\b|\bKremlin\b/u.test(body)) return role;
  return count(body, OF_STATE) >= count(body, OF_BODIES) ? role : null;
}

function count(body: string, words: RegExp): number {
  return body.match(words)?.length ?? 0;
}
