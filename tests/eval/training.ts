import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Range } from "#core/text/text.ts";

/** Who owns words, as a training text marks it. */
export interface Mark extends Range {
  /** The number before the colon: `{1:Dar}`; `null` where the mark has none. */
  readonly id: number | null;
}

/** `said<1>`: the words before the sign are those of mark 1; of nobody named, with a 0. */
export interface Sign {
  /** Where the words before it end. */
  readonly at: number;
  readonly id: number;
}

/** A text of ours that says in itself whose its words are. */
export interface Lesson {
  readonly name: string;
  readonly body: string;
  readonly marks: readonly Mark[];
  readonly signs: readonly Sign[];
}

const MARKUP = /\{(?:(?<id>\d):)?(?<owner>[^{}]+)\}|<(?<sign>\d)>/gu;
const FOLDER = join(import.meta.dirname, "training");

/** Reads the training texts: in each file texts stand apart by `---`. */
export function readLessons(folder = FOLDER): Lesson[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(".txt"));
  return files.sort().flatMap((file) => {
    const texts = readFileSync(join(folder, file), "utf8").split(/^---\n/mu);
    return texts.map((text, at) => readLesson(`${file} ${at + 1}`, text.trim()));
  });
}

/** Takes the markup out of a text: `said {Dar}` and `{1:Dar} said<1>`. */
export function readLesson(name: string, marked: string): Lesson {
  const marks: Mark[] = [];
  const signs: Sign[] = [];
  let body = "";
  let from = 0;
  for (const found of marked.matchAll(MARKUP)) {
    body += marked.slice(from, found.index);
    from = found.index + found[0].length;
    const { id, owner, sign } = found.groups ?? {};
    if (sign !== undefined) signs.push({ at: body.length, id: Number(sign) });
    if (owner === undefined) continue;
    const start = body.length;
    body += owner;
    marks.push({ start, end: body.length, id: id === undefined ? null : Number(id) });
  }
  return { name, body: body + marked.slice(from), marks, signs };
}
