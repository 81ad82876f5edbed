import type { Instant } from "#core/article/instant.ts";
import type { Block, Message, Section, Span } from "#core/message/message.ts";
import { count, duration, note, paragraph, section, shortMoment } from "#core/message/say.ts";
import type { Page } from "./button.ts";
import { pages } from "./list-answer.ts";
import { type Naming, PLAIN_NAMES } from "./naming.ts";

/** How the bot is doing. */
export interface StatusShown {
  readonly at: Instant;
  readonly timeZone: string;
  readonly version: string;
  readonly startedAt: Instant;
  /** What is wrong with the machine; left out: nothing is. */
  readonly warnings?: readonly string[];
  /** Each platform, and how it is connected, as a sentence. */
  readonly connections: readonly { readonly platform: string; readonly says: string }[];
  /** What waits for each place. */
  readonly waiting: readonly {
    readonly place: string;
    readonly parts: number;
    readonly since: Instant;
    readonly error: string | null;
  }[];
  /** Articles that words of their own hold until an editor or their publisher says otherwise. */
  readonly held: number;
  /** Editions that wait for an editor's word, by what they are called; left out: none. */
  readonly awaiting?: readonly { readonly name: string; readonly since: Instant }[];
  /** Reports of readers that nobody has settled; left out: none. */
  readonly reports?: number;
  /** What the language model was asked in the last day; left out: there is none. */
  readonly model?: string;
  /** Posts given up in the last day. */
  readonly givenUp: number;
  readonly channels: readonly {
    readonly name: string;
    /** When its newest edition was made. */
    readonly last: Instant | null;
    readonly next: Instant | null;
    readonly rests: boolean;
    readonly timeZone: string;
  }[];
  /** Of the channels. */
  readonly page: Omit<Page, "more">;
  /** The balance of the last day, as `ledger` says it. */
  readonly balance: string;
  /** Those that came in the last day. */
  readonly quarantined: readonly { readonly path: string; readonly rule: string }[];
  /** All that are in quarantine, however old. */
  readonly quarantinedInAll: number;
}

/** Longer lists are cut: they are for the command line. */
const MOST = 10;

/** Connections, what waits, last and next editions, quarantined files. */
export function statusAnswer(shown: StatusShown, named = PLAIN_NAMES): Message {
  if (shown.page.number > 1) {
    return { summary: "How Copydesk is doing", sections: editionSections(shown) };
  }
  const { at, version, startedAt, connections, balance, warnings = [] } = shown;
  return {
    summary: "How Copydesk is doing",
    sections: [
      section(paragraph({ text: "How Copydesk is doing", style: "strong" })),
      ...warnings.map((text) => section(paragraph({ text, style: "strong" }))),
      titled(
        "Connections",
        connections.map(({ platform, says }) => line(platform, says)),
      ),
      ...waitingSections(shown),
      ...awaitingSections(shown, named),
      ...editionSections(shown),
      section(paragraph({ text: "Files of the last day: ", style: "strong" }, { text: balance })),
      ...heldSections(shown, named),
      ...reportSections(shown, named),
      ...quarantineSections(shown),
      ...modelSections(shown),
      section(note({ text: `Copydesk ${version}, at work for ${duration(at - startedAt)}` })),
    ],
  };
}

function modelSections({ model }: StatusShown): readonly Section[] {
  if (model === undefined) return [];
  return [section(paragraph({ text: "Language model: ", style: "strong" }, { text: model }))];
}

function waitingSections({ waiting, givenUp, at }: StatusShown): readonly Section[] {
  const lines = waiting.slice(0, MOST).map(({ place, parts, since, error }) => {
    const why = error === null ? "" : `: ${error}`;
    return line(place, `${count(parts, "message")} for ${duration(at - since)}${why}`);
  });
  const more = waiting.length > MOST ? [line("and", `${waiting.length - MOST} places more`)] : [];
  const lost = givenUp > 0 ? [line("Given up in the last day", count(givenUp, "message"))] : [];
  const all = [...lines, ...more, ...lost];
  return all.length === 0
    ? [section(paragraph({ text: "Nothing waits to be posted." }))]
    : [titled("Waiting to be posted", all)];
}

function awaitingSections({ awaiting = [], at }: StatusShown, named: Naming): readonly Section[] {
  if (awaiting.length === 0) return [];
  const lines = awaiting.slice(0, MOST).map(({ name, since }) => {
    return line(name, `for ${duration(at - since)}`);
  });
  const more = awaiting.length > MOST ? [line("and", `${awaiting.length - MOST} more`)] : [];
  return [titled(`Waiting for an editor: ${named("approve")}`, [...lines, ...more])];
}

/** Ten channels a page. */
function editionSections({ channels, page, at }: StatusShown): readonly Section[] {
  const first = (page.number - 1) * MOST;
  const shown = channels.slice(first, first + MOST);
  if (shown.length === 0) return [section(paragraph({ text: "There are no channels here." }))];
  return [
    titled(
      "Editions",
      shown.map((channel) => channelLine(channel, at)),
    ),
    ...pages({ ...page, more: channels.length > first + MOST }),
  ];
}

type Channel = StatusShown["channels"][number];

function channelLine({ name, last, next, rests, timeZone }: Channel, at: Instant): readonly Span[] {
  const before =
    last === null ? [{ text: " none yet" }] : [{ text: " last " }, shortMoment(last, timeZone)];
  // It was made before the clock was put back.
  const ahead = last !== null && last > at ? " by a clock that was ahead" : "";
  const rest = rests ? ", resting" : "";
  const after =
    next === null ? [{ text: "no next one" }] : [{ text: "next " }, shortMoment(next, timeZone)];
  const strong = { text: name, style: "strong" } as const;
  return [strong, ...before, { text: `${ahead}; ` }, ...after, { text: rest }].filter(
    ({ text }) => text !== "",
  );
}

/** How many, and not which: who may know that asks for them by their words. */
function heldSections({ held }: StatusShown, named: Naming): readonly Section[] {
  if (held === 0) return [];
  const text = `${count(held, "article")}, by words in the copy; an editor lets it go by its headline or id: ${named("release")}`;
  return [section(paragraph({ text: "Held: ", style: "strong" }, { text }))];
}

function reportSections({ reports = 0 }: StatusShown, named: Naming): readonly Section[] {
  if (reports === 0) return [];
  const text = `${count(reports, "report")} of what readers say is wrong: ${named("reports")}`;
  return [section(paragraph({ text: "Open: ", style: "strong" }, { text }))];
}

function quarantineSections({ quarantined, quarantinedInAll }: StatusShown): readonly Section[] {
  const all = Math.max(quarantinedInAll, quarantined.length);
  if (all === 0) return [];
  const lines = quarantined.slice(0, MOST).map(({ path, rule }) => line(path, rule));
  const more =
    quarantined.length > MOST
      ? [line("and", `${quarantined.length - MOST} more, under Quarantine on the page`)]
      : [];
  const older = all - quarantined.length;
  const rest = older > 0 ? [line("and", `${older} from before the last day`)] : [];
  return [titled(`In quarantine: ${all}`, [...lines, ...more, ...rest])];
}

function titled(title: string, items: readonly (readonly Span[])[]): Section {
  const list: Block = { kind: "list", items };
  return section(paragraph({ text: title, style: "strong" }), list);
}

function line(name: string, text: string): readonly Span[] {
  return [{ text: name, style: "strong" }, { text: ` ${text}` }];
}
