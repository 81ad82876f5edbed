// Some said yes. | One party taxes. | On the one hand, boats pay.
const ONE =
  /^["'“‘(]*(?:(?:But|And|While|So|Yet),? )?(?<one>Some|On (?:the )?one hand|In one|At one|One)(?! (?:day|morning|evening|night|week|year|month|time|thing|reason|of the (?:most|best|first|largest|biggest)|another|hundred|thousand|million|in)\b)(?: (?<noun>\p{Ll}[\p{L}-]+))?/u;
const OTHERS =
  /^["'“‘(]*(?:(?:but|and|while|yet|meanwhile|still),? )?(?:some |many |most )?others?\b(?! than)/i;
const OTHER = /^["'“‘(]*(?:(?:but|and|while|yet|meanwhile),? )?(?:in |at )?the other\b/i;
const OTHER_HAND = /^["'“‘(]*(?:(?:but|and|while|yet),? )?on the other\b/i;
/** It has both halves itself. */
const BOTH = /\b(?:others?|another|while|whereas)\b/i;

/** Says whether one of the sentences behind tells the other half of a contrast that a sentence begins. */
export function halves(text: string, behind: readonly string[]): boolean {
  const found = ONE.exec(text)?.groups;
  if (found === undefined || BOTH.test(text)) return false;
  const { one = "", noun } = found;
  return behind.some((next) => {
    if (one === "Some") return OTHERS.test(next);
    if (OTHER_HAND.test(next) || OTHER.test(next)) return true;
    return noun !== undefined && ONE.exec(next)?.groups?.noun === noun && /One/u.test(next);
  });
}
