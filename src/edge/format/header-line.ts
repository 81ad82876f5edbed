import type { CopyFields } from "#core/article/copy.ts";
import { markOf } from "#core/article/marking.ts";
import { readDate } from "#core/article/read-date.ts";
import { readUrgency } from "#core/article/urgency.ts";
import { readByline } from "./byline.ts";
import { readDeskLine } from "./desk-line.ts";

/** A field that a line above the story states. */
export type HeaderField = keyof CopyFields | "tags";

export interface HeaderLine {
  /** `none`: it is only there for the wire. */
  readonly field: HeaderField | "none";
  readonly value: string;
}

/** What newsrooms call the fields, in front of a colon and in front matter. */
const NAMES: Readonly<Record<string, HeaderField>> = {
  title: "title",
  headline: "title",
  head: "title",
  título: "title",
  titular: "title",
  titre: "title",
  hed: "title",
  byline: "byline",
  author: "byline",
  authors: "byline",
  by: "byline",
  autor: "byline",
  autora: "byline",
  auteur: "byline",
  autrice: "byline",
  autore: "byline",
  verfasser: "byline",
  writer: "byline",
  creator: "byline",
  date: "date",
  published: "date",
  "published at": "date",
  publisheddate: "date",
  publishdate: "date",
  "publish date": "date",
  "publication date": "date",
  pubdate: "date",
  fecha: "date",
  datum: "date",
  datepublished: "date",
  created: "date",
  section: "section",
  sections: "section",
  category: "section",
  categories: "section",
  sección: "section",
  seccion: "section",
  seção: "section",
  sezione: "section",
  rubrique: "section",
  rubrik: "section",
  rubriek: "section",
  ressort: "section",
  desk: "section",
  tags: "tags",
  tag: "tags",
  keywords: "tags",
  etiquetas: "tags",
  "palabras clave": "tags",
  "palavras chave": "tags",
  "mots clés": "tags",
  schlagwörter: "tags",
  stichwörter: "tags",
  "parole chiave": "tags",
  trefwoorden: "tags",
  topics: "tags",
  subjects: "tags",
  slug: "slug",
  slugline: "slug",
  urgency: "urgency",
  priority: "urgency",
  embargo: "embargo",
  "embargo until": "embargo",
  embargoed: "embargo",
  "embargoed until": "embargo",
  embargountil: "embargo",
  embargoeduntil: "embargo",
  url: "sourceUrl",
  link: "sourceUrl",
  permalink: "sourceUrl",
  canonical: "sourceUrl",
  "canonical url": "sourceUrl",
  canonicalurl: "sourceUrl",
  "source url": "sourceUrl",
  sourceurl: "sourceUrl",
  source: "source",
  agency: "source",
  fuente: "source",
  quelle: "source",
  fonte: "source",
  publisher: "source",
  "source name": "source",
  sourcename: "source",
  subheadline: "subheadline",
  subhead: "subheadline",
  subtitle: "subheadline",
  deck: "subheadline",
  dek: "subheadline",
  standfirst: "subheadline",
  dateline: "dateline",
  located: "located",
  location: "located",
  status: "status",
  pubstatus: "status",
  "pub status": "status",
  version: "version",
  revision: "version",
  guid: "guid",
  id: "guid",
  uid: "guid",
  urn: "guid",
  language: "language",
  lang: "language",
  ednote: "editorNote",
  "ed note": "editorNote",
  editornote: "editorNote",
  "editor note": "editorNote",
  "editors note": "editorNote",
  "editor's note": "editorNote",
  "note to editors": "editorNote",
  eds: "editorNote",
  usageterms: "usageTerms",
  "usage terms": "usageTerms",
  usage: "usageTerms",
  restrictions: "usageTerms",
  "terms of use": "usageTerms",
  internal: "internal",
  copyright: "copyright",
  "copyright notice": "copyright",
  copyrightnotice: "copyright",
  rights: "copyright",
};

/** The field that a name stands for, whatever its case and whether its words are parted by `_`, `-` or a space. */
export function fieldNamed(name: string): HeaderField | null {
  const key = name.trim().toLowerCase().replace(/[_-]/gu, " ").replaceAll("’", "'");
  return Object.hasOwn(NAMES, key) ? (NAMES[key] ?? null) : null;
}

const SLUGS: readonly RegExp[] = [
  // Reads: PAKISTAN-INDIA/NSA, BC-LT--ARGENTINA-CANCER (UPDATE 1, PIX), Germany-politics/, Norway/harbour/storm/
  /^(?:\p{Lu}[\p{Lu}\d]*(?:[-/]{1,2}[\p{Lu}\d]+)+|\p{L}+(?:[-/]\p{L}+)+\/)(?: \((?:UPDATE|CORRECTED|REFILE|URGENT|WRAPUP|FACTBOX)[^()]*\))?$/u,
  // Reads: BC-Norway-Harbour, BC-LT--Harbour Storm, 1st Ld-Writethru, 460
  /^(?:BC|AM|PM)-{1,2}\p{Lu}[\p{L}\d '’-]{2,60}(?:, ?\d{1,2}(?:st|nd|rd|th) L[Dd](?:-\p{L}+)?)?(?:, ?\d{2,5})?$/u,
];
// Reads: 1st Ld, 2nd Ld-Writethru, Writethru, First lead, UPDATE 2, WRAPUP 1
const STEP =
  /^[([]?(?:(?:(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth)\s)(?:ld|lead)(?:[-\s]writethr(?:u|ough))?|(?:(?:ld|lead)[-\s])?writethr(?:u|ough)|(?:update|wrapup|refile)\s\d{1,2})[)\]]?[.,:]?$/iu;
// Reads the lines of telex: ZCZC, ZCZC ABC0123
const TELEX = /^zczc(?:\s\S+){0,4}$/iu;
// Reads how a sheet is headed: PRESS RELEASE, News release from The Harbour Trust
const LETTERHEAD =
  /^(?:press|news|media)\s(?:release|statement|notice)(?:\s(?:from|by)\s(?:the\s)?\p{Lu}[\p{L}\p{N} .&'’-]{1,60})?\W*$/iu;
const LABELLED = /^(?<name>\p{L}[\p{L} _'’-]{1,20}?)\s?:\s+(?<value>\S.*)$/u;

/** Reads one line above a story, but for an embargo; `null` where it is no header, and may be the headline or the lede. */
export function readHeaderLine(line: string): HeaderLine | null {
  const text = line.trim();
  const byline = readByline(text);
  if (byline !== null) return { field: "byline", value: byline };
  const labelled = readLabelled(text);
  if (labelled !== null) return labelled;
  if (TELEX.test(text) || LETTERHEAD.test(text)) return { field: "none", value: text };
  const word = text.replace(/^[\s*(]+|(?<![\s*)])[\s*)]+$/gu, "");
  if (/^\p{Lu}+$/u.test(word) && readUrgency(word) !== null)
    return { field: "urgency", value: word };
  if (SLUGS.some((slug) => slug.test(text)))
    return { field: "slug", value: text.replace(/\/$|, ?\d{2,5}$/u, "") };
  if (STEP.test(text))
    return { field: "version", value: text.replace(/^[([]|(?<![)\].,:])[)\].,:]+$/gu, "") };
  const desk = readDeskLine(text);
  if (desk !== null) return desk;
  const mark = markOf(text);
  if (mark !== null) return { field: mark === "internal" ? "internal" : "usageTerms", value: text };
  if (text.length <= 60 && /\d/u.test(text) && readDate(text) !== null)
    return { field: "date", value: text };
  return null;
}

/** Whether a line is a field by its name, or a line from desk to desk. */
export function isLabelled(line: string): boolean {
  return readLabelled(line.trim()) !== null || readDeskLine(line) !== null;
}

function readLabelled(text: string): HeaderLine | null {
  const labelled = LABELLED.exec(text)?.groups;
  const field = fieldNamed(labelled?.name ?? "");
  // Whether "Embargo: …" is a notice or a headline, the reader of notices has settled before.
  if (field === null || field === "embargo" || labelled?.value === undefined) return null;
  return isValue(field, labelled.value) ? { field, value: labelled.value } : null;
}

const LONG_FIELDS: ReadonlySet<HeaderField> = new Set([
  "editorNote",
  "usageTerms",
  "copyright",
  "tags",
]);
const LONGEST_NOTE = 2000;
/** A longer line is a story that was saved on one line: "PUBLISHED: 07:04 EST, 9 January. A woman …" */
const LONGEST_VALUE = 300;

/** "Id: the new face of the harbour" and "Location: Oslo, where the harbour closed in May" are headlines. */
function isValue(field: HeaderField, value: string): boolean {
  if (value.length > (LONG_FIELDS.has(field) ? LONGEST_NOTE : LONGEST_VALUE)) return false;
  // "Internal: what the harbour board knew" is a headline.
  if (field === "internal")
    return /^(?:yes|no|true|false|[yn10x]|on|off|only|strictly|confidential)$/iu.test(value.trim());
  if (field === "guid") return !/\s/u.test(value);
  if (field === "language" || field === "version") return value.length <= 30;
  return field !== "located" || value.length <= 60;
}
