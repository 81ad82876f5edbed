import { expect, test } from "vitest";
import type { Urgency } from "#core/article/article.ts";
import type { Edition, Item } from "#core/digest/edition.ts";
import { amendMessage } from "#core/message/amend.ts";
import { composeEdition, composeItem } from "#core/message/edition.ts";
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
  const change = { kind: "correction", details: [], note: null } as const;
  const amended = { filed: item.filed, change, headline: "Bridge reopens", ...MOMENT };
  expect(messageTone(amendMessage(posted, amended, ROOM))).toBe("correction");
  const updated = { ...amended, change: { ...change, kind: "update" } as const };
  expect(messageTone(amendMessage(posted, updated, ROOM))).toBe("update");
  const killed = { posted: item.filed, how: "killed", ...MOMENT } as const;
  expect(messageTone(withdrawMessage(posted, killed, ROOM).message)).toBe("kill");
  const reply = withdrawnReply(posted, killed) ?? expect.unreachable();
  expect(messageTone(reply)).toBe("kill");
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
