import type { Fact, Quote } from "#core/brief/brief.ts";
import type { Filed } from "#core/digest/edition.ts";
import type { Block, Span } from "./message.ts";
import { calendarDay, shortDate } from "./say.ts";

/** The headline, linked to the original where its address is known. */
export function headlineBlock({ article, brief }: Filed, mark?: string): Block {
  const headline: Span = {
    text: brief.headline,
    style: "strong",
    ...(article.sourceUrl !== null && { href: article.sourceUrl }),
  };
  return {
    kind: "headline",
    spans: mark === undefined ? [headline] : [{ text: `${mark} · ` }, headline],
  };
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
  const { attribution, hedge } = fact;
  const text = capitalised(fact.text);
  const owner = attribution !== null && !names(text, attribution) ? attribution : null;
  const doubt = hedge !== null && !text.toLowerCase().includes(hedge.toLowerCase()) ? hedge : null;
  const added = [owner, doubt].filter((part) => part !== null).join(", ");
  return added === "" ? [{ text }] : [{ text }, { text: ` — ${added}`, style: "emphasis" }];
}

/** A fact whose opening words were dropped begins with a small letter; on its own it gets a capital. */
function capitalised(text: string): string {
  const [first = ""] = text;
  return first.toUpperCase() + text.slice(first.length);
}

/** Says whether a text names its owner, by the whole name or by its last word. */
function names(text: string, owner: string): boolean {
  const last = owner.split(/\s+/u).at(-1) ?? owner;
  return (
    text.includes(owner) || (/^\p{Lu}/u.test(last) && text.split(/[^\p{L}\p{N}-]+/u).includes(last))
  );
}

export function quoteBlock({ text, speaker }: Quote): Block {
  if (speaker === null) {
    return { kind: "quote", text, by: [{ text: "The article does not settle who said it" }] };
  }
  const role: readonly Span[] = speaker.role === null ? [] : [{ text: `, ${speaker.role}` }];
  return { kind: "quote", text, by: [{ text: speaker.name, style: "strong" }, ...role] };
}

/** Source, byline, place, section and time of an article, as small print. */
export function provenanceBlock({ article }: Filed, timeZone: string): Block {
  const source = article.source ?? article.dateline?.agency ?? null;
  // "Tarn Wire staff" says the source once more.
  const repeats = source !== null && article.byline?.startsWith(source) === true;
  const parts = [
    source,
    repeats ? null : article.byline,
    article.dateline?.place ?? null,
    article.section,
    dateOf(article, timeZone),
    article.revision > 1 ? `revision ${article.revision}` : null,
    article.id,
  ];
  return { kind: "note", spans: [{ text: parts.filter((part) => part !== null).join(" · ") }] };
}

const DAY = 24 * 60 * 60 * 1000;

/** The date that the copy states, with a time only where it states one; else when it came in, and that said. */
function dateOf({ published, takenIn }: Filed["article"], timeZone: string): string {
  if (published === null) return `received ${shortDate(takenIn, timeZone)}`;
  // A date alone is read as midnight UTC: clocks of another zone would show another day.
  return published % DAY === 0 ? calendarDay(published) : shortDate(published, timeZone);
}
