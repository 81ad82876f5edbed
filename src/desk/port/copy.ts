import type { Copy } from "#core/article/copy.ts";

/** A file of the watched folder or bucket that has stopped growing. */
export interface SettledFile {
  /** Below the watched folder, or the prefix of the bucket, with `/` between its parts. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** SHA-256 of `bytes`, in hex. */
  readonly contentHash: string;
  /**
   * Changes with every write to the file, and not with its permissions: while it is the same, so is
   * the content. To be kept, and told again by `WatchHandlers.known`.
   */
  readonly stamp: string;
}

/** One story that a file holds, or why one that lies there cannot be read. */
export type Story =
  | { readonly part: StoryPart; readonly ok: true; readonly copy: Copy }
  | { readonly part: StoryPart; readonly ok: false; readonly reason: string };

/**
 * Names a story within its file, and stays the same when the file comes again with more of them: the
 * guid of a feed's entry, the name of an attachment. Empty for the one story that is the file itself.
 */
export type StoryPart = string;

/** What a file holds, or why nothing can be read of it: a sentence for the editor that names the mend. */
export type Reading =
  /** At least one story. */
  | { readonly ok: true; readonly stories: readonly Story[] }
  | {
      readonly ok: false;
      readonly reason: string;
      /** What a file without a story says all the same, to whoever handles those that came with it. */
      readonly said?: string;
    };

/** Port: reads the bytes of a file. Never rejects, whatever the bytes are. */
export type ReadCopy = (file: { path: string; bytes: Uint8Array }) => Promise<Reading>;
