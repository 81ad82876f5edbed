import type { Dateline } from "#core/text/dateline.ts";
import { findDateline, parseDateline } from "#core/text/find-dateline.ts";
import type { Article, ArticleId } from "./article.ts";
import { readInternal } from "./audience.ts";
import type { Copy } from "./copy.ts";
import { readGenre } from "./genre.ts";
import type { Instant } from "./instant.ts";
import { readMarking } from "./marking.ts";
import { readDate } from "./read-date.ts";
import { readPicture } from "./read-picture.ts";
import { readRelease } from "./release/read-release.ts";
import { safeUrl } from "./safe-url.ts";
import { readStatus } from "./status.ts";
import { readUrgency } from "./urgency.ts";
import { readVersion, stepIn } from "./version.ts";

/** What the newsroom knows of an article beside its copy. */
export interface ArticleMeta {
  readonly id: ArticleId;
  readonly revision: number;
  readonly path: string;
  readonly contentHash: string;
  readonly takenIn: Instant;
}

/** Reads the fields of copy by the rules of this room. Whatever a field says that cannot be read is `null`, but for the embargo: it holds. */
export function makeArticle(copy: Copy, meta: ArticleMeta): Article {
  const body = withoutSoftHyphens(copy.body);
  const picture = readPicture(copy, meta.takenIn);
  const marking = readMarking(copy);
  return {
    ...meta,
    format: copy.format,
    title: filled(copy.title === null ? null : withoutSoftHyphens(copy.title)),
    subheadline: filled(copy.subheadline),
    body,
    dateline: findDateline(body)?.dateline ?? statedDateline(copy.dateline),
    located: filled(copy.located),
    byline: filled(copy.byline),
    published: copy.date === null ? null : readDate(copy.date),
    section: filled(copy.section),
    ...stating(readGenre(copy)),
    tags: distinct(copy.tags),
    subjects: distinct(copy.subjects),
    places: distinct(copy.places),
    people: distinct(copy.people),
    slug: filled(copy.slug),
    urgency: copy.urgency === null ? null : readUrgency(copy.urgency),
    embargo: readRelease(copy, meta.takenIn),
    ...readStatus(copy),
    change: null,
    guid: filled(copy.guid),
    version: versionOf(copy),
    editorNote: filled(copy.editorNote),
    usageTerms: filled(bothTerms(copy.usageTerms ?? "", marking.terms ?? "")),
    ...((readInternal(copy.internal) || marking.internal) && { internal: true }),
    copyright: filled(copy.copyright),
    language: filled(copy.language),
    sourceUrl: copy.sourceUrl === null ? null : safeUrl(copy.sourceUrl),
    source: filled(copy.source),
    ...(picture === null ? {} : { picture }),
  };
}

/** What a field states, and what a line says beside it. */
function bothTerms(stated: string, marked: string): string {
  return stated.includes(marked) ? stated : `${stated}\n${marked}`;
}

/** Where a page may part a word, which makes two of it to whoever reads words: offsets count without them. */
function withoutSoftHyphens(text: string): string {
  return text.replaceAll("\u00ad", "");
}

function stating(genre: string | null): Pick<Article, "genre"> {
  return genre === null ? {} : { genre };
}

/** A count of the copy's own, else the step that its headline or slug names: `UPDATE 2-Harbour closes`. */
function versionOf({ version, title, slug }: Copy): number | null {
  const stated = version === null ? null : readVersion(version);
  return stated ?? stepIn(title) ?? stepIn(slug);
}

/** A dateline in a field of its own ends without a dash: `ISLAMABAD, May 8`, `Islamabad`. */
function statedDateline(stated: string | null): Dateline | null {
  const text = (stated ?? "").replace(/(?<![\s:–—-])[\s:–—-]+$/u, "").trim();
  if (text === "" || text.length > LONGEST_DATELINE) return null;
  const opened = parseDateline(`${text} – The`);
  if (opened !== null) return opened;
  const agency = /\((?<name>[^()]{2,40})\)/u.exec(text)?.groups?.name ?? null;
  const parts = text
    .replace(/\([^()]*\)/u, "")
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const dated = parts.findIndex((part) => /\d/u.test(part));
  const place = parts.slice(0, dated === -1 ? parts.length : dated).join(", ");
  const date = dated === -1 ? null : parts.slice(dated).join(", ");
  return /\p{L}/u.test(place) ? { place, date, agency } : null;
}

const LONGEST_DATELINE = 120;

function filled(text: string | null): string | null {
  const trimmed = text?.trim() ?? "";
  return trimmed === "" ? null : trimmed;
}

/** One of each, whatever its letters' case: a subscription to "Politics" is one to "politics". */
function distinct(tags: readonly string[]): readonly string[] {
  const kept = new Map<string, string>();
  for (const tag of tags) {
    const trimmed = tag.trim();
    const key = trimmed.toLowerCase();
    if (trimmed !== "" && !kept.has(key)) kept.set(key, trimmed);
  }
  return [...kept.values()];
}
