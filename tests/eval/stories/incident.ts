import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Report } from "./gold.ts";

/** An event with the reports on it. */
export interface Incident {
  readonly about: string;
  readonly reports: readonly Report[];
}

/** A text that is no report. */
export class IncidentError extends Error {
  override readonly name = "IncidentError";
}

const HOUR = 3_600_000;
// Reads: "Alliance News | 3.5 | Ferry sinks off Santa Paz": hours after the start of its event
const HEAD = /^(?<source>[^|\n]+) \| (?<hours>[\d.]+) \| (?<title>.+)\n/u;

/** Reads blocks of `== what | start`, with a report behind each `@ source | hours | title`. */
export function readIncidents(text: string, name: string): readonly Incident[] {
  const blocks = text.split(/^== /mu).slice(1);
  return blocks.map((block, index) => {
    const [head = "", ...parts] = block.split(/^@ /mu);
    const [about = "", start = ""] = head.trim().split(" | ");
    const id = `${name}-${index + 1}`;
    const reports = parts.map((part, at) => reportOf(part, `${id}-${at + 1}`, Date.parse(start)));
    return { about, reports };
  });
}

function reportOf(part: string, id: string, start: number): Report {
  const { source, hours, title } = HEAD.exec(part)?.groups ?? {};
  if (source === undefined || title === undefined) throw new IncidentError(part);
  const at = new Date(start + Number(hours) * HOUR).toISOString();
  return { id, source, at, title, body: part.slice(part.indexOf("\n") + 1).trim() };
}

/** The incidents that the weights of core/story are learned from, one list a file: what a file tells of are different events. */
export function readLessons(
  folder = join(import.meta.dirname, "lessons"),
): readonly (readonly Incident[])[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(".txt"));
  return files
    .toSorted()
    .map((file) => readIncidents(readFileSync(join(folder, file), "utf8"), file.slice(0, -4)));
}
