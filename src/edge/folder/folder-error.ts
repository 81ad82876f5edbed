/** Why a folder cannot be watched at all. */
export type FolderErrorCode = "not-a-folder" | "not-permitted" | "unusable";

/** Thrown when the folder to watch is no folder, or cannot be made or entered; the message names the mend. */
export class FolderError extends Error {
  readonly code: FolderErrorCode;

  constructor(code: FolderErrorCode, message: string, cause: unknown) {
    super(message, { cause });
    this.name = "FolderError";
    this.code = code;
  }
}
