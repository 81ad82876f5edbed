/**
 * A button's `custom_id` holds the line that it asks, so that it works after a restart as it did
 * before: `ask:quotes a1b2c3`. It must be unique in its message, so a line that comes again is
 * numbered before the colon: `ask2:quotes a1b2c3`.
 */
export function askId(line: string, time: number): string {
  return `ask${time > 1 ? time : ""}:${line}`;
}

/** A menu's `custom_id`; its choices hold the lines. */
export function menuId(time: number): string {
  return `menu:${time}`;
}

/** The line that a button asks; `null` for a button that is not ours. */
export function askedBy(customId: string): string | null {
  return /^ask\d*:(?<line>[\s\S]*)$/u.exec(customId)?.groups?.line ?? null;
}
