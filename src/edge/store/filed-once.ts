import type { Filed } from "#core/digest/edition.ts";
import { toFiled } from "./filed.ts";
import type { RevisionTable } from "./schema.ts";

type FiledColumns = Pick<RevisionTable, "article" | "brief">;

/** Articles that are kept as they were read: more than come in within the slots of most places. */
const MOST_KEPT = 300;

interface Kept {
  readonly brief: FiledColumns["brief"];
  readonly filed: Filed;
}

/** By the text that stands in the column, so that what is restated is read anew. */
const kept = new Map<FiledColumns["article"], Kept>();

/**
 * Reads the two JSON columns as `toFiled` does, and gives the same article for the same text: a thousand places of one
 * round are offered the same articles, and what is worked out of one (`verdict`, `disagreements`) is worked out once.
 */
export function toFiledOnce({ article, brief }: FiledColumns): Filed {
  const known = kept.get(article);
  if (known?.brief === brief) return known.filed;
  const [oldest] = kept.keys();
  if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  const filed = toFiled({ article, brief });
  kept.set(article, { brief, filed });
  return filed;
}
