import type { ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Span, StoredRevision } from "#core/digest/replay.ts";

/** An article that a channel has had. */
export interface Received {
  readonly id: ArticleId;
  readonly headline: string;
}

/** Port: what is stored, for whoever plays it again. Nothing that may not be shown at `now` is in it. */
export interface Replays {
  /** Every revision of the articles of which one was taken in within the span. */
  copy(span: Span, now: Instant): Promise<readonly StoredRevision[]>;
  /** What a subscription was sent in editions of the span. */
  received(subscription: string, span: Span, now: Instant): Promise<readonly Received[]>;
}
