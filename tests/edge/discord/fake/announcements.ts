import { ChannelType } from "discord.js";
import type { Reply } from "./fault.ts";
import { json, refused } from "./threads.ts";
import type { Twin } from "./twin.ts";

/** Announcement channels as Discord has them (Discord docs, "Crosspost Message"), which the twin has none of. */
export interface Announcements {
  /** The answer to a call that publishes a message; `null` for any other. */
  answer(route: string): Promise<Reply | null>;
  /** The ids of what was published, in its order. */
  readonly published: readonly string[];
}

/** In an hour, for each channel. */
const MOST = 10;

const CROSSPOST = /^POST \/channels\/(?<channel>\d+)\/messages\/(?<id>\d+)\/crosspost$/;

export function createAnnouncements({ discord }: Twin): Announcements {
  const { prisma } = discord;
  const published: string[] = [];
  const taken = new Map<string, number>();
  return {
    published,
    async answer(route) {
      const { channel, id } = CROSSPOST.exec(route)?.groups ?? {};
      if (channel === undefined || id === undefined) return null;
      const type = (await prisma.channel.findUnique({ where: { id: channel } }))?.type;
      if (type !== ChannelType.GuildAnnouncement) return refused(400, 50024);
      const message = await prisma.message.findUnique({ where: { id } });
      if (message?.channelId !== channel) return refused(404, 10008);
      if (published.includes(id)) return refused(400, 40033);
      const count = (taken.get(channel) ?? 0) + 1;
      if (count > MOST) return TOO_MANY;
      taken.set(channel, count);
      published.push(id);
      return json(200, { id, channel_id: channel, flags: 1 });
    },
  };
}

const TOO_MANY: Reply = {
  status: 429,
  headers: {
    ...{ "content-type": "application/json", "retry-after": "3600" },
    ...{ "x-ratelimit-limit": "10", "x-ratelimit-remaining": "0", "x-ratelimit-scope": "user" },
    ...{ "x-ratelimit-reset-after": "3600", "x-ratelimit-bucket": "crosspost" },
  },
  body: JSON.stringify({
    ...{ message: "You are being rate limited.", retry_after: 3_600, global: false },
  }),
};
