import type { MediaNs } from "feedsmith";
import { type PictureSize, pictureOf, type StatedPicture } from "#core/article/copy.ts";
import { licenceTerms } from "./licence.ts";

type Level = MediaNs.Group & MediaNs.ItemOrFeed;
type Content = MediaNs.Content;

/** What stands beside an entry: RSS's `enclosure`, Atom's link of that name. */
export interface Enclosure {
  readonly url?: string | undefined;
  readonly type?: string | undefined;
}

/** What lies at an address. */
interface Lying extends Enclosure {
  readonly medium?: string | undefined;
  readonly width?: number | undefined;
}

/**
 * The pictures of an entry, by Media RSS 1.5.1: its `media:content`, those of a `media:group` being one picture in several
 * sizes, then its `media:thumbnail`, then its enclosures. What an outer element says holds for those in it that do not say
 * otherwise ("Optional Elements"); its restrictions hold for all.
 */
export function feedPictures(
  media: MediaNs.ItemOrFeed | undefined,
  enclosures: readonly Enclosure[] = [],
): readonly StatedPicture[] {
  const item = media ?? {};
  const grouped = (item.groups ?? []).flatMap((group) => [
    pictureOf(
      (group.contents ?? []).flatMap(sizeOf),
      wordsOf(...(group.contents ?? []), group, item),
    ),
    pictureOf(thumbnailsOf(group), wordsOf(group, item)),
  ]);
  const single = (item.contents ?? []).flatMap((content) => [
    pictureOf(sizeOf(content), wordsOf(content, item)),
    pictureOf(thumbnailsOf(content), wordsOf(content, item)),
  ]);
  const enclosed = enclosures.flatMap(({ url, type }) => sizeOf({ url, type }));
  return [
    ...[...single, ...grouped],
    ...[pictureOf(thumbnailsOf(item), wordsOf(item)), pictureOf(enclosed, wordsOf(item))],
  ].filter(({ sizes }) => sizes.length > 0);
}

// Reads the name of a picture of which nothing else is said: https://p.example/sea.jpg?width=140
const PICTURE = /\.(?:jpe?g|png|gif)(?:[?#]|$)/iu;

/** Nothing for sound and film. */
function sizeOf({ url, type, medium, width }: Lying): readonly PictureSize[] {
  if (url === undefined) return [];
  const isNamed = type === undefined && medium === undefined && PICTURE.test(url);
  if (medium !== "image" && !/^image\b/iu.test(type ?? "") && !isNamed) return [];
  return [{ url, width: width ?? null, type: type ?? null }];
}

function thumbnailsOf({ thumbnails = [] }: Level | Content): readonly PictureSize[] {
  return thumbnails.flatMap(({ url, width }) =>
    url === undefined ? [] : [{ url, width: width ?? null, type: null }],
  );
}

/** @param levels the element itself first, then those around it */
function wordsOf(...levels: readonly (Level | Content)[]): Partial<StatedPicture> {
  const first = (say: (level: Level | Content) => string | null | undefined, of = levels) =>
    of.map(say).find((text) => (text ?? "").trim() !== "") ?? null;
  // What is said around a picture of what is shown is said of the story.
  const own = levels.length > 1 ? levels.slice(0, -1) : levels;
  return {
    caption: first(({ description, title }) => description?.value ?? title?.value, own),
    credit: first(creditOf),
    copyright: first(({ copyright }) => copyright?.value),
    usageTerms: levels.flatMap(termsOf).join("; ") || null,
    status: first(({ status }) => (status?.state === "active" ? null : status?.state)),
  };
}

function creditOf({ credits = [] }: Level | Content): string {
  return [...new Set(credits.flatMap(({ value }) => value?.trim() || []))].join(", ");
}

/** Whatever limits who may see it, and where. */
function termsOf(level: Level | Content): readonly string[] {
  const { restrictions = [], licenses = [], ratings = [], prices = [], rights } = level;
  const status = rights?.status ?? "official";
  const licensed = licenses.map(({ href, name }) => licenceTerms(href ?? name ?? "a licence"));
  return [
    ...(restrictions.length > 0 ? ["media:restriction"] : []),
    ...(prices.length > 0 ? ["media:price"] : []),
    ...(ratings.some(({ value }) => !/^(?:nonadult|g|tv-g)$/iu.test(value ?? ""))
      ? ["media:rating"]
      : []),
    ...(status === "official" ? [] : ["media:rights"]),
    ...licensed,
  ];
}
