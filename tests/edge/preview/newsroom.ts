import type { Article } from "#core/article/article.ts";
import type { Brief, Fact } from "#core/brief/brief.ts";
import type { Filed } from "#core/digest/edition.ts";
import { composeEdition } from "#core/message/edition.ts";
import type { FrontDesk } from "#core/reply/front-desk.ts";
import type { Quote } from "#core/speech/quote.ts";
import type { BoardDesk } from "#desk/board/desk.ts";
import type { MendDesk } from "#desk/editor/mending.ts";
import type { Log } from "#desk/port/log.ts";
import type { ShownCopy } from "#desk/port/shown-copy.ts";
import { createFrontDesk } from "#desk/reply/front-desk.ts";
import type { DeskParts } from "#desk/reply/parts.ts";
import { readerHandlers } from "#desk/reply/reader.ts";
import { renderMessage as renderDiscord } from "#edge/discord/render.ts";
import type { Board, Face, ShownChannel, ShownEdition } from "#edge/preview/board.ts";
import type { WaitingBoard } from "#edge/preview/waiting-board.ts";
import { renderMessage as renderSlack } from "#edge/slack/render.ts";
import { NO_FORMS, withEditors } from "#tests/fake/editors.ts";
import { silentLog } from "#tests/fake/log.ts";
import { ANYBODY, sampleChannel } from "#tests/samples.ts";

/** Sunday 22 November 2026, 18:05 in London. */
export const NOW = Date.UTC(2026, 10, 22, 18, 5);
const HOUR = 3_600_000;

/** What one invented article is made from; every text of a fact and a quote stands in `body`. */
interface Piece {
  readonly id: string;
  readonly headline: string;
  readonly body: string;
  readonly facts: readonly (readonly [text: string, attribution?: string | null, hedge?: string])[];
  readonly quotes: readonly (readonly [text: string, name?: string, role?: string])[];
  readonly fields?: Partial<Article>;
}

const PIECES: readonly Piece[] = [
  {
    id: "hb27q4",
    headline: "Harbour bridge to close for eleven nights as cracked hanger is replaced",
    body: "PORT ELLERY, Nov 22 (Tideline) – The Halden harbour bridge will close to all traffic from 22:00 to 05:00 for eleven nights from Monday, the port authority said. Inspectors found a crack of 14 millimetres in one of its 62 hangers on Friday. The bridge carried 31,000 vehicles a day last year. “We would rather close a bridge at night than explain by day why we did not,” said Mira Solen, the authority's chief engineer. Hauliers reportedly expect detours of 40 minutes.",
    facts: [
      [
        "The Halden harbour bridge will close to all traffic from 22:00 to 05:00 for eleven nights from Monday, the port authority said.",
        "the port authority",
      ],
      ["Inspectors found a crack of 14 millimetres in one of its 62 hangers on Friday."],
      ["Hauliers reportedly expect detours of 40 minutes.", null, "reportedly"],
    ],
    quotes: [
      [
        "We would rather close a bridge at night than explain by day why we did not",
        "Mira Solen",
        "the authority's chief engineer",
      ],
    ],
    fields: {
      dateline: { place: "PORT ELLERY", date: "Nov 22", agency: "Tideline" },
      byline: "Jonas Ferrant",
      section: "Local",
      urgency: 3,
      sourceUrl: "https://tideline.example/halden-bridge",
      source: "Tideline",
    },
  },
  {
    id: "vd91k2",
    headline: "Velmark central bank holds rate at 3.25% and warns of “sticky” rents",
    body: "VELMARK CITY (Tideline) – The Bank of Velmark left its main rate at 3.25% on Sunday, as 18 of 21 economists polled had expected. Rents rose 6.1% in the year to October, the fastest since 2009. “Rents are the last fire in the building,” Governor Adaeze Brandt told reporters. “When?” she asked when pressed on a cut. Two of nine members voted to lower it, the minutes show.",
    facts: [
      [
        "The Bank of Velmark left its main rate at 3.25% on Sunday, as 18 of 21 economists polled had expected.",
      ],
      ["Rents rose 6.1% in the year to October, the fastest since 2009."],
      ["Two of nine members voted to lower it, the minutes show.", "the minutes"],
    ],
    quotes: [
      ["Rents are the last fire in the building", "Adaeze Brandt", "Governor"],
      ["When?", "Adaeze Brandt", "Governor"],
    ],
    fields: {
      section: "Business",
      source: "Tideline",
      published: NOW - 2 * HOUR,
      sourceUrl: "https://tideline.example/velmark-rate",
    },
  },
  {
    id: "ws44n8",
    headline: "Wolverines seen in Sarn valley for first time in 70 years",
    body: "Two wolverines were filmed in the upper Sarn valley in October, the first sighting there since 1956. The footage was checked by three biologists, the park said. “I watched it eleven times before I rang anyone,” said ranger Tove Lindqvarn.",
    facts: [
      [
        "Two wolverines were filmed in the upper Sarn valley in October, the first sighting there since 1956.",
      ],
      ["The footage was checked by three biologists, the park said.", "the park"],
    ],
    quotes: [["I watched it eleven times before I rang anyone", "Tove Lindqvarn", "ranger"]],
    fields: { section: "Science", published: NOW - 5 * HOUR, byline: "Ines Okafor" },
  },
  {
    id: "rt08ar",
    headline: "بلدية المرفأ تعلن إغلاق الجسر ليلاً",
    body: "أعلنت بلدية المرفأ إغلاق الجسر ليلاً. “السلامة أولاً”، قالت سلمى الحداد.",
    facts: [["أعلنت بلدية المرفأ إغلاق الجسر ليلاً."]],
    quotes: [["السلامة أولاً", "سلمى الحداد"]],
    fields: { section: "Local", published: NOW - 20 * HOUR },
  },
];

/** Every trick in a text that one article may hold. */
export const HOSTILE =
  "<img src=x onerror=alert(1)> <script>alert(2)</script> @everyone <!channel> <@U1> **bold** _it_ [a](javascript:alert(3)) https://evil.example/ # h &amp; &lt;b&gt; `x` \u202eabc";

const HOSTILE_PIECE: Piece = {
  id: "h0st1l",
  headline: HOSTILE,
  body: `${HOSTILE} “${HOSTILE}” said Bo.`,
  facts: [[HOSTILE]],
  quotes: [[HOSTILE, "<b>Bo</b>", "*chief*"]],
};

/** A newsroom with a board that can be posted to, a front desk, and the platforms' own renderers. */
export interface Newsroom {
  /** Mends nothing: what it does is tested where it is. */
  readonly mend: MendDesk;
  /** So many files are in quarantine from now on. */
  quarantine(files: number): void;
  /** That is what must be mended from now on. */
  fail(sentences: readonly string[]): void;
  readonly board: Board;
  /** Nothing stands in it; tests of the tabs have one of a store. */
  readonly desk: BoardDesk;
  readonly waiting: WaitingBoard;
  readonly frontDesk: FrontDesk;
  readonly faces: Readonly<Record<"slack" | "discord", Face>>;
  readonly log: Log & { readonly errors: readonly string[] };
  /** Puts one more edition on top of a channel. */
  add(channel: string, edition: ShownEdition): void;
}

export interface NewsroomOptions {
  readonly channels?: readonly ShownChannel[];
  readonly now?: number;
}

export function createNewsroom({ channels, now = NOW }: NewsroomOptions = {}): Newsroom {
  const shown = channels ?? sampleChannels(now);
  const editions = new Map<string, ShownEdition[]>(shown.map(({ name }) => [name, []]));
  let inQuarantine = 0;
  let troubles: readonly string[] = [];
  const board: Board = {
    channels: async () => shown,
    mayOpen: () => true,
    quarantined: async () => inQuarantine,
    newest: async () =>
      new Map([...editions].flatMap(([name, [newest]]) => (newest ? [[name, newest.slot]] : []))),
    troubles: async () => troubles,
    editions: async (channel, limit) => editions.get(channel)?.slice(0, limit) ?? null,
  };
  return {
    mend: { look: async () => null, mend: async () => ({ kind: "gone" }) },
    board,
    desk: EMPTY_DESK,
    waiting: {
      all: async () => ({ channels: [], awaiting: [] }),
      next: async () => null,
      arrange: async () => null,
      leaveOut: async () => null,
      takeBack: async () => null,
    },
    quarantine: (files) => {
      inQuarantine = files;
    },
    fail: (sentences) => {
      troubles = sentences;
    },
    frontDesk: sampleFrontDesk(board, now),
    faces: {
      slack: (message) => [renderSlack(message)],
      discord: (message) => [renderDiscord(message)],
    },
    log: errorLog(),
    add: (channel, edition) => editions.get(channel)?.unshift(edition),
  };
}

const NO_ROWS = { rows: [], page: 1, more: false };
const EMPTY_DESK: BoardDesk = {
  inbox: async () => ({ rows: [], next: null }),
  held: async () => NO_ROWS,
  quarantine: async () => NO_ROWS,
  beginningOf: async () => null,
  marks: async () => ({ inbox: 0, held: 0, quarantine: 0, at: NOW }),
  status: async () => Promise.reject(new RangeError("nobody is asked how it is doing")),
  stories: async () => ({ rows: [], next: null }),
  story: async () => null,
  archive: async () => ({ ok: true, ...NO_ROWS }),
  channels: async () => NO_ROWS,
  article: async () => ({ state: "not-shown", says: ["There is none."] }),
};

export function sampleChannels(now: number): readonly ShownChannel[] {
  return [
    {
      name: "front-page",
      description: "Every article, at 8:00, 13:00 and 18:00",
      nextSlot: now + 13 * HOUR + 55 * 60_000,
      timeZone: "Europe/London",
      places: ["Slack #news", "Discord #digest"],
    },
    {
      name: "business-and-science",
      description: "Business and science, on the hour from 9:00 to 17:00, Monday to Friday",
      nextSlot: now + 55 * 60_000,
      timeZone: "Asia/Karachi",
      places: [],
    },
  ];
}

/** An edition of the sample articles; `hostile` adds the one with every trick. */
export function sampleEdition(
  slot: number,
  { ids, hostile = false }: { ids?: readonly string[]; hostile?: boolean } = {},
): ShownEdition {
  const pieces = PIECES.filter(({ id }) => ids === undefined || ids.includes(id));
  const chosen = hostile ? [HOSTILE_PIECE] : pieces;
  const message = composeEdition({
    subscription: "front-page@preview:front-page",
    channel: "front-page",
    slot,
    timeZone: "Europe/London",
    items: chosen.map((piece) => ({ filed: fileOf(piece), update: piece.id === "ws44n8" })),
    waiting: 2,
  });
  return { slot, postedAt: slot + 1_200, message };
}

/** One of the sample articles with its brief. */
export function filedSample(id: string): Filed {
  const piece = PIECES.find((one) => one.id === id);
  if (piece === undefined) throw new RangeError(`no sample article ${id}`);
  return fileOf(piece);
}

function sampleFrontDesk(board: Board, now: number): FrontDesk {
  const filed = PIECES.map(fileOf);
  const fitting = (words: string) =>
    filed.filter(({ article, brief }) =>
      words
        .toLowerCase()
        .split(/\s+/u)
        .every((word) => `${brief.headline} ${article.body}`.toLowerCase().includes(word)),
    );
  const archive: ShownCopy = {
    get: async (id) => filed.find(({ article }) => article.id === id) ?? null,
    latest: async (_now, limit) => filed.slice(0, limit),
    search: async (words, _now, limit) => fitting(words).slice(0, limit),
    find: async (sought, _order, _now, { skip, limit }) =>
      fitting(sought.words.join(" ")).slice(skip, skip + limit),
    arrived: async (_since, _now, limit) => filed.slice(0, limit),
    revisions: async () => [],
    withdrawal: async () => null,
    meant: async () => [],
    count: async (sought, _now, most) => Math.min(most, fitting(sought.words.join(" ")).length),
    names: async () => [],
    named: async () => [],
    headlines: async (typed, _now, limit) =>
      fitting(typed)
        .slice(0, limit)
        .map(({ brief }) => ({ id: brief.id, headline: brief.headline })),
  };
  const channels = ["front-page", "business-and-science"].map(sampleChannel);
  const parts: DeskParts = {
    ...{ ledger: noLedger, clock: { now: () => now }, timeZone: "Europe/London" },
    internalSections: [],
    archive: { forReaders: () => archive, keptFrom: async () => [] },
    stories: {
      forReaders: () => ({
        ...{ placements: async () => new Map(), reports: async () => [], active: async () => [] },
      }),
    },
    channels: () => channels,
    nextSlot: () => now + HOUR,
    latestEdition: async ({ name }) =>
      (await board.editions(name, 1, ANYBODY))?.[0]?.message ?? null,
    deny: () => "t0",
    whoEdits: "",
    heldCopyFor: () => null,
    isStored: async () => false,
    linksTo: async () => [],
    articlesIn: async () => [],
  };
  return createFrontDesk(parts, withEditors(readerHandlers(parts)), NO_FORMS);
}

/** No file has a history here. */
const noLedger: DeskParts["ledger"] = {
  lastSeen: async () => null,
  record: async () => {},
  history: async () => [],
  standings: async () => [],
  articlesAt: async () => [],
  copiesOf: async () => [],
  quarantined: async () => [],
  inQuarantine: async () => [],
  stamps: async () => new Map(),
  noteStamp: async () => {},
};

function fileOf({ id, headline, body, facts, quotes, fields }: Piece): Filed {
  const article: Article = {
    ...{ id, revision: 1, path: `${id}.txt`, contentHash: id.padEnd(64, "0"), format: "text" },
    ...{ takenIn: NOW - HOUR, title: headline, body, dateline: null, byline: null },
    ...{ published: NOW - HOUR, section: null, tags: [], slug: null, urgency: null },
    ...{ embargo: null, sourceUrl: null, source: null, subheadline: null, located: null },
    ...{ subjects: [], places: [], people: [], status: "usable", announced: null, change: null },
    ...{
      guid: null,
      version: null,
      editorNote: null,
      usageTerms: null,
      copyright: null,
      language: null,
    },
    ...fields,
  };
  const brief: Brief = {
    ...{
      id,
      headline,
      body,
      dateline: article.dateline,
      language: "en",
      kind: "report",
      speakersRead: true,
    },
    facts: facts.map(([text, attribution = null, hedge = null]): Fact => {
      const start = body.indexOf(text);
      return { text, start, end: start + text.length, attribution, hedge };
    }),
    quotes: quotes.map(([text, name, role = null]): Quote => {
      const start = body.indexOf(text);
      const end = start + text.length;
      const speaker = name === undefined ? null : { name, role, start, end };
      return { text, start, end, cue: "said", hedge: null, through: null, speaker };
    }),
  };
  return { article, brief };
}

function errorLog(): Log & { readonly errors: readonly string[] } {
  const errors: string[] = [];
  return { ...silentLog, error: (event) => errors.push(event), errors };
}
