/** What the first words of a question ask for. */
export interface Asking {
  /** Which command it is; `search` where nothing else is named. */
  readonly command: "search" | "quotes" | "facts" | "timeline" | "digest" | "schedule" | "help";
  /** Whose words are asked for, where the question says so; their name, as it was typed. */
  readonly speaker?: string;
  /** Who said it is asked for: whoever is named in the question is told of. */
  readonly asksWho?: true;
  /** The newest is asked for. */
  readonly newest?: true;
  /** The edition that is asked for. */
  readonly edition?: "latest" | "now";
  /** How many words of the question say this, the name of the speaker among them. */
  readonly length: number;
}

const ABOUT = "(?: (?:about|abt|on|of|regarding|concerning|over))?";

/** Words before a question that ask for nothing by themselves. */
const OPENING =
  /^(?:(?:hello|hi|hey|ok(?:ay)?|so|and|well|thanks|thank you|please|copydesk|desk|could you|can you|would you|will you|i(?:['’]d| would)? (?:want|like|need)(?: to (?:know|see|read|hear|find))?|i(?: a|['’])m looking for|do (?:you|we) (?:have|know)|have (?:you|we)(?: got)?|got|is there|are there|let me (?:know|see)|(?:tell|show|list|give|get|find|send|bring)(?: me| us)?(?: all)?|look(?:ing)?(?: up| for)?|search(?:ing)?(?: for)?|ask)(?= |$) ?)+/u;

interface Pattern {
  readonly of: RegExp;
  readonly is: Omit<Asking, "length" | "speaker">;
}

/** In order: the first that fits. `who` is a name. */
const PATTERNS: readonly Pattern[] = [
  {
    of: /^(?:when (?:is|are|does|do|will|comes?)(?: the| my| our)?(?: next)? (?:edition|digest|issue)s?(?: come| coming| due| be)?(?: out)?|next (?:edition|digest|issue))$/u,
    is: { command: "schedule" },
  },
  {
    of: /^(?:what (?:can|could|should) (?:you do|i ask(?: you)?)|what do you do|how (?:do|can|does|should) (?:i|it|you|this) (?:search|ask|use|work|order)(?: (?:you|this|it|a digest))?|how does this work|help(?: me| us)?(?: please)?)$/u,
    is: { command: "help" },
  },
  {
    of: /^(?:the )?(?:latest|newest|last|current|today['’]?s) (?:edition|digest|issue)(?= |$)/u,
    is: { command: "digest", edition: "latest" },
  },
  {
    of: /^(?:make (?:me )?)?a? ?digest(?: now)?(?: (?:about|on|of|for|with))(?= |$)/u,
    is: { command: "digest", edition: "now" },
  },
  {
    of: /^(?:(?:any|the|all|some|more) )*(?:quotes?|quotations?|statements?|remarks?|words|comments?)(?: (?:by|from|of) (?<who>.+?))?(?= (?:about|abt|on|regarding|concerning) |$)(?: (?:about|abt|on|regarding|concerning))?/u,
    is: { command: "quotes" },
  },
  {
    // Of whom it is asked is a source, if it is one.
    of: /^(?:what|wat) (?:did|does|do|has|have|had) (?=.+ (?:write|written|report|reported|publish|published)\b)/u,
    is: { command: "search" },
  },
  {
    of: new RegExp(
      `^(?:what|wat|why) (?:did|does|do|has|have|had) (?<who>.+?) (?:say|said|says|tell|told|claim|claimed|think)${ABOUT}(?= |$)`,
      "u",
    ),
    is: { command: "quotes" },
  },
  {
    of: new RegExp(`^(?:did|has|have) (?<who>.+?) (?:say|said)(?: anything)?${ABOUT}(?= |$)`, "u"),
    is: { command: "quotes" },
  },
  {
    of: new RegExp(
      `^what (?<who>(?!is|was|were|are)\\S+(?: \\S+){0,3}?) (?:said|says|told|thinks)${ABOUT}(?= |$)`,
      "u",
    ),
    is: { command: "quotes" },
  },
  {
    of: new RegExp(
      `^who (?:(?:has|have|had) )?(?:said|says|say|told|claimed|claims|thinks)(?: (?:that|anything|something|what))?${ABOUT}(?= |$)`,
      "u",
    ),
    is: { command: "quotes", asksWho: true },
  },
  {
    of: /^(?:(?:any|the|all|some|more) )*(?:key )?facts? (?:about|on|of|for|regarding)(?= |$)/u,
    is: { command: "facts" },
  },
  {
    of: /^(?:a |the )?(?:timeline|history|chronology|course) (?:of|for|on|about)(?= |$)/u,
    is: { command: "timeline" },
  },
  {
    of: /^(?:is there |are there |do you have |have you )?(?:any ?thing|something|what|whats|what['’]s|what is|any|some|the)?(?: the)?(?: |^)(?:more )?(?:new(?:s|est)?|latest|most recent|updates?|recent(?:ly)?)(?: (?:news|stories|story|articles?|reports?|copy|updates?|coverage))?(?: (?:is|are))?(?: there)?(?: (?:about|abt|on|of|from|in|with|regarding|concerning|for))?(?= |$)/u,
    is: { command: "search", newest: true },
  },
  {
    of: /^what(?:['’]s| is| was| has| have| did| are)?(?: (?:been|just))? (?:happen(?:s|ed|ing)?|going on|gone on|up|known|reported)(?: (?:with|to|at|in|on|about|of))?(?= |$)/u,
    is: { command: "search" },
  },
  {
    of: /^who(?:['’]s| is| are| was| were)(?= \S)/u,
    is: { command: "search" },
  },
  {
    of: /^(?:everything|anything|something|all|more|stories|story|articles?|reports?|copy|coverage)(?: (?:there is|you have|we have|you know))? (?:about|abt|on|regarding|concerning|from|by|in|with|of)(?= |$)/u,
    is: { command: "search" },
  },
  {
    of: /^what(?: (?:do|does) (?:you|we) (?:know|have)| about| is known)(?: (?:about|on|of))?(?= |$)/u,
    is: { command: "search" },
  },
];

/**
 * Reads what a question asks for from its first words.
 * @param words of the whole question, in lower case
 */
export function askingWords(words: readonly string[]): Asking {
  const line = words.join(" ");
  const opening = wordsIn(OPENING.exec(line)?.[0] ?? "");
  const rest = words.slice(opening).join(" ");
  for (const { of, is } of PATTERNS) {
    const found = of.exec(rest);
    if (found === null || found[0].trim() === "") continue;
    const { who } = found.groups ?? {};
    const length = opening + wordsIn(found[0]);
    return who === undefined ? { ...is, length } : { ...is, speaker: who, length };
  }
  return { command: "search", length: opening };
}

function wordsIn(text: string): number {
  return text.split(" ").filter((word) => word !== "").length;
}
