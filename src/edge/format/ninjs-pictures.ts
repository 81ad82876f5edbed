import { type PictureSize, pictureOf, type StatedPicture } from "#core/article/copy.ts";
import { Fields, Parts, scalar } from "./ninjs-fields.ts";

/**
 * The pictures that an item of ninjs is sent with: its `associations` of type `picture` or `graphic`, each with its
 * `renditions`. Both are an object by names in 1.x, a list from 2.0 on. What an item states of itself is said of its text: of its
 * own renditions only what each states counts.
 */
export function ninjsPictures(item: Fields): readonly StatedPicture[] {
  const beside = listed(item.associations).filter(isPicture).map(stated);
  const own = listed(item.renditions).map((one) => pictureOf(sizeOf(one), wordsOf(one)));
  return [...beside, ...own];
}

/** What stands in a list, or in an object by its names. */
function listed(value: unknown): readonly Fields[] {
  if (Array.isArray(value)) return Parts.parse(value);
  const named = Fields.safeParse(value).data ?? {};
  return Parts.parse(Object.values(named));
}

function isPicture(item: Fields): boolean {
  return /picture|photo|image|graphic/iu.test(scalar(item, "type") ?? "");
}

function stated(item: Fields): StatedPicture {
  return pictureOf(listed(item.renditions).flatMap(sizeOf), wordsOf(item));
}

function wordsOf(item: Fields): Partial<StatedPicture> {
  return {
    alt: scalar(item, "alttext", "alt_text", "alt"),
    caption:
      scalar(item, "description_text", "caption", "description") ??
      firstOf(item.descriptions) ??
      scalar(item, "headline") ??
      firstOf(item.headlines),
    credit: scalar(item, "creditline", "credit_line", "credit"),
    byline: scalar(item, "byline", "by"),
    copyright: scalar(item, "copyrightnotice", "copyrightholder"),
    usageTerms: scalar(item, "usageterms") ?? machineRights(item),
    editorNote: scalar(item, "ednote"),
    status: scalar(item, "pubstatus"),
    embargo: scalar(item, "embargoed", "embargo"),
    expires: scalar(item, "expires"),
  };
}

/** Rights that are encoded for machines (`rightsinfo` of 1.3 and later) are terms that nobody here has read. */
function machineRights({ rightsinfo: rights }: Fields): string | null {
  return rights === undefined || rights === null ? null : "rightsinfo";
}

function firstOf(list: unknown): string | null {
  return Parts.parse(list).flatMap((part) => scalar(part, "value") ?? [])[0] ?? null;
}

function sizeOf(rendition: Fields): readonly PictureSize[] {
  const url = scalar(rendition, "href");
  if (url === null) return [];
  // Some say by its name alone that it has a mark across it.
  const name = `${scalar(rendition, "name") ?? ""} ${scalar(rendition, "title") ?? ""}`;
  if (/watermark/iu.test(name)) return [];
  const width = scalar(rendition, "width");
  const type = scalar(rendition, "mimetype", "contenttype");
  return [{ url, width: width === null ? null : Number(width), type }];
}
