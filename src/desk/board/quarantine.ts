import type { Instant } from "#core/article/instant.ts";
import type { Peeked } from "#desk/port/peek.ts";
import { filesOf } from "#desk/source/beginning.ts";
import type { Paged } from "./held.ts";
import { type BoardParts, PAGE_ROWS } from "./parts.ts";

/** A file, or a story in one, that could not be read. */
export interface QuarantineRow {
  readonly path: string;
  /** Why, with the mend, as the ledger has it. */
  readonly reason: string;
  readonly at: Instant;
  /** When it is read again by itself; `null`: when somebody asks. */
  readonly again: Instant | null;
  /** How often it was read in vain by itself; 0: it is not read again by itself. */
  readonly tried: number;
}

/** What could not be read, the latest first: for editors. */
export async function quarantine(
  { ledger, retries }: Pick<BoardParts, "ledger" | "retries">,
  page: number,
): Promise<Paged<QuarantineRow>> {
  const slice = { skip: (page - 1) * PAGE_ROWS, limit: PAGE_ROWS + 1 };
  const found = await ledger.inQuarantine(slice);
  const rows: QuarantineRow[] = [];
  for (const { path, rule, at } of found.slice(0, PAGE_ROWS)) {
    const planned = await retries.of(path);
    const plan = { again: planned?.due ?? null, tried: planned?.attempt ?? 0 };
    rows.push({ path, reason: rule, at, ...plan });
  }
  return { rows, page, more: found.length > PAGE_ROWS };
}

/**
 * The beginning of a file that is in quarantine now; of a story in one, that of the file.
 * @returns `null` for any other path, so that nothing else of the folder is read here, and where there is none
 */
export async function beginningOf(
  { ledger, peek }: Pick<BoardParts, "ledger" | "peek">,
  path: string,
): Promise<Peeked | null> {
  if (!(await ledger.quarantined()).includes(path)) return null;
  for (const file of filesOf(path)) {
    const beginning = await peek(file);
    if (beginning !== null) return beginning;
  }
  return null;
}
