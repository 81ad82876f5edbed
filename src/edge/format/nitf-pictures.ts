import { type PictureSize, pictureOf, type StatedPicture } from "#core/article/copy.ts";
import {
  attributeOf,
  childOf,
  childrenOf,
  descendantsOf,
  textOf,
  type XmlElement,
} from "./xml-tree.ts";

/** The pictures among a story in NITF: each `media` with its references, its caption and its producer. */
export function nitfPictures(content: XmlElement | null): readonly StatedPicture[] {
  return content === null ? [] : descendantsOf(content, "media").filter(isPicture).map(stated);
}

function isPicture(media: XmlElement): boolean {
  return /image|photo|picture|graphic/iu.test(attributeOf(media, "media-type") ?? "");
}

function stated(media: XmlElement): StatedPicture {
  const references = childrenOf(media, "media-reference");
  const attribute = (name: string) =>
    references.map((one) => attributeOf(one, name)).find((text) => text !== null) ?? null;
  const says = metadataOf(media);
  const alt = attribute("alternate-text");
  return pictureOf(references.flatMap(sizeOf), {
    // Some put an address there.
    alt: alt !== null && /\p{L}\s/u.test(alt) ? alt : null,
    caption: textOf(childOf(media, "media-caption")),
    credit:
      textOf(childOf(media, "media-producer")) ?? says(/credit/iu) ?? attribute("source-credit"),
    byline: says(/byline|photographer|creator/iu),
    copyright: attribute("copyright") ?? says(/copyright/iu),
    usageTerms: says(/rights|usage|terms|restrict|licen[cs]e/iu),
    editorNote: says(/instruction|note/iu),
    status: says(/status/iu),
    embargo: says(/embargo/iu),
    expires: says(/expir/iu),
  });
}

/** What `media-metadata` states by its name. */
function metadataOf(media: XmlElement): (name: RegExp) => string | null {
  const found = childrenOf(media, "media-metadata").flatMap((one) => {
    const name = attributeOf(one, "name");
    const value = attributeOf(one, "value") ?? textOf(one);
    return name === null || value === null ? [] : [{ name, value }];
  });
  return (name) => found.find((one) => name.test(one.name))?.value ?? null;
}

function sizeOf(reference: XmlElement): readonly PictureSize[] {
  const url = attributeOf(reference, "source") ?? attributeOf(reference, "data-location");
  if (url === null) return [];
  const width = attributeOf(reference, "width");
  const type = attributeOf(reference, "mime-type");
  return [{ url, width: width === null ? null : Number.parseInt(width, 10), type }];
}
