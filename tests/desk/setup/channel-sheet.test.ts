import { expect, test } from "vitest";
import type { ChannelSheet } from "#desk/setup/channel-sheet.ts";
import { REGISTRY } from "#main/platforms.ts";
import { visitor } from "#tests/asked.ts";
import { setupNewsroom, sheet } from "./newsroom.ts";

const EDITOR = visitor("editor");

/**
 * Every key of a channel in the config, each way in which it may be written. A key that is new there has to be put here, so that
 * the form is not its end.
 */
const WRITTEN: Readonly<Record<string, readonly unknown[]>> = {
  name: ["storm"],
  schedule: [
    "0 8 * * *",
    ["0 8 * * *", "0 18 * * 1-5"],
    [
      { cron: "0 8 * * MON-FRI", name: "Morning", timeZone: "Europe/London", most: 3 },
      "0 18 * * *",
    ],
    [
      { cron: "0 8 * * *", timeZone: "Europe/London" },
      { cron: "0 8 * * *", timeZone: "America/New_York" },
    ],
  ],
  timeZone: ["Europe/London"],
  most: [5],
  least: [2, { briefs: 2, slots: 4, time: "12h" }],
  quiet: [
    "22:00-06:30",
    ["22:00-06:30", "12:00-13:00"],
    { hours: "22:00-06:30", days: ["sat", "sun"], urgent: "wait" },
    [{ hours: "22:00-06:30", timeZone: "Europe/London" }, "12:00-13:00"],
  ],
  atOnce: [1, 5, 8],
  atOnceMost: [3],
  pauseUntil: ["2026-12-27"],
  late: [{ post: false }, { limit: "6h" }],
  approval: ["none", "required", { required: true }, { required: true, after: "30m" }],
  baseline: [0],
  sections: [["News"]],
  tags: [["storm", "weather"]],
  topics: ["storm OR tag:weather"],
  mute: [["football", "own goal"]],
  public: [true, false],
  internal: [true, false],
  title: ["Storm desk"],
  layout: ["full", "headlines"],
  balance: [true, false],
  pictures: [true, false],
  thread: ["per-brief", "none"],
  forum: [[], ["news", "wind, rain"]],
  slack: ["C0042", { channel: "C0042", flashMention: "S0123ABCD", bookmark: true }],
  discord: ["123456789012345678", { channel: "123456789012345678", publish: true }],
};

test("every key of a channel in the config is tried", () => {
  expect(Object.keys(WRITTEN).toSorted()).toEqual(
    Object.keys(REGISTRY.shape.Channel.shape).toSorted(),
  );
});

const ROWS = Object.entries(WRITTEN).flatMap(([key, ways]) =>
  ways.map((way) => [key, JSON.stringify(way), way] as const),
);

test.each(
  ROWS,
)("%s: %s stands as it stood where a form is handed in unchanged, and where something else is changed", async (key, _text, way) => {
  const room = await setupNewsroom();
  const entry = await room.ordered("storm", { [key]: way });
  expect(room.live.list().map(({ name }) => name)).toContain("storm");
  const saved = await room.channels.save(EDITOR, room.formOf("storm"), "storm");
  expect([saved?.ok, room.entryOf("storm")]).toEqual([true, entry]);
  const [values, changed] =
    key === "most" ? [{ topics: "wind" }, { topics: "wind" }] : [{ most: "7" }, { most: 7 }];
  await room.channels.save(EDITOR, room.formOf("storm", values), "storm");
  expect(room.entryOf("storm")).toEqual({ ...entry, ...changed });
});

test("of lines that are changed those that stay keep their terms", async () => {
  const room = await setupNewsroom();
  const morning = { cron: "0 8 * * *", name: "Morning" };
  const night = { hours: "22:00-06:30", urgent: "wait" };
  await room.ordered("storm", { schedule: [morning, "0 18 * * *"], quiet: night });
  const changed = room.formOf("storm", {
    ...{ schedule: "0 8 * * *; 0 20 * * *", quiet: "12:00-13:00; 22:00-06:30" },
  });
  await room.channels.save(EDITOR, changed, "storm");
  expect(room.entryOf("storm")).toMatchObject({
    schedule: [morning, "0 20 * * *"],
    quiet: ["12:00-13:00", night],
  });
  await room.channels.save(EDITOR, room.formOf("storm", { schedule: "09:00" }), "storm");
  expect(room.entryOf("storm")?.schedule).toBe("0 9 * * *");
});

test("what the form has no field for is named in it", async () => {
  const room = await setupNewsroom();
  await room.ordered("storm", {
    ...{ mute: ["sport"], most: 4, quiet: { hours: "22:00-06:30", urgent: "wait" } },
    slack: { channel: "C0042", flashMention: "S0123ABCD" },
  });
  expect(room.channels.open(EDITOR, "storm")).toMatchObject({
    keeps: ["mute", "terms of single lines of quiet", "flashMention"],
  });
  expect(room.channels.open(EDITOR, null)).toMatchObject({ keeps: [] });
});

test.each<[Partial<ChannelSheet>, unknown, string | null]>([
  [{}, undefined, null],
  [{ approval: "required" }, "required", "once an editor lets it go"],
  [
    { approval: "required", approvalAfter: " 30m " },
    { required: true, after: "30m" },
    "once an editor lets it go, or by itself after 30 min",
  ],
])("a form with %j orders the approval %j, and says that editions wait", async (values, approval, waits) => {
  const room = await setupNewsroom();
  const look = await room.look(EDITOR, sheet(values), null);
  expect(look.coming?.waits).toBe(waits);
  await room.channels.save(EDITOR, sheet(values), null);
  expect(room.entryOf("storm-desk")?.approval).toEqual(approval);
  const { approval: asks = "", approvalAfter = "" } = values;
  expect(room.formOf("storm-desk")).toMatchObject({
    ...{ approval: asks, approvalAfter: approvalAfter.trim() },
  });
});

test("an edition that waited for an editor waits no more where that is taken out, and a zone that is emptied is the newsroom's", async () => {
  const room = await setupNewsroom();
  await room.ordered("storm", { approval: "required", timeZone: "Europe/London" });
  const changed = room.formOf("storm", { approval: "", zone: "" });
  await room.channels.save(EDITOR, changed, "storm");
  expect(room.entryOf("storm")).toEqual({ name: "storm", schedule: "0 8 * * *" });
});
