import type { Log } from "#desk/port/log.ts";
import { createInbox, type Inbox } from "./inbox.ts";

export interface LogLine {
  readonly level: "debug" | "info" | "warn" | "error";
  readonly event: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** A log whose lines can be read and awaited. */
export function createLogInbox(): { readonly log: Log; readonly lines: Inbox<LogLine> } {
  const lines = createInbox<LogLine>();
  const write =
    (level: LogLine["level"]) =>
    (event: string, fields: Readonly<Record<string, unknown>> = {}) =>
      lines.put({ level, event, fields });
  return {
    lines,
    log: { debug: write("debug"), info: write("info"), warn: write("warn"), error: write("error") },
  };
}

/** For tests that do not look at the log. */
export const silentLog: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
