import { expect, test } from "vitest";
import type { Article } from "#core/article/article.ts";
import { createWriteBrief } from "#core/brief/write.ts";
import { Shelf } from "#core/story/shelf.ts";
import { signatureOf } from "#core/story/signature.ts";
import type { Placement } from "#core/story/story.ts";
import { candidatesFor } from "#desk/candidates.ts";
import { type PlacingRules, placeArticle } from "#desk/place-story.ts";
import { createStoryDesk } from "#desk/story.ts";
import type { Store } from "#edge/store/store.ts";
import { readGoldEvents } from "#tests/eval/stories/gold.ts";
import { filingOf } from "../../core/story/filing.ts";
import {
  article,
  editionOf,
  issue,
  issueBy,
  MINUTE,
  NOON,
  type Place,
  subscription,
} from "./samples.ts";
import { withStore } from "./with-store.ts";

const writeBrief = createWriteBrief();
const TEXT =
  "A flash flood swept through the Sarn valley before dawn, killing 12 people in the village of Tevik, the governor, Halim Dorro, said.\n\nTwo bridges were washed away.";

async function fileReport(store: Store, id: string, changes: Partial<Article> = {}) {
  const of = article(id, {
    ...{ title: "Flood kills 12 in Sarn valley", body: TEXT, source: `Wire of ${id}` },
    ...changes,
  });
  await store.archive.file(of, writeBrief(of), []);
  return of;
}

function desk(store: Store, now = NOON) {
  return createStoryDesk({ store, clock: { now: () => now }, pause: async () => undefined });
}

const BONDS = "Bonds rose in Port Arden.";
const FIRST = "Water rose in the streets of Tevik on Monday, the mayor said.";
const SECOND = "A dam above the Orlu valley broke, engineers said, and soldiers were sent.";

/** Places a report that is so sure to be of one event with each of these, as sure as can be unless told. */
function link(store: Store, id: string, others: readonly string[], score = 6): Promise<void> {
  return place(store, id, others, { score, weigh: (known) => known });
}

interface Placing extends Pick<PlacingRules, "weigh"> {
  readonly score?: number;
}

async function place(
  store: Store,
  id: string,
  others: readonly string[],
  { score = 6, weigh }: Placing,
): Promise<void> {
  await fileReport(store, id, {
    takenIn: NOON + 1,
    title: "Dam breaks",
    body: `${FIRST} ${SECOND}`,
  });
  const filed = await store.archive.current(id);
  if (filed === null) return expect.unreachable();
  const links = others.map((other) => ({ one: id, other, score, shared: [] }));
  await placeArticle(store, filed, NOON + 1, { link: () => ({ duplicate: null, links }), weigh });
}

async function placementOf({ stories }: Store, id: string, now: number) {
  return (await stories.placements([id], now)).get(id);
}

const held = (until: number): Partial<Article> => ({
  embargo: { kind: "until", instant: until, text: "until then" },
});

export function storiesContract(newPlace: () => Promise<Place>): void {
  test("what reports that hang together have in common is weighed anew as more come, and written", () =>
    withStore(newPlace, async (store) => {
      for (const id of ["a", "b"]) await fileReport(store, id, { body: `${TEXT} By ${id}.` });
      await desk(store).placeAll();
      const asked: string[] = [];
      await place(store, "c", ["a", "b"], {
        score: 2,
        weigh: (known, signatures) => {
          asked.push(...signatures.map(({ article }) => article).toSorted());
          return known.map((link) => ({ ...link, score: 1.5 }));
        },
      });
      expect(asked).toEqual(["a", "b", "c"]);
      const scores: number[] = [];
      await place(store, "d", ["a", "b", "c"], {
        weigh: (known) => {
          scores.push(...known.map(({ score }) => score));
          return known.map((link) => ({ ...link, score: -3 }));
        },
      });
      expect(scores.toSorted()).toEqual([1.5, 2, 2]);
      const stories = ["a", "b", "c"].map((id) => placementOf(store, id, NOON + 1));
      expect(new Set((await Promise.all(stories)).map((one) => one?.story)).size).toBeGreaterThan(
        1,
      );
    }));

  test("reports on one event are one story, in the order in which they were filed", () =>
    withStore(newPlace, async (store) => {
      await fileReport(store, "a");
      await fileReport(store, "b", {
        takenIn: NOON + MINUTE,
        body: `TEVIK – Villagers mourned 12 dead after a flood in the Sarn valley.\n\n“We had no warning,” said Halim Dorro, the governor.`,
      });
      await fileReport(store, "c", { title: "Bonds rise", body: BONDS });
      await desk(store, NOON + MINUTE).placeAll();
      const reports = await store.stories.reports("a", NOON + MINUTE, 10);
      expect(reports.map(({ filed }) => filed.article.id)).toEqual(["a", "b"]);
      expect(reports[1]?.placement).toMatchObject({ rule: "alike", isNew: false, story: "a" });
      expect(await placementOf(store, "c", NOON + MINUTE)).toMatchObject({ story: "c" });
    }));

  test("the same text of another source is told to be a copy", () =>
    withStore(newPlace, async (store) => {
      await fileReport(store, "a");
      await fileReport(store, "b");
      await desk(store).placeAll();
      expect(await placementOf(store, "b", NOON)).toMatchObject({
        ...{ story: "a", rule: "same text", duplicate: { of: "a" } },
      });
    }));

  test("a copy of a copy is told to be one of the original", () =>
    withStore(newPlace, async (store) => {
      await fileReport(store, "a");
      await desk(store).placeAll();
      await fileReport(store, "b", { body: `${TEXT} Agencies.` });
      await desk(store).placeAll();
      await fileReport(store, "c", { body: `${TEXT} Agencies.` });
      await desk(store).placeAll();
      expect(await placementOf(store, "c", NOON)).toMatchObject({ duplicate: { of: "a" } });
    }));

  test("what is held is placed once it may be seen, and until then nothing tells of it", () =>
    withStore(newPlace, async (store) => {
      await fileReport(store, "a");
      await fileReport(store, "b", held(NOON + MINUTE));
      await desk(store).placeAll();
      expect(await placementOf(store, "b", NOON)).toBeUndefined();
      expect(await store.stories.reports("a", NOON, 10)).toHaveLength(1);
      await desk(store, NOON + MINUTE).placeAll();
      expect(await placementOf(store, "b", NOON + MINUTE)).toMatchObject({ story: "a" });
    }));

  test("a report that is held or killed later stands in no story, and draws no other into one", () =>
    withStore(newPlace, async (store) => {
      await fileReport(store, "a");
      await desk(store).placeAll();
      await fileReport(store, "a", { revision: 2, status: "killed" });
      await fileReport(store, "b");
      await desk(store).placeAll();
      expect(await placementOf(store, "a", NOON)).toBeUndefined();
      expect(await store.stories.reports("a", NOON, 10)).toEqual([]);
      expect(await placementOf(store, "b", NOON)).toMatchObject({
        ...{ story: "b", isNew: true, shared: [] },
      });
    }));

  test("a revision stays in its story, and others find it by its new text", () =>
    withStore(newPlace, async (store) => {
      await fileReport(store, "a", { title: "Bonds rise", body: BONDS });
      await desk(store).placeAll();
      await fileReport(store, "a", { revision: 2 });
      await desk(store).placeAll();
      await fileReport(store, "b");
      await desk(store).placeAll();
      expect(await placementOf(store, "a", NOON)).toMatchObject({ story: "a" });
      expect(await placementOf(store, "b", NOON)).toMatchObject({ story: "a" });
    }));

  test("a report that leads to two stories joins them, as long as no place has carried them", () =>
    withStore(newPlace, async (store) => {
      await fileReport(store, "a", { title: "Flood in Tevik", body: FIRST });
      await fileReport(store, "b", { takenIn: NOON + 1, title: "Orlu dam breaks", body: SECOND });
      await desk(store, NOON + 1).placeAll();
      expect(await placementOf(store, "b", NOON + 1)).toMatchObject({ story: "b" });
      await link(store, "c", ["a", "b"]);
      expect(await placementOf(store, "b", NOON + 1)).toMatchObject({ story: "a" });
      expect(await store.stories.reports("a", NOON + 1, 9)).toHaveLength(3);
    }));

  test("what places have carried stays in its story, and a further report goes to one of them", () =>
    withStore(newPlace, async (store) => {
      await fileReport(store, "a", { title: "Flood in Tevik", body: FIRST });
      await fileReport(store, "b", { takenIn: NOON + 1, title: "Orlu dam breaks", body: SECOND });
      await desk(store, NOON + 1).placeAll();
      await issue(store, subscription("front"), NOON + MINUTE);
      await link(store, "c", ["a", "b"]);
      expect(await placementOf(store, "a", NOON + 1)).toMatchObject({ story: "a" });
      expect(await placementOf(store, "b", NOON + 1)).toMatchObject({ story: "b" });
    }));

  test("what stood behind the headline of another report stays with it, as readers saw it", () =>
    withStore(newPlace, async (store) => {
      await fileReport(store, "a");
      const told = await fileReport(store, "b", {
        takenIn: NOON + 1,
        body: "TEVIK – Villagers mourned 12 dead after a flood in the Sarn valley, said Halim Dorro, the governor.",
      });
      await desk(store, NOON + 1).placeAll();
      expect(await placementOf(store, "b", NOON + 1)).toMatchObject({ story: "a" });
      await issueBy(store, subscription("front"), NOON + MINUTE, NOON + MINUTE, (all) => {
        const lead = all.filter(({ filed }) => filed.article.id === "a");
        const made = editionOf(subscription("front"), NOON + MINUTE, 1, lead);
        const edition = { ...made.edition, told: [{ article: told, by: "a" }] };
        return { made: { ...made, edition }, waiting: [] };
      });
      await fileReport(store, "b", { revision: 2, title: "Bonds rise", body: BONDS });
      await desk(store, NOON + MINUTE).placeAll();
      expect(await placementOf(store, "b", NOON + MINUTE)).toMatchObject({ story: "a" });
    }));

  test("a date that lies far ahead makes no report of today too old to be joined", () =>
    withStore(newPlace, async (store) => {
      await fileReport(store, "a");
      await fileReport(store, "ahead", { published: NOON + 40 * 24 * 60 * MINUTE, body: BONDS });
      await fileReport(store, "more", { published: NOON + 41 * 24 * 60 * MINUTE, body: BONDS });
      await desk(store).placeAll();
      await fileReport(store, "b");
      await desk(store).placeAll();
      expect(await placementOf(store, "b", NOON)).toMatchObject({ story: "a" });
    }));

  test("what was taken in before a story can be joined is left alone, and is not looked at again", () =>
    withStore(newPlace, async (store) => {
      await fileReport(store, "old", { takenIn: NOON - 30 * 24 * 60 * MINUTE });
      await desk(store).placeAll();
      expect(await placementOf(store, "old", NOON)).toBeUndefined();
      expect(await store.stories.unplaced(NOON, 0, 10)).toEqual([]);
    }));

  test("reports that are too old to be joined stay in their story, and a late revision of one finds it", () =>
    withStore(newPlace, async (store) => {
      const month = 30 * 24 * 60 * MINUTE;
      await fileReport(store, "old", { published: NOON - month });
      await desk(store).placeAll();
      await fileReport(store, "b");
      await fileReport(store, "c", { body: `${TEXT} The army helped.` });
      await desk(store).placeAll();
      await fileReport(store, "old", { revision: 2, published: NOON - month });
      await desk(store).placeAll();
      expect(await placementOf(store, "old", NOON)).toMatchObject({ story: "old" });
      expect((await store.stories.reports("b", NOON, 9)).length).toBe(2);
    }));

  test("an article that is filed while others are placed is not passed over", () =>
    withStore(newPlace, async (store) => {
      await fileReport(store, "a");
      let late = 0;
      const busy = createStoryDesk({
        store,
        clock: { now: () => NOON },
        pause: async () => {
          late += 1;
          if (late < 4) await fileReport(store, `late${late}`);
        },
      });
      await busy.placeAll();
      expect(await store.stories.reports("a", NOON, 10)).toHaveLength(4);
    }));

  const front = subscription("front");
  const strandsOf = async (store: Store, now: number) => {
    const offered = await candidatesFor(store, front, now, now);
    return offered.map(({ filed, story, known = [] }) => {
      const behind = known.map(({ article: { id } }) => id).join(" ");
      return `${filed.article.id} of ${story}${behind === "" ? "" : `, known: ${behind}`}`;
    });
  };

  test.each([
    ["surely", 6, ["c of a", "a of a"]],
    ["likely", 1, ["c of c", "a of a"]],
  ])("a report that is %s of one event with another is offered with it or by itself", (_, score, expected) =>
    withStore(newPlace, async (store) => {
      await fileReport(store, "a", { title: "Flood in Tevik", body: FIRST });
      await desk(store).placeAll();
      await link(store, "c", ["a"], score);
      expect(await placementOf(store, "c", NOON + 1)).toMatchObject({ story: "a" });
      expect(await strandsOf(store, NOON + 1)).toEqual(expected);
    }));

  test.each([
    ["surely", 6, ["c of a, known: a"]],
    ["likely", 1, ["c of c"]],
  ])("what a place has carried is known to a report that is %s of one event with it, or not", (_, score, expected) =>
    withStore(newPlace, async (store) => {
      await fileReport(store, "a", { title: "Flood in Tevik", body: FIRST });
      await desk(store).placeAll();
      await issue(store, front, NOON);
      await link(store, "c", ["a"], score);
      expect(await placementOf(store, "c", NOON + 1)).toMatchObject({ story: "a" });
      expect(await strandsOf(store, NOON + 1)).toEqual(expected);
    }));

  test("a report that is held again leads from no report to another", () =>
    withStore(newPlace, async (store) => {
      await fileReport(store, "a", { title: "Flood in Tevik", body: FIRST });
      await fileReport(store, "b", { takenIn: NOON + 1, title: "Orlu dam breaks", body: SECOND });
      await desk(store, NOON + 1).placeAll();
      await link(store, "c", ["a", "b"]);
      expect(await strandsOf(store, NOON + 1)).toHaveLength(3);
      expect(new Set((await strandsOf(store, NOON + 1)).map((one) => one.slice(-1)))).toEqual(
        new Set(["a"]),
      );
      await fileReport(store, "c", { revision: 2, ...held(NOON + 9 * MINUTE) });
      expect((await strandsOf(store, NOON + 1)).toSorted()).toEqual(["a of a", "b of b"]);
    }));

  test("reports that are surely of one event stay together once they are too old to be joined", () =>
    withStore(newPlace, async (store) => {
      await fileReport(store, "a", { title: "Flood in Tevik", body: FIRST });
      await desk(store).placeAll();
      await link(store, "c", ["a"]);
      const later = NOON + 30 * 24 * 60 * MINUTE;
      await fileReport(store, "bonds", { takenIn: later, body: BONDS });
      await desk(store, later).placeAll();
      expect((await strandsOf(store, later)).toSorted()).toEqual([
        ...["a of a", "bonds of bonds", "c of a"],
      ]);
    }));

  test("what fails as it is placed leaves nothing behind, and is placed by the next round", () =>
    withStore(newPlace, async (store) => {
      await fileReport(store, "a");
      await desk(store).placeAll();
      await fileReport(store, "b");
      const filed = await store.archive.current("b");
      if (filed === null) return expect.unreachable();
      const torn = new Error("torn off");
      const link = () => {
        throw torn;
      };
      await expect(placeArticle(store, filed, NOON, { link })).rejects.toBe(torn);
      expect(await placementOf(store, "b", NOON)).toBeUndefined();
      await desk(store).placeAll();
      expect(await placementOf(store, "b", NOON)).toMatchObject({ story: "a", rule: "same text" });
    }));

  test("a report that is held again once it stands in a story is no ground to join two others", () =>
    withStore(newPlace, async (store) => {
      await fileReport(store, "a", { title: "Flood in Tevik", body: FIRST });
      await fileReport(store, "b", { takenIn: NOON + 1, title: "Orlu dam breaks", body: SECOND });
      await desk(store, NOON + 1).placeAll();
      await link(store, "c", ["a"]);
      await fileReport(store, "c", { revision: 2, ...held(NOON + 9 * MINUTE) });
      await link(store, "d", ["b", "c"]);
      expect(await placementOf(store, "d", NOON + 1)).toMatchObject({ story: "b" });
      expect(await store.stories.reports("a", NOON + 1, 9)).toHaveLength(1);
    }));

  test("it places articles as the rules alone do", () =>
    withStore(newPlace, async (store) => {
      const shelf = new Shelf();
      const expected = new Map<string, Placement>();
      const reports = readGoldEvents().flatMap(({ articles }) => articles);
      for (const report of reports.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))) {
        const filing = filingOf(report);
        const { article: of, brief } = filing;
        await store.archive.file({ ...of, path: of.id, contentHash: of.id }, brief, []);
        await placeArticle(store, filing, NOON);
        expected.set(of.id, shelf.add(signatureOf(filing)));
      }
      for (const id of expected.keys()) {
        const placed = await placementOf(store, id, NOON);
        expect({ id, story: placed?.story }).toEqual({ id, story: shelf.storyOf(id) });
      }
    }));
}
