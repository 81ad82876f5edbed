import { type Client, type Guild, Routes } from "discord.js";
import { z } from "zod";
import { type NamedRoles, NOBODY_NAMED } from "#core/access/role.ts";
import type { FrontDesk } from "#core/reply/front-desk.ts";
import type { Greet } from "#desk/greeting.ts";
import type { ChatService } from "#desk/port/chat-service.ts";
import type { Log } from "#desk/port/log.ts";
import { type Backoff, type Connection, keepConnected } from "#edge/chat/connection.ts";
import { createOnce } from "#edge/chat/once.ts";
import { createWork, trackedCourier } from "#edge/chat/work.ts";
import { createApi, createGlobalPace } from "./api.ts";
import { checkDiscord } from "./check.ts";
import { registerCommands } from "./commands.ts";
import { explainLoss, gatewayHold } from "./connection.ts";
import { createCourier } from "./courier.ts";
import { explain } from "./failure.ts";
import { createAnswerer } from "./interactions.ts";
import { invitationTo } from "./invited.ts";
import { listPlaces } from "./list-places.ts";
import { roleInServers } from "./look-up-role.ts";
import { createMends } from "./mend.ts";
import { createListener } from "./mention.ts";
import type { Part } from "./part.ts";
import { readBy } from "./read-by.ts";
import { listServers, serversOf } from "./server-of.ts";
import { inviteUrl, tryPost } from "./try-out.ts";

export interface DiscordOptions {
  readonly token: string;
  readonly frontDesk: FrontDesk;
  readonly log: Log;
  /** The newsroom's name of a Discord channel; `null` for one that is not ours. */
  readonly channelOf: (address: string) => string | null;
  /**
   * The servers whose roles count in the newsroom, by id. Empty: those that have a channel of the
   * newsroom, and the only server that the bot is in.
   */
  readonly servers?: readonly string[];
  /** To whom the config gives a role, by the ids of roles or of persons; left out: to nobody. */
  readonly named?: NamedRoles;
  /** Another server than Discord's own: `http://127.0.0.1:4004/api`. */
  readonly api?: string;
  /** Aborted once another process may post; left out: none ever does. */
  readonly whileOurs?: () => AbortSignal;
  /** What this process does with the token at a moment; left out: all that is done with it. */
  readonly part?: () => Part;
  /** Says who the bot is where it is invited; left out: nobody does. */
  readonly greet?: Greet;
  readonly timing?: Partial<Timing>;
}

/** Times in milliseconds. */
export interface Timing extends Backoff {
  /** What the gateway may be away before it counts as lost. */
  readonly away: number;
  /** What one call to Discord may take until its reply begins. */
  readonly timeout: number;
}

/** The timeout leaves a shutdown, which must end within ten seconds, time for the post in flight. */
const TIMING: Timing = { first: 5_000, longest: 5 * 60_000, away: 30_000, timeout: 8_000 };

const DirectChannel = z.object({ id: z.string() });

/** Discord, by discord.js: the courier by REST, the commands by the gateway. */
export function createDiscord(options: DiscordOptions): ChatService {
  const { token, frontDesk, log, channelOf, servers = [] } = options;
  const timing: Timing = { ...TIMING, ...options.timing };
  const hurry = new AbortController();
  const access = { token, api: options.api, timeout: timing.timeout, signal: hurry.signal };
  const pace = createGlobalPace(options.part);
  const api = createApi({ ...access, pace, whileOurs: options.whileOurs });
  const asking = createApi({ ...access, pace, hurried: true });
  let client: Client<true> | null = null;
  const serverOf = (address: string) => {
    const channel = client?.channels.cache.get(address);
    return channel !== undefined && "guildId" in channel ? channel.guildId : null;
  };
  const courier = createCourier(api, serverOf, asking, log);
  const work = createWork();
  const isOurs = (server: string) => {
    if (servers.length > 0) return servers.includes(server);
    const guilds = client?.guilds.cache;
    const guild = guilds?.get(server);
    if (guild === undefined) return false;
    return guilds?.size === 1 || guild.channels.cache.some(({ id }) => channelOf(id) !== null);
  };
  const { named = NOBODY_NAMED } = options;
  /** As `isOurs` says, and as Discord itself tells to a process that does not hold the gateway. */
  const ourServers = async () => {
    if (servers.length > 0) return servers;
    const guilds = client?.guilds.cache;
    if (guilds !== undefined) return [...guilds.keys()].filter(isOurs);
    return serversOf(await listServers(asking), channelOf);
  };
  const channelsOn = (server: string) => {
    const there = client?.guilds.cache.get(server)?.channels.cache.map(({ id }) => channelOf(id));
    return (there ?? []).filter((name) => name !== null);
  };
  const whereabouts = { channelOf, isOurs, channelsOn, named };
  const once = createOnce({ platform: "discord", log, track: work.track });
  const answering = { api: asking, frontDesk, log, whereabouts, once, mends: createMends() };
  const onInteraction = createAnswerer(answering);
  const onMessage = createListener(answering);
  const onInvited = (server: Guild) => {
    const invitation = invitationTo(server);
    if (invitation === null || options.greet === undefined) return;
    const greeted = options.greet(invitation).catch((error: unknown) => {
      log.error("discord server not greeted", { server: server.id, error });
    });
    void work.track(greeted);
  };
  let connection: Connection | null = null;

  /** Without its commands the bot still posts: so that is told, and the connection stands. */
  async function settle(ready: Client<true>): Promise<string> {
    const { user, application } = ready;
    client = ready;
    try {
      const changed = await registerCommands(api, application.id, named);
      log.info("discord commands", { registered: changed });
      return user.tag;
    } catch (error) {
      const says = `its commands could not be registered: ${explain(error)}`;
      log.warn("discord commands", { says });
      return `${user.tag} (${says})`;
    }
  }

  return {
    courier: trackedCourier(courier, work),
    onlyOneConnects: true,
    start(report) {
      const hold = gatewayHold({
        ...{ ...access, pace, log, away: timing.away, settle },
        ...{ onInteraction, onMessage, onInvited },
      });
      connection ??= keepConnected(
        { name: "discord", hold, explain: explainLoss, backoff: timing, log },
        report,
      );
    },
    async stop() {
      const grace = setTimeout(() => hurry.abort(), timing.timeout);
      await connection?.stop();
      await work.done();
      clearTimeout(grace);
      hurry.abort();
    },
    async openDirect(user) {
      const opened = await api.post(Routes.userChannels(), { recipient_id: user });
      return DirectChannel.parse(opened).id;
    },
    async roleOf(user) {
      try {
        const role = await roleInServers(asking, await ourServers(), user, named);
        if (role === null) return null;
        // Which of the servers that are away for a while are ours, nobody can say.
        const isAway = client?.guilds.cache.some(({ available }) => !available) ?? false;
        if (role === "gone") return isAway ? null : role;
        return { role, whereabouts: { kind: "direct" } };
      } catch (error) {
        log.warn("discord role not told", { user, says: explain(error) });
        return null;
      }
    },
    check: (addresses, askedAt) => checkDiscord(api, addresses, askedAt, named),
    async readBy(address) {
      try {
        return await readBy(asking, address);
      } catch (error) {
        log.warn("discord readers not told", { address, says: explain(error) });
        return null;
      }
    },
    listPlaces: () => listPlaces(asking, ourServers),
    tryPost: (address) => tryPost(asking, address),
    inviteUrl: () => inviteUrl(asking),
  };
}
