import type { ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import { LABELS } from "#core/language/labels.ts";
import { amid } from "#core/message/direction.ts";
import type { Block, Button, Message, Section, Span } from "#core/message/message.ts";
import { count, note, paragraph, plainMessage, section, shortDate } from "#core/message/say.ts";
import { MENU_MOST } from "./button.ts";

/** What an edition that waits is called by. */
export interface EditionNamed {
  readonly channel: string;
  readonly slot: Instant;
  readonly timeZone: string;
  /** It would have gone out at once. */
  readonly urgent: boolean;
}

/** A story of it, or one that it leaves out. */
export interface StoryNamed {
  readonly id: ArticleId;
  readonly headline: string;
  /** Why it stands there, or does not: a sentence. */
  readonly why: string;
}

/** An edition that waits for an editor's word, for people. */
export interface AwaitingShown extends EditionNamed {
  /** By which it is named. */
  readonly number: number;
  readonly goesAt: Instant | null;
  /** Where it would be posted: `the page`, `Slack`. */
  readonly places: readonly string[];
  readonly items: readonly StoryNamed[];
  /** Fell out since it was made: held, killed, or not ordered any more. */
  readonly out: readonly StoryNamed[];
  /** What it leaves out: for room, by an editor, or because another report tells the story. */
  readonly left: readonly StoryNamed[];
  /** As it would be posted now; `null`: nothing of it may be. */
  readonly message: Message | null;
}

/** How an edition ended, and through whom. */
export interface DecidedShown {
  readonly how: "let-go" | "dropped" | "by-itself";
  readonly by: string;
  readonly at: Instant;
}

/** More are counted: a notice has a screen. */
const MOST_LISTED = 12;
const LONGEST_HEADLINE = 120;
/** Characters of a line in a menu (Slack docs, "Option object"). */
const LONGEST_CHOICE = 70;

/** `the edition of front-page of 8 May, 08:00` */
export function editionName({ channel, slot, timeZone, urgent }: EditionNamed): string {
  const kind = urgent ? "urgent edition" : "edition";
  return `the ${kind} of ${channel} of ${shortDate(slot, timeZone)}`;
}

/** The same where nothing but its channel may be told: `an edition of front-page`. */
export function barelyNamed({ channel }: Pick<EditionNamed, "channel">): string {
  return `an edition of ${channel}`;
}

/** What admins are told of it, at first and again while it waits. */
export function awaitingNotice(shown: AwaitingShown, again: boolean): Message {
  const head = shown.urgent ? "URGENT: " : "";
  const still = again ? "still waits" : "waits";
  const summary = `${head}${capital(editionName(shown))} ${still} for an editor`;
  return {
    summary,
    sections: [
      section(
        paragraph({ text: summary, style: "strong" }),
        listOf(shown.items),
        ...leftBlocks(shown),
        ...deciding(shown, true),
      ),
    ],
  };
}

/** The whole of it, as it would be posted, for whoever decides. */
export function awaitingAnswer(shown: AwaitingShown): Message {
  const { message, places } = shown;
  const summary = `${capital(editionName(shown))} waits for an editor (${shown.number})`;
  const where = note({ text: `For ${places.join(", ")}` });
  const head = section(paragraph({ text: summary, style: "strong" }), where);
  if (message === null) {
    const text = "Nothing of it may be shown now. It goes on waiting, or is dropped.";
    return {
      summary,
      sections: [
        head,
        section(paragraph({ text }), ...leftBlocks(shown), ...deciding(shown, false)),
      ],
    };
  }
  return {
    summary,
    sections: [
      head,
      ...message.sections.map(withoutButtons),
      section({ kind: "rule" }, ...leftBlocks(shown), ...deciding(shown, false)),
    ],
  };
}

const WHERE_READ = "Read it on the page, or ask me in a direct message.";

/** One that waits, where it may not be shown. */
export function awaitingElsewhere(edition: Pick<EditionNamed, "channel">): Message {
  const text = `${capital(barelyNamed(edition))} waits for an editor, and is not for this place.`;
  return plainMessage(text, WHERE_READ);
}

/**
 * Those that wait, where nobody has named one.
 * @param elsewhere the channels of those that may not be shown where it is asked
 */
export function awaitingList(
  all: readonly AwaitingShown[],
  elsewhere: readonly string[] = [],
): Message {
  const more =
    elsewhere.length === 0
      ? []
      : [
          section(
            note({
              text: `Not for this place: what waits of ${elsewhere.join(", ")}. ${WHERE_READ}`,
            }),
          ),
        ];
  if (all.length === 0) return { summary: "What waits is not for this place", sections: more };
  const summary = `${count(all.length, "edition")} ${all.length === 1 ? "waits" : "wait"} for an editor`;
  return {
    summary,
    sections: [
      section(paragraph({ text: summary, style: "strong" })),
      ...all.map((shown) =>
        section(
          paragraph(
            { text: capital(editionName(shown)), style: "strong" },
            { text: `: ${count(shown.items.length, "article")}` },
          ),
          { kind: "buttons", buttons: [readButton(shown)] },
        ),
      ),
      ...more,
    ],
  };
}

/**
 * What dropping it means, and the button that does it.
 * @param shown with its stories, where it may be shown
 */
export function dropQuestion(
  shown: AwaitingShown | Pick<AwaitingShown, "number" | "channel">,
): Message {
  const isShown = "items" in shown;
  const summary = `Drop ${isShown ? editionName(shown) : barelyNamed(shown)}?`;
  const stories = isShown
    ? count(shown.items.length + shown.out.length, "article")
    : "what it carries";
  const ask = `${askOf(shown)} answer:drop sure:yes`;
  return {
    summary,
    sections: [
      section(
        paragraph({ text: summary, style: "strong" }),
        paragraph({
          text: `It is posted nowhere, and ${stories} will not come in ${shown.channel} any more, in no version.`,
        }),
        { kind: "buttons", buttons: [{ kind: "ask", label: LABELS.dropForGood, ask }] },
      ),
    ],
  };
}

/**
 * What leaving a story out means, and the button that does it.
 * @param shown with its stories, where it may be shown
 */
export function leaveOutQuestion(
  shown: AwaitingShown | Pick<AwaitingShown, "number" | "channel">,
  id: ArticleId,
): Message {
  const isShown = "items" in shown;
  const summary = `Leave ${isShown ? storyName(shown, id) : id} out for good?`;
  const isLast = isShown && shown.items.every((item) => item.id === id);
  const rest = isLast ? " Nothing else is in it: it is then posted nowhere." : "";
  const what = `It goes out of ${isShown ? editionName(shown) : barelyNamed(shown)}, and does not come in ${shown.channel} any more, in no version.${rest}`;
  const ask = `${askOf(shown)} without:${id} sure:yes`;
  return {
    summary,
    sections: [
      section(paragraph({ text: summary, style: "strong" }), paragraph({ text: what }), {
        kind: "buttons",
        buttons: [{ kind: "ask", label: LABELS.leaveItOut, ask }],
      }),
    ],
  };
}

/** What was left out, and the button that takes that back for as long as the edition waits. */
export function leftOutAnswer(
  shown: AwaitingShown | Pick<AwaitingShown, "number" | "channel">,
  id: ArticleId,
): Message {
  const summary = `Left out for good: ${"items" in shown ? storyName(shown, id) : id}.`;
  const ask = `${askOf(shown)} back:${id}`;
  return {
    summary,
    sections: [
      section(paragraph({ text: summary }), {
        kind: "buttons",
        buttons: [{ kind: "ask", label: LABELS.putItBack, ask }],
      }),
    ],
  };
}

/** `“Ferry sails at noon” (a1b2c3)`, as the edition has it or had it. */
export function storyName({ items }: Pick<AwaitingShown, "items">, id: ArticleId): string {
  const found = items.find((item) => item.id === id);
  return found === undefined ? id : `“${amid(found.headline)}” (${id})`;
}

/** `Ines let the edition of front-page of 8 May, 08:00 go (8 May, 08:03).` */
export function approvedLine(edition: EditionNamed, { how, by, at }: DecidedShown): string {
  const when = shortDate(at, edition.timeZone);
  const name = editionName(edition);
  if (how === "by-itself") return `${capital(name)} went by itself (${when}): nobody had decided.`;
  return how === "let-go" ? `${by} let ${name} go (${when}).` : `${by} dropped ${name} (${when}).`;
}

/** Whoever is second is told who was first. */
export function decidedAlready({ how, by, at }: DecidedShown, timeZone: string): Message {
  const when = shortDate(at, timeZone);
  if (how === "by-itself") return plainMessage(`It went by itself already, ${when}.`);
  return plainMessage(`${by} ${how === "let-go" ? "let it go" : "dropped it"} already, ${when}.`);
}

function listOf(stories: readonly StoryNamed[]): Block {
  const shown = stories
    .slice(0, MOST_LISTED)
    .map(({ headline, id, why }): readonly Span[] => [
      { text: amid(headline.slice(0, LONGEST_HEADLINE)), style: "strong" },
      { text: ` (${id})${why === "" ? "" : ` – ${why}`}` },
    ]);
  const more = stories.length - shown.length;
  const rest: readonly (readonly Span[])[] = more > 0 ? [[{ text: `and ${more} more` }]] : [];
  return { kind: "list", items: [...shown, ...rest] };
}

function leftBlocks({ out, left }: AwaitingShown): readonly Block[] {
  const of = (title: string, stories: readonly StoryNamed[]): readonly Block[] =>
    stories.length === 0 ? [] : [paragraph({ text: title, style: "strong" }), listOf(stories)];
  return [...of("Fell out since it was made", out), ...of("Left out", left)];
}

/** What can be decided, and what happens where nobody does. */
function deciding(shown: AwaitingShown, isNotice: boolean): readonly Block[] {
  const ask = askOf(shown);
  const go: readonly Button[] =
    shown.items.length === 0
      ? []
      : [{ kind: "ask", label: LABELS.letItGo, ask: `${ask} answer:go` }];
  const buttons: readonly Button[] = [
    ...go,
    ...(isNotice ? [readButton(shown)] : []),
    { kind: "ask", label: LABELS.dropIt, ask: `${ask} answer:drop` },
  ];
  const choices = shown.items.slice(0, MENU_MOST).map(({ id, headline }) => ({
    ...{ label: headline.slice(0, LONGEST_CHOICE), ask: `${ask} without:${id}` },
  }));
  const { goesAt, timeZone } = shown;
  const end =
    goesAt === null
      ? "Nothing is posted until an editor lets it go."
      : `It goes by itself at ${shortDate(goesAt, timeZone)}, unless an editor decides before.`;
  return [
    { kind: "buttons", buttons },
    ...(choices.length < 2 ? [] : [{ kind: "menu", label: LABELS.leaveOut, choices } as const]),
    note({ text: end }),
  ];
}

function readButton(shown: AwaitingShown): Button {
  return { kind: "ask", label: LABELS.readIt, ask: askOf(shown) };
}

function askOf({ number }: Pick<AwaitingShown, "number">): string {
  return `approve edition:${number}`;
}

/** They are of what is posted. */
function withoutButtons({ about: _about, drawn: _drawn, ...one }: Section): Section {
  return { ...one, blocks: one.blocks.filter(({ kind }) => kind !== "buttons") };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
