import { describe, expect, test } from "vitest";
import type { Article } from "#core/article/article.ts";
import { heldReason } from "#core/article/held.ts";
import { makeArticle } from "#core/article/make.ts";
import type { NoticeWeight } from "#core/article/release/table.ts";
import { NOTICE_TABLES } from "#core/article/release/tables.ts";
import { isTelling } from "#edge/format/telling.ts";
import { htmlOf } from "./fixture/paper.ts";
import { NOTICE_PLACES, type NoticePlace, STORY_FILES } from "./fixture/places.ts";
import { storiesOf } from "./helpers.ts";

/** A Monday, before the first moment that the tables name. */
const TAKEN_IN = Date.UTC(2025, 4, 5, 12);

interface Notice {
  readonly language: string;
  readonly weight: NoticeWeight;
  readonly text: string;
}

const OF_TABLES: readonly Notice[] = NOTICE_TABLES.flatMap(({ language, rows }) =>
  rows
    .filter(({ weight }) => weight !== "lifted")
    .map(({ weight, hit }) => ({ language, weight, text: hit })),
);
/** The same with what hides a word. */
const HIDDEN: readonly Notice[] = [
  "E M B A R G O E D until 9 May 2025",
  "EM\u00adBAR\u00adGOED UNTIL 9 MAY 2025",
  "N\u200bOT FOR PUB\u200bLICATION",
  "ＥＭＢＡＲＧＯＥＤ until 9 May 2025",
  "EMВARGOED UNTIL 9 MAY 2025", // its third letter is of another alphabet
  "EMBARGOD UNTIL 9 MAY 2025",
].map((text) => ({ language: "hidden", weight: "sure", text }));
const NOTICES = [...OF_TABLES, ...HIDDEN];
const LANGUAGES = [...new Set(NOTICES.map(({ language }) => language))];
const LEAST_PLACES = 3;

/**
 * For each place one notice of every language, another in each place, so that place and language, place
 * and weight, and language and weight all meet; then each notice where it was asked too seldom.
 */
function pairwise(): ReadonlyMap<NoticePlace, ReadonlySet<Notice>> {
  const chosen = new Map(NOTICE_PLACES.map((place) => [place, new Set<Notice>()]));
  const times = new Map<Notice, number>();
  const choose = (place: NoticePlace, notice: Notice | undefined): void => {
    const here = chosen.get(place);
    if (notice === undefined || here === undefined || here.has(notice)) return;
    here.add(notice);
    times.set(notice, (times.get(notice) ?? 0) + 1);
  };
  for (const [at, place] of NOTICE_PLACES.entries()) {
    const carried = NOTICES.filter(place.carries);
    for (const language of LANGUAGES) {
      const spoken = carried.filter((notice) => notice.language === language);
      choose(place, spoken[at % spoken.length]);
    }
    for (const weight of ["sure", "timed", "alone"]) {
      const weighed = carried.filter((notice) => notice.weight === weight);
      choose(place, weighed[(at * 7) % weighed.length]);
    }
  }
  for (const [at, notice] of NOTICES.entries()) {
    for (let step = 0; (times.get(notice) ?? 0) < LEAST_PLACES; step += 1) {
      const place = NOTICE_PLACES[(at + step * 17) % NOTICE_PLACES.length];
      if (place?.carries(notice) === true) choose(place, notice);
    }
  }
  return chosen;
}

const CHOSEN = pairwise();

/** The articles of a file, as intake makes them. */
async function articlesOf(path: string, content: string | Uint8Array): Promise<readonly Article[]> {
  const stories = await storiesOf(path, content);
  // A note beside the story in an archive may be none that can be read.
  return [...stories.values()].flatMap((story) =>
    story.ok
      ? makeArticle(story.copy, {
          ...{ id: "a1", revision: 1, path, contentHash: "", takenIn: TAKEN_IN },
        })
      : [],
  );
}

/** What of a file is the story of these tests, and no note beside it. */
const ferriesOf = (articles: readonly Article[]): readonly Article[] =>
  articles.filter(({ body }) => body.includes("It costs too much"));

describe("a notice holds", () => {
  test.each(
    [...CHOSEN].map(([place, notices]) => [place.name, place, notices] as const),
  )("%s", async (_, { path, file }, notices) => {
    const open: string[] = [];
    for (const { text } of notices) {
      const ferries = ferriesOf(await articlesOf(path(text), file(text)));
      const held = ferries.map((article) => heldReason(article, TAKEN_IN));
      if (held.length !== 1 || held.includes(null)) open.push(text);
    }
    expect(open).toEqual([]);
  });
});

test("every language and weight is asked in every place, and every notice in three", () => {
  for (const [place, notices] of CHOSEN) {
    const carried = NOTICES.filter(place.carries);
    for (const by of ["language", "weight"] as const)
      expect(new Set([...notices].map((notice) => notice[by]))).toEqual(
        new Set(carried.map((notice) => notice[by])),
      );
  }
  const asked = [...CHOSEN.values()].flatMap((notices) => [...notices]);
  for (const notice of NOTICES)
    expect(asked.filter((one) => one === notice).length).toBeGreaterThanOrEqual(LEAST_PLACES);
});

test("no list of asides that is cut short loses a notice", () => {
  expect(NOTICES.filter(({ text }) => !isTelling(text))).toEqual([]);
});

const MISSES = NOTICE_TABLES.flatMap(({ rows }) =>
  rows.map(({ miss, weight }) => ({ text: miss, weight })),
);

describe("news with nearly the same words goes out", () => {
  test.each(
    STORY_FILES.map((format, at) => [format.path(""), format, at] as const),
  )("%s", async (_, { path, file, carries }, at) => {
    const held: string[] = [];
    // Every sixth, so that each is asked in three formats.
    const asked = MISSES.filter((miss, index) => index % 6 === at % 6 && carries(miss));
    expect(asked.length).toBeGreaterThan(9);
    for (const { text } of asked) {
      const [article] = ferriesOf(await articlesOf(path(text), file(text)));
      expect(article?.body.replaceAll("\n", " ")).toContain(text);
      if (article === undefined || heldReason(article, TAKEN_IN) !== null) held.push(text);
    }
    expect(held).toEqual([]);
  });
});

test.each([
  "Draft law passes | Hold the Front Page | Port News",
  "Ferry stops in June | Notes and Releases · Port News",
])("the window of a page that is titled %j holds nothing", async (title) => {
  const page = htmlOf({}).replace(/<title>[^<]*/u, `<title>${title}`);
  const [article] = await articlesOf("a.html", page);
  expect(article).toMatchObject({ embargo: null, status: "usable" });
});
