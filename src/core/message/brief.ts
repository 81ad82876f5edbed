import { signOfDesk } from "#core/article/audience.ts";
import { copyVersion } from "#core/article/copy-version.ts";
import type { Instant } from "#core/article/instant.ts";
import { type Brief, type Fact, UNNAMED } from "#core/brief/brief.ts";
import type { Filed } from "#core/digest/edition.ts";
import { LABELS, labelWith } from "#core/language/labels.ts";
import type { Quote } from "#core/speech/quote.ts";
import { amid, embedded, fromTheRight, isolated, runsRightToLeft } from "./direction.ts";
import { withKind } from "./kind.ts";
import type { Block, Button, Section, Span } from "./message.ts";
import { calendarDay, count, note, shortMoment, titleCase } from "./say.ts";

/**
 * The headline, linked to the original where its address is known; before it what kind of text it is, where that is no report.
 * @param words the headline as it is shown; left out: whole
 */
export function headlineBlock(
  { article, brief }: Filed,
  marks = "",
  words = brief.headline,
): Extract<Block, { kind: "headline" }> {
  const mark = withKind(marks, brief.kind, brief.headline);
  const turned = mark !== "" && runsRightToLeft(brief.headline);
  const headline: Span = {
    text: turned ? embedded(words) : words,
    style: "strong",
    ...(article.sourceUrl !== null && { href: article.sourceUrl }),
  };
  return {
    kind: "headline",
    spans: mark === "" ? [headline] : [{ text: marked(mark, turned) }, headline],
  };
}

function marked(mark: string, turned: boolean): string {
  return turned ? fromTheRight(`${mark} · `) : `${mark} · `;
}

/** Facts as a list; nothing where there are none. */
export function factBlocks(facts: readonly Fact[]): readonly Block[] {
  return facts.length === 0 ? [] : [{ kind: "list", items: facts.map(factSpans) }];
}

/**
 * A fact with its owner and its hedge. They are only added where the fact's own words do not hold
 * them already, so that "Dar said" is not said twice; they are never left out.
 */
export function factSpans(fact: Fact): readonly Span[] {
  const owner = factOwner(fact);
  const { text } = fact;
  return owner === null ? [{ text }] : [{ text }, { text: ` — ${owner}`, style: "emphasis" }];
}

/** What must stand behind a fact's text wherever that is shown: who claims it, and its hedge; `null` where the text says so itself. */
export function factOwner({ text, attribution, hedge }: Fact): string | null {
  const owner = attribution !== null && !names(text, attribution) ? attribution : null;
  const doubt = hedge !== null && !text.toLowerCase().includes(hedge.toLowerCase()) ? hedge : null;
  const added = [owner, doubt].filter((part) => part !== null).join(", ");
  return added === "" ? null : added;
}

/** Says whether a text names its owner, by the whole name or by its last word. "The writer" may be another's. */
function names(text: string, owner: string): boolean {
  if (owner === UNNAMED.view || owner === UNNAMED.leader) return false;
  const last = owner.split(/\s+/u).at(-1) ?? owner;
  return (
    text.includes(owner) || (/^\p{Lu}/u.test(last) && text.split(/[^\p{L}\p{N}-]+/u).includes(last))
  );
}

/** What is printed of a brief's quotes beside its facts, and how many more there are. */
export interface Pulled {
  /** The worthiest first. */
  readonly quotes: readonly Quote[];
  readonly more: number;
}

/** The pull quotes of a brief; of one that was stored before there were any, the first whose speaker is known. */
export function pulledQuotes({ quotes, pullQuotes, speakersRead }: Brief): Pulled {
  const known = quotes.filter(({ speaker }) => speaker !== null || !speakersRead);
  const pulled =
    pullQuotes === undefined ? known.slice(0, 1) : pullQuotes.flatMap((at) => quotes[at] ?? []);
  return { quotes: pulled, more: quotes.length - pulled.length };
}

/** How many quotes are not printed: `2 more quotes`, `2 quotes, to be read in context`. */
export function sayMore(brief: Brief): string {
  const { quotes, more } = pulledQuotes(brief);
  if (quotes.length > 0) return count(more, "more quote");
  return `${count(more, "quote")}, to be read in context`;
}

/** Pull quotes in the article's order, and how many more can be asked for. */
export function pulledBlocks(brief: Brief): readonly Block[] {
  const { quotes, more } = pulledQuotes(brief);
  const inOrder = quotes.toSorted((one, other) => one.start - other.start);
  return [...quoteBlocks(brief, inOrder), ...(more === 0 ? [] : [note({ text: sayMore(brief) })])];
}

/** Quotes of one brief, each with who said it. */
export function quoteBlocks(
  { speakersRead }: Pick<Brief, "speakersRead">,
  quotes: readonly Quote[],
): readonly Block[] {
  return quotes.map((quote) => quoteBlock(quote, speakersRead));
}

/** A quote with who said it, and with the doubt that the article leaves: it is never shown without. */
function quoteBlock({ text, speaker, hedge, through }: Quote, speakersRead: boolean): Block {
  const bearing = [hedge, through].filter((part) => part !== null).map(midway);
  const behind: readonly Span[] =
    bearing.length === 0 ? [] : [{ text: `, ${bearing.join(", ")}`, style: "emphasis" }];
  if (speaker === null) {
    const why = speakersRead ? "The article does not settle who said it" : "Speakers not read";
    return { kind: "quote", text, by: [{ text: why }, ...behind] };
  }
  const role: readonly Span[] = speaker.role === null ? [] : [{ text: `, ${speaker.role}` }];
  return { kind: "quote", text, by: [{ text: speaker.name, style: "strong" }, ...role, ...behind] };
}

/** "In a statement" opened its sentence; here it follows a name. */
function midway(words: string): string {
  return words.replace(/^(?:In|On|Via|By|According|Allegedly|Reportedly|Apparently)\b/u, (first) =>
    first.toLowerCase(),
  );
}

/** Opens an article's sheet: the one button of an item, wherever it stands. */
export function moreButton({ article, brief }: Filed): Button {
  const spoken = labelWith(LABELS.moreOf, brief.headline);
  return { kind: "ask", label: LABELS.more, ask: `brief ${article.id}`, spoken };
}

/** A whole brief, in as many sections as it may be parted into. */
export function briefSections(filed: Filed, timeZone: string): readonly Section[] {
  return wholeBlocks(filed, timeZone).map((block, index) => ({
    ...{ blocks: [block], about: filed.article.id },
    drawn: index === 0 ? "whole" : "rest",
  }));
}

/**
 * A whole brief: every fact, its pull quotes, where it is from, and a way to all that was said.
 * @param most facts, where there is no room for all of it: then no quotes either; left out: all
 */
export function wholeBlocks(
  filed: Filed,
  timeZone: string,
  most: number | null = null,
): readonly Block[] {
  const { brief } = filed;
  const left = most === null ? pulledQuotes(brief).more : brief.quotes.length;
  return [
    ...factBlocks(brief.facts.slice(0, most ?? brief.facts.length)),
    ...(most === null ? pulledBlocks(brief) : []),
    provenanceBlock(filed, timeZone),
    ...(left === 0 ? [] : allQuotes(brief)),
  ];
}

function allQuotes({ id, quotes }: Brief): readonly Block[] {
  const label = labelWith(LABELS.quotesCounted, quotes.length);
  return [{ kind: "buttons", buttons: [{ kind: "ask", label, ask: `quotes ${id}` }] }];
}

/** `now`: as for `dateOf`. */
export interface ProvenanceTerms {
  /** Also the id that commands take: in the article's sheet alone. */
  readonly withId?: boolean;
  /** Not which version it is: that counts those that whoever asks may not see. */
  readonly unnumbered?: boolean;
  readonly now?: Instant;
}

/**
 * Source, byline, place, section and time of an article, as small print; before them that it is for the desk alone.
 */
export function provenanceBlock(
  { article, brief }: Filed,
  timeZone: string,
  { withId = false, unnumbered = false, now }: ProvenanceTerms = {},
): Block {
  const source = article.source ?? article.dateline?.agency ?? null;
  // "Tarn Wire staff" says the source once more.
  const repeats = source !== null && article.byline?.startsWith(source) === true;
  const version = unnumbered ? 1 : copyVersion(article);
  const parts: readonly (string | null | Dated)[] = [
    signOfDesk(article),
    source,
    repeats ? null : article.byline,
    article.dateline?.place ?? null,
    article.section === null ? null : titleCase(article.section),
    dateOf(article, timeZone, now),
    version > 1 ? `revision ${version}` : null,
    withId ? article.id : null,
  ];
  const stated = parts.filter((part) => part !== null);
  return { kind: "note", spans: joinedSpans(stated, runsRightToLeft(brief.headline)) };
}

/** Parts with a point between them; each held together in a line that is read from the right. */
function joinedSpans(parts: readonly (string | Dated)[], turned: boolean): readonly Span[] {
  const held = (span: Span): Span => ({
    ...span,
    text: turned ? isolated(span.text) : amid(span.text),
  });
  const spans = parts.flatMap((part, index): readonly Span[] => {
    const point = index === 0 ? "" : " · ";
    const begun = turned && index === 0 ? fromTheRight(point) : point;
    if (typeof part === "string") return [{ text: begun }, held({ text: part })];
    return [{ text: `${begun}${part.word}` }, held(part.span)];
  });
  const joined: Span[] = [];
  for (const span of spans.filter(({ text }) => text !== "")) {
    const open = joined.at(-1);
    if (open === undefined || open.moment !== undefined || span.moment !== undefined) {
      joined.push(span);
    } else joined.splice(-1, 1, { text: `${open.text}${span.text}` });
  }
  return joined;
}

/** A date, and the word that stands before it. */
interface Dated {
  readonly word: string;
  readonly span: Span;
}

const DAY = 24 * 60 * 60 * 1000;

/**
 * The date that the copy states, with a time only where it states one; else when it came in, and that said.
 * @param now with the year of a date that is of another one; left out: of what is older than the year in which it came in
 */
export function dateOf(
  { published, takenIn }: Filed["article"],
  timeZone: string,
  now = takenIn,
): Dated {
  if (published === null) return { word: "received ", span: shortMoment(takenIn, timeZone) };
  // A date alone is read as midnight UTC: clocks of another zone would show another day.
  const isDay = published % DAY === 0;
  return {
    word: "",
    span: isDay ? { text: calendarDay(published, now) } : shortMoment(published, timeZone, now),
  };
}
