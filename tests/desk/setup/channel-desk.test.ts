import { expect, test } from "vitest";
import type { ChannelSheet } from "#desk/setup/channel-sheet.ts";
import { asked, visitor } from "#tests/asked.ts";
import { setupNewsroom, sheet } from "./newsroom.ts";

const READ = { approval: "required" };
/** A reader of the newsroom, who ordered one channel. */
const MAKER = visitor("reader");
const EDITOR = visitor("editor");

test("what is saved is what /subscribe saves: an order in the form of the config, with its audit, that counts at once", async () => {
  const room = await setupNewsroom();
  expect(await room.channels.save(EDITOR, sheet(), null)).toEqual({ ok: true, name: "storm-desk" });
  const place = { platform: "slack", address: "C0043", name: "x" };
  const inChat = asked({ role: "editor", place });
  const line = "subscribe storm schedule:weekdays at noon zone:UTC layout:compact name:storm-chat";
  await room.line(line, inChat);
  await room.line("subscribe draft:key1", inChat);
  const { name: _chat, slack: _there, ...said } = room.live.orderOf("storm-chat")?.entry ?? {};
  const { name, slack, ...here } = room.live.orderOf("storm-desk")?.entry ?? {};
  expect({ name, slack }).toEqual({ name: "storm-desk", slack: "C0042" });
  expect(here).toEqual(said);
  expect(room.live.list().map((one) => one.name)).toContain("storm-desk");
  expect((await room.orders.audit(0, 0, 10)).map(({ did }) => did)).toEqual([
    "ordered storm-chat",
    "ordered storm-desk",
  ]);
});

test("a form opens with what was ordered, and handed in unchanged orders the same", async () => {
  const room = await setupNewsroom();
  const whole = sheet({
    ...{ audience: "internal", most: "5", atOnce: "2", atOnceMost: "3", quiet: "22:00-06:30" },
    ...{ pictures: true, forum: "News, Storm", schedule: "0 8 * * *; 0 18 * * 1-5" },
    places: { slack: "C0042", discord: "123456789012345678" },
  });
  await room.channels.save(EDITOR, whole, null);
  const order = room.live.orderOf("storm-desk");
  const opened = room.channels.open(EDITOR, "storm-desk");
  expect(opened).toMatchObject({ kind: "form", orderedBy: EDITOR.name });
  expect(opened?.kind === "form" ? opened.sheet : null).toEqual({ ...whole, name: "storm-desk" });
  await room.channels.save(EDITOR, { ...whole, name: "storm-desk" }, "storm-desk");
  expect(room.live.orderOf("storm-desk")?.entry).toEqual(order?.entry);
});

test("a change keeps what the form does not ask, and takes out what was emptied", async () => {
  const room = await setupNewsroom();
  const own = { schedule: "0 8 * * *", timeZone: "UTC", mute: ["sport"] };
  await room.ordered("storm", {
    ...{ ...own, topics: "storm", most: 4, internal: true },
    slack: { channel: "C0042", flashMention: "S0042" },
  });
  const emptied = { topics: "", most: "", audience: "", places: { slack: "C0043", discord: "" } };
  const changed = room.formOf("storm", emptied);
  expect(await room.channels.save(EDITOR, changed, "storm")).toEqual({ ok: true, name: "storm" });
  expect(room.entryOf("storm")).toEqual({
    ...{ name: "storm", ...own },
    slack: { channel: "C0043", flashMention: "S0042" },
  });
});

test.each<[string, Partial<ChannelSheet>, string, RegExp]>([
  ["no name", { name: "…" }, "name", /Write a name/u],
  ["a name of the file's", { name: "front-page" }, "name", /taken/u],
  ["no schedule", { schedule: " " }, "schedule", /such as 08:00/u],
  ["an audience that there is not", { audience: "mute" }, "audience", /public or internal/u],
  ["a word that is none", { approval: "maybe" }, "approval", /required/u],
  ["a while that is none", { ...READ, approvalAfter: "soon" }, "approvalAfter", /30m|45m/u],
  ["a while longer than a day", { ...READ, approvalAfter: "2d" }, "approvalAfter", /1d/u],
  ["a while and nobody who reads", { approvalAfter: "30m" }, "approvalAfter", /have an editor/u],
  ["words that are no schedule", { schedule: "soon" }, "schedule", /“soon” is no day/u],
  ["a cron line with a slip", { schedule: "0 99 * * *" }, "schedule", /“99” is not within/u],
  ["topics that break off", { topics: "flood OR" }, "topics", /At column 9/u],
  ["a zone by its city", { zone: "new york" }, "zone", /Did you mean America\/New_York/u],
  ["a layout that there is not", { layout: "huge" }, "layout", /full, compact or headlines/u],
  ["too many briefs", { most: "500" }, "most", /50/u],
  ["a number in words", { most: "many" }, "most", /./u],
  ["quiet hours that are none", { quiet: "all night" }, "quiet", /./u],
  ["an id that is none", { places: { slack: "#news" } }, "slack", /C0123ABCD/u],
])("%s is said at its field, and nothing is saved", async (_, values, option, says) => {
  const room = await setupNewsroom();
  const { faults } = await room.look(EDITOR, sheet(values), null);
  expect(faults).toEqual([{ option, text: expect.stringMatching(says) }]);
  expect(await room.channels.save(EDITOR, sheet(values), null)).toEqual({ ok: false, faults });
  expect(await room.orders.orders()).toEqual([]);
});

test("what is right is shown beside what is not yet", async () => {
  const room = await setupNewsroom();
  await room.file({ id: "s1", path: "s1.txt", title: "Storm nears", body: "A storm nears." });
  const look = await room.look(EDITOR, sheet({ schedule: "soon" }), null);
  expect(look.coming).toBeNull();
  expect(look.matches).toMatchObject({ count: 1, of: 1 });
  const other = await room.look(EDITOR, sheet({ topics: "(storm" }), null);
  expect(other.coming?.next).toHaveLength(5);
  expect([other.matches, other.preview]).toEqual([null, null]);
});

test("today's matches are counted by the rules of editions, of what may be shown", async () => {
  const room = await setupNewsroom();
  const takenIn = room.clock.now() - 86_400_000;
  await room.file({ id: "s1", path: "s1.txt", title: "Storm nears", body: "A storm nears." });
  await room.file({ id: "s2", path: "s2.txt", title: "Ferry", body: "No wind at all." });
  await room.file({ id: "s3", path: "s3.txt", title: "Storm plans", status: "withheld" });
  await room.file({ id: "s4", path: "s4.txt", title: "Old storm", body: "x", takenIn });
  const of = async (values: Partial<ChannelSheet>) =>
    (await room.look(EDITOR, sheet(values), null)).matches;
  expect(await of({})).toMatchObject({ count: 1, of: 2 });
  expect(await of({ topics: "" })).toMatchObject({ count: 2, of: 2, isCut: false });
  expect(JSON.stringify(await of({ topics: "" }))).not.toContain("plans");
});

test("what is not for a channel's readers is neither counted nor drawn; what whoever looks may not see is not told", async () => {
  const room = await setupNewsroom();
  await room.file({ id: "s1", path: "s1.txt", title: "Storm nears", body: "A storm nears." });
  await room.file({ id: "s2", path: "s2.txt", title: "Storm rota", internal: true });
  const look = (audience: string) => room.look(EDITOR, sheet({ topics: "", audience }), null);
  for (const audience of ["", "public"]) {
    const open = await look(audience);
    expect(open.matches).toMatchObject({ count: 1, of: 1 });
    expect(JSON.stringify(open)).toContain('"s1"');
    expect(JSON.stringify(open)).not.toMatch(/"s2"|rota/u);
  }
  const own = await look("internal");
  expect(own.matches).toMatchObject({ count: 2, of: 2 });
  expect(JSON.stringify(own.preview)).toContain('"s2"');
  await room.ordered("rota", { internal: true }, MAKER.id);
  const reader = await room.look(MAKER, room.formOf("rota"), "rota");
  expect([reader.matches, reader.preview]).toEqual([null, null]);
  expect(reader.coming?.next).toHaveLength(5);
});

test("a preview is what the channel would be sent now; held copy is not in it, and nothing is kept of it", async () => {
  const room = await setupNewsroom();
  await room.file({ id: "s1", path: "s1.txt", title: "Storm nears", body: "A storm nears." });
  await room.file({ id: "s3", path: "s3.txt", title: "Storm plans", status: "withheld" });
  const { preview } = await room.look(EDITOR, sheet(), null);
  expect(preview?.asFirst).toBe(false);
  expect(JSON.stringify(preview?.message)).toContain("s1");
  expect(JSON.stringify(preview?.message)).not.toMatch(/"s3"|plans/u);
  expect((await room.look(EDITOR, sheet({ topics: "volcano" }), null)).preview).toBeNull();
  expect(room.live.list().map(({ name }) => name)).toEqual(["front-page"]);
});

test("a channel of the file is shown as it stands there; one that is one person's own is nobody else's", async () => {
  const room = await setupNewsroom();
  expect(room.channels.open(EDITOR, "front-page")).toEqual({
    ...{ kind: "file", name: "front-page" },
    entry: {
      ...{ file: "config/newsroom.yaml", line: 3 },
      text: '- name: front-page\n  schedule: "0 * * * *" # hourly\n  slack: C0001',
    },
  });
  expect(await room.channels.save(EDITOR, sheet(), "front-page")).toMatchObject({ ok: false });
  await room.line("digest me at:07:30", asked({ role: "reader" }));
  const own = (await room.orders.orders())[0]?.name ?? "";
  expect(own).not.toBe("");
  expect(room.channels.open(EDITOR, own)).toBeNull();
  expect(await room.channels.save(EDITOR, sheet(), own)).toMatchObject({
    faults: [{ option: "name" }],
  });
  expect(await room.channels.save(EDITOR, sheet({ name: own }), null)).toMatchObject({ ok: false });
});

test("a place that another channel goes to is told of", async () => {
  const room = await setupNewsroom();
  const { warnings } = await room.look(EDITOR, sheet({ places: { slack: "C0001" } }), null);
  expect(warnings).toEqual(["“front-page” goes to the same place: its readers get both."]);
});
