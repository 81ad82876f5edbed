import { uptime } from "node:os";
import type { Instant } from "#core/article/instant.ts";
import { believe, type Reading, type Started, sureMoment } from "#core/article/sure-moment.ts";
import type { Alarm } from "#desk/port/alarm.ts";
import type { Clock } from "#desk/port/clock.ts";
import type { Log } from "#desk/port/log.ts";
import type { Ticker } from "#desk/port/ticker.ts";

/**
 * The clock of this machine. `now` is the moment that has come for sure, by which copy is shown: where
 * the clock jumps ahead of the time that has passed, it stays behind until that is over, or the process
 * is started anew. After a sleep it is right at once.
 */
export interface MachineClock extends Clock {
  /** What the clock shows, right or wrong: schedules go by it. */
  shown(): Instant;
  /** Milliseconds that it shows more than has come for sure; 0 where it is believed. */
  ahead(): number;
}

export function createClock(read: () => Reading = machineReader()): MachineClock {
  let started: Started | null = null;
  const look = () => {
    const reading = read();
    started = believe(started, reading);
    return { shown: reading.shown, sure: sureMoment(started, reading) };
  };
  return {
    now: () => look().sure,
    shown: () => look().shown,
    ahead: () => {
      const { shown, sure } = look();
      return shown - sure;
    },
  };
}

/**
 * Reads this machine. Where its system does not tell how long it has run, what this process has run counts,
 * which leaves out sleep. The clock is read first: whatever comes between makes it less to be doubted.
 */
function machineReader(): () => Reading {
  const begun = uptime() * 1_000 - performance.now();
  return () => {
    const shown = Date.now();
    return { shown, ran: Math.max(uptime() * 1_000, begun + performance.now()) };
  };
}

/** Milliseconds between two looks at the clock: so soon a clock that was put forward or back is seen. */
const LOOK = 5_000;
const MINUTE = 60_000;

/**
 * Beats whenever the clock shows another minute, be it an earlier one. The tick only wakes the desk: which
 * slots are due is decided by the store, so a tick that comes late, twice or not at all loses and doubles
 * nothing. A tick during one that is still at work is left out.
 */
export function minuteTicker(log: Log): Ticker {
  let timer: NodeJS.Timeout | undefined;
  let minute = 0;
  let working = false;
  let again = false;
  let beat = () => {};
  const work = async (onTick: () => Promise<void>) => {
    working = true;
    again = false;
    try {
      await onTick();
    } catch (error) {
      log.error("tick failed", { error });
    } finally {
      working = false;
    }
    if (again) beat();
  };
  const look = (onTick: () => Promise<void>) => {
    const now = Date.now();
    const shown = Math.floor(now / MINUTE);
    if (shown !== minute && !working) void work(onTick);
    minute = shown;
    timer = setTimeout(() => look(onTick), Math.min(LOOK, (shown + 1) * MINUTE - now));
  };
  return {
    start(onTick) {
      minute = Math.floor(Date.now() / MINUTE);
      beat = () => void work(onTick);
      look(onTick);
    },
    beat() {
      if (working) again = true;
      else beat();
    },
    async stop() {
      beat = () => {};
      clearTimeout(timer);
    },
  };
}

/** The longest wait that a timer of JavaScript can hold: 24.8 days. */
const LONGEST_WAIT = 2 ** 31 - 1;

/** An alarm that does not keep the process alive by itself. */
export function systemAlarm(clock: Clock): Alarm {
  let timer: NodeJS.Timeout | undefined;
  return {
    set(at, onRing) {
      clearTimeout(timer);
      const wait = Math.min(LONGEST_WAIT, Math.max(0, at - clock.now()));
      timer = setTimeout(onRing, wait).unref();
    },
    clear: () => clearTimeout(timer),
  };
}
