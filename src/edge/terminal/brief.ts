import { readFileSync } from "node:fs";
import type { Readable } from "node:stream";
import { z } from "zod";
import type { Held } from "#core/article/held.ts";
import type { Picture } from "#core/article/picture.ts";
import type { Brief } from "#core/brief/brief.ts";
import { factSpans, pulledQuotes, sayMore } from "#core/message/brief.ts";
import { withKind } from "#core/message/kind.ts";
import { note } from "#core/message/say.ts";
import { readJsonLines } from "./json-lines.ts";
import type { Output } from "./output.ts";
import { renderTerminal } from "./render.ts";
import { printable } from "./wrap.ts";

/** What a file gave: a brief, or why there is none. */
export type BriefResult =
  | {
      readonly ok: true;
      /** Which story of the file it is; empty where it holds one. */
      readonly part: string;
      readonly brief: Brief;
      /** Why it may not be published now, and how long; `null` where it may. */
      readonly held: Held | null;
      /** The one that it may be shown with; left out: it has none, or is held. */
      readonly picture?: Picture;
      /** Left out: no language model was asked. */
      readonly second?: SecondBrief;
    }
  | { readonly ok: false; readonly part: string; readonly reason: string };

/** What a language model made of a brief, or why it made nothing. */
export type SecondBrief =
  | { readonly ok: true; readonly model: string; readonly brief: Brief }
  | { readonly ok: false; readonly model: string; readonly reason: string };

export interface FilesCommand {
  readonly out: Output;
  /** One result a story: an archive or a feed holds several. */
  readonly briefFile: (path: string, bytes: Uint8Array) => Promise<readonly BriefResult[]>;
}

export interface LinesCommand {
  readonly out: Output;
  /** Why there is no brief, or the brief. */
  readonly briefText: (line: BriefLine) => Promise<Brief | { readonly reason: string }>;
  /** How many lines are briefed at once. */
  readonly lanes: number;
}

/** A line of `brief --jsonl`. */
const BriefLine = z.object({
  id: z.string(),
  text: z.string(),
  title: z.string().nullish(),
});
export type BriefLine = z.infer<typeof BriefLine>;

/**
 * `brief FILE…`: prints the briefs, as text or, with `json`, one JSON object a line.
 * @returns the exit code: 1 when a file gave none
 */
export async function briefFiles(
  command: FilesCommand,
  files: readonly string[],
  json: boolean,
): Promise<number> {
  let failed = 0;
  for (const file of files) {
    const bytes = readBytes(file);
    const results = bytes instanceof Uint8Array ? await command.briefFile(file, bytes) : [bytes];
    const alone = files.length === 1 && results.length === 1;
    for (const result of results) {
      sayBrief(command.out, file, result, { json, alone });
      if (!result.ok) failed += 1;
    }
  }
  return failed === 0 ? 0 : 1;
}

function sayBrief(
  out: Output,
  file: string,
  result: BriefResult,
  { json, alone }: { readonly json: boolean; readonly alone: boolean },
): void {
  const name = printable(result.part === "" ? file : `${file}#${result.part}`);
  if (!result.ok) {
    out.complain(`${name}: ${printable(result.reason)}`);
    return;
  }
  const { brief, held, picture, second } = result;
  if (held !== null) out.complain(`${name}: not for publication. ${printable(held.rule)}`);
  const broken = [...new Set((brief.faults ?? []).map(({ kind }) => kind))].join(", ");
  if (broken !== "")
    out.complain(
      `${name}: headline and lede alone, since the first draft was not proven: ${broken}`,
    );
  const told = {
    ...{ ...brief, held: heldInJson(held), picture: picture ?? null },
    ...(second !== undefined && { second }),
  };
  if (json) {
    out.line(JSON.stringify(told, null, alone ? 2 : 0));
    return;
  }
  if (second !== undefined) out.line(out.style("bold", "By the rules"));
  printBrief(out, brief, picture);
  if (second !== undefined) printSecond(out, second, picture);
}

function printSecond(out: Output, second: SecondBrief, picture?: Picture): void {
  const { model } = second;
  if (!second.ok) {
    out.line(`${out.style("bold", `With ${printable(model)}`)}: ${printable(second.reason)}`);
    return;
  }
  out.line(out.style("bold", `With ${printable(model)}`));
  for (const note of second.brief.judged?.notes ?? []) out.line(`  ${printable(note)}`);
  printBrief(out, second.brief, picture);
}

/** `until` is an ISO instant; `null` where nobody can say until when. */
function heldInJson(held: Held | null): { until: string | null; rule: string } | null {
  if (held === null) return null;
  const until = held.until === null ? null : new Date(held.until).toISOString();
  return { until, rule: held.rule };
}

function readBytes(file: string): Uint8Array | (BriefResult & { readonly ok: false }) {
  try {
    return readFileSync(file);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ok: false, part: "", reason: `it cannot be opened (${reason})` };
  }
}

/**
 * `brief --jsonl`: one brief a line, in the order of the lines read. A line that is no article, or takes
 * more than a file may take, is named on standard error, and the others go on.
 * @returns the exit code: 1 when a line gave no brief
 */
export async function briefLines(command: LinesCommand, input: Readable): Promise<number> {
  let number = 0;
  let failed = 0;
  const say = async ({ number, brief }: Briefing) => {
    const said = await brief;
    if (!("reason" in said)) return command.out.line(JSON.stringify(said));
    command.out.complain(`line ${number}: ${printable(said.reason)}`);
    failed += 1;
  };
  // As many lines are read ahead as can be briefed at once, and twice that, so that no lane is idle.
  const ahead: Briefing[] = [];
  for await (const line of readJsonLines(input)) {
    number += 1;
    if (line.trim() === "") continue;
    ahead.push({ number, brief: briefLine(command, line) });
    const first = ahead.length > 2 * command.lanes ? ahead.shift() : undefined;
    if (first !== undefined) await say(first);
  }
  for (const briefing of ahead) await say(briefing);
  return failed === 0 ? 0 : 1;
}

interface Briefing {
  readonly number: number;
  readonly brief: ReturnType<LinesCommand["briefText"]>;
}

async function briefLine({ briefText }: LinesCommand, line: string): Briefing["brief"] {
  const read = readLine(line);
  if (read !== null) return briefText(read);
  return { reason: 'not an article; it must be JSON such as {"id": "1", "text": "…"}' };
}

function readLine(line: string): BriefLine | null {
  try {
    return BriefLine.safeParse(JSON.parse(line)).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function printBrief(out: Output, brief: Brief, picture?: Picture): void {
  const { quotes: pulled, more } = pulledQuotes(brief);
  const inOrder = pulled.toSorted((one, other) => one.start - other.start);
  const quotes = inOrder.map(({ text, speaker, cue }) => {
    const role = speaker?.role == null ? "" : `, ${speaker.role}`;
    const none = brief.speakersRead ? "speaker not certain" : "speakers not read";
    const by = speaker === null ? none : `${speaker.name}${role}`;
    return {
      kind: "quote",
      text,
      by: [{ text: cue === null ? by : `${by} (${cue})` }],
    } as const;
  });
  const { dateline } = brief;
  const filed = [dateline?.place, dateline?.date, dateline?.agency].filter((part) => part != null);
  const lines = renderTerminal(
    {
      summary: brief.headline,
      sections: [
        {
          blocks: [
            { kind: "headline", spans: [{ text: headlineOf(brief) }] },
            ...(filed.length > 0
              ? [{ kind: "note", spans: [{ text: filed.join(" · ") }] } as const]
              : []),
            { kind: "list", items: brief.facts.map(factSpans) },
            ...quotes,
            ...(more === 0 ? [] : [note({ text: `${sayMore(brief)}: --json prints them all` })]),
            ...(picture === undefined ? [] : [{ kind: "picture", ...picture } as const]),
            { kind: "rule" },
          ],
        },
      ],
    },
    out,
  );
  for (const line of lines) out.line(line);
}

function headlineOf({ headline, kind }: Brief): string {
  const mark = withKind("", kind, headline);
  return mark === "" ? headline : `${mark} · ${headline}`;
}
