import fc from "fast-check";
import { expect, test } from "vitest";
import { isOrdered } from "#core/digest/verdict.ts";
import { candidatesFor } from "#desk/candidates.ts";
import type { Store } from "#edge/store/store.ts";
import {
  article,
  candidateIds,
  editionOf,
  file,
  issueBy,
  NOON,
  type Place,
  subscription,
} from "./samples.ts";
import { withStore } from "./with-store.ts";

const NAME = fc.constantFrom("sport", "city");

/** One thing that happens in a newsroom; the clock goes on by a millisecond before each. */
const EVENT = fc.oneof(
  fc.record({
    kind: fc.constant("file" as const),
    id: fc.constantFrom("a", "b", "c", "d", "e"),
    section: fc.option(NAME),
    heldFor: fc.option(fc.integer({ min: 1, max: 6 })),
    ahead: fc.constantFrom(0, 0, 0, 4), // a clock that was ahead when it was taken in
  }),
  fc.record({
    kind: fc.constant("issue" as const),
    most: fc.constantFrom(0, 1, 9),
  }),
);

/** What one place orders, from its first slot on. */
const SECTIONS = fc.constantFrom<readonly string[]>([], ["sport"], ["sport", "city"]);

/** One place, and a plain account of what it has carried. */
function placeWith(store: Store, sections: readonly string[]) {
  const front = { ...subscription("front"), sections };
  const carried = new Map<string, number>();
  return {
    /** What a slot is offered and the place ordered; it carries the first few, and the others wait. */
    async offered(most: number, now: number): Promise<readonly string[]> {
      const offered: string[] = [];
      await issueBy(store, front, now, now, (candidates) => {
        const wanted = candidates.filter(({ filed }) => isOrdered(filed.article, front));
        offered.push(...candidateIds(wanted));
        const taken = wanted.slice(0, most);
        for (const { filed } of taken) carried.set(filed.article.id, filed.article.revision);
        const made = most === 0 ? null : editionOf(front, now, 1, taken);
        return { made, waiting: candidateIds(wanted.slice(most)) };
      });
      return offered;
    },
    /** What it should be: everything that a place without a past is offered, but for what this one carried. */
    async wanted(now: number): Promise<readonly string[]> {
      const all = await candidatesFor(store, subscription("nobody"), now, now);
      const fresh = all.filter(
        ({ filed: { article: one } }) =>
          isOrdered(one, front) && one.revision > (carried.get(one.id) ?? 0),
      );
      return candidateIds(fresh);
    },
  };
}

export function progressContract(newPlace: () => Promise<Place>): void {
  test("at every slot an edition is offered what a look at all the articles finds", () =>
    fc.assert(
      fc.asyncProperty(SECTIONS, fc.array(EVENT, { maxLength: 25 }), (sections, events) =>
        withStore(newPlace, async (store) => {
          const place = placeWith(store, sections);
          for (const [index, event] of events.entries()) {
            const now = NOON + index;
            if (event.kind === "file") {
              const { id, section, heldFor, ahead } = event;
              const revision = (await store.archive.revision(id)) + 1;
              const text = { title: `Text ${revision}` };
              const embargo =
                heldFor === null
                  ? null
                  : { kind: "until" as const, instant: now + heldFor, text: "later" };
              await file(
                store,
                article(id, { ...text, revision, section, embargo, takenIn: now + ahead }),
              );
            } else {
              const wanted = await place.wanted(now);
              expect(await place.offered(event.most, now)).toEqual(wanted);
            }
          }
        }),
      ),
      { numRuns: 50 },
    ));
}
