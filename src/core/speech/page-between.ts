import type { AnalysedText } from "#core/text/analysed.ts";
import type { Quotation } from "#core/text/quotation-marks.ts";

/** Lines between two quotations that are the page's: an advertisement, a link; or a single label without a stop. */
export function isPageBetween(
  { passages, body }: AnalysedText,
  one: Quotation,
  other: Quotation,
): boolean {
  const between = passages.slice(one.passage + 1, other.passage);
  const told = between.filter(({ kind }) => kind !== "furniture");
  const [line, second] = told;
  if (between.length === 0 || between.length > MOST_LINES || second !== undefined) return false;
  return line === undefined || LABEL.test(body.slice(line.start, line.end).trim());
}

const MOST_LINES = 8;
const LABEL = /^[^“”".!?:]{1,60}$/u;
