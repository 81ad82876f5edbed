/** The places of a platform cannot be listed; the message is in its words, with the mend. */
export class ListError extends Error {
  override readonly name = "ListError";
  readonly code = "unlisted";
}
