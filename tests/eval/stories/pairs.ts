import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Report } from "./gold.ts";
import { isHeldBack } from "./half.ts";
import { IncidentError, readIncidents } from "./incident.ts";

/**
 * Pairs of any kind; short reports of one day that name one firm, court or council; crimes of one kind in one town
 * within days.
 */
export type PairSet = "any" | "one name" | "one town";

/** Two reports, and whether they are of one event. */
export interface LabelledPair {
  readonly set: PairSet;
  readonly number: number;
  /** What is alike in them. */
  readonly about: string;
  readonly isSame: boolean;
  /** Nobody has tuned the rules to it: told by its number. */
  readonly heldBack: boolean;
  readonly reports: readonly [Report, Report];
}

const FILES = [
  { set: "any", file: "near-miss.txt", isSame: false },
  { set: "any", file: "same-event.txt", isSame: true },
  { set: "one name", file: "two-matters.txt", isSame: false },
  { set: "one name", file: "one-matter.txt", isSame: true },
  { set: "one town", file: "two-crimes.txt", isSame: false },
  { set: "one town", file: "reported-twice.txt", isSame: true },
] as const;

/** Reads the pairs. */
export function readPairs(folder = join(import.meta.dirname, "pairs")): readonly LabelledPair[] {
  return FILES.flatMap(({ set, file, isSame }) => {
    const name = file.slice(0, 4);
    const incidents = readIncidents(readFileSync(join(folder, file), "utf8"), name);
    return incidents.map(({ about, reports: [one, other] }, index): LabelledPair => {
      if (one === undefined || other === undefined) throw new IncidentError(about);
      const heldBack = isHeldBack(`${name} ${index + 1}`);
      return { set, number: index + 1, about, isSame, heldBack, reports: [one, other] };
    });
  });
}
