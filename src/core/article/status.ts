import type { Status } from "./article.ts";
import type { Announced } from "./change.ts";
import type { Copy } from "./copy.ts";
import { readDeskNotice } from "./desk-notice.ts";
import { readHeadlineMarks } from "./headline-mark.ts";
import { readNotices } from "./notice.ts";
import type { Sign, SignKind } from "./sign.ts";
import { readStatusField } from "./status-field.ts";

/** What may be done with copy, and what it says of itself. */
export interface StatusReading {
  readonly status: Status;
  readonly announced: Announced | null;
}

/** The fields in which copy says what may be done with it. */
export type StatusFields = Pick<
  Copy,
  "title" | "status" | "slug" | "version" | "editorNote" | "body"
>;

const ORDER: readonly SignKind[] = [
  "kill",
  "withhold",
  "doubt",
  "correction",
  "write-through",
  "update",
  "advisory",
];
const LONGEST_TEXT = 300;

/**
 * Reads whether copy may be used, and what it announces, from its status field, its headline, its
 * slug, notices above and below its story, and its editor's note. The weightiest sign counts.
 *
 * What may be a kill and may be news ("KILLED: 12 IN BLAST") is `withheld`, because a story that is
 * late costs less than one that was withdrawn.
 */
export function readStatus(copy: StatusFields): StatusReading {
  const signs = [
    ...headlineSigns(copy.title),
    ...readNotices(copy.body),
    ...slugSigns(copy.slug),
    ...versionSigns(copy.version),
    ...readStatusField(copy.status),
    ...noteSigns(copy.editorNote),
  ];
  const [weightiest] = ORDER.flatMap((kind) => signs.filter((sign) => sign.kind === kind));
  if (weightiest === undefined) return { status: "usable", announced: null };
  const text = shortened(weightiest.text);
  return {
    status: STATUS[weightiest.kind] ?? "usable",
    announced: { kind: KIND[weightiest.kind], text },
  };
}

const STATUS: Readonly<Partial<Record<SignKind, Status>>> = {
  kill: "killed",
  withhold: "withheld",
  doubt: "withheld",
};
const KIND: Readonly<Record<SignKind, Announced["kind"]>> = {
  kill: "kill",
  withhold: "advisory",
  doubt: "advisory",
  correction: "correction",
  "write-through": "write-through",
  update: "update",
  advisory: "advisory",
};

function headlineSigns(title: string | null): readonly Sign[] {
  return title === null ? [] : readHeadlineMarks(title).signs;
}

// Reads: BC-KILL, BC-KILL--Harbour, Harbour-KILL, HARBOUR-CLOSES/KILL
const SLUG_KILL = /^(?:BC|AM|PM)-{1,2}KILL(?=-|$)|[-/]KILL$/u;

/** A slug alone kills nothing: it may be a story's, "KILL-BILL-REVIEW". */
function slugSigns(slug: string | null): readonly Sign[] {
  const text = slug?.trim() ?? "";
  if (SLUG_KILL.test(text)) return [{ kind: "doubt", text, mark: "KILL" }];
  const weak = readHeadlineMarks(text).signs.filter(
    ({ kind }) => kind === "correction" || kind === "update" || kind === "write-through",
  );
  // "CORRECTION-CENTRE-RIOT" is about a prison.
  return weak.filter(
    ({ mark }) => text.includes(`${mark})`) || text.endsWith(mark) || text.includes(`${mark},`),
  );
}

function versionSigns(version: string | null): readonly Sign[] {
  return version === null || /^[^\p{L}]*$/u.test(version) ? [] : readHeadlineMarks(version).signs;
}

/**
 * An editor's note is for internal channels alone, and an announcement is for readers: of the note,
 * only the words that say it are told.
 */
function noteSigns(note: string | null): readonly Sign[] {
  return (note ?? "")
    .slice(0, LONGEST_NOTE)
    .split(/\n+/u)
    .flatMap((line) => {
      const found = readDeskNotice(withoutLabel(line));
      return found === null ? [] : [{ ...found, text: found.mark }];
    });
}

const LONGEST_NOTE = 8000;

// Reads: EDS: …, (Editor's note – …
function withoutLabel(line: string): string {
  return line
    .slice(0, LONGEST_NOTE)
    .replace(
      /^[\s*([]*(?:(?:attn|attention)[\s,:]+)?(?:(?:eds?|editors?(?:['’]s?)?(?:\s+notes?)?|notes?(?:\s+to\s+editors?)?|advisory|press\s+note|attention|attn)\s*[:,–—-]\s*)?/i,
      "",
    );
}

function shortened(text: string): string {
  const line = text.replace(/\s+/gu, " ").trim();
  return line.length <= LONGEST_TEXT ? line : `${line.slice(0, LONGEST_TEXT - 1).trimEnd()}…`;
}
