import { z } from "zod";
import { type CopyFields, type CopyLists, picturing } from "#core/article/copy.ts";
import type { Reading } from "#desk/port/copy.ts";
import { fieldAsides } from "./aside.ts";
import { hasFrontMatter } from "./front-matter.ts";
import { Fields, Parts, scalar } from "./ninjs-fields.ts";
import { ninjsPictures } from "./ninjs-pictures.ts";
import { quarantine } from "./quarantine.ts";
import type { FormatReader } from "./reader.ts";
import { type WireItem, webAddress, wireReading } from "./wire-item.ts";
import { htmlText, type MarkedText, plainParagraphs } from "./xml-blocks.ts";

const SAVE_AS = "save the story as plain text, Markdown or HTML.";

/**
 * ninjs 1.x, 2.x and 3.x (IPTC): one item, an array of them, or one a line. The names of 3.x are those
 * of 2.x in camel case, so that case is disregarded.
 */
export const ninjsReader: FormatReader = {
  name: "ninjs",
  recognises: ({ text, extension }) =>
    /^(?:json|jsonl|ndjson|ninjs)$/u.test(extension) ||
    (looksLikeJson(text) && !hasFrontMatter(text)),
  read({ text }): Reading {
    const values = valuesOf(text);
    if (values === null) {
      return quarantine(`This JSON file is broken or was cut off; send it again, or ${SAVE_AS}`);
    }
    const items = values
      .map((value) => Fields.safeParse(value))
      .filter(({ data }) => data !== undefined);
    const stories = items.map(({ data }) => data ?? {}).filter(isNinjs);
    if (stories.length === 0) {
      return quarantine(`This is a JSON file, but no story in IPTC's ninjs; ${SAVE_AS}`);
    }
    return wireReading(stories.filter(isText).map(ninjsItem));
  },
};

function looksLikeJson(text: string): boolean {
  // Reads: {"uri":   [{"uri":   { "uri" :   Also when it was cut off, so that it is never plain text.
  return /^\s*(?:\[\s*)?\{\s*"[^"\n]{1,100}"\s*:/u.test(text);
}

/** The values of a file: one, those of an array, or one a line; `null` for what is no JSON. */
function valuesOf(text: string): readonly unknown[] | null {
  const whole = parsed(text);
  if (whole !== undefined) return unpacked(whole);
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  if (lines.length < 2) return null;
  const values = lines.map(parsed);
  return values.includes(undefined) ? null : values;
}

/** One item, an array of them, or what a search of an archive answers: a list in `item` or `items`. */
function unpacked(whole: unknown): readonly unknown[] {
  if (Array.isArray(whole)) return whole;
  const { item, items, _items: listed } = Fields.safeParse(whole).data ?? {};
  const list = [item, items, listed].find(Array.isArray);
  return list ?? [whole];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** `uri` is the one field that every ninjs item has; some systems write it as `guid`. */
function isNinjs(item: Fields): boolean {
  const known = ["headline", "headlines", "body_text", "body_xhtml", "body_html", "bodies", "type"];
  const withdrawn = ["pubstatus", "versioncreated"].every((name) => name in item);
  return ("uri" in item || "guid" in item) && (known.some((name) => name in item) || withdrawn);
}

function isText(item: Fields): boolean {
  return !/picture|photo|image|graphic|video|audio|animation|event|planning|package|component/iu.test(
    scalar(item, "type") ?? "",
  );
}

function ninjsItem(item: Fields): WireItem {
  const { paragraphs, asides } = textOf(item);
  const fields = fieldAsides("the fields of the item", item, isContent);
  return {
    format: "ninjs",
    stated: {
      ...stateItem(item),
      ...picturing(ninjsPictures(item)),
      asides: [...fields, ...asides],
    },
    paragraphs,
  };
}

/** The story itself, and what belongs to other items. */
function isContent(name: string): boolean {
  return /^(?:body_?(?:text|x?html5?)?|bodies|renditions?|associations?|trustindicators?)$/u.test(
    name,
  );
}

/** Names of the things in a list, such as `subject` or `places`. */
function names(item: Fields, ...lists: readonly string[]): readonly string[] {
  return lists.flatMap((list) =>
    Parts.parse(item[list]).flatMap((part) => scalar(part, "name", "literal", "value") ?? []),
  );
}

function stateItem(item: Fields): Partial<CopyFields & CopyLists> {
  const subjects = Parts.parse(item.subjects ?? item.subject);
  return {
    ...headlinesOf(item),
    byline: scalar(item, "byline", "by"),
    dateline: scalar(item, "dateline"),
    located: scalar(item, "located"),
    date: scalar(item, "versioncreated", "firstcreated", "contentcreated"),
    section: scalar(item, "section"),
    slug: scalar(item, "slugline"),
    urgency: scalar(item, "urgency", "priority"),
    embargo: scalar(item, "embargoed", "embargo"),
    status: scalar(item, "pubstatus"),
    version: scalar(item, "version"),
    guid: scalar(item, "uri", "guid"),
    editorNote: scalar(item, "ednote"),
    usageTerms: scalar(item, "usageterms"),
    copyright: scalar(item, "copyrightnotice", "copyrightholder"),
    language: scalar(item, "language"),
    source:
      names(item, "infosources", "infosource")[0] ?? scalar(item, "copyrightholder", "source"),
    sourceUrl: webAddress(
      ...["canonical", "url", "href"].map((name) => scalar(item, name)),
      ...Parts.parse(item.altids).map((part) => scalar(part, "value", "name")),
      scalar(item, "uri"),
    ),
    tags: keywordsOf(item),
    subjects: subjects.flatMap((part) => scalar(part, "name") ?? []),
    places: names(item, "places", "place"),
    people: names(item, "people", "persons", "person"),
  };
}

function keywordsOf(item: Fields): readonly string[] {
  return z
    .array(z.string())
    .catch([])
    .parse(item.keywords ?? item.keyword);
}

/** ninjs 2 and 3 list headlines by their roles, where 1 has one. */
function headlinesOf(item: Fields): Partial<CopyFields> {
  const headlines = Parts.parse(item.headlines);
  const role = (part: Fields) => scalar(part, "role") ?? "main";
  const main = headlines.find((part) => /main|^headline$/iu.test(role(part))) ?? headlines[0];
  const sub = headlines.find((part) => /sub|deck/iu.test(role(part)));
  return {
    title: scalar(item, "headline") ?? (main === undefined ? null : scalar(main, "value")),
    subheadline: scalar(item, "subheadline") ?? (sub === undefined ? null : scalar(sub, "value")),
  };
}

/** The story with its paragraphs marked up where there is one, else as plain text. */
function textOf(item: Fields): MarkedText {
  const marked = scalar(item, "body_xhtml", "body_html", "body_html5") ?? bodyOf(item, /html/iu);
  const text = marked === null ? null : htmlText(marked);
  if (text !== null && text.paragraphs.length > 0) return text;
  const plain = scalar(item, "body_text", "body") ?? bodyOf(item, /text|plain|main/iu);
  // A flash may be all in its description.
  const told = plain ?? scalar(item, "description_text") ?? descriptionOf(item);
  const asides = text?.asides ?? [];
  return { paragraphs: told === null ? [] : plainParagraphs(told), asides };
}

function descriptionOf(item: Fields): string | null {
  const [first] = Parts.parse(item.descriptions);
  return first === undefined ? null : scalar(first, "value");
}

function bodyOf(item: Fields, kind: RegExp): string | null {
  const body = Parts.parse(item.bodies).find(
    (part) =>
      kind.test(scalar(part, "contenttype") ?? scalar(part, "role") ?? "") &&
      scalar(part, "value") !== null,
  );
  return body === undefined ? null : scalar(body, "value");
}
