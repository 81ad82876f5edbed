import { expect, test } from "vitest";
import type { Urgency } from "#core/article/article.ts";
import type { Edition, Item } from "#core/digest/edition.ts";
import { amendMessage } from "#core/message/amend.ts";
import { briefSections } from "#core/message/brief.ts";
import { composeEdition, composeItem } from "#core/message/edition.ts";
import type { Message } from "#core/message/message.ts";
import { messageTone } from "#core/message/tone.ts";
import { withdrawMessage, withdrawnReply } from "#core/message/withdraw.ts";
import { renderMessage } from "#edge/discord/render.ts";
import { textOf } from "#tests/message-text.ts";
import { sampleFiled } from "#tests/samples.ts";

const AT = Date.UTC(2026, 4, 8, 7);
const FACE = { layout: "full", audience: null, tally: null } as const;
const MOMENT = { at: AT, timeZone: "UTC" };
const ROOM = { fits: () => true };

function itemOf(urgency: Urgency | null, mark: "update" | "correction" | null = null): Item {
  const story = { mark: mark ?? "new", others: [], changes: [], disagreements: [], beside: [] };
  const filed = sampleFiled({ id: `a${urgency}`, urgency });
  return { filed, update: mark !== null, ...(mark !== null && { story }) } as Item;
}

function editionOf(items: readonly Item[], kind: "digest" | "at-once" = "digest"): Edition {
  const name = { subscription: "s", channel: "front", slot: AT, timeZone: "UTC" };
  return { ...name, waiting: 0, items, kind };
}

test.each([
  [1, null, "flash", "Flash · Bridge"],
  [2, null, "bulletin", "Bulletin · Bridge"],
  [3, null, null, "Bridge"],
  [null, null, null, "Bridge"],
  [null, "update", "update", "Update · Bridge"],
  [1, "update", "flash", "Flash · Update · Bridge"],
  [1, "correction", "correction", "Flash · Correction · Bridge"],
] as const)("an item of urgency %s that is %s presses as %s, and says so: %s", (urgency, mark, tone, said) => {
  const item = itemOf(urgency, mark);
  const message = composeItem(editionOf([item]), FACE, item);
  expect(message.sections.map((one) => one.tone ?? null)).toEqual([tone]);
  expect(messageTone(message)).toBe(tone);
  expect(textOf(message)).toContain(`\n${said} reopens\n`);
});

test.each([
  ["at-once", [1, 2], "flash", "Front · Flash"],
  ["at-once", [2], "bulletin", "Front · Bulletin"],
  ["at-once", [3], null, "Front · Urgent"],
  // A digest has its own pace, whatever is in it.
  ["digest", [1, 4], null, "Front"],
] as const)("an edition %s of urgencies %j presses as %s", (kind, urgencies, tone, title) => {
  const message = composeEdition(
    editionOf(
      urgencies.map((one) => itemOf(one)),
      kind,
    ),
  );
  expect(messageTone(message)).toBe(tone);
  expect(textOf(message)).toMatch(new RegExp(`^${title}\n`, "u"));
  // What its title says is not said before each headline as well.
  expect(textOf(message).includes("Flash · Bridge")).toBe(kind === "digest");
});

test("what is corrected or withdrawn presses, in its post and in its thread", () => {
  const item = itemOf(null);
  const posted = composeItem(editionOf([item]), FACE, item);
  const amended = { filed: item.filed, change, headline: "Bridge reopens", ...MOMENT };
  expect(messageTone(amendMessage(posted, amended, ROOM))).toBe("correction");
  const updated = { ...amended, change: { ...change, kind: "update" } as const };
  expect(messageTone(amendMessage(posted, updated, ROOM))).toBe("update");
  const killed = { posted: item.filed, how: "killed", ...MOMENT } as const;
  expect(messageTone(withdrawMessage(posted, killed, ROOM).message)).toBe("kill");
  const reply = withdrawnReply(posted, killed) ?? expect.unreachable();
  expect(messageTone(reply)).toBe("kill");
});

const change = { kind: "correction", details: [], note: null } as const;
type Change = "kill" | "hold" | "correct" | "update";

/** A post in which something becomes of some of its articles, by their urgencies. */
function after(
  posted: Message,
  items: readonly Item[],
  changes: readonly (readonly [number, Change])[],
): Message {
  return changes.reduce((message, [index, what]) => {
    const { filed } = items[index] ?? expect.unreachable();
    const how = what === "kill" ? "killed" : "held";
    if (what === "kill" || what === "hold")
      return withdrawMessage(message, { posted: filed, how, ...MOMENT }, ROOM).message;
    const kind = what === "correct" ? ("correction" as const) : ("update" as const);
    const amended = { filed, change: { ...change, kind }, headline: "Bridge reopens", ...MOMENT };
    return amendMessage(message, amended, ROOM);
  }, posted);
}

test.each<
  [
    string,
    "digest" | "at-once",
    readonly (Urgency | null)[],
    readonly (readonly [number, Change])[],
    string | null,
  ]
>([
  ["the only flash is killed", "at-once", [1], [[0, "kill"]], "kill"],
  ["the only flash is held", "at-once", [1], [[0, "hold"]], "kill"],
  ["the only flash is corrected", "at-once", [1], [[0, "correct"]], "correction"],
  ["the only flash is updated", "at-once", [1], [[0, "update"]], "flash"],
  ["a flash beside a bulletin is killed", "at-once", [1, 2], [[0, "kill"]], "bulletin"],
  ["a bulletin beside a flash is killed", "at-once", [1, 2], [[1, "kill"]], "flash"],
  ["a flash beside what is urgent is killed", "at-once", [1, 3], [[0, "kill"]], null],
  [
    "both are killed",
    "at-once",
    [1, 2],
    [
      [0, "kill"],
      [1, "kill"],
    ],
    "kill",
  ],
  ["a flash beside a bulletin is corrected", "at-once", [1, 2], [[0, "correct"]], "flash"],
  ["one of a digest is killed", "digest", [1, 4], [[0, "kill"]], null],
  [
    "all of a digest are killed",
    "digest",
    [1, 4],
    [
      [0, "kill"],
      [1, "hold"],
    ],
    "kill",
  ],
  ["the only one of a digest is killed", "digest", [4], [[0, "kill"]], "kill"],
  ["the only one of a digest is corrected", "digest", [4], [[0, "correct"]], "correction"],
])("the bar of a message is true once %s", (_, kind, urgencies, changes, tone) => {
  const items = urgencies.map((one) => itemOf(one));
  const posted = composeEdition(editionOf(items, kind));
  expect(messageTone(after(posted, items, changes))).toBe(tone);
});

test("the bar of a brief in a thread is that of what became of it", () => {
  const item = itemOf(null);
  const whole = { summary: "s", sections: briefSections(item.filed, "UTC") };
  expect(messageTone(whole)).toBeNull();
  expect(messageTone(after(whole, [item], [[0, "correct"]]))).toBe("correction");
  expect(messageTone(after(whole, [item], [[0, "kill"]]))).toBe("kill");
});

test("Discord shows it in the bar at a message's side, each in its own colour", () => {
  const tones = ["flash", "bulletin", "update", "correction", "kill", undefined] as const;
  const colours = tones.map((tone) => {
    const note = { kind: "note", spans: [{ text: "n" }] } as const;
    const section = { blocks: [note], ...(tone !== undefined && { tone }) };
    return renderMessage({ summary: "s", sections: [section] }).components[0].accent_color;
  });
  expect(new Set(colours).size).toBe(tones.length);
});
