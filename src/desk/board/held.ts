import type { Asked } from "#core/reply/front-desk.ts";
import { partsAt } from "#desk/reply/parts-at.ts";
import { type ArticleRow, articleRow } from "./article-row.ts";
import { type BoardParts, PAGE_ROWS } from "./parts.ts";

/** A page of a list that is counted from 1. */
export interface Paged<Row> {
  readonly rows: readonly Row[];
  readonly page: number;
  readonly more: boolean;
}

/** What is held, by which rule, and until when: for editors; nothing for anyone else. */
export async function held(
  { reader }: Pick<BoardParts, "reader">,
  asked: Asked,
  page: number,
): Promise<Paged<ArticleRow>> {
  const { heldCopy, clock } = partsAt(reader, asked);
  const now = clock.now();
  const slice = { skip: (page - 1) * PAGE_ROWS, limit: PAGE_ROWS + 1 };
  const found = (await heldCopy?.heldNow(now, slice)) ?? [];
  const rows = found.slice(0, PAGE_ROWS).map((filed) => articleRow(filed, now, "held"));
  return { rows, page, more: found.length > PAGE_ROWS };
}
