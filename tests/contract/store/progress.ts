import fc from "fast-check";
import { expect, test } from "vitest";
import { isOrdered, type Order } from "#core/digest/select.ts";
import type { Store } from "#edge/store/store.ts";
import {
  article,
  candidateIds,
  editionOf,
  file,
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
    sections: fc.constantFrom<readonly string[]>([], [], ["sport"], ["sport", "city"]),
    most: fc.constantFrom(0, 1, 9),
  }),
);

async function offeredTo(store: Store, order: Order, most: number, now: number) {
  const front = { ...subscription("front"), ...order };
  const offered: string[] = [];
  await store.editions.issue(front, now, now, (candidates) => {
    offered.push(...candidateIds(candidates));
    return most === 0 ? null : editionOf(front, now, 1, candidates.slice(0, most));
  });
  return offered;
}

async function everythingFor(store: Store, order: Order, now: number) {
  const all = await store.editions.candidates("front", now, now);
  return candidateIds(all.filter(({ filed }) => isOrdered(filed.article, order)));
}

export function progressContract(newPlace: () => Promise<Place>): void {
  test("at every slot an edition is offered what a look at all the articles finds", () =>
    fc.assert(
      fc.asyncProperty(fc.array(EVENT, { maxLength: 25 }), (events) =>
        withStore(newPlace, async (store) => {
          for (const [index, event] of events.entries()) {
            const now = NOON + index;
            if (event.kind === "file") {
              const { id, section, heldFor, ahead } = event;
              const revision = (await store.archive.revision(id)) + 1;
              const embargo =
                heldFor === null
                  ? null
                  : { kind: "until" as const, instant: now + heldFor, text: "later" };
              await file(store, article(id, { revision, section, embargo, takenIn: now + ahead }));
            } else {
              const order = { sections: event.sections, tags: [] };
              const wanted = await everythingFor(store, order, now);
              expect(await offeredTo(store, order, event.most, now)).toEqual(wanted);
            }
          }
        }),
      ),
      { numRuns: 50 },
    ));
}
