import type { Said } from "./wish-said.ts";

/** Somebody says that something is wrong. */
export interface ReportWish {
  readonly kind: "report";
  /** Words for the article that they mean; empty where they name none. */
  readonly article: string;
  /** What is wrong, in their words; empty where they do not say. */
  readonly what: string;
}

const MISTAKES =
  "(?:mistake|error|typo|misprint|inaccuracy|misquote|factual error|spelling mistake|wrong (?:name|date|figure|number))s?";
const FALSE =
  "(?:(?:all|completely|totally|partly|just|simply|plain) )?(?:wrong|incorrect|false|untrue|inaccurate|mistaken|not (?:right|true|correct|accurate))";
const COPY =
  "(?:story|article|report|piece|item|headline|quote|digest|edition|brief|summary|text)s?";
/** Its name, before or behind what it is: the bridge story · the article about the ferry. */
const NAMED = `(?:(?:the|this|that|your|my|an?) )(?:last |latest |first )?(?:${COPY}(?: (?:about|on|of|from|regarding) (?:the )?(?<behind>.+?))?|(?<before>\\S+(?: \\S+){0,5}?) ${COPY})`;
const SAYS = "(?: ?[:;,–—-]+ ?(?<what>.+))?[ .!?…]*$";

/** In order: the first that fits. */
const PATTERNS: readonly RegExp[] = [
  // Reads: this is wrong: the strike killed ten · that's not true
  new RegExp(
    `^(?:(?:no|sorry|but|i think|i believe|hm+)[, ]+)*(?:this|that|it|the above|your (?:last )?(?:answer|digest|brief|summary))(?:'s| is| was| are| isn't)? ${FALSE}(?:(?: because| since|[ ]?[:;,.–—-]+)[ ]?(?<what>(?!["'”’] ).+))?[ .!?…]*$`,
    "iu",
  ),
  // Reads: you've got it wrong: the bridge closed on Tuesday · you made a mistake
  new RegExp(
    `^you(?:'ve| have)? (?:got|get|had) (?:it|this|that|something) (?:all )?wrong(?: (?:in|with|about) (?<of>[^:,]+?))?${SAYS}`,
    "iu",
  ),
  new RegExp(
    `^you(?:'ve| have)? made an? ${MISTAKES}(?: (?:in|with|about) (?:${NAMED}|(?<of>[^:,]+?)))?${SAYS}`,
    "iu",
  ),
  // Reads: there is a mistake in the bridge story · I found an error in the article about the ferry
  new RegExp(
    `^(?:there(?:'s| is| are)|i(?:'ve| have)? (?:found|noticed|spotted|saw|see)|you have|here is) (?:an?|some|several|another|two) ${MISTAKES}(?: (?:in|with|on) ${NAMED}| here)?${SAYS}`,
    "iu",
  ),
  // Reads: a typo in the ferry story
  new RegExp(`^(?:an? )?${MISTAKES} in ${NAMED}${SAYS}`, "iu"),
  // Reads: report an error in the bridge story
  new RegExp(
    `^(?:report|flag|point out|tell you (?:about|of)|complain about|submit|file) (?:an?|the|this|some) ${MISTAKES}(?: (?:in|with|on|about) (?:${NAMED}|(?:the )?(?<of>[^:,]+?)))?${SAYS}`,
    "iu",
  ),
  // Reads: the story on grain prices has a typo · the bridge story is wrong: it closed on Tuesday
  new RegExp(
    `^${NAMED} (?:(?:is|was|are|says|looks|seems) ${FALSE}|(?:has|had|contains|got) (?:an?|some|several|two) ${MISTAKES}(?: in it)?)${SAYS}`,
    "iu",
  ),
  // Reads: please correct the story about the ferry
  new RegExp(`^(?:correct|fix|mend) ${NAMED}${SAYS}`, "iu"),
];
/** What of an article is wrong is said by the line itself: the date in the ferry story is wrong. */
const PART = new RegExp(
  `^(?:the )?\\S+(?: \\S+)? (?:in|of|on) ${NAMED} (?:is|are|was|were) ${FALSE}${SAYS}`,
  "iu",
);

/** Reads what somebody says is wrong with a text; `null` for any other line. */
export function reportWish({ body }: Said): ReportWish | null {
  const part = PART.exec(body)?.groups;
  if (part !== undefined) return { ...reportOf(part), what: body };
  for (const pattern of PATTERNS) {
    const found = pattern.exec(body);
    if (found !== null) return reportOf(found.groups ?? {});
  }
  return null;
}

function reportOf({
  before,
  behind,
  of,
  what = "",
}: Readonly<Record<string, string | undefined>>): ReportWish {
  const article = (before ?? behind ?? of ?? "").replace(BEHIND, "").trim();
  return { kind: "report", article, what: what.trim() };
}

const BEHIND = /(?:,? (?:please|pls|thanks|thank you))+[ .!?…]*$/iu;
