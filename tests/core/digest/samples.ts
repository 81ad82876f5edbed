import type { Cadence } from "#core/digest/cadence.ts";
import type { CronLine } from "#core/digest/cron-line.ts";
import type { Quiet } from "#core/digest/quiet.ts";
import { readCron } from "#edge/config/cron.ts";

export const HOUR = 3_600_000;

export const at = (iso: string) => Date.parse(iso);
export const iso = (instant: number) => new Date(instant).toISOString().slice(0, 16);

export function line(cron: string, timeZone: string, fields: Partial<CronLine> = {}): CronLine {
  const reading = readCron(cron, timeZone);
  if (!reading.ok) throw new TypeError(reading.says);
  return { ...reading.line, ...fields };
}

/** A cadence of these cron lines, all in one zone, without quiet hours and pause. */
export function cadence(
  crons: string | readonly string[],
  timeZone: string,
  fields: Partial<Cadence> = {},
): Cadence {
  const lines = [crons].flat().map((cron) => line(cron, timeZone));
  return { lines, timeZone, quiet: [], pauseUntil: null, ...fields };
}

/** Quiet from one hour to another, every day unless days are given. */
export function quietHours(
  from: number,
  to: number,
  timeZone: string,
  fields: Partial<Quiet> = {},
): Quiet {
  const days = [0, 1, 2, 3, 4, 5, 6];
  return { from: from * 60, to: to * 60, days, timeZone, urgent: "pass", ...fields };
}
