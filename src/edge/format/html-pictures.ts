import { pictureOf, type StatedPicture } from "#core/article/copy.ts";
import type { DomDocument, DomElement } from "./dom.ts";
import { readMetas } from "./html-meta.ts";
import { type LinkedImage, linkedImages } from "./linked-data.ts";

/** More figures are a gallery. */
const MOST_FIGURES = 50;
const LONGEST_CREDIT = 400;

/**
 * The pictures of a page: what Open Graph gives for the page, with what JSON-LD or the figure on the page say of that very
 * picture, since Open Graph has no word for whose it is; then the pictures of the article in JSON-LD.
 */
export function pagePictures(page: DomDocument): readonly StatedPicture[] {
  const images = linkedImages(page);
  const linked = images.map(({ sizes, words }) => pictureOf(sizes, words));
  const metas = readMetas(page);
  const meta = (...names: readonly string[]) =>
    names.flatMap((name) => metas.get(name) ?? [])[0] ?? null;
  const url = meta("og:image:secure_url", "og:image:url", "og:image", "twitter:image");
  if (url === null) return linked;
  const alt = meta("og:image:alt", "twitter:image:alt");
  const width = Number(meta("og:image:width") ?? Number.NaN);
  const type = meta("og:image:type");
  const known = images.find((image) => shows(image, url))?.words ?? figureOf(page, url);
  const size = { url, width: Number.isNaN(width) ? null : width, type };
  return [pictureOf([size], { ...known, ...(alt !== null && { alt }) }), ...linked];
}

function shows({ sizes }: LinkedImage, url: string): boolean {
  return sizes.some((size) => isSame(size.url, url));
}

/** An address is written from the page's own, too, and goes on with the size that is wanted. */
function isSame(one: string, url: string): boolean {
  const bare = (address: string) => URL.parse(address, url)?.href.replace(/[?#].*$/su, "") ?? null;
  return bare(one) !== null && bare(one) === bare(url);
}

/** What the figure on the page says of a picture. */
function figureOf(page: DomDocument, url: string): Partial<StatedPicture> {
  for (const figure of [...page.querySelectorAll("figure")].slice(0, MOST_FIGURES)) {
    const image = [...figure.querySelectorAll("img")].find((one) =>
      addressesOf(one).some((address) => isSame(address, url)),
    );
    if (image === undefined) continue;
    return {
      alt: image.getAttribute("alt"),
      caption: figure.querySelector("figcaption")?.textContent ?? null,
      credit: [...figure.querySelectorAll("[class], [itemprop]")].flatMap(creditIn)[0] ?? null,
    };
  }
  return {};
}

function addressesOf(image: DomElement): readonly string[] {
  const set = (image.getAttribute("srcset") ?? "")
    .split(/,\s/u)
    .map((one) => one.trim().split(/\s/u)[0] ?? "");
  const single = ["src", "data-src"].map((name) => image.getAttribute(name) ?? "");
  return [...single, ...set].filter((address) => address !== "");
}

// Reads: class="caption__credit", class="photo-byline", itemprop="copyrightHolder"
const CREDITS = /credit|copyright|photographer|byline/iu;

function creditIn(element: DomElement): readonly string[] {
  const says = `${element.getAttribute("class") ?? ""} ${element.getAttribute("itemprop") ?? ""}`;
  const text = element.textContent?.replace(/\s+/gu, " ").trim() ?? "";
  return CREDITS.test(says) && text !== "" && text.length <= LONGEST_CREDIT ? [text] : [];
}
