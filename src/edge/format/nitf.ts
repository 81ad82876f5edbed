import { type CopyFields, type CopyLists, picturing } from "#core/article/copy.ts";
import type { Reading } from "#desk/port/copy.ts";
import { withAsides } from "./aside.ts";
import { commentsIn } from "./dom.ts";
import { nitfPictures } from "./nitf-pictures.ts";
import type { FormatReader } from "./reader.ts";
import { present, type WireItem, webAddress, wireReading } from "./wire-item.ts";
import { xmlText } from "./xml-blocks.ts";
import { xmlFields } from "./xml-fields.ts";
import { rootNamed } from "./xml-root.ts";
import {
  attributeOf,
  childOf,
  childrenOf,
  descendantsOf,
  firstOf,
  readXml,
  textOf,
  type XmlElement,
} from "./xml-tree.ts";

/** NITF, the News Industry Text Format (IPTC, 3.x), whatever its DTD or namespace. */
export const nitfReader: FormatReader = {
  name: "NITF",
  recognises: ({ text }) => rootNamed(text, ["nitf"]),
  read: ({ text }): Reading => withAsides(wireReading([nitfItem(readXml(text))]), commentsIn(text)),
};

/** Reads a `nitf` element, which may stand in another format. */
export function nitfItem(nitf: XmlElement): WireItem {
  const head = childOf(nitf, "head");
  const body = childOf(nitf, "body");
  const top = body === null ? null : childOf(body, "body.head");
  const content = body === null ? null : childOf(body, "body.content");
  const text = content === null ? { paragraphs: [], asides: [] } : xmlText(content);
  return {
    format: "nitf",
    stated: {
      ...present(stateHead(head)),
      ...present(stateTop(top)),
      title: titleOf(head, top),
      ...picturing(nitfPictures(content)),
      language: attributeOf(nitf, "baselang") ?? attributeOf(nitf, "lang"),
      asides: [...xmlFields("the fields of the item", nitf, isContent), ...text.asides],
    },
    paragraphs: text.paragraphs,
  };
}

function isContent(name: string): boolean {
  return name === "body.content";
}

function titleOf(head: XmlElement | null, top: XmlElement | null): string | null {
  const heading = top === null ? null : textOf(firstOf(top, "hl1"));
  return heading ?? (head === null ? null : textOf(childOf(head, "title")));
}

/** What stands above the story in print. */
function stateTop(top: XmlElement | null): Partial<CopyFields> {
  if (top === null) return {};
  const hedline = firstOf(top, "hedline");
  const dateline = childOf(top, "dateline");
  const rights = textOf(childOf(top, "rights"));
  return {
    subheadline: hedline === null ? null : textOf(childOf(hedline, "hl2")),
    byline: bylineOf(top),
    dateline: datelineOf(dateline),
    located: dateline === null ? null : textOf(firstOf(dateline, "location")),
    source: textOf(childOf(top, "distributor")),
    ...(rights === null ? {} : { copyright: rights }),
    ...editorNoteOf(top),
  };
}

function editorNoteOf(top: XmlElement): Partial<CopyFields> {
  const notes = childrenOf(top, "note")
    .filter((note) => attributeOf(note, "noteclass") !== "cpyrt")
    .map(textOf)
    .filter((text) => text !== null);
  return notes.length === 0 ? {} : { editorNote: notes.join("\n") };
}

/** `gr/bp` are the initials of a desk; a byline has a name. */
function bylineOf(top: XmlElement): string | null {
  const names = childrenOf(top, "byline").map((byline) => {
    const title = textOf(childOf(byline, "byttl"));
    const whole = textOf(byline);
    if (title === null || whole === null || whole === title) return whole;
    return `${whole.slice(0, whole.lastIndexOf(title)).trim()}, ${title}`;
  });
  const named = names.filter((name) => name !== null && /\p{L}{3}/u.test(name));
  return named.length === 0 ? null : named.join("; ");
}

/** A dateline that holds nothing but a time is none. */
function datelineOf(dateline: XmlElement | null): string | null {
  const text = textOf(dateline);
  return text === null || !/\p{L}{3}/u.test(text)
    ? null
    : text.replace(/(?<!\s)(?:\s+|(?<![-–—]))[-–—]+$/u, "");
}

function stateHead(head: XmlElement | null): Partial<CopyFields & CopyLists> {
  if (head === null) return {};
  const data = childOf(head, "docdata");
  const metas = new Map(
    childrenOf(head, "meta").map((meta) => [
      attributeOf(meta, "name")?.toLowerCase() ?? "",
      attributeOf(meta, "content"),
    ]),
  );
  const meta = (...names: readonly string[]) =>
    names.map((name) => metas.get(name) ?? null).find((value) => value !== null) ?? null;
  return {
    ...(data === null ? {} : stateData(data)),
    section: meta("category-name", "section", "anpa-category-name"),
    sourceUrl: webAddress(
      meta("canonical", "url"),
      data === null ? null : attributeOf(childOf(data, "doc-id"), "id-string"),
    ),
    slug: meta("anpa-keyword", "slugline", "slug") ?? slugOf(data),
    subjects: descendantsOf(head, "tobject.subject").flatMap(
      (subject) =>
        attributeOf(subject, "tobject.subject.matter") ??
        attributeOf(subject, "tobject.subject.type") ??
        [],
    ),
  };
}

function slugOf(data: XmlElement | null): string | null {
  return data === null ? null : attributeOf(childOf(data, "du-key"), "key");
}

function stateData(data: XmlElement): Partial<CopyFields & CopyLists> {
  const message = childOf(data, "ed-msg");
  const release = attributeOf(childOf(data, "date.release"), "norm");
  const issued = attributeOf(childOf(data, "date.issue"), "norm");
  const version = attributeOf(childOf(data, "du-key"), "version");
  return {
    status: attributeOf(data, "management-status"),
    guid: attributeOf(childOf(data, "doc-id"), "id-string"),
    ...(version === null ? {} : { version }),
    urgency: attributeOf(childOf(data, "urgency"), "ed-urg"),
    date: issued,
    // A release that is not after the issue is when it was sent, and holds nothing back.
    embargo: release !== null && release !== issued ? release : null,
    editorNote: attributeOf(message, "info") ?? textOf(message),
    copyright: copyrightOf(childOf(data, "doc.copyright")),
    usageTerms: rightsOf(childOf(data, "doc.rights")),
    located: attributeOf(childOf(data, "evloc"), "city"),
    places: identified(data, "location"),
    people: identified(data, "person"),
    tags: descendantsOf(data, "keyword").flatMap((keyword) => attributeOf(keyword, "key") ?? []),
  };
}

/** What the publisher marked as the story's own; a place is told by its city where it has one. */
function identified(data: XmlElement, name: string): readonly string[] {
  return childrenOf(data, "identified-content")
    .flatMap((content) => childrenOf(content, name))
    .flatMap((one) => textOf(childOf(one, "city")) ?? textOf(one) ?? []);
}

/** Rights that hold for a place do not hold for the others. */
function rightsOf(rights: XmlElement | null): string | null {
  const place = attributeOf(rights, "geography");
  const terms = attributeOf(rights, "limitations");
  const parts = [place === null ? null : `For use in ${place} only`, terms];
  return parts.every((part) => part === null)
    ? null
    : parts.filter((part) => part !== null).join("; ");
}

function copyrightOf(copyright: XmlElement | null): string | null {
  const [year, holder] = [attributeOf(copyright, "year"), attributeOf(copyright, "holder")];
  return holder === null ? null : ["©", year, holder].filter((part) => part !== null).join(" ");
}
