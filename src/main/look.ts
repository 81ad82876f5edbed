import type { Instant } from "#core/article/instant.ts";
import { addressOn, type Channel, subscription } from "#core/digest/channel.ts";
import { PAGE } from "#core/digest/subscription.ts";
import { composeEdition } from "#core/message/edition.ts";
import { faceOf } from "#desk/made.ts";
import { storyOf } from "#desk/reply/story.ts";
import { StoreError } from "#edge/store/error.ts";
import { type FolderLock, lockFolder } from "#edge/store/lock.ts";
import type { Store } from "#edge/store/store.ts";
import { type Nothing, printDigest } from "#edge/terminal/digest.ts";
import { pathInPlace } from "#edge/terminal/path.ts";
import { readTime } from "#edge/terminal/time.ts";
import { printWhy, sayStoryOf } from "#edge/terminal/why.ts";
import { editionDeskOf, liveChannels } from "./desks.ts";
import { bodiesOf } from "./face.ts";
import { articleId } from "./identity.ts";
import {
  clock,
  complainOfOrder,
  DONE,
  logFile,
  openLogOf,
  openStoreOf,
  out,
  readSetting,
  type Setting,
  thisProcess,
  WRONG_USE,
} from "./setting.ts";
import { takeInAll } from "./take-in.ts";

interface DigestOptions {
  readonly at: string | null;
  /** `terminal`, or the name of a platform. */
  readonly as: string;
  readonly json: boolean;
}

/** `digest CHANNEL`: what the channel would be sent; posts nothing. */
export async function digest(name: string, options: DigestOptions): Promise<number> {
  const setting = readSetting();
  const { env } = setting;
  const store = await openStoreOf(env);
  const channels = (await liveChannels(() => setting, store, complainOfOrder)).list();
  const channel = channels.find((one) => one.name === name.replace(/^#/, ""));
  const stated = channel === undefined ? null : statedTime(options.at, channel);
  if (channel === undefined || stated === "unreadable") {
    await store.close();
    out.complain(
      channel === undefined
        ? `There is no channel “${name}” in ${env.COPYDESK_CONFIG}. There are: ${channels.map((one) => one.name).join(", ")}.`
        : `“${options.at}” is no time: write 18:00, 2026-05-08T18:00 or 2026-05-08T18:00Z`,
    );
    return WRONG_USE;
  }
  await takeInIfIdle(setting, store);
  // What was just taken in counts for now.
  const at = stated ?? clock.now();
  const rehearsal = await rehearse(setting, store, channel, at, options.as);
  await store.close();
  return printDigest(out, rehearsal, options.as, options.json);
}

function statedTime(at: string | null, { cadence }: Channel): Instant | null | "unreadable" {
  return at === null ? null : (readTime(at, cadence.timeZone, clock.now()) ?? "unreadable");
}

async function rehearse(
  setting: Setting,
  store: Store,
  channel: Channel,
  at: number,
  face: string,
) {
  const platform = setting.registry.platforms.find(({ name }) => name === face);
  const address = addressOn(channel, platform?.name ?? PAGE) ?? channel.name;
  const place = subscription(channel, platform?.name ?? PAGE, address);
  const ahead = await editionDeskOf(setting, store, () => [channel]).lookAhead(place, at);
  const { edition, choices } = ahead;
  const message = edition === null ? null : composeEdition(edition, faceOf(place));
  const payloads =
    message === null || platform === undefined
      ? []
      : bodiesOf(platform, message, { id: place.id, address, at });
  const nothing: Nothing = {
    choices: choices.map(({ filed, rule }) => ({ headline: filed.brief.headline, rule })),
    last: await store.editions.lastSlot(place.id),
    isEmpty: (await store.archive.latest(clock.now(), 1)).length === 0,
    timeZone: channel.cadence.timeZone,
  };
  return { channel: channel.name, at: new Date(at).toISOString(), message, payloads, nothing };
}

/**
 * While no bot is at work on the data folder, nobody else takes in what lies there.
 * @returns false where a bot is at work
 */
export async function takeInIfIdle(setting: Setting, store: Store): Promise<boolean> {
  const { env } = setting;
  const lock = lockUnlessTaken(env.COPYDESK_DATA);
  const shift = lock === null ? null : await store.takeWhole(thisProcess());
  if (lock === null || shift === null) {
    lock?.release();
    return false;
  }
  const log = openLogOf(env);
  await takeInAll(setting, shift.store, log);
  await shift.end();
  await log.close();
  lock.release();
  return true;
}

function lockUnlessTaken(folder: string): FolderLock | null {
  try {
    return lockFolder(folder);
  } catch (error) {
    if (error instanceof StoreError && error.code === "locked") return null;
    throw error;
  }
}

/** `why FILE`: what became of it. */
export async function why(file: string, { json }: { readonly json: boolean }): Promise<number> {
  const { env } = readSetting();
  const store = await openStoreOf(env);
  const parts = {
    history: (path: string) => store.ledger.history(path),
    traceOf: articleId,
    log: logFile(env),
  };
  const code = await printWhy(out, env.COPYDESK_ARTICLES, file, parts, json);
  if (code === DONE && !json) await printStory(store, pathInPlace(env.COPYDESK_ARTICLES, file));
  await store.close();
  return code;
}

/** Where the article of a file is told, and with whom: of one that may be seen. */
async function printStory({ archive, ledger, stories }: Store, path: string): Promise<void> {
  const ids = new Set((await ledger.history(path)).flatMap(({ articleId }) => articleId ?? []));
  const [id] = ids;
  const filed = id === undefined || ids.size > 1 ? null : await archive.get(id, clock.now());
  // Whoever runs the desk may see all that is out.
  const story = filed === null ? null : await storyOf({ stories, clock }, filed);
  if (story !== null) sayStoryOf(out, story);
}
