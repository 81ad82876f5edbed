import { type Copy, copyOf, type PictureSize, type StatedPicture } from "./copy.ts";
import type { Instant } from "./instant.ts";
import type { Picture } from "./picture.ts";
import { readRelease } from "./release/read-release.ts";
import { safeUrl } from "./safe-url.ts";
import { readStatus } from "./status.ts";
import { usageOf } from "./usage.ts";

const LONGEST_URL = 2_000;
const LONGEST_ALT = 1_000;
/** What is longer is no line of credit, and a part of one would credit somebody else. */
const LONGEST_CREDIT = 200;
/** More pictures than this are a gallery: none beyond is looked at. */
const MOST_LOOKED_AT = 20;

/** In pixels: a thumbnail is not blurred, and its file not large. */
const NARROWEST = 200;
const WIDEST = 1_200;

/**
 * Chooses the picture that an article may be shown with: the first in the copy's order that is surely free to be used and
 * names whose it is. Whatever speaks against it, or cannot be read, leaves it out: a story without its picture costs less
 * than a licence that is broken.
 *
 * - Copy whose own terms restrict it has none.
 * - Its terms, its copyright line, its note and its caption must not restrict its use, by the rules for copy; an end to
 *   its use does, because what is posted stays.
 * - A notice that speaks of release, or a status that is not usable, leaves it out for good.
 */
export function readPicture(copy: Copy, takenIn: Instant): Picture | null {
  if (copy.pictures === undefined || usageOf(copy).restricted) return null;
  for (const stated of copy.pictures.slice(0, MOST_LOOKED_AT)) {
    const url = addressOf(stated.sizes);
    const credit = creditOf(stated);
    if (url === null || credit === null || !mayBeUsed(stated, takenIn)) continue;
    return { url, alt: shortened(lineOf(stated.alt) ?? lineOf(stated.caption)), credit };
  }
  return null;
}

/** The credit line counts before the photographer's name, and that before the owner's (IPTC Photo Metadata, "Credit Line"). */
function creditOf({ credit, byline, copyright }: StatedPicture): string | null {
  const line = lineOf(credit) ?? lineOf(byline) ?? lineOf(copyright);
  return line !== null && isCredit(line) ? line : null;
}

/** An address, or a number, names nobody. */
function isCredit(line: string): boolean {
  return (
    line.length <= LONGEST_CREDIT && /\p{L}{2}/u.test(line) && !/^\w+:\/\/|^\S+@\S+$/u.test(line)
  );
}

function mayBeUsed(stated: StatedPicture, takenIn: Instant): boolean {
  const { alt, caption, copyright, usageTerms, editorNote, status, embargo, expires } = stated;
  if (lineOf(expires) !== null) return false;
  const words = [caption, alt].filter((text) => text !== null);
  const said = [editorNote, ...words].filter((text) => text !== null).join("\n");
  if (usageOf({ usageTerms, copyright, editorNote: said }).restricted) return false;
  // What a caption tells is news, and what stands in a note is the desk's.
  const asCopy = copyOf("picture", words, { embargo, status, usageTerms, editorNote });
  return readRelease(asCopy, takenIn) === null && readStatus(asCopy).status === "usable";
}

/** The widest that is no wider than a thumbnail needs; where there is none, one that may be, then the nearest. */
function addressOf(sizes: readonly PictureSize[]): string | null {
  const lying = sizes.flatMap((size) => {
    const url = pictureUrl(size);
    return url === null ? [] : [{ url, width: widthOf(size) }];
  });
  const ranked = lying.toSorted((one, other) => rankOf(one.width) - rankOf(other.width));
  return ranked[0]?.url ?? null;
}

function widthOf({ width }: PictureSize): number | null {
  return width !== null && Number.isFinite(width) && width > 0 ? width : null;
}

/** Less is better. */
function rankOf(width: number | null): number {
  if (width === null) return 1e6;
  if (width > WIDEST) return 2e6 + width;
  return width < NARROWEST ? 3e9 - width : WIDEST - width;
}

/** Types that every platform shows (Slack docs, "Image block": "png, jpg, jpeg, and gif"). */
const SHOWN = /^image\/(?:jpe?g|pjpeg|png|gif)$/u;
// Reads an address whose name is of another type: …/map.svg, …/clip.mp4?w=600
const OTHER = /\.(?:webp|avif|svgz?|tiff?|bmp|heic|eps|psd|ico|pdf|mp4|webm|mov|mp3|html?)$/iu;
/** Photographs for sale are sent with a mark across them. */
const MARKED = /watermark/iu;

function pictureUrl({ url, type }: PictureSize): string | null {
  const safe = safeUrl(url);
  if (safe === null || safe.length > LONGEST_URL) return null;
  const stated = type?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (stated !== "" && stated !== "image" && !SHOWN.test(stated)) return null;
  const { hostname, pathname } = new URL(safe);
  // A host of a newsroom's own network is no address for its readers: `http://cms/a.jpg`, `http://10.0.0.4/a.jpg`.
  if (!hostname.includes(".") || /^[\d.]+$|\.(?:local|internal|localhost)$/u.test(hostname))
    return null;
  return OTHER.test(pathname) || MARKED.test(pathname) ? null : safe;
}

function lineOf(text: string | null): string | null {
  const line = (text ?? "").replace(/\s+/gu, " ").trim();
  return line === "" ? null : line;
}

function shortened(text: string | null): string | null {
  if (text === null || text.length <= LONGEST_ALT) return text;
  const head = text.slice(0, LONGEST_ALT - 1);
  const space = head.lastIndexOf(" ");
  return `${(space > 0 ? head.slice(0, space) : head).toWellFormed()}…`;
}
