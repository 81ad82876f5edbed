import { expect, test } from "vitest";
import { OF_THE_NEWSROOM } from "#core/access/audience.ts";
import { boardOf } from "#main/board.ts";
import { sampleChannel } from "#tests/samples.ts";
import { article, file, issueAbout, subscription } from "../contract/store/samples.ts";
import { testStore } from "../desk/fixture.ts";

const SETTING = { live: new Set<string>(), orders: { internalSections: ["business"] } };

test("a row that says the same is the same object, and one of a channel that says something else is not", async () => {
  let channels = [sampleChannel("reef"), sampleChannel("tide")];
  const newest = { all: async () => new Map(), made: () => undefined };
  const board = boardOf(SETTING, await testStore(), () => channels, newest);
  const [reef, tide] = await board.channels();
  channels = channels.map((one) => (one.name === "reef" ? one : { ...one, sections: ["sport"] }));
  const after = await board.channels();
  expect(after[0]).toBe(reef);
  expect(after[1]).not.toBe(tide);
  expect(after[1]?.description).toMatch(/^sport · /u);
});

test.each([
  ["reader", ["web", "front"]],
  ["editor", ["web", "front", "desk"]],
  // Whoever sits at the machine has the data folder as well.
  ["admin", ["web", "front", "desk", "for-ines"]],
] as const)("a %s may open %j on the page", async (role, expected) => {
  const channels = [
    { ...sampleChannel("web"), audience: "public" as const },
    sampleChannel("front"),
    { ...sampleChannel("desk"), audience: "internal" as const },
    { ...sampleChannel("for-ines"), owner: "slack:U1" },
  ];
  const newest = { all: async () => new Map(), made: () => undefined };
  const board = boardOf(SETTING, await testStore(), () => channels, newest);
  const open = (id: string) =>
    channels.flatMap(({ name }) =>
      board.mayOpen(name, { id, name: "", role, as: OF_THE_NEWSROOM }) ? [name] : [],
    );
  expect(open("slack:U2")).toEqual(expected);
  expect(open("slack:U1")).toContain("for-ines");
});

test.each([
  ["reader", { internal: true }, 0],
  ["reader", { section: "Business" }, 0],
  ["reader", {}, 1],
  ["editor", { internal: true }, 1],
] as const)("a %s is shown what an edition tells of (%j) if it is for them by now: %d", async (role, changes, count) => {
  const store = await testStore();
  const newest = { all: async () => new Map(), made: () => undefined };
  // It was the desk's own when the edition was posted.
  const board = boardOf(SETTING, store, () => [sampleChannel("inner")], newest);
  await file(store, article("open"));
  await file(store, article("secret", changes));
  const place = { platform: "preview", address: "inner", audience: "internal" } as const;
  await issueAbout(store, subscription("inner@preview:inner", place));
  const visitor = { id: "slack:U1", name: "", role, as: OF_THE_NEWSROOM };
  expect(await board.editions("inner", 9, visitor)).toHaveLength(count);
});

test.each([
  ["reader", 0],
  ["editor", 1],
] as const)("of places that cannot be posted to a %s is told of %d", async (role, count) => {
  const store = await testStore();
  const newest = { all: async () => new Map(), made: () => undefined };
  const board = boardOf(SETTING, store, () => [], newest);
  const place = { subscription: "investigation@slack:C9", platform: "slack", address: "C9" };
  await file(store, article("a"));
  await issueAbout(store, subscription(place.subscription, { address: "C9" }));
  await store.placeTroubles.failed({ ...place, error: "channel_not_found", ripe: 0 }, 0);
  const visitor = { id: "slack:U1", name: "", role, as: OF_THE_NEWSROOM };
  expect(await board.troubles(visitor)).toHaveLength(count);
});
