import type { ArticleId } from "#core/article/article.ts";
import type { Readers } from "#core/article/audience.ts";
import type { Filed } from "#core/digest/edition.ts";
import { parseAnswer } from "#core/judgement/parse-answer.ts";
import { readSameEvent, sameEventQuestion } from "#core/judgement/same-event.ts";
import { LIKELIER_TWO, SURE } from "#core/story/opinion.ts";
import { type AskParts, answerTo, note } from "./ask-model.ts";
import { placeOpinion } from "./place-story.ts";
import type { StoreOf } from "./port/unit-of-work.ts";

export interface PairParts extends AskParts {
  readonly store: StoreOf<"archive" | "judgements" | "storyMembers">;
  readonly internalSections: Readers["internalSections"];
  readonly hash: (text: string) => string;
  readonly changed: () => void;
}

/** Of one article: what is likeliest is asked first, and a fourth pair would move nothing. */
const MOST_PAIRS = 3;

/** Asks about the pairs of an article of which grouping is not sure, and has the answers count. */
export async function judgePairs(
  parts: PairParts,
  article: ArticleId,
  stopping: AbortSignal,
): Promise<void> {
  const { store, clock, model, hash } = parts;
  const links = await store.storyMembers.linksOf(article, LIKELIER_TWO, SURE);
  for (const { other } of links.slice(0, MOST_PAIRS)) {
    const [one, two] = [await seenOutside(parts, article), await seenOutside(parts, other)];
    if (one === null) return;
    if (two === null) continue;
    const question = sameEventQuestion(one, two);
    const key = hash(JSON.stringify([model.name, question]));
    const text = await answerTo(parts, { question, key }, article, stopping);
    if (text === null) continue;
    const isSame = readSameEvent(parseAnswer(text));
    if (isSame === null) {
      note(parts, article, "nonsense");
      continue;
    }
    await placeOpinion(store, { one: article, other, isSame }, clock.now());
    note(parts, article, "heeded");
    parts.changed();
  }
}

/**
 * An article as the outside world may see it: by the one rule for that, so that nothing that is held, internal or restricted leaves
 * the house. `null`: it may not.
 */
export async function seenOutside(
  { store, clock, internalSections }: Pick<PairParts, "store" | "clock" | "internalSections">,
  id: ArticleId,
): Promise<Filed | null> {
  const outside: Readers = { audience: "public", internalSections };
  return store.archive.forReaders(outside).get(id, clock.now());
}
