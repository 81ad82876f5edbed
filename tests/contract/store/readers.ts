import { expect, test } from "vitest";
import type { Article } from "#core/article/article.ts";
import { type Audience, mayRead, type Readers } from "#core/article/audience.ts";
import type { Store } from "#edge/store/store.ts";
import { article, NOON, type Place } from "./samples.ts";
import { askAll, setUp, wanted } from "./verbs.ts";
import { withStore } from "./with-store.ts";

/** Copy for each audience, for each reason that there is, and its near misses. */
const COPY = {
  openone: {},
  opentwo: { usageTerms: "Free for all use", section: "sport" },
  legalese: { section: "legal affairs" },
  termsone: { usageTerms: "Not for publication online" },
  notedone: { editorNote: "For internal use only" },
  markedone: { internal: true },
  sectionone: { section: " Legal" },
  bothone: { section: "planning", usageTerms: "No resale" },
} as const satisfies Readonly<Record<string, Partial<Article>>>;

const IDS = Object.keys(COPY);
const HELD = { embargo: { kind: "until", instant: NOON + 9_000, text: "later" } } as const;
const PLACES: readonly Readers[] = (["public", null, "internal"] as const).flatMap((audience) =>
  [[], ["LEGAL ", "planning"]].map((internalSections) => ({ audience, internalSections })),
);

/** A store of which all that readers are answered from is for these. */
function forReaders(store: Store, readers: Readers): Store {
  const here = <Port extends { readonly forReaders: (readers: Readers) => unknown }>(port: Port) =>
    port.forReaders(readers) as Port;
  const { archive, stories, heldCopy } = store;
  return { ...store, archive: here(archive), stories: here(stories), heldCopy: here(heldCopy) };
}

const ASKED =
  /^(?:archive\.|stories\.(?:placements|reports|active)$|heldCopy\.(?:heldArticle|heldLike|findHeld)$)/u;

export function readersContract(newPlace: () => Promise<Place>): void {
  test.each(
    PLACES,
  )("where $audience reads and $internalSections are kept, all that is for it is given, and nothing else", (readers) =>
    withStore(newPlace, async (store) => {
      const filed = Object.entries(COPY).map(([id, one]) => [id, [one]] as const);
      await setUp(store, Object.fromEntries(filed), { now: NOON });
      const kept = notFor(readers);
      expect((await store.archive.keptFrom(IDS, readers)).toSorted()).toEqual(kept.toSorted());
      const look = { now: NOON, ids: IDS, held: kept };
      const answers = await askAll(forReaders(store, readers), look, (name) => ASKED.test(name));
      for (const answer of answers.filter(({ row }) => "readers" in row)) {
        const { name, found } = answer;
        expect({ name, found }).toEqual({ name, found: wanted(answer, look) });
      }
    }));

  test.each(
    PLACES,
  )("where $audience reads and $internalSections are kept, editors are given what is held in the same way", (readers) =>
    withStore(newPlace, async (store) => {
      const filed = Object.entries(COPY).map(([id, one]) => [id, [{ ...one, ...HELD }]] as const);
      await setUp(store, Object.fromEntries(filed), { now: NOON, wasPublic: false });
      const open = IDS.filter((id) => !notFor(readers).includes(id));
      const look = { now: NOON, ids: IDS, held: open };
      const answers = await askAll(forReaders(store, readers), look, (name) => ASKED.test(name));
      for (const { name, row, found } of answers)
        expect({ name, found }).toEqual({ name, found: "editors" in row ? open : [] });
    }));

  test("no earlier version is given to those who were not to read it", () =>
    withStore(newPlace, async (store) => {
      await setUp(store, { openone: [{ usageTerms: "No resale" }, {}] }, { now: NOON });
      const revisionsFor = async (audience: Audience) => {
        const archive = store.archive.forReaders({ audience, internalSections: [] });
        return (await archive.revisions("openone", NOON, 9)).map(({ revision }) => revision);
      };
      expect(await revisionsFor("public")).toEqual([1, 3]);
      expect(await revisionsFor(null)).toEqual([1, 2, 3]);
    }));

  test("held copy is listed and counted for those alone who may read it", () =>
    withStore(newPlace, async (store) => {
      const held = { openone: [HELD], termsone: [{ usageTerms: "No resale", ...HELD }] };
      await setUp(store, held, { now: NOON, wasPublic: false });
      const heldFor = async (audience: Audience) => {
        const copy = store.heldCopy.forReaders({ audience, internalSections: [] });
        const all = await copy.heldNow(NOON, { skip: 0, limit: 9 });
        return [all.map(({ article: { id } }) => id), await copy.countHeld(0, NOON, 9)];
      };
      expect(await heldFor("public")).toEqual([["openone"], 1]);
      expect((await heldFor(null))[1]).toBe(2);
    }));

  test("of a story with a report that is kept back it is not told what brought others to it", () =>
    withStore(newPlace, async (store) => {
      await setUp(store, { openone: [{}], termsone: [{ usageTerms: "No resale" }] }, { now: NOON });
      const placedFor = async (audience: Audience) => {
        const stories = store.stories.forReaders({ audience, internalSections: [] });
        return (await stories.placements(["openone"], NOON)).get("openone");
      };
      expect(await placedFor(null)).toEqual(
        (await store.stories.placements(["openone"], NOON)).get("openone"),
      );
      const bare = { rule: "nothing alike", shared: [], likeness: 0, duplicate: null };
      expect(await placedFor("public")).toMatchObject(bare);
    }));
}

function notFor(readers: Readers): readonly string[] {
  const all: readonly (readonly [string, Partial<Article>])[] = Object.entries(COPY);
  return all.flatMap(([id, says]) => (mayRead(article(id, says), readers) ? [] : [id]));
}
