import { ChannelType } from "discord.js";
import { expect, test } from "vitest";
import type { Api } from "#edge/discord/api.ts";
import { listPlaces } from "#edge/discord/list-places.ts";

const VIEW = 1n << 10n;
const SEND = 1n << 11n;
const HISTORY = 1n << 16n;
const IN_THREADS = 1n << 38n;

/** A server on which everyone may do what `everyone` says; the bot has no role of its own. */
const server = (id: string, everyone: bigint) => ({
  [`/guilds/${id}`]: { owner_id: "1", roles: [{ id, permissions: String(everyone) }] },
  [`/guilds/${id}/members/9`]: { roles: [] },
});

const channel = (id: string, type: ChannelType, position: number, deny = 0n, server = "5") => ({
  ...{ id, type, position, name: `c${id}`, guild_id: server },
  permission_overwrites: [{ id: server, allow: "0", deny: String(deny) }],
});

function api(answers: Readonly<Record<string, unknown>>): Api {
  const none = () => expect.unreachable();
  return {
    ...{ comeAgainIn: () => 0, roomFor: () => 0, post: none, put: none, patch: none, answer: none },
    async get(route) {
      if (route in answers) return answers[route];
      throw new TypeError(`no ${route}`);
    },
  };
}

const ALL = VIEW | SEND | HISTORY | IN_THREADS;
const OURS = { group: "Desk", groupId: "5", readBy: "own" };
const SELF = { "/users/@me": { id: "9" } };

test("the channels of each server are listed in its order, with what the bot lacks there by its name", async () => {
  const { places, isCut } = await listPlaces(
    api({
      ...SELF,
      "/users/@me/guilds": [
        { id: "5", name: "Desk" },
        { id: "6", name: "Readers" },
      ],
      ...{ ...server("5", ALL), ...server("6", VIEW) },
      "/guilds/5/channels": [
        channel("52", ChannelType.GuildForum, 2),
        channel("51", ChannelType.GuildText, 1, SEND),
        channel("50", ChannelType.GuildCategory, 0),
        channel("53", ChannelType.GuildVoice, 3),
        channel("54", ChannelType.GuildAnnouncement, 4),
      ],
      "/guilds/6/channels": [channel("61", ChannelType.GuildText, 1, 0n, "6")],
    }),
    async () => ["5"],
  );
  const lacks = (names: string, name: string) =>
    `the bot lacks ${names} in ${name}: give it that in the channel's settings, Permissions`;
  expect(places).toEqual([
    {
      address: "51",
      name: "#c51",
      ...OURS,
      isForum: false,
      missing: lacks("Send Messages", "#c51"),
    },
    { address: "52", name: "#c52", ...OURS, isForum: true, missing: null },
    { address: "54", name: "#c54", ...OURS, isForum: false, missing: null },
    {
      ...{ address: "61", name: "#c61", group: "Readers", isForum: false },
      ...{ groupId: "6", readBy: "foreign" },
      missing: lacks("Send Messages, Read Message History", "#c61"),
    },
  ]);
  expect(isCut).toBe(false);
});

test("of more than twenty servers the first twenty are listed, and that is said", async () => {
  const ids = Array.from({ length: 21 }, (_, index) => String(100 + index));
  const answers = ids.flatMap((id) => [
    ...Object.entries(server(id, ALL)),
    [`/guilds/${id}/channels`, [channel(`${id}0`, ChannelType.GuildText, 0, 0n, id)]] as const,
  ]);
  const listed = await listPlaces(
    api({
      ...{ ...SELF, ...Object.fromEntries(answers) },
      "/users/@me/guilds": ids.map((id) => ({ id, name: id })),
    }),
    async () => [],
  );
  expect([listed.places.length, listed.isCut]).toEqual([20, true]);
});

test("why they cannot be listed is said", async () => {
  await expect(listPlaces(api({}), async () => [])).rejects.toMatchObject({ name: "ListError" });
});
