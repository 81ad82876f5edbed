import type { ServerResponse } from "node:http";
import { PassThrough } from "node:stream";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createEventStream } from "#edge/preview/event-stream.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const CHANGED = "event: changed";

/** A stream with one open page, and how often that has heard of a change. */
function opened() {
  const events = createEventStream({ edition: () => "1", goesOn: async () => true });
  const response = Object.assign(new PassThrough(), { writeHead: () => response });
  const texts: string[] = [];
  response.on("data", (chunk: Buffer) => texts.push(chunk.toString()));
  events.open(response as unknown as ServerResponse, { visitor: "ann", session: null });
  const heard = () => texts.filter((text) => text.includes(CHANGED)).length;
  return { events, heard };
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
