import type { ServerResponse } from "node:http";
import { PassThrough } from "node:stream";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Role } from "#core/access/role.ts";
import { createEventStream } from "#edge/preview/event-stream.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const CHANGED = "event: changed";

/** A stream with one open page, and how often that has heard of a change. */
function opened(
  atOnce = true,
  session: string | null = null,
  roleIn: (session: string) => Promise<Role | null> = async () => "editor",
) {
  const events = createEventStream({ edition: () => "1", roleIn });
  const response = Object.assign(new PassThrough(), { writeHead: () => response });
  const texts: string[] = [];
  response.on("data", (chunk: Buffer) => texts.push(chunk.toString()));
  events.open(response as unknown as ServerResponse, { visitor: "ann", session, atOnce });
  const heard = () => texts.filter((text) => text.includes(CHANGED)).length;
  return { events, heard, isOver: () => texts.some((text) => text.includes("event: over")) };
}

test("a change is told at once; a wave of them once more, at its end", async () => {
  const { events, heard } = opened();
  for (let file = 0; file < 500; file += 1) events.publish();
  expect(heard()).toBe(1);
  await vi.advanceTimersByTimeAsync(500);
  expect(heard()).toBe(2);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(heard()).toBe(2);
  events.publish();
  expect(heard()).toBe(3);
});

test("nothing is told once it is closed", async () => {
  const { events, heard } = opened();
  events.publish();
  events.publish();
  events.close();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(heard()).toBe(1);
});

test("whoever does not see all that comes in cannot tell by it that anything did", async () => {
  const [busy, quiet] = [opened(false), opened(false)];
  for (let minute = 0; minute < 5; minute += 1) {
    for (let file = 0; file < 50; file += 1) busy.events.publish();
    await vi.advanceTimersByTimeAsync(60_000);
    expect([minute, busy.heard()]).toEqual([minute, 2 * (minute + 1)]);
    expect(busy.heard()).toBe(quiet.heard());
  }
});

test("an editor who is none any more hears of nothing as it happens, and looks at a reader's pace", async () => {
  let role: Role | "away" = "editor";
  const roleIn = async () => {
    if (role === "away") throw new Error("away");
    return role;
  };
  const { events, heard, isOver } = opened(true, "s1", roleIn);
  const change = async () => {
    events.publish();
    await vi.advanceTimersByTimeAsync(600);
    return heard();
  };
  expect(await change()).toBe(1);
  role = "reader";
  expect([await change(), await change()]).toEqual([1, 1]);
  // Whether they are one still cannot be told: they are none.
  role = "away";
  expect(await change()).toBe(1);
  await vi.advanceTimersByTimeAsync(30_000);
  expect([heard(), isOver()]).toEqual([2, false]);
  role = "editor";
  expect(await change()).toBe(3);
});

test("of a session that has ended elsewhere the stream is closed by the next change, which it does not tell", async () => {
  let goesOn = true;
  const { events, heard, isOver } = opened(true, "s1", async () => (goesOn ? "admin" : null));
  events.publish();
  await vi.advanceTimersByTimeAsync(600);
  goesOn = false;
  events.publish();
  await vi.advanceTimersByTimeAsync(0);
  expect([heard(), isOver()]).toEqual([1, true]);
});
