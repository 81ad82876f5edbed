/**
 * Lines of an order's entry that may have terms of their own, as the config file has them: cron lines of a schedule
 * (`{ cron, name, timeZone, most }`) and quiet hours (`{ hours, days, urgent }`). Whoever types a schedule or hours types the
 * lines alone.
 */
export function linesIn(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** A line as somebody types it; an empty text for what is none. */
export function lineText(line: unknown): string {
  if (typeof line === "string" || typeof line === "number") return String(line);
  if (typeof line !== "object" || line === null) return "";
  if ("cron" in line) return lineText(line.cron);
  return "hours" in line ? lineText(line.hours) : "";
}

/** Whether one of them has terms that nobody sees who sees the lines alone. */
export function haveTerms(value: unknown): boolean {
  return linesIn(value).some((line) => typeof line === "object" && line !== null);
}

/** Lines that were typed, each with the terms that the same line had before; one without terms stands alone. */
export function withTerms(typed: readonly string[], before: unknown): unknown {
  const had = linesIn(before).filter((line) => typeof line !== "string");
  const lines = typed.map((line) => {
    const index = had.findIndex((one) => folded(lineText(one)) === folded(line));
    // Two lines may be the same but for their time zones: each is one of them.
    return index < 0 ? line : had.splice(index, 1)[0];
  });
  const [only] = lines;
  return lines.length === 1 && typeof only === "string" ? only : lines;
}

function folded(line: string): string {
  return line.trim().toLowerCase().replace(/\s+/gu, " ");
}
