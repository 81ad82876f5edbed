const LETTERS = /^(?:[Tt]he )?(?<letters>\p{Lu}{3,6})$/u;
const SMALL = /^(?:of|for|and|the|on|in|to|at|&)$/u;
/** How much of what stands before the letters is looked at, in UTF-16 units. */
const LONGEST = 100;

/**
 * "the TWA", where the article has "the Tarn Water Authority (TWA)": the name that it writes out, whose initials the
 * letters are. As it was, where nothing spells it out.
 */
export function spelledOut(body: string, name: string): string {
  const { letters = "" } = LETTERS.exec(name)?.groups ?? {};
  if (letters === "") return name;
  for (const mark of [` (${letters})`, `, ${letters},`]) {
    const at = body.indexOf(mark);
    const full = at < 0 ? null : endingIn(body.slice(Math.max(0, at - LONGEST), at), letters);
    if (full !== null) return full;
  }
  return name;
}

/** The words at the end of a line that have these initials; small words have none. */
function endingIn(before: string, letters: string): string | null {
  const words = before.slice(before.lastIndexOf("\n") + 1).split(" ");
  let left = letters.length;
  for (let at = words.length - 1; at >= 0; at -= 1) {
    const word = words[at] ?? "";
    if (SMALL.test(word)) continue;
    if (!/^\p{Lu}[\p{L}’'-]+$/u.test(word) || word.charAt(0) !== letters[left - 1]) return null;
    left -= 1;
    if (left === 0) return words.slice(at).join(" ");
  }
  return null;
}
