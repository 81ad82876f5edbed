import type { Passage } from "#core/text/text.ts";
import { type Entity, mentionsFrom } from "./mention.ts";
import { inherit, type Scene, type Settled, type Verdict } from "./scene.ts";
import type { Utterance } from "./utterance.ts";

/** No more lines than this are stepped over on the way back to the words that go on. */
const MOST_LINES = 8;
/** A longer line tells something. */
const LONGEST_LINE = 120;
/** How many mentions back people are looked for. */
const MOST_BEFORE = 40;
/** How many paragraphs may stand between words of one speaker. */
const FURTHEST = 2;
/** What is shorter may be a turn of talk, or a shout. */
const SHORTEST = 40;

/**
 * Words that go on where a picture, an advertisement or a link cuts them in two: “A.” said Dar.⏎⏎Dar at
 * his farm⏎⏎“B.” The lines between tell nothing and name nobody else; or the marks before them never closed.
 */
export function resumed(scene: Scene, at: number): Verdict | null {
  const utterance = scene.utterances[at];
  const before = scene.utterances[at - 1];
  const last = scene.settled[at - 1];
  if (!isBare(utterance) || before === undefined || last === undefined) return null;
  const { passage } = utterance.quotation;
  const open = before.quotation.passage;
  // ‘A.⏎⏎“B.”: the copy changed its marks on the way.
  if (passage - open === 1 && !before.quotation.closed) return inherit(last, "resumed");
  if (passage - open < 2 || passage - open > MOST_LINES) return null;
  if (passage - open === 2 && isBrokenLine(scene, before, utterance))
    return inherit(last, "resumed");
  const lines = scene.text.passages.slice(open + 1, passage);
  if (!lines.every((line) => isLine(scene, line, last.entity))) return null;
  return isAtEnd(scene, before) ? inherit(last, "resumed") : null;
}

/** “A, B and⏎⏎C.⏎⏎“D.”: marks that never closed, over a sentence that the copy broke into two lines. */
function isBrokenLine({ text }: Scene, { quotation }: Utterance, next: Utterance): boolean {
  const own = text.passages[quotation.passage];
  const rest = text.passages[next.quotation.passage - 1];
  if (quotation.closed || own === undefined || rest === undefined) return false;
  const broken = /[\p{L},]$/u.test(text.body.slice(own.start, own.end).trimEnd());
  return broken && !/["“”]/u.test(text.body.slice(rest.start, rest.end));
}

/** A caption, a heading, a label: no sentence, or nothing of the article; and no other person's name. */
function isLine(scene: Scene, line: Passage, own: number | null): boolean {
  if (line.kind === "furniture") return true;
  const words = scene.text.body.slice(line.start, line.end);
  if (words.length > LONGEST_LINE) return false;
  if (line.kind !== "heading" && /[.!?:]["'”’)]*\s*$/u.test(words)) return false;
  return !othersBefore(scene, line, own).some(({ name }) => words.includes(name));
}

/** The people whom the article last spoke of, but one: headings and captions are read for no names. */
function othersBefore(
  { referents: { mentions, entities } }: Scene,
  { end }: Passage,
  own: number | null,
): readonly Entity[] {
  const low = mentionsFrom(mentions, end);
  return mentions.slice(Math.max(0, low - MOST_BEFORE), low).flatMap(({ entity }) => {
    const who = entity === own ? undefined : entities[entity ?? -1];
    return who?.kind === "person" ? [who] : [];
  });
}

/** Its paragraph ends with the words, or with who said them. */
function isAtEnd({ text }: Scene, { sentence, quotation }: Utterance): boolean {
  const next = text.sentences[sentence.last + 1];
  return next === undefined || next.passage !== quotation.passage;
}

/**
 * Bare words between two quotations of one speaker, where the sentences around them are about nobody
 * else: “A,” Dar said.⏎⏎It went further.⏎⏎“B.”⏎⏎“C,” Dar said.
 */
export function betweenTwo(scene: Scene, at: number): Verdict | null {
  const { utterances, settled, referents } = scene;
  const [before, utterance, next] = [utterances[at - 1], utterances[at], utterances[at + 1]];
  const [last, after] = [settled[at - 1], settled[at + 1]];
  if (settled[at]?.sieve !== "none" || !isBare(utterance)) return null;
  if (before === undefined || next === undefined || last === undefined) return null;
  if (last.entity === null || last.entity !== after?.entity) return null;
  if (utterance.end - utterance.start < SHORTEST || isFar(before, utterance, next)) return null;
  for (let index = before.sentence.last + 1; index < next.sentence.first; index += 1) {
    if (index >= utterance.sentence.first && index <= utterance.sentence.last) continue;
    const { entity = null } = referents.subjects[index] ?? {};
    if (entity !== null && entity !== last.entity) return null;
    const owner = scene.owners.get(index);
    if (owner !== undefined && referents.of(owner) !== last.entity) return null;
  }
  return inherit(last, "between");
}

function isFar(before: Utterance, { quotation }: Utterance, next: Utterance): boolean {
  return (
    quotation.passage - before.quotation.passage > FURTHEST ||
    next.quotation.passage - quotation.passage > FURTHEST
  );
}

/** A paragraph that opens with the words, and has no word of who speaks. */
function isBare(utterance: Utterance | undefined): utterance is Utterance {
  return utterance?.alone === true && utterance.attribution === null && !utterance.resumes;
}

/** Names what stands between two of one speaker, where nothing else did. */
export function fillBetween(scene: Scene): readonly Settled[] {
  return scene.settled.map((one, at) => ({ ...one, ...betweenTwo(scene, at) }));
}
