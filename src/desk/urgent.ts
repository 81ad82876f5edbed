import type { ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Subscription } from "#core/digest/subscription.ts";
import { type Subject, subjectOf } from "#core/digest/topic-match.ts";
import { judgeOnce } from "#core/digest/verdict.ts";
import type { Editions, Passed, Urgent } from "./port/editions.ts";

/** Finds the places that urgent copy may go to between their slots. */
export interface UrgentLook {
  /**
   * Where something is urgent enough, ordered, not passed and not carried. Of thousands of places most have nothing
   * so: they are asked no question of their own. Each of the others is then dealt with by all that its slot would look at.
   * @returns the ids of subscriptions
   */
  places(subscriptions: readonly Subscription[], now: Instant): Promise<ReadonlySet<string>>;
}

interface Known extends Urgent {
  readonly subject: Subject;
}

const NOWHERE: Passed = { number: 0, at: 0 };

/** What is urgent is read once, and kept until every place that wants it at once has passed it. */
export function createUrgentLook(
  editions: Pick<Editions, "standing" | "urgent" | "carriers">,
  pause: () => Promise<void>,
): UrgentLook {
  const known = new Map<ArticleId, Known>();
  let looked: Passed | null = null;
  let asked: ReadonlySet<string> = new Set();
  const lookOn = async (since: Passed, now: Instant) => {
    const { last, found } = await editions.urgent(since, now);
    for (const one of found)
      known.set(one.filed.article.id, { ...one, subject: subjectOf(one.filed) });
    looked = { number: last, at: now };
  };
  return {
    async places(subscriptions, now) {
      const wanting = subscriptions.filter(({ atOnce }) => atOnce !== null);
      if (wanting.length === 0) return new Set();
      // A place that is new here, or was another process's, is not as far: what all others have passed is wanted there still.
      if (wanting.some(({ id }) => !asked.has(id))) {
        looked = null;
        known.clear();
      }
      asked = new Set(wanting.map(({ id }) => id));
      if (looked !== null) await lookOn(looked, now);
      // Nothing is urgent: how far thousands of places have got is not asked.
      if (looked !== null && known.size === 0) return new Set();
      const standing = await editions.standing();
      const at = (id: string) => standing.get(id) ?? NOWHERE;
      const least = leastOf(wanting.map(({ id }) => at(id)));
      if (looked === null) await lookOn(least, now);
      for (const [id, one] of known) if (!isAhead(one, least)) known.delete(id);
      const places = new Set<string>();
      for (const one of known.values()) {
        await pause();
        const orders = judgeOnce(one.subject);
        const open = wanting.filter(
          (place) =>
            isAhead(one, at(place.id)) &&
            !places.has(place.id) &&
            one.urgency <= (place.atOnce ?? 0) &&
            orders(place),
        );
        if (open.length === 0) continue;
        const carriers = await editions.carriers(one.filed.article.id);
        for (const { id } of open) if (!carriers.has(id)) places.add(id);
      }
      return places;
    },
  };
}

/** A place has not passed it: it was filed later, or could not be seen then. */
function isAhead({ number, until }: Urgent, passed: Passed): boolean {
  return number > passed.number || (until !== null && until > passed.at);
}

function leastOf(all: readonly Passed[]): Passed {
  return all.reduce((least, { number, at }) => {
    return { number: Math.min(least.number, number), at: Math.min(least.at, at) };
  });
}
