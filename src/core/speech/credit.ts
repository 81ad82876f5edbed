import type { AnalysedText } from "#core/text/analysed.ts";
import { isBlank } from "#core/text/surroundings.ts";
import { tokenAt } from "#core/text/token.ts";
import { PREPOSITIONS } from "#core/text/word-class.ts";
import { creditOpening } from "./credit-line.ts";
import { speaks } from "./leading-subject.ts";
import type { Ground, NounPhrase } from "./noun-phrase.ts";
import { phraseOpeningAt } from "./phrase-behind.ts";
import { type Attribution, make } from "./speech.ts";

/** A longer line tells a story. */
const LONGEST = 200;

const DASHED = /^\s*\n\s*(?:[—–―]|--?)\s*(?=\S)/u;
const TELLS =
  /\b(?:is|are|was|were|has|have|had|will|would|can|could|said|says|told|tells|went|came)\b/u;

/**
 * The line below words in marks that says whose they are: “We lied.”⏎— Victor Pohl, Arden, 2019. It
 * belongs to a quotation that is a paragraph of its own.
 */
export function creditBelow(
  text: AnalysedText,
  ground: Ground,
  index: number,
  close: number,
): Attribution | null {
  const line = text.sentences[index + 1];
  if (line === undefined || line.end - line.start > LONGEST) return null;
  const { body, tokens } = text;
  // The dash opens the line, whether or not its sentence is read with it.
  const [dash = ""] = DASHED.exec(body.slice(close, line.end)) ?? [];
  if (close + dash.length < line.start || dash === "") return null;
  const limit = tokenAt(tokens, line.end);
  const subject = phraseOpeningAt(ground, tokenAt(tokens, close + dash.length), limit);
  return subject !== null && isCredit(ground, subject, limit)
    ? make(subject, null, "credit below")
    : null;
}

/** The line above that says whose words follow: From the desk of John Doering, analyst.⏎⏎“To see …” */
export function creditAbove(text: AnalysedText, ground: Ground, index: number): Attribution | null {
  const line = text.sentences[index - 1];
  const own = text.sentences[index];
  if (line === undefined || own === undefined || line.passage === own.passage) return null;
  const { body, tokens } = text;
  if (line.end - line.start > LONGEST || TELLS.test(body.slice(line.start, line.end))) return null;
  if (!isBlank(body, line.end, own.start)) return null;
  const from = tokenAt(tokens, line.start);
  const length = creditOpening(body.slice(line.start, line.end));
  if (length === 0) return null;
  const subject = phraseOpeningAt(ground, from + length, tokenAt(tokens, line.end));
  return subject?.form === "name" ? make(subject, null, "credit above") : null;
}

/** A name, or someone described, and behind that no verb: "— Parc captain Marco Quin after the match". */
function isCredit(ground: Ground, subject: NounPhrase, limit: number): boolean {
  if (subject.form === "pronoun") return false;
  if (subject.form === "description" && !speaks(ground, subject)) return false;
  const next = ground.tokens[subject.last + 1];
  if (next === undefined || subject.last + 1 >= limit || next.kind !== "word") return true;
  return (
    PREPOSITIONS.has(next.lower) || /^(?:when|while|who|on|speaking|writing)$/u.test(next.lower)
  );
}
