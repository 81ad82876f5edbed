import { expect, test } from "vitest";
import type { Audience } from "#core/article/audience.ts";
import type { Asked, FrontDesk } from "#core/reply/front-desk.ts";
import { amongReaders } from "#desk/among-readers.ts";
import type { PlaceReaders } from "#desk/port/chat-service.ts";
import { createReadersNow } from "#desk/readers-now.ts";
import { asked } from "#tests/asked.ts";
import { sampleChannel } from "#tests/samples.ts";
import { testClock } from "./fixture.ts";

const own = { kind: "own", channels: ["desk"], isDirect: false } as const;
const IN_DESK = asked({
  ...{ channel: "desk", whereabouts: own },
  place: { platform: "slack", address: "C3", name: "desk" },
});

/** From where each of the desk's verbs is asked, once the front desk has looked who reads there. */
async function askedFrom(
  given: Asked,
  readBy: PlaceReaders | null,
  audience: Audience = "internal",
) {
  const channels = [{ ...sampleChannel("desk"), audience, places: { slack: "C3" } }];
  const questions: string[] = [];
  const now = createReadersNow({
    ...{ clock: testClock("2026-05-08T06:00Z"), channels: () => channels, tell: () => undefined },
    ask: async (_, address) => {
      questions.push(address);
      return readBy;
    },
    roleNow: async () => null,
  });
  const seen: string[] = [];
  const desk = new Proxy({} as FrontDesk, {
    get:
      () =>
      (...args: readonly unknown[]) => {
        const from = args.at(-1) as Asked;
        seen.push(from.whereabouts.kind);
        return null;
      },
  });
  const among = amongReaders(desk, { channels: () => channels, now });
  const form = { name: "subscribe", along: {} } as unknown as Parameters<FrontDesk["check"]>[0];
  await among.ask({ ...given, command: "search", options: {} });
  await among.askLine("search tide", given);
  await among.askTyped("tide", given);
  await among.askPost({} as never, given);
  await among.home(given);
  await among.check(form, {}, given);
  await among.submit("subscribe" as never, {}, given);
  await among.suggest("brief", "article", "t", given);
  among.formFor({ ...given, command: "subscribe", options: {} });
  among.formForLine("subscribe", given);
  return { seen: [...new Set(seen)], count: seen.length, questions };
}

test.each<readonly [string, PlaceReaders | null, Audience]>([
  ["people from outside read there by now", "outside", "internal"],
  ["the same, and nothing is said of it", "outside", null],
  ["nobody can tell who does", null, "internal"],
])("in a channel of ours each verb is answered for the outside world where %s", async (_, readBy, audience) => {
  const { seen, count, questions } = await askedFrom(IN_DESK, readBy, audience);
  expect(seen).toEqual(["shared"]);
  expect([count, questions]).toEqual([10, ["C3"]]);
});

test("and for whoever it is for where the newsroom's people alone read it", async () => {
  expect(await askedFrom(IN_DESK, "own")).toEqual({ seen: ["own"], count: 10, questions: ["C3"] });
});

test.each<readonly [string, Asked, Audience]>([
  ["a channel that is public anyway", IN_DESK, "public"],
  ["a direct message", { ...IN_DESK, whereabouts: { ...own, isDirect: true } }, "internal"],
  ["the page", { ...IN_DESK, whereabouts: { kind: "page", as: own } }, "internal"],
  ["a place that is none of ours", { ...IN_DESK, channel: null }, "internal"],
])("nobody is asked about %s", async (_, given, audience) => {
  const { seen, questions } = await askedFrom(given, "outside", audience);
  expect([seen, questions]).toEqual([[given.whereabouts.kind], []]);
});
