import { type CopyPlace, CopyPlaceError } from "#desk/port/copy-place.ts";
import { FeedError, type FeedMark, type FeedOrder, type FetchFeed } from "#desk/port/feed.ts";
import type { Ledger } from "#desk/port/ledger.ts";
import type { Log } from "#desk/port/log.ts";
import type { Warnings } from "#desk/warning.ts";

export interface FeedParts {
  readonly feeds: readonly FeedOrder[];
  readonly fetch: FetchFeed;
  readonly place: CopyPlace;
  readonly ledger: Pick<Ledger, "lastSeen">;
  readonly hash: (bytes: Uint8Array) => string;
  /** Milliseconds that pass whatever the clock shows. */
  readonly now: () => number;
  /** From 0 to 1. */
  readonly jitter: () => number;
  /** Whether feeds are this process's to ask for. */
  readonly isOurs: () => boolean;
  readonly warnings: Pick<Warnings, "raise" | "clear">;
  readonly log: Log;
}

/** Brings feeds to where copy lies, each as one file under a name of its own, and does nothing else with them. */
export interface FeedDesk {
  /** Asks for those that are due; one that is being asked for is not asked twice. */
  look(): Promise<void>;
}

interface State {
  readonly feed: FeedOrder;
  dueAt: number;
  failures: number;
  /** Looks in a row at which the last one had not been read. */
  unread: number;
  mark: FeedMark | null;
  isGone: boolean;
  isBusy: boolean;
}

/** A failure that passes by itself is nobody's business. */
const TOLD_AFTER = 3;
const LONGEST_PAUSE = 6 * 60 * 60_000;
/** Milliseconds until it is asked whether the last one has been read. */
const UNREAD_PAUSE = 30_000;
/** Ten minutes: longer than a backlog keeps a file waiting. */
const UNREAD_TOLD_AFTER = 20;

export function createFeedDesk(parts: FeedParts): FeedDesk {
  const states = parts.feeds.map(
    (feed): State => ({
      ...{
        feed,
        dueAt: parts.now(),
        failures: 0,
        unread: 0,
        mark: null,
        isGone: false,
        isBusy: false,
      },
    }),
  );
  return {
    async look() {
      if (!parts.isOurs()) return;
      const due = states.filter(
        ({ dueAt, isGone, isBusy }) => !isGone && !isBusy && dueAt <= parts.now(),
      );
      await Promise.all(due.map((state) => attempt(parts, state)));
    },
  };
}

async function attempt(parts: FeedParts, state: State): Promise<void> {
  const { feed } = state;
  state.isBusy = true;
  try {
    const outcome = await bring(parts, state);
    if (outcome === "unread") putOff(parts, state);
    else succeed(parts, state);
    state.dueAt = parts.now() + (outcome === "unread" ? UNREAD_PAUSE : feed.every);
    parts.log.info("feed asked for", { feed: feed.name, outcome });
  } catch (error) {
    fail(parts, state, error);
  } finally {
    state.isBusy = false;
  }
}

type Outcome = "same" | "put" | "replaced" | "unread";

async function bring(parts: FeedParts, state: State): Promise<Outcome> {
  const { place, hash, ledger } = parts;
  const before = await lying(place, state.feed);
  // Entries that have fallen off the new one would be lost with the old one.
  if (before !== null && (await ledger.lastSeen(before.path))?.contentHash !== hash(before.bytes))
    return "unread";
  // Somebody took the file away: it comes back whole.
  const answer = await parts.fetch(state.feed, before === null ? null : state.mark);
  if (answer.kind === "same") return "same";
  // Another process has it by now.
  if (!parts.isOurs()) return "unread";
  const { bytes, mark } = answer;
  const outcome = await write(parts, state.feed, before, bytes, answer.isJson);
  // Kept once it is written: else the server would say that there is nothing new.
  if (outcome !== "unread") state.mark = mark;
  return outcome;
}

const namesOf = ({ name }: FeedOrder) => [`feed-${name}.xml`, `feed-${name}.json`] as const;

async function lying(place: CopyPlace, feed: FeedOrder) {
  const [xml, json] = namesOf(feed);
  return (await place.find(xml)) ?? (await place.find(json));
}

async function write(
  { place, hash }: FeedParts,
  feed: FeedOrder,
  before: Awaited<ReturnType<typeof lying>>,
  bytes: Uint8Array,
  isJson: boolean,
): Promise<Outcome> {
  if (before === null) {
    const name = namesOf(feed)[isJson ? 1 : 0];
    await place.put(name, bytes, async (path) => path !== name);
    return "put";
  }
  if (hash(before.bytes) === hash(bytes)) return "same";
  // It was changed by somebody at this moment: theirs is read first.
  return (await place.replace(before, bytes)) ? "replaced" : "unread";
}

const subjectOf = ({ name }: FeedOrder) => `feed ${name}` as const;

function succeed({ warnings }: FeedParts, state: State): void {
  state.failures = 0;
  state.unread = 0;
  warnings.clear(subjectOf(state.feed), `The feed ${state.feed.name} comes again.`);
}

/** A file that cannot be read would keep its feed away without a word. */
function putOff({ warnings }: FeedParts, state: State): void {
  state.unread += 1;
  if (state.unread < UNREAD_TOLD_AFTER) return;
  const { name } = state.feed;
  const says = `The feed ${name} is not asked for: its last file, feed-${name}, has not been read yet. See whether it is in quarantine, or take it away.`;
  warnings.raise(subjectOf(state.feed), says);
}

function fail(parts: FeedParts, state: State, error: unknown): void {
  const { warnings, log, now, jitter } = parts;
  const { feed } = state;
  // It was broken off: nothing is wrong with it.
  if (!parts.isOurs()) return;
  state.failures += 1;
  const code = error instanceof FeedError ? error.code : null;
  const isKnown = error instanceof FeedError || error instanceof CopyPlaceError;
  const why = isKnown ? error.message : "it could not be brought; the log says why";
  log.warn("feed not brought", { feed: feed.name, why, ...(isKnown ? {} : { error }) });
  state.isGone = code === "gone";
  const asked = error instanceof FeedError ? (error.retryAfter ?? 0) : 0;
  const longest = Math.max(LONGEST_PAUSE, feed.every);
  const pause = Math.min(feed.every * 2 ** state.failures, longest) * (0.75 + jitter() / 4);
  state.dueAt = now() + Math.max(pause, asked);
  if (code !== "gone" && code !== "refused" && state.failures < TOLD_AFTER) return;
  const ends = state.isGone ? "It is not asked for again before the next start." : "";
  warnings.raise(subjectOf(feed), `The feed ${feed.name} does not come: ${why}. ${ends}`.trim());
}
