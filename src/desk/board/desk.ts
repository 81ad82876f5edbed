import { isEditor } from "#core/access/role.ts";
import type { ArticleId } from "#core/article/article.ts";
import type { Asked } from "#core/reply/front-desk.ts";
import type { StoryId } from "#core/story/story.ts";
import type { Point } from "#desk/port/arrivals.ts";
import type { Peeked } from "#desk/port/peek.ts";
import { type ArchiveFilters, type ArchivePage, searchArchive } from "./archive.ts";
import { type ArticleShown, articleAt } from "./article.ts";
import type { ArticleRow } from "./article-row.ts";
import { type ChannelRow, channelRows } from "./channels.ts";
import { held, type Paged } from "./held.ts";
import { type InboxPage, type InboxStatus, inbox } from "./inbox.ts";
import { type Marks, marks, type Seen } from "./marks.ts";
import type { BoardParts } from "./parts.ts";
import { beginningOf, type QuarantineRow, quarantine } from "./quarantine.ts";
import { type StatusSheet, statusSheet } from "./status.ts";
import { activeStories, oneStory, type StoriesPage, type StorySheet } from "./stories.ts";

/**
 * Port: what the tabs of the page show. Verbs that take who asks answer each as they may be; the others are for editors, and whoever
 * drives them looks at the role before.
 */
export interface BoardDesk {
  inbox(asked: Asked, status: InboxStatus | null, from: Point | null): Promise<InboxPage>;
  held(asked: Asked, page: number): Promise<Paged<ArticleRow>>;
  quarantine(page: number): Promise<Paged<QuarantineRow>>;
  /** As `beginningOf` says. */
  beginningOf(path: string): Promise<Peeked | null>;
  marks(asked: Asked, seen: Seen): Promise<Marks>;
  status(asked: Asked): Promise<StatusSheet>;
  stories(asked: Asked, from: ArticleId | null): Promise<StoriesPage>;
  /** `null` where none of it may be shown to whoever asks. */
  story(asked: Asked, story: StoryId): Promise<StorySheet | null>;
  archive(asked: Asked, filters: ArchiveFilters, page: number): Promise<ArchivePage>;
  channels(asked: Asked, page: number): Promise<Paged<ChannelRow>>;
  article(asked: Asked, id: ArticleId): Promise<ArticleShown>;
}

export function createBoardDesk(parts: BoardParts): BoardDesk {
  return {
    inbox: (asked, status, from) => inbox(parts, asked, status, from),
    held: (asked, page) => held(parts, asked, page),
    quarantine: (page) => quarantine(parts, page),
    beginningOf: (path) => beginningOf(parts, path),
    marks: (asked, seen) => marks(parts, asked, seen),
    status: (asked) => statusSheet(parts, asked),
    stories: (asked, from) => activeStories(parts, asked, from),
    story: (asked, story) => oneStory(parts, asked, story),
    archive: (asked, filters, page) => searchArchive(parts, asked, filters, page),
    channels: (asked, page) => channelRows(parts, asked, page, isEditor(asked.asker)),
    article: (asked, id) => articleAt(parts, asked, id, isEditor(asked.asker)),
  };
}
