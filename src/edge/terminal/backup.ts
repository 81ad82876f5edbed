import type { Output } from "./output.ts";
import { printable } from "./wrap.ts";

/** A backup that was made, as people know it. */
interface BackedUp {
  readonly file: string;
  readonly note: { readonly madeAt: number; readonly of: string };
  /** Bytes. */
  readonly size: number;
  readonly articles: number;
  readonly editions: number;
}

const MEGABYTE = 1_000_000;
const many = (count: number) => count.toLocaleString("en-GB");
const counted = (number: number, noun: string) =>
  `${many(number)} ${noun}${number === 1 ? "" : "s"}`;

/** `backup`: what it holds, and what it does not. */
export function printBackedUp(
  out: Output,
  { file, note, size, articles, editions }: BackedUp,
): void {
  const megabytes = many(Math.max(0.1, Math.round(size / (MEGABYTE / 10)) / 10));
  out.line(out.style("bold", `Backed up: ${printable(file)} (${megabytes} MB)`));
  out.line(
    `Of ${note.of}, as it was at ${momentOf(note.madeAt)}: ${counted(articles, "article")}, ${counted(editions, "edition")}.`,
  );
  out.line("Not in it: the config, .env, and the articles' own files. Keep copies of them, too.");
}

/** A moment as it is printed for whoever runs the bot, without a newsroom's time zone. */
export function momentOf(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
