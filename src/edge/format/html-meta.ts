import type { DomDocument } from "./dom.ts";
import { fieldNamed, type HeaderField } from "./header-line.ts";
import { readLinkedData } from "./linked-data.ts";
import { splitTags } from "./tags.ts";

/** What a page says about itself outside its text. */
export interface PageMeta {
  readonly fields: Readonly<Partial<Record<Exclude<HeaderField, "tags">, string>>>;
  readonly tags: readonly string[];
  /** Whatever it gives for a headline, the surest first. */
  readonly titles: readonly string[];
  /** What the site calls itself. */
  readonly sites: readonly string[];
}

type Fields = { [Field in Exclude<HeaderField, "tags">]?: string | undefined };

/** Names of `meta` elements, the surest first: Open Graph, Dublin Core, and what sites use of their own. */
const META: readonly (readonly [field: Exclude<HeaderField, "tags">, names: readonly string[]])[] =
  [
    ["title", ["og:title", "twitter:title", "dc.title", "dcterms.title"]],
    [
      "byline",
      [
        "dc.creator",
        "dcterms.creator",
        "author",
        "article:author",
        "byl",
        "parsely-author",
        "sailthru.author",
      ],
    ],
    [
      "date",
      [
        "article:published_time",
        "datepublished",
        "date",
        "pubdate",
        "publish-date",
        "parsely-pub-date",
        "dc.date",
        "dcterms.created",
        "dcterms.date",
        "sailthru.date",
      ],
    ],
    ["section", ["article:section", "section", "parsely-section", "cg"]],
    ["sourceUrl", ["og:url"]],
    ["source", ["og:site_name", "application-name", "dc.publisher"]],
    ["copyright", ["dc.rights", "dcterms.rights", "copyright", "rights"]],
    ["usageTerms", ["usageterms", "usage-terms", "dcterms.accessrights"]],
    ["language", ["dc.language", "dcterms.language", "content-language", "language", "og:locale"]],
  ];

const TAG_META = ["article:tag", "news_keywords", "keywords", "parsely-tags", "sailthru.tags"];

/** Reads JSON-LD, then Open Graph and other `meta` elements, then `<link>`, `<time>` and `rel=author`. */
export function readPageMeta(page: DomDocument): PageMeta {
  const metas = readMetas(page);
  const linked = readLinkedData(page);
  const fields: Fields = { ...linked.fields };
  for (const [field, names] of META) {
    fields[field] ??= names
      .flatMap((name) => metas.get(name) ?? [])
      .find((value) => isUsable(field, value));
  }
  for (const [name, [value]] of metas) {
    const field = fieldNamed(name);
    if (field === "embargo" || field === "slug" || field === "urgency") fields[field] ??= value;
  }
  fields.language = attribute(page, "html[lang]", "lang") ?? fields.language;
  fields.sourceUrl = attribute(page, "link[rel=canonical]", "href") ?? fields.sourceUrl;
  fields.date ??= attribute(
    page,
    "time[pubdate][datetime], time[itemprop=datePublished], article time[datetime], time[datetime]",
    "datetime",
  );
  // The element around the author may hold the date too; the name in it is surer.
  fields.byline ??=
    textOf(page, "[rel=author]") ??
    textOf(page, "[itemprop~=author] [itemprop~=name]") ??
    textOf(page, "[itemprop~=author]");
  const tags =
    TAG_META.map((name) => metas.get(name) ?? []).find((values) => values.length > 0) ?? [];
  const valuesOf = (field: string) =>
    META.filter(([one]) => one === field).flatMap(([, names]) =>
      names.flatMap((name) => metas.get(name) ?? []),
    );
  return {
    fields: defined(fields),
    titles: [linked.fields.title ?? [], valuesOf("title")].flat(),
    sites: [linked.fields.source ?? [], valuesOf("source")].flat(),
    tags: linked.tags.length > 0 ? linked.tags : tags.flatMap(splitTags),
  };
}

/** What `meta` elements state, by their names in lower case. */
export function readMetas(page: DomDocument): ReadonlyMap<string, readonly string[]> {
  const metas = new Map<string, string[]>();
  for (const element of page.querySelectorAll("meta")) {
    const name =
      element.getAttribute("property") ??
      element.getAttribute("name") ??
      element.getAttribute("itemprop") ??
      element.getAttribute("http-equiv");
    const content = element.getAttribute("content")?.trim();
    if (name === null || content === undefined || content === "") continue;
    for (const key of namesIn(name)) metas.set(key, [...(metas.get(key) ?? []), content]);
  }
  return metas;
}

/** A property may be several at once (RDFa Core, 2.1): `x:title dc:title`. Dublin Core is written `dc.title` too. */
function namesIn(attribute: string): readonly string[] {
  const names = attribute.trim().toLowerCase().split(/\s+/u);
  return names.map((name) => name.replace(/^(dc|dcterms):/u, "$1."));
}

/** Some sites put the address of the author's page where the name belongs. */
function isUsable(field: HeaderField, value: string): boolean {
  return field === "sourceUrl" || !/^(?:https?:)?\/\//iu.test(value);
}

function attribute(page: DomDocument, selector: string, name: string): string | undefined {
  const value = page.querySelector(selector)?.getAttribute(name)?.trim();
  return value === "" ? undefined : value;
}

function textOf(page: DomDocument, selector: string): string | undefined {
  const text = page.querySelector(selector)?.textContent?.replace(/\s+/gu, " ").trim();
  return text === "" || (text?.length ?? 0) > 100 ? undefined : text;
}

function defined(fields: Fields): PageMeta["fields"] {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
