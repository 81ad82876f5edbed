import { Collection, PermissionFlagsBits, PermissionsBitField } from "discord.js";
import { describe, expect, test } from "vitest";
import { type NamedRoles, NOBODY_NAMED } from "#core/access/role.ts";
import { askedOf } from "#edge/discord/asked.ts";
import { roleIn } from "#edge/discord/rights.ts";

const THERE = {
  user: { id: "1", displayName: "Ines" },
  guildId: null,
  guild: null,
  member: null,
  channelId: "2",
};
const WHEREABOUTS = {
  channelOf: () => null,
  isOurs: (id: string) => id === "90",
  channelsOn: () => [],
  named: NOBODY_NAMED,
};

test.each([
  ["de", "Deutsch"],
  ["es-ES", "Español"],
  ["es-419", "Español"],
  ["fr", "Français"],
  ["en-GB", "English"],
  ["pl", undefined],
  [undefined, undefined],
])("who reads Discord in %s is answered in %s, or as the newsroom reads", (locale, name) => {
  const there = { ...THERE, channel: null, locale };
  expect(askedOf(WHEREABOUTS, there as never).language?.name).toBe(name);
});

const { ManageChannels, ManageGuild, Administrator, SendMessages } = PermissionFlagsBits;
const ROLES = [
  { id: "90", permissions: SendMessages },
  { id: "91", permissions: ManageChannels },
  { id: "92", permissions: ManageGuild },
  { id: "93", permissions: Administrator },
  { id: "94", permissions: 0n },
];

describe("whoever asks in a server", () => {
  /** As the SDK has it: the permissions of an interaction are those in its channel, overwrites among them. */
  function askedIn(guild: string, roles: readonly string[], rest: object = {}) {
    const cache = new Collection(
      ROLES.map(({ id, permissions }) => [
        id,
        { id, permissions: new PermissionsBitField(permissions) },
      ]),
    );
    const member = { roles: { cache: new Map(roles.map((id) => [id, {}])) } };
    const own = { guildId: guild, guild: { id: guild, ownerId: "7", roles: { cache } }, member };
    const permissions = { memberPermissions: new PermissionsBitField(Administrator) };
    const there = { ...THERE, channel: null, ...own, ...permissions, ...rest };
    return askedOf(WHEREABOUTS, there as never).asker;
  }

  test.each<[string, string, readonly string[], object, string]>([
    ["nothing but what everyone may", "90", ["90"], {}, "reader"],
    ["an overwrite in its channel", "90", ["94"], {}, "reader"],
    ["a role that manages channels", "90", ["91", "94"], {}, "editor"],
    ["a role that manages the server", "90", ["92"], {}, "admin"],
    ["an administrator's role", "90", ["93"], {}, "admin"],
    ["the server itself", "90", [], { user: { id: "7", displayName: "Own" } }, "admin"],
    ["a server that is not the newsroom's", "95", ["93"], {}, "reader"],
    ["a server that the SDK does not know", "90", ["93"], { guild: null }, "reader"],
    ["what is not told of them", "90", ["93"], { member: null }, "reader"],
    ["roles by their ids alone", "90", [], { member: { roles: ["91"] } }, "editor"],
    ["a role that the server does not have", "90", ["99"], {}, "reader"],
  ])("by %s", (_, guild, roles, rest, role) => {
    expect(askedIn(guild, roles, rest).role).toBe(role);
  });
});

describe("whom the config names", () => {
  const server = { id: "90", ownerId: "7", roles: ROLES };
  test.each<[string, NamedRoles, { id: string; roles: readonly string[] }, string]>([
    ["a role", { editors: ["94"], admins: null }, { id: "1", roles: ["94"] }, "editor"],
    ["a person", { editors: null, admins: ["1"] }, { id: "1", roles: [] }, "admin"],
    ["another role", { editors: ["94"], admins: null }, { id: "1", roles: ["91"] }, "reader"],
    [
      "another role, and they own it",
      { editors: ["94"], admins: null },
      { id: "7", roles: [] },
      "admin",
    ],
    ["others for both", { editors: ["94"], admins: ["1"] }, { id: "7", roles: ["93"] }, "reader"],
    // By a slip: everyone would be an editor.
    ["the server itself", { editors: ["90"], admins: null }, { id: "1", roles: ["90"] }, "reader"],
  ])("is %s", (_, named, member, role) => {
    expect(roleIn(server, member, named)).toBe(role);
  });

  test("is nobody who is timed out, but for who owns the server", () => {
    const named = { editors: ["94"], admins: null };
    const out = { roles: ["92", "94"], isTimedOut: true };
    expect(roleIn(server, { id: "1", ...out }, named)).toBe("reader");
    expect(roleIn(server, { id: "7", ...out }, named)).toBe("admin");
    expect(roleIn(server, { id: "1", ...out, roles: ["93"] }, NOBODY_NAMED)).toBe("admin");
  });
});

test.each([
  ["on a server of the newsroom's own", "7", { kind: "own", channels: ["news"], isDirect: false }],
  ["on any other", "8", { kind: "foreign" }],
  ["by direct message", null, { kind: "direct" }],
] as const)("%s it is said where somebody asks", (_, guildId, expected) => {
  const there = { ...THERE, guildId, channel: null };
  const ours = { ...WHEREABOUTS, isOurs: (id: string) => id === "7", channelsOn: () => ["news"] };
  expect(askedOf(ours, there as never).whereabouts).toEqual(expected);
});
