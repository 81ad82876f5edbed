import type { Email } from "postal-mime";
import type { CopyFields, CopyLists } from "#core/article/copy.ts";
import { readHeadlineMarks } from "#core/article/headline-mark.ts";
import { findDateline } from "#core/text/find-dateline.ts";
import { bareSubject, headerOf, headersOf } from "./mail-kind.ts";
import type { MailText } from "./mail-text.ts";
import { splitTags, tagged } from "./tags.ts";
import { readWireText, takeHeaders, type WireText } from "./wire-text.ts";

/** The story of a mail, and what the mail states of it. */
export interface MailCopy {
  readonly paragraphs: readonly string[];
  readonly stated: Partial<CopyFields & CopyLists>;
}

/** Puts together what the header of a mail and its text say; without paragraphs where there is no text. */
export function readMailCopy(mail: Email, text: MailText): MailCopy {
  const wire = readWireText(text.lines.join("\n"));
  const subject = bareSubject(text.forwarded?.get("subject") ?? mail.subject ?? "");
  const ownTitle = wire.fields.title;
  if (ownTitle === undefined || subject === "" || isHeadlineOf(wire, ownTitle, subject, text))
    return { paragraphs: wire.paragraphs, stated: statedBy(mail, text, wire, ownTitle, subject) };
  // "See our story from the harbour" reads like a headline, but the subject is it.
  const paragraphs = [ownTitle, ...wire.paragraphs];
  return { paragraphs, stated: statedBy(mail, text, wire, undefined, subject) };
}

/** Says whether the first line of a text is its headline: labelled, above a dateline, or in the subject's words. */
function isHeadlineOf(
  { paragraphs, fields }: WireText,
  title: string,
  subject: string,
  { lines }: MailText,
): boolean {
  const labelled: { title?: string } = {};
  takeHeaders(lines, labelled);
  if (labelled.title === title || fields.byline !== undefined) return true;
  if (findDateline(paragraphs[0] ?? "")?.start === 0) return true;
  const words = wordsOf(title);
  const shared = wordsOf(subject).filter((word) => words.includes(word));
  return shared.length * 2 >= words.length;
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function statedBy(
  mail: Email,
  text: MailText,
  { fields }: WireText,
  ownTitle: string | undefined,
  subject: string,
): Partial<CopyFields & CopyLists> {
  const { tags: tagLine, title: _, ...above } = fields;
  const title = ownTitle ?? subject;
  return {
    ...headerFields(mail, text),
    ...above,
    ...(title === "" ? {} : { title }),
    ...deskFields(title, subject, text.note),
    ...tagged(splitTags(tagLine ?? headerOf(mail, "keywords"))),
  };
}

function headerFields(mail: Email, { forwarded }: MailText): Partial<CopyFields> {
  const date = forwarded?.get("date") ?? forwarded?.get("sent") ?? mail.date;
  const embargo = headersOf(mail).find(({ key }) => /embargo/iu.test(key))?.value;
  const source = sourceOf(mail);
  const guid = (mail.messageId ?? "").replace(/^<|>$/gu, "").trim();
  const [language = ""] = headerOf(mail, "content-language").split(",");
  return {
    ...(date === undefined ? {} : { date }),
    ...(embargo === undefined || embargo === "" ? {} : { embargo }),
    ...(source === null ? {} : { source }),
    ...(guid === "" ? {} : { guid }),
    ...(/^[a-z]{2,3}(?:-[\w-]+)?$/iu.test(language.trim()) ? { language: language.trim() } : {}),
  };
}

/**
 * A kill or an embargo may stand in the subject alone, or in the sender's note, above a story with a
 * headline of its own: neither may be lost.
 */
function deskFields(title: string, subject: string, note: string): Partial<CopyFields> {
  const isOther = subject !== "" && subject !== title;
  const notes = [...(isOther ? [subject] : []), note].filter((text) => text !== "");
  const isMarked = isOther && readHeadlineMarks(subject).signs.length > 0;
  return {
    ...(isMarked ? { status: subject } : {}),
    ...(notes.length > 0 ? { editorNote: notes.join("\n") } : {}),
  };
}

// Reads the names of houses, not of people: Alliance News, City Press Office, Wire Desk
const HOUSE =
  /(?<!\p{L})(?:agency|agence|agentur|news|newsroom|newswire|wire|press|presse|prensa|desk|media|times|herald|radio|tv|ministry|office|council|police|university|association|institute|foundation|federation|union|authority|department|gazette|tribune|post)(?!\p{L})/iu;

/** Who published it. A person who sends a mail may not have written it, and is not named as if. */
function sourceOf(mail: Email): string | null {
  const organization = headerOf(mail, "organization").slice(0, 120);
  if (organization !== "") return organization;
  const name = mail.from?.name.trim() ?? "";
  return HOUSE.test(name) && !name.includes("@") ? name.slice(0, 120) : null;
}
