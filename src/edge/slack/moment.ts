import type { types } from "@slack/bolt";
import type { MomentForm, Span } from "#core/message/message.ts";
import { escapeText } from "./escape.ts";

type Moment = NonNullable<Span["moment"]>;

/** Slack docs, "Formatting message text", Date formatting: each reader sees it by their own clock. */
const FORMS: Readonly<Record<MomentForm, string>> = {
  day: "{date_long}, {time}",
  short: "{date_short_pretty}, {time}",
  time: "{time}",
};

/** A moment inside `rich_text`. */
export function dateElement(
  { at, form }: Moment,
  fallback: string,
  style: Span["style"],
): types.RichTextDate {
  const styled = style !== undefined && {
    style: style === "strong" ? { bold: true } : { italic: true },
  };
  const timestamp = Math.floor(at / 1_000);
  return { type: "date", timestamp, format: FORMS[form], fallback, ...styled };
}

type NoteElement = types.PlainTextElement | types.MrkdwnElement;

/**
 * Small print, in which a moment is markup: it stands in an element of its own, and no word of an article in it. The gap
 * between two elements stands for the point between them.
 */
export function noteElements(spans: readonly Span[]): NoteElement[] {
  const runs: { moment?: Moment; text: string }[] = [];
  for (const { text: words, moment } of spans) {
    const open = runs.at(-1);
    // Each for itself, so that none turns another one round.
    const text = escapeText(words);
    if (moment !== undefined) runs.push({ moment, text });
    else if (open !== undefined && open.moment === undefined) open.text += text;
    else runs.push({ text });
  }
  return runs.flatMap(({ moment, text }, index): readonly NoteElement[] => {
    if (moment !== undefined) return [{ type: "mrkdwn", text: dateToken(moment, text) }];
    const begun = index === 0 ? text : text.replace(/^\s*·\s*/u, "");
    const words = index === runs.length - 1 ? begun : begun.replace(/\s*·\s*$/u, "");
    return words.trim() === "" ? [] : [plainText(words)];
  });
}

/** @param text escaped */
function dateToken({ at, form }: Moment, text: string): string {
  return `<!date^${Math.floor(at / 1_000)}^${FORMS[form]}|${text.replaceAll("|", " ")}>`;
}

/** `emoji: false`, so that `:100:` in an article stays what it is. */
export function plainText(text: string): types.PlainTextElement {
  return { type: "plain_text", text, emoji: false };
}
