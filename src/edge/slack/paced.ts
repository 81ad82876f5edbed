import { DeliveryError } from "#core/outbox/courier.ts";
import { deliveryError } from "./failure.ts";
import type { Method, Pace } from "./pace.ts";

/** One call on its way. */
export interface Paced<T> {
  readonly method: Method;
  readonly channel: string;
  /** What it does, for its failure: `posting to C1`. */
  readonly doing: string;
  call(): Promise<T>;
}

/**
 * Makes a call when its turn has come; where Slack asks to wait all the same, the calls behind it wait
 * too.
 * @throws {DeliveryError}
 */
export async function paced<T>(pace: Pace, { method, channel, doing, call }: Paced<T>): Promise<T> {
  await pace.turn(method, channel);
  try {
    return await call();
  } catch (error) {
    const failure = error instanceof DeliveryError ? error : deliveryError(error, doing);
    if (failure.code === "rate-limited") pace.hold(method, failure.retryAfter ?? 0);
    throw failure;
  }
}
