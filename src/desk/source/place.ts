/** Where copy lies, as the setting names it. */
export type Place = { readonly kind: "folder"; readonly folder: string } | BucketPlace;

export interface BucketPlace {
  readonly kind: "bucket";
  readonly bucket: string;
  /** Empty, or with a `/` at its end. */
  readonly prefix: string;
}

const BUCKET = /^s3:\/\/(?<bucket>[^/]*)(?:\/(?<prefix>.*))?$/su;
/** Amazon's rules (3 to 63 of a-z, 0-9, dot and hyphen), and the capitals and underscores of older buckets and other servers. */
const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{1,253}[A-Za-z0-9]$/u;

/**
 * Reads `articles`, or `s3://bucket/prefix`: everything below `prefix/`, or the whole bucket.
 * @returns `null` for an address of a bucket that names none, or more than one: `s3://key:secret@bucket`
 */
export function readPlace(setting: string): Place | null {
  const found = BUCKET.exec(setting)?.groups;
  if (found === undefined) return { kind: "folder", folder: setting };
  const { bucket = "", prefix = "" } = found;
  if (!NAME.test(bucket)) return null;
  const own = prefix.replace(/\/+$/u, "");
  return { kind: "bucket", bucket, prefix: own === "" ? "" : `${own}/` };
}

/** `s3://bucket/prefix`, however it was written. */
export function bucketName({ bucket, prefix }: BucketPlace): string {
  return `s3://${bucket}/${prefix.slice(0, -1)}`.replace(/\/$/u, "");
}
