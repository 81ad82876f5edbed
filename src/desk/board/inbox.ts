import type { Asked } from "#core/reply/front-desk.ts";
import type { Arrival, Point } from "#desk/port/arrivals.ts";
import { partsAt } from "#desk/reply/parts-at.ts";
import { type ArticleRow, articleRow, type RowStatus } from "./article-row.ts";
import { type BoardParts, PAGE_ROWS } from "./parts.ts";

/** What came in, the newest first. */
export interface InboxPage {
  readonly rows: readonly ArticleRow[];
  /** Where the next page begins; `null`: there is no more. */
  readonly next: Point | null;
}

/** What the inbox can be narrowed to. */
export const INBOX_STATUSES = ["open", "posted", "told", "held", "killed"] as const;
export type InboxStatus = (typeof INBOX_STATUSES)[number];

/** Articles that are looked at for one page: of a status that is rare the page has fewer rows, and goes on when asked. */
const LOOKED_AT = 400;
const AT_ONCE = 100;

/**
 * Articles as they came in, each by its latest revision, held or not: for those who read all copy; nothing for anyone else.
 * @param status `null` for any
 * @param from where the page begins; `null`: at the newest
 */
export async function inbox(
  { arrivals, reader }: Pick<BoardParts, "arrivals" | "reader">,
  asked: Asked,
  status: InboxStatus | null,
  from: Point | null,
): Promise<InboxPage> {
  const { stories, clock, readers } = partsAt(reader, asked);
  if (readers.audience !== "internal") return { rows: [], next: null };
  const now = clock.now();
  const found: Arrival[] = [];
  let point = from;
  let isMore = true;
  const isWanted = (one: Arrival) =>
    status === null || articleRow(one.filed, now, reachedBy(one)).status === status;
  for (let looked = 0; looked < LOOKED_AT && isMore && found.length < PAGE_ROWS; ) {
    const wanted = status === null ? PAGE_ROWS + 1 : AT_ONCE;
    const batch = await arrivals.before(point, wanted);
    looked += batch.length;
    isMore = batch.length === wanted;
    for (const one of batch) {
      if (found.length === PAGE_ROWS) {
        isMore = true;
        break;
      }
      point = one.point;
      if (isWanted(one)) found.push(one);
    }
  }
  const ids = found.map(({ filed }) => filed.article.id);
  const placed = await stories.placements(ids, now);
  return {
    rows: found.map((one) => {
      const story = placed.get(one.filed.article.id)?.story ?? null;
      return articleRow(one.filed, now, reachedBy(one), story);
    }),
    next: isMore ? point : null,
  };
}

function reachedBy({ reached }: Arrival): RowStatus {
  return reached ?? "open";
}
