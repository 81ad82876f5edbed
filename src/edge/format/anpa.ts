import type { Reading } from "#desk/port/copy.ts";
import { readAnpaText } from "./anpa-text.ts";
import { decode } from "./encoding.ts";
import { quarantine } from "./quarantine.ts";
import type { BinaryReader } from "./reader.ts";
import { readStory } from "./story.ts";
import { isWireMessage, messageAsides, splitMessages, type WireMessage } from "./wire-message.ts";
import { partOf, storiesOf } from "./wire-stories.ts";
import { readAnpaTime } from "./wire-time.ts";

/**
 * What the head of an ANPA 1312 message says (the American Newspaper Publishers Association's
 * bulletin 1312): a service letter and number, then priority, category, keyword, date, word count.
 */
export interface AnpaHead {
  readonly service: string;
  readonly urgency: string | null;
  readonly section: string | null;
  readonly keyword: string | null;
  /** Set in columns: lines are rows of a table. */
  readonly isTable: boolean;
}

// Reads: W2870 US asian
const SERVICE = /^[^\S\n]*(?<service>[a-z]\d{4})(?:\p{Cc}|\s|$)/imu;
// Reads: f l DC3 DC1 BC-LT--Argentina-CancerB     11-13 1049
const STORY_LINE =
  /^(?<priority>[a-z]) (?<category>[a-z])\s?(?<format>\p{Cc}{0,2})\s?(?<keyword>\S.*?)?\s+(?:\d\d?-\d\d?)\s+(?<words>\d{1,5})\s*$/imu;

/** DC2: set in columns. DC1, as a rule: running text. */
const TABULAR = "\x12";

/** Priorities of the wire, as words that every format shares. */
const PRIORITIES: Readonly<Record<string, string>> = {
  f: "flash",
  b: "bulletin",
  u: "urgent",
  r: "regular",
  d: "deferred",
};
/** A flash is a line or two; some services mark their features with the same letter. */
const LONGEST_FLASH = 150;

/** Categories whose letter means the same at every service. */
const CATEGORIES: Readonly<Record<string, string>> = {
  a: "National",
  e: "Entertainment",
  f: "Business",
  i: "International",
  l: "Lifestyle",
  p: "Politics",
  s: "Sports",
  t: "Travel",
  w: "Washington",
};

/** Wire messages in ANPA 1312, one or several in a file. */
export const anpaReader: BinaryReader = {
  name: "ANPA 1312",
  recognises: ({ bytes }) => {
    if (!isWireMessage(bytes)) return false;
    const [first] = splitMessages(bytes);
    return first !== undefined && readAnpaHead(first.head) !== null;
  },
  read: ({ bytes }) =>
    storiesOf(splitMessages(bytes), (message) => partOf(numberOf(message)), readMessage),
};

/** Reads the head of a message; `null` where it is none of ANPA 1312. */
export function readAnpaHead(head: string): AnpaHead | null {
  const service = SERVICE.exec(head)?.groups?.service;
  const line = STORY_LINE.exec(head)?.groups;
  if (service === undefined || line === undefined) return null;
  const priority = line.priority?.toLowerCase() ?? "";
  const isFeature = priority === "f" && Number(line.words) > LONGEST_FLASH;
  return {
    service,
    urgency: isFeature ? null : (PRIORITIES[priority] ?? null),
    section: CATEGORIES[line.category?.toLowerCase() ?? ""] ?? null,
    keyword: line.keyword?.trim() ?? null,
    isTable: (line.format ?? "").includes(TABULAR),
  };
}

function numberOf({ head }: WireMessage): string {
  return readAnpaHead(head)?.service ?? "";
}

function readMessage(message: WireMessage): Reading {
  const head = readAnpaHead(message.head);
  const decoded = decode(message.text);
  if (!decoded.ok) return quarantine(decoded.reason);
  const { fields, paragraphs, asides } = readAnpaText(decoded.text, head?.isTable ?? false);
  return readStory("anpa", paragraphs, {
    urgency: head?.urgency ?? null,
    section: head?.section ?? null,
    date: readAnpaTime(message.tail),
    source: readAgency(message.tail),
    slug: head?.keyword ?? null,
    ...fields,
    asides: [...asides, ...messageAsides(message)],
  });
}

/** Reads the agency that a message ends with: `AP-WF-11-13-13 1509GMT`. */
export function readAgency(tail: string): string | null {
  return /^\s*(?<agency>\p{Lu}{2,6})-\p{Lu}{2}-\d/u.exec(tail)?.groups?.agency ?? null;
}
