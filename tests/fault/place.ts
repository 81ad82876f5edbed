import type { Courier } from "#core/outbox/courier.ts";
import type { Errand, FaultName } from "./faults.ts";

/** One message as the platform's server has it. */
export interface Copy {
  readonly messageId: string;
  readonly text: string;
}

/** A platform's server with the real courier before it, and the faults between the two. */
export interface FaultyPlace {
  readonly courier: Courier;
  /** A channel that takes messages, and has none. */
  readonly address: string;
  /** Each channel post, oldest first; `forum`: each first message of a forum's post. */
  read(): Promise<readonly Copy[]>;
  /** What stands in the thread of a post, without the post, oldest first. */
  readThread(messageId: string): Promise<readonly Copy[]>;
  /**
   * The next call of an errand goes wrong.
   * @param until when a delay ends
   */
  fail(errand: Errand, fault: FaultName, until: Promise<void>): void;
  /** How many calls of an errand there were. */
  calls(errand: Errand): number;
  /** The platform forgets what it keeps for some minutes only. */
  forget(): void;
}

/** Milliseconds that one call may take. */
export const TIMEOUT = 400;
