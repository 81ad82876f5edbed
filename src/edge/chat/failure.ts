import { DeliveryError, type DeliveryErrorCode } from "#core/outbox/courier.ts";

/** The ways in which a call to a platform fails, each in the terms of the outbox and in a sentence. */
export interface CallFailure {
  /** @param wait milliseconds; `null` where it does not say */
  wait(says: string | null, wait: number | null): DeliveryError;
  gone(says: string): DeliveryError;
  refused(says: string): DeliveryError;
  /** It took the call, and failed in the middle. */
  failed(says: string): DeliveryError;
  unreachable(says: string): DeliveryError;
}

/**
 * @param platform its name, as people write it: `Slack`
 * @param doing what the call does, in the middle of a sentence: `posting to C1`
 */
export function callFailure(platform: string, doing: string, cause?: unknown): CallFailure {
  const of = (code: DeliveryErrorCode, began: string, says: string, retryAfter?: number) => {
    const options = { cause, ...(retryAfter !== undefined && { retryAfter }) };
    return new DeliveryError(code, `${began}, ${doing}${says === "" ? "" : `: ${says}`}`, options);
  };
  return {
    wait: (says, wait) =>
      of("rate-limited", `${platform} asks to wait`, says ?? "", wait ?? undefined),
    gone: (says) => of("gone", "What it belongs to was deleted", says),
    refused: (says) => of("refused", `${platform} refuses`, says),
    failed: (says) => of("unreachable", `${platform} failed`, says),
    unreachable: (says) => of("unreachable", `${platform} cannot be reached`, says),
  };
}

/** A post went out, and nobody can say where it stands. */
export const NAMES_NO_MESSAGE = "its reply names no message";

/** What a look for a message whose reply was lost does, in the middle of a sentence. */
export function lookingIn(channel: string): string {
  return `looking in ${channel} for a message whose reply was lost`;
}

/**
 * A failure of such a look: nothing is posted meanwhile, but an earlier attempt may have been, so that the next one
 * must look again.
 *
 * @param asItIs what stays as the platform says it
 */
export function lookFailure(
  failure: DeliveryError,
  asItIs: ReadonlySet<DeliveryErrorCode>,
): DeliveryError {
  if (asItIs.has(failure.code)) return failure;
  const { message, cause, retryAfter } = failure;
  return new DeliveryError("unreachable", message, {
    cause,
    ...(retryAfter !== null && { retryAfter }),
  });
}

/** A failure as the platform names it, and what is to be done about it where that is known. */
export function withMend(says: string, mend: string | undefined): string {
  return mend === undefined ? says : `${says}: ${mend}`;
}

/** An error in one line, with the one behind it: `fetch failed (ECONNREFUSED)`. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const detail = error.cause instanceof Error ? error.cause.message : "";
  return detail === "" ? error.message : `${error.message} (${detail})`;
}
