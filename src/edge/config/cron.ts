import { parse, validateDetailed } from "node-cron";
import { nextSlots } from "#core/digest/cadence.ts";
import type { CronLine } from "#core/digest/cron-line.ts";

/** A cron line, read; or what is wrong with it. */
export type CronReading =
  | { readonly ok: true; readonly line: CronLine; readonly warning: string | null }
  | { readonly ok: false; readonly says: string };

/** Thousands of channels have their editions by a few lines: what was read of one is shared by all. */
const known = new Map<string, CronReading>();
const MOST_KNOWN = 2_000;

/** Reads a cron line of five fields by node-cron's grammar; it has no name and no size of its own. */
export function readCron(cron: string, timeZone: string): CronReading {
  const key = `${timeZone} ${cron}`;
  const reading = known.get(key) ?? newReading(cron, timeZone);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, reading);
  return reading;
}

function newReading(cron: string, timeZone: string): CronReading {
  const fields = cron.trim().split(/\s+/);
  if (fields.length !== 5) {
    return {
      ok: false,
      says: `“${cron}” has ${fields.length} fields; a cron line has five: minute, hour, day of month, month, day of week, such as "0 8 * * 1-5"`,
    };
  }
  const { valid, errors } = validateDetailed(cron);
  if (!valid) {
    const what = errors.map(({ field, value }) => faultOf(field, String(value))).join("; ");
    return { ok: false, says: `“${cron}” is no cron line (${what})` };
  }
  const { minute, hour, dayOfMonth, month, dayOfWeek } = parse(cron);
  const days = numbers(dayOfMonth);
  const weekdays = numbers(dayOfWeek);
  if (days === null || weekdays === null) {
    return { ok: false, says: `“${cron}” uses L, W or #, which a digest cannot follow` };
  }
  const line: CronLine = {
    ...{ cron: cron.trim(), name: null, timeZone, most: null },
    minutes: inOrder(minute),
    hours: inOrder(hour),
    daysOfMonth: inOrder(days),
    months: inOrder(month),
    daysOfWeek: inOrder(weekdays.map((day) => day % 7)),
  };
  if (isNever(line)) {
    return { ok: false, says: `“${cron}” never comes due: there is no such day` };
  }
  return { ok: true, line, warning: bothDaysWarning(fields) };
}

/** What may stand in a field, by node-cron's name of it. */
const FIELDS: ReadonlyMap<string, string> = new Map([
  ["minute", "minute: “%” is not within 0 to 59"],
  ["hour", "hour: “%” is not within 0 to 23"],
  ["dayOfMonth", "day of month: “%” is not within 1 to 31"],
  ["month", "month: “%” is not within 1 to 12, and no name such as jan"],
  ["dayOfWeek", "day of week: “%” is not within 0 to 7, and no name such as mon"],
]);

function faultOf(field: string, value: string): string {
  return (
    FIELDS.get(field)?.replace("%", () => value) ?? "it may have digits, * / , - and names alone"
  );
}

/** Years repeat their weekdays and leap days, so what never came due in the 1970s never will. */
function isNever(line: CronLine): boolean {
  const cadence = { lines: [line], timeZone: line.timeZone, quiet: [], pauseUntil: null };
  return nextSlots(cadence, 0, 1).length === 0;
}

function numbers(values: readonly (number | string)[]): readonly number[] | null {
  const read = values.map(Number);
  return read.every((value) => Number.isInteger(value)) ? read : null;
}

function inOrder(values: readonly number[]): readonly number[] {
  return [...new Set(values)].sort((a, b) => a - b);
}

/** Vixie cron takes either day, node-cron takes both: people mean the first and get the second. */
function bothDaysWarning([, , dayOfMonth, , dayOfWeek]: readonly string[]): string | null {
  if (dayOfMonth === "*" || dayOfWeek === "*") return null;
  return "day of month and day of week are both set: a slot comes only when both match; for either of them, write two lines";
}
