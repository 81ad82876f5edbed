import type { Filed } from "./edition.ts";
import type { Subscription } from "./subscription.ts";
import { matchesTopic, type Subject, subjectOf } from "./topic-match.ts";

/** UTF-16 units in which a report says what it is about. */
const OPENING = 400;

/**
 * How well an article meets a channel's topics, by where: 1 in its headline, or by what is stated of it;
 * 0.5 in its opening, 0.25 further on; 0 where the channel orders no topics.
 */
export function topicWeight(topics: Subscription["topics"], filed: Filed): number {
  if (topics === null) return 0;
  const { headline, opening } = headOf(filed);
  if (matchesTopic(topics, headline)) return 1;
  return matchesTopic(topics, opening) ? 0.5 : 0.25;
}

interface Head {
  readonly headline: Subject;
  readonly opening: Subject;
}

/** Many places weigh one article. */
const heads = new WeakMap<Filed, Head>();

function headOf(filed: Filed): Head {
  const known = heads.get(filed);
  if (known !== undefined) return known;
  const withBody = (body: string) => subjectOf({ ...filed, article: { ...filed.article, body } });
  const head = { headline: withBody(""), opening: withBody(filed.article.body.slice(0, OPENING)) };
  heads.set(filed, head);
  return head;
}
