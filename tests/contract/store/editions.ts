import fc from "fast-check";
import { expect, test } from "vitest";
import type { Candidate } from "#core/digest/group.ts";
import { isOrdered } from "#core/digest/verdict.ts";
import { candidatesFor } from "#desk/candidates.ts";
import { issueAtOnce } from "#desk/issue.ts";
import { placeArticle } from "#desk/place-story.ts";
import type { Made } from "#desk/port/editions.ts";
import type { Store } from "#edge/store/store.ts";
import {
  article,
  candidateIds,
  editionOf,
  file,
  ids,
  issue,
  issueBy,
  keyOf,
  MINUTE,
  message,
  NOON,
  type Place,
  subscription,
} from "./samples.ts";
import { withStore } from "./with-store.ts";

const FRONT = subscription("front");
const SPORT = subscription("sport");

/** Places an article in a story, whatever it tells. */
async function placeInStory(store: Store, id: string, story: string): Promise<void> {
  const filed = await store.archive.current(id);
  if (filed === null) return expect.unreachable();
  const link = { one: id, other: story, score: 9, shared: [] };
  const links = story === id ? [] : [link];
  await placeArticle(store, filed, NOON, { link: () => ({ duplicate: null, links }) });
}

const NOTHING = () => ({ made: null, waiting: [] });

export function editionsContract(newPlace: () => Promise<Place>): void {
  test("a slot is dealt with once, and known from then on", () =>
    withStore(newPlace, async (store) => {
      await file(store, article("a"));
      expect(await store.editions.lastSlot("front")).toBeNull();
      const made = await issue(store, FRONT, NOON);
      expect(made?.edition.items).toHaveLength(1);
      await file(store, article("b"));
      expect(await issue(store, FRONT, NOON)).toBeNull();
      expect(await store.editions.lastSlot("front")).toBe(NOON);
      expect(await store.editions.lastSlot("sport")).toBeNull();
      expect(await store.editions.issued("front", 9)).toHaveLength(1);
    }));

  test("of many calls for one slot at one time, one makes the edition", () =>
    withStore(newPlace, async (store) => {
      await file(store, article("a"));
      const calls = Array.from({ length: 8 }, () => issue(store, FRONT, NOON));
      const made = (await Promise.all(calls)).filter((result) => result !== null);
      expect(made).toHaveLength(1);
      expect(await store.outbox.claim(NOON, ["slack"])).toHaveLength(1);
    }));

  test("an empty edition takes its slot and leaves nothing else", () =>
    withStore(newPlace, async (store) => {
      expect(await issueBy(store, FRONT, NOON, NOON, NOTHING)).toBeNull();
      expect(await store.editions.lastSlot("front")).toBe(NOON);
      expect(await store.editions.issued("front", 9)).toEqual([]);
      expect(await issue(store, FRONT, NOON)).toBeNull();
      expect(await store.outbox.nextDue(["slack"])).toBeNull();
    }));

  test("the last slot is the one dealt with last: a later one came by a clock that was ahead", () =>
    withStore(newPlace, async (store) => {
      await issue(store, FRONT, NOON);
      const now = NOON - 10 * MINUTE;
      expect(await store.editions.goBack("front", now)).toBe(now);
      expect(await store.editions.lastSlot("front")).toBe(now);
      expect(await store.editions.lastSlot("sport")).toBeNull();
    }));

  test("a slot comes once more after the clock went back, by a moment of its own, and once alone", () =>
    withStore(newPlace, async (store) => {
      await file(store, article("a"));
      await issue(store, FRONT, NOON);
      await store.editions.goBack("front", NOON - MINUTE);
      await file(store, article("b", { takenIn: NOON + 10 * MINUTE }));
      const known: number[] = [];
      const again = () =>
        issueBy(store, FRONT, NOON, NOON, (candidates, slot) => {
          known.push(slot);
          return { made: editionOf(FRONT, slot, 1, candidates), waiting: [] };
        });
      const made = await again();
      expect(ids(made?.edition.items.map(({ filed }) => filed) ?? [])).toEqual(["b"]);
      expect(await again()).toBeNull();
      expect(known).toEqual([NOON + 1]);
      expect(await store.editions.lastSlot("front")).toBe(NOON + 1);
    }));

  test("a slot that is late is not dealt with once more; from then on it is the last", () =>
    withStore(newPlace, async (store) => {
      await issue(store, FRONT, NOON);
      await store.editions.goBack("front", NOON - MINUTE);
      const never = () => expect.unreachable("it was dealt with");
      expect(await issueBy(store, FRONT, NOON, NOON + MINUTE, never, true)).toBeNull();
      expect(await store.editions.lastSlot("front")).toBe(NOON);
    }));

  test("an edition that cannot be made leaves its slot free", () =>
    withStore(newPlace, async (store) => {
      await file(store, article("a"));
      const broken = new TypeError("no such layout");
      const failing = issueBy(store, FRONT, NOON, NOON, () => {
        throw broken;
      });
      await expect(failing).rejects.toBe(broken);
      expect(await store.editions.lastSlot("front")).toBeNull();
      expect(await issue(store, FRONT, NOON)).not.toBeNull();
    }));

  test("an edition whose last part cannot be stored leaves no part of itself", () =>
    withStore(newPlace, async (store) => {
      await file(store, article("a"));
      const twice = { key: "same", message: message("same") };
      const failing = issueBy(store, FRONT, NOON, NOON, (all) => ({
        made: { ...editionOf(FRONT, NOON, 0, all), parts: [twice, twice] },
        waiting: [],
      }));
      await expect(failing).rejects.toMatchObject({ name: "StoreError", code: "failed" });
      expect(await store.editions.lastSlot("front")).toBeNull();
      expect(await store.editions.issued("front", 9)).toEqual([]);
      expect(await store.outbox.nextDue(["slack"])).toBeNull();
      expect(candidateIds(await candidatesFor(store, FRONT, NOON, NOON))).toEqual(["a"]);
    }));

  test("what a place was told behind another report is offered to it no more, and to others it is", () =>
    withStore(newPlace, async (store) => {
      for (const id of ["a", "b"]) await file(store, article(id));
      await issueBy(store, FRONT, NOON, NOON, (all) => {
        const shown = all.filter(({ filed }) => filed.article.id === "b");
        const made = editionOf(FRONT, NOON, 1, shown);
        const told = [{ article: article("a"), by: "b" }];
        return { made: { ...made, edition: { ...made.edition, told } }, waiting: [] };
      });
      const span = { now: NOON, asOf: NOON, since: null, limit: null };
      const offered = async () => {
        const looks = [FRONT, SPORT].map((one) => ({ subscription: one, span }));
        const all = await store.editions.offers(looks);
        return all.map((offers) =>
          offers.map(({ filed, read }) => [filed.article.id, read?.revision]),
        );
      };
      const toSport = [
        ["b", undefined],
        ["a", undefined],
      ];
      expect(await offered()).toEqual([[], toSport]);
      await file(store, article("a", { revision: 2 }));
      expect(await offered()).toEqual([[["a", 1]], toSport.toReversed()]);
    }));

  test("candidates are what this subscription has not carried, newest first", () =>
    withStore(newPlace, async (store) => {
      await file(store, article("a", { published: NOON - 3 }));
      await file(store, article("b", { published: NOON - 1 }));
      await issue(store, FRONT, NOON);
      await file(store, article("c", { published: NOON - 2 }));
      await file(store, article("d", { published: NOON }));
      expect(candidateIds(await candidatesFor(store, FRONT, NOON, NOON))).toEqual(["d", "c"]);
      const others = await candidatesFor(store, SPORT, NOON, NOON);
      expect(candidateIds(others)).toEqual(["d", "b", "c", "a"]);
    }));

  test("an article comes back when it is revised, with the revision that was carried", () =>
    withStore(newPlace, async (store) => {
      await file(store, article("a"));
      await file(store, article("b"));
      await issue(store, FRONT, NOON);
      await file(store, article("a", { revision: 2 }));
      await file(store, article("a", { revision: 3, title: "The ferry sails again" }));
      const [only, ...more] = await candidatesFor(store, FRONT, NOON, NOON);
      expect(more).toEqual([]);
      expect(only?.filed.article.revision).toBe(3);
      expect(only?.carried).toBe(1);
      const [fresh] = await candidatesFor(store, SPORT, NOON, NOON);
      expect(fresh?.carried).toBeNull();
      const made = await issue(store, FRONT, NOON + MINUTE);
      expect(made?.edition.items.map(({ update }) => update)).toEqual([true]);
      expect(await candidatesFor(store, FRONT, NOON + MINUTE, NOON + MINUTE)).toEqual([]);
    }));

  test.each([
    ["carried", false],
    ["told by another report", true],
  ])("what was %s and is held and given back as it was is nothing new, and a new text of it is", (_, told) =>
    withStore(newPlace, async (store) => {
      await file(store, article("a"));
      await file(store, article("b"));
      await issueBy(store, FRONT, NOON, NOON, (all) => {
        const shown = told ? all.filter(({ filed }) => filed.article.id === "b") : all;
        const made = editionOf(FRONT, NOON, 1, shown);
        const others = told ? [{ article: article("a"), by: "b" }] : [];
        return { made: { ...made, edition: { ...made.edition, told: others } }, waiting: [] };
      });
      const HOLD = { kind: "hold", by: "Ana", at: NOON } as const;
      await file(store, article("a", { revision: 2, decision: HOLD }));
      await file(store, article("a", { revision: 3 }));
      expect(await candidatesFor(store, FRONT, NOON, NOON)).toEqual([]);
      expect(candidateIds(await candidatesFor(store, SPORT, NOON, NOON))).toContain("a");
      await file(store, article("a", { revision: 4, title: "The ferry sails again" }));
      const offered = await candidatesFor(store, FRONT, NOON, NOON);
      expect(offered).toMatchObject([{ filed: { article: { id: "a", revision: 4 } } }]);
      expect(offered[0]?.carried).toBe(told ? null : 1);
    }));

  test.each([
    ["killed", { status: "killed" as const }],
    ["held by an editor", { decision: { kind: "hold", by: "Ana", at: NOON } as const }],
    ["under embargo", { embargo: { kind: "unreadable", text: "later" } as const }],
  ])("a report that was carried and is %s counts as known to nobody", (_, changes) =>
    withStore(newPlace, async (store) => {
      const shipped = article("a", { title: "Old words" });
      await file(store, shipped);
      await issue(store, FRONT, NOON);
      await file(store, article("a", { revision: 2, title: "New words" }));
      const known = async () =>
        (await candidatesFor(store, FRONT, NOON, NOON)).flatMap(({ known: of }) => of ?? []);
      expect(ids(await known())).toEqual(["a"]);
      await file(store, article("b"));
      for (const id of ["a", "b"]) await placeInStory(store, id, "a");
      await file(store, article("a", { revision: 3, title: "New words", ...changes }));
      expect(candidateIds(await candidatesFor(store, FRONT, NOON, NOON))).toEqual(["b"]);
      expect(await known()).toEqual([]);
    }));

  test("an edition is offered every article that its subscription ordered", () => {
    const name = fc.constantFrom(
      "sport",
      " Sport",
      "SPORT ",
      "sports",
      "İzmir",
      "i̇zmir",
      "",
      "a,b",
    );
    const order = fc.record({ sections: fc.array(name), tags: fc.array(name) });
    const copy = fc.record({ section: fc.option(name), tags: fc.array(name) });
    return fc.assert(
      fc.asyncProperty(order, fc.array(copy, { maxLength: 5 }), (ordered, copies) =>
        withStore(newPlace, async (store) => {
          const all = copies.map((topics, index) => article(`a${index}`, topics));
          for (const each of all) await file(store, each);
          let offered: readonly Candidate[] = [];
          await issueBy(store, { ...FRONT, ...ordered }, NOON, NOON, (candidates) => {
            offered = candidates;
            return NOTHING();
          });
          const wanted = all.filter((each) => isOrdered(each, ordered)).map(({ id }) => id);
          const got = offered.filter(({ filed }) => isOrdered(filed.article, ordered));
          expect(candidateIds(got).toSorted()).toEqual(wanted);
        }),
      ),
      { numRuns: 30 },
    );
  });

  test("what was carried or taken in after a moment does not count as of that moment", () =>
    withStore(newPlace, async (store) => {
      await file(store, article("a", { takenIn: NOON - MINUTE }));
      await issue(store, FRONT, NOON);
      await file(store, article("late", { takenIn: NOON + 1 }));
      const asOf = (moment: number) => candidatesFor(store, FRONT, NOON + MINUTE, moment);
      expect(candidateIds(await asOf(NOON - 1))).toEqual(["a"]);
      expect(candidateIds(await asOf(NOON))).toEqual([]);
      expect(candidateIds(await asOf(NOON + 1))).toEqual(["late"]);
      expect(candidateIds(await asOf(NOON - MINUTE - 1))).toEqual([]);
    }));

  test("what waits is offered again, and what was left out is not", () =>
    withStore(newPlace, async (store) => {
      for (const id of ["a", "b", "c"]) await file(store, article(id));
      await issueBy(store, FRONT, NOON, NOON, () => ({ made: null, waiting: ["b"] }));
      const next = NOON + MINUTE;
      const offered = candidateIds(await candidatesFor(store, FRONT, next, next));
      // Those filed after what waits are looked at once more: whoever deals with them leaves them out again.
      expect(offered.toSorted()).toEqual(["b", "c"]);
      expect((await store.editions.passed()).get("front")).toBe(1);
    }));

  test("a place that orders something else begins with what comes from then on", () =>
    withStore(newPlace, async (store) => {
      await file(store, article("old", { section: "city" }));
      await issueBy(store, { ...FRONT, sections: ["sport"] }, NOON, NOON, NOTHING);
      await file(store, article("new", { section: "city" }));
      const city = { ...FRONT, sections: ["city"] };
      const next = NOON + MINUTE;
      expect(candidateIds(await candidatesFor(store, city, next, next))).toEqual(["new"]);
    }));

  test("what is urgent takes a moment of its own, and the next slot comes as if it had not", () =>
    withStore(newPlace, async (store) => {
      await file(store, article("flash"));
      await file(store, article("feature"));
      const at = NOON + 1;
      const flashOnly = (all: readonly Candidate[]) =>
        editionOf(
          FRONT,
          at,
          1,
          all.filter(({ filed }) => filed.article.id === "flash"),
        );
      const atOnce = async (deal: (all: readonly Candidate[]) => Made | null) =>
        (await issueAtOnce(store, [FRONT], at, (_, all) => deal(all))).get("front") ?? null;
      expect(await atOnce(() => null)).toBeNull();
      expect(await store.editions.lastSlot("front")).toBeNull();
      expect(await atOnce(flashOnly)).not.toBeNull();
      expect(await atOnce(flashOnly)).toBeNull();
      expect(await store.editions.lastSlot("front")).toBeNull();
      const digest = await issue(store, FRONT, NOON + MINUTE);
      expect(ids(digest?.edition.items.map(({ filed }) => filed) ?? [])).toEqual(["feature"]);
    }));

  test("a slot that is dealt with late carries what has been taken in since", () =>
    withStore(newPlace, async (store) => {
      await file(store, article("a", { takenIn: NOON + MINUTE }));
      const made = await issue(store, FRONT, NOON, { now: NOON + 2 * MINUTE });
      expect(made?.edition.items).toHaveLength(1);
    }));

  test("stored editions come back newest first, with their parts in order", () =>
    withStore(newPlace, async (store) => {
      await issue(store, FRONT, NOON, { parts: 12 });
      await issue(store, FRONT, NOON + MINUTE, { parts: 1 });
      await issue(store, SPORT, NOON + MINUTE);
      const [second, first, ...more] = await store.editions.issued("front", 9);
      expect(more).toEqual([]);
      expect(second?.slot).toBe(NOON + MINUTE);
      expect(first?.messages).toEqual(
        Array.from({ length: 12 }, (_, part) => message(keyOf(FRONT, NOON, part))),
      );
      expect(await store.editions.issued("front", 1)).toEqual([second]);
    }));

  test("an edition is posted when its last part is", () =>
    withStore(newPlace, async (store) => {
      await file(store, article("a"));
      await issue(store, FRONT, NOON, { parts: 2 });
      const postedAt = async () => (await store.editions.issued("front", 1))[0]?.postedAt;
      await store.outbox.claim(NOON, ["slack"]);
      await store.outbox.delivered(keyOf(FRONT, NOON, 0), { messageId: "1", url: null }, NOON + 1);
      expect(await postedAt()).toBeNull();
      await store.outbox.claim(NOON, ["slack"]);
      await store.outbox.delivered(keyOf(FRONT, NOON, 1), { messageId: "2", url: null }, NOON + 2);
      expect(await postedAt()).toBe(NOON + 2);
    }));
}
