import { expect, test } from "vitest";
import type { Whereabouts } from "#core/access/audience.ts";
import type { Audience } from "#core/article/audience.ts";
import type { ListPlaces } from "#desk/editor/place-readers.ts";
import type { ListedPlace } from "#desk/port/place-list.ts";
import { readEntry } from "#edge/config/read-order.ts";
import { REGISTRY } from "#main/platforms.ts";
import { asked } from "#tests/asked.ts";
import { textOf } from "#tests/message-text.ts";
import { CHANNELS } from "#tests/places.ts";
import { HOUSE } from "#tests/samples.ts";
import { editorsNewsroom } from "./newsroom.ts";

const own = (isDirect: boolean, ...channels: readonly string[]) =>
  ({ kind: "own", channels, isDirect }) as const;

/** For whom it is ordered there, by an editor. */
const ORDERED: readonly (readonly [says: string, Whereabouts, Audience])[] = [
  ["on one of our own", own(false, "front-page", "desk"), null],
  ["on one of our own, where outsiders are", own(false, "front-page", "web"), "public"],
  ["on a foreign one", { kind: "foreign" }, "public"],
];

const newsroom = (places?: ListPlaces) =>
  editorsNewsroom({
    channels: CHANNELS,
    readOrder: (entry) => readEntry(entry, HOUSE, REGISTRY.shape),
    ...(places !== undefined && { places }),
  });

/** Slack lists one place, which people of another company may read as well. */
const lists =
  (address: string, readBy: ListedPlace["readBy"]): ListPlaces =>
  async () => ({
    ...{ ok: true, isCut: false, canBeShared: true },
    places: [
      {
        ...{ address, name: "#tide", group: null, groupId: "", isForum: false, missing: null },
        readBy,
      },
    ],
  });

test.each([
  ...ORDERED,
  ["by direct message of a member", own(true, "desk"), null],
  ["by direct message of anybody else", { kind: "direct" }, "public"],
] as const)("somebody's own digest and alert that are ordered %s are for those there", async (_, whereabouts, audience) => {
  const { desk, live } = await newsroom();
  for (const role of ["editor", "reader"] as const) {
    const from = asked({ role, whereabouts });
    for (const line of ["digest me at:08:00", "alert storm"]) await desk.askLine(line, from);
    const mine = live.list().filter(({ owner }) => owner === from.asker.id);
    expect(mine.map((one) => one.audience)).toEqual([audience, audience]);
  }
});

test("one that an earlier version has ordered is for the outside world until it is ordered anew", async () => {
  const { desk, live, orders } = await newsroom();
  const from = asked();
  await desk.askLine("digest me at:08:00", from);
  const [name] = live.list().flatMap((one) => (one.owner === from.asker.id ? [one.name] : []));
  const order = live.orderOf(name ?? "") ?? expect.unreachable();
  const { public: _said, ...entry } = order.entry;
  const audit = { at: 0, by: "", name: "", did: "" };
  await orders.save({ ...order, entry }, audit);
  await live.refresh();
  const audienceNow = () => live.list().find((one) => one.name === name)?.audience;
  expect(audienceNow()).toBe("public");
  await desk.askLine("digest me at:09:00", from);
  expect(audienceNow()).toBeNull();
});

test.each(
  ORDERED,
)("a channel that is ordered %s is for those there", async (_, whereabouts, audience) => {
  const { desk, live } = await newsroom();
  const place = { platform: "slack", address: "C0007", name: "tide" };
  const from = asked({ role: "editor", place, whereabouts });
  const shown = textOf(await desk.askLine("subscribe flood schedule:08:00", from));
  const save = /→ (?<line>subscribe draft:\w+)/u.exec(shown)?.groups?.line ?? "";
  await desk.askLine(save, from);
  expect(live.list().find(({ places }) => places.slack === "C0007")?.audience).toBe(audience);
});

const HERE = { platform: "slack", address: "C0007", name: "tide" };
const OURS = { role: "editor", place: HERE, whereabouts: own(false, "front-page") } as const;
const draftIn = (shown: string) =>
  /→ (?<line>subscribe draft:\w+)/u.exec(shown)?.groups?.line ?? "";

test("a channel that is shared with another company is ordered for the outside world, and that is shown before", async () => {
  const { line, live } = await newsroom(lists("C0007", "shared"));
  const shown = await line("subscribe flood schedule:08:00", asked(OURS));
  expect(shown).toContain("For: people outside the newsroom as well");
  await line(draftIn(shown), asked(OURS));
  expect(live.list().find(({ places }) => places.slack === "C0007")?.audience).toBe("public");
});

test("an order that says nothing of who reads it says so when it is changed where outsiders are; one for the desk alone is not changed there", async () => {
  const { line, live, orders } = await newsroom(lists("C0007", "shared"));
  const entry = {
    name: "tide",
    schedule: "0 8 * * *",
    slack: { channel: "C0007", bookmark: true },
  };
  const order = { name: "tide", owner: null, by: "slack:U9", byName: "Joss", at: 0 };
  const keep = async (said: object) => {
    await orders.save({ ...order, entry: { ...entry, ...said } }, AUDIT);
    await live.refresh();
  };
  await keep({});
  await line(draftIn(await line("subscribe topics:flood", asked(OURS))), asked(OURS));
  expect(live.orderOf("tide")?.entry).toEqual({ ...entry, topics: "flood", public: true });
  await keep({ internal: true });
  const refusal = await line("subscribe topics:flood", asked(OURS));
  expect(refusal).toContain("cannot be for the desk alone");
  expect(live.orderOf("tide")?.entry).toEqual({ ...entry, internal: true });
});

test("where others may read by the time that an order is saved, it is ordered once more", async () => {
  let readBy: ListedPlace["readBy"] = "own";
  const { line, live } = await newsroom((platform) => lists("C0007", readBy)(platform));
  const draft = draftIn(await line("subscribe flood schedule:08:00", asked(OURS)));
  readBy = "shared";
  expect(await line(draft, asked(OURS))).toContain("please order it once more");
  expect(live.orderOf("tide")).toBeNull();
});

test("whom Slack does not list to the bot is told before it is saved", async () => {
  const { line } = await newsroom(lists("C0001", "own"));
  const shown = await line("subscribe flood schedule:08:00", asked(OURS));
  expect(shown).toContain(
    "Slack lists no C0007 to the bot, so that nobody can look who reads there",
  );
});

const AUDIT = { at: 0, by: "", name: "", did: "" };
