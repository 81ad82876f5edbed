import type { ArticleId } from "#core/article/article.ts";
import type { Platform } from "#core/digest/subscription.ts";
import { PAGE, platformLabel } from "#core/digest/subscription.ts";
import { LABELS } from "#core/language/labels.ts";
import { amid } from "./direction.ts";
import type { Message, Section, Span } from "./message.ts";
import { count, note, paragraph, section } from "./say.ts";

/** A file that needs a hand, and why. */
export interface FileTrouble {
  readonly path: string;
  readonly rule: string;
  /** The article that an editor can let go; `null` for a file that needs another hand. */
  readonly release: ArticleId | null;
}

/** A post that was given up, and why. */
export interface PostTrouble {
  readonly subscription: string;
  readonly error: string;
}

/** An article whose new version did not keep what an editor had mended: told by its file, since its words may be held by then. */
export interface MendingTrouble {
  readonly id: ArticleId;
  readonly path: string;
  readonly by: string;
  readonly count: number;
}

/** Where a message goes. */
export interface NamedPlace {
  /** `front-page@slack:C0123` */
  readonly subscription: string;
  readonly platform: Platform;
  readonly address: string;
}

const SHORT = "#asked";

/**
 * The name by which a trouble is known of a place that takes what it is sent, though not all that was asked for
 * beside it is done there: a correction that arrives mends nothing of that.
 */
export function shortOf(place: NamedPlace): NamedPlace {
  return { ...place, subscription: `${place.subscription}${SHORT}` };
}

function isShort({ subscription }: NamedPlace): boolean {
  return subscription.endsWith(SHORT);
}

/** A place that does not take what it is sent, and why, with the mend. */
export interface PlaceFailing extends NamedPlace {
  readonly error: string;
}

/** What the admins are told of: one trouble at least. */
export interface NoticeOf {
  readonly files?: readonly FileTrouble[];
  readonly posts?: readonly PostTrouble[];
  readonly failing?: readonly PlaceFailing[];
  readonly unkept?: readonly MendingTrouble[];
  /** Places that take what they are sent again. */
  readonly mended?: readonly NamedPlace[];
}

/** More are counted, not listed: a folder full of pictures is one trouble, and not a thousand. */
const MOST_LISTED = 12;
/** Each takes three of the forty components of a Discord message; the others are named with their id. */
const MOST_BUTTONS = 6;
const LONGEST_REASON = 200;
/** A refusal tells its mend at its end. */
const LONGEST_MEND = 400;

/** What the admins are told. */
export function noticeMessage(given: NoticeOf): Message {
  const { files = [], posts = [], failing = [], mended = [], unkept = [] } = given;
  const held = files.filter(({ release }) => release !== null);
  const others = files.filter(({ release }) => release === null);
  const parts = [
    ...channels(failing, "cannot be posted to", "without all that was asked for"),
    ...channels(mended, "can be posted to again", "with all that was asked for again"),
    ...(held.length > 0 ? [`${count(held.length, "article")} held`] : []),
    ...(others.length > 0 ? [`${count(others.length, "file")} in need of a hand`] : []),
    ...(unkept.length > 0 ? [`${count(unkept.length, "mended brief")} not kept`] : []),
    ...(posts.length > 0 ? [`${count(posts.length, "post")} given up`] : []),
  ];
  const summary = `Copydesk: ${parts.join(", ")}`;
  return {
    summary,
    sections: [
      section(paragraph({ text: summary, style: "strong" })),
      ...listed(failing.map((place) => [placeName(place), cut(place.error, LONGEST_MEND)])),
      ...listed(mended.map((place) => [placeName(place), "it works again"])),
      ...heldSections(held),
      ...listed(others.map(({ path, rule }) => [path, cut(rule)])),
      ...unkeptSections(unkept),
      ...listed(posts.map(({ subscription, error }) => [subscription, cut(error)])),
      ...footnote(held.length, others.length + posts.length),
    ],
  };
}

function channels(places: readonly NamedPlace[], whole: string, short: string): readonly string[] {
  const some = places.filter(isShort).length;
  const all = places.length - some;
  return [
    ...(all > 0 ? [`${count(all, "channel")} ${whole}`] : []),
    ...(some > 0 ? [`${count(some, "channel")} ${short}`] : []),
  ];
}

/** `front-page on Slack (C0123)`: as the config names it. */
export function placeName({ subscription, platform, address }: NamedPlace): string {
  const name = subscription.split("@", 1)[0] ?? subscription;
  if (platform === PAGE) return `${name} on ${platformLabel(platform)}`;
  const called = CALLED[name] ?? name;
  return `${called} on ${platformLabel(platform)} (${address})`;
}

const CALLED: Readonly<Record<string, string>> = {
  admin: "The admins’ channel",
  reader: "A reader’s direct messages",
  greeting: "A channel that invited Copydesk",
};

/** Each with the words that hold it, and one button that lets it go. */
function heldSections(held: readonly FileTrouble[]): readonly Section[] {
  const withButton = held.slice(0, MOST_BUTTONS).map(({ path, rule, release }) =>
    section(paragraph({ text: amid(path), style: "strong" }, { text: `: ${cut(rule)}` }), {
      kind: "buttons",
      buttons: [{ kind: "ask", label: LABELS.releaseIt, ask: `release ${release ?? ""}` }],
    }),
  );
  const rest = held
    .slice(MOST_BUTTONS)
    .map(({ path, rule, release }) => [path, `${cut(rule)} (release ${release ?? ""})`] as const);
  return [...withButton, ...listed(rest)];
}

/** Each with the way to mend it anew. */
function unkeptSections(unkept: readonly MendingTrouble[]): readonly Section[] {
  const says = ({ by, count: many }: MendingTrouble) =>
    `: this was mended by ${by}; the new version has other words, so that is not kept (${count(many, "change")})`;
  const withButton = unkept.slice(0, MOST_BUTTONS).map((one) =>
    section(paragraph({ text: amid(one.path), style: "strong" }, { text: says(one) }), {
      kind: "buttons",
      buttons: [{ kind: "ask", label: LABELS.mendBrief, ask: `mend ${one.id}` }],
    }),
  );
  const rest = unkept
    .slice(MOST_BUTTONS)
    .map((one) => [one.path, `${says(one).slice(2)} (mend ${one.id})`] as const);
  return [...withButton, ...listed(rest)];
}

function footnote(held: number, files: number): readonly Section[] {
  const texts = [
    ...(held > 0
      ? ["What is held goes out when an editor releases it, or its publisher does."]
      : []),
    ...(files > 0
      ? [
          "All of them stand under Quarantine on the page; a file is read again when it changes, or when an editor asks for it there.",
        ]
      : []),
  ];
  return texts.length === 0 ? [] : [section(note({ text: texts.join(" ") }))];
}

function listed(
  troubles: readonly (readonly [name: string, reason: string])[],
): readonly Section[] {
  if (troubles.length === 0) return [];
  const items = troubles
    .slice(0, MOST_LISTED)
    .map(([name, reason]): readonly Span[] => [
      { text: amid(name), style: "strong" },
      { text: `: ${reason}` },
    ]);
  const left = troubles.length - items.length;
  const more: readonly (readonly Span[])[] = left > 0 ? [[{ text: `and ${left} more` }]] : [];
  return [section({ kind: "list", items: [...items, ...more] })];
}

function cut(reason: string, longest = LONGEST_REASON): string {
  return reason.slice(0, longest);
}
