import type { Filed } from "./edition.ts";
import type { Subscription } from "./subscription.ts";
import { matchesTopic, subjectOf } from "./topic-match.ts";

/** UTF-16 units in which a report says what it is about. */
const OPENING = 400;

/**
 * How well an article meets a channel's topics, by where: 1 in its headline, or by what is stated of it;
 * 0.5 in its opening, 0.25 further on; 0 where the channel orders no topics.
 */
export function topicWeight(topics: Subscription["topics"], filed: Filed): number {
  if (topics === null) return 0;
  const within = (body: string) =>
    matchesTopic(topics, subjectOf({ ...filed, article: { ...filed.article, body } }));
  if (within("")) return 1;
  return within(filed.article.body.slice(0, OPENING)) ? 0.5 : 0.25;
}
