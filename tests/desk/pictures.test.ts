import { expect, test } from "vitest";
import { type Copy, copyOf, pictureOf, type StatedPicture } from "#core/article/copy.ts";
import type { Message } from "#core/message/message.ts";
import { createCorrectionDesk } from "#desk/correction.ts";
import { createEditionDesk } from "#desk/edition.ts";
import { createIntake } from "#desk/intake.ts";
import type { ReadCopy } from "#desk/port/copy.ts";
import { textOf } from "#tests/message-text.ts";
import { sampleSubscription } from "#tests/samples.ts";
import { intakeParts, settledFile, testClock, testStore } from "./fixture.ts";

const RECEIPT = { messageId: "m1", url: null };
const ROOM = { fits: () => true };
const BUDGETS = { slack: ROOM, discord: ROOM, preview: ROOM };
const STORY = ["The bridge reopened on Friday, the council said.", "It had been shut since May."];
const BRIDGE = "https://p.example/bridge.jpg";

/** Files of a test are copy as JSON. */
const readCopy: ReadCopy = async ({ bytes }) => {
  const { body = STORY, ...stated } = JSON.parse(new TextDecoder().decode(bytes));
  const copy = copyOf("ninjs", body, { title: "Bridge reopens", ...stated });
  return { ok: true, stories: [{ part: "", ok: true, copy }] };
};

function picture(url: string, stated: Partial<StatedPicture> = {}): StatedPicture {
  return pictureOf([{ url, width: 600, type: "image/jpeg" }], { credit: "Ana Field", ...stated });
}

type Stated = Partial<Omit<Copy, "body">> & { readonly body?: readonly string[] };

/** A newsroom with a Slack channel that shows pictures, and one that does not. */
async function setUp(stated: Stated) {
  const store = await testStore();
  const clock = testClock("2026-05-08T06:20Z");
  const intake = createIntake(intakeParts(store, clock, { readCopy }));
  const file = (copy: Stated) => intake.take(settledFile("a.json", JSON.stringify(copy)));
  await file(stated);
  const place = (name: string, pictures: boolean) =>
    sampleSubscription({
      ...{ id: `${name}@slack:${name}`, channel: name, address: name, platform: "slack", pictures },
    });
  const subscriptions = [place("shown", true), place("plain", false)];
  const parts = { store, clock, budgets: BUDGETS, pause: async () => undefined };
  const editions = createEditionDesk({
    ...{ ...parts, subscriptions: () => subscriptions, tally: null },
  });
  const sent = async (): Promise<ReadonlyMap<string, Message>> => {
    const claimed = await store.outbox.claim(clock.now(), ["slack"]);
    for (const { key } of claimed) await store.outbox.delivered(key, RECEIPT, clock.now());
    return new Map(claimed.map(({ address, message }) => [address, message]));
  };
  await editions.makeDue();
  const first = await sent();
  const desk = createCorrectionDesk(parts);
  clock.pass(60_000);
  const chase = async () => {
    await desk.chase();
    return sent();
  };
  return { clock, editions, file, first, chase, sent };
}

function pictures(messages: ReadonlyMap<string, Message>, channel: string): readonly string[] {
  const message = messages.get(channel);
  const blocks = message?.sections.flatMap((one) => one.blocks) ?? [];
  return blocks.flatMap((block) => (block.kind === "picture" ? [block.url] : []));
}

test("a channel that asks for pictures has them, and no other", async () => {
  const { first } = await setUp({ pictures: [picture(BRIDGE)] });
  expect(pictures(first, "shown")).toEqual([BRIDGE]);
  expect(pictures(first, "plain")).toEqual([]);
});

test("copy that is restricted, or whose picture is, has none", async () => {
  const restricted = { pictures: [picture(BRIDGE)], usageTerms: "Internal only" };
  expect(pictures((await setUp(restricted)).first, "shown")).toEqual([]);
  const own = { pictures: [picture(BRIDGE, { usageTerms: "No resale" })] };
  expect(pictures((await setUp(own)).first, "shown")).toEqual([]);
});

test("a correction draws the picture of the latest version, where there is one", async () => {
  const { file, chase } = await setUp({ pictures: [picture(BRIDGE)] });
  const body = ["The bridge reopened on Thursday, the council said.", "It had been shut."];
  const other = "https://p.example/other.jpg";
  await file({ pictures: [picture(other)], body });
  expect(pictures(await chase(), "shown")).toEqual([other]);
  await file({ body: [...body, "It will stay open."] });
  const edited = await chase();
  expect(pictures(edited, "shown")).toEqual([]);
  expect(textOf(edited.get("shown") ?? expect.unreachable())).toContain("Updated");
});

test("a picture that its source drops leaves the post, and nothing is news by that", async () => {
  const { file, chase, clock, editions, sent } = await setUp({ pictures: [picture(BRIDGE)] });
  await file({ pictures: [picture(BRIDGE, { status: "canceled" })] });
  const edited = await chase();
  expect([...edited.keys()]).toEqual(["shown"]);
  const text = textOf(edited.get("shown") ?? expect.unreachable());
  expect(text).not.toContain("p.example");
  expect(text).toContain("Taken out 06:21 UTC: the picture that stood here");
  clock.set(Date.parse("2026-05-08T07:00Z"));
  await editions.makeDue();
  expect((await sent()).size).toBe(0);
});

test.each([
  ["another one takes its place", "https://p.example/other.jpg", 1],
  ["one that is signed anew does not", `${BRIDGE}?signed=2`, 0],
])("of a picture under the same words %s", async (_what, url, edits) => {
  const { file, chase } = await setUp({ pictures: [picture(BRIDGE)] });
  await file({ pictures: [picture(url)] });
  const edited = await chase();
  expect(edited.size).toBe(edits);
  expect(pictures(edited, "shown")).toEqual(edits === 0 ? [] : [url]);
});

test("a picture that comes later is in no post that stands, and in those that follow", async () => {
  const { file, chase } = await setUp({});
  await file({ pictures: [picture(BRIDGE)] });
  expect((await chase()).size).toBe(0);
  const body = ["The bridge reopened on Thursday, the council said.", "It had been shut."];
  await file({ pictures: [picture(BRIDGE)], body });
  expect(pictures(await chase(), "shown")).toEqual([BRIDGE]);
});

test.each([
  "killed",
  "withheld",
])("copy that is %s loses its picture where it stands", async (status) => {
  const { file, chase } = await setUp({ pictures: [picture(BRIDGE)] });
  await file({ pictures: [picture(BRIDGE)], status });
  const edited = await chase();
  expect(JSON.stringify([...edited.values()])).not.toContain("p.example");
  expect(edited.size).toBe(2);
});

test("what was withheld comes back with its picture, but for one that was dropped meanwhile", async () => {
  const { file, chase, sent } = await setUp({ pictures: [picture(BRIDGE)] });
  await file({ pictures: [picture(BRIDGE)], status: "withheld" });
  await chase();
  await sent();
  await file({ pictures: [picture(BRIDGE)] });
  expect(pictures(await chase(), "shown")).toEqual([BRIDGE]);
  await sent();
  await file({ pictures: [picture(BRIDGE)], status: "withheld" });
  await chase();
  await sent();
  await file({});
  expect(pictures(await chase(), "shown")).toEqual([]);
});
