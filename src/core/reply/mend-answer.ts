import type { Choices } from "#core/brief/mendable.ts";
import { sayMending } from "#core/brief/mending-words.ts";
import { keyOf } from "#core/brief/mendings.ts";
import type { Filed } from "#core/digest/edition.ts";
import { LABELS } from "#core/language/labels.ts";
import { factSpans, headlineBlock, provenanceBlock } from "#core/message/brief.ts";
import { cutAtWord } from "#core/message/cut.ts";
import { amid } from "#core/message/direction.ts";
import type { Block, MenuChoice, Message, Section, Span } from "#core/message/message.ts";
import { note, paragraph, section, shortMoment, titleCase } from "#core/message/say.ts";
import type { Quote } from "#core/speech/quote.ts";
import { oneLine } from "#core/text/space.ts";
import { MENU_MOST, pageBlocks } from "./button.ts";
import { lineFor } from "./line.ts";
import { NOBODY } from "./mend-order.ts";

/** A brief on the bench, before an editor. */
export interface BenchShown {
  readonly filed: Filed;
  readonly choices: Choices;
  readonly timeZone: string;
  /** 1 for the first: of an article with many quotes or sentences. */
  readonly page: number;
}

const QUOTES_SHOWN = 10;
/** As much of a quote as tells which one it is, in letters: `/quotes` has all of it. */
const LONGEST_QUOTE = 160;

/**
 * A brief with its parts numbered, and menus by which each can be mended. Every choice names its words by where they stand
 * in the article, and the revision that was looked at, so that a menu that stands since yesterday mends nothing else.
 *
 * @param said what has been done just now, or why it was not
 */
export function benchAnswer(shown: BenchShown, said: readonly string[] = []): Message {
  const { filed, timeZone } = shown;
  const { article, brief } = filed;
  const summary = said[0] ?? `The brief of “${amid(brief.headline)}”, to be mended`;
  return {
    summary,
    sections: [
      ...(said.length === 0 ? [] : [section(...said.map((text) => paragraph({ text })))]),
      section(
        headlineBlock(filed),
        provenanceBlock(filed, timeZone, { withId: true }),
        ...mendedNote(filed, timeZone),
      ),
      ...partSections(shown),
      ...menusOf(shown).map((menu) => section(menu)),
      ...pageSections(article.id, shown),
    ],
  };
}

function mendedNote({ article: { mendings } }: Filed, timeZone: string): readonly Block[] {
  if (mendings === undefined) return [];
  const said = mendings.list.map(sayMending).join("; ");
  const by = `${mendings.by} `;
  return [
    note(
      { text: "Mended: " },
      { text: by },
      { text: `${said} (` },
      shortMoment(mendings.at, timeZone),
      { text: ")" },
    ),
  ];
}

function partSections({ filed: { brief }, page }: BenchShown): readonly Section[] {
  const facts = brief.facts.map((fact, index) => numbered(`f${index + 1}`, ...factSpans(fact)));
  const quotes = quotesOn(brief.quotes, page).map(([number, { text, speaker }]) => {
    const who = speaker === null ? "nobody is named" : named(speaker);
    const words = { text: `“${cutAtWord(oneLine(text), LONGEST_QUOTE)}”` };
    return numbered(`q${number}`, words, { text: ` — ${who}`, style: "emphasis" });
  });
  const none = paragraph({ text: "It has no key fact and no quote." });
  const lists: readonly (readonly [string, readonly (readonly Span[])[]])[] = [
    ["Key facts", facts],
    ["Quotes", quotes],
  ];
  const told = lists.flatMap(([title, items]) =>
    items.length === 0
      ? []
      : [section(paragraph({ text: title, style: "strong" }), { kind: "list", items })],
  );
  return told.length === 0 ? [section(none)] : told;
}

function named({ name, role }: NonNullable<Quote["speaker"]>): string {
  return role === null ? name : `${name}, ${role}`;
}

function numbered(number: string, ...spans: readonly Span[]): readonly Span[] {
  return [{ text: `${number} `, style: "strong" }, ...spans];
}

/** Those of a page, with their numbers. */
function quotesOn(quotes: readonly Quote[], page: number): readonly (readonly [number, Quote])[] {
  const first = (page - 1) * QUOTES_SHOWN;
  return quotes
    .slice(first, first + QUOTES_SHOWN)
    .map((quote, index) => [first + index + 1, quote]);
}

function menusOf(shown: BenchShown): readonly Block[] {
  const { filed, page } = shown;
  const { facts, quotes } = filed.brief;
  const said = quotesOn(quotes, page);
  const ask = (options: Readonly<Record<string, string>>) => lineOf(filed, options);
  const strikes = [
    ...facts.map(({ start, text }, at) =>
      choice(`f${at + 1} ${text}`, ask({ strike: `f@${start}` })),
    ),
    ...said.map(([number, { start, text }]) =>
      choice(`q${number} “${text}”`, ask({ strike: `q@${start}` })),
    ),
  ];
  const speakers = said.map(([number, { start, text }]) =>
    choice(`q${number} “${text}”`, ask({ speaker: `q@${start}` })),
  );
  const sentences = sentencesOn(shown).map(({ start, text }) =>
    choice(text, ask({ sentence: String(start) })),
  );
  const headlines = shown.choices.headlines.flatMap((text, at) =>
    text === filed.brief.headline ? [] : [choice(text, ask({ headline: String(at + 1) }))],
  );
  return [
    ...menu(LABELS.strikeOne, strikes),
    ...menu(LABELS.otherSpeaker, speakers),
    ...menu(LABELS.otherFact, sentences),
    ...menu(LABELS.otherHeadline, headlines),
    ...menu(LABELS.takeBack, undoing(filed)),
  ];
}

/** Sentences that the brief does not tell. */
function sentencesOn({ filed, choices, page }: BenchShown) {
  return untold(filed, choices).slice((page - 1) * MENU_MOST, page * MENU_MOST);
}

function untold({ brief: { facts } }: Filed, { sentences }: Choices): Choices["sentences"] {
  return sentences.filter((one) => facts.every(({ start }) => start !== one.start));
}

function undoing(filed: Filed): readonly MenuChoice[] {
  const list = filed.article.mendings?.list ?? [];
  const each = list.map((one) => {
    const key = keyOf(one).replace("fact@", "f@").replace("quote@", "q@");
    return choice(titleCase(sayMending(one)), lineOf(filed, { undo: key }));
  });
  const all = choice("All of it", lineOf(filed, { undo: "all" }));
  return each.length < 2 ? each : [...each.slice(0, MENU_MOST - 1), all];
}

/** As many letters of the article's words as a menu's line has room for, before the sign that some are left out. */
const LONGEST_LABEL = 74;

function choice(text: string, ask: string): MenuChoice {
  return { label: cutAtWord(oneLine(text), LONGEST_LABEL), ask };
}

function menu(label: string, choices: readonly MenuChoice[]): readonly Block[] {
  const asked = choices.filter(({ ask }) => ask !== "").slice(0, MENU_MOST);
  return asked.length === 0 ? [] : [{ kind: "menu", label, choices: asked }];
}

function lineOf({ article: { id, revision } }: Filed, options: Readonly<Record<string, string>>) {
  return lineFor("mend", { article: id, ...options, revision: String(revision) }) ?? "";
}

function pageSections(id: string, { filed, choices, page }: BenchShown): readonly Section[] {
  const pages = Math.max(
    Math.ceil(filed.brief.quotes.length / QUOTES_SHOWN),
    Math.ceil(untold(filed, choices).length / MENU_MOST),
  );
  const blocks = pageBlocks({
    ...{ command: "mend", options: { article: id }, number: page, more: page < pages },
  });
  return blocks.length === 0 ? [] : [section(...blocks)];
}

/** Whom the article names, to choose who said a quote: those that stand nearest to it first. */
export function speakersAnswer({ filed, choices }: BenchShown, quote: Quote): Message {
  const { start, text, speaker } = quote;
  const by = (who: string) => lineOf(filed, { speaker: `q@${start}`, by: who });
  const nearest = choices.speakers.toSorted(
    (one, other) => Math.abs(one.start - start) - Math.abs(other.start - start),
  );
  const people = new Map<string, MenuChoice>();
  for (const one of nearest) {
    if (one.name === speaker?.name || people.has(one.name)) continue;
    people.set(one.name, choice(named(one), by(String(one.start))));
  }
  const nobody = speaker === null ? [] : [choice("Nobody who is named", by(NOBODY))];
  const summary = "Who said it?";
  return {
    summary,
    sections: [
      section(
        paragraph({ text: summary, style: "strong" }),
        {
          kind: "quote",
          text,
          by: [{ text: speaker === null ? "nobody is named" : named(speaker) }],
        },
        ...menu(LABELS.otherSpeaker, [
          ...[...people.values()].slice(0, MENU_MOST - nobody.length),
          ...nobody,
        ]),
        ...(people.size + nobody.length === 0
          ? [note({ text: "The article names nobody else outside of quotation marks." })]
          : []),
      ),
    ],
  };
}
