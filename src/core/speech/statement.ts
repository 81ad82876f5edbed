import type { NounPhrase } from "./noun-phrase.ts";
import type { Scene, Verdict } from "./scene.ts";
import { rangeOf } from "./scene.ts";

/** How many sentences before "the statement said" its issuer is looked for, and how many paragraphs. */
const FURTHEST = 3;
const FURTHEST_PASSAGES = 2;
const STATEMENT = /^(?:the|that|their|its) statement$/iu;
const MADE_IT =
  /\b(?:(?:in|issued|released|made|posted|published) (?:an?|the|its|their|his|her) (?:[\p{L}-]+ ){0,3}statement|statement (?:by|from))\b/u;
const ANY = /\bstatement\b/u;

/**
 * “A,” the navy said in a statement.⏎⏎“B,” the statement added: whoever made the statement said that, too. Paper
 * says nothing, so that without a sentence that tells whose it is, nobody is named.
 */
export function stated(scene: Scene, at: number): Verdict | null {
  const { text, ground, owners, referents, utterances } = scene;
  const utterance = utterances[at];
  const { subject = null, cue = null } = utterance?.attribution ?? {};
  if (utterance === undefined || subject?.form !== "description" || cue === null) return null;
  const { body, tokens } = ground;
  const own = rangeOf(ground, subject);
  const named = byOwnPaper(scene, subject, cue.first, cue.last);
  if (named !== null) return named;
  if (!STATEMENT.test(body.slice(own.start, own.end))) return null;
  for (let back = 1; back <= FURTHEST; back += 1) {
    const index = utterance.sentence.first - back;
    const sentence = text.sentences[index];
    if (sentence === undefined) return null;
    if (paragraphsBetween(scene, sentence.passage, utterance.quotation.passage) > FURTHEST_PASSAGES)
      return null;
    const told = body.slice(sentence.start, sentence.end);
    const owner = owners.get(index);
    if (owner !== undefined && MADE_IT.test(told)) {
      const entity = referents.of(owner);
      if (entity === null) return null;
      const printed = body.slice(tokens[cue.first]?.start, tokens[cue.last]?.end);
      return { cue: printed, mention: rangeOf(ground, owner), entity, sieve: "stated" };
    }
    // Another's statement, or one of which nobody tells whose it is.
    if (ANY.test(told) && !isOwn(told)) return null;
  }
  return null;
}

/** “A,” Roe's statement read: her words; paper has none. */
function byOwnPaper(
  { ground, referents }: Scene,
  { head }: NounPhrase,
  first: number,
  last: number,
): Verdict | null {
  const { body, tokens } = ground;
  if (!PAPER.test(tokens[head]?.lower ?? "") || tokens[head - 1]?.kind !== "possessive")
    return null;
  const name = ground.nameEnding.get(head - 2);
  const entity = referents.entities[name?.entity ?? -1];
  if (name === undefined || entity === undefined || entity.kind === "place") return null;
  const start = tokens[name.run.first]?.start ?? 0;
  return {
    cue: body.slice(tokens[first]?.start, tokens[last]?.end),
    mention: { start, end: tokens[name.run.last]?.end ?? start },
    entity: name.entity,
    sieve: "stated",
  };
}
const PAPER = /^(?:statement|letter|e-?mail|post|tweet|message|release)$/u;

/** How many paragraphs one stands behind the other; a heading between them is none. */
function paragraphsBetween({ text }: Scene, from: number, to: number): number {
  return text.passages
    .slice(from, to)
    .filter(({ kind }) => kind !== "heading" && kind !== "furniture").length;
}

/** “B,” the statement added. “C,” the statement said. */
function isOwn(told: string): boolean {
  return /\bthe statement (?:said|added|read|continued|noted|went on)\b/u.test(told);
}
