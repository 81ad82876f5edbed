// Reads: 8:00 · 08:30
const TIME = /(?<hour>\d{1,2})[:.](?<minute>\d{2})/gu;
// Reads: 08:00 · 08:00, 13:00 and 18:30 · weekdays at 07:00 · 09:00 on weekends · daily 8:00
const TIMES =
  /^(?:(?<before>daily|every day|weekdays|weekends|mon(?:day)?s?-fri(?:day)?s?)\s+)?(?:at\s+)?\d{1,2}[:.]\d{2}(?:\s*(?:,|;|and|&|\s)\s*\d{1,2}[:.]\d{2})*(?:\s+(?:on\s+)?(?<after>daily|every day|weekdays|weekends|mon(?:day)?s?-fri(?:day)?s?))?$/u;

const DAYS: Readonly<Record<string, string>> = { weekends: "0,6", daily: "*", "every day": "*" };

/**
 * Reads when something is due as people write it: `08:00, 13:00`, `weekdays at 07:30`, or as cron
 * lines with a semicolon between them.
 *
 * @returns cron lines; what is no time of day is taken for a cron line, to be refused by its own rules
 */
export function readSchedule(text: string): readonly string[] {
  const written = text.trim().toLowerCase().replace(/\s+/gu, " ");
  const groups = TIMES.exec(written)?.groups;
  if (groups === undefined) {
    return text
      .split(";")
      .map((line) => line.trim())
      .filter((line) => line !== "");
  }
  const days = groups.before ?? groups.after ?? "daily";
  const hours = new Map<number, number[]>();
  for (const { groups: time } of written.matchAll(TIME)) {
    const minute = Number(time?.minute);
    hours.set(minute, [...(hours.get(minute) ?? []), Number(time?.hour)]);
  }
  return [...hours].map(
    ([minute, all]) => `${minute} ${[...new Set(all)].join(",")} * * ${DAYS[days] ?? "1-5"}`,
  );
}
