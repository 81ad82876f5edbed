import { expect, test } from "vitest";
import type { Article } from "#core/article/article.ts";
import { ANYTHING } from "#core/reply/sought.ts";
import { placeArticle } from "#desk/place-story.ts";
import type { Point } from "#desk/port/arrivals.ts";
import type { Store } from "#edge/store/store.ts";
import {
  article,
  entry,
  file,
  ids,
  issue,
  keyOf,
  NOON,
  type Place,
  subscription,
} from "./samples.ts";
import { withStore } from "./with-store.ts";

const held = (until: number): Partial<Article> => ({
  embargo: { kind: "until", instant: until, text: "until then" },
});
const HOLD = { kind: "hold", by: "Ana", at: NOON } as const;
const KILL = { kind: "kill", by: "Ana", at: NOON } as const;

async function idsBefore({ arrivals }: Store, point: Point | null, limit: number) {
  return (await arrivals.before(point, limit)).map(({ filed }) => filed.article.id);
}

/** Stands with these in one story. */
async function beside(
  store: Store,
  id: string,
  others: readonly string[],
  changes: Partial<Article> = {},
) {
  await file(store, article(id, changes));
  const filed = await store.archive.current(id);
  if (filed === null) return expect.unreachable();
  const links = others.map((other) => ({ one: id, other, score: 6, shared: [] }));
  const rules = { link: () => ({ duplicate: null, links }), weigh: (known: never) => known };
  await placeArticle(store, filed, NOON + 1, rules as never);
}

/** What the tabs of the page ask of every store. */
export function boardContract(newPlace: () => Promise<Place>): void {
  test("what came in is told in that order, held or not, and goes on where it stopped", () =>
    withStore(newPlace, async (store) => {
      await file(store, article("b", { takenIn: NOON + 2 }));
      await file(store, article("a", { takenIn: NOON + 1, ...held(NOON + 9_000) }));
      await file(store, article("c", { takenIn: NOON + 2 }));
      await file(store, article("d", { takenIn: NOON + 3, decision: KILL }));
      expect(await idsBefore(store, null, 9)).toEqual(["d", "c", "b", "a"]);
      const [, second] = await store.arrivals.before(null, 2);
      // Two came in at one moment: neither is passed by, and neither comes twice.
      expect(await idsBefore(store, second?.point ?? null, 1)).toEqual(["b"]);
      const [, , third] = await store.arrivals.before(null, 3);
      expect(await idsBefore(store, third?.point ?? null, 9)).toEqual(["a"]);
      expect(await store.arrivals.countAfter(NOON + 1, 9)).toBe(3);
      expect(await store.arrivals.countAfter(NOON + 1, 2)).toBe(2);
    }));

  test("a newer revision comes in anew, and is there once", () =>
    withStore(newPlace, async (store) => {
      await file(store, article("a", { takenIn: NOON }));
      await file(store, article("b", { takenIn: NOON + 1 }));
      await file(store, article("a", { takenIn: NOON + 2, revision: 2 }));
      expect(await idsBefore(store, null, 9)).toEqual(["a", "b"]);
    }));

  test("what stands in a channel has reached it; what another report stands for, is told", () =>
    withStore(newPlace, async (store) => {
      const front = subscription("front");
      await file(store, article("a"));
      await file(store, article("b"));
      expect((await store.arrivals.before(null, 9)).map(({ reached }) => reached)).toEqual([
        null,
        null,
      ]);
      await issue(store, front, NOON);
      await store.outbox.claim(NOON, ["slack"]);
      await store.outbox.delivered(keyOf(front, NOON, 0), { messageId: "1", url: null }, NOON);
      await file(store, article("c", { takenIn: NOON + 1 }));
      await store.ledger.record(entry(article("c"), "told"));
      const reached = (await store.arrivals.before(null, 9)).map((one) => one.reached);
      expect(reached).toEqual(["told", "posted", "posted"]);
    }));

  test("what is held is listed without what is killed, and counted by when it came in", () =>
    withStore(newPlace, async (store) => {
      await file(store, article("a", held(NOON + 9_000)));
      await file(store, article("b", { takenIn: NOON + 5, decision: HOLD }));
      await file(store, article("c", { decision: KILL }));
      await file(store, article("d", { status: "killed" }));
      await file(store, article("e"));
      const { heldCopy } = store;
      const all = ids(await heldCopy.heldNow(NOON, { skip: 0, limit: 9 }));
      expect(all.toSorted()).toEqual(["a", "b"]);
      expect(ids(await heldCopy.heldNow(NOON, { skip: 1, limit: 9 }))).toEqual(all.slice(1));
      expect(await heldCopy.countHeld(NOON, NOON, 9)).toBe(1);
      expect(await heldCopy.countHeld(0, NOON, 9)).toBe(2);
      expect(await heldCopy.countHeld(0, NOON, 1)).toBe(1);
      expect(ids(await heldCopy.heldNow(NOON + 9_000, { skip: 0, limit: 9 }))).toEqual(["b"]);
    }));

  test("held copy is found by the same filters as the archive, which finds none of it", () =>
    withStore(newPlace, async (store) => {
      await file(store, article("a", { title: "Ferry fares fall", ...held(NOON + 9_000) }));
      await file(store, article("b", { title: "Ferry fares rise" }));
      const sought = { ...ANYTHING, words: ["ferry"] };
      const slice = { skip: 0, limit: 9 };
      for (const order of ["best", "newest"] as const) {
        expect(ids(await store.heldCopy.findHeld(sought, order, NOON, slice))).toEqual(["a"]);
        expect(ids(await store.archive.find(sought, order, NOON, slice))).toEqual(["b"]);
      }
    }));

  test.each([
    ["Business", ["a"]],
    ["business", ["a"]],
    ["FISH", ["a", "b"]],
    ["fis", []], // not the whole name
    ["Tideline", []], // the name of a source
  ])("articles of the section or tag %s", (topic, expected) =>
    withStore(newPlace, async (store) => {
      await file(store, article("a", { section: "Business", tags: ["fish"], source: "Tideline" }));
      await file(store, article("b", { section: "Local", tags: ["Fish", "boats"] }));
      await file(store, article("c", { tags: ["fish"], ...held(NOON + 9_000) }));
      const sought = { ...ANYTHING, topic };
      const found = await store.archive.find(sought, "newest", NOON, { skip: 0, limit: 9 });
      expect(ids(found).toSorted()).toEqual(expected);
      expect(await store.archive.count(sought, NOON, 9)).toBe(expected.length);
    }));

  test("what is in quarantine is listed with its reason, the latest first, for as long as it is", () =>
    withStore(newPlace, async (store) => {
      const torn = (id: string) => ({ ...entry(article(id), "quarantined"), rule: `torn ${id}` });
      const slice = { skip: 0, limit: 9 };
      for (const id of ["a", "b", "c"]) await store.ledger.record(torn(id));
      await file(store, article("b"));
      const rules = async () => (await store.ledger.inQuarantine(slice)).map(({ rule }) => rule);
      expect(await rules()).toEqual(["torn c", "torn a"]);
      expect(await store.ledger.quarantined()).toEqual(["wire/a.txt", "wire/c.txt"]);
      await store.ledger.record(entry(article("c"), "retried"));
      expect(await rules()).toEqual(["torn a"]);
    }));

  test("stories of several reports are told by their last one, of what may be shown alone", () =>
    withStore(newPlace, async (store) => {
      await beside(store, "a", []);
      await beside(store, "x", []);
      await beside(store, "b", ["a"]);
      await beside(store, "alone", []);
      await beside(store, "y", ["x"]);
      const active = async (now: number, before: string | null = null) =>
        (await store.stories.active(before, now, 9)).map(({ story }) => story);
      expect(await active(NOON)).toHaveLength(2);
      await file(store, article("y", { revision: 2, ...held(NOON + 9_000) }));
      const [flood] = await active(NOON);
      expect(await active(NOON)).toHaveLength(1);
      expect(await active(NOON + 9_000)).toHaveLength(2);
      expect((await active(NOON + 9_000)).at(-1)).toBe(flood);
      const [last] = await store.stories.active(null, NOON + 9_000, 1);
      expect(await active(NOON + 9_000, last?.last)).toEqual([flood]);
    }));

  test("a story is one to those alone who may see two of its reports, and is told by the last of these", () =>
    withStore(newPlace, async (store) => {
      const kept = { usageTerms: "No resale" };
      await beside(store, "a", []);
      await beside(store, "b", ["a"]);
      await beside(store, "c", ["a", "b"], kept);
      await beside(store, "x", []);
      await beside(store, "y", ["x"], kept);
      const activeFor = async (audience: "public" | null) => {
        const stories = store.stories.forReaders({ audience, internalSections: [] });
        return (await stories.active(null, NOON, 9)).map(({ story }) => story);
      };
      const [ofTwo, ofThree] = await activeFor(null);
      expect(ofTwo).toBeDefined();
      expect(await activeFor("public")).toEqual([ofThree]);
    }));

  test.each([
    ["for the desk alone", { internal: true } as Partial<Article>],
    ["held", held(NOON + 9_000)],
  ])("a story whose opener is %s is known by, opened by and found by what may be seen of it", (_, hidden) =>
    withStore(newPlace, async (store) => {
      const ids = ["a", "b", "c"];
      await beside(store, "a", []);
      await beside(store, "b", ["a"]);
      await beside(store, "c", ["a", "b"]);
      const opener = (await store.stories.placements(ids, NOON)).get("b")?.story ?? "";
      const others = ids.filter((id) => id !== opener);
      const stories = store.stories.forReaders({ audience: null, internalSections: [] });
      const active = async () => (await stories.active(null, NOON, 9)).map(({ story }) => story);
      expect([others.length, await active()]).toEqual([2, [opener]]);
      await file(store, article(opener, { revision: 2, ...hidden }));
      const placed = await stories.placements(ids, NOON);
      const [name = ""] = await active();
      expect(others).toContain(name);
      expect([...placed].map(([id, { story, isNew }]) => [id, story, isNew]).toSorted()).toEqual(
        others.map((id) => [id, name, id === name]).toSorted(),
      );
      const reportsOf = async (story: string) =>
        (await stories.reports(story, NOON, 9)).map(({ filed }) => filed.article.id).toSorted();
      expect(await reportsOf(opener)).toEqual([]);
      for (const id of others) expect(await reportsOf(id)).toEqual(others);
    }));

  test("a story is told without its reports that are held, and not for them", () =>
    withStore(newPlace, async (store) => {
      await beside(store, "a", []);
      await beside(store, "b", ["a"]);
      await beside(store, "c", ["a", "b"]);
      await beside(store, "x", []);
      await beside(store, "y", ["x"]);
      const active = async (now: number) =>
        (await store.stories.active(null, now, 9)).map(({ story }) => story);
      const [ofTwo, ofThree] = await active(NOON);
      expect(await active(NOON)).toHaveLength(2);
      // The last of three, and the first of two.
      await file(store, article("c", { revision: 2, ...held(NOON + 9_000) }));
      await file(store, article("x", { revision: 2, ...held(NOON + 9_000) }));
      expect(await active(NOON)).toEqual([ofThree]);
      expect((await active(NOON + 9_000)).toSorted()).toEqual([ofTwo, ofThree].toSorted());
    }));
}
