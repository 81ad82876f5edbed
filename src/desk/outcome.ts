import type { Article, ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Brief } from "#core/brief/brief.ts";
import type { Clock } from "./port/clock.ts";
import type { Tx, UnitOfFiling } from "./port/unit-of-work.ts";
import type { Prepare } from "./prepare.ts";

/** What became of one story, or of a file that holds none. */
export type Outcome =
  | { readonly kind: "filed"; readonly article: Article; readonly brief: Brief }
  /** Stored, and shown nowhere before `until`; `null` when nobody can say until when. */
  | {
      readonly kind: "held";
      readonly id: ArticleId;
      readonly path: string;
      readonly until: Instant | null;
      readonly rule: string;
      /** It was known before, and is held since its file says nothing of it any more. */
      readonly holds?: true;
    }
  /** Its publisher has withdrawn it: shown nowhere again. */
  | { readonly kind: "killed"; readonly path: string; readonly rule: string }
  | { readonly kind: "merged"; readonly path: string; readonly rule: string }
  | {
      readonly kind: "quarantined";
      readonly path: string;
      readonly reason: string;
      /** Articles of it were known before, and are held since. */
      readonly holds?: true;
    }
  | { readonly kind: "unchanged"; readonly path: string };

/** By what intake goes, wherever the store is. */
interface Rules {
  readonly clock: Clock;
  /** The id of an article that is first seen at a path. */
  readonly articleIdAt: (path: string) => ArticleId;
  /** Whether a file still lies at a path below the watched folder or bucket; `true` where nobody can say. */
  readonly isThere: (path: string) => Promise<boolean>;
  /** A file that is deleted withdraws its articles. */
  readonly deleteKills: boolean;
}

/** What intake works with. */
export interface IntakeParts extends Rules {
  readonly store: UnitOfFiling & Pick<Tx, "archive" | "ledger">;
  readonly prepare: Prepare;
}

/** What it works with inside of a unit of work. */
export interface FilingParts extends Rules, Pick<Tx, "archive" | "ledger" | "retries"> {
  /** What the copy does to known articles is in the audit. */
  readonly orders: Pick<Tx["orders"], "note">;
}
