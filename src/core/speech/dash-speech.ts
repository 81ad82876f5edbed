import type { Passage } from "#core/text/text.ts";
import { tokenAt } from "#core/text/token.ts";
import type { Page } from "./table-page.ts";
import type { Said } from "./table-speech.ts";
import { type Verb, verbAt } from "./table-verb.ts";

/** Words behind a dialogue dash, and who is told to have said them. */
export interface DashSaid extends Said {
  /** The verb of its aside; `null` where the line has none. */
  readonly verb: Verb | null;
  /** Index behind the last token of the aside. */
  readonly asideEnd: number;
}

// A dash with a blank, or the line's edge, on one side at least: a range of figures has none.
const DASH = /(?<=^|\s)[—–-](?=\s|[\p{L}¿¡«"“\p{N}])|[—–](?=[\s.,;:!?]|$)/gu;
const LONGEST = 1500;
/** No speech of that length has more dashes in it; beyond them stands a row of dashes. */
const MOST_DASHES = 60;
const SENTENCE_END = /[.!?…»”"](?:\s|$)/u;
const WORDS = /[\p{L}\p{N}]+/gu;

/** Finds the speech that an article sets behind dashes: "—Ven —dijo Ana—. Es tarde.", „– Nie – mówi Ewa.“ */
export function findDashSpeech(page: Page): readonly DashSaid[] {
  if (page.table.dash === null) return [];
  const read = page.passages.flatMap((passage, index) =>
    passage.kind === "furniture" ? [] : [readPassage(page, passage, index)],
  );
  // A line without an aside is speech only where others have one: a list is set behind dashes, too.
  const isDialogue = read.some((lines) => lines.some(({ verb }) => verb !== null));
  const lines = read.flat();
  return isDialogue ? lines : [];
}

function readPassage(page: Page, passage: Passage, index: number): DashSaid[] {
  const text = page.body.slice(passage.start, passage.end);
  const dashes = [...text.matchAll(DASH)].map((found) => found.index);
  const found: DashSaid[] = [];
  let at = 0;
  for (const [opening, from] of dashes.entries()) {
    if (from < at || !opensSpeech(text, from)) continue;
    const read = readLine(page, passage, index, dashes.slice(opening, opening + MOST_DASHES));
    found.push(...read);
    at = Math.max(from + 1, (read.at(-1)?.close ?? 0) - passage.start);
  }
  return found;
}

/** At the head of a paragraph, or behind a sentence with a capital to come. */
function opensSpeech(text: string, dash: number): boolean {
  const after = text.slice(dash + 1).trimStart();
  if (!/^[¿¡«"“…]*[\p{Lu}\p{N}]/u.test(after)) return false;
  return dash === 0 || /[.!?…:]\s$/u.test(text.slice(Math.max(0, dash - 2), dash));
}

/** The pieces of one speech, from its opening dash: words, aside, words. */
function readLine(
  page: Page,
  passage: Passage,
  index: number,
  dashes: readonly number[],
): DashSaid[] {
  const { start, end, kind } = passage;
  const text = page.body.slice(start, end);
  const [opening = 0, ...rest] = dashes;
  const aside = rest.find((dash) => verbBehind(page, start + dash) !== null);
  if (aside === undefined || aside - opening > LONGEST) {
    return opening === 0 && kind !== "heading" ? whole(page, passage, index, opening) : [];
  }
  const verb = verbBehind(page, start + aside);
  const next = rest.find((dash) => dash > aside);
  // "– A – mówi Ewa Sowa. Most stoi – jak dotąd." goes on with the article's own words.
  const isOver = next === undefined || next - aside > endOfSentence(text.slice(aside)) + 1;
  const closing = isOver || verbBehind(page, start + next) !== null ? undefined : next;
  const asideEnd = start + (closing ?? aside + endOfSentence(text.slice(aside)));
  const tell = { verb, asideEnd: tokenAt(page.tokens, asideEnd), passage: index };
  const pieces: DashSaid[] = [
    { ...trimmed(page.body, start + opening + 1, start + aside), ...tell },
  ];
  if (closing !== undefined) {
    const again = rest.find((dash) => dash > closing && verbBehind(page, start + dash) !== null);
    const until = again === undefined ? end : start + again;
    pieces.push({ ...trimmed(page.body, start + closing + 1, until), ...tell });
  }
  return pieces.filter((piece) => piece.start < piece.end);
}

function whole(page: Page, { start, end }: Passage, index: number, opening: number): DashSaid[] {
  const piece = trimmed(page.body, start + opening + 1, end);
  const text = page.body.slice(piece.start, piece.end);
  if (!/[.!?…]$/u.test(text) || (text.match(WORDS)?.length ?? 0) < 2) return [];
  // "— C’est fini, dit Paul." has its aside behind a comma.
  const comma = commaAside(page, piece.start, piece.end);
  const tell = { verb: comma?.verb ?? null, asideEnd: tokenAt(page.tokens, end), passage: index };
  return [{ ...piece, ...(comma !== null && trimmed(page.body, piece.start, comma.at)), ...tell }];
}

function commaAside(
  { ...page }: Page,
  start: number,
  end: number,
): { at: number; verb: Verb } | null {
  const last = tokenAt(page.tokens, end);
  for (let at = tokenAt(page.tokens, start); at < last; at += 1) {
    if (!/^[,!?]$/u.test(page.tokens[at]?.lower ?? "")) continue;
    const verb = page.tokens[at + 1]?.capital === true ? null : verbAt(page, at + 1);
    const token = page.tokens[at];
    if (verb !== null && token !== undefined)
      return { at: token.lower === "," ? token.start : token.end, verb };
  }
  return null;
}

function verbBehind(page: Page, dash: number): Verb | null {
  const at = tokenAt(page.tokens, dash + 1);
  if (page.tokens[at]?.capital === true) return null;
  const filler = page.table.fillers.has(page.tokens[at]?.lower ?? "") ? at + 1 : at;
  return verbAt(page, at) ?? verbAt(page, filler);
}

function endOfSentence(text: string): number {
  const found = SENTENCE_END.exec(text);
  return found === null ? text.length : found.index + 1;
}

/** The words of a range, without blanks, and without the comma and the stop of its aside. */
function trimmed(
  body: string,
  start: number,
  end: number,
): Pick<Said, "start" | "end" | "open" | "close"> {
  let from = start;
  let to = end;
  while (from < to && /[\s.,;:—–]/u.test(body.charAt(from))) from += 1;
  while (to > from && /[\s,—–]/u.test(body.charAt(to - 1))) to -= 1;
  return { start: from, end: to, open: start, close: end };
}
