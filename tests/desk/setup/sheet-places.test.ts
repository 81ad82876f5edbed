import { expect, test } from "vitest";
import type { ListedPlace } from "#desk/port/place-list.ts";
import { visitor } from "#tests/asked.ts";
import { CHANNELS } from "#tests/places.ts";
import { sampleChannel } from "#tests/samples.ts";
import { listed, setupNewsroom, sheet } from "./newsroom.ts";

const EDITOR = visitor("editor");
/** One that is public stands on Slack as C0002, one that is internal as C0003. */
const [WEB, DESK] = CHANNELS;
if (WEB === undefined || DESK === undefined) throw new TypeError("no channels");

const HERE = listed("C0042");
const SHARED = listed("C0042", { name: "#partners", readBy: "shared" });
const FOREIGN = listed("C0042", { group: "Readers", groupId: "6", readBy: "foreign" });
const ELSEWHERE = { groupId: "T2", group: "T2" };

type Listing = readonly ListedPlace[] | string;
/** Which of `""`, `public` and `internal` is taken there. */
type Row = readonly [says: string, slack: Listing, taken: readonly string[], fault: RegExp];

const ANY = ["", "public", "internal"];
const SAID = ["public", "internal"];
const NEVER = /^$/u;

const ALONE: readonly Row[] = [
  ["a place of our own", [HERE], ANY, NEVER],
  ["one that another company reads", [SHARED], ["public"], /#partners is shared with another/u],
  ["one of a server that is not ours", [FOREIGN], SAID, /Readers is not known to be/u],
  ["one that no list has", [], ANY, NEVER],
  ["one of a platform whose list fails", "Slack said no", ANY, NEVER],
];
const OPEN = /“web” on Slack is public, so that people outside the newsroom may be there/u;
const WITH_WEB: readonly Row[] = [
  ["a place of our own beside a public one", [HERE, listed("C0002")], SAID, OPEN],
  ["one that another company reads", [SHARED, listed("C0002")], ["public"], /another company/u],
  ["one of another workspace", [HERE, listed("C0002", ELSEWHERE)], ANY, NEVER],
  ["one beside one that no list has", [HERE], SAID, OPEN],
  ["one that no list has, wherever the public one is", [listed("C0002", ELSEWHERE)], SAID, OPEN],
  ["one of a platform whose list fails", "Slack said no", SAID, OPEN],
];

test.each([
  ...ALONE.map(([says, ...row]) => [`${says}, where nothing is public`, [DESK], ...row] as const),
  ...WITH_WEB.map(([says, ...row]) => [`${says}, where one is public`, [WEB], ...row] as const),
])("who reads has to be said of %s", async (_, beside, slack, taken, fault) => {
  for (const audience of ANY) {
    // Each is the first one there.
    const room = await setupNewsroom({ slack }, beside);
    const faults = taken.includes(audience)
      ? []
      : [{ option: "audience", text: expect.stringMatching(fault) }];
    expect((await room.look(EDITOR, sheet({ audience }), null)).faults).toEqual(faults);
    await room.channels.save(EDITOR, sheet({ audience }), null);
    expect([audience, room.live.orderOf("storm-desk") !== null]).toEqual([
      audience,
      faults.length === 0,
    ]);
  }
});

test("an order that stands is under the same rule where it is saved again", async () => {
  const room = await setupNewsroom({ slack: [SHARED] });
  await room.ordered("storm", { slack: "C0042", internal: true });
  const save = (values: object) =>
    room.channels.save(EDITOR, room.formOf("storm", values), "storm");
  expect(await save({ most: "5" })).toMatchObject({ ok: false, faults: [{ option: "audience" }] });
  expect(room.entryOf("storm")?.most).toBeUndefined();
  expect(await save({ most: "5", audience: "public" })).toMatchObject({ ok: true });
  expect(room.entryOf("storm")).toMatchObject({ public: true, most: 5 });
  expect(room.entryOf("storm")).not.toHaveProperty("internal");
});

test("one that was public is not quietly for the newsroom's people: who reads there does not change by that", async () => {
  const room = await setupNewsroom();
  await room.ordered("storm", { slack: "C0042", public: true });
  const form = room.formOf("storm", { audience: "" });
  const { faults } = await room.look(EDITOR, form, "storm");
  expect(faults).toEqual([{ option: "audience", text: expect.stringMatching(/“storm” on/u) }]);
});

test("what goes to one person is no public channel of the place", async () => {
  const own = { ...sampleChannel("mine"), audience: "public", owner: "slack:U1" } as const;
  const room = await setupNewsroom({ slack: [HERE] }, [{ ...own, places: { slack: "D0001" } }]);
  expect((await room.look(EDITOR, sheet(), null)).faults).toEqual([]);
});

test.each<[string, Listing, string, readonly RegExp[]]>([
  ["no list has it", [], "", [/^Slack lists no C0042 to the bot, so that nobody can look/u]],
  ["the list fails", "no", "internal", [/^Slack's channels cannot be listed, so that nobody/u]],
  ["it is public anyhow", [], "public", []],
  ["it is listed", [HERE], "", []],
  ["it is a forum", [listed("C0042", { isForum: true })], "", [/#C0042 is a forum/u]],
])("what nobody can look at, or is perhaps not meant so, is told: %s", async (_, slack, audience, warnings) => {
  const room = await setupNewsroom({ slack });
  const look = await room.look(EDITOR, sheet({ audience }), null);
  expect(look.warnings).toEqual(warnings.map((text) => expect.stringMatching(text)));
});
