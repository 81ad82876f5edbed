import {
  type Aside,
  type CopyFields,
  type CopyLists,
  picturing,
  type StatedPicture,
} from "#core/article/copy.ts";
import { withAsides } from "./aside.ts";
import { commentsIn } from "./dom.ts";
import { g2Pictures } from "./newsml-g2-pictures.ts";
import { nitfItem } from "./nitf.ts";
import type { FormatReader } from "./reader.ts";
import { present, type WireItem, webAddress, wireReading } from "./wire-item.ts";
import { htmlText, type MarkedText, plainParagraphs, xmlText } from "./xml-blocks.ts";
import { xmlFields } from "./xml-fields.ts";
import { rootNamed } from "./xml-root.ts";
import {
  attributeOf,
  childOf,
  childrenOf,
  descendantsOf,
  firstOf,
  localName,
  readXml,
  textOf,
  type XmlElement,
} from "./xml-tree.ts";

/** NewsML-G2 (IPTC): a `newsItem` by itself, in a `newsMessage`, or in a `packageItem`'s message. */
export const newsmlG2Reader: FormatReader = {
  name: "NewsML-G2",
  recognises: ({ text }) =>
    rootNamed(text, ["newsItem", "newsMessage", "packageItem", "conceptItem", "planningItem"]),
  read({ text }) {
    const root = readXml(text);
    const items = localName(root) === "newsItem" ? [root] : descendantsOf(root, "newsItem");
    const sent = textOf(childOf(root, "header", "sent"));
    const around = items.includes(root) ? [] : xmlFields("the fields of the file", root, isItem);
    const pictures = g2Pictures(root, items);
    return withAsides(
      wireReading(
        items
          .filter(isText)
          .map((item) => g2Item(item, { sent, around, pictures: pictures(item) })),
      ),
      commentsIn(text),
    );
  },
};

/** Pictures and films have captions, which are no stories. */
function isText(item: XmlElement): boolean {
  const itemClass = attributeOf(childOf(item, "itemMeta", "itemClass"), "qcode") ?? "";
  return itemClass === "" || /(?::|^)(?:text|composite)$/iu.test(itemClass);
}

function isItem(name: string): boolean {
  return name === "newsitem" || name === "contentset";
}

/** What a message says of an item around it. */
interface Around {
  readonly sent: string | null;
  readonly around: readonly Aside[];
  readonly pictures: readonly StatedPicture[];
}

function g2Item(item: XmlElement, { sent, around, pictures }: Around): WireItem {
  const content = childOf(item, "contentSet");
  const nitf = content === null ? null : firstOf(content, "nitf");
  const inside = nitf === null ? null : nitfItem(nitf);
  const text = content === null || inside !== null ? NO_TEXT : textOfContent(content);
  const stated = { ...stateItem(item), ...stateContent(childOf(item, "contentMeta")) };
  return {
    format: "newsml-g2",
    stated: {
      ...{ ...inside?.stated, ...present({ date: sent }), ...present(stated) },
      ...picturing([...pictures, ...(inside?.stated.pictures ?? [])]),
      asides: [
        ...xmlFields("the fields of the item", item, (name) => name === "contentset"),
        ...around,
        ...(inside?.stated.asides ?? text.asides),
      ],
    },
    paragraphs: inside?.paragraphs ?? text.paragraphs,
  };
}

const NO_TEXT: MarkedText = { paragraphs: [], asides: [] };

/** The first rendition that holds text: some items give the same story in several. */
function textOfContent(content: XmlElement): MarkedText {
  for (const part of childrenOf(content)) {
    const text = textIn(part);
    if (text.paragraphs.length > 0) return text;
  }
  return NO_TEXT;
}

function textIn(part: XmlElement): MarkedText {
  switch (localName(part)) {
    case "inlineXML":
      return xmlText(firstOf(part, "body") ?? part);
    case "inlineData": {
      const type = attributeOf(part, "contenttype") ?? "text/plain";
      if (!/^text\/|html|xml/iu.test(type) || attributeOf(part, "encoding") !== null)
        return NO_TEXT;
      return /<\w+[^<>]*>/u.test(part.text)
        ? htmlText(part.text)
        : { paragraphs: plainParagraphs(part.text), asides: [] };
    }
    default:
      return NO_TEXT;
  }
}

function stateItem(item: XmlElement): Partial<CopyFields> {
  const meta = childOf(item, "itemMeta");
  const rights = childOf(item, "rightsInfo");
  const inMeta = (name: string) => (meta === null ? null : childOf(meta, name));
  const notes =
    meta === null ? [] : childrenOf(meta, "edNote").flatMap((note) => textOf(note) ?? []);
  return {
    guid: attributeOf(item, "guid"),
    version: attributeOf(item, "version"),
    language: attributeOf(item, "lang"),
    status: attributeOf(inMeta("pubStatus"), "qcode"),
    embargo: embargoOf(inMeta("embargoed")),
    sourceUrl: addressOf(item),
    date: textOf(inMeta("versionCreated")) ?? textOf(inMeta("firstCreated")),
    source: namedIn(inMeta("provider")),
    editorNote: notes.length === 0 ? null : notes.join("\n"),
    title: textOf(inMeta("title")),
    copyright:
      rights === null
        ? null
        : (textOf(childOf(rights, "copyrightNotice")) ??
          namedIn(childOf(rights, "copyrightHolder"))),
    usageTerms: rights === null ? null : textOf(childOf(rights, "usageTerms")),
  };
}

/** `embargoed` may be empty (NewsML-G2, `DateTimeOrNullPropType`): until when is not said, so that nothing may be early. */
function embargoOf(embargoed: XmlElement | null): string | null {
  return embargoed === null ? null : (textOf(embargoed) ?? "embargoed");
}

function addressOf(item: XmlElement): string | null {
  const named = ["itemMeta", "contentMeta"].flatMap((name) => {
    const meta = childOf(item, name);
    return meta === null ? [] : childrenOf(meta, "altId").map(textOf);
  });
  return webAddress(...named, attributeOf(item, "guid"));
}

function stateContent(meta: XmlElement | null): Partial<CopyFields & CopyLists> {
  if (meta === null) return {};
  const of = (name: string) => childOf(meta, name);
  const subjects = childrenOf(meta, "subject");
  const typed = (type: RegExp) =>
    subjects.filter((one) => type.test(attributeOf(one, "type") ?? "")).flatMap(namesOf);
  const untyped = subjects.filter((one) => !GEO_OR_PERSON.test(attributeOf(one, "type") ?? ""));
  return {
    ...headlinesOf(meta),
    byline: textOf(of("by")) ?? creatorOf(of("creator")),
    dateline: datelineOf(meta),
    located: namedIn(of("located")),
    slug: textOf(of("slugline")),
    urgency: textOf(of("urgency")) ?? textOf(of("priority")),
    language: attributeOf(of("language"), "tag"),
    source: textOf(of("creditline")) ?? namedIn(of("infoSource")),
    tags: childrenOf(meta, "keyword").flatMap((keyword) => textOf(keyword) ?? []),
    subjects: untyped.flatMap(namesOf),
    places: typed(GEO),
    people: typed(PERSON),
  };
}

const GEO = /geo|place|city|country|location/iu;
const PERSON = /person/iu;
const GEO_OR_PERSON = new RegExp(`${GEO.source}|${PERSON.source}`, "iu");

function headlinesOf(meta: XmlElement): Partial<CopyFields> {
  const headlines = childrenOf(meta, "headline");
  const isSub = (one: XmlElement) => /sub/iu.test(attributeOf(one, "role") ?? "");
  const main = headlines.find((one) => !isSub(one)) ?? null;
  return {
    title: textOf(main),
    subheadline: textOf(headlines.find(isSub) ?? null),
  };
}

/** A dateline that is a time alone names no place. */
function datelineOf(meta: XmlElement): string | null {
  const text = textOf(childOf(meta, "dateline"));
  return text === null || /^\d/u.test(text) ? null : text;
}

/** Whoever has a person's name; an agency is the source. */
function creatorOf(creator: XmlElement | null): string | null {
  const name = creator === null ? null : textOf(childOf(creator, "name"));
  return name !== null && /\p{L}\s+\p{L}/u.test(name) ? name : null;
}

function namesOf(element: XmlElement): readonly string[] {
  const name = textOf(childOf(element, "name"));
  return name === null ? [] : [name];
}

/** A name, else the literal; a code alone says nothing to a reader. */
function namedIn(element: XmlElement | null): string | null {
  if (element === null) return null;
  return textOf(childOf(element, "name")) ?? attributeOf(element, "literal");
}
