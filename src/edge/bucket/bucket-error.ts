/**
 * Why a bucket cannot be looked into.
 *
 * - `no-bucket`: there is none of that name
 * - `no-credentials`: nobody has given us any
 * - `not-accepted`: those that we have are not known there, or have run out
 * - `not-permitted`: they may not do what we need
 * - `wrong-clock`: what this machine signs is dated too early or too late
 * - `wrong-region`: it lies in another one
 * - `unreachable`: nobody answers, or not now
 * - `unusable`: its answer is none of these
 */
export type BucketErrorCode =
  | "no-bucket"
  | "no-credentials"
  | "not-accepted"
  | "not-permitted"
  | "wrong-clock"
  | "wrong-region"
  | "unreachable"
  | "unusable";

/**
 * Thrown when a bucket cannot be looked into; the message names the mend.
 *
 * It has no `cause`: the SDK's errors carry what S3 says back, and S3 repeats the access key and the text
 * that was signed (`AWSAccessKeyId`, `StringToSign`). Errors go into the log with all that they carry.
 */
export class BucketError extends Error {
  readonly code: BucketErrorCode;
  /** What S3 or the system called it: `NoSuchBucket`, `ECONNREFUSED`. */
  readonly detail: string;

  constructor(code: BucketErrorCode, message: string, detail: string) {
    super(message);
    this.name = "BucketError";
    this.code = code;
    this.detail = detail;
  }
}
