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
}
