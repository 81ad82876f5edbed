/** A feed, as the config names it. */
export interface FeedOrder {
  readonly name: string;
  readonly url: string;
  /** Milliseconds from one look to the next. */
  readonly every: number;
  /** It may lie in a network of the newsroom's own. */
  readonly isPrivate: boolean;
}

/** By what its server tells whether it has changed. */
export interface FeedMark {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

export type FeedAnswer =
  | { readonly kind: "same" }
  | {
      readonly kind: "feed";
      readonly bytes: Uint8Array;
      readonly isJson: boolean;
      readonly mark: FeedMark;
    };

/**
 * - `gone`: its server says that it will not come back
 * - `refused`: its address, or where it leads, may not be asked
 * - `unreadable`: what came is no feed, or too long
 * - `unreachable`: whatever else went wrong; later it may work
 */
export type FeedErrorCode = "gone" | "refused" | "unreadable" | "unreachable";

/** Nothing was brought; the message ends a sentence that names the feed, and holds no part of its address but the host. */
export class FeedError extends Error {
  override readonly name = "FeedError";
  readonly code: FeedErrorCode;
  /** In milliseconds, where its server asks for patience. */
  readonly retryAfter: number | null;

  constructor(
    code: FeedErrorCode,
    message: string,
    options: { readonly cause?: unknown; readonly retryAfter?: number | null } = {},
  ) {
    super(message, { cause: options.cause });
    this.code = code;
    this.retryAfter = options.retryAfter ?? null;
  }
}

/**
 * Port: asks a feed's server for it.
 * @param known of what was brought last; `null`: nothing was
 * @throws {FeedError}
 */
export type FetchFeed = (
  feed: Pick<FeedOrder, "url" | "isPrivate">,
  known: FeedMark | null,
) => Promise<FeedAnswer>;
