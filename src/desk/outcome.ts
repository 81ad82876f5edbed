import type { Article, ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Brief } from "#core/brief/brief.ts";
import type { Archive } from "./port/archive.ts";
import type { Clock } from "./port/clock.ts";
import type { Ledger } from "./port/ledger.ts";
import type { Retries } from "./port/retries.ts";
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

/** What intake works with. */
export interface IntakeParts {
  readonly archive: Archive;
  readonly ledger: Ledger;
  readonly retries: Retries;
  readonly clock: Clock;
  readonly prepare: Prepare;
  /** The id of an article that is first seen at a path. */
  readonly articleIdAt: (path: string) => ArticleId;
  /** Whether a file still lies at a path below the watched folder or bucket; `true` where nobody can say. */
  readonly isThere: (path: string) => Promise<boolean>;
  /** A file that is deleted withdraws its articles. */
  readonly deleteKills: boolean;
}
