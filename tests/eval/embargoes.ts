// npm run embargoes -- --at 2026-11-28T21:00:00Z --notices FILE.json --not FILE.json --ordinary FILE.jsonl
// Counts, under a fixed clock, which copy is held: each notice above (or in) a story must be, and go out by
// itself where its moment is known; lines that are no notices, and ordinary articles, must not be.
//   --notices   [{"notice", "earliest": ISO or null, "place"?, "past"?}]; place: above, headline-prefix, eds, end, subheadline, field
//   --not       [{"place", "text"}]; place: headline, a line of the body, a note above the text, subheadline, eds
//   --ordinary  {"id", "title"?, "text"} a line
//   --worst 20  names so many of the cases that fail
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { z } from "zod";
import { heldReason } from "#core/article/held.ts";
import type { Instant } from "#core/article/instant.ts";
import { makeArticle } from "#core/article/make.ts";
import { createReadCopy } from "#edge/format/read-copy.ts";

const Notice = z.object({
  notice: z.string(),
  earliest: z.string().nullable(),
  place: z.string().optional(),
  past: z.boolean().optional(),
});
const Line = z.object({ place: z.string(), text: z.string() });
const Ordinary = z.object({ id: z.string(), title: z.string().nullish(), text: z.string() });

const { values: options } = parseArgs({
  options: {
    at: { type: "string", default: new Date().toISOString() },
    notices: { type: "string", multiple: true, default: [] },
    not: { type: "string", multiple: true, default: [] },
    ordinary: { type: "string", multiple: true, default: [] },
    worst: { type: "string", default: "20" },
  },
});
const AT = Date.parse(options.at);
/** All zones, and an hour: how long after the earliest moment a time without a zone may be held. */
const LATEST = 27 * 60 * 60 * 1000;
const HEADLINE = "Council votes to shut the ferry pier";
const STORY =
  "The council of Torvik voted on Thursday to shut the old ferry pier, which needs repairs of 4 million crowns. The last boat leaves in spring.\n\n“We looked at every other way,” said Ragna Moe, who chairs the council.";

const readCopy = createReadCopy();

interface Seen {
  readonly isHeld: boolean;
  readonly until: Instant | null;
  readonly rule: string;
}

/** What becomes of a file of this text at the fixed clock; of several stories, the first that is held. */
async function seen(text: string, name: string): Promise<Seen> {
  const reading = await readCopy({ path: name, bytes: new TextEncoder().encode(text) });
  if (!reading.ok) return { isHeld: true, until: null, rule: `quarantined: ${reading.reason}` };
  for (const story of reading.stories) {
    if (!story.ok) continue;
    const meta = { id: "a", revision: 1, path: name, contentHash: "", takenIn: AT };
    const held = heldReason(makeArticle(story.copy, meta), AT);
    if (held !== null) return { isHeld: true, ...held };
  }
  return { isHeld: false, until: null, rule: "" };
}

function layOut(place: string | undefined, notice: string): string {
  switch (place) {
    case "headline":
      return `${notice}\n\n${STORY}\n`;
    case "headline-prefix":
      return /[:–—-]\s*\p{L}[^:–—]{12,}$/u.test(notice)
        ? `${notice}\n\n${STORY}\n`
        : `${notice}: ${HEADLINE}\n\n${STORY}\n`;
    case "eds":
      return `EDS: ${notice.replace(/^\W*eds?\s*:\s*/iu, "")}\n\n${HEADLINE}\n\n${STORY}\n`;
    case "end":
      return `${HEADLINE}\n\n${STORY}\n\n-ENDS-\n\n${notice}\n`;
    case "a line of the body":
      return `${HEADLINE}\n\n${STORY.replace("\n\n", `\n\n${notice}\n\n`)}\n`;
    case "subheadline":
      return `${HEADLINE}\n\n${notice}\n\n${STORY}\n`;
    case "field":
      return `---\ntitle: ${HEADLINE}\nembargo: ${JSON.stringify(notice)}\n---\n${STORY}\n`;
    default:
      return `${notice}\n\n${HEADLINE}\n\n${STORY}\n`;
  }
}

function nameFor(place: string | undefined): string {
  return place === "field" ? "pier.md" : "pier.txt";
}

const failed: string[] = [];

async function countNotices(file: string): Promise<string[]> {
  const cases = z.array(Notice).parse(JSON.parse(readFileSync(file, "utf8")));
  const counts = {
    held: 0,
    due: 0,
    timed: 0,
    byItself: 0,
    early: 0,
    late: 0,
    past: 0,
    pastFree: 0,
  };
  for (const { notice, earliest, place, past } of cases) {
    const { isHeld, until, rule } = await seen(layOut(place, notice), nameFor(place));
    const shown = `${JSON.stringify(notice)} (${place ?? "above"})`;
    if (past === true) {
      counts.past += 1;
      if (isHeld) failed.push(`held, though past: ${shown} ${rule}`);
      else counts.pastFree += 1;
      continue;
    }
    counts.due += 1;
    if (isHeld) counts.held += 1;
    else failed.push(`NOT HELD: ${shown}`);
    if (earliest === null) continue;
    counts.timed += 1;
    const at = Date.parse(earliest);
    if (until === null) failed.push(`no moment: ${shown} ${earliest}`);
    else if (until < at) counts.early += 1;
    else if (until > at + LATEST) counts.late += 1;
    else counts.byItself += 1;
    if (until !== null && (until < at || until > at + LATEST))
      failed.push(
        `${until < at ? "EARLY" : "late"}: ${shown} ${earliest} ${new Date(until).toISOString()}`,
      );
  }
  return [
    `notices held                     ${counts.held} of ${counts.due}`,
    `of a known moment, go by themselves ${counts.byItself} of ${counts.timed}, early ${counts.early}, late ${counts.late}`,
    `past, and not held               ${counts.pastFree} of ${counts.past}`,
  ];
}

async function countLines(file: string): Promise<string[]> {
  const lines = z.array(Line).parse(JSON.parse(readFileSync(file, "utf8")));
  let held = 0;
  for (const { place, text } of lines) {
    const found = await seen(layOut(place, text), nameFor(place));
    if (!found.isHeld) continue;
    held += 1;
    failed.push(`held: ${JSON.stringify(text)} (${place}) ${found.rule}`);
  }
  return [`lines that are no notices, held  ${held} of ${lines.length}`];
}

async function countOrdinary(file: string): Promise<string[]> {
  const lines = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "");
  let held = 0;
  for (const line of lines) {
    const { id, title, text } = Ordinary.parse(JSON.parse(line));
    const found = await seen(
      title == null ? text : `${title}\n\n${text}\n`,
      `${id.replace(/\W+/gu, "-")}.txt`,
    );
    if (!found.isHeld) continue;
    held += 1;
    failed.push(`held: ${id} ${found.rule}`);
  }
  return [`ordinary articles held           ${held} of ${lines.length}`];
}

const rows = [
  ...(await Promise.all(options.notices.map(countNotices))).flat(),
  ...(await Promise.all(options.not.map(countLines))).flat(),
  ...(await Promise.all(options.ordinary.map(countOrdinary))).flat(),
];
for (const line of failed.slice(0, Number(options.worst))) process.stderr.write(`${line}\n`);
for (const row of rows) process.stdout.write(`${row}\n`);
