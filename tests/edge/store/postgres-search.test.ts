import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ANYTHING } from "#core/reply/sought.ts";
import { openShared } from "#edge/store/postgres/open.ts";
import { openStore } from "#edge/store/store.ts";
import type { Store } from "#edge/store/verbs.ts";
import { describePostgres } from "#tests/postgres/server.ts";
import { article, briefOf, file, ids, NOON } from "../../contract/store/samples.ts";
import { corpusOf } from "./search-corpus.ts";

const ALL = { skip: 0, limit: 999 };

describePostgres("the search on both databases", (server) => {
  async function withShared(work: (store: Store) => Promise<void>): Promise<void> {
    const url = await server().emptyDatabase();
    const store = await openShared(url);
    try {
      await work(store);
    } finally {
      await store.close();
      await server().giveBack(url);
    }
  }

  async function withBoth(work: (shared: Store, embedded: Store) => Promise<void>): Promise<void> {
    const folder = await mkdtemp(join(tmpdir(), "copydesk-store-"));
    const embedded = await openStore({ folder });
    try {
      await withShared((shared) => work(shared, embedded));
    } finally {
      await embedded.close();
      await rm(folder, { recursive: true });
    }
  }

  test("finds the same, in one order by date, and mostly the same first by what it says", () =>
    withBoth(async (shared, embedded) => {
      const { copy, sought } = corpusOf(300, 260);
      for (const store of [shared, embedded]) {
        await store.transaction(async ({ archive }) => {
          for (const [of, brief] of copy) await archive.file(of, brief, []);
        });
      }
      const agreed = { ranked: 0, first: 0, ofFive: 0 };
      let found = 0;
      for (const one of sought) {
        const search = async ({ archive }: Store) =>
          ids(await archive.find(one, "best", NOON, ALL));
        const [ours, theirs] = [await search(shared), await search(embedded)];
        expect({ one, ids: ours.toSorted() }).toEqual({ one, ids: theirs.toSorted() });
        found += ours.length === 0 ? 0 : 1;
        if (one.words.length === 0) expect(ours).toEqual(theirs);
        if (one.words.length === 0 || ours.length < 2) continue;
        const five = theirs.slice(0, 5);
        agreed.ranked += 1;
        agreed.first += ours[0] === theirs[0] ? 1 : 0;
        agreed.ofFive += five.filter((id) => ours.slice(0, 5).includes(id)).length / five.length;
      }
      // A generator whose searches find nothing would agree on all of them.
      expect(found).toBeGreaterThan(sought.length / 2);
      expect(agreed.ranked).toBeGreaterThan(sought.length / 3);
      // 0.87 and 0.92 where no word had another form: SQLite's BM25 counts the rarer of two forms for more.
      expect(agreed.first / agreed.ranked).toBeGreaterThan(0.75);
      expect(agreed.ofFive / agreed.ranked).toBeGreaterThan(0.85);
    }));

  test("a word of 5,000 letters is stored, and found by itself and by its beginning", () =>
    withShared(async (store) => {
      const long = "gräm".repeat(1_250);
      await file(store, article("long", { title: `Tide ${long}`, body: `A ${long} rose.` }));
      const found = (text: string) => store.archive.search(text, NOON, 9);
      expect(ids(await found(long))).toEqual(["long"]);
      expect(ids(await found(`${long} rose`))).toEqual(["long"]);
      expect(ids(await found("gräm"))).toEqual([]);
      expect(await store.archive.headlines("grämgr", NOON, 9)).toHaveLength(1);
    }));

  test("of more different words than an index takes, the first are found", () =>
    withShared(async (store) => {
      const many = Array.from({ length: 150_000 }, (_, at) => `word${at}`).join(" ");
      const of = article("many", { title: "Tide tables", body: many });
      await store.archive.file(of, briefOf(of), []);
      for (const text of ["tables", "word0", "word0 word1", "word9000 word9001"]) {
        expect(ids(await store.archive.search(text, NOON, 9))).toEqual(["many"]);
      }
      expect((await store.archive.get("many", NOON))?.article.body).toBe(many);
    }));

  test.each([
    ["tide tables", true],
    ["tables weather", false], // headline, then tags
    ["weather Ines", false], // tags, then byline
    ["Ines old", false], // byline, then body
    ["old quay", true],
  ])("no phrase runs from one field into the next: “%s”, %s", (phrase, isFound) =>
    withBoth(async (...stores) => {
      const of = article("a", {
        ...{ title: "Tide tables", tags: ["weather"], byline: "Ines", body: "Old quay" },
      });
      for (const store of stores) {
        await file(store, of);
        const sought = { ...ANYTHING, words: [phrase] };
        const found = ids(await store.archive.find(sought, "best", NOON, ALL));
        expect(found).toEqual(isFound ? ["a"] : []);
      }
    }));
});
