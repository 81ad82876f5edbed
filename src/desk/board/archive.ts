import type { Filed } from "#core/digest/edition.ts";
import type { Asked } from "#core/reply/front-desk.ts";
import { readPeriod } from "#core/reply/period.ts";
import { readNames, readSearch } from "#core/reply/search-words.ts";
import { MOMENTS } from "#core/reply/since.ts";
import { ANYTHING, type Sought, type SoughtOrder } from "#core/reply/sought.ts";
import { partsAt, readersAt } from "#desk/reply/parts-at.ts";
import { type ArticleRow, articleRow, rowFor } from "./article-row.ts";
import type { Paged } from "./held.ts";
import { type BoardParts, PAGE_ROWS } from "./parts.ts";

/** What is looked for, as it was typed; an empty text: anything. */
export interface ArchiveFilters {
  /** As `/search` takes them: `"harbour bridge" -ferry`. */
  readonly words: string;
  readonly source: string;
  readonly speaker: string;
  readonly place: string;
  readonly since: string;
  readonly until: string;
  /** The whole name of a section, tag or subject. */
  readonly topic: string;
  /** `shown`: what readers may see · `held`: what they may not, for editors alone. */
  readonly status: "shown" | "held";
  readonly order: SoughtOrder;
}

export type ArchivePage =
  | ({ readonly ok: true } & Paged<ArticleRow>)
  /** A moment cannot be read: why, as a sentence. */
  | { readonly ok: false; readonly says: string };

/** A page of all articles that are what is sought. Who is no editor finds nothing that is held, whatever is asked. */
export async function searchArchive(
  parts: Pick<BoardParts, "reader">,
  asked: Asked,
  { status, order, ...filters }: ArchiveFilters,
  page: number,
): Promise<ArchivePage> {
  const { clock, timeZone } = parts.reader;
  const { words, topic, source, speaker, place, since, until } = filters;
  const time = readPeriod({ since, until }, { now: clock.now(), timeZone });
  if (!time.ok) {
    return {
      ok: false,
      says: `“${time.typed}” is no moment that can be read. Write one of: ${MOMENTS}`,
    };
  }
  const sought: Sought = {
    ...{
      ...ANYTHING,
      ...readSearch(words),
      ...readNames({ from: source, speaker, place }),
      ...time.period,
    },
    topic: topic.trim() === "" ? null : topic.trim(),
  };
  const found = await find(parts, asked, { sought, order, status }, page);
  const now = clock.now();
  const readers = readersAt(parts.reader, asked);
  const rows = found
    .slice(0, PAGE_ROWS)
    .map((filed) => rowFor(articleRow(filed, now, "shown"), readers));
  return { ok: true, rows, page, more: found.length > PAGE_ROWS };
}

interface Look {
  readonly sought: Sought;
  readonly order: SoughtOrder;
  readonly status: ArchiveFilters["status"];
}

async function find(
  { reader }: Pick<BoardParts, "reader">,
  asked: Asked,
  { sought, order, status }: Look,
  page: number,
): Promise<readonly Filed[]> {
  const slice = { skip: (page - 1) * PAGE_ROWS, limit: PAGE_ROWS + 1 };
  const { archive, heldCopy, clock } = partsAt(reader, asked);
  const now = clock.now();
  if (status === "shown") return archive.find(sought, order, now, slice);
  return (await heldCopy?.findHeld(sought, order, now, slice)) ?? [];
}
