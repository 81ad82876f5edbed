import type { ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import type { DeliveryKey } from "#core/outbox/courier.ts";
import type { Outcome, ReportState } from "#core/reply/report.ts";
import type { AdminPlace } from "./notices.ts";

/** What somebody says is wrong in an article that they were shown. */
export interface NewReport {
  readonly article: ArticleId;
  /** The revision that they were shown. */
  readonly revision: number;
  /** `slack:U0123` */
  readonly by: string;
  readonly byName: string;
  /** Their own words. */
  readonly what: string;
  readonly at: Instant;
  /** Where they hear what became of it; `null` where there are no direct messages with them. */
  readonly direct: Pick<AdminPlace, "platform" | "address"> | null;
}

export interface Report extends NewReport {
  /** Counts up; none is ever given twice. */
  readonly number: number;
  readonly state: ReportState;
  /** The revision that was looked at last: what it changes has settled nothing. */
  readonly seen: number;
  /** Who settled it; `null` while it is open, and where nobody but the article's copy did. */
  readonly settledBy: string | null;
}

/** Port: what readers say is wrong, and what became of it. */
export interface Reports {
  /** @returns its number */
  add(report: NewReport): Promise<number>;
  get(number: number): Promise<Report | null>;
  /** Of one person, made after a moment. */
  countBy(by: string, after: Instant): Promise<number>;
  /** Those that are not settled, the latest first. */
  open(skip: number, limit: number): Promise<readonly Report[]>;
  countOpen(): Promise<number>;
  /** Those that are not settled and whose article has another revision than was looked at, or may not be shown at `now`. */
  stirred(now: Instant, limit: number): Promise<readonly Report[]>;
  /** Nothing up to this revision has settled it. */
  look(number: number, revision: number): Promise<void>;
  /** The editors have promised a correction: the next version settles it. */
  expect(number: number): Promise<void>;
  /** @returns false where it was settled before */
  settle(number: number, outcome: Outcome, by: string | null, at: Instant): Promise<boolean>;
  /** Notes a notice by which editors were told of it. */
  noteNotice(number: number, key: DeliveryKey): Promise<void>;
  noticesOf(number: number): Promise<readonly DeliveryKey[]>;
}
