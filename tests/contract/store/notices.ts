import { expect, test } from "vitest";
import type { Troubles } from "#desk/port.ts";
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
  await store.notices.tell(place, now, (troubles) => {
    told = troubles;
    return { key: `n${now}`, message: message("notice") };
  });
  return told;
}

export function noticesContract(newPlace: () => Promise<Place>): void {
  test("a quarantined file is told once, as a notice in the admins' channel", () =>
    withStore(newPlace, async (store) => {
      await store.ledger.record(torn);
      expect(await tell(store, NOON)).toEqual({ entries: [torn], deadLetters: [] });
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
      await store.notices.tell(other, NOON, () => ({ key: "other", message: message("x") }));
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

  test("a new place is not told of last week", () =>
    withStore(newPlace, async (store) => {
      await store.ledger.record({ ...torn, at: NOON - 8 * 24 * 60 * MINUTE });
      expect(await tell(store, NOON)).toBeNull();
    }));

  test("a post that was given up is told, once; a notice that was given up is not", () =>
    withStore(newPlace, async (store) => {
      const front = subscription("front");
      await file(store, article("a"));
      await issue(store, front, NOON);
      await store.outbox.claim(NOON, ["slack"]);
      await store.outbox.giveUp(keyOf(front, NOON, 0), "is_archived", NOON);
      expect(await tell(store, NOON + 1)).toEqual({
        entries: [],
        deadLetters: [{ subscription: "front", error: "is_archived", at: NOON }],
      });
      await store.outbox.claim(NOON + 1, ["slack"]);
      await store.outbox.giveUp(`n${NOON + 1}`, "is_archived", NOON + 2);
      expect(await tell(store, NOON + 3)).toBeNull();
    }));
}
