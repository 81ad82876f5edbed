import { DeliveryError } from "#core/outbox/courier.ts";
import { createMethodLine, type MethodLine } from "./method-line.ts";

/**
 * Milliseconds between two calls; Slack counts each method by itself, for each app and workspace
 * (Slack docs, "Rate limits").
 */
export interface PaceOptions {
  /** Between two posts to one channel: "1 per second", and bursts are not promised. */
  readonly channel: number;
  /**
   * Between two posts to the workspace: "several hundred messages per minute" (Slack docs,
   * "chat.postMessage", Rate limits), and no figure is given.
   */
  readonly posts: number;
  /** Between two calls of `chat.update`, which is of Tier 3: "50+ per minute". */
  readonly edits: number;
  /** Between two looks into a channel or a thread, each of Tier 3 as well. */
  readonly looks: number;
}

/** Methods with a limit of their own. */
export type Method = "posts" | "edits" | "history" | "replies";

/**
 * Milliseconds. A shorter wait is spent in line; a longer one goes back to the outbox, so that a
 * shutdown has not to wait for the whole line.
 */
const PATIENCE = 5_000;

/** Holds calls back, so that Slack has not to refuse them. */
export interface Pace {
  /**
   * Resolves when the next call of a method may go, in the order in which they asked.
   * @throws {DeliveryError} `put-off` when it would take too long, `rate-limited` while Slack asks to wait
   */
  turn(method: Method, address: string): Promise<void>;
  /**
   * Slack has refused a call of a method for so many milliseconds: that holds for the whole workspace
   * (Slack docs, "Rate limits", Responding to rate limiting conditions).
   */
  hold(method: Method, wait: number): void;
}

export function createPace(options: PaceOptions): Pace {
  const { channel, posts, edits, looks } = options;
  const line = (every: number) => createMethodLine(every, PATIENCE);
  const lines: Readonly<Record<Method, MethodLine>> = {
    ...{ posts: line(posts), edits: line(edits), history: line(looks), replies: line(looks) },
  };
  const channels = new Map<string, number>();
  return {
    async turn(method, address) {
      const now = performance.now();
      const line = lines[method];
      const own = method === "posts" ? (channels.get(address) ?? now) : now;
      const at = line.freeFrom(Math.max(now, own));
      if (at - now > PATIENCE) throw sentAway(line, method, address);
      line.take(at, now);
      if (method === "posts") {
        for (const [other, then] of channels) if (then <= now) channels.delete(other);
        channels.set(address, at + channel);
      }
      if (at > now) await new Promise((resolve) => setTimeout(resolve, Math.ceil(at - now)));
      if (line.isHeld(performance.now())) throw sentAway(line, method, address);
    },
    hold: (method, wait) => lines[method].hold(performance.now() + wait),
  };
}

function sentAway(line: MethodLine, method: Method, address: string): DeliveryError {
  const now = performance.now();
  const says = `Slack's limit is kept (${LIMITS[method]}), and many calls wait before the one for ${address}`;
  const code = line.isHeld(now) ? "rate-limited" : "put-off";
  return new DeliveryError(code, says, { retryAfter: line.comeAgainIn(now) });
}

const LIMITS: Readonly<Record<Method, string>> = {
  posts: "several hundred posts a minute",
  edits: "fifty edits a minute",
  history: "fifty looks a minute",
  replies: "fifty looks a minute",
};
