import { nextSlots } from "#core/digest/cadence.ts";
import type { Filed } from "#core/digest/edition.ts";
import { subjectOf } from "#core/digest/topic-match.ts";
import { judgeOnce } from "#core/digest/verdict.ts";
import { type Clocks, createClocks } from "#core/digest/wall-clock.ts";
import { type Carriers, NOBODY } from "./announcer.ts";
import type { Intake } from "./intake.ts";
import type { JudgingDesk } from "./judging.ts";
import { createLeftToOthers, type Left } from "./left.ts";
import type { Outcome } from "./outcome.ts";
import type { Clock } from "./port/clock.ts";
import type { Ledger } from "./port/ledger.ts";
import type { Log } from "./port/log.ts";
import type { Watch, WatchHandlers } from "./port/watch.ts";
import { hurry, type RoundParts } from "./round.ts";
import type { Share } from "./share.ts";

export interface LookParts extends RoundParts {
  readonly intake: Intake;
  readonly ledger: Pick<Ledger, "stamps" | "quarantined">;
  readonly clock: Clock;
  readonly watch: Watch;
  /** What of the work is this process's own at this moment. */
  readonly share: () => Share;
  /** Left out: there is no language model. */
  readonly judging?: Pick<JudgingDesk, "want">;
}

/** The watch at work. */
export interface Look {
  readonly handlers: WatchHandlers;
  /** Files that were known before and have not been handed over since. */
  readonly known: ReadonlySet<string>;
  /** From now on what is urgent goes out as it comes. */
  lookIsThrough(): void;
  /** Deals with what was left to others and is this process's own by now, as far as they have not dealt with it. */
  takeOver(): Promise<void>;
}

/** A file that could not be dealt with must not stop the others; the watch tries it again by and by. */
export async function watchHandlers(parts: LookParts): Promise<Look> {
  const { intake, announcer, clock, log } = parts;
  const stamps = await parts.ledger.stamps();
  const known = new Set(stamps.keys());
  const clocks = createClocks();
  const mayTell = spaced(parts.clock);
  let looking = true;
  const left = createLeftToOthers(() => parts.ledger.stamps());
  const deal = async (
    path: string,
    seen: Left,
    work: () => Promise<readonly Outcome[]>,
    waited?: number,
  ): Promise<void> => {
    if (!parts.share().hasFile(path)) {
      left.note(path, seen);
      return;
    }
    known.delete(path);
    const began = clock.now();
    try {
      const outcomes = await work();
      left.done(path);
      const took = Math.max(0, clock.now() - began);
      for (const outcome of outcomes) {
        log.debug("file", { ...whereIs(outcome), outcome: outcome.kind });
        if (outcome.kind === "filed") {
          warnOfFaults(log, outcome);
          parts.judging?.want(outcome, looking);
        }
        announcer.tookIn(
          outcome,
          outcome.kind === "filed" ? carriersOf(parts, outcome, clocks) : NOBODY,
          ...(waited === undefined ? [] : [waited + took]),
        );
      }
      // A first edition chooses among all that is there: during the first look nothing is hurried.
      if (!looking) await hurry(parts, outcomes, mayTell);
    } catch (error) {
      log.error("file failed", { path, error });
      announcer.trouble(path, error);
      throw error;
    }
  };
  const handlers: WatchHandlers = {
    onFound: (files, created) => announcer.found(files, created),
    onFile: (file, waited) =>
      deal(file.path, { stamp: file.stamp, isGone: false }, () => intake.take(file), waited),
    onUnreadable: (path, reason) =>
      deal(path, { stamp: null, isGone: false }, async () => [await intake.refuse(path, reason)]),
    onGone: (path) => deal(path, { stamp: null, isGone: true }, () => intake.gone(path)),
    known: (path) => stamps.get(path) ?? null,
    knownPaths: () => stamps.keys(),
  };
  const lookIsThrough = () => {
    looking = false;
  };
  const takeOver = async () => {
    for (const [path, { isGone }] of await left.fallen((each) => parts.share().hasFile(each))) {
      // The watch has told that it is gone, and would not tell it once more. Of a failure it is told already; it stays left.
      if (isGone) await handlers.onGone(path).catch(() => undefined);
      else {
        left.done(path);
        parts.watch.again(path);
      }
    }
  };
  return { handlers, known, lookIsThrough, takeOver };
}

/** Says which promises the first draft of a brief broke, so that it is but headline and lede; never in its words. */
function warnOfFaults(log: Log, filed: Outcome & { readonly kind: "filed" }): void {
  const { faults = [] } = filed.brief;
  if (faults.length === 0) return;
  log.warn("brief not proven", { ...whereIs(filed), faults: faults.map(({ kind }) => kind) });
}

/** The story's own path, and its article, where it is one: it may be known by another path. */
function whereIs(outcome: Outcome): Readonly<Record<string, string>> {
  if (outcome.kind === "filed") return { path: outcome.article.path, trace: outcome.article.id };
  const { path } = outcome;
  return outcome.kind === "held" ? { path, trace: outcome.id } : { path };
}

/** Admins hear of one file at once, and of a hundred that are deleted together in a few messages: the next round tells the rest. */
const TELL_SPACE_MS = 10_000;

function spaced(clock: Clock): () => boolean {
  let last = Number.NEGATIVE_INFINITY;
  return () => {
    const now = clock.now();
    // A clock that was set back starts anew.
    if (now >= last && now - last < TELL_SPACE_MS) return false;
    last = now;
    return true;
  };
}

/** Channels that are named when an article comes in, or when the bot is ready; of the others it is said how many there are. */
const MOST_NAMED = 8;

function carriersOf(parts: LookParts, filed: Filed, clocks: Clocks): Carriers {
  const channels = parts.channels().filter(judgeOnce(subjectOf(filed)));
  return nextOf({ ...parts, channels: () => channels }, clocks);
}

/** The next slots of the channels, as far as they are named. */
export function nextOf(
  { channels, clock }: Pick<LookParts, "channels" | "clock">,
  clocks: Clocks = createClocks(),
): Carriers {
  const all = channels();
  const named = all.slice(0, MOST_NAMED).map(({ name, cadence }) => ({
    channel: name,
    at: nextSlots(cadence, clock.now(), 1, clocks)[0] ?? null,
    timeZone: cadence.timeZone,
  }));
  return { named, more: all.length - named.length };
}
