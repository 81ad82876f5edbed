import { isIgnored } from "./ignore.ts";

/** A name under which copy may lie, or why there is none. */
export type NameReading =
  | { readonly ok: true; readonly name: string }
  /** A sentence for whoever brought it. */
  | { readonly ok: false; readonly says: string };

/** In UTF-8, with room for a number and for what a program puts before a name: file systems take 255. */
const MOST_BYTES = 180;
/** Of the first line of a text that is to be its name. */
const LONGEST_TITLE = 60;
/** Letters, digits and signs that stand in a name on every system; the rest becomes a hyphen. */
const FOREIGN = /[^\p{L}\p{M}\p{N} _.()+,'’&=-]+/gu;
/** Names of devices, which Windows takes with any ending (Microsoft, "Naming Files, Paths, and Namespaces"). */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$?|conout\$?)(?:\.|$)/iu;
const ENDING = /\.[\p{L}\p{N}]{1,10}$/u;

/**
 * Makes a name of what somebody calls a file: of a path its last part, with composed accents, and nothing that some
 * system takes for something else. What the folder passes over under its own name is refused, or it would lie there unread.
 */
export function safeName(wanted: string): NameReading {
  const last = wanted.toWellFormed().normalize("NFC").split(/[/\\]/u).at(-1) ?? "";
  if (isIgnored(last.trim())) return { ok: false, says: passedOver(last.trim()) };
  const name = cleaned(last);
  return isIgnored(name) ? { ok: false, says: passedOver(last) } : { ok: true, name };
}

function passedOver(name: string): string {
  const shown = name.replace(/[^\P{Cc}\P{Cf}]/gu, "").slice(0, LONGEST_TITLE);
  return `Copydesk passes over files called as “${shown}” is, since programs write them for themselves or have not finished them: give it another name.`;
}

/** The name of a text that has none: its first line, as `Harbour bridge to close.txt`. */
export function nameOfText(text: string): string {
  const lines = text.slice(0, 4_000).split(/\r?\n/u);
  const first = lines.find((line) => /[\p{L}\p{N}]/u.test(line)) ?? "";
  const title = first.replace(/^[\s#*>"“”'-]*(?:(?:title|headline)\s*:)?\s*/iu, "");
  const short = cutAtWord(cleaned(title.replaceAll(".", " ")), LONGEST_TITLE);
  return cleaned(`${short}.txt`);
}

function cutAtWord(text: string, most: number): string {
  const letters = [...text];
  if (letters.length <= most) return text;
  const cut = letters.slice(0, most).join("");
  const end = cut.lastIndexOf(" ");
  return end > most / 2 ? cut.slice(0, end) : cut;
}

const UNNAMED = "copy";

function cleaned(text: string): string {
  const plain = text.toWellFormed().normalize("NFC").replace(FOREIGN, "-").replace(/\s+/gu, " ");
  const bare = bounded(plain);
  const ending = ENDING.exec(bare)?.[0] ?? "";
  const stem = bounded(cutTo(bare.slice(0, bare.length - ending.length), MOST_BYTES - 40));
  const named = `${stem === "" ? UNNAMED : stem}${ending}`;
  return DEVICE.test(named) ? `${UNNAMED}-${named}` : named;
}

/** Without what hides a file at its beginning, and what Windows drops at its end. */
function bounded(text: string): string {
  return text.replace(/^[\s.~\p{M}-]+|[\s.~-]+$/gu, "");
}

/** As many whole letters as fit into so many bytes of UTF-8. */
function cutTo(text: string, most: number): string {
  let bytes = 0;
  let cut = "";
  for (const letter of text) {
    bytes += bytesOf(letter.codePointAt(0) ?? 0);
    if (bytes > most) break;
    cut += letter;
  }
  return cut;
}

function bytesOf(point: number): number {
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}

/** The ending of a name, in small letters with its dot; empty where it has none. */
export function endingOf(name: string): string {
  return (ENDING.exec(name)?.[0] ?? "").toLowerCase();
}

/** So many files of one name may lie side by side. */
const MOST_OF_A_NAME = 999;

/** The name itself, then with a number before its ending: `flood.txt`, `flood-2.txt`, …. */
export function* namesLike(name: string): Generator<string, void> {
  yield name;
  const ending = ENDING.exec(name)?.[0] ?? "";
  const stem = name.slice(0, name.length - ending.length);
  for (let number = 2; number <= MOST_OF_A_NAME; number += 1) yield `${stem}-${number}${ending}`;
}

/** The same for names that some file system takes for one: without regard to case, and however accents are spelled. */
export function nameKey(name: string): string {
  return name.normalize("NFC").toLowerCase();
}
