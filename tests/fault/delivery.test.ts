import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { startTwin, type Twin } from "#tests/edge/discord/fake/twin.ts";
import { type FaultyDesk, openDesk, PARTS } from "./desk.ts";
import { openDiscordPlace } from "./discord-place.ts";
import { type Errand, FAULTS, type FaultName, RETRY_AFTER } from "./faults.ts";
import { type FaultyPlace, TIMEOUT } from "./place.ts";
import { openSlackPlace } from "./slack-place.ts";

let twin: Twin;
beforeAll(async () => {
  twin = await startTwin();
});
afterAll(() => twin.discord.stop());

// The courier gives a reply that stalls longer than any test should take.
beforeEach(() => {
  const { timeout } = AbortSignal;
  vi.spyOn(AbortSignal, "timeout").mockImplementation((wait) =>
    timeout.call(AbortSignal, Math.min(wait, TIMEOUT)),
  );
  return () => vi.restoreAllMocks();
});

const PLATFORMS: readonly (readonly [string, () => Promise<FaultyPlace>, readonly Errand[]])[] = [
  ["Slack", openSlackPlace, ["post", "edit", "reply", "look"]],
  ["Discord", () => openDiscordPlace(twin, false), ["post", "edit", "reply", "thread", "look"]],
  ["a Discord forum", () => openDiscordPlace(twin, true), ["forum post", "edit", "reply"]],
];

describe.each(PLATFORMS)("%s", (name, open, errands) => {
  describe.each(errands)("a %s that meets", (errand) => {
    test.each(FAULTS)("%s", async (fault) => {
      const place = await open();
      const desk = await openDesk(place);
      await desk.issue(name.endsWith("forum"));
      if (!FIRST.includes(errand)) {
        await desk.carryAll();
        await desk.correct();
      }
      await meet(place, desk, errand, fault);
      if (FIRST.includes(errand)) {
        await desk.correct();
        await desk.carryAll();
      }
      await expectOnce(place, desk);
    });
  });
});

/** Errands that put the edition into the channel; the others are about what stands there. */
const FIRST: readonly Errand[] = ["post", "forum post", "look"];

async function meet(place: FaultyPlace, desk: FaultyDesk, errand: Errand, fault: FaultName) {
  const delay = Promise.withResolvers<void>();
  const before = place.calls(errand);
  if (errand === "look") place.fail("post", "a reply dropped after the work", delay.promise);
  place.fail(errand, fault, delay.promise);
  const begun = Date.now();
  const carried = desk.carryAll();
  await expect.poll(() => place.calls(errand)).toBeGreaterThan(before);
  // A second call while the first one is on its way must not send it again.
  const again = desk.desk.drain();
  delay.resolve();
  await Promise.all([carried, again]);
  if (fault === "429 with retry-after")
    expect(Date.now() - begun).toBeGreaterThanOrEqual(RETRY_AFTER * 1_000);
}

/** The server holds each part once and in order, and so do the outbox and the ledger. */
async function expectOnce(place: FaultyPlace, { rows, store, outcomes }: FaultyDesk) {
  const posts = await place.read();
  const [, second = { messageId: "" }] = posts;
  const replies = await place.readThread(second.messageId);
  expect(posts.map(({ text }) => PARTS.filter((part) => text.includes(part)))).toEqual(
    PARTS.map((part) => [part]),
  );
  expect(posts.map(({ text }) => text.includes("as corrected"))).toEqual([false, true, false]);
  expect(replies.map(({ text }) => text.includes("what was corrected"))).toEqual([true]);

  const standing = rows();
  const idsOf = (kind: string) =>
    standing.filter((row) => row.kind === kind).map(({ messageId }) => messageId);
  expect(new Set(standing.map(({ state }) => state))).toEqual(new Set(["delivered"]));
  expect(idsOf("post")).toEqual(posts.map(({ messageId }) => messageId));
  expect(idsOf("edit")).toEqual([second.messageId]);
  expect(idsOf("reply")).toEqual(replies.map(({ messageId }) => messageId));
  const receipts = outcomes.flatMap((one) => (one.kind === "posted" ? [one.parcel.key] : []));
  expect(receipts).toEqual(standing.map(({ key }) => key));
  for (const id of ["a", "b", "c"]) {
    const stages = (await store.ledger.history(`wire/${id}.txt`)).map(({ stage }) => stage);
    expect(stages.filter((stage) => stage === "posted")).toEqual(["posted"]);
  }
}
