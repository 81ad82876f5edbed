/** A line as a request to the bot: its courtesies taken off, in which nothing is asked for. */
export interface Said {
  /** What is asked, without a courtesy before it; its end is as it was typed. */
  readonly body: string;
  /** The same without courtesies and stops behind it. */
  readonly core: string;
  /** "Please", "could you", "I want to": somebody is spoken to, and it is no headline. */
  readonly isAsked: boolean;
}

// Reads: hey, could you · I'd like you to · so please
const BEFORE =
  /^(?:(?:(?<asked>please|pls|plz|(?:could|can|would|will) you|i(?:'d| would) (?:like|love)(?: you)?(?: to)?|i (?:want|need|wish)(?: you)?(?: to)?)|ok(?:ay)?|hey|hi|hello|so|and|well|copydesk|bot|just|now)(?:[,:!] *| +))+/iu;
// Reads: please · , thanks! · from now on.
const BEHIND =
  /(?:[ ,]+(?<asked>please|pls|plz|thanks|thank you|thx|from now on|for me|any ?more|any longer))?[ .!?…]*$/iu;
const OPENS = /please|pls|plz|you|\bi\b|i'd/iu;

/** Takes the courtesies off a line. */
export function saidIn(text: string): Said {
  const line = text.replaceAll("’", "'").replace(/\s+/gu, " ").trim();
  const before = BEFORE.exec(line)?.[0] ?? "";
  const body = line.slice(before.length);
  const behind = BEHIND.exec(body);
  const core = body.slice(0, behind?.index ?? body.length).trim();
  return { body, core, isAsked: OPENS.test(before) || behind?.groups?.asked !== undefined };
}
