import type { ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import type { HadDigest, Span, StoredRevision } from "#core/digest/replay.ts";

/** An article that a channel has had. */
export interface Received {
  readonly id: ArticleId;
  readonly headline: string;
}

/** Port: what is stored, for whoever plays it again. Nothing that may not be shown at `now` is in it. */
export interface Replays {
  /** Every revision of the articles of which one was taken in within the span. */
  copy(span: Span, now: Instant): Promise<readonly StoredRevision[]>;
  /** When a subscription had digests of the span: some came beside its schedule, such as its first. */
  digests(subscription: string, span: Span): Promise<readonly HadDigest[]>;
  /** What a subscription was sent in editions of the span. */
  received(subscription: string, span: Span, now: Instant): Promise<readonly Received[]>;
}
