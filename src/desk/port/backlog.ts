import type { ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import type { PostedMessage } from "#core/reply/front-desk.ts";

/** What waits for a channel. */
export interface Waiting {
  readonly subscription: string;
  readonly parts: number;
  /** The oldest of them was made then. */
  readonly since: Instant;
  /** Why its last attempt failed; `null` where there was none. */
  readonly error: string | null;
}

/** Port: how the outbox stands, and what it has posted. */
export interface Backlog {
  /** The articles of which a delivered message shows something; one that was withdrawn from it is none. */
  articlesIn(post: PostedMessage): Promise<readonly ArticleId[]>;
  waiting(): Promise<readonly Waiting[]>;
  /** Posts given up at or after a moment. */
  givenUp(since: Instant): Promise<number>;
}
