import { type PictureSize, pictureOf, type StatedPicture } from "#core/article/copy.ts";
import {
  attributeOf,
  childOf,
  childrenOf,
  descendantsOf,
  textOf,
  type XmlElement,
} from "./xml-tree.ts";

/**
 * The pictures that belong to a story of a message in NewsML-G2: picture items of the same message that its own `link`s name, or
 * that a package names beside it. What merely comes in one message may be of another story.
 */
export function g2Pictures(
  message: XmlElement,
  items: readonly XmlElement[],
): (story: XmlElement) => readonly StatedPicture[] {
  const pictures = items.filter(isPicture);
  const packages = descendantsOf(message, "packageItem").map(
    (one) => new Set(descendantsOf(one, "itemRef").map(namedIn)),
  );
  return (story) => {
    const guid = attributeOf(story, "guid");
    const meta = childOf(story, "itemMeta");
    const links = meta === null ? [] : childrenOf(meta, "link").map(namedIn);
    const beside = packages.filter((names) => guid !== null && names.has(guid));
    const named = new Set([...links, ...beside.flatMap((names) => [...names])]);
    return pictures.filter((one) => named.has(attributeOf(one, "guid") ?? "")).map(stated);
  };
}

function namedIn(reference: XmlElement): string | null {
  return attributeOf(reference, "residref");
}

function isPicture(item: XmlElement): boolean {
  const itemClass = attributeOf(childOf(item, "itemMeta", "itemClass"), "qcode") ?? "";
  return /(?::|^)(?:picture|graphic)$/iu.test(itemClass);
}

function stated(item: XmlElement): StatedPicture {
  const meta = childOf(item, "itemMeta");
  const content = childOf(item, "contentMeta");
  const rights = childrenOf(item, "rightsInfo");
  const inMeta = (name: string) => (meta === null ? null : childOf(meta, name));
  const inContent = (name: string) => (content === null ? null : childOf(content, name));
  const set = childOf(item, "contentSet");
  const embargoed = inMeta("embargoed");
  const notes = meta === null ? [] : childrenOf(meta, "edNote").flatMap((one) => textOf(one) ?? []);
  return pictureOf(set === null ? [] : childrenOf(set, "remoteContent").flatMap(sizeOf), {
    caption: captionOf(content) ?? textOf(inContent("headline")),
    credit: textOf(inContent("creditline")),
    byline: textOf(inContent("by")) ?? nameOf(inContent("creator")),
    copyright: rights.map(ownerOf).find((text) => text !== null) ?? null,
    usageTerms: rights.flatMap(termsOf).join("; ") || null,
    editorNote: notes.join("\n") || null,
    status: attributeOf(inMeta("pubStatus"), "qcode"),
    embargo: embargoed === null ? null : (textOf(embargoed) ?? "embargoed"),
    expires: textOf(inMeta("expires")) ?? textOf(inContent("contentExpires")),
  });
}

function captionOf(content: XmlElement | null): string | null {
  const descriptions = content === null ? [] : childrenOf(content, "description");
  const caption = descriptions.find((one) => /caption/iu.test(attributeOf(one, "role") ?? ""));
  return textOf(caption ?? descriptions[0] ?? null);
}

function ownerOf(rights: XmlElement): string | null {
  return textOf(childOf(rights, "copyrightNotice")) ?? nameOf(childOf(rights, "copyrightHolder"));
}

/** Rights that are written for machines are terms that nobody here has read. */
function termsOf(rights: XmlElement): readonly string[] {
  const written = childrenOf(rights, "usageTerms").flatMap((one) => textOf(one) ?? []);
  const encoded = ["rightsExpressionXML", "rightsExpressionData"];
  return [...written, ...encoded.filter((name) => childOf(rights, name) !== null)];
}

function nameOf(element: XmlElement | null): string | null {
  if (element === null) return null;
  return textOf(childOf(element, "name")) ?? attributeOf(element, "literal");
}

function sizeOf(remote: XmlElement): readonly PictureSize[] {
  const url = attributeOf(remote, "href");
  if (url === null || /watermark/iu.test(attributeOf(remote, "rendition") ?? "")) return [];
  const width = attributeOf(remote, "width");
  const type = attributeOf(remote, "contenttype");
  return [{ url, width: width === null ? null : Number.parseInt(width, 10), type }];
}
