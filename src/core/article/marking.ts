import type { Copy } from "./copy.ts";

/** What lines of copy say of who may read it, wherever they stand. */
export interface Marking {
  /** It is for the desk alone. */
  readonly internal: boolean;
  /** The words that restrict its use; `null` where none do. */
  readonly terms: string | null;
}

type Mark = "internal" | "terms";

const LONGEST_MARK = 80;
const LONGEST_TERMS = 300;

// Reads, without the signs around it: internal, INTERNAL ONLY, internal: yes, For internal use, Internal – desk only, Distribution: internal,
// newsroom only, usage interne, nur für den internen Gebrauch, uso interno
const INTERNAL = [
  /^(?:(?:strictly|for|not\sfor\spublication|status|distribution|audience|classification|circulation|handling|visibility|usage|use)\s?[\s:–—-]\s?)*(?:internal|in-house)(?:[\s:,–—-]+(?:internal|yes|y|true|use|eyes|only|desk|newsroom|staff|editorial|memo|note|copy|document|distribution|circulation|confidential|not\sfor\s(?:publication|release|distribution)))*$/iu,
  /^(?:for\s)?(?:the\s)?(?:newsroom|desk|editors['’]?|staff)(?:\s(?:use|eyes))?\sonly$/iu,
  /^(?:(?:nur\s)?(?:für\s(?:den\s)?|zum\s)?internen?[nm]?\sgebrauch(?:\sbestimmt)?|nur\sintern|(?:à\s|pour\s)?usage\sinterne(?:\suniquement|\sseulement)?|diffusion\sinterne|(?:(?:para|de|a|solo|sólo)\s)*uso\sinterno(?:\sesclusivo|\sexclusivo)?|(?:alleen\s)?(?:voor\s)?intern\sgebruik)$/iu,
];
const CONFIDENTIAL =
  /^(?:(?:strictly|highly|private\s(?:and|&))\s)?confidential(?:\s?[:–—-]\s?(?:yes|true|not\sfor\s(?:publication|release|distribution)))?$/iu;
// Reads: Not for use in Norway   NOT FOR PUBLICATION   No archives   Subscribers only   Usage terms: members only
const TERMS =
  /^[\s*([]*(?:(?:usage|use|usage\sterms|restrictions?)\s?:\s*)?(?:strictly\s+)?(?:(?:not\sfor|no|not\sto\sbe\s(?:used|published|sold|archived))\s(?:(?:any|further|onward|external|editorial|commercial|public)\s)?(?:us(?:e|age)|online|web|print|broadcast|publication|distribution|redistribution|sales?|resale|syndication|archiv(?:e|es|al|ing)|mobile|social\smedia|third[\s-]part(?:y|ies))\b|(?:for\s)?internal\s(?:use|eyes)\sonly\b|(?:for\s)?(?:premium\s)?(?:subscribers?|clients|members)\sonly\b|not\sto\sbe\s(?:used|published|sold|archived)\b)/iu;
// Reads what goes on as a sentence of a story: "No use was made of it.", "Not for use was the word."
const SENTENCE =
  /\b(?:is|are|was|were|has|have|had|will|would|said|says|can|could|may\shave|did|does)\b/u;
// Reads the signs around a mark: *** INTERNAL ***, [internal only], “Internal”.
const SIGNS = /^[\s*_#=~>([{<"“„«»'‘-]+|[\s*_#=~)\]}>"”“»«'’.!-]+$/gu;
// Reads a mark at an end of a headline: INTERNAL: …, [internal] …, … (internal only), … – subscribers only
const BEFORE =
  /^(?:[([{](?<bracketed>[^()[\]{}]{3,60})[)\]}]\s*|(?<plain>\p{Lu}[\p{Lu} -]{2,40}?)\s?[:–—|-]\s)(?=\S)/u;
const BEHIND =
  /(?:[([{](?<bracketed>[^()[\]{}]{3,60})[)\]}]|(?:,|\s[–—|-])\s?(?<plain>[^–—|,]{3,60}))$/u;
// Reads a mark at an end of a name: INTERNAL plan, plan internal, CONFIDENTIAL notes
const NAME =
  /^(?<before>INTERNAL|CONFIDENTIAL)(?=\s)|\s(?<behind>internal|INTERNAL|confidential|CONFIDENTIAL)$/u;
/** Names of fields that no reader knows, and that say who may read. */
const FIELD =
  /^(?:x[-_ ])?(?:internal|in[-_ ]?house|confidential|confidentiality|classification|sensitivity|distribution|audience|visibility|circulation)$/iu;
const KEPT_IN =
  /\b(?:internal(?:ly)?|in-house|newsroom|desk|staff|editors)\b|^(?:yes|true|y|1|on|x)$/iu;
const KEPT_BACK = /\b(?:confidential|private|restricted|subscribers?|members|clients)\b/iu;

/** For whom a line, or a part of a headline, says that its copy is; `null` where it says anything else. */
export function markOf(line: string): Mark | null {
  const text = line.trim();
  if (text.length > LONGEST_TERMS) return null;
  if (isTermsLine(text)) return "terms";
  if (isInternal(text)) return "internal";
  return CONFIDENTIAL.test(bareOf(text)) ? "terms" : null;
}

function isInternal(text: string): boolean {
  const bare = bareOf(text);
  return bare.length <= LONGEST_MARK && INTERNAL.some((pattern) => pattern.test(bare));
}

function bareOf(text: string): string {
  return text.replace(SIGNS, "").replace(/\s+/gu, " ");
}

/** Whether a line is terms of use: one without a verb, or one in capitals. */
export function isTermsLine(text: string): boolean {
  const isLine = text.length <= LONGEST_TERMS && TERMS.test(text);
  return isLine && (!SENTENCE.test(text) || !/\p{Ll}/u.test(text));
}

/**
 * Reads the marks of copy: lines of their own above, in and below the story and beside it, and what stands at an end of a headline. It
 * fails closed: whoever writes such a line alone means the copy, wherever a reader of files has left it.
 */
export function readMarking({
  title,
  subheadline,
  body,
  asides,
}: Pick<Copy, "title" | "subheadline" | "body" | "asides">): Marking {
  const names = asides.filter(({ place }) => / name$/u.test(place)).map(({ text }) => text);
  const beside = asides.flatMap(({ field, text }) => (field === null ? text.split("\n") : []));
  const heads = [title ?? "", subheadline ?? "", ...beside].flatMap(partsOfHead);
  const named = names.map((name) => {
    const groups = NAME.exec(name)?.groups;
    return groups?.before ?? groups?.behind ?? "";
  });
  const found = [...heads, ...named, ...body.split("\n")].flatMap((text) => {
    const mark = markOf(text);
    return mark === null ? [] : [{ mark, text: text.trim() }];
  });
  for (const { field, text } of asides) {
    if (field === null || !FIELD.test(field.trim())) continue;
    if (KEPT_IN.test(text.trim())) found.push({ mark: "internal", text });
    else if (KEPT_BACK.test(text)) found.push({ mark: "terms", text });
  }
  const terms = found.find(({ mark }) => mark === "terms")?.text ?? null;
  return { internal: found.some(({ mark }) => mark === "internal"), terms };
}

/** A head, and what stands at its ends where that may mark it: the subject of a mail has a mark as a headline does. */
function partsOfHead(head: string): readonly string[] {
  if (head.length > LONGEST_TERMS) return [];
  const ends = [BEFORE, BEHIND].map((pattern) => pattern.exec(head)?.groups);
  return [head, ...ends.map((groups) => groups?.bracketed ?? groups?.plain ?? "")];
}
