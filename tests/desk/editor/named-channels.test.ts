import { expect, test } from "vitest";
import { OF_THE_NEWSROOM } from "#core/access/audience.ts";
import type { Asked } from "#core/reply/front-desk.ts";
import { concernsMembers } from "#core/reply/parse.ts";
import { faceNamed } from "#edge/preview/board.ts";
import { asked, askedOnPage } from "#tests/asked.ts";
import { textOf } from "#tests/message-text.ts";
import { sampleChannel } from "#tests/samples.ts";
import { editorsNewsroom } from "./newsroom.ts";

const CHANNELS = [
  { ...sampleChannel("web"), audience: "public" as const },
  { ...sampleChannel("inner"), audience: "internal" as const },
];
const ASKS = [
  ...["schedule", "schedule inner", "schedule nosuch", "digest latest channel:nosuch"],
  ...["digest latest channel:inner", "digest now channel:nosuch", "digest"],
];
const { asker } = asked();

test.each<readonly [string, Asked, readonly string[]]>([
  ["a reader in a public channel", asked({ channel: "web" }), ["web"]],
  ["a reader elsewhere", asked({ whereabouts: { kind: "foreign" } }), ["web"]],
  ["a reader of the newsroom's", asked(), ["front-page", "web"]],
  ["a reader on the page", askedOnPage("reader"), ["front-page", "web"]],
  ["a guest on the page", askedOnPage("reader", { kind: "foreign" }), ["web"]],
  [
    "who edits a channel",
    asked({ channel: "web", asker: { ...asker, edits: ["inner"] } }),
    ["web", "inner"],
  ],
  ["an editor", askedOnPage("editor", OF_THE_NEWSROOM), ["front-page", "web", "inner"]],
])("%s hears the names of the channels that they may read, and of no other", async (_, from, named) => {
  const { desk } = await editorsNewsroom({ channels: CHANNELS });
  const said = await Promise.all(ASKS.map(async (ask) => textOf(await desk.askLine(ask, from))));
  said.push(textOf(await desk.home(from)));
  // What was asked for by its name is said again.
  const all = said.join("\n").replaceAll(/“inner”/gu, "");
  const heard = ["front-page", "web", "inner"].filter((name) => all.includes(name));
  expect(heard).toEqual(named);
  const offered = await desk.suggest("schedule", "channel", "", from);
  expect(offered.map(({ value }) => value).toSorted()).toEqual(named.toSorted());
  if (named.includes("inner")) return;
  const [inner, nosuch] = await Promise.all(
    ["inner", "nosuch"].map(async (name) =>
      textOf(await desk.askLine(`schedule ${name}`, from)).replaceAll(name, "NAME"),
    ),
  );
  expect(inner).toBe(nosuch);
});

test.each([
  "__proto__",
  "hasOwnProperty",
  "constructor",
  "toString",
  "none",
])("%s is no face", (name) => {
  expect(faceNamed({ slack: () => [] }, name)).toBeNull();
  expect(faceNamed({ slack: () => [] }, "slack")).not.toBeNull();
  expect(faceNamed({ slack: () => [] }, "paper")).not.toBeNull();
});

test("whose people somebody is of is asked for a link to the page, in a channel of ours too", () => {
  expect(["signin", "/signin", "brief a1"].map(concernsMembers)).toEqual([true, true, false]);
});
