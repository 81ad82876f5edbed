import { type Logger, LogLevel } from "@slack/bolt";
import type { Log } from "#desk/port/log.ts";

/**
 * Lets the SDK log through ours; its own logger would print into the terminal.
 *
 * Its debug lines are dropped, because they hold whole requests, with what readers typed. Its
 * failures are news for us only in detail, since we report each of them ourselves: so they are
 * warnings here.
 */
export function boltLogger(log: Log): Logger {
  const say =
    (level: "debug" | "warn") =>
    (...parts: readonly unknown[]) => {
      log[level]("slack sdk", { says: parts.map(String).join(" ") });
    };
  return {
    debug: () => undefined,
    info: say("debug"),
    warn: say("warn"),
    error: say("warn"),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  };
}
