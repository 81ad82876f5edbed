import { ChannelType, type Guild } from "discord.js";
import { describe, expect, test } from "vitest";
import type { Invitation } from "#desk/greeting.ts";
import { invitationTo } from "#edge/discord/invited.ts";
import { takeState } from "#tests/fake/state.ts";
import { run } from "./fake/service.ts";
import { startTwin } from "./fake/twin.ts";

/** A server with these channels, each with its position, and whether the bot may write there. */
function server(
  channels: readonly (readonly [id: string, position: number, open: boolean, type?: ChannelType])[],
  { welcome = null, isMember = true }: { welcome?: string | null; isMember?: boolean } = {},
): Guild {
  const all = channels.map(([id, rawPosition, open, type = ChannelType.GuildText]) => ({
    ...{ id, rawPosition, type, permissionsFor: () => ({ has: () => open }) },
  }));
  return {
    id: "77",
    channels: { cache: new Map(all.map((one) => [one.id, one])) },
    systemChannel: all.find(({ id }) => id === welcome) ?? null,
    members: { me: isMember ? {} : null },
  } as never; // what is asked of a server, and no more
}

describe("the channel in which a server is greeted", () => {
  test.each([
    [
      "the first that one may write to",
      server([
        ["3", 2, true],
        ["2", 1, true],
        ["1", 0, false],
      ]),
      "2",
    ],
    [
      "that in which people are welcomed",
      server(
        [
          ["2", 1, true],
          ["3", 2, true],
        ],
        { welcome: "3" },
      ),
      "3",
    ],
    [
      "another one, where one may not write there",
      server(
        [
          ["2", 1, true],
          ["3", 2, false],
        ],
        { welcome: "3" },
      ),
      "2",
    ],
    [
      "no voice channel",
      server([
        ["2", 1, true, ChannelType.GuildVoice],
        ["3", 2, true],
      ]),
      "3",
    ],
  ])("is %s", (_, guild, address) => {
    expect(invitationTo(guild)).toEqual({ platform: "discord", address, place: "server 77" });
  });

  test.each([
    ["may write nowhere", server([["1", 0, false]])],
    ["is no member yet", server([["1", 0, true]], { isMember: false })],
  ])("is none where the bot %s", (_, guild) => expect(invitationTo(guild)).toBeNull());
});

test("a server that the bot was in before it connected has not invited it", async () => {
  const twin = await startTwin();
  const invited: string[] = [];
  const greet = async ({ place }: Invitation) => void invited.push(place);
  const { states, channel, questions } = await run(twin, { greet });
  await takeState(states, "ready");
  const asking = twin.discord.channel(channel).user(twin.reader);
  await asking.runSlashCommand({ name: "brief" });
  // The server came before what is asked in it.
  await questions.take();
  expect(invited).toEqual([]);
  await twin.discord.stop();
});
