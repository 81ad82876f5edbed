import { DiscordAPIError } from "discord.js";
import { expect, test } from "vitest";
import { type NamedRoles, NOBODY_NAMED } from "#core/access/role.ts";
import type { Api } from "#edge/discord/api.ts";
import { roleInServers } from "#edge/discord/look-up-role.ts";
import { serversOf } from "#edge/discord/server-of.ts";

function unknownMember(route: string): Error {
  const code = 10007;
  return new DiscordAPIError({ code, message: "Unknown Member" }, code, 404, "GET", route, {});
}

/** What Discord has, by its routes; it knows no other. */
function apiWith(replies: Readonly<Record<string, unknown>>): Api {
  const get = async (route: string) => {
    const reply = replies[route];
    if (reply === undefined) throw unknownMember(route);
    if (reply instanceof Error) throw reply;
    return reply;
  };
  return { get } as unknown as Api;
}

const MANAGES = { id: "91", permissions: String(0x10) };
const ADMINS = { id: "92", permissions: String(0x20) };
const SERVER = { owner_id: "7", roles: [{ id: "90", permissions: "0" }, MANAGES, ADMINS] };
const OTHER = { owner_id: "8", roles: [{ id: "80", permissions: "0" }] };

const DISCORD = {
  "/guilds/90": SERVER,
  "/guilds/80": OTHER,
  "/guilds/90/members/1": { roles: ["91"] },
  "/guilds/80/members/1": { roles: [] },
  "/guilds/90/members/2": { roles: [] },
  "/guilds/90/members/3": { roles: ["92"], communication_disabled_until: "2999-01-01T00:00:00Z" },
  "/guilds/90/members/4": { roles: ["92"], communication_disabled_until: "2020-01-01T00:00:00Z" },
  "/guilds/80/members/8": { roles: [] },
};

test.each<[string, string, readonly string[], NamedRoles, string | null]>([
  ["the highest of several servers", "1", ["80", "90"], NOBODY_NAMED, "editor"],
  ["nothing on one of them", "1", ["80"], NOBODY_NAMED, "reader"],
  ["who owns one", "8", ["80", "90"], NOBODY_NAMED, "admin"],
  ["a member without a role", "2", ["90"], NOBODY_NAMED, "reader"],
  ["who is on none of them", "5", ["80", "90"], NOBODY_NAMED, "gone"],
  ["who is timed out", "3", ["90"], NOBODY_NAMED, "reader"],
  ["who was timed out before", "4", ["90"], NOBODY_NAMED, "admin"],
  ["whom the config names", "2", ["90"], { editors: null, admins: ["2"] }, "admin"],
  ["whom it names, and who has left", "5", ["90"], { editors: null, admins: ["5"] }, "gone"],
  ["anybody, where no server is known to be ours", "1", [], NOBODY_NAMED, null],
])("%s", async (_, user, servers, named, role) => {
  expect(await roleInServers(apiWith(DISCORD), servers, user, named)).toBe(role);
});

test("what Discord does not tell is thrown, and nobody is a reader by it", async () => {
  const away = apiWith({ ...DISCORD, "/guilds/90/members/1": new TypeError("fetch failed") });
  await expect(roleInServers(away, ["90"], "1", NOBODY_NAMED)).rejects.toThrow("fetch failed");
});

test("the newsroom's servers are those with a channel of its own, or the only one", () => {
  const channelOf = (address: string) => (address === "11" ? "front-page" : null);
  const one = { id: "90", channels: ["11"] };
  const other = { id: "80", channels: ["12"] };
  expect(serversOf([one, other], channelOf)).toEqual(["90"]);
  expect(serversOf([other], channelOf)).toEqual(["80"]);
  expect(serversOf(null, channelOf)).toEqual([]);
});
