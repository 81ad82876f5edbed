import type { Instant } from "#core/article/instant.ts";
import { count, duration } from "#core/message/say.ts";
import { type Connected, isLost } from "./connected.ts";
import { keepFor } from "./keep-for.ts";
import type { OutboxGauge } from "./port/gauges.ts";
import type { WaitingFiles } from "./port/watch.ts";

/** What is looked at, each by itself. */
export const PARTS = [
  "store",
  "couriers",
  "copy",
  "outbox",
  "rounds",
  "clock",
  "disk",
  "loop",
] as const;
export type PartName = (typeof PARTS)[number];

/** How a part stands, as a sentence for whoever runs the bot. */
export interface PartState {
  readonly ok: boolean;
  readonly says: string;
}

/** Whether the bot does its work at this moment. */
export interface Readiness {
  readonly ready: boolean;
  readonly parts: Readonly<Record<PartName, PartState>>;
}

/** What readiness is told by. Lengths of time are in milliseconds. */
export interface Vitals {
  readonly now: Instant;
  /** The outbox, as the store that takes writes has it; or what is wrong with the store, as a sentence. */
  readonly store: OutboxGauge | string;
  /** Of the platforms that this process was to connect to. */
  readonly links: ReadonlyMap<string, Connected>;
  readonly files: WaitingFiles;
  /** What is wrong with the place where copy lies; `null`: nothing. */
  readonly copyTrouble: string | null;
  /** When the last round began; `null`: none has, since what was there at the start is taken in first. */
  readonly roundAt: Instant | null;
  /** By how much the clock of the machine was put ahead; 0 where it is believed. */
  readonly clockAhead: number;
  /** Bytes; `null` where nobody can tell. */
  readonly room: number | null;
  /** The longest that the event loop was late in the last minute. */
  readonly loopLag: number;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
/** What reading a file may take, tried anew once. */
const LONGEST_FILE = 10 * MINUTE;
/** A thousand posts in a channel of Slack's take a quarter of an hour. */
const LONGEST_POST = 30 * MINUTE;
/** A round begins each minute, but none during another one. */
const LONGEST_ROUND = 10 * MINUTE;
const LEAST_ROOM = 100_000_000;
/** Slack gives three seconds to answer a command. */
const LONGEST_LAG = 2 * SECOND;

export function readinessOf(vitals: Vitals): Readiness {
  const parts = {
    store: storeState(vitals),
    couriers: courierState(vitals),
    copy: copyState(vitals),
    outbox: outboxState(vitals),
    rounds: roundState(vitals),
    clock: clockState(vitals),
    disk: diskState(vitals),
    loop: loopState(vitals),
  };
  return { ready: Object.values(parts).every(({ ok }) => ok), parts };
}

const well = (says: string): PartState => ({ ok: true, says });
const ill = (says: string): PartState => ({ ok: false, says });

function storeState({ store }: Vitals): PartState {
  return typeof store === "string" ? ill(store) : well("It answers, and takes writes.");
}

function courierState({ links, now }: Vitals): PartState {
  if (links.size === 0) return well("No platform is connected here.");
  const says = `${[...links].map(([platform, link]) => linkSaid(platform, link, now)).join("; ")}.`;
  return [...links.values()].some((link) => isLost(link, now)) ? ill(says) : well(says);
}

function linkSaid(platform: string, { state, lostSince }: Connected, now: Instant): string {
  if (lostSince === null) return `${platform} is connected`;
  const lost = `${platform} is not connected, for ${duration(now - lostSince)}`;
  return state.kind === "failed" ? `${lost} (${state.reason})` : lost;
}

function copyState({ files, copyTrouble }: Vitals): PartState {
  if (copyTrouble !== null) return ill(copyTrouble);
  if (files.files === 0) return well("No file waits.");
  const says = `${count(files.files, "file")} ${files.files === 1 ? "waits" : "wait"}, the first for ${duration(files.longest)}.`;
  return files.longest > LONGEST_FILE ? ill(says) : well(says);
}

function outboxState({ store, now }: Vitals): PartState {
  if (typeof store === "string") return ill("The store does not say.");
  const { waiting, oldest, oldestUntried } = store;
  if (oldest === null) return well("Nothing waits.");
  const says = `${count(waiting, "message")} ${waiting === 1 ? "waits" : "wait"}, the oldest for ${duration(Math.max(0, now - oldest))}.`;
  return isLong(oldestUntried, now, LONGEST_POST) ? ill(says) : well(says);
}

function roundState({ roundAt, now }: Vitals): PartState {
  if (roundAt === null) return ill("What was there at the start is still being taken in.");
  const says = `The last one began ${duration(Math.max(0, now - roundAt))} ago.`;
  return isLong(roundAt, now, LONGEST_ROUND) ? ill(says) : well(says);
}

function clockState({ clockAhead }: Vitals): PartState {
  if (clockAhead === 0) return well("It is believed.");
  return ill(
    `It was put ahead by ${duration(clockAhead)}: copy under embargo waits as if it had not been.`,
  );
}

function diskState({ room }: Vitals): PartState {
  if (room === null) return well("Nobody can tell how much room there is.");
  const says = `${Math.floor(room / 1_000_000)} MB are free where the data folder is.`;
  return room < LEAST_ROOM ? ill(says) : well(says);
}

function loopState({ loopLag }: Vitals): PartState {
  const says = `At most ${Math.round(loopLag)} ms late in the last minute.`;
  return loopLag > LONGEST_LAG ? ill(says) : well(says);
}

/** A clock that was put back makes nothing late. */
function isLong(since: Instant | null, now: Instant, longest: number): boolean {
  return since !== null && now - since > longest;
}

/** What one look found. */
export interface Look {
  readonly vitals: Vitals;
  readonly readiness: Readiness;
}

/** Says whether the bot does its work, to whoever asks however often. */
export interface HealthDesk {
  readiness(): Promise<Readiness>;
  /** The same, with what it is told by. */
  look(): Promise<Look>;
}

export interface HealthParts {
  /** Looks at everything but the store. */
  readonly vitals: () => Promise<Omit<Vitals, "store">>;
  /** Has the store take a write, and asks it for the outbox; or says what is known to be wrong with it. */
  readonly askStore: () => Promise<OutboxGauge | string>;
  /** What a failure of the store is, as a sentence. */
  readonly faultOf: (error: unknown) => string;
  /** Milliseconds that only ever go on. */
  readonly elapsed: () => number;
  /** Waits, in milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** Milliseconds for which what was found is told again: a probe each second, or a thousand, cost one look. */
const KEPT = 5 * SECOND;
/** Milliseconds that the store may take: it has its writers come one after the other. */
const LONGEST_ANSWER = 5 * SECOND;
const NO_ANSWER = `It has not answered within ${LONGEST_ANSWER / SECOND} seconds.`;

export function createHealthDesk(parts: HealthParts): HealthDesk {
  const { vitals, elapsed } = parts;
  const askStore = askedOnce(parts);
  const look = keepFor(KEPT, elapsed, async () => {
    const [store, rest] = await Promise.all([askStore(), vitals()]);
    const all = { ...rest, store };
    return { vitals: all, readiness: readinessOf(all) };
  });
  return { look, readiness: async () => (await look()).readiness };
}

/** A store that hangs is not asked once more before it has answered. */
function askedOnce({ askStore, faultOf, wait }: HealthParts): () => Promise<OutboxGauge | string> {
  let asked: Promise<OutboxGauge | string> | null = null;
  return () => {
    asked ??= askStore()
      .catch((error: unknown) => faultOf(error))
      .finally(() => {
        asked = null;
      });
    return Promise.race([asked, wait(LONGEST_ANSWER).then(() => NO_ANSWER)]);
  };
}
