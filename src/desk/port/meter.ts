import type { Platform } from "#core/digest/subscription.ts";
import type { DeliveryErrorCode } from "#core/outbox/courier.ts";
import type { Outcome } from "#desk/outcome.ts";
import type { Judging } from "./judgements.ts";
import type { Claimed } from "./outbox.ts";

/** Why an attempt failed: what only waits for our own pace has not. */
export type FailureCode = Exclude<DeliveryErrorCode, "put-off">;

/** Port: counts what happens in this process, for whoever watches it by figures. Nobody waits for it, and it never throws. */
export interface Meter {
  /**
   * One story, or a file that holds none, was dealt with.
   * @param took milliseconds since its file was found; `null`: it came by no file
   */
  tookIn(outcome: Outcome["kind"], took: number | null): void;
  /** @param waited milliseconds since the slot that it was made for, or since it was made */
  posted(kind: Claimed["kind"], platform: Platform, waited: number): void;
  /** @param givenUp it is not tried again */
  failed(code: FailureCode, platform: Platform, givenUp: boolean): void;
  /** A language model was to give a second opinion. */
  judged(judging: Judging): void;
  /** Work failed that the bot goes on after. */
  trouble(): void;
}
