import { BucketError, type BucketErrorCode } from "./bucket-error.ts";

/** What an error of the SDK says, without what it repeats of the request. */
export interface Fault {
  /** `NoSuchKey`, `ECONNREFUSED`; `unknown fault` where it has no name. */
  readonly name: string;
  /** Of HTTP; `null` where nobody answered. */
  readonly status: number | null;
}

/** The bucket as people know it. */
export interface Named {
  /** `s3://news/wire` */
  readonly name: string;
  readonly bucket: string;
  /** `null` for Amazon's own. */
  readonly endpoint: string | null;
}

// Names come from the other side: one that is none of S3's is not repeated.
const NAME = /^[\w.-]{2,60}$/u;
/** https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html#ErrorCodeList, and the SDK's own. */
const CODES: Readonly<Record<string, BucketErrorCode>> = {
  NoSuchBucket: "no-bucket",
  CredentialsProviderError: "no-credentials",
  TokenProviderError: "no-credentials",
  InvalidAccessKeyId: "not-accepted",
  SignatureDoesNotMatch: "not-accepted",
  ExpiredToken: "not-accepted",
  InvalidToken: "not-accepted",
  TokenRefreshRequired: "not-accepted",
  AccessDenied: "not-permitted",
  AllAccessDisabled: "not-permitted",
  AccountProblem: "not-permitted",
  RequestTimeTooSkewed: "wrong-clock",
  RequestExpired: "wrong-clock",
  PermanentRedirect: "wrong-region",
  AuthorizationHeaderMalformed: "wrong-region",
  SlowDown: "unreachable",
  RequestTimeout: "unreachable",
};
const BY_STATUS: Readonly<Record<number, BucketErrorCode>> = {
  301: "wrong-region",
  401: "not-accepted",
  403: "not-permitted",
  404: "no-bucket",
  429: "unreachable",
};

export function faultOf(error: unknown): Fault {
  if (!(error instanceof Error)) return { name: "unknown fault", status: null };
  const names = ["Code" in error ? error.Code : null, codeOf(error), error.name];
  const name = names.find((one) => typeof one === "string" && one !== "Error" && NAME.test(one));
  return { name: String(name ?? "unknown fault"), status: statusOf(error) };
}

/** Of the system: `ECONNREFUSED`. */
function codeOf(error: Error): unknown {
  return "code" in error ? error.code : null;
}

function statusOf(error: Error): number | null {
  if (!("$metadata" in error)) return null;
  const { $metadata: answer } = error;
  if (typeof answer !== "object" || answer === null || !("httpStatusCode" in answer)) return null;
  return typeof answer.httpStatusCode === "number" ? answer.httpStatusCode : null;
}

/** What is wrong with the bucket, where it could not be listed. */
export function bucketError(error: unknown, named: Named): BucketError {
  if (error instanceof BucketError) return error;
  const fault = faultOf(error);
  const code = bucketCode(fault);
  return new BucketError(code, sentence(code, named, fault), fault.name);
}

export function bucketCode({ name, status }: Fault): BucketErrorCode {
  const known = CODES[name];
  if (known !== undefined) return known;
  if (status === null || status >= 500) return "unreachable";
  return BY_STATUS[status] ?? "unusable";
}

function sentence(code: BucketErrorCode, named: Named, fault: Fault): string {
  const { name, bucket, endpoint } = named;
  const at = endpoint === null ? "" : ` at ${endpoint}`;
  switch (code) {
    case "no-bucket":
      return `There is no bucket “${bucket}”${at}: make it, or name another one in COPYDESK_ARTICLES.`;
    case "no-credentials":
      return `There are no credentials for ${name}: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE, or give this machine a role.`;
    case "not-accepted":
      return `The credentials for ${name}${at} are not accepted (${fault.name}): set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY anew.`;
    case "not-permitted":
      return `The bot may not list ${name} (${fault.name}): allow its credentials s3:ListBucket on ${bucket}, and s3:GetObject on what is in it.`;
    case "wrong-clock":
      return `${name}${at} takes nothing from this machine (${fault.name}), whose clock is wrong by minutes: set it right.`;
    case "wrong-region":
      return `The bucket “${bucket}” lies in another region (${fault.name}): set AWS_REGION to it.`;
    case "unreachable":
      return `${name} cannot be reached${at} (${fault.name}): look at the network, and at AWS_ENDPOINT_URL_S3.`;
    case "unusable":
      return `${name} cannot be listed${at} (${fault.name}): look at COPYDESK_ARTICLES, AWS_REGION and AWS_ENDPOINT_URL_S3.`;
  }
}
