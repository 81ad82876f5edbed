import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readByRules } from "#core/speech/quotes.ts";
import { utteredClues } from "#core/speech/uttered-clue.ts";
import { nameOf } from "#core/text/chance.ts";
import type { Range } from "#core/text/text.ts";
import type { GoldArticle } from "./gold.ts";
import { locate } from "./locate.ts";
import { analyseText } from "./read.ts";
import { meets } from "./samples.ts";

/** What the rules take for somebody's words, and whether it is. */
export interface UtteredSample {
  readonly words: string;
  readonly clues: readonly string[];
  readonly truth: boolean;
}

const FOLDER = join(import.meta.dirname, "uttered");

/** Reads our texts on what is nobody's words: one a line, `¶` for a paragraph's end, `~` before a mark. */
export function readUttered(folder = FOLDER): UtteredSample[] {
  return readdirSync(folder)
    .sort()
    .flatMap((file) => readFileSync(join(folder, file), "utf8").split("\n"))
    .filter((line) => line.trim() !== "")
    .flatMap(samplesOfLine);
}

function samplesOfLine(line: string): UtteredSample[] {
  const marked = line.replaceAll("¶", "\n\n").trim();
  let body = "";
  const not: number[] = [];
  for (const part of marked.split("~")) {
    if (body !== "" || marked.startsWith("~")) not.push(body.length);
    body += part;
  }
  if (marked.startsWith("~")) not.shift();
  return samplesOf(body, ({ start }) => !not.includes(start));
}

/** The gold set labels every quotation in it, so that what bears no label is nobody's words. */
export function utteredOfGold({ body, quotes, open }: GoldArticle): UtteredSample[] {
  const said = quotes.flatMap(({ text, nth }) => locate(body, text, nth) ?? []);
  const either = open.flatMap((text) => locate(body, text) ?? []);
  return samplesOf(body, (words) =>
    either.some((one) => meets(one, words)) ? null : said.some((one) => meets(one, words)),
  );
}

/** A text in which all that the rules take for somebody's words is. */
export function utteredOfText(body: string): UtteredSample[] {
  return samplesOf(body, () => true);
}

/** @param truthOf by the place of the opening mark and the end of the words */
function samplesOf(body: string, truthOf: (words: Range) => boolean | null): UtteredSample[] {
  const samples: UtteredSample[] = [];
  readByRules(analyseText(body), (place) => {
    const { open, start, end } = place.quotation;
    const truth = truthOf({ start: open, end });
    if (truth !== null)
      samples.push({
        words: body.slice(start, end),
        clues: utteredClues(place).map(nameOf),
        truth,
      });
    return true;
  });
  return samples;
}
