import { readFileSync } from "node:fs";
import { z } from "zod";
import { WINDOW } from "#core/story/window.ts";
import type { Report } from "#tests/core/story/filing.ts";

const Line = z.object({
  id: z.string(),
  /** The event that it is about. */
  story: z.string(),
  date: z.string(),
  title: z.string().nullish(),
  text: z.string(),
  source: z.string().nullish(),
  url: z.string().nullish(),
});

/** A report of an outside set with the event that it is about. */
export interface Labelled {
  readonly story: string;
  readonly report: Report & { readonly at: string };
}

/** Reads a set of lines `{"id", "story", "date", "title"?, "text", "source"?, "url"?}`. */
export function readStorySet(file: string): readonly Labelled[] {
  const lines = readFileSync(file, "utf8").trim().split("\n");
  return lines.map((line) => {
    const { id, story, date, title, text, source, url } = Line.parse(JSON.parse(line));
    const at = new Date(Date.parse(date)).toISOString();
    const filed = source ?? siteOf(url ?? "");
    return { story, report: { id, at, title: title ?? null, body: text, source: filed } };
  });
}

// Reads: "http://web.archive.org/web/20151030223013/http://www.tarnpost.com:80/fire/133"
const ARCHIVED = /^https?:\/\/web\.archive\.org\/web\/[^/]+\//u;

/** A site stands for who filed it; where an archive keeps the page, the site that it was taken from. */
export function siteOf(url: string): string | null {
  const printed = url.replace(ARCHIVED, "");
  return /^(?:https?:\/\/)?(?:www\.)?(?<site>[^/:]+\.[^/:]+)/u.exec(printed)?.groups?.site ?? null;
}

const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 1);
const DAYS = 10;

/**
 * The same reports as if all events had fallen into ten days, so that look-alikes stand side by side. What lies
 * between the reports of an event stays; after a pause longer than the window it begins anew.
 */
export function inTenDays(reports: readonly Labelled[], days = DAYS): readonly Labelled[] {
  const moved: Labelled[] = [];
  for (const [story, of] of Map.groupBy(reports, (one) => one.story)) {
    let [part, first, last] = [0, 0, Number.NEGATIVE_INFINITY];
    for (const { report } of of.toSorted((a, b) => timeOf(a) - timeOf(b))) {
      const time = Date.parse(report.at);
      if (time - last > WINDOW) {
        part += 1;
        first = time;
      }
      last = time;
      const day = hash(`${story} ${part}`) % days;
      const at = new Date(START + day * DAY + time - first).toISOString();
      moved.push({ story, report: { ...report, at } });
    }
  }
  return moved;
}

export function timeOf({ report }: Labelled): number {
  return Date.parse(report.at);
}

/** FNV-1a with the finish of MurmurHash3. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const char of text) value = Math.imul(value ^ (char.codePointAt(0) ?? 0), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
