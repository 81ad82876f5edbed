import { expect, test } from "vitest";
import { tellPlace } from "#desk/notice.ts";
import type { Troubles } from "#desk/troubles.ts";
import type { Store } from "#edge/store/store.ts";
import {
  article,
  entry,
  file,
  issue,
  keyOf,
  MINUTE,
  message,
  NOON,
  type Place,
  subscription,
} from "./samples.ts";
import { withStore } from "./with-store.ts";

const ADMINS = { id: "admin@slack:C9", platform: "slack", address: "C9" } as const;
const torn = { ...entry(article("torn"), "quarantined"), articleId: null };

/** Tells the admins, and says what they were told. */
async function tell(store: Store, now: number, place = ADMINS): Promise<Troubles | null> {
  let told: Troubles | null = null;
  await tellPlace(store, place, now, (troubles, slot) => {
    told = troubles;
    return { key: `n${slot}`, message: message("notice") };
  });
  return told;
}

export function noticesContract(newPlace: () => Promise<Place>): void {
  test("a file that is tried again by itself is told at its first attempt alone", () =>
    withStore(newPlace, async (store) => {
      const plan = (attempt: number) =>
        store.retries.plan({ path: torn.path, contentHash: "h", attempt, due: NOON });
      await plan(1);
      await store.ledger.record(torn);
      expect(await tell(store, NOON)).toMatchObject({ entries: [torn], deadLetters: [] });
      await plan(2);
      await store.ledger.record(torn);
      expect(await tell(store, NOON + 1)).toBeNull();
    }));

  test("a quarantined file is told once, as a notice in the admins' channel", () =>
    withStore(newPlace, async (store) => {
      await store.ledger.record(torn);
      expect(await tell(store, NOON)).toMatchObject({ entries: [torn], deadLetters: [] });
      expect(await tell(store, NOON + 1)).toBeNull();
      expect(await store.outbox.claim(NOON, ["slack"])).toMatchObject([
        { kind: "notice", address: "C9", message: { summary: "notice" } },
      ]);
    }));

  test("what a clock that was days behind has dated is told all the same", () =>
    withStore(newPlace, async (store) => {
      await tell(store, NOON);
      const dated = { ...torn, at: NOON - 5 * 24 * 60 * MINUTE };
      await store.ledger.record(dated);
      expect(await tell(store, NOON + MINUTE)).toMatchObject({ entries: [dated] });
    }));

  test("every place of the admins is told for itself", () =>
    withStore(newPlace, async (store) => {
      await store.ledger.record(torn);
      await tell(store, NOON);
      const other = { id: "admin@discord:1", platform: "slack", address: "1" } as const;
      await tellPlace(store, other, NOON, () => ({ key: "other", message: message("x") }));
      expect(await store.outbox.claim(NOON, ["slack"])).toHaveLength(2);
    }));

  test.each([
    ["cannot be read", { kind: "unreadable", text: "soon" } as const, 1],
    ["ends by itself", { kind: "until", instant: NOON + MINUTE, text: "noon" } as const, 0],
  ])("an embargo that %s: told %j", (_, embargo, count) =>
    withStore(newPlace, async (store) => {
      const held = article("held", { embargo });
      await file(store, held);
      await store.ledger.record(entry(held, "held"));
      expect((await tell(store, NOON))?.entries.length ?? 0).toBe(count);
    }));

  test("what came in and found its way is nothing to tell", () =>
    withStore(newPlace, async (store) => {
      await file(store, article("a"));
      expect(await tell(store, NOON)).toBeNull();
    }));

  test("a kill that names nothing known is told, and nobody is to let it go", () =>
    withStore(newPlace, async (store) => {
      const order = article("order", { status: "killed" });
      await file(store, order);
      await store.ledger.record(entry(order, "held"));
      expect((await tell(store, NOON))?.entries).toMatchObject([
        { path: order.path, articleId: null },
      ]);
    }));

  test("a new place is not told of last week", () =>
    withStore(newPlace, async (store) => {
      await store.ledger.record({ ...torn, at: NOON - 8 * 24 * 60 * MINUTE });
      expect(await tell(store, NOON)).toBeNull();
    }));

  test.each([
    ["a1 is held by its own words", { status: "withheld" as const }, 1],
    ["an editor holds it", { decision: { kind: "hold", by: "Ana", at: NOON } as const }, 0],
    [
      "an editor killed it",
      { status: "withheld" as const, decision: { kind: "kill", by: "Ana", at: NOON } as const },
      0,
    ],
  ])("where %s it waits for an editor: %j", (_, changes, count) =>
    withStore(newPlace, async (store) => {
      const held = article("a1", changes);
      await file(store, held);
      await store.ledger.record(entry(held, "held"));
      expect(await store.heldCopy.heldInDoubt()).toBe(count);
      expect((await tell(store, NOON))?.entries.length ?? 0).toBe(count);
    }));

  test("a place that takes nothing is told once it is ripe, once, and once that it works again", () =>
    withStore(newPlace, async (store) => {
      const place = { subscription: "front@slack:C1", platform: "slack", address: "C1" } as const;
      const { placeTroubles } = store;
      const front = subscription(place.subscription);
      await file(store, article("a"));
      await issue(store, front, NOON);
      await placeTroubles.failed({ ...place, error: "slow", ripe: NOON + MINUTE }, NOON);
      expect(await tell(store, NOON)).toBeNull();
      expect(await placeTroubles.standing(NOON)).toEqual([]);
      await placeTroubles.failed({ ...place, error: "no", ripe: NOON + 9 * MINUTE }, NOON + 1);
      const standing = { ...place, error: "no", since: NOON };
      expect(await tell(store, NOON + MINUTE)).toMatchObject({ failing: [standing], mended: [] });
      expect(await placeTroubles.standing(NOON + MINUTE)).toEqual([standing]);
      await placeTroubles.failed({ ...place, error: "no", ripe: NOON }, NOON + MINUTE);
      expect(await tell(store, NOON + MINUTE)).toBeNull();
      expect(await placeTroubles.worked(place, NOON + MINUTE)).toEqual(standing);
      expect(await placeTroubles.worked(place, NOON + MINUTE)).toBeNull();
      expect(await placeTroubles.standing(NOON + MINUTE)).toEqual([]);
      expect(await tell(store, NOON + MINUTE)).toMatchObject({ failing: [], mended: [standing] });
      expect(await tell(store, NOON + MINUTE)).toBeNull();
      await placeTroubles.failed({ ...place, error: "again", ripe: NOON }, NOON + 2 * MINUTE);
      const [again] = (await tell(store, NOON + 2 * MINUTE))?.failing ?? [];
      expect(again).toMatchObject({ error: "again", since: NOON + 2 * MINUTE });
      expect(await placeTroubles.standing(NOON + 2 * MINUTE)).toHaveLength(1);
      await store.outbox.giveUp(keyOf(front, NOON, 0), "again", NOON + 2 * MINUTE);
      expect(await placeTroubles.standing(NOON + 2 * MINUTE)).toEqual([]);
    }));

  test("trouble that passed before anybody was to hear of it is told to nobody", () =>
    withStore(newPlace, async (store) => {
      const place = { subscription: "front@slack:C1", platform: "slack", address: "C1" } as const;
      await store.placeTroubles.failed({ ...place, error: "slow", ripe: NOON + 9 }, NOON);
      expect(await store.placeTroubles.worked(place, NOON + 1)).toBeNull();
      expect(await tell(store, NOON + 10)).toBeNull();
    }));

  test("the admins' channel is not told about itself, and their other one is", () =>
    withStore(newPlace, async (store) => {
      const place = { subscription: ADMINS.id, platform: "slack", address: "C9" } as const;
      await store.placeTroubles.failed({ ...place, error: "gone", ripe: NOON }, NOON);
      expect(await tell(store, NOON)).toBeNull();
      const other = { id: "admin@discord:1", platform: "slack", address: "1" } as const;
      const told: Troubles[] = [];
      await tellPlace(store, other, NOON, (troubles) => {
        told.push(troubles);
        return { key: "other", message: message("x") };
      });
      expect(told).toMatchObject([{ failing: [{ subscription: ADMINS.id, error: "gone" }] }]);
    }));

  test("a post that was given up is told, once; a notice that was given up is not", () =>
    withStore(newPlace, async (store) => {
      const front = subscription("front");
      await file(store, article("a"));
      await issue(store, front, NOON);
      await store.outbox.claim(NOON, ["slack"]);
      await store.outbox.giveUp(keyOf(front, NOON, 0), "is_archived", NOON);
      expect(await tell(store, NOON + 1)).toMatchObject({
        entries: [],
        deadLetters: [{ subscription: "front", error: "is_archived", at: NOON }],
      });
      await store.outbox.claim(NOON + 1, ["slack"]);
      await store.outbox.giveUp(`n${NOON + 1}`, "is_archived", NOON + 2);
      expect(await tell(store, NOON + 3)).toBeNull();
    }));
}
