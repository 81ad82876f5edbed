import { z } from "zod";
import type { PictureSize, StatedPicture } from "#core/article/copy.ts";
import type { DomDocument } from "./dom.ts";
import type { HeaderField } from "./header-line.ts";
import { licenceTerms } from "./licence.ts";
import { splitTags } from "./tags.ts";

/** What a page's JSON-LD says of the article on it. */
export interface LinkedData {
  readonly fields: Readonly<Partial<Record<Exclude<HeaderField, "tags">, string>>>;
  readonly tags: readonly string[];
}

const Named = z.union([
  z.string(),
  z.object({ name: z.string() }).transform((named) => named.name),
]);
const OneOrMore = z.union([z.array(z.unknown()), z.unknown().transform((one) => [one])]);

/** schema.org/NewsArticle: every property may be one value, an object with a name, or a list of either. */
const ArticleData = z.object({
  "@type": OneOrMore.optional(),
  headline: z.unknown().optional(),
  alternativeHeadline: z.unknown().optional(),
  inLanguage: z.unknown().optional(),
  copyrightNotice: z.unknown().optional(),
  author: OneOrMore.optional(),
  datePublished: z.unknown().optional(),
  articleSection: OneOrMore.optional(),
  keywords: OneOrMore.optional(),
  publisher: OneOrMore.optional(),
  url: z.unknown().optional(),
  image: OneOrMore.optional(),
});

const DEEPEST = 4;

/** Finds the article in the JSON-LD of a page; scripts whose JSON is broken count for nothing. */
export function readLinkedData(page: DomDocument): LinkedData {
  for (const script of page.querySelectorAll(LINKED_DATA)) {
    const article = findArticle(jsonIn(script.textContent ?? ""), DEEPEST);
    if (article !== null) return dataOf(article);
  }
  return { fields: {}, tags: [] };
}

/** A picture of the article, with what JSON-LD says of it. */
export interface LinkedImage {
  readonly sizes: readonly PictureSize[];
  readonly words: Partial<StatedPicture>;
}

/** The pictures of the article in a page's JSON-LD: an address, an `ImageObject`, or the `@id` of one that stands elsewhere. */
export function linkedImages(page: DomDocument): readonly LinkedImage[] {
  const scripts = [...page.querySelectorAll(LINKED_DATA)].map((one) =>
    jsonIn(one.textContent ?? ""),
  );
  const article = scripts.map((data) => findArticle(data, DEEPEST)).find((one) => one !== null);
  const images = article?.image ?? [];
  return images.slice(0, MOST_IMAGES).flatMap((image) => {
    const named = ImageId.safeParse(image).data?.["@id"];
    const found =
      named === undefined
        ? null
        : scripts.map((data) => findNamed(data, named, DEEPEST)).find((one) => one !== null);
    const { data } = ImageData.safeParse(found ?? image);
    return data === undefined ? [] : [imageOf(data)];
  });
}

const MOST_IMAGES = 20;

const ImageId = z.object({ "@id": z.string() });

/** schema.org/ImageObject. */
const ImageData = z.union([
  z.string().transform((url) => ({ url })),
  z.record(z.string(), z.unknown()),
]);

/** The thing of this id that says more of itself than its id. */
function findNamed(data: unknown, id: string, depth: number): object | null {
  if (depth === 0 || data === null || typeof data !== "object") return null;
  if ("@id" in data && data["@id"] === id && ("url" in data || "contentUrl" in data)) return data;
  for (const value of Object.values(data)) {
    const found = findNamed(value, id, depth - 1);
    if (found !== null) return found;
  }
  return null;
}

function imageOf(image: Readonly<Record<string, unknown>>): LinkedImage {
  const said = (...names: readonly string[]) =>
    names.flatMap((name) => namesIn(image[name]).join(", ") || [])[0] ?? null;
  const urls = ["contentUrl", "url"].flatMap((name) => text(image[name]) ?? []);
  const width = Number(said("width") ?? image.width ?? Number.NaN);
  const licence = said("license", "usageInfo", "acquireLicensePage", "conditionsOfAccess");
  return {
    sizes: [...new Set(urls)].map((url) => ({
      ...{ url, width: Number.isNaN(width) ? null : width },
      type: text(image.encodingFormat) ?? null,
    })),
    words: {
      caption: said("caption", "description", "name"),
      credit: said("creditText"),
      byline: said("creator", "author"),
      copyright: said("copyrightNotice", "copyrightHolder"),
      usageTerms: licence === null ? null : licenceTerms(licence),
      expires: said("expires"),
    },
  };
}

export const LINKED_DATA = 'script[type="application/ld+json"]';

/** What a script's JSON says; `null` where it is broken. */
export function jsonIn(json: string): unknown {
  try {
    return JSON.parse(json.replace(/^\s*(?:\/\/)?<!\[CDATA\[|(?:\/\/)?\]\]>\s*$/gu, ""));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

type ArticleData = z.infer<typeof ArticleData>;

/** The article may stand alone, in a list, or in a `@graph`. */
function findArticle(data: unknown, depth: number): ArticleData | null {
  if (depth === 0 || data === null || typeof data !== "object") return null;
  const found = ArticleData.safeParse(data);
  if (
    found.success &&
    (found.data["@type"] ?? []).some((type) =>
      /(?:Article|BlogPosting|Report)$/u.test(String(type)),
    )
  ) {
    return found.data;
  }
  const inside = Array.isArray(data)
    ? data
    : Object.values(data).filter((value) => Array.isArray(value) || isGraph(value));
  for (const value of inside) {
    const article = findArticle(value, depth - 1);
    if (article !== null) return article;
  }
  return null;
}

function isGraph(value: unknown): boolean {
  return value !== null && typeof value === "object" && "@type" in value;
}

function dataOf(article: ArticleData): LinkedData {
  const authors = names(article.author).filter((name) => !/^https?:/iu.test(name));
  const fields = {
    title: text(article.headline),
    subheadline: text(article.alternativeHeadline),
    language: text(article.inLanguage),
    copyright: text(article.copyrightNotice),
    byline: authors.length === 0 ? undefined : authors.join(", "),
    date: text(article.datePublished),
    section: names(article.articleSection)[0],
    sourceUrl: text(article.url),
    source: names(article.publisher)[0],
  };
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return { fields: Object.fromEntries(given), tags: names(article.keywords).flatMap(splitTags) };
}

function names(values: readonly unknown[] | undefined): readonly string[] {
  return (values ?? [])
    .flatMap((value) => Named.safeParse(value).data?.trim() ?? [])
    .filter((name) => name !== "");
}

function namesIn(value: unknown): readonly string[] {
  return names(Array.isArray(value) ? value : [value]);
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}
