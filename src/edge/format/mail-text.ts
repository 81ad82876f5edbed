import { withoutNote } from "./mail-note.ts";

/** What a mail's text holds of a story. */
export interface MailText {
  readonly lines: readonly string[];
  /** Header lines of the mail that was forwarded, where the story is that one: `subject`, `date`, … */
  readonly forwarded: ReadonlyMap<string, string> | null;
  /** What the sender wrote to the desk, above their copy or above the mail that they forward. */
  readonly note: string;
}

// Reads: ---------- Forwarded message ---------, Begin forwarded message:, -------- Forwarded Message --------
const FORWARD =
  /^[\s*>]*(?:-{2,}\s*(?:forwarded|weitergeleitete)\s(?:message|nachricht|mail|by\b[^-]*)\s*-{2,}|begin forwarded message:)\s*$/iu;
// Reads: -----Original Message-----, ________________________________ above Outlook's header lines
const ORIGINAL =
  /^[\s*>]*(?:-{2,}\s*(?:original|ursprüngliche)\s(?:message|nachricht|mail)\s*-{2,}|_{20,})\s*$/iu;
// Reads: On Fri, May 8, 2026 at 9:12 AM Lena Voss <lena@wire.example> wrote:
const WROTE = /^(?:on|am|le|el)\s.{6,300}(?:wrote|schrieb|a écrit|escribió)\s?:\s*$/iu;
const HEADER =
  /^\*?(?<name>from|sent|date|to|cc|subject|reply-to|von|gesendet|an|betreff)\s?:\*?\s+(?<value>\S.*)$/iu;
// RFC 3676, 4.3: two hyphens and a space; programs that trim lines lose the space.
const SIGNATURE = /^--\s?$/u;
// Reads: Sent from my iPhone, Get Outlook for Android
const DEVICE = /^(?:sent from (?:my )?\p{L}[\p{L}\d ]{2,40}|get outlook for \p{L}+.*)\.?$/iu;
// Reads: Dear colleagues, / Hello all, / Good morning / Hi Lena,
const GREETING =
  /^(?:dear|hi|hello|hey|good (?:morning|afternoon|evening|day))(?:\s[\p{L}.&/ ]{1,40})?\s?[,:!;.–-]?$/iu;
const CLOSING =
  /^(?:(?:kind|best|warm|many)\s)?(?:regards|wishes|thanks)(?:\sin advance)?\s?[,.!]?$|^(?:cheers|thank you|thanks|sincerely|yours (?:sincerely|truly|faithfully))\s?[,.!]?$/iu;
// Reads: This e-mail message has been scanned for viruses, This email and any files with it are confidential …
const DISCLAIMER =
  /^(?:(?:disclaimer|confidentiality notice)\s?:|(?:this|the information (?:in|contained in) this) (?:e-?mail|message)\b.{0,120}\b(?:scanned|virus(?:es)?|confidential|privileged|intended (?:only|solely)))/iu;
/** A note above a forwarded mail is short; what is longer is a story itself. */
const LONGEST_NOTE = 400;
const MOST_CLOSING_LINES = 8;

/** Takes from a mail what is no part of its copy: quoted mails, signatures, greetings. */
export function readMailText(text: string): MailText {
  const lines = text.split("\n").map((line) => line.trimEnd());
  const cut = lines.findIndex(
    (_, index) => FORWARD.test(lines[index] ?? "") || startsQuote(lines, index),
  );
  const above = withoutEnds(cut === -1 ? lines : lines.slice(0, cut));
  const note = above.join("\n").trim();
  if (cut !== -1 && FORWARD.test(lines[cut] ?? "") && note.length <= LONGEST_NOTE) {
    const forwarded = readForwarded(lines.slice(cut + 1));
    if (forwarded !== null) {
      const notes = [note, forwarded.note].filter((one) => one !== "");
      return { ...forwarded, note: notes.join("\n") };
    }
  }
  return { ...withoutNote(above), forwarded: null };
}

function startsQuote(lines: readonly string[], index: number): boolean {
  const line = lines[index] ?? "";
  const behind = lines
    .slice(index + 1, index + 3)
    .join(" ")
    .trim();
  if (ORIGINAL.test(line))
    return HEADER.test(lines.slice(index + 1, index + 4).find(isFilled) ?? "");
  // The name of a long sender stands on a line of its own.
  const isWrote = WROTE.test(line) || WROTE.test(`${line} ${lines[index + 1] ?? ""}`);
  return isWrote && (behind === "" || />/u.test(lines.slice(index + 1, index + 5).join("\n")));
}

function isFilled(line: string): boolean {
  return line.trim() !== "";
}

function readForwarded(lines: readonly string[]): MailText | null {
  const isQuoted = lines.filter(isFilled).every((line) => line.startsWith(">"));
  const own = isQuoted ? lines.map((line) => line.replace(/^>\s?/u, "")) : lines;
  const fields = new Map<string, string>();
  let at = own.findIndex(isFilled);
  if (at === -1) return null;
  for (; isFilled(own[at] ?? ""); at += 1) {
    const field = HEADER.exec(own[at] ?? "")?.groups;
    const name = field?.name?.toLowerCase();
    if (name !== undefined && field?.value !== undefined) fields.set(name, field.value.trim());
    else if (fields.size === 0) return null;
  }
  const inner = readMailText(own.slice(at).join("\n"));
  return inner.forwarded !== null ? inner : { ...inner, forwarded: fields };
}

function withoutEnds(lines: readonly string[]): readonly string[] {
  const signature = lines.findIndex((line) => SIGNATURE.test(line));
  const signed = signature === -1 ? lines : lines.slice(0, signature);
  const own = withoutDisclaimers(signed).filter(
    (line) => !/^>/u.test(line) && !DEVICE.test(line.trim()),
  );
  const first = own.findIndex(isFilled);
  const greeted =
    first !== -1 && GREETING.test((own[first] ?? "").trim()) ? own.slice(first + 1) : own;
  const closing = greeted.findLastIndex((line) => CLOSING.test(line.trim()));
  const behind = closing === -1 ? [] : greeted.slice(closing + 1).filter(isFilled);
  return closing !== -1 && behind.length <= MOST_CLOSING_LINES && behind.every(isShort)
    ? greeted.slice(0, closing)
    : greeted;
}

/** A disclaimer takes its whole paragraph with it. */
function withoutDisclaimers(lines: readonly string[]): readonly string[] {
  let isInside = false;
  return lines.filter((line, index) => {
    const opens = !isFilled(lines[index - 1] ?? "");
    if (!isFilled(line)) isInside = false;
    else if (opens) isInside = DISCLAIMER.test(`${line} ${lines[index + 1] ?? ""}`.slice(0, 400));
    return !isInside;
  });
}

/** A name, a post, a telephone number: no sentence of a story. */
function isShort(line: string): boolean {
  return line.length <= 80;
}
