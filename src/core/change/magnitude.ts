import { NOTHING_COUNTED } from "#core/text/counted.ts";
import type { Figure } from "#core/text/figure.ts";
import type { Measure } from "#core/text/measured.ts";

/** A figure whose measure is known without looking further. */
export interface Measured extends Figure {
  readonly measured?: Measure;
}

// Reads: "a magnitude 6.1 earthquake", "a 6.1-magnitude quake", "magnitude of 6.1"
const MAGNITUDE =
  /\bmagnitude[ -](?:of )?(?<behind>\d{1,2}(?:\.\d)?)(?![\d.]*\d)|(?<![\d.])(?<before>\d{1,2}(?:\.\d)?)[ -]magnitude\b/gi;

/** Reads how strong an earthquake was: a number that counts nothing, so that it is no figure elsewhere. */
export function findMagnitudes(text: string): readonly Measured[] {
  return [...text.matchAll(MAGNITUDE)].map((found) => {
    const printed = found.groups?.behind ?? found.groups?.before ?? "";
    const start = found.index + found[0].indexOf(printed);
    return {
      ...{ start, end: start + printed.length, text: printed, value: Number(printed) },
      ...{ ...NOTHING_COUNTED, kind: "measure" as const, upTo: null, bound: null, unit: null },
      measured: { measure: "magnitude", subject: "", running: false },
    };
  });
}
