import type { ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import { changesBetween, sayChange } from "#core/change/changes.ts";
import { disagreements, sayDisagreement } from "#core/change/disagreement.ts";
import { filedAt, sourceOf } from "#core/change/filing.ts";
import type { Filed } from "#core/digest/edition.ts";
import type { Asked } from "#core/reply/front-desk.ts";
import type { StoryId } from "#core/story/story.ts";
import type { StoryReport } from "#desk/port/stories.ts";
import type { ReplyParts } from "#desk/reply/parts.ts";
import { partsAt } from "#desk/reply/parts-at.ts";
import { type ArticleRow, articleRow, rowFor } from "./article-row.ts";
import { type BoardParts, PAGE_ROWS } from "./parts.ts";

/** A story to which a report came lately. */
export interface StoryRow {
  readonly story: StoryId;
  /** Of its last report. */
  readonly headline: string;
  readonly reports: number;
  /** There are more, which are not counted. */
  readonly more: boolean;
  /** Who reports it, the last one first: a few. */
  readonly sources: readonly string[];
  readonly first: Instant;
  readonly last: Instant;
}

export interface StoriesPage {
  readonly rows: readonly StoryRow[];
  /** Where the next page begins; `null`: there is no more. */
  readonly next: ArticleId | null;
}

/** A report of a story. */
export interface StoryStep {
  readonly row: ArticleRow;
  readonly at: Instant;
  /** What it says otherwise than the reports before it: `toll: 12 → 15`. */
  readonly changes: readonly string[];
  /** It carries the text of another report. */
  readonly copy: boolean;
}

/** One story: how it developed, the first report first, and where its sources differ. */
export interface StorySheet {
  readonly story: StoryId;
  readonly headline: string;
  readonly steps: readonly StoryStep[];
  readonly differ: readonly string[];
}

type StoryParts = Pick<BoardParts, "reader">;

/** Reports that a row looks at: the latest. */
const LOOKED_AT = 8;
const MOST_SOURCES = 4;
/** Reports of one story that are shown: the latest. */
const MOST_REPORTS = 50;

/** Stories of several reports, those first to which one came last; only of what may be shown to whoever asks. */
export async function activeStories(
  { reader }: StoryParts,
  asked: Asked,
  from: ArticleId | null,
): Promise<StoriesPage> {
  const parts = partsAt(reader, asked);
  const active = await parts.stories.active(from, parts.clock.now(), PAGE_ROWS + 1);
  const rows: StoryRow[] = [];
  for (const { story } of active.slice(0, PAGE_ROWS)) {
    const shown = await reportsOf(parts, story, LOOKED_AT);
    const row = rowOf(
      story,
      shown.map(({ filed }) => filed),
    );
    if (row !== null) rows.push(row);
  }
  const last = active[PAGE_ROWS - 1];
  return { rows, next: active.length > PAGE_ROWS && last !== undefined ? last.last : null };
}

/** `null` where none of it may be shown to whoever asks. */
export async function oneStory(
  { reader }: StoryParts,
  asked: Asked,
  story: StoryId,
): Promise<StorySheet | null> {
  const parts = partsAt(reader, asked);
  const now = parts.clock.now();
  const reports = await reportsOf(parts, story, MOST_REPORTS);
  const last = reports.at(-1);
  if (last === undefined) return null;
  const own = reports.filter(({ placement }) => placement.duplicate === null);
  const steps = reports.map(({ filed, placement }, index): StoryStep => {
    const copy = placement.duplicate !== null;
    const before = reports.slice(0, index).map((one) => one.filed);
    const changes = copy ? [] : changesBetween(before, filed).map(sayChange);
    const row = rowFor(articleRow(filed, now, "shown", story), parts.readers);
    return { row, at: filedAt(filed.article), changes, copy };
  });
  const differ = disagreements(own.map(({ filed }) => filed)).map(sayDisagreement);
  return { story, headline: last.filed.brief.headline, steps, differ };
}

function reportsOf(
  { stories, clock }: Pick<ReplyParts, "stories" | "clock">,
  story: StoryId,
  most: number,
): Promise<readonly StoryReport[]> {
  return stories.reports(story, clock.now(), most);
}

function rowOf(story: StoryId, shown: readonly Filed[]): StoryRow | null {
  const [first, last] = [shown[0], shown.at(-1)];
  if (first === undefined || last === undefined) return null;
  const sources = shown.toReversed().flatMap(({ article }) => sourceOf(article) ?? []);
  return {
    ...{ story, headline: last.brief.headline },
    ...{ reports: shown.length, more: shown.length === LOOKED_AT },
    sources: [...new Set(sources)].slice(0, MOST_SOURCES),
    ...{ first: filedAt(first.article), last: filedAt(last.article) },
  };
}
