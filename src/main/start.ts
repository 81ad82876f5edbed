import type { Instant } from "#core/article/instant.ts";
import type { Channel } from "#core/digest/channel.ts";
import type { Platform } from "#core/digest/subscription.ts";
import type { Asker, Visitor } from "#core/reply/front-desk.ts";
import { amongReaders } from "#desk/among-readers.ts";
import type { Announcer } from "#desk/announcer.ts";
import { noteConfig } from "#desk/config-changes.ts";
import { type Connected, nowConnected } from "#desk/connected.ts";
import { createDeliveryDesk, type Delivered } from "#desk/delivery.ts";
import {
  type Disk,
  patientIntake,
  patientLedger,
  patientOutbox,
  patientTroubles,
} from "#desk/disk.ts";
import { createDecisionWatch } from "#desk/editor/decided.ts";
import { createMendDesk } from "#desk/editor/mending.ts";
import { visitorWithOrdered } from "#desk/editor/ordered.ts";
import { createGreeter } from "#desk/greeting.ts";
import { countDelivered } from "#desk/metering.ts";
import { createNewsroom, type Newsroom } from "#desk/newsroom.ts";
import { createPlaces } from "#desk/places.ts";
import type { ChatService } from "#desk/port/chat-service.ts";
import type { Log } from "#desk/port/log.ts";
import type { Meter } from "#desk/port/meter.ts";
import type { Watch } from "#desk/port/watch.ts";
import { createReadersNow } from "#desk/readers-now.ts";
import { createReleaseDesk } from "#desk/releases.ts";
import { inTheirLanguage } from "#desk/reply/in-language.ts";
import { limited } from "#desk/reply/limit.ts";
import { createRetryDesk } from "#desk/retry.ts";
import type { RoleNow } from "#desk/role-now.ts";
import { createDropDesk } from "#desk/setup/drop.ts";
import { type Duty, WHOLE } from "#desk/share.ts";
import { onShift } from "#desk/shift.ts";
import { traced } from "#desk/trace.ts";
import type { Warnings } from "#desk/warning.ts";
import { minuteTicker, systemAlarm } from "#edge/clock/clock.ts";
import { watchConfig } from "#edge/config/watch-config.ts";
import { createPreview } from "#edge/preview/service.ts";
import { lockFolder } from "#edge/store/lock.ts";
import { fileIn } from "#edge/store/store.ts";
import type { Shift } from "#edge/store/verbs.ts";
import { terminalAnnouncer } from "#edge/terminal/announce.ts";
import { printWelcome } from "#edge/terminal/welcome.ts";
import packageInfo from "../../package.json" with { type: "json" };
import { boardOf, inWords } from "./board.ts";
import { boardDeskOf } from "./board-desk.ts";
import {
  approvalWatchOf,
  correctionDeskOf,
  editionDeskOf,
  intakeOf,
  liveChannels,
  noticeDeskOf,
  pause,
  reportDeskOf,
  screenOf,
  storyDeskOf,
} from "./desks.ts";
import { doorsOf, needWays, pageDoorOf } from "./doors.ts";
import { bringFeeds } from "./feeds.ts";
import { firstRunOf } from "./first-run.ts";
import { type FrontDeskParts, frontDeskOf } from "./front-desk.ts";
import { healthOf } from "./health.ts";
import { articleId } from "./identity.ts";
import { createInForce } from "./in-force.ts";
import { boardIn, courierIn } from "./language.ts";
import { type Machine, machineOf, onceItTakesWrites } from "./machine.ts";
import { metricsOf, tokenOf } from "./metrics.ts";
import { judgingDeskOf } from "./model.ts";
import { createNewest } from "./newest.ts";
import { prepareAside } from "./prepare-aside.ts";
import { askReaders } from "./readers-now.ts";
import { createReload, type Reload, warningsOf } from "./reload.ts";
import { servicesOf } from "./services.ts";
import {
  clock,
  DONE,
  FAILED,
  openLogOf,
  openStoreOf,
  out,
  readSetting,
  type Setting,
} from "./setting.ts";
import { saidIn } from "./settings.ts";
import { setupBoardOf } from "./setup-board.ts";
import { brokenOff, createRest, needShared, relieved, shiftBeside, shiftNow } from "./shift.ts";
import { sourceOf } from "./source.ts";
import { tendLog } from "./tend-log.ts";
import { waitingBoardOf } from "./waiting.ts";
import { warmReading } from "./warm-up.ts";

export interface StartOptions {
  readonly once: boolean;
  /** What of the work this process does. */
  readonly only: readonly Duty[];
}

/** `start`: the bot at work, until a signal or, with `once`, until there is nothing more to do. */
export async function start({ once, only }: StartOptions): Promise<number> {
  const setting = readSetting();
  needShared(setting, only);
  if (!once) needWays(setting);
  const { env, live } = setting;
  const force = createInForce(setting);
  const { renewed } = force;
  const begin = once ? <T>(work: () => T | Promise<T>) => work() : onceItTakesWrites;
  const lock = await begin(() => lockFolder(env.COPYDESK_DATA));
  const bot: Bot = {
    shift: null,
    newsroom: null,
    services: [],
    connections: new Map(),
    machine: null,
    watch: null,
    roundAt: null,
    sayDecided: () => undefined,
  };
  const log = openLogOf(env, (error) => bot.machine?.disk.note(error));
  const store = await begin(() => openStoreOf(env));
  const channels = await begin(() =>
    liveChannels(force.now, store, (name, faults) =>
      log.warn("order unreadable", { name, faults }),
    ),
  );
  await begin(() => noteConfig(store, clock, saidIn(setting)));
  const aside = prepareAside();
  const source = sourceOf(env);
  const newest = createNewest({
    ...{ editions: store.editions, channels: channels.list, pause },
    now: () => performance.now(),
  });
  const editions = editionDeskOf(setting, store, channels.list, { onStored: newest.made });
  // Before it opens nothing is posted; its first round amends what is outdated then.
  const chase = async () => {
    await bot.newsroom?.chase();
    preview.changed();
    bot.sayDecided();
  };
  const carry = () => {
    bot.newsroom?.carry();
    preview.changed();
    bot.sayDecided();
  };
  const doors = {
    ...doorsOf(setting, store, log, async (asker) => roleNow(bot, asker)),
    withEdits: (visitor: Visitor) => visitorWithOrdered(channels, visitor),
  };
  const firstRun = firstRunOf(setting, store, () => bot.services);
  const places = createPlaces(firstRun.services, () => performance.now());
  const deskParts: FrontDeskParts = {
    page: pageDoorOf(setting, doors),
    ...{ live: channels, editions, log, version: packageInfo.version, startedAt: clock.now() },
    connections: () => bot.connections,
    warnings: () => bot.machine?.warnings.list() ?? [],
    openDirect: (asker) => openDirect(bot, asker, log),
    roleNow: (asker) => roleNow(bot, asker),
    ...{ places, chase },
    carry,
  };
  const readersNow = createReadersNow({
    ...{ clock, channels: channels.list, ask: askReaders(() => bot.services, places) },
    roleNow: (asker) => roleNow(bot, asker),
    tell: (place, says) => bot.machine && tellOfReaders(bot.machine.warnings, place, says),
  });
  const among = { channels: channels.list, now: readersNow };
  const whole = amongReaders(
    renewed((own) => frontDeskOf(own, store, deskParts)),
    among,
  );
  const { language } = setting.orders;
  const frontDesk = limited(inTheirLanguage(whole, language), () => performance.now());
  const health = healthOf(setting, {
    ...{ store, log, connections: () => bot.connections },
    files: () => bot.watch?.waiting() ?? null,
    warnings: () => bot.machine?.warnings,
    roundAt: () => bot.roundAt,
  });
  const metrics = metricsOf(setting, { store, log, health });
  const { meter } = metrics;
  const preview = createPreview({
    firstRun,
    ...{
      port: env.COPYDESK_PORT,
      host: env.COPYDESK_HOST,
      doors,
      frontDesk,
      log,
      board: renewed((own) => boardIn(boardOf(own, store, channels.list, newest), language)),
      desk: renewed((own) => boardDeskOf(own, store, deskParts, { newest, source })),
      waiting: renewed((own) => waitingBoardOf(own, store, editions, channels.list)),
    },
    ...{ language, faces: setting.registry.faces },
    mend: createMendDesk({ ...{ archive: store.archive, clock, store }, chase }),
    drop: createDropDesk({
      place: source.copyPlace,
      ledger: store.ledger,
      orders: store.orders,
      clock,
    }),
    setup: renewed((own) => setupBoardOf(own, store, { live: channels, editions, places })),
    warnings: () => bot.machine?.warnings.list() ?? [],
    ...{ health, metrics: { ...metrics, isToken: tokenOf(env) } },
  });
  const machine = machineOf(force.now, {
    ...{ store, log, couriers: () => bot.services.map(({ courier }) => courier) },
    connections: () => bot.connections,
    ...{ changed: preview.changed, onRoom: () => bot.newsroom?.carry() },
  });
  bot.machine = machine;
  const { disk, look } = machine;
  // A single look does not wait for room: it says what is wrong, and the next one goes on.
  if (once) disk.stop();
  const url = once ? null : (await preview.start()).url;
  welcome(setting, channels.list(), url === null ? null : (env.COPYDESK_URL?.origin ?? url));

  // The SDKs take seconds to load on a busy machine: not while a lease runs out.
  const services = await servicesOf(force.now, channels.list, {
    ...{ frontDesk, installations: store.installations, log },
    greet: createGreeter({ store, clock, carry: () => bot.newsroom?.carry() }),
    whileOurs: () => bot.shift?.whileOurs() ?? AbortSignal.abort(),
    share: () => bot.shift?.share() ?? WHOLE,
    takeOnce: (id) => store.interactions.take(id, clock.now()),
    ...(env.DATABASE_URL !== undefined && {
      take: (id: string) => store.interactions.take(id, clock.now()),
    }),
  });
  const shift = once ? await shiftNow(setting, store) : await shiftBeside(setting, store, only);
  const { store: own, share } = shift;
  void shift.lost.then(() => relieved(log));
  bot.shift = shift;
  bot.services = services;
  let faults = 0;
  const unposted = new Set<string>();
  const rest = createRest(share);
  const announcer = withoutDisk(
    noting(bot, meter, terminalAnnouncer(out, services.length === 0), preview.changed),
    disk,
    () => {
      faults += 1;
    },
  );
  const decisions = createDecisionWatch({ store: own, clock, tell: announcer.decided });
  if (!once)
    bot.sayDecided = () =>
      void decisions.look().catch((error: unknown) => log.warn("decisions not told", { error }));
  const onDelivered = (outcome: Delivered) => {
    countDelivered(meter, outcome, clock.now());
    const { key } = outcome.parcel;
    // What a platform's pace has put off is posted by the same run.
    if (outcome.kind === "posted") unposted.delete(key);
    else unposted.add(key);
    rest.posted();
    announcer.delivered(outcome);
    if (isForAdmins(outcome)) void bot.newsroom?.tell();
    preview.changed();
  };
  const delivery = createDeliveryDesk({
    ...{
      outbox: patientOutbox(own.outbox, disk),
      troubles: patientTroubles(own.placeTroubles, disk),
      clock,
      log,
      alarm: systemAlarm(clock),
      jitter: Math.random,
      pause,
    },
    couriers: [preview.courier, ...services.map(({ courier }) => courier)].map((courier) =>
      onShift(courierIn(courier, language), shift.isOurs),
    ),
    screen: renewed((setting) =>
      screenOf(setting, own, channels.list, {
        now: readersNow,
        refresh: channels.refresh,
        onTrouble: (error) => {
          log.error("looking at what goes out failed", { error });
          announcer.trouble("looking at what goes out", error);
        },
      }),
    ),
    onDelivered,
    onTrouble: (error) => announcer.trouble("posting editions", error),
  });
  const copyLog = traced(log, articleId);
  bot.watch = source.watch({ log: copyLog, concurrency: 2 * aside.threads, ...machine.copy });
  const judging = await judgingDeskOf(setting, own, {
    ...{ log: copyLog, meter, changed: preview.changed },
    onTrouble: (error) => announcer.trouble("asking the language model", error),
  });
  const newsroom = createNewsroom({
    ...(judging !== null && { judging }),
    ...{
      watch: bot.watch,
      intake: patientIntake(
        renewed((setting) => intakeOf(setting, own, aside.prepare, source)),
        disk,
      ),
    },
    ...{
      ledger: patientLedger(own.ledger, disk),
      notices: renewed((setting) => noticeDeskOf(setting, own)),
      approvals: renewed((setting) => approvalWatchOf(setting, own, channels.list)),
      reports: renewed((setting) => reportDeskOf(setting, own)),
      releases: createReleaseDesk({ store: own, clock, pause }),
      stories: storyDeskOf(own, aside.sign, (article) => judging?.placed(article)),
      corrections: renewed((setting) => correctionDeskOf(setting, own, channels.list)),
      channels: channels.list,
      refresh: async () => {
        bot.roundAt = clock.now();
        look();
        if (!once) void reload.look();
        bot.sayDecided();
        await disk.untilDone(channels.refresh);
      },
    },
    editions: editionDeskOf(setting, own, channels.list, {
      isOwn: (place) => share().hasPlace(place),
      onStored: newest.made,
    }),
    share,
    ticker: minuteTicker(log),
    retry: createRetryDesk({ store: own, clock }),
    ...{ delivery, services, clock, announcer, log: copyLog, tell: shift.tell },
  });
  bot.newsroom = newsroom;
  const reload = createReload({
    ...{ force, store: own, log, warnings: () => bot.machine?.warnings },
    onChanged: async () => {
      await channels.refresh();
      newsroom.again();
      preview.changed();
    },
  });
  const stopReading = once ? async () => undefined : readAgain(env.COPYDESK_CONFIG, reload, log);
  shift.onHeard((news) => {
    // Nobody tells this process what others have posted.
    preview.changed();
    void newsroom.hear(news);
  });
  const stopTending =
    !once && env.DATABASE_URL === undefined
      ? tendLog({ file: fileIn(env.COPYDESK_DATA), takeIn: aside.takeLogIn, log })
      : () => undefined;
  const stopFeeds = await bringFeeds({
    feeds: once ? [] : setting.orders.feeds,
    ...{ place: source.copyPlace, ledger: own.ledger, warnings: machine.warnings, log },
    isOurs: () => shift.isOurs() && share().leads("intake"),
  });
  // What is there already comes first, and warms the same.
  const open = () => newsroom.open().then(() => void warmReading(aside.prepare, pause));
  log.info("started", { once, copy: env.COPYDESK_ARTICLES, platforms: [...live] });

  if (once) await newsroom.once();
  else await workUntilSignal(open).catch(brokenOff(log, store));
  await stopFeeds();
  disk.stop();
  stopTending();
  reload.stop();
  await stopReading();
  // What is being read is left for the next start: reading may take longer than whoever stops us waits.
  await Promise.all([newsroom.close(), aside.close(), judging?.stop()]);
  if (url !== null) await preview.stop();
  await rest.beforeLeaving();
  await store.close();
  log.info("stopped");
  await log.close();
  lock.release();
  return once && faults + unposted.size > 0 ? FAILED : DONE;
}

/** What is there once the bot is at work: its front desk is open before. */
interface Bot {
  shift: Shift | null;
  newsroom: Newsroom | null;
  services: readonly ChatService[];
  readonly connections: Map<Platform, Connected>;
  /** Of the folder or bucket. */
  watch: Watch | null;
  /** When the last round began. */
  roundAt: Instant | null;
  machine: Machine | null;
  /** Tells the terminal what was decided. */
  sayDecided: () => void;
}

/** A refusal stays until someone mends it: nobody is to wait for the next minute, nor for the end of it. */
function isForAdmins(outcome: Delivered): boolean {
  if (outcome.kind === "posted") return outcome.mended;
  return outcome.kind === "failed" && outcome.error.code === "refused";
}

function tellOfReaders(warnings: Warnings, place: string, says: string | null): void {
  if (says !== null) warnings.restate(`readers ${place}`, says);
  else warnings.clear(`readers ${place}`, `${place}: who reads there is as it should be again.`);
}

/** `null` also while their platform is not there to be asked. */
async function roleNow({ services }: Bot, asker: Asker["id"]): ReturnType<RoleNow> {
  const [platform, user = ""] = asker.split(":");
  const service = services.find(({ courier }) => courier.platform === platform);
  return service === undefined ? null : service.roleOf(user);
}

/** @throws {RangeError} where their platform is not set up */
async function openDirect({ services }: Bot, { id }: Asker, log: Log): Promise<string> {
  const [platform, user = ""] = id.split(":");
  const service = services.find(({ courier }) => courier.platform === platform);
  if (service === undefined) throw new RangeError(`There are no direct messages for ${id}`);
  return service.openDirect(user).catch((error: unknown) => {
    log.warn("no direct messages", { platform, says: error instanceof Error ? error.message : "" });
    throw error;
  });
}

/** Notes how each platform is connected, for those who ask, and counts; the page shows what came in, and what could not be read. */
function noting<Own extends Announcer>(
  { connections }: Bot,
  meter: Meter,
  announcer: Own,
  onFile: () => void,
): Own {
  return {
    ...announcer,
    tookIn(outcome, carriers, took) {
      meter.tookIn(outcome.kind, took ?? null);
      announcer.tookIn(outcome, carriers);
      onFile();
    },
    service(platform, state) {
      connections.set(platform, nowConnected(connections.get(platform), state, clock.now()));
      announcer.service(platform, state);
    },
    trouble(what, error) {
      meter.trouble();
      announcer.trouble(what, error);
    },
  };
}

/** A full disk is told of once, and not by every work that it stops. */
function withoutDisk<Own extends Announcer>(announcer: Own, disk: Disk, onFault: () => void): Own {
  return {
    ...announcer,
    trouble(what, error) {
      if (disk.note(error)) onFault();
      else announcer.trouble(what, error);
    },
  };
}

/** Whatever happens to the config file leads to a look at it, and so does whoever sends SIGHUP. @returns what ends it */
function readAgain(file: string, reload: Reload, log: Log): () => Promise<void> {
  const asked = () => void reload.ask();
  // A terminal that is closed sends the same, and the bot is to end with it.
  const handled = process.stdout.isTTY !== true;
  if (handled) process.on("SIGHUP", asked);
  const end = watchConfig(
    file,
    () => void reload.look(),
    (error) => log.warn("config not watched", { error }),
  );
  return async () => {
    process.off("SIGHUP", asked);
    await end();
  };
}

function welcome(setting: Setting, channels: readonly Channel[], url: string | null): void {
  const { env, live, registry } = setting;
  const asked = env.COPYDESK_PORT;
  const here = env.COPYDESK_URL === undefined ? url : null;
  const moved = here !== null && asked !== 0 && !here.endsWith(`:${asked}`);
  printWelcome(out, {
    ...{ place: env.COPYDESK_ARTICLES, channels, platforms: registry.tokens, live, url, inWords },
    warnings: [
      ...warningsOf(setting, channels),
      ...(moved ? [`port ${asked} is taken, so the page is at ${url}`] : []),
    ],
  });
}

/** Milliseconds that the end may take after a signal: those who send one wait ten seconds as a rule. */
const LONGEST_STOP = 9_500;

/** Works until the first signal; the second one ends the process at once. */
async function workUntilSignal(open: () => Promise<void>): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let asked = false;
  const stop = () => {
    if (asked) process.exit(FAILED);
    asked = true;
    // A call that hangs may outlast this: the next start looks whether it arrived.
    setTimeout(() => process.exit(FAILED), LONGEST_STOP).unref();
    out.line("Finishing what is in flight … (once more to stop at once)");
    resolve();
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  open().catch(reject);
  await promise;
}
