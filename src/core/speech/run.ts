import { genderOfPronoun } from "./gender.ts";
import { mentionsFrom } from "./mention.ts";
import { likelyGender } from "./nearest.ts";
import { inherit, type Scene, type Settled, type Verdict } from "./scene.ts";
import type { Utterance } from "./utterance.ts";

/**
 * “A,” he said.⏎⏎“B.⏎⏎“C.⏎⏎“D,” he added.: words over paragraphs, each opened and only the last closed, count as one
 * paragraph: "he" behind them is who spoke right before, where that is a man and nobody else stands between.
 */
export function ranOn(scene: Scene, at: number): Verdict | null {
  const { utterances, settled, referents } = scene;
  const [before, utterance] = [utterances[at - 1], utterances[at]];
  const { subject = null } = utterance?.attribution ?? {};
  const last = settled[at - 1];
  if (utterance === undefined || before === undefined || last?.entity == null) return null;
  if (subject?.form !== "pronoun" || referents.of(subject) !== null) return null;
  const { continues, closed } = utterance.quotation;
  if (continues) return before.attribution === utterance.attribution ? named(last) : null;
  if (closed || utterances[at + 1]?.attribution !== utterance.attribution) return null;
  return isSame(scene, before, utterance, last) ? named(last) : null;
}

function named(last: Settled): Verdict | null {
  const verdict = inherit(last, "resumed");
  return verdict === null ? null : { ...verdict, cue: last.cue };
}

/** Who spoke in the paragraph right before is of the pronoun's gender, and nobody comes between. */
function isSame(
  { ground, referents, text }: Scene,
  before: Utterance,
  { quotation, attribution, alone }: Utterance,
  { entity }: Settled,
): boolean {
  if (!alone || quotation.passage - before.quotation.passage !== 1) return false;
  if (!before.quotation.closed || entity === null) return false;
  const pronounOf = (one: Utterance["attribution"]) =>
    genderOfPronoun(ground.tokens[one?.subject?.first ?? -1]?.lower ?? "");
  const gender = pronounOf(attribution);
  const who = referents.entities[entity];
  if (gender === null || who?.kind !== "person") return false;
  if (likelyGender(who) !== gender && pronounOf(before.attribution) !== gender) return false;
  const end = text.passages[before.quotation.passage]?.end ?? 0;
  const { mentions } = referents;
  return mentions
    .slice(mentionsFrom(mentions, before.quotation.close), mentionsFrom(mentions, end))
    .every((one) => one.entity === entity || one.quoted);
}
