import { readFileSync, writeFileSync } from "node:fs";
import { type Figure, shownValue } from "./report.ts";

/** Figures of one set, as a document shows them. */
export interface Shown {
  readonly set: string;
  readonly figures: readonly Figure[];
}

/** A document that has no place for the figures. */
export class NoPlaceError extends Error {
  override readonly name = "NoPlaceError";
}

/**
 * Puts text between `<!-- NAME -->` and `<!-- /NAME -->`, in place of what stands there.
 * @throws {NoPlaceError} when the document does not have the two marks
 */
export function replaceBlock(document: string, name: string, text: string): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [start, end] = [document.indexOf(open), document.indexOf(close)];
  if (start === -1 || end < start) throw new NoPlaceError(`${open} … ${close} is not there`);
  return `${document.slice(0, start + open.length)}\n\n${text}\n\n${document.slice(end)}`;
}

/** The figures as Markdown: a column for each set, a row for each figure that any of them has. */
export function markdownOf(shown: readonly Shown[]): string {
  const labels = [...new Set(shown.flatMap(({ figures }) => figures.map(({ label }) => label)))];
  const cell = ({ figures }: Shown, label: string) => {
    const figure = figures.find((one) => one.label === label);
    return figure === undefined ? "" : shownValue(figure);
  };
  return [
    `| | ${shown.map(({ set }) => set).join(" | ")} |`,
    `|---|${shown.map(() => "---:|").join("")}`,
    ...labels.map((label) => `| ${label} | ${shown.map((set) => cell(set, label)).join(" | ")} |`),
  ].join("\n");
}

/** Writes the figures into a document on disk. */
export function writeInto(file: string, name: string, shown: readonly Shown[]): void {
  writeFileSync(file, replaceBlock(readFileSync(file, "utf8"), name, markdownOf(shown)));
}
