import { expect, test } from "vitest";
import { revisionKeys } from "#core/article/identity.ts";
import type { LedgerEntry } from "#desk/port/ledger.ts";
import type { Store } from "#edge/store/store.ts";
import { article, entry, file, issue, keyOf, NOON, type Place, subscription } from "./samples.ts";
import { withStore } from "./with-store.ts";

async function kinds(store: Store, since = 0): Promise<Readonly<Record<string, string>>> {
  const standings = await store.ledger.standings(since, NOON);
  return Object.fromEntries(standings.map(({ path, kind }) => [path, kind]));
}

export function standingContract(newPlace: () => Promise<Place>): void {
  test("every path stands somewhere, by what was seen of it last", () =>
    withStore(newPlace, async (store) => {
      const { ledger } = store;
      const front = subscription("front");
      await file(store, article("posted"));
      await issue(store, front, NOON);
      await store.outbox.claim(NOON, ["slack"]);
      await store.outbox.delivered(keyOf(front, NOON, 0), { messageId: "1", url: null }, NOON);
      await file(store, article("open"));
      await file(store, article("held", { embargo: { kind: "unreadable", text: "soon" } }));
      await file(store, article("killed", { status: "killed" }));
      await ledger.record({ ...entry(article("torn"), "quarantined"), articleId: null });
      await ledger.record(entry(article("open", { path: "wire/copy.txt" }), "merged"));
      await ledger.record({ ...entry(article("zip"), "opened"), articleId: null });
      expect(await kinds(store)).toEqual({
        "wire/posted.txt": "posted",
        "wire/open.txt": "open",
        "wire/held.txt": "held",
        "wire/killed.txt": "killed",
        "wire/torn.txt": "quarantined",
        "wire/copy.txt": "merged",
      });
    }));

  test("a path whose article moved on to another stands there", () =>
    withStore(newPlace, async (store) => {
      await file(store, article("a"));
      await file(store, article("a", { revision: 2, path: "wire/a-2.txt" }));
      const standings = await store.ledger.standings(0, NOON);
      expect(standings.map(({ path, kind }) => [path, kind])).toEqual([
        ["wire/a-2.txt", "open"],
        ["wire/a.txt", "merged"],
      ]);
      expect(standings[1]?.rule).toBe("A newer revision lies at wire/a-2.txt");
    }));

  test("files first seen earlier are left out", () =>
    withStore(newPlace, async (store) => {
      await file(store, article("old", { takenIn: NOON - 9 }));
      await file(store, article("new"));
      await file(store, article("old", { revision: 2 }));
      expect(Object.keys(await kinds(store, NOON))).toEqual(["wire/new.txt"]);
    }));

  test("what is quarantined is named until it is read", () =>
    withStore(newPlace, async (store) => {
      const torn = { ...entry(article("torn"), "quarantined"), articleId: null };
      await store.ledger.record(torn);
      expect(await store.ledger.quarantined()).toEqual(["wire/torn.txt"]);
      await file(store, article("torn"));
      expect(await store.ledger.quarantined()).toEqual([]);
    }));

  test("what is quarantined goes with its file, and comes back with it", () =>
    withStore(newPlace, async ({ ledger }) => {
      const torn = (path: string, stage: LedgerEntry["stage"]): LedgerEntry => ({
        ...{ ...entry(article("torn"), stage), path, articleId: null },
      });
      await ledger.record(torn("a.zip", "opened"));
      await ledger.record(torn("a.zip#one.txt", "quarantined"));
      await ledger.record(torn("a.zip.txt", "quarantined"));
      await ledger.record(torn("b.txt", "quarantined"));
      await ledger.noteStamp("b.txt", "1");
      await ledger.record(torn("a.zip", "gone"));
      expect(await ledger.quarantined()).toEqual(["a.zip.txt", "b.txt"]);
      await ledger.noteStamp("b.txt", null);
      await ledger.record(torn("b.txt", "gone"));
      expect(await ledger.quarantined()).toEqual(["a.zip.txt"]);
      await ledger.noteStamp("b.txt", "1");
      expect(await ledger.quarantined()).toEqual(["a.zip.txt", "b.txt"]);
    }));

  test("the history of a file holds that of the stories in it", () =>
    withStore(newPlace, async (store) => {
      await file(store, article("one", { path: "a.zip#one.txt" }));
      await store.ledger.record({ ...entry(article("zip", { path: "a.zip" }), "opened") });
      await file(store, article("other", { path: "a.zip.txt" }));
      const paths = (await store.ledger.history("a.zip")).map(({ path }) => path);
      expect(paths).toEqual(["a.zip#one.txt", "a.zip#one.txt", "a.zip"]);
    }));

  test("stamps are kept, changed and dropped", () =>
    withStore(newPlace, async ({ ledger }) => {
      await ledger.noteStamp("a.txt", "10 5");
      await ledger.noteStamp("b.txt", "11 6");
      await ledger.noteStamp("a.txt", "12 7");
      await ledger.noteStamp("b.txt", null);
      expect([...(await ledger.stamps())]).toEqual([["a.txt", "12 7"]]);
    }));

  test("copies of an article are the files that are still there", () =>
    withStore(newPlace, async (store) => {
      await file(store, article("a"));
      for (const path of ["b.txt", "c.txt"]) {
        await store.ledger.record(entry(article("a", { path }), "merged"));
        await store.ledger.noteStamp(path, "1");
      }
      await store.ledger.noteStamp("c.txt", null);
      expect(await store.ledger.copiesOf("a")).toEqual(["b.txt"]);
    }));

  test("an article is found by its keys, whatever path its revisions lie at", () =>
    withStore(newPlace, async (store) => {
      const guid = "urn:newsml:harbour.example:20310508:ferry";
      await file(store, article("a", { guid, source: "Harbour News" }));
      await file(store, article("b"));
      const keys = ["no such key"];
      expect(await store.archive.sharing([])).toEqual([]);
      expect(await store.archive.sharing(keys)).toEqual([]);
      const found = await store.archive.sharing(
        revisionKeys(article("x", { guid, source: "Harbour News" })),
      );
      expect(found.map(({ id }) => id)).toEqual(["a"]);
    }));
}
