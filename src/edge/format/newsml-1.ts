import type { Aside, CopyFields, CopyLists } from "#core/article/copy.ts";
import { withAsides } from "./aside.ts";
import { commentsIn } from "./dom.ts";
import { nitfItem } from "./nitf.ts";
import type { FormatReader } from "./reader.ts";
import { present, type WireItem, wireReading } from "./wire-item.ts";
import { type MarkedText, plainParagraphs, xmlText } from "./xml-blocks.ts";
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

/** NewsML 1.x (IPTC): each `NewsItem` with text is a story. */
export const newsml1Reader: FormatReader = {
  name: "NewsML",
  recognises: ({ text }) => rootNamed(text, ["NewsML"]),
  read({ text }) {
    const root = readXml(text);
    const priority = attributeOf(childOf(root, "NewsEnvelope", "Priority"), "FormalName");
    const around = xmlFields("the fields of the file", root, (name) => name === "newsitem");
    const items = childrenOf(root, "NewsItem");
    return withAsides(
      wireReading(items.map((item) => newsmlItem(item, priority, around))),
      commentsIn(text),
    );
  },
};

function newsmlItem(item: XmlElement, priority: string | null, around: readonly Aside[]): WireItem {
  const content = descendantsOf(item, "ContentItem").filter(isText);
  const nitf = content.map((one) => firstOf(one, "nitf")).find((one) => one !== null) ?? null;
  const inside = nitf === null ? null : nitfItem(nitf);
  const own = content.map((one) => childOf(one, "DataContent")).find((one) => one !== null) ?? null;
  const text = own === null || inside !== null ? null : textIn(own);
  const stated = { ...stateItem(item), ...stateLines(item), ...stateMetadata(item) };
  return {
    format: "newsml-1",
    stated: {
      ...{ ...inside?.stated, ...present({ urgency: priority }), ...present(stated) },
      asides: [
        ...xmlFields("the fields of the item", item, (name) => name === "datacontent"),
        ...around,
        ...(inside?.stated.asides ?? text?.asides ?? []),
      ],
    },
    paragraphs: inside?.paragraphs ?? text?.paragraphs ?? [],
  };
}

function isText(content: XmlElement): boolean {
  const media = attributeOf(childOf(content, "MediaType"), "FormalName") ?? "text";
  return /text|article|story/iu.test(media);
}

/** XHTML or NITF's paragraphs, with or without a body around them, or plain text. */
function textIn(content: XmlElement): MarkedText {
  if (childrenOf(content).length === 0)
    return { paragraphs: plainParagraphs(content.text), asides: [] };
  return xmlText(firstOf(content, "body.content") ?? firstOf(content, "body") ?? content);
}

function stateItem(item: XmlElement): Partial<CopyFields> {
  const identifier = childOf(item, "Identification", "NewsIdentifier");
  const management = childOf(item, "NewsManagement");
  const part = (of: XmlElement | null, name: string) =>
    of === null ? null : textOf(childOf(of, name));
  const status =
    management === null ? null : attributeOf(childOf(management, "Status"), "FormalName");
  return {
    guid: guidOf(identifier),
    version: part(identifier, "RevisionId"),
    slug: textOf(childOf(item, "Identification", "NameLabel")),
    date: part(management, "ThisRevisionCreated") ?? part(management, "FirstCreated"),
    status: isWithdrawn(management) ? "canceled" : status,
    editorNote: noteOf(management),
    urgency: management === null ? null : attributeOf(childOf(management, "Urgency"), "FormalName"),
    embargo: embargoOf(management, status),
  };
}

/** An instruction to delete counts, whatever the status says beside it. */
function isWithdrawn(management: XmlElement | null): boolean {
  const instructions = management === null ? [] : childrenOf(management, "Instruction");
  return instructions.some((one) =>
    /^(?:delet|cancel|kill|withdraw)/iu.test(attributeOf(one, "FormalName") ?? ""),
  );
}

/** Comments on instructions are from desk to desk. */
function noteOf(management: XmlElement | null): string | null {
  const instructions = management === null ? [] : childrenOf(management, "Instruction");
  const notes = instructions
    .flatMap((one) => childrenOf(one, "Comment"))
    .flatMap((one) => textOf(one) ?? []);
  return notes.length === 0 ? null : notes.join("\n");
}

/** The public identifier ends in the revision: the item's own name is the same in each of them. */
function guidOf(identifier: XmlElement | null): string | null {
  if (identifier === null) return null;
  const [provider, date, id] = ["ProviderId", "DateId", "NewsItemId"].map((name) =>
    textOf(childOf(identifier, name)),
  );
  if (provider && id) return `urn:newsml:${provider}:${date ?? ""}:${id}`;
  return textOf(childOf(identifier, "PublicIdentifier"));
}

/** `StatusWillChange` says when embargoed copy may be used (NewsML 1.2, 5.5.3). */
function embargoOf(management: XmlElement | null, status: string | null): string | null {
  if (management === null || !/embargo/iu.test(status ?? "")) return null;
  const change = childOf(management, "StatusWillChange");
  return change === null ? null : textOf(childOf(change, "DateAndTime"));
}

function stateLines(item: XmlElement): Partial<CopyFields & CopyLists> {
  // The whole item and each of its components may have lines of their own; the outermost count first.
  const lines = descendantsOf(item, "NewsLines");
  const all = (name: string) =>
    lines.flatMap((one) => childrenOf(one, name)).flatMap((line) => textOf(line) ?? []);
  const line = (name: string) => all(name)[0] ?? null;
  return present({
    title: line("HeadLine"),
    subheadline: line("SubHeadLine"),
    byline: line("ByLine"),
    dateline: line("DateLine"),
    copyright: line("CopyrightLine"),
    usageTerms: line("RightsLine"),
    slug: line("SlugLine"),
    tags: all("KeywordLine"),
  });
}

function stateMetadata(item: XmlElement): Partial<CopyFields & CopyLists> {
  const party = (name: string) => {
    const found = firstOf(item, name);
    return found === null ? null : attributeOf(childOf(found, "Party"), "FormalName");
  };
  return present({
    source: party("Provider") ?? party("Source"),
    language: attributeOf(firstOf(item, "Language"), "FormalName"),
    located: locationOf(item),
    usageTerms: textOf(firstOf(item, "UsageRights")),
    subjects: topicsOf(item),
  });
}

function locationOf(item: XmlElement): string | null {
  const location = firstOf(item, "Location");
  if (location === null) return null;
  const city = childrenOf(location, "Property").find(
    (one) => attributeOf(one, "FormalName") === "City",
  );
  return city === undefined ? null : attributeOf(city, "Value");
}

/** Each topic's name, in English where it has one. */
function topicsOf(item: XmlElement): readonly string[] {
  return descendantsOf(item, "Topic").flatMap((topic) => {
    const names = childrenOf(topic, "Description").filter(
      (one) => (attributeOf(one, "Variant") ?? "Name") === "Name",
    );
    const english = names.find((one) => attributeOf(one, "lang")?.startsWith("en") === true);
    return textOf(english ?? names[0] ?? null) ?? [];
  });
}
