/** What was wrong with a request; each code is one HTTP status. */
export type RequestErrorCode =
  | "malformed"
  | "unknown"
  | "foreign"
  | "not-allowed"
  | "not-found"
  | "wrong-method"
  | "changed"
  | "unusable"
  | "too-large"
  | "wrong-type"
  | "spent"
  | "too-many"
  | "crowded";

const STATUS: Readonly<Record<RequestErrorCode, number>> = {
  malformed: 400,
  unknown: 401,
  foreign: 403,
  "not-allowed": 403,
  "not-found": 404,
  "wrong-method": 405,
  changed: 409,
  unusable: 409,
  "too-large": 413,
  "wrong-type": 415,
  spent: 410,
  "too-many": 429,
  crowded: 503,
};

/** A request that is not answered; `message` is a plain sentence for whoever sent it. */
export class RequestError extends Error {
  override readonly name = "RequestError";
  readonly code: RequestErrorCode;
  readonly status: number;
  /** Seconds until it may be asked again; `null`: whenever they like. */
  readonly retryAfter: number | null;

  constructor(
    code: RequestErrorCode,
    message: string,
    { retryAfter, ...options }: { cause?: unknown; retryAfter?: number } = {},
  ) {
    super(message, options);
    this.code = code;
    this.status = STATUS[code];
    this.retryAfter = retryAfter ?? null;
  }
}

/**
 * Why the page cannot be served.
 *
 * - `no-port`: this machine does not let it listen where it should
 * - `no-page`: the page's own files cannot be read
 */
export type PreviewErrorCode = "no-port" | "no-page";

/** The page cannot be served; the rest of the bot can go on without it. */
export class PreviewError extends Error {
  override readonly name = "PreviewError";
  readonly code: PreviewErrorCode;

  constructor(code: PreviewErrorCode, message: string, options: { cause?: unknown } = {}) {
    super(message, options);
    this.code = code;
  }
}
