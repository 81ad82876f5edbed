/**
 * Why copy cannot be put where copy lies.
 *
 * - `not-permitted`: Copydesk may only read there
 * - `full`: there is no room
 * - `taken`: every name like the one that was wanted is in use
 * - `unusable`: whatever else is wrong with the place
 */
export type CopyPlaceErrorCode = "not-permitted" | "full" | "taken" | "unusable";

/** Nothing was put there; the message is a sentence for whoever brought it, and names the mend. */
export class CopyPlaceError extends Error {
  override readonly name = "CopyPlaceError";
  readonly code: CopyPlaceErrorCode;

  constructor(code: CopyPlaceErrorCode, message: string, options: { cause?: unknown } = {}) {
    super(message, options);
    this.code = code;
  }
}

/** A file that lies there now. */
export interface Lying {
  /** As in `SettledFile`, spelled as it is there. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** The same for as long as nobody has put anything else in its place. */
  readonly mark: string;
}

/** Port: the folder or bucket in which copy lies, as somebody puts a file into it. */
export interface CopyPlace {
  /**
   * Puts a whole file there, under the first name that nothing there has: `flood.txt`, `flood-2.txt`, …. Whoever watches
   * never sees half of it, and what lies there stays.
   *
   * @param name as `safeName` makes it
   * @param isKnown a path at which a file has lain before, so that a new one would count as another version of it
   * @returns its path, as in `SettledFile`
   * @throws {CopyPlaceError}
   */
  put(
    name: string,
    bytes: Uint8Array,
    isKnown: (path: string) => Promise<boolean>,
  ): Promise<string>;
  /**
   * What lies there under a path, or under a name that some file system takes for it; `null`: nothing.
   * @throws {CopyPlaceError} where it cannot be read
   */
  find(path: string): Promise<Lying | null>;
  /**
   * Puts another content in the place of what was found, all at once. Nothing of anybody's is lost: what a colleague puts there
   * meanwhile stays there, or lies beside it under another name.
   * @returns false where something else lies there by now, or nothing, and nothing was done
   * @throws {CopyPlaceError}
   */
  replace(found: Pick<Lying, "path" | "mark">, bytes: Uint8Array): Promise<boolean>;
}
