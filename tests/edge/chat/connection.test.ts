import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ServiceState } from "#desk/port/chat-service.ts";
import { type Connection, type Hold, keepConnected, unlessAborted } from "#edge/chat/connection.ts";
import { createLogInbox } from "#tests/fake/log.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const READY = { kind: "ready", as: "Copydesk" } as const;
const CONNECTING = { kind: "connecting" } as const;
const TOO_SHORT = "the connection breaks as soon as it stands";

/** What one attempt comes to: how long it stands, where it stands at all, and what it throws, if anything. */
interface Attempt {
  readonly stands?: number;
  /** Milliseconds after which it is on its way again, until its end. */
  readonly away?: number;
  readonly fails?: string;
}

/** Goes through the attempts, and holds on after the last one until it is stopped. */
function follow(attempts: readonly Attempt[]) {
  const states: ServiceState[] = [];
  const { log, lines } = createLogInbox();
  const left = [...attempts];
  const hold: Hold = async (signal, report) => {
    const { stands, away, fails } = left.shift() ?? { stands: Number.POSITIVE_INFINITY };
    if (stands !== undefined) {
      report(READY);
      await unlessAborted(pass(stands), signal);
    }
    if (away !== undefined) {
      report(CONNECTING);
      await unlessAborted(pass(away), signal);
    }
    if (fails !== undefined) throw new TypeError(fails);
  };
  const connection = keepConnected(
    {
      name: "wire",
      hold,
      explain: (error) => (error instanceof Error ? `it says ${error.message}` : "unknown"),
      backoff: { first: 1_000, longest: 8_000 },
      log,
    },
    (state) => states.push(state),
  );
  return { connection, states, lines };
}

function pass(milliseconds: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  if (Number.isFinite(milliseconds)) setTimeout(resolve, milliseconds);
  return promise;
}

/** Goes through the attempts to the connection that holds; gives the waits between them. */
async function waitsOf(attempts: readonly Attempt[]): Promise<readonly number[]> {
  const { connection, states } = follow(attempts);
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(states.at(-1)).toEqual(READY);
  await connection.stop();
  return states.flatMap((state) => (state.kind === "failed" ? [state.retryIn] : []));
}

const bad: Attempt = { fails: "no" };

test.each<[string, readonly Attempt[], readonly number[]]>([
  ["grow to the longest", [bad, bad, bad, bad, bad], [1, 2, 4, 8, 8]],
  ["begin anew after 10 s", [bad, bad, { stands: 10_000, fails: "cut" }, bad], [1, 2, 1, 2]],
  ["grow on after less than that", [bad, bad, { stands: 9_999, fails: "cut" }], [1, 2, 4]],
  [
    "grow on when it was away for most of it",
    [bad, { stands: 5_000, away: 20_000, fails: "silent" }],
    [1, 2],
  ],
  ["grow on when it took long to fail", [bad, { away: 20_000, fails: "no hello" }], [1, 2]],
  ["are none after an ordinary end", [{ stands: 10_000 }, { stands: 10_000 }], []],
  ["are none after the first early end", [{ stands: 5 }], []],
  ["come when it ends early again", [{ stands: 5 }, { stands: 5 }, { stands: 5 }], [2, 4]],
  ["forget early ends", [{ stands: 5 }, { stands: 10_000 }, { stands: 5 }], []],
])("the waits %s", async (_, attempts, seconds) => {
  expect(await waitsOf(attempts)).toEqual(seconds.map((wait) => wait * 1_000));
});

test("each change of state is reported, and each failure logged with its reason", async () => {
  const { connection, states, lines } = follow([bad, { stands: 5 }, { stands: 5 }]);
  await vi.advanceTimersByTimeAsync(60_000);
  await connection.stop();
  const first = { reason: "it says no", retryIn: 1_000 };
  const last = { reason: TOO_SHORT, retryIn: 2_000 };
  expect(states).toEqual([
    ...[CONNECTING, { kind: "failed", ...first }, CONNECTING, READY],
    ...[{ kind: "failed", ...last }, CONNECTING, READY],
    ...[{ kind: "failed", reason: TOO_SHORT, retryIn: 4_000 }, CONNECTING, READY],
  ]);
  expect(lines.all.slice(0, 2)).toEqual([
    { level: "warn", event: "wire failed", fields: first },
    { level: "warn", event: "wire failed", fields: last },
  ]);
});

test.each([
  ["holds", []],
  ["waits for its next attempt", [bad]],
  ["connects", [{ away: Number.POSITIVE_INFINITY }]],
])("a connection that is stopped while it %s says no more, and leaves no timer", async (_, attempts) => {
  const { connection, states } = follow(attempts);
  await vi.advanceTimersByTimeAsync(0);
  const before = states.length;
  await connection.stop();
  await connection.stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(states).toHaveLength(before);
  expect(vi.getTimerCount()).toBe(0);
});

test("a stop waits until the connection is closed", async () => {
  const closing = Promise.withResolvers<void>();
  const hold: Hold = async (signal) => {
    try {
      await unlessAborted(new Promise(() => undefined), signal);
    } finally {
      await closing.promise;
    }
  };
  const order: string[] = [];
  const stopping = start(hold)
    .stop()
    .then(() => order.push("stopped"));
  await vi.advanceTimersByTimeAsync(60_000);
  order.push("closed");
  closing.resolve();
  await stopping;
  expect(order).toEqual(["closed", "stopped"]);
});

function start(hold: Hold): Connection {
  const { log } = createLogInbox();
  const backoff = { first: 1_000, longest: 8_000 };
  return keepConnected({ name: "wire", hold, explain: String, backoff, log }, () => undefined);
}

test("work is waited for, and no longer than until the signal", async () => {
  const { signal } = new AbortController();
  expect(await unlessAborted(Promise.resolve("done"), signal)).toBe("done");
  await expect(unlessAborted(Promise.reject(new TypeError("no")), signal)).rejects.toThrow("no");
  const later = new AbortController();
  const waiting = unlessAborted(new Promise(() => undefined), later.signal);
  later.abort(new RangeError("stopped"));
  await expect(waiting).rejects.toThrow("stopped");
  await expect(unlessAborted(Promise.resolve("late"), later.signal)).rejects.toThrow("stopped");
});
