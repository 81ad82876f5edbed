import { genderOfPronoun } from "./gender.ts";
import { type Mention, mentionsFrom } from "./mention.ts";
import { likelyGender } from "./nearest.ts";
import type { Scene, Verdict } from "./scene.ts";
import { isRetold } from "./told-of.ts";

const GESTURE =
  /^ (?:\p{Ll}+ly )?(?:smiled|laughed|shrugged|nodded|grinned|sighed|paused|chuckled|beamed|winced|frowned|hesitated|wept|(?:shook|lowered|hung) (?:his|her) head|wiped (?:away )?(?:his|her|a|the) (?:eyes|tears?))[.!]?$/u;

/** Roe smiled. “A,” he said: where the memory chose nobody for "he", and the gender may be theirs, they spoke. */
export function gestured(scene: Scene, at: number): Verdict | null {
  const { utterances, referents, text, ground } = scene;
  const utterance = utterances[at];
  const { subject = null, cue = null } = utterance?.attribution ?? {};
  if (utterance === undefined || subject?.form !== "pronoun" || cue === null) return null;
  if (referents.of(subject) !== null || isRetold(ground.tokens, subject.first)) return null;
  const gender = genderOfPronoun(ground.tokens[subject.first]?.lower ?? "");
  if (gender === null) return null;
  const mention = gesturing(scene, at);
  const entity = mention?.entity ?? null;
  const who = referents.entities[entity ?? -1];
  if (mention === null || who?.kind !== "person") return null;
  const known = likelyGender(who);
  if (known !== "unknown" && known !== gender) return null;
  const printed = text.body.slice(ground.tokens[cue.first]?.start, ground.tokens[cue.last]?.end);
  return { cue: printed, mention, entity, sieve: "beside" };
}

/** Whose gesture is all that the sentence before ends with. */
function gesturing({ text, referents, utterances }: Scene, at: number): Mention | null {
  const { quotation, sentence } = utterances[at] ?? {};
  const before = text.sentences[(sentence?.first ?? 0) - 1];
  if (quotation === undefined || before?.passage !== quotation.passage) return null;
  const { mentions } = referents;
  const last = mentions
    .slice(mentionsFrom(mentions, before.start), mentionsFrom(mentions, before.end))
    .findLast(({ form, quoted }) => form === "name" && !quoted);
  if (last === undefined) return null;
  return GESTURE.test(text.body.slice(last.end, before.end).trimEnd()) ? last : null;
}
