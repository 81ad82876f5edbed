import type { Email } from "postal-mime";
import type { Aside } from "#core/article/copy.ts";
import type { Reading, Story } from "#desk/port/copy.ts";
import { asideOf, besides } from "./aside.ts";
import { isTooLong } from "./document.ts";
import { hasTooManyTags, parsePage } from "./dom.ts";
import { paragraphsOf, readAll, readBlocks } from "./html-blocks.ts";
import { leftOut } from "./left-out.ts";
import { mailAsides } from "./mail-asides.ts";
import { bytesOfAttachment, isPassedOver, nameOfAttachment } from "./mail-attachment.ts";
import { readMailCopy } from "./mail-fields.ts";
import { headerOf, reasonByKind } from "./mail-kind.ts";
import { type MailText, readMailText } from "./mail-text.ts";
import { quarantine } from "./quarantine.ts";
import type { BinaryReader, RawFile, ReadInner } from "./reader.ts";
import { readStory } from "./story.ts";
import { type Companion, companionOf, storiesTogether } from "./together.ts";

/** Attachments make a mail large; beyond this, in bytes, no mail server takes one. */
const LARGEST = 32 * 1024 * 1024;
/** Attachments have lines of 76 letters; as many short ones are no text that a person wrote. */
const MOST_SHORT_LINES = 100_000;
const SHORT_LINE = 60;
const HEAD = 64 * 1024;
const MOST_ATTACHMENTS = 200;
/** Every part of a mail begins with a line of its boundary. */
const MOST_BOUNDARIES = 5000;
const OPTIONS = { forceRfc822Attachments: true, maxNestingDepth: 30, maxHeadersSize: 512 * 1024 };

/** E-mails, by RFC 5322: the text is a story, and so is each attachment that has a reader. */
export const mailReader: BinaryReader = {
  name: "e-mail",
  recognises: isMail,
  async read({ bytes }, readInner) {
    if (bytes.length > LARGEST)
      return quarantine("This e-mail is larger than 32 MB; put the story itself into the folder.");
    const { default: PostalMime } = await import("postal-mime");
    const own = withoutLead(bytes);
    if (isTooLarge(own))
      return quarantine(
        "The e-mail has more parts or lines than any that a person sent; put the story itself into the folder.",
      );
    const mail = await PostalMime.parse(own, OPTIONS);
    if (isCutOff(mail, own))
      return quarantine(
        "The e-mail was cut off on its way: its last part is missing; send it again.",
      );
    const reason = reasonByKind(mail);
    if (reason !== null) return quarantine(reason);
    if (mail.attachments.length > MOST_ATTACHMENTS)
      return quarantine("The e-mail has more than 200 attachments; send fewer at a time.");
    return readMail(mail, readInner);
  },
};

/** A mail begins with header lines, and at least two of these. */
function isMail({ bytes, extension }: RawFile): boolean {
  const [head = ""] = latin1(withoutLead(bytes).subarray(0, HEAD)).split(/\r?\n\r?\n/u, 1);
  if (!/^[\w-]+:[ \t]/u.test(head)) return false;
  if (extension === "eml" && /^(?:from|subject|content-type|date):/imu.test(head)) return true;
  const known = head.match(
    /^(?:received|return-path|message-id|mime-version|content-type|delivered-to|dkim-signature):\s/gimu,
  );
  return (known?.length ?? 0) >= 2;
}

/** Mail stores put blank lines, or a line of their own ("From lena@wire.example Fri May  8 …"), above the header. */
function withoutLead(bytes: Uint8Array): Uint8Array {
  const head = latin1(bytes.subarray(0, 2048));
  const lead = /^(?:\xef\xbb\xbf)?\s*(?:From [^\r\n]*\r?\n)?/u.exec(head)?.[0] ?? "";
  return bytes.subarray(lead.length);
}

function isTooLarge(bytes: Uint8Array): boolean {
  const mail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (hasTooManyLines(mail)) return true;
  let count = 0;
  for (let at = mail.indexOf("\n--"); at !== -1; at = mail.indexOf("\n--", at + 3)) {
    count += 1;
    if (count > MOST_BOUNDARIES) return true;
  }
  return false;
}

function hasTooManyLines(mail: Buffer): boolean {
  let lines = 0;
  for (let at = mail.indexOf("\n"); at !== -1; at = mail.indexOf("\n", at + 1)) lines += 1;
  return lines > MOST_SHORT_LINES && mail.length / lines < SHORT_LINE;
}

/** A mail of many parts ends with its boundary (RFC 2046, 5.1.1). */
function isCutOff(mail: Email, bytes: Uint8Array): boolean {
  const type = headerOf(mail, "content-type");
  if (!/^multipart\//iu.test(type)) return false;
  const found = /;\s*boundary\s*=\s*(?:"(?<quoted>[^"]+)"|(?<plain>[^\s;]+))/iu.exec(type)?.groups;
  const boundary = found?.quoted ?? found?.plain;
  return boundary !== undefined && !Buffer.from(bytes).includes(`--${boundary}--`);
}

async function readMail(mail: Email, readInner: ReadInner): Promise<Reading> {
  if (isTooLong([mail.text ?? ""]))
    return quarantine("The e-mail holds more text than any article; send the story alone.");
  const around = mailAsides(mail);
  const written = textOf(mail);
  const forms = written?.forms ?? [];
  const cover = forms.flatMap((lines) => asideOf("the text of the mail", lines.join("\n")));
  const attached = await readAttachments(mail, readInner, [...around, ...cover]);
  if (written === null && attached.length === 0)
    return quarantine(
      "The e-mail's page has too many elements to be an article; save the story as plain text.",
    );
  const isCover = attached.length > 0 && written !== null && isCoverNote(written.text);
  if (written !== null && !isCover) {
    const { paragraphs, stated } = readMailCopy(mail, written.text);
    const left = forms.flatMap((lines) => leftOut(lines, paragraphs, [stated.title]));
    const asides = [...(stated.asides ?? []), ...around, ...left];
    const reading = readStory("eml", paragraphs, { ...stated, asides });
    if (reading.ok) return { ok: true, stories: [...reading.stories, ...attached] };
  }
  if (attached.length > 0) return { ok: true, stories: attached };
  return quarantine(
    "The e-mail holds no story, only its subject or pictures; write the story into it.",
  );
}

async function readAttachments(
  mail: Email,
  readInner: ReadInner,
  around: readonly Aside[],
): Promise<readonly Story[]> {
  const companions: Companion[] = [];
  for (const [index, attachment] of mail.attachments.entries()) {
    if (isPassedOver(attachment)) continue;
    const name = nameOfAttachment(attachment, index);
    const bytes = bytesOfAttachment(attachment);
    companions.push(companionOf(name, bytes, await readInner(name, bytes)));
  }
  return storiesTogether(companions).map((story) => besides(story, around));
}

interface Written {
  readonly text: MailText;
  /** All that the mail shows, line by line: as plain text and as a page, whichever it has. */
  readonly forms: readonly (readonly string[])[];
}

/**
 * The text that the sender wrote; the page where the mail has no text, or only says that it has a page. `null`
 * for a page that is too large, and no text beside it.
 */
function textOf(mail: Email): Written | null {
  const plain = (mail.text ?? "").replace(/\r\n?/gu, "\n").replace(/\f/gu, "\n");
  const html = mail.html ?? "";
  const isLarge = html !== "" && hasTooManyTags(html);
  const forms = [plain.split("\n"), ...(html === "" || isLarge ? [] : [linesOf(html)])];
  if (html === "" || plain.trim().length * 4 > visibleLength(html))
    return { text: readMailText(plain), forms };
  if (isLarge) return plain.trim() === "" ? null : { text: readMailText(plain), forms };
  const page = parsePage(html.replaceAll(/<blockquote\b[^<>]*\btype="cite"/giu, '$& hidden=""'));
  const text = readMailText(paragraphsOf(readBlocks(page.documentElement)).join("\n\n"));
  return { text, forms };
}

function linesOf(html: string): readonly string[] {
  const { blocks, asides } = readAll(parsePage(html).documentElement);
  return [...paragraphsOf(blocks), ...asides.map(({ text }) => text)].flatMap((text) =>
    text.split("\n"),
  );
}

function visibleLength(html: string): number {
  return html
    .replaceAll(/<(?:style|script|head)\b[^<>]*>[^<]*/giu, "")
    .replaceAll(/<[^<>]*>|\s+/gu, " ")
    .trim().length;
}

/** "Please find attached our story on the harbour." is no story beside the attachment. */
function isCoverNote({ lines }: MailText): boolean {
  const text = lines.join(" ").replace(/\s+/gu, " ").trim();
  if (text.length < 60) return true;
  return (
    text.length < 500 &&
    /\b(?:attach(?:ed|ment|ments|ing)|enclosed|herewith|anbei|anhang|angehängt|ci-joint|adjunt\p{L}*)\b/iu.test(
      text,
    )
  );
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}
