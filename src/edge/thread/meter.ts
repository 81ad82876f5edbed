/** How often a thread at work is looked at, in milliseconds. */
export const LOOK_EVERY = 250;

/** What may be spent on one piece of work. */
export interface Allowance {
  /** Processor time, in milliseconds. */
  readonly patience: number;
  /** Looks in a row at which the thread waits, without using the processor, before it counts as stuck. */
  readonly idleLooks: number;
}

/**
 * What one look at a thread saw: the milliseconds of processor time that the system has given it since it
 * began; `untold` where the system counts none; `unanswered` when the thread is deep in one call and
 * the answer has not come since the last look.
 */
export type Look = number | "untold" | "unanswered";

/** What a piece of work has cost so far. */
export interface Meter {
  /** Processor time of the thread when the work began, in milliseconds. */
  readonly since: number;
  /** The last that was told of it. */
  readonly last: number;
  readonly idle: number;
  /** Looks that told nothing, where the system counts no processor time. */
  readonly untold: number;
}

export function startMeter(since: number): Meter {
  return { since, last: since, idle: 0, untold: 0 };
}

/** Less than this between two looks is no work, in milliseconds: answering them takes some. */
const AT_WORK = 1;
/** Where no processor time is told, looks are counted, and this much more is allowed: much of it may be waiting. */
const IN_DOUBT = 10;

/** What the meter says after one look more. */
export function readMeter(meter: Meter, look: Look): Meter {
  if (look === "untold") return { ...meter, untold: meter.untold + 1 };
  if (look === "unanswered") return { ...meter, idle: meter.idle + 1 };
  const idle = look - meter.last < AT_WORK ? meter.idle + 1 : 0;
  return { ...meter, idle, last: look };
}

/**
 * Says whether the work is to be ended, and why; `null` while it may go on.
 *
 * Nothing here is a clock: a machine that is overbooked, stopped or asleep gives fewer looks and no
 * processor time, and so costs the work nothing.
 */
export function verdictOf(
  { since, last, idle, untold }: Meter,
  { patience, idleLooks }: Allowance,
): "too-slow" | "stuck" | null {
  if (last - since > patience) return "too-slow";
  if (untold * LOOK_EVERY > patience * IN_DOUBT) return "too-slow";
  return idle >= idleLooks ? "stuck" : null;
}
