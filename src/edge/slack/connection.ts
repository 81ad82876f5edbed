import type { Log } from "#desk/port/log.ts";
import { type Hold, unlessAborted } from "#edge/chat/connection.ts";

/** One way in which Slack's interactions come in. */
export interface Line {
  /** Resolves when it stands; after that, `lost` is called when it breaks. */
  open(lost: () => void): Promise<void>;
  close(): Promise<void>;
}

export interface HoldOptions {
  /** Says who the bot is. Throws as long as its token is not taken. */
  readonly identify: () => Promise<string>;
  readonly openLine: () => Line;
  readonly log: Log;
}

/**
 * Holds a line until it breaks. That it is opened again is not left to the SDK, whose own reconnection
 * leaves a rejection unhandled when Slack cannot be reached, and waits five seconds before it answers a
 * refresh that Slack announced.
 */
export function lineHold({ identify, openLine, log }: HoldOptions): Hold {
  return async (signal, report) => {
    const lost = Promise.withResolvers<void>();
    const as = await unlessAborted(identify(), signal);
    const line = openLine();
    try {
      await unlessAborted(line.open(lost.resolve), signal);
      log.info("slack ready", { as });
      report({ kind: "ready", as });
      await unlessAborted(lost.promise, signal);
    } finally {
      await line.close();
    }
  };
}
