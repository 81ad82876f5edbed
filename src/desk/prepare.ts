import type { Article } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import { makeArticle } from "#core/article/make.ts";
import type { Brief, Draft, WriteBrief } from "#core/brief/brief.ts";
import type { ReadCopy, Story, StoryPart } from "./port/copy.ts";

/** A file to be prepared. */
export interface RawCopy {
  /** Below the watched folder or bucket, with `/` between its parts. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly takenIn: Instant;
  /** Lines that the source of its stories puts below others too, by their keys. Left out: none is known. */
  readonly repeated?: readonly string[];
}

/** A story that is read and briefed; or why it cannot be. */
export type PreparedStory =
  | {
      readonly part: StoryPart;
      readonly ok: true;
      /** Its `id` is empty and its `revision` 0: which article this is, intake settles. */
      readonly article: Article;
      /** Its `id` is empty too. */
      readonly brief: Brief;
    }
  | { readonly part: StoryPart; readonly ok: false; readonly reason: string };

export type Prepared =
  | { readonly ok: true; readonly stories: readonly PreparedStory[] }
  | {
      readonly ok: false;
      readonly reason: string;
      /** It was given up, rather than read: another attempt may end otherwise. */
      readonly givenUp?: true;
    };

/** The bot ends: what is not read by then is read at the next start. */
export const STOPPED = "stopped";

/** Reads a file and writes the briefs of its stories: the work that can be done on another thread. */
export type Prepare = (file: RawCopy) => Promise<Prepared | typeof STOPPED>;

export interface PrepareParts {
  readonly readCopy: ReadCopy;
  readonly writeBrief: WriteBrief;
  /** Hashes text, in hex: two stories with one hash are one. */
  readonly hash: (text: string) => string;
}

/** Prepares files on the thread it is called on. */
export function createPrepare(parts: PrepareParts): (file: RawCopy) => Promise<Prepared> {
  return async (file) => {
    const reading = await parts.readCopy(file);
    if (!reading.ok) return reading;
    const stories = toldApart(parts, reading.stories);
    return { ok: true, stories: stories.map((story) => prepareStory(parts, file, story)) };
  };
}

/** Stories of one name in one file are told apart by how they begin, wherever they stand in it. */
function toldApart({ hash }: PrepareParts, stories: readonly Story[]): readonly Story[] {
  const byPart = Map.groupBy(stories, ({ part }) => part);
  return stories.map((story) => {
    if (!story.ok || byPart.get(story.part)?.length === 1) return story;
    const { title, body } = story.copy;
    const mark = hash(title ?? body.slice(0, OPENING)).slice(0, MARK);
    return { ...story, part: `${story.part}~${mark}` };
  });
}

/** In characters: of a text that begins a story without a headline, and of the mark. */
const OPENING = 200;
const MARK = 8;

function prepareStory(parts: PrepareParts, file: RawCopy, story: Story): PreparedStory {
  if (!story.ok) return story;
  const { part, copy } = story;
  const made = makeArticle(copy, {
    ...{ id: "", revision: 0, takenIn: file.takenIn },
    path: partPath(file.path, part),
    contentHash: parts.hash(JSON.stringify(copy)),
  });
  const article = { ...made, section: made.section ?? sectionOf(file.path) };
  return { part, ok: true, article, brief: parts.writeBrief(draftOf(article, file)) };
}

function draftOf(article: Article, { repeated }: RawCopy): Draft {
  return repeated === undefined ? article : { ...article, repeated };
}

/** Sub-folders are sections: `sport/cup/final.txt` is `sport`, where the copy names no section itself. */
export function sectionOf(path: string): string | null {
  const [folder, ...below] = path.split("/");
  // A bucket's key may begin with a slash.
  return below.length === 0 || folder === "" ? null : (folder ?? null);
}

/** Where a story lies: `news/feed.xml`, or `news/feed.xml#guid` for one of many in a file. */
export function partPath(path: string, part: StoryPart): string {
  return part === "" ? path : `${path}#${part}`;
}
