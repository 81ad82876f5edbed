import { EMBARGO, foreignIn, isLead, isUntil, type Sighting } from "./sighting.ts";
import { RELATIVE, type Terms } from "./terms.ts";

const OBJECTS = new Map<string, RegExp>();

/** "Embargo on oil", "embargo from Monday on poultry": a thing that is no part of a moment. */
export function hasObject(
  { table, found, row, place }: Sighting,
  head: string,
  terms: Terms,
): boolean {
  if (terms.foreign.length === 0 || !EMBARGO.test(found) || /[:=]\s*$/u.test(found)) return false;
  if (place === "desk" && terms.isPrecise) return false;
  if (row.weight === "sure" && isUntil(found)) return false;
  const opens =
    OBJECTS.get(table.language) ??
    new RegExp(
      `(?<![\\p{L}\\p{M}])(?:${table.object})(?![\\p{L}\\p{M}])\\s*(?<thing>[\\p{L}\\p{M}'’-]+)`,
      "iu",
    );
  OBJECTS.set(table.language, opens);
  // The keyword may have taken the preposition with it: "embargo on" + "oil".
  const behind = `${/(?:\son|\sto|\sagainst)$/i.test(found.trim()) ? (found.trim().split(/\s/u).at(-1) ?? "") : ""} ${head}`;
  for (const match of behind.matchAll(new RegExp(opens.source, "giu"))) {
    const thing = match.groups?.thing?.toLowerCase() ?? "";
    if (terms.foreign.includes(thing.replace(/[.'’]+$/u, "")) && !RELATIVE.has(thing)) return true;
  }
  return false;
}

// Reads: number, mobile, contact, 0161 496 0000, desk@harbour.example
const CONTACT =
  /\b(?:numbers?|phone|tel|mobile|cell|e-?mail|contacts?|details|address(?:es)?|direct line)\b|@|\d{3}[\s-]\d{3}/i;

// Reads: The following information is not for publication, as agencies write above their contacts
const SECTION =
  /\b(?:the following|following|below|folgende[nr]?|suivantes?|siguientes?|seguenti)\b[\s:]*(?:information(?:s|en)?|informaciones|angaben|hinweise|notes?|details|contacts?|lines?|section)?\s*(?:is|are|ist|sind)?\s*$/i;

/** "Press office (number not for publication): 0161 496 0000" keeps a number back, not the copy. */
export function isContact({ found, before, after }: Sighting): boolean {
  if (isUntil(found) || !/^[^\p{L}]*(?:(?:strictly )?not for|nicht zur)(?!\p{L})/iu.test(found))
    return false;
  return CONTACT.test(`${before} ${after}`) || SECTION.test(before);
}

// Reads: IN THE UNITED STATES, in whole or in part, directly or indirectly, into any jurisdiction
const TERRITORY =
  /\b(?:in|into|within|to|from|outside)\b[,\s]+(?:or (?:into|from)\s)?(?:the |any )?(?:united|u\.?s\b|usa\b|canada|australia|japan|jurisdiction|south africa|whole\b|norway|uk\b|eu\b)|\bdirectly or indirectly\b/i;

/** "Not for release or distribution in the United States" restricts a place, not a time. */
export function isTerritory({ found, after }: Sighting): boolean {
  return /^\W*(?:strictly )?not for\b/i.test(found) && !isUntil(found) && TERRITORY.test(after);
}

/** "Under embargo for sixty years", "Hold for 3 days" */
export function isSpan(found: string, head: string): boolean {
  return (
    /\bfor\s*$/i.test(found) &&
    /^\s*(?:\p{L}+|\d+)[\s-](?:years?|months?|weeks?|days?|decades?|hours?|minutes?)\b/iu.test(head)
  );
}

/** "Publication date: 4 December 2026 10:00" below a headline is a credit; "may be used from" is not. */
export function isCredit(found: string): boolean {
  return !EMBARGO.test(found) && CREDIT.test(found) && !MAY.test(found) && !FROM.test(found);
}

// Reads: Do publikacji od, Para divulgação a partir das: a credit has a day, and no "from".
const FROM =
  /(?:^|[^\p{L}])(?:from|after|ab|od|с|после|a partir d\S*|a compter d\S*|des le|desde|dal(?:le)?|vanaf|بعد)\s*$/iu;
const CREDIT =
  /publi|release|veroffentlich|diffusion|parution|divulga|diffusione|publik|публик|yayin tarihi|تاريخ النشر|موعد النشر|للنشر|اشاعت|प्रकाशन|(?:发布|發布|公开|公開|发稿|發稿)(?:时间|時間|日期)/i;
const MAY =
  /^\W*(?:for|adv\p{L}*)\b|\b(?:may|can|must|should|shall|darf|peut|peuvent|puo|mag|moze|pode|puede|frei)\b|release (?:up)?on delivery|можно|может|可/iu;

/** "Press conference: not before 10:00 GMT" is said of the conference; "EDS: not before …" of the copy. */
export function isLabelled({ label, found, table }: Sighting): boolean {
  if (label === "" || EMBARGO.test(found)) return false;
  const words = foreignIn(label, table);
  return words.length > 0 && !words.some((word) => isLead(word, table));
}

/** Quotation marks stand right around it: "restores the dropped words 'not for publication'". */
export function isQuote({ before, after }: Sighting): boolean {
  return /[“„«"'‘]\s*$/u.test(before) && /^\s*[”“»"'’]/u.test(after);
}

const NEXT =
  /(?:^|[^\p{L}])(?:next|previous|last|latest|future|forthcoming|upcoming|nachste[rn]?|letzte|prochaine?|proxim[ao]s?|prossim[ao]|volgende|nastepn[aey]|следующ\p{L}+|sonraki|اگلي)\s*(?:\p{L}+\s)?$|(?:次回|下次|下一次|अगला|अगली|अगले)\s*$/iu;

/** "Next release: 13 January 2027, 9:30am" dates another piece of copy. */
export function isNext({ before, found, after }: Sighting): boolean {
  if (EMBARGO.test(found) || isUntil(found) || !CREDIT.test(found)) return false;
  return NEXT.test(before) || /^\s*(?:القادم|التالي|المقبل)/u.test(after);
}

const NOT_FOR =
  /\b(?:not|nor) for (?!(?:any |general |public |onward |further |immediate )?(?:publi|releas|broadcast|use|trans|distrib|circul|shar|print|online|web|quot|attrib|report|air|post|disclos|dissem))(?:\p{L}+\s){0,2}?\p{L}+,\s(?:and |or |nor )?$/iu;

/** "Not for sale, not for release: inside the vault" lists what a thing is not for. */
export function isInList({ before, found }: Sighting, { moments }: Terms): boolean {
  return moments.length === 0 && !isUntil(found) && NOT_FOR.test(before);
}

/** An open quotation mark: the words are somebody's. */
export function isQuoted(before: string): boolean {
  return /[“„«"][^”“»"]*$|['‘]\s*$/u.test(before);
}
