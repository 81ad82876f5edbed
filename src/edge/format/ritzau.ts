import type { CopyFields } from "#core/article/copy.ts";
import type { Reading } from "#desk/port/copy.ts";
import { withAsides } from "./aside.ts";
import { commentsIn } from "./dom.ts";
import { repairMojibake } from "./mojibake.ts";
import type { FormatReader } from "./reader.ts";
import { type WireItem, wireReading } from "./wire-item.ts";
import { htmlParagraphs, plainParagraphs } from "./xml-blocks.ts";
import { xmlFields } from "./xml-fields.ts";
import { rootNamed } from "./xml-root.ts";
import { childOf, descendantsOf, readXml, textOf, type XmlElement } from "./xml-tree.ts";

/** The answer of Ritzau's news queue, the Danish agency's own XML: each `RBNews` is an article. */
export const ritzauReader: FormatReader = {
  name: "Ritzau XML",
  recognises: ({ text }) =>
    rootNamed(text, ["XMLNewsQueuedResponse", "ListOfRBNews", "RBNews"]) && text.includes("RBNews"),
  read: ({ text }): Reading => {
    const root = readXml(text);
    const items = descendantsOf(root, "RBNews");
    return withAsides(
      wireReading((items.length === 0 ? [root] : items).map(itemOf)),
      commentsIn(text),
    );
  },
};

function itemOf(item: XmlElement): WireItem {
  const field = (name: string) => lineOf(textOf(childOf(item, name)));
  const stated: Partial<CopyFields> = {
    title: field("headline"),
    subheadline: field("subtitle"),
    byline: field("byLine"),
    located: field("town"),
    date: field("PublishDate"),
    section: field("section"),
    slug: field("strapline"),
    urgency: field("Priority"),
    version: field("version"),
    guid: field("HistID") ?? field("NewsID"),
    source: field("origin"),
    editorNote: field("TilRedaktionen"),
    status: statusOf(item),
  };
  const asides = xmlFields("the fields of the item", item, (name) => name === "content");
  return {
    format: "ritzau",
    stated: { ...stated, asides },
    paragraphs: paragraphsIn(textOf(childOf(item, "content"))),
  };
}

/** `Annuleret`: the agency has withdrawn it. `Korrektion`: it corrects the version before. */
function statusOf(item: XmlElement): string | null {
  const says = (name: string) => textOf(childOf(item, name))?.toLowerCase() === "true";
  if (says("Annuleret")) return "canceled";
  return says("Korrektion") ? "corrected" : null;
}

function lineOf(text: string | null): string | null {
  const line = text === null ? "" : paragraphsIn(text).join(" ");
  return line === "" ? null : line;
}

/** The queue escapes its text once too often (`&amp;quot;`), and its press releases' UTF-8 as windows-1252. */
function paragraphsIn(text: string | null): readonly string[] {
  const markup = repairMojibake(text ?? "").replace(/&amp;(?=(?:\w{2,8}|#\d{2,6});)/gu, "&");
  return /<\w|&\w+;/u.test(markup) ? htmlParagraphs(markup) : plainParagraphs(markup);
}
