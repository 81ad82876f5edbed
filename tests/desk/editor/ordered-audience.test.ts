import { expect, test } from "vitest";
import type { Whereabouts } from "#core/access/audience.ts";
import type { Audience } from "#core/article/audience.ts";
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

const newsroom = () =>
  editorsNewsroom({
    channels: CHANNELS,
    readOrder: (entry) => readEntry(entry, HOUSE, REGISTRY.shape),
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
