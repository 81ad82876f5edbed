import type { Reading } from "#desk/port/copy.ts";
import { decode } from "./encoding.ts";
import { readIptcText } from "./iptc7901-text.ts";
import { quarantine } from "./quarantine.ts";
import type { BinaryReader } from "./reader.ts";
import { readStory } from "./story.ts";
import { isWireMessage, messageAsides, splitMessages, type WireMessage } from "./wire-message.ts";
import { partOf, storiesOf } from "./wire-stories.ts";
import { readIptcTime } from "./wire-time.ts";

/** What the head of an IPTC 7901 message says ("The IPTC Recommended Message Format", section 2). */
interface IptcHead {
  /** The source and its number: `eca062`. */
  readonly number: string;
  readonly urgency: string | null;
  readonly section: string | null;
  readonly source: string | null;
  /** Keywords stand on a line of their own: `Germany-politics/`. */
  readonly slug: string | null;
}

// Reads: eca062 4 i 211 ccccb   dpa 061   |   apa0123 5 POL 0245
const HEAD =
  /^(?:\s*(?<number>\p{L}{1,6}\s?\d{0,6}|\d{1,6})\s+|\s+)(?<priority>[1-9])\s+(?<category>[\p{L}]{1,6})(?:\s+(?<words>\d{1,5}))?(?<optional>[^\n]*)/u;

/** The categories that the IPTC recommends, and those that its German-speaking members share. */
const CATEGORIES: Readonly<Record<string, string>> = {
  ace: "Arts, culture and entertainment",
  clj: "Crime, law and justice",
  dis: "Disasters and accidents",
  fin: "Economy, business and finance",
  edu: "Education",
  evn: "Environment",
  env: "Environment",
  hth: "Health",
  hum: "Human interest",
  lab: "Labour",
  lif: "Lifestyle and leisure",
  pol: "Politics",
  rel: "Religion",
  sci: "Science and technology",
  soi: "Social issues",
  spo: "Sport",
  war: "Unrest, conflicts and war",
  wea: "Weather",
  pl: "Politik",
  wi: "Wirtschaft",
  sp: "Sport",
  ku: "Kultur",
  vm: "Vermischtes",
};

/** Wire messages in IPTC 7901, one or several in a file. */
export const iptc7901Reader: BinaryReader = {
  name: "IPTC 7901",
  recognises: ({ bytes }) => isWireMessage(bytes),
  read: ({ bytes }) =>
    storiesOf(
      splitMessages(bytes),
      (message) => partOf(readHead(message.head)?.number ?? ""),
      readMessage,
    ),
};

function readHead(head: string): IptcHead | null {
  const found = HEAD.exec(head)?.groups;
  if (found === undefined) return null;
  const source = /(?<agency>\p{L}{2,8})\s+\d{1,5}\s*$/u.exec(found.optional ?? "")?.groups?.agency;
  const below = head
    .trimStart()
    .split("\n")
    .slice(1)
    .map((line) => line.trim());
  const slug = below.filter((line) => line !== "").join(" ");
  return {
    number: found.number?.trim() ?? "",
    urgency: found.priority ?? null,
    section: CATEGORIES[found.category?.toLowerCase() ?? ""] ?? null,
    source: source ?? null,
    slug: slug === "" ? null : slug.replace(/\/$/u, ""),
  };
}

function readMessage(message: WireMessage): Reading {
  const head = readHead(message.head);
  const decoded = decode(message.text);
  if (!decoded.ok) return quarantine(decoded.reason);
  const { fields, paragraphs, asides } = readIptcText(decoded.text);
  return readStory("iptc7901", paragraphs, {
    ...fields,
    ...(head?.slug == null ? {} : { slug: head.slug }),
    urgency: head?.urgency ?? fields.urgency ?? null,
    section: head?.section ?? fields.section ?? null,
    source: head?.source ?? fields.source ?? null,
    date: readIptcTime(message.tail) ?? fields.date ?? null,
    asides: [...asides, ...messageAsides(message)],
  });
}
