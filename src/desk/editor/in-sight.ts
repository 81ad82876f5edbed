import { mayRead, type Readers } from "#core/article/audience.ts";
import type { Filed } from "#core/digest/edition.ts";
import type { Asked } from "#core/reply/front-desk.ts";
import type { Archive } from "#desk/port/archive.ts";
import type { HeldCopy } from "#desk/port/held-copy.ts";
import type { Looked } from "#desk/reply/find-article.ts";
import type { HeldHere } from "#desk/reply/find-held.ts";
import { readersAt } from "#desk/reply/parts-at.ts";
import type { LiveChannels } from "./channels.ts";

export interface SightParts extends Pick<Readers, "internalSections"> {
  readonly archive: Archive;
  readonly heldCopy: HeldCopy;
  readonly live: Pick<LiveChannels, "list">;
}

/** What an editor may name where they ask, and what is told of it there. */
export interface Sight {
  readonly archive: Looked;
  readonly heldCopy: HeldHere;
  readonly mayName: (filed: Filed) => boolean;
  /** The article as it may be told of: of one that is not for this place nothing but its id. */
  readonly told: (filed: Filed) => Filed;
}

/**
 * By its id an editor's order reaches every article, wherever it is given, since what must be stopped is stopped; by words it
 * reaches what may be shown where it is given, or it would be looked for there.
 */
export function inSight(parts: SightParts, asked: Asked): Sight {
  const { archive, heldCopy, live, internalSections } = parts;
  const readers = readersAt({ channels: live.list, internalSections }, asked);
  const [shown, held] = [archive.forReaders(readers), heldCopy.forReaders(readers)];
  const mayName = ({ article }: Filed) => mayRead(article, readers);
  return {
    archive: {
      get: (id, now) => archive.get(id, now),
      search: (words, now, limit) => shown.search(words, now, limit),
    },
    heldCopy: {
      heldArticle: (id, now) => heldCopy.heldArticle(id, now),
      heldLike: (typed, where, now, limit) => held.heldLike(typed, where, now, limit),
    },
    mayName,
    told: (filed) => (mayName(filed) ? filed : unnamed(filed)),
  };
}

/** Nothing that the copy says. */
function unnamed({ article, brief }: Filed): Filed {
  const headline = `${article.id}, whose headline is not for this place`;
  const nothing = { subheadline: null, dateline: null, located: null, byline: null, slug: null };
  const bare = { title: null, section: null, source: null, sourceUrl: null, published: null };
  return {
    article: { ...article, ...nothing, ...bare, body: "", tags: [], places: [], people: [] },
    brief: { ...brief, headline, body: "", facts: [], quotes: [] },
  };
}
