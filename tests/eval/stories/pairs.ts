import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Report } from "./gold.ts";

/** Two reports, and whether they are of one event. */
export interface LabelledPair {
  readonly number: number;
  /** What is alike in them. */
  readonly about: string;
  readonly isSame: boolean;
  /** Nobody has tuned the rules to it: told by its number. */
  readonly heldBack: boolean;
  readonly reports: readonly [Report, Report];
}

const START = Date.parse("2026-03-02T06:00:00Z");
const HOUR = 3_600_000;
const FILES = [
  { file: "near-miss.txt", isSame: false },
  { file: "same-event.txt", isSame: true },
] as const;

/** Reads the pairs: blocks of `== number what`, and two reports that begin with `@ source | hours | title`. */
export function readPairs(folder = join(import.meta.dirname, "pairs")): readonly LabelledPair[] {
  return FILES.flatMap(({ file, isSame }) => {
    const blocks = readFileSync(join(folder, file), "utf8").split(/^== /mu).slice(1);
    return blocks.map((block) => pairOf(block, file.slice(0, 4), isSame));
  });
}

/** A text that is no pair of reports. */
export class PairError extends Error {
  override readonly name = "PairError";
}

function pairOf(block: string, prefix: string, isSame: boolean): LabelledPair {
  const [head = "", ...parts] = block.split(/^@ /mu);
  const [, printed = "", about = ""] = /^(\d+) (.+)/u.exec(head) ?? [];
  const [one, other] = parts.map((part, index) => reportOf(part, `${prefix}-${printed}-${index}`));
  if (one === undefined || other === undefined || parts.length !== 2) throw new PairError(head);
  const number = Number(printed);
  return {
    number,
    about,
    isSame,
    heldBack: isHeldBack(`${prefix} ${number}`),
    reports: [one, other],
  };
}

function reportOf(part: string, id: string): Report {
  const end = part.indexOf("\n");
  const [source = "", hours = "", title = ""] = part.slice(0, end).split(" | ");
  const at = new Date(START + Number(hours) * HOUR).toISOString();
  return { id, source, at, title, body: part.slice(end + 1).trim() };
}

/** One half of all names, the same at every run: FNV-1a, whose last bit says it. */
export function isHeldBack(name: string): boolean {
  let value = 0x811c9dc5;
  for (const char of name) value = Math.imul(value ^ (char.codePointAt(0) ?? 0), 0x01000193);
  // The lowest bit of FNV-1a is the parity of the letters alone.
  return ((value >>> 13) & 1) === 1;
}
