/** Why a thread gave no result. */
export type ThreadErrorCode =
  /** It took more processor time than it may; the thread was ended. */
  | "too-slow"
  /** It waited for something that does not come; the thread was ended. */
  | "stuck"
  /** It took more memory than it may; the thread was ended. */
  | "too-large"
  /** The pool was closed before it was done. */
  | "closed"
  /** The work itself threw. */
  | "failed";

/** Thrown when work on another thread has no result. The pool goes on with a new thread. */
export class ThreadError extends Error {
  readonly code: ThreadErrorCode;

  constructor(code: ThreadErrorCode, cause?: unknown) {
    super(`The work on another thread ended: ${code}`, { cause });
    this.name = "ThreadError";
    this.code = code;
  }
}
