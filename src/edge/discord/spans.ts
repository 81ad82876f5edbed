import type { MomentForm, Span } from "#core/message/message.ts";
import { webAddress } from "#edge/chat/text.ts";
import { directed } from "./direction.ts";
import { cleanText, escapeLineStart, escapeText, linkTarget, oneLine } from "./escape.ts";

/** UTF-16 units; a longer address costs more of a message's 4,000 characters than it is worth. */
const ADDRESS_MOST = 1_000;

/** Sets spans in markdown, in as many lines as the copy has. */
export function linesOf(spans: readonly Span[]): readonly string[] {
  const lines: Span[][] = [[]];
  for (const span of spans) {
    const [first = "", ...others] = cleanText(span.text).split("\n");
    lines.at(-1)?.push({ ...span, text: first });
    for (const text of others) lines.push([{ ...span, text }]);
  }
  return lines.map(lineOf);
}

/** Sets spans in one line of markdown, for a heading, an item or small print: a break becomes a space. */
export function oneLineOf(spans: readonly Span[]): string {
  return lineOf(spans.map((span) => ({ ...span, text: oneLine(span.text) })));
}

function lineOf(spans: readonly Span[]): string {
  const runs = joined(spans);
  const line = runs.map((run, index) => runOf(run, runs[index - 1], runs[index + 1])).join("");
  return line.trim() === "" ? "" : directed(escapeLineStart(line.trim()));
}

/** A span whose moments stand in its text as `MOMENT`, which no clean text holds. */
interface Run extends Pick<Span, "text" | "style" | "href"> {
  readonly moments: readonly NonNullable<Span["moment"]>[];
}

const MOMENT = "\u0001";

/**
 * Makes one run of neighbours in one style, because markup is read across their border: ":smi" and
 * "le:" are a smile.
 */
function joined(spans: readonly Span[]): readonly Run[] {
  const runs: Run[] = [];
  for (const { moment, ...span } of spans.filter(({ text }) => text !== "")) {
    const own: Run =
      moment === undefined
        ? { ...span, moments: [] }
        : { ...span, text: MOMENT, moments: [moment] };
    const open = runs.at(-1);
    if (open !== undefined && open.style === own.style && open.href === own.href) {
      const moments = [...open.moments, ...own.moments];
      runs.splice(-1, 1, { ...open, text: open.text + own.text, moments });
    } else runs.push(own);
  }
  return runs;
}

/** White space stays outside the marks: Discord reads `* word*` as it stands. */
function runOf(run: Run, before: Run | undefined, behind: Run | undefined): string {
  const words = run.text.trim();
  if (words === "") return run.text;
  const lead = run.text.slice(0, run.text.length - run.text.trimStart().length);
  const trail = run.text.slice(run.text.trimEnd().length);
  const mark = touches(before, run) || touches(run, behind) ? "" : markOf(run);
  const styled = `${mark}${shownWords(words, run)}${mark}`;
  return `${lead}${linked(styled, run)}${trail}`;
}

function shownWords(words: string, { moments }: Run): string {
  return words
    .split(MOMENT)
    .map((text, index) => {
      const moment = moments[index - 1];
      return `${moment === undefined ? "" : timestamp(moment)}${escapeText(text)}`;
    })
    .join("");
}

/** Discord docs, "Message Formatting", Timestamp Styles: each reader sees it by their own clock. */
const FORMS: Readonly<Record<MomentForm, string>> = { day: "F", short: "f", time: "t" };

function timestamp({ at, form }: NonNullable<Span["moment"]>): string {
  return `<t:${Math.floor(at / 1_000)}:${FORMS[form]}>`;
}

function markOf({ style }: Run): "" | "*" | "**" {
  if (style === undefined) return "";
  return style === "strong" ? "**" : "*";
}

/** `**strong***emphasis*` cannot be read: where two styles meet without a space, neither is set. */
function touches(left: Run | undefined, right: Run | undefined): boolean {
  if (left?.style === undefined || right?.style === undefined) return false;
  return /\S$/u.test(left.text) && /^\S/u.test(right.text);
}

/**
 * Words that look like an address themselves stay unlinked, since Discord shows such a link as it
 * stands (it guards against disguised addresses): an arrow behind them is the link.
 */
function linked(styled: string, { text, href }: Run): string {
  const address = href === undefined ? null : webAddress(href);
  if (address === null || address.length > ADDRESS_MOST) return styled;
  const target = linkTarget(address);
  return text.includes("://") ? `${styled} [↗](${target})` : `[${styled}](${target})`;
}
