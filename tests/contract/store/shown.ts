import { expect, test } from "vitest";
import type { Article } from "#core/article/article.ts";
import { ANYTHING } from "#core/reply/sought.ts";
import { article, file, ids, MINUTE, NOON, type Place } from "./samples.ts";
import { withStore } from "./with-store.ts";

const UNTIL_NOON = { kind: "until" as const, instant: NOON, text: "noon" };
const HOLD = { kind: "hold" as const, by: "Ana", at: NOON };

/** Why an article may not be shown before noon, nor, but for the last, after it. */
const HELD: readonly (readonly [string, Partial<Article>])[] = [
  ["killed", { status: "killed" }],
  ["withheld", { status: "withheld" }],
  ["held by an editor", { decision: HOLD }],
  ["killed by an editor", { decision: { ...HOLD, kind: "kill" } }],
  ["under an embargo that cannot be read", { embargo: { kind: "unreadable", text: "later" } }],
  ["of a file that cannot be read", { unread: { reason: "torn", file: "a.txt", at: NOON } }],
  ["under embargo", { embargo: UNTIL_NOON }],
];

const ALL = { skip: 0, limit: 9 };

export function shownContract(newPlace: () => Promise<Place>): void {
  test.each(HELD)("an article that was public and is now %s is found no more", (_, changes) =>
    withStore(newPlace, async (store) => {
      const text = { title: "Secret tide", tags: ["merger"] };
      await file(store, article("a", text));
      await file(store, article("a", { ...text, ...changes, revision: 2 }));
      const { archive } = store;
      const now = NOON - 1;
      for (const sought of [ANYTHING, { ...ANYTHING, words: ["secret"] }]) {
        for (const order of ["best", "newest", "oldest"] as const) {
          expect(await archive.find(sought, order, now, ALL)).toEqual([]);
        }
      }
      expect(await archive.arrived(0, now, 9)).toEqual([]);
      expect(await archive.revisions("a", now, 9)).toEqual([]);
      expect(await archive.names("topic", "", now, 9)).toEqual([]);
      await file(store, article("a", { ...text, revision: 3 }));
      expect(ids(await archive.find(ANYTHING, "best", now, ALL))).toEqual(["a"]);
      expect(await archive.names("topic", "mer", now, 9)).toEqual(["merger"]);
    }));

  test.each(
    HELD,
  )("a revision that was %s when the next came is not among the revisions", (_, changes) =>
    withStore(newPlace, async (store) => {
      await file(store, article("a", { title: "First" }));
      await file(store, article("a", { title: "Secret", ...changes, revision: 2 }));
      await file(store, article("a", { title: "Third", revision: 3 }));
      const revisions = await store.archive.revisions("a", NOON - 1, 9);
      expect(revisions.map(({ title }) => title)).toEqual(["First", "Third"]);
    }));

  test("nor is one whose embargo is over by now, and was not when the next came", () =>
    withStore(newPlace, async (store) => {
      const revision = (number: number, minutes: number) =>
        article("a", { revision: number, takenIn: NOON + minutes * MINUTE, embargo: UNTIL_NOON });
      await file(store, revision(1, -3));
      await file(store, revision(2, -2));
      await file(store, revision(3, 2));
      const numbers = (await store.archive.revisions("a", NOON + 3 * MINUTE, 9)).map(
        (one) => one.revision,
      );
      expect(numbers).toEqual([2, 3]);
    }));

  test("the revisions of an article come in their order, the last of them where there are many", () =>
    withStore(newPlace, async (store) => {
      for (const revision of [1, 3, 2, 4]) {
        await file(store, article("a", { revision, title: `Text ${revision}` }));
      }
      await file(store, article("b"));
      const numbers = async (limit: number) =>
        (await store.archive.revisions("a", NOON, limit)).map(({ revision }) => revision);
      expect(await numbers(9)).toEqual([1, 2, 3, 4]);
      expect(await numbers(2)).toEqual([3, 4]);
      expect(await store.archive.revisions("nobody", NOON, 9)).toEqual([]);
    }));

  test("what has arrived since a moment comes latest first, whatever its own date", () =>
    withStore(newPlace, async (store) => {
      const at = (minutes: number) => NOON + minutes * MINUTE;
      await file(store, article("first", { takenIn: at(1), published: at(9) }));
      await file(store, article("second", { takenIn: at(2), published: at(-9) }));
      await file(store, article("third", { takenIn: at(3) }));
      await file(store, article("held", { takenIn: at(3), embargo: UNTIL_NOON }));
      const { archive } = store;
      expect(ids(await archive.arrived(at(2), NOON - 1, 9))).toEqual(["third", "second"]);
      expect(ids(await archive.arrived(at(0), NOON - 1, 2))).toEqual(["third", "second"]);
      expect(ids(await archive.arrived(at(3), NOON, 9)).toSorted()).toEqual(["held", "third"]);
      expect(await archive.arrived(at(4), NOON, 9)).toEqual([]);
    }));
}
