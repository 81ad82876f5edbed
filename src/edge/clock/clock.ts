import { createTask, type Logger, type ScheduledTask } from "node-cron";
import type { Alarm, Clock, Log, Ticker } from "#desk/port.ts";

/** The clock of this machine. */
export const systemClock: Clock = { now: () => Date.now() };

/**
 * Beats at the start of every minute. The tick only wakes the desk: which slots are due is decided
 * by the store, so a tick that comes late, twice or not at all loses and doubles nothing. A tick
 * during one that is still at work is left out.
 */
export function minuteTicker(log: Log): Ticker {
  let task: ScheduledTask | null = null;
  return {
    start(onTick) {
      task = createTask("* * * * *", onTick, {
        name: "copydesk",
        noOverlap: true,
        suppressMissedWarning: true,
        logger: cronLogger(log),
      });
      task.on("execution:failed", ({ execution }) => {
        log.error("tick failed", { error: execution?.error });
      });
      void task.start();
    },
    async stop() {
      await task?.destroy();
      task = null;
    },
  };
}

function cronLogger(log: Log): Logger {
  return {
    info: (message) => log.debug("cron", { message }),
    warn: (message) => log.warn("cron", { message }),
    error: (message, error) => log.error("cron", { message: String(message), error }),
    debug: (message) => log.debug("cron", { message: String(message) }),
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
