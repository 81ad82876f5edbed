import { expect, test } from "vitest";
import type { Article } from "#core/article/article.ts";
import { article, briefOf, entry, file, ids, NOON, type Place } from "./samples.ts";
import { withStore } from "./with-store.ts";

export function archiveContract(newPlace: () => Promise<Place>): void {
  test("an article and its brief come back as they were filed", () =>
    withStore(newPlace, async ({ archive }) => {
      const full = article("full", {
        title: "Ferry “cancelled” — a second time",
        body: "Lone \ud800 half, a NUL \u0000, 漢字, \u{1f6a2} and e\u0301.\n\nEnd.",
        byline: "Ana Őry",
        published: NOON - 5,
        section: "travel",
        tags: ["sea", "Nord-Ost"],
        slug: "ferry",
        urgency: 3,
        embargo: { kind: "until", instant: NOON - 1, text: "until noon" },
        sourceUrl: "https://example.org/ferry",
        source: "Example Wire",
      });
      const brief = briefOf(full);
      await archive.file(full, brief, []);
      expect(await archive.get("full", NOON)).toEqual({ article: full, brief });
    }));

  test("a brief whose body is not the article's keeps its own", () =>
    withStore(newPlace, async ({ archive }) => {
      const odd = article("odd");
      const brief = { ...briefOf(odd), body: "Another text." };
      await archive.file(odd, brief, []);
      expect((await archive.get("odd", NOON))?.brief.body).toBe("Another text.");
    }));

  test("the texts of a source's articles, the newest first: held ones too, and no other's", () =>
    withStore(newPlace, async (store) => {
      const of = (id: string, changes: Partial<Article>) =>
        file(store, article(id, { body: `Text ${id}.`, ...changes }));
      await of("old", { source: "Tarn Wire", published: NOON - 9 });
      await of("new", { source: "TARN WIRE", published: NOON - 1 });
      await of("held", { source: "Tarn Wire", published: NOON - 5, status: "withheld" });
      await of("other", { source: "Tarn Wire Service" });
      await of("agency", {
        published: NOON - 7,
        dateline: { place: "VELSK", date: null, agency: "Tarn Wire" },
      });
      await of("new", {
        source: "Tarn Wire",
        published: NOON - 1,
        revision: 2,
        body: "Later text.",
      });
      const { archive } = store;
      const all = ["Later text.", "Text held.", "Text agency.", "Text old."];
      expect(await archive.bodiesOf("Tarn Wire", 9)).toEqual(all);
      expect(await archive.bodiesOf("Tarn Wire", 2)).toEqual(all.slice(0, 2));
      expect(await archive.bodiesOf("", 9)).toEqual([]);
    }));

  test("an id that was never filed is not there", () =>
    withStore(newPlace, async ({ archive }) => {
      expect(await archive.get("nobody", NOON)).toBeNull();
      expect(await archive.revision("nobody")).toBe(0);
      expect(await archive.ofContent("no such hash")).toBeNull();
    }));

  test("only the latest revision is shown, and found by its content", () =>
    withStore(newPlace, async (store) => {
      await file(store, article("a", { title: "Early words" }));
      await file(store, article("a", { revision: 2, title: "Later words", path: "moved/a.txt" }));
      const { archive } = store;
      expect(await archive.revision("a")).toBe(2);
      expect((await archive.get("a", NOON))?.article.title).toBe("Later words");
      expect(ids(await archive.search("early", NOON, 9))).toEqual([]);
      expect(ids(await archive.search("later", NOON, 9))).toEqual(["a"]);
      expect(await archive.headlines("ear", NOON, 9)).toEqual([]);
      expect(await archive.ofContent("hash-a-1")).toBeNull();
      expect(await archive.ofContent("hash-a-2")).toEqual({ id: "a", path: "moved/a.txt" });
    }));

  test("a revision that is filed late does not replace a later one", () =>
    withStore(newPlace, async (store) => {
      await file(store, article("a", { revision: 2, title: "Second" }));
      await file(store, article("a", { revision: 1, title: "First" }));
      expect(await store.archive.revision("a")).toBe(2);
      expect(await store.archive.headlines("", NOON, 9)).toEqual([{ id: "a", headline: "Second" }]);
    }));

  test("filing the same revision again changes nothing", () =>
    withStore(newPlace, async (store) => {
      await file(store, article("a", { title: "Once" }));
      await file(store, article("a", { title: "Twice" }));
      expect((await store.archive.get("a", NOON))?.article.title).toBe("Once");
      expect(await store.ledger.history("wire/a.txt")).toHaveLength(2);
    }));

  test("an article whose ledger entry is refused is not stored either", () =>
    withStore(newPlace, async ({ archive, ledger }) => {
      const a = article("a");
      const bad = { ...entry(a, "taken-in"), at: Number.NaN };
      await expect(archive.file(a, briefOf(a), [entry(a, "briefed"), bad])).rejects.toMatchObject({
        name: "StoreError",
        code: "failed",
      });
      expect(await archive.get("a", NOON)).toBeNull();
      expect(await archive.headlines("headline", NOON, 9)).toEqual([]);
      expect(await ledger.history(a.path)).toEqual([]);
      await archive.file(a, briefOf(a), [entry(a, "taken-in")]);
      expect(await archive.revision("a")).toBe(1);
    }));

  test("the newest come first: by their date, else by when they were taken in", () =>
    withStore(newPlace, async (store) => {
      await file(store, article("old", { published: NOON - 1000 }));
      await file(store, article("undated", { takenIn: NOON - 500 }));
      await file(store, article("new", { published: NOON, takenIn: NOON - 9000 }));
      await file(store, article("ancient", { published: -1 }));
      const { archive } = store;
      expect(ids(await archive.latest(NOON, 9))).toEqual(["new", "undated", "old", "ancient"]);
      expect(ids(await archive.latest(NOON, 2))).toEqual(["new", "undated"]);
      const listed = await archive.headlines("headline", NOON, 3);
      expect(listed.map(({ id }) => id)).toEqual(["new", "undated", "old"]);
    }));

  test("articles of one millisecond, such as those that give only a date, are all kept", () =>
    withStore(newPlace, async (store) => {
      for (const id of ["a", "b", "c"]) await file(store, article(id, { published: NOON }));
      await file(store, article("b", { revision: 2, published: NOON }));
      expect(ids(await store.archive.latest(NOON, 9)).toSorted()).toEqual(["a", "b", "c"]);
      expect(ids(await store.archive.latest(NOON, 1))).toEqual(["b"]); // filed last
    }));

  test("a place in the order that a revision left can be taken by another article", () =>
    withStore(newPlace, async (store) => {
      await file(store, article("a", { published: NOON, title: "Old words" }));
      await file(store, article("a", { revision: 2, published: NOON + 1, title: "New words" }));
      await file(store, article("b", { published: NOON, title: "Others" }));
      expect(await store.archive.search("old", NOON, 9)).toEqual([]);
      expect(await store.archive.headlines("old", NOON, 9)).toEqual([]);
      expect(ids(await store.archive.search("others", NOON, 9))).toEqual(["b"]);
    }));

  test("everything is still there after closing and opening", () =>
    withStore(newPlace, async (store, place) => {
      await file(store, article("a"));
      const again = await place.open();
      expect(await again.archive.get("a", NOON)).toEqual(await store.archive.get("a", NOON));
      await again.close();
    }));
}
