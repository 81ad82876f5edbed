import { expect, test } from "vitest";
import type { ChannelSheet } from "#desk/setup/channel-sheet.ts";
import { asked, visitor } from "#tests/asked.ts";
import { setupNewsroom, sheet } from "./newsroom.ts";

/** A reader of the newsroom, who ordered one channel. */
const MAKER = visitor("reader");
const OTHER = { ...MAKER, id: "slack:U0002" };

async function setUp(said: object = {}) {
  const room = await setupNewsroom();
  await room.ordered("storm", { slack: "C0042", ...said }, MAKER.id);
  await room.ordered("ferry", { slack: "C0043" }, OTHER.id);
  return room;
}

test("who ordered a channel opens, looks at and saves its form, and no other", async () => {
  const { channels, formOf, entryOf, ...room } = await setUp();
  expect(channels.open(MAKER, "storm")).toMatchObject({ kind: "form", mayPlace: false });
  const form = formOf("storm", { topics: "wind" });
  expect(await channels.look(MAKER, form, "storm")).toMatchObject({ faults: [] });
  expect(await channels.save(MAKER, form, "storm")).toEqual({ ok: true, name: "storm" });
  expect(entryOf("storm")).toMatchObject({ topics: "wind", slack: "C0042" });
  await room.line("digest me at:07:30", asked({ asker: OTHER }));
  const own = room.live.list().find(({ owner }) => owner === OTHER.id)?.name ?? "";
  expect(own).not.toBe("");
  for (const name of [null, "ferry", "front-page", "none", own]) {
    expect([name, channels.open(MAKER, name)]).toEqual([name, null]);
    const mine = sheet({ name: "mine" });
    expect(await channels.look(MAKER, mine, name)).toBeNull();
    expect(await channels.save(MAKER, mine, name)).toBeNull();
  }
  expect((await room.orders.orders()).map(({ name }) => name)).toEqual(
    ["ferry", own, "storm"].toSorted(),
  );
});

test("what is ended, or taken by somebody else, is theirs no more", async () => {
  const { channels, ordered } = await setUp();
  await ordered("storm", { slack: "C0042" }, OTHER.id);
  expect(channels.open(MAKER, "storm")).toBeNull();
});

test.each<[string, object, Partial<ChannelSheet>, string | null]>([
  ["another place", {}, { places: { slack: "C0043" } }, "slack"],
  ["one place more", {}, { places: { slack: "C0042", discord: "123456789012345678" } }, "discord"],
  ["no place any more", {}, { places: {} }, "slack"],
  ["what is for the desk alone", {}, { audience: "internal" }, "audience"],
  ["what is not for the outside world", { public: true }, { audience: "internal" }, "audience"],
  ["less than before", { internal: true }, { audience: "public" }, null],
  ["what it carried", { internal: true }, {}, null],
])("who ordered it may not have it go elsewhere, nor carry more than it did: %s", async (_, said, values, option) => {
  const room = await setUp(said);
  const saved = await room.channels.save(MAKER, room.formOf("storm", values), "storm");
  expect(saved).toMatchObject(option === null ? { ok: true } : { ok: false, faults: [{ option }] });
  const editor = visitor("editor");
  expect(await room.channels.save(editor, room.formOf("storm", values), "storm")).toMatchObject({
    ok: true,
  });
});

test("nothing tells them of another channel in the same place", async () => {
  const room = await setUp();
  await room.ordered("flood", { slack: "C0042", internal: true }, OTHER.id);
  const { warnings } = await room.look(MAKER, room.formOf("storm"), "storm");
  expect(warnings).toEqual([]);
});
