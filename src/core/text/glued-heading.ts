// "How to applyStudents", "Our historyThe mill": a sub-head in capitals that lost its line break.
const GLUED =
  /^(?<head>\p{Lu}[\p{L}’'-]*,?(?: (?:\p{Lu}[\p{L}’'-]*,?|of|and|the|for|to|in|a|an|with|your|our|&)){1,8}?(?<=\p{Ll}{3}))(?<next>\p{Lu}\p{Ll}*) \p{Ll}/u;
const OPENS =
  /^(?:The|This|These|That|Those|A|An|In|On|At|As|For|With|After|Our|Your|We|It|If|When|To|By|From|Each|All|Every|Since|While)$/u;
/** Names are written so too, "PlayStation": two such words that are no names make one. */
const MANY = 2;

/** Length of a sub-head that is glued to the first sentence of its paragraph, in a body with so many of them; 0 where there is none. */
export function headingLength(line: string, glued: number): number {
  const found = GLUED.exec(line)?.groups;
  if (found?.head === undefined || found.next === undefined) return 0;
  return OPENS.test(found.next) || glued >= MANY ? found.head.length : 0;
}

/** As many as are looked at: their number tells by then. */
const MOST = 12;

/** Paragraphs of a body that open so, each with a word of its own. */
export function countGlued(body: string): number {
  const words = body.split("\n").flatMap((line) => {
    const found = GLUED.exec(line)?.groups;
    const last = found?.head?.split(" ").at(-1);
    return last === undefined ? [] : [`${last}${found?.next}`];
  });
  return words.slice(0, MOST).filter((word) => body.split(word).length === 2).length;
}
