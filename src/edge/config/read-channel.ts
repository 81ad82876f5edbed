import type { Audience, Readers } from "#core/article/audience.ts";
import type { Cadence } from "#core/digest/cadence.ts";
import type { Channel, ForumTerms } from "#core/digest/channel.ts";
import type { CronLine } from "#core/digest/cron-line.ts";
import { isNeverOver, type Quiet } from "#core/digest/quiet.ts";
import {
  type Approval,
  type Least,
  PLAIN_TERMS,
  platformLabel,
} from "#core/digest/subscription.ts";
import type { Topic } from "#core/digest/topic.ts";
import { parseTopic, parseWords } from "#core/digest/topic-parse.ts";
import { createClocks } from "#core/digest/wall-clock.ts";
import type { PlaceShape } from "#edge/chat/platform.ts";
import { readCron } from "./cron.ts";
import { askedIn, type ChannelConfig, placesIn } from "./newsroom.ts";
import { WEEKDAYS } from "./terms.ts";
import { readHours, readMoment, readSpan } from "./time.ts";

/** Something about a value of the config, by the path to it. */
export interface Remark {
  readonly path: readonly PropertyKey[];
  readonly says: string;
}

/** A channel of the config, ready for the desks. */
export interface ChannelReading {
  readonly channel: Channel;
  /** What cannot be, although each value alone is right. */
  readonly faults: readonly Remark[];
  /** What works, but perhaps not as meant. */
  readonly warnings: readonly Remark[];
}

/** What holds in all channels of a newsroom. */
export interface House extends Pick<Readers, "internalSections"> {
  /** Of channels that name none. */
  readonly timeZone: string;
}

/** Reads a channel whose values are right; paths are below the channel. */
export function readChannel(
  config: ChannelConfig,
  house: House,
  platforms: readonly PlaceShape[],
): ChannelReading {
  const timeZone = config.timeZone ?? house.timeZone;
  const { lines, warnings } = readSchedule(config.schedule, timeZone);
  const quiet = readQuiet(config.quiet, timeZone);
  const pauseUntil =
    config.pauseUntil === undefined ? null : readMoment(config.pauseUntil, timeZone);
  const cadence: Cadence = { lines, timeZone, quiet, pauseUntil };
  const { name, sections, tags, most, baseline, layout, pictures, thread } = config;
  const asks = askedIn(config, platforms);
  const channel: Channel = {
    ...{ name, cadence, sections, tags, most, baseline, layout, pictures, thread },
    topics: readTopics(config.topics),
    mute: config.mute.map(parseWords).filter((words) => words !== null),
    least: readLeast(config.least),
    ...{ atOnce: config.atOnce ?? null, atOnceMost: config.atOnceMost ?? null },
    title: config.title ?? null,
    late: { post: config.late.post, limit: readSpan(config.late.limit ?? "") },
    approval: readApproval(config.approval),
    ...{ audience: audienceOf(config), internalSections: house.internalSections },
    balance: config.balance ?? config.internal,
    forum: forumOf(config, platforms),
    places: placesIn(config, platforms),
    ...(Object.keys(asks).length > 0 && { asks }),
  };
  return {
    channel,
    faults: [...quietFaults(quiet), ...sizeFaults(channel, config)],
    warnings: [
      ...warnings,
      ...forumWarnings(config, channel, platforms),
      ...mentionWarnings(channel),
    ],
  };
}

function readSchedule(
  schedule: ChannelConfig["schedule"],
  timeZone: string,
): { lines: readonly CronLine[]; warnings: readonly Remark[] } {
  const lines: CronLine[] = [];
  const warnings: Remark[] = [];
  const listed = typeof schedule === "string" ? [schedule] : schedule;
  for (const [index, written] of listed.entries()) {
    const terms = typeof written === "string" ? { cron: written } : written;
    const reading = readCron(terms.cron, terms.timeZone ?? timeZone);
    // The schema has refused it by now, by the same reading.
    if (!reading.ok) continue;
    lines.push({ ...reading.line, name: terms.name ?? null, most: terms.most ?? null });
    const path = typeof schedule === "string" ? ["schedule"] : ["schedule", index];
    if (reading.warning !== null) warnings.push({ path, says: reading.warning });
  }
  return { lines, warnings };
}

/** Quiet hours as the config has them, with what it leaves out. */
type QuietConfig = Partial<Exclude<ChannelConfig["quiet"], string | readonly unknown[]>> & {
  readonly hours: string;
};

function readQuiet(quiet: ChannelConfig["quiet"], timeZone: string): readonly Quiet[] {
  return (Array.isArray(quiet) ? quiet : [quiet]).flatMap((written) => {
    const terms: QuietConfig = typeof written === "string" ? { hours: written } : written;
    const hours = readHours(terms.hours);
    if (hours === null) return [];
    const days = (terms.days ?? WEEKDAYS).map((day) => WEEKDAYS.indexOf(day));
    const { urgent = "pass" } = terms;
    return [{ ...hours, days, timeZone: terms.timeZone ?? timeZone, urgent }];
  });
}

function readTopics(text: string | undefined): Topic | null {
  const reading = text === undefined ? null : parseTopic(text);
  return reading?.ok === true ? reading.topic : null;
}

function readLeast(least: ChannelConfig["least"]): Least {
  if (typeof least === "number")
    return { briefs: least, slots: PLAIN_TERMS.least.slots, time: null };
  const { briefs, slots, time } = least;
  return { briefs, slots, time: time === undefined ? null : readSpan(time) };
}

function readApproval(approval: ChannelConfig["approval"]): Approval | null {
  if (approval === "none") return null;
  return { after: approval === "required" ? null : readSpan(approval.after ?? "") };
}

function audienceOf(config: ChannelConfig): Audience {
  if (config.public) return "public";
  return config.internal ? "internal" : null;
}

/** Any week is as good as another. */
function quietFaults(quiet: readonly Quiet[]): readonly Remark[] {
  if (!quiet.some(({ from }) => isNeverOver(quiet, createClocks(), from * 60_000))) return [];
  return [{ path: ["quiet"], says: "these quiet hours are never over, so no edition would come" }];
}

function sizeFaults({ least, most, cadence }: Channel, config: ChannelConfig): readonly Remark[] {
  const isObject = typeof config.least === "object";
  const faults: Remark[] =
    least.briefs > most
      ? [
          {
            path: isObject ? ["least", "briefs"] : ["least"],
            says: `an edition has ${most} briefs at most, so it cannot wait for ${least.briefs}`,
          },
        ]
      : [];
  for (const [index, line] of cadence.lines.entries()) {
    if (line.most === null || line.most >= least.briefs) continue;
    faults.push({
      path: ["schedule", index, "most"],
      says: `an edition waits for ${least.briefs} briefs, so it cannot have ${line.most} at most`,
    });
  }
  return faults;
}

/** The tags are those of the first platform with forums that the channel goes to. */
function forumOf(config: ChannelConfig, platforms: readonly PlaceShape[]): ForumTerms | null {
  const places = placesIn(config, platforms);
  const on = platforms.find(({ name, forums }) => forums && places[name] !== undefined)?.name;
  return config.forum === undefined || on === undefined ? null : { on, tags: config.forum };
}

function forumWarnings(
  config: ChannelConfig,
  { forum }: Channel,
  platforms: readonly PlaceShape[],
): readonly Remark[] {
  if (config.forum === undefined || forum !== null) return [];
  const labels = platforms.filter(({ forums }) => forums).map(({ name }) => platformLabel(name));
  const label = labels.join(" or ");
  const says = `these are tags of a ${label} forum, but no ${label} channel is named`;
  return [{ path: ["forum"], says }];
}

/** A flash that waits for its slot is an item of a digest, which mentions nobody. */
function mentionWarnings({ atOnce, asks = {} }: Channel): readonly Remark[] {
  if (atOnce !== null) return [];
  return Object.entries(asks)
    .filter(([, { flashMention }]) => flashMention !== undefined)
    .map(([platform]) => {
      const says = "flashMention mentions nobody: set atOnce, so that a flash goes out at once";
      return { path: [platform, "flashMention"], says };
    });
}
