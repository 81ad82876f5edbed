import { App, type webApi } from "@slack/bolt";
import { z } from "zod";
import { type InChat, OUTSIDE } from "#core/access/audience.ts";
import { type NamedRoles, NOBODY_NAMED } from "#core/access/role.ts";
import type { FrontDesk } from "#core/reply/front-desk.ts";
import type { Greet } from "#desk/greeting.ts";
import type { ChatService, Finding } from "#desk/port/chat-service.ts";
import type { Log } from "#desk/port/log.ts";
import { lookAt, postedTest, TEST_MESSAGE } from "#edge/chat/check.ts";
import { type Backoff, type Connection, keepConnected } from "#edge/chat/connection.ts";
import { createOnce } from "#edge/chat/once.ts";
import type { ServiceParts } from "#edge/chat/platform.ts";
import { createWork, trackedCourier } from "#edge/chat/work.ts";
import type { AnswerOptions } from "./answer.ts";
import { checkSlack } from "./check.ts";
import { clientOptions, createClient } from "./client.ts";
import { type Line, lineHold } from "./connection.ts";
import { createCourier } from "./courier.ts";
import { explain } from "./failure.ts";
import {
  createInstaller,
  forgetUninstalled,
  type Installer,
  type OAuthOptions,
} from "./installer.ts";
import { answerInteractions } from "./interactions.ts";
import { greetChannels, type InvitedOptions } from "./invited.ts";
import { type BuildApp, httpLine, noLine, socketLine } from "./line.ts";
import { type ListedWorkspace, listPlaces } from "./list-places.ts";
import { boltLogger } from "./logger.ts";
import { isOfIt, memberLookup } from "./member.ts";
import { commandsFinding, type ModeOptions, modeOf } from "./mode.ts";
import type { PaceOptions } from "./pace.ts";
import { readBy } from "./read-by.ts";
import { type Found, rightsLookup } from "./rights.ts";
import { createWorkspaces, readAddress, type Workspaces, workspacesCourier } from "./workspaces.ts";

export interface SlackOptions extends ModeOptions {
  readonly botToken: string;
  readonly frontDesk: FrontDesk;
  readonly log: Log;
  /** The newsroom's name of a Slack channel; `null` for one that is not ours. */
  readonly channelOf: (address: string) => string | null;
  /** Every Slack channel of the newsroom's, in whichever workspace. */
  readonly places: ServiceParts["places"];
  /** To whom the config gives a role, by the ids of user groups or of persons; left out: to nobody. */
  readonly named?: NamedRoles;
  /** Ids of user groups whose members are editors, beside those whom the config names. */
  readonly editors?: readonly string[];
  /** Lets the app be installed in further workspaces; HTTP mode only. */
  readonly oauth?: OAuthOptions;
  /** Another server than Slack's own: `http://127.0.0.1:4003/api/`. */
  readonly api?: string;
  /** Aborted once another process may post; left out: none ever does. */
  readonly whileOurs?: () => AbortSignal;
  /** Takes an interaction on for this process, by Slack's id of it; left out: no other is there to answer it. */
  readonly take?: (id: string) => Promise<boolean>;
  /** Says who the bot is where it is invited; left out: nobody does. */
  readonly greet?: Greet;
  readonly timing?: Partial<Timing>;
}

/** Times in milliseconds. */
export interface Timing extends Backoff {
  /** What one call to Slack may take. */
  readonly timeout: number;
  /** Between two calls of the courier. */
  readonly pace: PaceOptions;
  /** After which a socket that answers no ping is taken for deaf. */
  readonly ping: number;
}

/** The timeout leaves a shutdown, which must end within ten seconds, time for the post in flight. */
const TIMING: Timing = {
  first: 5_000,
  longest: 5 * 60_000,
  timeout: 8_000,
  // A tenth of a second more than Slack allows, since calls do not arrive as evenly as they go out.
  pace: { channel: 1_100, posts: 200, edits: 1_200, looks: 1_200, bookmarks: 3_100 },
  ping: 5_000,
};

const DirectChannel = z.object({ id: z.string() });

/** Few, so that a look at many channels stays below Slack's rate limits. */
const CHECKS_AT_ONCE = 4;

/** Slack, by Bolt: the courier, and the commands by Socket Mode or by HTTP. */
export function createSlack(options: SlackOptions): ChatService {
  const timing: Timing = { ...TIMING, ...options.timing };
  const { botToken, frontDesk, log, channelOf, oauth, named = NOBODY_NAMED } = options;
  const api = { api: options.api, timeout: timing.timeout, log };
  const posting = { ...api, whileOurs: options.whileOurs };
  const client = createClient(botToken, posting);
  const { pace } = timing;
  const work = createWork();
  const mode = modeOf(options);
  const home: Home = { team: null, url: null, self: null };
  let connection: Connection | null = null;

  const installer =
    oauth === undefined
      ? null
      : createInstaller(oauth, {
          home: { token: botToken, team: () => home.team },
          ...{ clientOptions: clientOptions(api), log },
        });
  const homeCourier = createCourier({ client, workspace: () => home.url, pace, log });
  const workspaces = createWorkspaces({
    home: { client, courier: homeCourier },
    homeTeam: () => home.team,
    tokenOf: installer?.installed.tokenOf ?? null,
    clientOf: (token) => createClient(token, posting),
    courierOf: (of, url) => createCourier({ client: of, workspace: () => url, pace, log }),
    log,
  });
  const placesIn = (team: string | null) =>
    options.places().filter(({ address }) => readAddress(address).team === team);
  const channelsIn = (team: string | null) => {
    const isHome = team === null || team === home.team;
    const there = placesIn(isHome ? null : team);
    return isHome || there.length > 0 ? there.map(({ channel }) => channel) : null;
  };
  const answering: AnswerOptions = {
    ...{ frontDesk, log, channelOf, addressOf: workspaces.addressOf, timeout: timing.timeout },
    once: createOnce({ platform: "slack", log, track: work.track, take: options.take }),
    rightsOf: rightsLookup({
      ...{ groups: options.editors ?? [], named, log },
      channelsIn: (team) => placesIn(team).map(({ channel }) => channel),
    }),
    isMember: memberLookup(log),
    channelsIn,
  };
  const buildApp = appBuilder({
    ...{ botToken, installer, answering, log, clientOptions: clientOptions(api) },
    ...(options.greet !== undefined && {
      invited: { ...answering, self: () => home.self, greet: options.greet },
    }),
  });
  const openLine = (): Line => {
    if (mode.kind === "posts-only") return noLine();
    if (mode.kind === "http") {
      return httpLine({ ...mode, buildApp, log, receiver: installer?.receiver ?? {} });
    }
    return socketLine({
      ...{ appToken: mode.appToken, clientOptions: clientOptions(api), buildApp, log },
      ...{ timeout: timing.timeout, ping: timing.ping },
    });
  };

  async function identify(): Promise<string> {
    const who = await client.auth.test();
    home.url = who.url ?? null;
    home.team = who.team_id ?? null;
    home.self = who.user_id ?? null;
    const name = who.user ?? "the bot";
    if (mode.kind !== "posts-only") return name;
    log.warn("slack posts only", { says: mode.says });
    return `${name} (${mode.says})`;
  }

  /** A process that only posts has no connection that told it: without it a post has no link, and is posted all the same. */
  async function identifyUnconnected(): Promise<void> {
    if (connection !== null || home.url !== null) return;
    await identify().catch((error: unknown) =>
      log.warn("slack workspace not told", { says: explain(error) }),
    );
  }

  const courier = workspacesCourier(homeCourier, workspaces);
  return {
    courier: trackedCourier(
      {
        ...courier,
        async post(parcel) {
          await identifyUnconnected();
          return courier.post(parcel);
        },
      },
      work,
    ),
    // Slack gives each event to one of the connections.
    onlyOneConnects: false,
    start(report) {
      const hold = lineHold({ identify, openLine, log });
      connection ??= keepConnected({ name: "slack", hold, explain, backoff: timing, log }, report);
    },
    async stop() {
      await connection?.stop();
      await work.done();
    },
    async openDirect(user) {
      const { team, id } = readAddress(user);
      const { client: of } = await workspaces.open(team);
      const { channel } = await of.conversations.open({ users: id });
      return workspaces.addressOf(team, DirectChannel.parse(channel).id);
    },
    async roleOf(who) {
      try {
        await identifyUnconnected();
        const { team } = readAddress(who);
        const workspace = team ?? home.team;
        // Whoever is of another workspace could not be told from our own.
        if (workspace === null) return null;
        const { client: of } = await workspaces.open(team);
        const found = await answering.rightsOf({ client: of, workspace, who, channel: null });
        return found.unsure ? null : belongingOf(found, channelsIn(team));
      } catch (error) {
        log.warn("slack role not told", { who, says: explain(error) });
        return null;
      }
    },
    async readBy(address) {
      try {
        const { team, id } = readAddress(address);
        return await readBy((await workspaces.open(team)).client, id);
      } catch (error) {
        log.warn("slack readers not told", { address, says: explain(error) });
        return null;
      }
    },
    tryPost: (address) => tryPost(workspaces, address),
    listPlaces: async () => {
      const isOurs = (team: string | null) => channelsIn(team) !== null;
      return listPlaces(await listedWorkspaces(workspaces, oauth?.allowed ?? [], isOurs));
    },
    check: (addresses, askedAt) =>
      checkSlack({
        client: createClient(botToken, { ...api, atOnce: CHECKS_AT_ONCE }),
        clientOf: async (team) => (await workspaces.open(team)).client,
        socket: mode.kind === "socket" ? { client: createClient(mode.appToken, api) } : null,
        commands: commandsFinding(mode, installer !== null),
        ...{ addresses, askedAt },
      }),
  };
}

function belongingOf({ standing, role }: Found, channels: readonly string[] | null) {
  if (standing === "gone") return standing;
  const isOwn = channels !== null && isOfIt(standing);
  return { role, whereabouts: isOwn ? ownDirect(channels) : OUTSIDE };
}

function ownDirect(channels: readonly string[]): InChat {
  return { kind: "own", channels, isDirect: true };
}

function tryPost(workspaces: Workspaces, address: string): Promise<Finding> {
  const subject = `Slack channel ${address}`;
  return lookAt(subject, explain, async () => {
    const { team, id: channel } = readAddress(address);
    const { client } = await workspaces.open(team);
    await client.chat.postMessage({ channel, text: TEST_MESSAGE });
    return postedTest(subject);
  });
}

/** That of the token, and those others in which the app is installed. */
async function listedWorkspaces(
  workspaces: Workspaces,
  allowed: readonly string[],
  isOurs: (team: string | null) => boolean,
): Promise<readonly ListedWorkspace[]> {
  const teams = [null, ...allowed];
  const opened = await Promise.all(teams.map((team) => workspaces.open(team).catch(() => null)));
  return opened.flatMap((workspace, index) => {
    if (workspace === null) return [];
    const team = teams[index] ?? null;
    const addressOf = (id: string) => workspaces.addressOf(team, id);
    return [{ client: workspace.client, group: team, addressOf, isOurs: isOurs(team) }];
  });
}

/** What Slack tells of the workspace of the token, and of the bot there. */
interface Home {
  team: string | null;
  url: string | null;
  self: string | null;
}

interface AppOptions {
  readonly invited?: InvitedOptions;
  readonly botToken: string;
  readonly installer: Installer | null;
  readonly answering: AnswerOptions;
  readonly clientOptions: webApi.WebClientOptions;
  readonly log: Log;
}

/**
 * Where the app is in one workspace, `authorize` answers at once: Bolt would call `auth.test` for
 * itself and leave its failure unhandled. Where it is in several, the installer finds the token.
 */
function appBuilder({
  botToken,
  installer,
  answering,
  invited,
  clientOptions,
  log,
}: AppOptions): BuildApp {
  return (receiver) => {
    const app = new App({
      receiver,
      ...(installer === null && { authorize: async () => ({ botToken }) }),
      logger: boltLogger(log),
      clientOptions,
      convoStore: false,
      ignoreSelf: false,
    });
    answerInteractions(app, answering);
    if (invited !== undefined) greetChannels(app, invited);
    if (installer !== null) forgetUninstalled(app, installer.installed, log);
    return app;
  };
}
