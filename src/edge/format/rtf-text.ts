import type { Aside } from "#core/article/copy.ts";
import { asideOf, fieldAside, type Place } from "./aside.ts";
import type { Block } from "./html-blocks.ts";
import { encodingOfCharset, encodingOfPage, SYMBOLS } from "./rtf-charset.ts";
import { type RtfToken, rtfTokens } from "./rtf-tokens.ts";
import { BESIDE, INFO, PRINTED, PROPERTIES, SILENT } from "./rtf-words.ts";

/** The text of an RTF file, or a sentence for the editor. */
export type RtfText =
  | {
      readonly ok: true;
      readonly blocks: readonly Block[];
      readonly title: string;
      /** What it holds beside its story. */
      readonly asides: readonly Aside[];
    }
  | { readonly ok: false; readonly reason: string };

/** Word itself nests some thirty groups. */
const DEEPEST = 300;
const MOST_TOKENS = 1_000_000;
const MOST_LETTERS = 1_000_000;
const DEFAULT_ENCODING = "windows-1252";

const PARAGRAPH_ENDS = new Set(["par", "sect", "page", "row", "nestrow", "column"]);

interface Beside {
  readonly place: Place;
  /** The name of the property; `null` for words in none. */
  field: string | null;
  text: string;
}

interface Group {
  /** What becomes of its text. */
  into: "story" | "nothing" | "title" | "fonts" | "info" | "beside";
  /** What gathers the text of a group beside the story. */
  beside: Beside | null;
  hidden: boolean;
  struck: boolean;
  deleted: boolean;
  font: number | null;
  /** How many characters follow a `\u` for programs that don't know it. */
  fallback: number;
}

/** Reads RTF as its reader would see it: without what is hidden, deleted, a note, or in head and foot. */
export function readRtf(bytes: Uint8Array): RtfText {
  const reader = new RtfReader();
  for (const token of rtfTokens(bytes)) {
    reader.take(token);
    if (reader.fault !== null) return { ok: false, reason: reader.fault };
    if (reader.isDone) break;
  }
  return reader.finish();
}

class RtfReader {
  fault: string | null = null;
  isDone = false;
  readonly #groups: Group[] = [];
  readonly #blocks: Block[] = [];
  readonly #besides: Beside[] = [];
  readonly #charsets = new Map<number, number>();
  #group: Group = {
    into: "story",
    beside: null,
    hidden: false,
    struck: false,
    deleted: false,
    font: null,
    fallback: 1,
  };
  #encoding: string | null = DEFAULT_ENCODING;
  #defaultFont: number | null = null;
  #pending: number[] = [];
  #letters = 0;
  #tokens = 0;
  #text = "";
  #title = "";
  #isItem = false;
  #isHeading = false;
  #toSkip = 0;

  take(token: RtfToken): void {
    this.#tokens += 1;
    if (this.#tokens > MOST_TOKENS || this.#letters > MOST_LETTERS)
      this.fault = "The RTF file holds more text than any article; save the story alone.";
    if (token.kind === "open") this.#open();
    else if (token.kind === "close") this.#close();
    else if (token.kind === "bytes") this.#takeBytes(token.bytes);
    else if (this.#toSkip > 0 && token.word !== "u") this.#toSkip -= 1;
    else this.#takeWord(token.word, token.value);
  }

  finish(): RtfText {
    if (!this.isDone)
      return { ok: false, reason: "The RTF file was cut off on its way; send it again." };
    this.#endParagraph();
    const asides = this.#besides.flatMap(({ place, field, text }) =>
      field === null ? asideOf(place, text) : fieldAside(place, field, text),
    );
    return { ok: true, blocks: this.#blocks, title: this.#title.trim(), asides };
  }

  #open(): void {
    this.#print("");
    this.#toSkip = 0;
    this.#groups.push(this.#group);
    this.#group = { ...this.#group };
    if (this.#groups.length > DEEPEST)
      this.fault = "The RTF file is nested too deeply; save the story anew as plain text.";
  }

  #close(): void {
    this.#print("");
    this.#toSkip = 0;
    this.#group = this.#groups.pop() ?? this.#group;
    this.isDone = this.#groups.length === 0;
  }

  #takeBytes(bytes: Uint8Array): void {
    const skipped = Math.min(this.#toSkip, bytes.length);
    this.#toSkip -= skipped;
    if (!this.#isRead()) return;
    for (const byte of bytes.subarray(skipped)) this.#pending.push(byte);
  }

  #takeWord(word: string, value: number | null): void {
    this.#print("");
    const printed = PRINTED[word];
    if (word === "u") this.#printUnit(value ?? 0);
    else if (printed !== undefined) this.#print(printed);
    else if (PARAGRAPH_ENDS.has(word)) this.#endParagraph();
    else if (word === "cell" || word === "nestcell") this.#endCell();
    else
      this.#setDestination(word) ||
        this.#setCharacter(word, value) ||
        this.#setDocument(word, value);
  }

  #printUnit(value: number): void {
    this.#print(String.fromCharCode(value & 0xffff));
    this.#toSkip = this.#group.fallback;
  }

  #setDestination(word: string): boolean {
    if (word === "listtext" || word === "pntext") this.#isItem ||= this.#group.into === "story";
    const place = BESIDE[word];
    if (place !== undefined) this.#divert(place, null);
    else if (this.#setProperty(word)) return true;
    else if (word === "*" || SILENT.has(word)) this.#group.into = "nothing";
    else if (word === "fonttbl") this.#group.into = "fonts";
    else if (word === "info") this.#group.into = "info";
    else if (word === "title" && this.#group.into === "info") this.#group.into = "title";
    else return false;
    return true;
  }

  /** From here on the text of this group stands beside the story. */
  #divert(place: Place, field: string | null): void {
    const beside = { place, field, text: "" };
    this.#besides.push(beside);
    this.#group.into = "beside";
    this.#group.beside = beside;
  }

  /** `{\\info{\\subject …}}`, `{\\*\\userprops{\\propname …}{\\staticval …}}`. */
  #setProperty(word: string): boolean {
    const { into } = this.#group;
    if (into === "info" && INFO.has(word)) this.#divert(PROPERTIES, word);
    else if (word === "propname") this.#divert(PROPERTIES, null);
    else if (word === "staticval") {
      const name = this.#besides.at(-1);
      this.#divert(PROPERTIES, name?.text.trim() ?? "");
    } else return false;
    return true;
  }

  #setCharacter(word: string, value: number | null): boolean {
    const group = this.#group;
    if (word === "f") group.font = value;
    else if (word === "fcharset" && group.into === "fonts" && group.font !== null)
      this.#charsets.set(group.font, value ?? 0);
    else if (word === "v") group.hidden = value !== 0;
    else if (word === "strike" || word === "striked") group.struck = value !== 0;
    else if (word === "deleted") group.deleted = value !== 0;
    else if (word === "plain") {
      group.hidden = false;
      group.struck = false;
      group.deleted = false;
      group.font = this.#defaultFont;
    } else if (word === "uc") group.fallback = Math.min(16, Math.max(0, value ?? 1));
    else return false;
    return true;
  }

  #setDocument(word: string, value: number | null): boolean {
    if (word === "ansicpg") this.#encoding = encodingOfPage(value ?? 1252);
    else if (word === "mac") this.#encoding = "macintosh";
    else if (word === "pc" || word === "pca") this.#encoding = null;
    else if (word === "deff") {
      this.#defaultFont = value;
      this.#group.font ??= value;
    } else if (word === "pard") this.#isHeading = false;
    else if (word === "outlinelevel") this.#isHeading = value === 0;
    else return false;
    return true;
  }

  /** Puts what stands so far, and then `text`, where the group has its text. */
  #print(text: string): void {
    const words = this.#decoded() + text;
    const { into, beside, hidden, struck, deleted } = this.#group;
    if (words === "" || deleted) return;
    this.#letters += words.length;
    if (beside !== null) beside.text += words;
    if ((hidden || struck) && into === "story") this.#setAside(hidden, words);
    if (hidden || struck) return;
    if (into === "story") this.#text += words;
    if (into === "title" && this.#title.length < 500) this.#title += words;
  }

  /** Runs of hidden text follow each other in pieces. */
  #setAside(hidden: boolean, words: string): void {
    const place: Place = hidden ? "hidden text" : "struck-out text";
    const last = this.#besides.at(-1);
    if (last?.place === place) last.text += words;
    else this.#besides.push({ place, field: null, text: words });
  }

  #isRead(): boolean {
    return ["story", "title", "beside"].includes(this.#group.into);
  }

  #decoded(): string {
    if (this.#pending.length === 0) return "";
    const bytes = Buffer.from(this.#pending);
    this.#pending = [];
    const charset =
      this.#group.font === null ? null : (this.#charsets.get(this.#group.font) ?? null);
    if (charset === SYMBOLS) return bytes.toString("latin1").replace(/[^\x20-\x7e]/gu, "•");
    if (bytes.every((byte) => byte < 0x80)) return bytes.toString("latin1");
    const encoding = (charset === null ? null : encodingOfCharset(charset)) ?? this.#encoding;
    if (encoding !== null) return new TextDecoder(encoding).decode(bytes);
    this.fault =
      "The RTF file is in an old code page that is not read; save the story anew as plain text.";
    return "";
  }

  #endCell(): void {
    if (this.#group.into === "story" && this.#text.trim() !== "")
      this.#text = `${this.#text.trim()} | `;
  }

  #endParagraph(): void {
    this.#print(this.#group.into === "beside" ? "\n" : "");
    if (this.#group.into !== "story") return;
    const text = this.#text.replace(/[^\S\n\u00a0]+/gu, " ").replace(/(?<![\s|])[\s|]+$/u, "");
    const kind = this.#isHeading ? "heading" : this.#isItem ? "item" : "text";
    const level = this.#isHeading ? 1 : 0;
    this.#blocks.push({ kind: text.trim() === "" ? "text" : kind, level, text: tidy(text) });
    this.#text = "";
    this.#isItem = false;
  }
}

function tidy(text: string): string {
  return text
    .replace(/ ?\n ?/gu, "\n")
    .trim()
    .toWellFormed();
}
