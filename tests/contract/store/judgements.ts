import { expect, test } from "vitest";
import { ANYTHING } from "#core/reply/sought.ts";
import { placeArticle, placeOpinion } from "#desk/place-story.ts";
import type { Asking, Spent } from "#desk/port/judgements.ts";
import type { Store } from "#edge/store/store.ts";
import { readPairs } from "#tests/eval/stories/pairs.ts";
import { filingOf } from "../../core/story/filing.ts";
import {
  article,
  briefOf,
  file,
  issueAbout,
  MINUTE,
  NOON,
  type Place,
  subscription,
} from "./samples.ts";
import { withStore } from "./with-store.ts";

const ASKING: Asking = { key: "5c1d", model: "tarn-1", article: "a", at: NOON };
const ANSWER = '{"facts":[2,1]}';
/** After all of the reports. */
const LATER = NOON;
const always = () => true;
const came = (text: string) => ({ ok: true, text, tokens: { read: 900, written: 40 } }) as const;

const JUDGED = { model: "tarn-1", answer: "9f2e", notes: [] };
const BETTER = { ...briefOf(article("a"), "A tide came to Velsk"), judged: JUDGED };

export function judgementsContract(newPlace: () => Promise<Place>): void {
  test("a question is ours once, however many put it at a time, and its answer is known from then on", () =>
    withStore(newPlace, async ({ judgements }) => {
      const puts = Array.from({ length: 4 }, () => judgements.put(ASKING, 0, always));
      const kinds = (await Promise.all(puts)).map(({ kind }) => kind);
      expect(kinds.toSorted()).toEqual(["ours", "put", "put", "put"]);
      await judgements.note(ASKING.key, came(ANSWER));
      expect(await judgements.put(ASKING, 0, () => false)).toEqual({
        ...{ kind: "answered", text: ANSWER },
      });
    }));

  test("a question that failed is not put again", () =>
    withStore(newPlace, async ({ judgements }) => {
      await judgements.put(ASKING, 0, always);
      await judgements.note(ASKING.key, { ok: false, code: "slow" });
      expect(await judgements.put(ASKING, 0, always)).toEqual({ kind: "put" });
    }));

  test("what was spent since a moment, and no earlier question, decides whether another is put", () =>
    withStore(newPlace, async ({ judgements }) => {
      const seen: Spent[] = [];
      const put = (key: string, at: number, from: number) =>
        judgements.put({ ...ASKING, key, at }, from, (spent) => {
          seen.push(spent);
          return spent.questions < 1;
        });
      expect(await put("old", NOON - MINUTE, NOON - MINUTE)).toEqual({ kind: "ours" });
      await judgements.note("old", came(ANSWER));
      expect(await put("new", NOON, NOON)).toEqual({ kind: "ours" });
      await judgements.note("new", came(ANSWER));
      expect(await put("more", NOON, NOON)).toEqual({ kind: "over-budget" });
      expect(seen).toEqual([
        { questions: 0, tokens: { read: 0, written: 0 } },
        { questions: 0, tokens: { read: 0, written: 0 } },
        { questions: 1, tokens: { read: 900, written: 40 } },
      ]);
      // What was not put may be put another day.
      expect(await judgements.put({ ...ASKING, key: "more" }, NOON + 1, always)).toEqual({
        kind: "ours",
      });
    }));

  const found = async ({ archive }: Store, word: string) =>
    (
      await archive.find({ ...ANYTHING, words: [word], exact: [word] }, "best", NOON, {
        skip: 0,
        limit: 9,
      })
    ).length;

  test("a brief that nobody was sent becomes another one, by whose words it is found", () =>
    withStore(newPlace, async (store) => {
      const { archive } = store;
      await file(store, article("a"), "Old words");
      expect(await archive.improve({ id: "a", revision: 1 }, BETTER)).toBe(true);
      const filed = await archive.get("a", NOON);
      expect(filed).toEqual({ article: article("a"), brief: BETTER });
      expect(await archive.headlines("tide", NOON, 9)).toEqual([
        { id: "a", headline: BETTER.headline },
      ]);
      expect([await found(store, "velsk"), await found(store, "words")]).toEqual([1, 0]);
    }));

  test("one that a post has, or waits with, stays; so does that of another revision", () =>
    withStore(newPlace, async (store) => {
      const { archive } = store;
      await file(store, article("a"));
      expect(await archive.improve({ id: "a", revision: 2 }, BETTER)).toBe(false);
      await issueAbout(store, subscription("front"));
      expect(await archive.improve({ id: "a", revision: 1 }, BETTER)).toBe(false);
      expect((await archive.get("a", NOON))?.brief.judged).toBeUndefined();
      expect(await archive.improve({ id: "none", revision: 1 }, BETTER)).toBe(false);
    }));

  const placed = async (store: Store, kind: "near" | "same", number: number) => {
    const pair = readPairs().find(({ reports }) => reports[0]?.id === `${kind}-${number}-1`);
    const filings = (pair?.reports ?? []).map(filingOf);
    for (const filing of filings) {
      await store.archive.file(filing.article, filing.brief, []);
      await placeArticle(store, filing, LATER);
    }
    const [one = "", other = ""] = filings.map(({ article: { id } }) => id);
    const isOne = async () => {
      const { stories } = store;
      const found = await stories.placements([one, other], LATER);
      return found.get(one)?.story === found.get(other)?.story;
    };
    return { one, other, isOne, filings };
  };

  test("what a model says of two reports in doubt parts them, and joins them", () =>
    withStore(newPlace, async (store) => {
      const { one, other, isOne } = await placed(store, "near", 19);
      expect(await isOne()).toBe(true);
      expect((await store.storyMembers.linksOf(other, -0.4, 1)).map((link) => link.other)).toEqual([
        one,
      ]);
      await placeOpinion(store, { one, other, isSame: false }, LATER);
      expect(await isOne()).toBe(false);
    }));

  test("and joins what was parted in doubt; another text of one of them is weighed by the rules again", () =>
    withStore(newPlace, async (store) => {
      const { one, other, isOne, filings } = await placed(store, "same", 17);
      expect(await isOne()).toBe(false);
      await placeOpinion(store, { one: other, other: one, isSame: true }, LATER);
      expect(await isOne()).toBe(true);
      expect(await store.storyMembers.opinionsAmong([one, other])).toHaveLength(1);
      const [first] = filings;
      if (first === undefined) throw new TypeError("it was filed");
      await placeArticle(store, { ...first, article: { ...first.article, revision: 2 } }, LATER);
      expect(await store.storyMembers.opinionsAmong([one, other])).toEqual([]);
      expect(await isOne()).toBe(false);
    }));
}
