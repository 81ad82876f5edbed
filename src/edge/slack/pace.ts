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
  /** Between two channels whose bookmark is kept (`bookmarks.ts`); they keep a line of their own. */
  readonly bookmarks: number;
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
  /** From when on the next post to a channel may go, as they are planned; and as they went. */
  const channels = new Map<string, number>();
  const went = new Map<string, number>();
  /** Milliseconds that one whose time has come waits still; 0: it goes now, and is noted. */
  const waitOf = (method: Method, address: string, at: number): number => {
    const now = performance.now();
    const own = method === "posts" ? (went.get(address) ?? now) - now : 0;
    const wait = own > 0 ? own : lines[method].goesIn(at, now);
    if (wait > 0 || method !== "posts") return wait;
    note(went, address, now + channel);
    return 0;
  };
  return {
    async turn(method, address) {
      const now = performance.now();
      const line = lines[method];
      const own = method === "posts" ? (channels.get(address) ?? now) : now;
      const at = line.freeFrom(Math.max(now, own));
      if (at - now > PATIENCE) throw sentAway(line, method, address);
      line.take(at, now);
      if (method === "posts") note(channels, address, at + channel);
      await passed(at - now);
      for (;;) {
        if (line.isHeld(performance.now())) throw sentAway(line, method, address);
        const wait = waitOf(method, address, at);
        if (wait === 0) return;
        await passed(wait);
      }
    },
    hold: (method, wait) => lines[method].hold(performance.now() + wait),
  };
}

async function passed(milliseconds: number): Promise<void> {
  if (milliseconds <= 0) return;
  await new Promise((resolve) => setTimeout(resolve, Math.ceil(milliseconds)));
}

/** What is over is forgotten. */
function note(times: Map<string, number>, address: string, time: number): void {
  const now = performance.now();
  for (const [other, then] of times) if (then <= now) times.delete(other);
  times.set(address, time);
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
