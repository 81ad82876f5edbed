import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { nameOf } from "#core/text/chance.ts";
import { readPageLines } from "#core/text/page-line.ts";
import { findLines } from "#core/text/passages.ts";
import { type GoldArticle, readGold } from "./gold.ts";
import { readKinds } from "./kinds.ts";
import { readLessons } from "./training.ts";

/** A line of our own copy, with whether it is the page's. */
export interface PageLesson {
  readonly text: string;
  readonly clues: readonly string[];
  readonly right: boolean;
}

const FOLDER = join(import.meta.dirname, "pages");
/** Opens a line that is the page's. */
const MARK = "~";

/** Reads the pages that we wrote to teach from: a paragraph a line, pages apart by `---`. */
export function readPageLessons(folder = FOLDER): PageLesson[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(".txt"));
  return files.sort().flatMap((file) => {
    const pages = readFileSync(join(folder, file), "utf8").split(/^---\n/mu);
    return pages.flatMap((page) => {
      const lines = page.trim().split("\n");
      const marked = new Set(
        lines.filter((line) => line.startsWith(MARK)).map((line) => line.slice(MARK.length)),
      );
      const body = lines.map((line) => line.replace(/^~/u, "")).join("\n\n");
      return lessonsOf(body, (text) => marked.has(text));
    });
  });
}

/** All that the weights are learned from, in their order: stories and texts that we wrote for other ends hold no page's line. */
export function readAllPageLessons(): PageLesson[] {
  const stories = [...readLessons(), ...readKinds()];
  return [
    ...readPageLessons(),
    ...readGold().flatMap(pageLessonsOf),
    ...stories.flatMap(({ body }) => pageLessonsOf({ body, furniture: [] })),
  ];
}

/** The lines of an article whose furniture is known by some of its words. */
export function pageLessonsOf({
  body,
  furniture,
}: Pick<GoldArticle, "body" | "furniture">): PageLesson[] {
  return lessonsOf(body, (text) => furniture.some((words) => text.includes(words)));
}

function lessonsOf(body: string, isPages: (text: string) => boolean): PageLesson[] {
  const lines = findLines(body);
  return readPageLines(body, lines).map(({ line, clues }) => {
    const { start, end } = lines[line] ?? { start: 0, end: 0 };
    const text = body.slice(start, end);
    return { text, clues: clues.map(nameOf), right: isPages(text) };
  });
}
