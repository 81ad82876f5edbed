import { expect, test } from "vitest";
import { article, entry, file, issue, keyOf, NOON, type Place, subscription } from "./samples.ts";
import { withStore } from "./with-store.ts";

export function ledgerContract(newPlace: () => Promise<Place>): void {
  test("a path that was never seen has no history", () =>
    withStore(newPlace, async ({ ledger }) => {
      expect(await ledger.lastSeen("wire/a.txt")).toBeNull();
      expect(await ledger.history("wire/a.txt")).toEqual([]);
    }));

  test("the history of a file is told in order, and of that file alone", () =>
    withStore(newPlace, async (store) => {
      const a = article("a");
      const torn = { ...entry(a, "quarantined"), articleId: null, contentHash: "torn" };
      await store.ledger.record(torn);
      await file(store, a);
      await store.ledger.record(entry(article("b"), "merged"));
      const history = await store.ledger.history(a.path);
      expect(history).toEqual([torn, entry(a, "taken-in"), entry(a, "briefed")]);
      expect(await store.ledger.lastSeen(a.path)).toEqual(entry(a, "briefed"));
    }));

  test("what was seen last is the content that came last, also where the clock was set back", () =>
    withStore(newPlace, async (store) => {
      await file(store, article("a"));
      await file(store, article("a", { revision: 2, takenIn: NOON - 999 }));
      expect((await store.ledger.lastSeen("wire/a.txt"))?.contentHash).toBe("hash-a-2");
    }));

  test("a post of an older content does not hide the newer one", () =>
    withStore(newPlace, async (store) => {
      const front = subscription("front");
      await file(store, article("a"));
      await issue(store, front, NOON);
      await file(store, article("a", { revision: 2 }));
      await store.outbox.claim(NOON, ["slack"]);
      await store.outbox.delivered(keyOf(front, NOON, 0), { messageId: "1", url: null }, NOON);
      const history = await store.ledger.history("wire/a.txt");
      expect(history.at(-1)).toMatchObject({ stage: "posted", contentHash: "hash-a-1" });
      expect((await store.ledger.lastSeen("wire/a.txt"))?.contentHash).toBe("hash-a-2");
    }));
}
