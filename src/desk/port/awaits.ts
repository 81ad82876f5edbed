import type { ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import type { KeptEdition } from "#core/digest/kept.ts";
import type { Choice } from "#core/digest/select.ts";
import type { Tally } from "#core/message/edition.ts";

/** A report that an edition does not carry, and by which rule. */
export interface LeftReport {
  readonly id: ArticleId;
  readonly kind: Choice["kind"];
  readonly rule: string;
}

/** An edition that is to wait for an editor's word. */
export interface Awaits {
  readonly kept: KeptEdition;
  readonly tally: Tally | null;
  /** What it leaves out: the first of it. */
  readonly left: readonly LeftReport[];
  /** When it goes by itself, where the config says so; `null`: never. */
  readonly goesAt: Instant | null;
}
