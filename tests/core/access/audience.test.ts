import { expect, test } from "vitest";
import {
  audienceAt,
  audienceOfOwn,
  type InChat,
  type Standing,
  saysEnough,
  toBeSaid,
  type Whereabouts,
} from "#core/access/audience.ts";
import type { Role } from "#core/access/role.ts";
import type { Audience } from "#core/article/audience.ts";
import type { Channel } from "#core/digest/channel.ts";
import { sampleChannel } from "#tests/samples.ts";

const CHANNELS: readonly Channel[] = [
  { ...sampleChannel("web"), audience: "public" },
  { ...sampleChannel("desk"), audience: "internal" },
  sampleChannel("front-page"),
  // Somebody's own direct messages are a channel, too, and nobody else is in them.
  { ...sampleChannel("for-ines"), owner: "slack:U0001" },
];

const FOREIGN: InChat = { kind: "foreign" };
const DIRECT: InChat = { kind: "direct" };
const onPage = (as: InChat): Whereabouts => ({ kind: "page", as });
const own = (isDirect: boolean, ...channels: readonly string[]): InChat => ({
  ...{ kind: "own", channels, isDirect },
});

type Row = readonly [
  says: string,
  channel: string | null,
  whereabouts: Whereabouts,
  reader: Audience,
  editor: Audience,
];
const ROWS: readonly Row[] = [
  ["a public channel", "web", own(false, "web"), "public", "public"],
  ["an internal channel", "desk", own(false, "web", "desk"), "internal", "internal"],
  ["a channel that said nothing", "front-page", own(false, "web"), null, null],
  ["a channel that nobody knows any more", "gone", own(false), null, null],
  ["another place of a server of our own", null, own(false, "front-page", "desk"), null, null],
  ["a place where outsiders are, too", null, own(false, "front-page", "web"), "public", "public"],
  ["a foreign server", null, FOREIGN, "public", "public"],
  ["a direct message of nobody that is known", null, DIRECT, "public", "internal"],
  ["a direct message of a member", null, own(true, "desk"), null, "internal"],
  ["that of a member of a server with outsiders", null, own(true, "web"), "public", "internal"],
  ["one that a digest goes to", "for-ines", own(true), null, "internal"],
  ["one of nobody's that a digest goes to", "for-ines", DIRECT, "public", "internal"],
  ["the page, to a member", null, onPage(own(true, "desk")), null, "internal"],
  ["the page, open at a public channel", "web", onPage(own(true)), null, "internal"],
  ["the page, open at an internal channel", "desk", onPage(own(true)), null, "internal"],
  // As U1 in the same server is answered, who may be anybody.
  [
    "the page, to one of a server with outsiders",
    null,
    onPage(own(true, "web")),
    "public",
    "internal",
  ],
  ["the page, open at the desk's", "desk", onPage(own(true, "web")), "public", "internal"],
  ["the page, to one who may be anybody's", null, onPage(DIRECT), "public", "internal"],
  ["the page, to a guest", null, onPage(FOREIGN), "public", "internal"],
];

test.each(ROWS)("in %s", (_says, channel, whereabouts, reader, editor) => {
  const at = (role: Role) => {
    const standing: Standing = { role, channel, whereabouts };
    return audienceAt(standing, CHANNELS);
  };
  expect([at("reader"), at("editor"), at("admin")]).toEqual([reader, editor, editor]);
});

test.each([
  ["a place of our own", own(false, "front-page", "desk"), false, ["public", null, "internal"]],
  ["one where outsiders are, too", own(false, "desk", "web"), false, ["public", "internal"]],
  ["a foreign one", FOREIGN, false, ["public", "internal"]],
  ["one that another company reads", own(false, "front-page"), true, ["public"]],
  ["a foreign one that another reads", FOREIGN, true, ["public"]],
] as const)("an order for %s says enough of who reads it", (_, whereabouts, isShared, enough) => {
  const needed = toBeSaid({ whereabouts, isShared }, CHANNELS);
  const all: readonly Audience[] = ["public", null, "internal"];
  expect(all.filter((said) => saysEnough(said, needed))).toEqual(enough);
});

test.each<readonly [string, Whereabouts, Audience]>([
  ["a member", own(true, "desk"), null],
  ["one of a server with outsiders", own(true, "web"), "public"],
  ["one of whom nobody knows", DIRECT, "public"],
  ["a guest", FOREIGN, "public"],
])("a digest of one's own, to %s, is the same ordered on the page as by direct message", (_, as, expected) => {
  const page: Whereabouts = { kind: "page", as: as as InChat };
  expect([audienceOfOwn(as, CHANNELS), audienceOfOwn(page, CHANNELS)]).toEqual([
    expected,
    expected,
  ]);
});
