import type { Aside } from "#core/article/copy.ts";
import { asideOf, fieldAside } from "./aside.ts";
import { decodeNamedEntity } from "./named-entity.ts";

/** What one entry of a feed states, in whatever namespace: the library that reads feeds knows only some. */
export interface RawEntry {
  /** By its name in lower case, with its prefix: `wp:status`, `app:draft`; the first of each counts. */
  readonly stated: ReadonlyMap<string, string>;
  readonly asides: readonly Aside[];
}

export interface RawFeed {
  /** In the feed's order. */
  readonly entries: readonly RawEntry[];
  /** What the feed says of itself, around its entries. */
  readonly asides: readonly Aside[];
}

const ENTRY = /^(?:[\w-]+:)?(?:item|entry)$/iu;
/** The story, other items, and what readers of the site said. */
const STORY =
  /^(?:content:encoded|content|(?:\w+:)?thumbnail|wp:comment|wp:postmeta|image|enclosure)$/iu;
/** When and how the feed itself was made, anew at each look: of its entries it says nothing. */
const OF_THE_FEED =
  /^(?:(?:\w+:)?(?:lastBuildDate|updated|modified|pubDate|date|generator|ttl|docs)|sy:\w+)(?:\.\w+)?$/iu;
const TOKEN =
  /<!\[CDATA\[|<!--|<(?<end>\/)?(?<name>[\p{L}_][\w:.-]*)(?<attributes>(?:[^<>"']|"[^"<]*"|'[^'<]*')*)>/gu;
const ATTRIBUTE = /(?<name>[\w:.-]+)\s*=\s*(?:"(?<one>[^"]*)"|'(?<other>[^']*)')/gu;

/** Reads each element and attribute of a feed, from its markup, once from front to back. */
export function readRawFeed(xml: string): RawFeed {
  const reader = new RawReader();
  let from = 0;
  TOKEN.lastIndex = 0;
  for (let found = TOKEN.exec(xml); found !== null; found = TOKEN.exec(xml)) {
    reader.text(xml.slice(from, found.index));
    from = TOKEN.lastIndex;
    const closes = found[0] === "<!--" ? "-->" : found[0] === "<![CDATA[" ? "]]>" : null;
    if (closes === null) {
      const { end, name = "", attributes = "" } = found.groups ?? {};
      if (end === undefined) reader.open(name, attributes);
      if (end !== undefined || attributes.endsWith("/")) reader.close(name);
      continue;
    }
    const behind = xml.indexOf(closes, from);
    const end = behind === -1 ? xml.length : behind;
    if (closes === "]]>") reader.literal(xml.slice(from, end));
    else reader.comment(xml.slice(from, end));
    from = end + closes.length;
    TOKEN.lastIndex = from;
  }
  return reader.finish();
}

class RawReader {
  readonly #entries: { stated: Map<string, string>; asides: Aside[] }[] = [];
  readonly #around: Aside[] = [];
  #text = "";
  /** The innermost element that is open and holds no other so far. */
  #leaf: string | null = null;
  #isInEntry = false;
  /** The element whose content is passed over, and how many of its name are open. */
  #passed: { readonly name: string; depth: number } | null = null;

  text(text: string): void {
    if (this.#leaf !== null) this.#text += text.includes("&") ? unescaped(text) : text;
  }

  literal(text: string): void {
    if (this.#leaf !== null) this.#text += text;
  }

  comment(text: string): void {
    const entry = this.#isInEntry ? this.#entries.at(-1) : undefined;
    (entry?.asides ?? this.#around).push(...asideOf("a comment", text));
  }

  open(name: string, attributes: string): void {
    if (this.#passed !== null) {
      if (name === this.#passed.name) this.#passed.depth += 1;
      return;
    }
    this.#leaf = name;
    this.#text = "";
    if (ENTRY.test(name)) {
      this.#isInEntry = true;
      this.#entries.push({ stated: new Map(), asides: [] });
    } else if (this.#isInEntry && STORY.test(name)) {
      this.#passed = { name, depth: 1 };
      this.#leaf = null;
    }
    for (const { groups } of attributes.matchAll(ATTRIBUTE)) {
      const { name: key = "", one, other } = groups ?? {};
      if (!/^xmlns|^xml:/u.test(key)) this.#state(`${name}.${key}`, unescaped(one ?? other ?? ""));
    }
  }

  close(name: string): void {
    if (this.#passed !== null) {
      if (name === this.#passed.name) this.#passed.depth -= 1;
      if (this.#passed.depth === 0) this.#passed = null;
      return;
    }
    if (this.#leaf === name) this.#state(name, this.#text);
    if (ENTRY.test(name)) this.#isInEntry = false;
    this.#leaf = null;
  }

  finish(): RawFeed {
    return { entries: this.#entries, asides: this.#around };
  }

  #state(name: string, value: string): void {
    const entry = this.#isInEntry ? this.#entries.at(-1) : undefined;
    const key = name.toLowerCase();
    if (entry === undefined && OF_THE_FEED.test(name)) return;
    if (entry === undefined)
      this.#around.push(...fieldAside("the fields of the feed", name, value));
    else {
      entry.asides.push(...fieldAside("the fields of the item", name, value));
      if (!entry.stated.has(key)) entry.stated.set(key, value.trim());
    }
  }
}

function unescaped(text: string): string {
  return text.replace(
    /&(?:#(?<code>\d{1,7})|#x(?<hex>[\da-f]{1,6})|\w{2,31});/giu,
    (whole, code, hex) => {
      const point = code === undefined ? Number.parseInt(hex, 16) : Number(code);
      if (code !== undefined || hex !== undefined)
        return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
      return XML[whole] ?? decodeNamedEntity(whole) ?? whole;
    },
  );
}

const XML: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&apos;": "'",
};
