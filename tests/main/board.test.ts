import { expect, test } from "vitest";
import { OF_THE_NEWSROOM } from "#core/access/audience.ts";
import { boardOf } from "#main/board.ts";
import { sampleChannel } from "#tests/samples.ts";
import { testStore } from "../desk/fixture.ts";

test("a row that says the same is the same object, and one of a channel that says something else is not", async () => {
  let channels = [sampleChannel("reef"), sampleChannel("tide")];
  const newest = { all: async () => new Map(), made: () => undefined };
  const board = boardOf({ live: new Set() }, await testStore(), () => channels, newest);
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
  const board = boardOf({ live: new Set() }, await testStore(), () => channels, newest);
  const open = (id: string) =>
    channels.flatMap(({ name }) =>
      board.mayOpen(name, { id, name: "", role, as: OF_THE_NEWSROOM }) ? [name] : [],
    );
  expect(open("slack:U2")).toEqual(expected);
  expect(open("slack:U1")).toContain("for-ines");
});
