import { foldedWords } from "./fold.ts";
import type { Topic, Words } from "./topic.ts";
import type { Subject } from "./topic-match.ts";
import type { Wanted } from "./verdict.ts";

/** Of thousands of orders those that an article may meet, by its words: the others need not be asked. */
export interface OrderIndex<Place> {
  /** Every place whose order the article meets is among them; others may be. */
  near(subject: Subject): Iterable<Place>;
}

/** What an article costs grows with its words, and with the places that order one of them: not with all places. */
export function createOrderIndex<Place extends Pick<Wanted, "topics">>(
  places: readonly Place[],
): OrderIndex<Place> {
  const always: Place[] = [];
  const byWord = new Map<string, Place[]>();
  for (const place of places) {
    const anchors = place.topics === null ? null : anchorsOf(place.topics);
    if (anchors === null) always.push(place);
    for (const word of anchors ?? []) {
      const known = byWord.get(word);
      if (known === undefined) byWord.set(word, [place]);
      else known.push(place);
    }
  }
  return {
    near(subject) {
      const near = new Set(always);
      if (byWord.size === 0) return near;
      // A word of a topic is met by the name of the section too.
      const named = foldedWords(subject.filed.article.section ?? "");
      for (const word of new Set([...subject.text().split(" "), ...named])) {
        for (const place of byWord.get(word) ?? []) near.add(place);
      }
      return near;
    },
  };
}

/**
 * Words of which one must stand in an article that meets a topic, folded; `null` where no word must: the topic asks for
 * a tag, for the beginning of a word, or for what is not there.
 */
export function anchorsOf(topic: Topic): readonly string[] | null {
  switch (topic.kind) {
    case "words":
      return anchorOf(topic.words);
    case "and":
      // The fewer words, the fewer articles.
      return topic.of
        .map(anchorsOf)
        .filter((anchors) => anchors !== null)
        .reduce<readonly string[] | null>(fewer, null);
    case "or": {
      const all = topic.of.map(anchorsOf);
      return all.some((anchors) => anchors === null)
        ? null
        : [...new Set(all.flatMap((anchors) => anchors ?? []))];
    }
    default:
      return null;
  }
}

function fewer(one: readonly string[] | null, other: readonly string[]): readonly string[] {
  return one === null || other.length < one.length ? other : one;
}

/** The first word; that of a single word which may go on is no whole word. */
function anchorOf({ text, prefix }: Words): readonly string[] | null {
  const words = foldedWords(text);
  const [first] = words;
  // What has no word stands nowhere.
  if (first === undefined) return [];
  return prefix && words.length === 1 ? null : [first];
}
