import type { Readable } from "node:stream";
import { z } from "zod";
import type { ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import { changesBetween, sayChange } from "#core/change/changes.ts";
import { disagreements, sayDisagreement } from "#core/change/disagreement.ts";
import type { Filing } from "#core/change/filing.ts";
import { Shelf } from "#core/story/shelf.ts";
import { signatureOf } from "#core/story/signature.ts";
import type { Placement, StoryId } from "#core/story/story.ts";
import { SURELY_ONE } from "#core/story/strand.ts";
import { readJsonLines } from "./json-lines.ts";
import type { Output } from "./output.ts";
import { printable } from "./wrap.ts";

export interface StoriesCommand {
  readonly out: Output;
  /** Why nothing can be told of it, or the report as grouping needs it. */
  readonly fileText: (
    line: StoryLine,
    at: Instant,
  ) => Promise<Filing | { readonly reason: string }>;
  /** How many lines are read at once. */
  readonly lanes: number;
}

/** A line of `stories --jsonl`. */
const StoryLine = z.object({
  id: z.string(),
  /** A day, or a moment. */
  date: z.string(),
  text: z.string(),
  title: z.string().nullish(),
  source: z.string().nullish(),
});
export type StoryLine = z.infer<typeof StoryLine>;

/** What is printed of a report. */
interface StoryResult {
  readonly id: string;
  readonly story: StoryId;
  readonly copyOf?: string;
  readonly changes: readonly string[];
  readonly differ: readonly string[];
}

interface Placed {
  readonly filing: Filing;
  readonly placement: Placement;
}

interface Reading {
  readonly number: number;
  readonly filing: ReturnType<StoriesCommand["fileText"]>;
}

/** Reports of a story that a new one is held against: as many as an edition looks back to. */
const MOST_KNOWN = 8;

/**
 * `stories --jsonl`: reads reports in the order of time and prints, once the last one is read, for each its
 * story and what it changes in those before it that surely are of its event, as an edition tells them. A line that is no report is named on standard error, and
 * the others go on.
 * @returns the exit code: 1 when a line was no report
 */
export async function storyLines(command: StoriesCommand, input: Readable): Promise<number> {
  const shelf = new Shelf();
  const placed: Placed[] = [];
  let [number, failed] = [0, 0];
  const place = async ({ number, filing }: Reading) => {
    const read = await filing;
    if (!("reason" in read)) {
      placed.push({ filing: read, placement: shelf.add(signatureOf(read)) });
      return;
    }
    command.out.complain(`line ${number}: ${printable(read.reason)}`);
    failed += 1;
  };
  const ahead: Reading[] = [];
  for await (const line of readJsonLines(input)) {
    number += 1;
    if (line.trim() === "") continue;
    ahead.push({ number, filing: fileLine(command, line) });
    const first = ahead.length > 2 * command.lanes ? ahead.shift() : undefined;
    if (first !== undefined) await place(first);
  }
  for (const reading of ahead) await place(reading);
  const strands = shelf.strands(SURELY_ONE);
  const known = new Map<ArticleId, Filing[]>();
  for (const { filing, placement } of placed) {
    const { id } = filing.article;
    const strand = strands.get(id) ?? id;
    const before = known.get(strand) ?? [];
    const told = resultOf(filing, shelf.storyOf(id), placement, before.slice(-MOST_KNOWN));
    command.out.line(JSON.stringify(told));
    known.set(strand, [...before, filing]);
  }
  return failed === 0 ? 0 : 1;
}

function resultOf(
  filing: Filing,
  story: StoryId,
  { duplicate }: Placement,
  before: readonly Filing[],
): StoryResult {
  const isCopy = before.some(({ article }) => article.id === duplicate?.of);
  return {
    ...{ id: filing.article.id, story },
    ...(duplicate !== null && isCopy && { copyOf: duplicate.of }),
    changes: before.length === 0 ? [] : changesBetween(before, filing).map(sayChange),
    differ: before.length === 0 ? [] : disagreements([...before, filing]).map(sayDisagreement),
  };
}

async function fileLine(
  { fileText }: StoriesCommand,
  line: string,
): Promise<Filing | { readonly reason: string }> {
  const read = readLine(line);
  if (read !== null) return fileText(read.line, read.at);
  return {
    reason: 'not a report; it must be JSON such as {"id": "1", "date": "2026-05-08", "text": "…"}',
  };
}

function readLine(text: string): { readonly line: StoryLine; readonly at: Instant } | null {
  try {
    const line = StoryLine.safeParse(JSON.parse(text)).data;
    const at = Date.parse(line?.date ?? "");
    return line === undefined || Number.isNaN(at) ? null : { line, at };
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
