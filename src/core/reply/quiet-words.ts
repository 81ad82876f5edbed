/** Hours in which somebody wants to hear nothing: minutes of the day. */
export interface QuietWords {
  readonly from: number;
  readonly to: number;
}

// Reads: 22-7 · 22:00-06:30 · 22h to 7h · 10pm-7am
const HOURS = /^(?<from>[\d:.]+\s*(?:h|am|pm)?)\s*(?:-|–|to)\s*(?<to>[\d:.]+\s*(?:h|am|pm)?)$/u;
const TIME = /^(?<hour>\d{1,2})(?:[:.](?<minute>\d{2}))?\s*(?<half>h|am|pm)?$/u;

/** Reads quiet hours as people write them; `none` where nothing is to be quiet, `null` for what is no hours. */
export function readQuietWords(text: string): QuietWords | "none" | null {
  const written = text.trim().toLowerCase();
  if (/^(?:off|none|no|never)$/u.test(written)) return "none";
  const groups = HOURS.exec(written)?.groups;
  const from = minuteOf(groups?.from ?? "");
  const to = minuteOf(groups?.to ?? "");
  return from === null || to === null || from === to ? null : { from, to };
}

/** `07:00` */
export function clockTime(minute: number): string {
  const [hours, minutes] = [Math.floor(minute / 60), minute % 60];
  return [hours, minutes].map((part) => String(part).padStart(2, "0")).join(":");
}

function minuteOf(text: string): number | null {
  const groups = TIME.exec(text.trim())?.groups;
  if (groups === undefined) return null;
  const { hour = "", minute = "0", half } = groups;
  const said = Number(hour);
  if ((half === "am" || half === "pm") && (said < 1 || said > 12)) return null;
  const hours = half === "am" || half === "pm" ? (said % 12) + (half === "pm" ? 12 : 0) : said;
  return hours > 24 || Number(minute) > 59 ? null : (hours % 24) * 60 + Number(minute);
}
