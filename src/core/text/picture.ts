import { opensAsReport } from "./find-dateline.ts";

const NAME_WORDS = "\\p{Lu}[\\p{L}.’'-]*(?: \\p{Lu}[\\p{L}.’'-]*){1,3}";
// Ida Moe / Tarn Images | Ida Moe/AFP | Photo by Ida Moe/Tarn Images: a credit, and nothing else.
const ALONE = new RegExp(
  `^(?:(?:photo(?:graph)?s?|pictures?|images?) (?:by|courtesy of)\\b.{2,60}|${NAME_WORDS} ?/ ?(?:for )?\\p{Lu}[\\p{L}.’' -]{1,40})$`,
  "iu",
);
const LONGEST_CREDIT = 90;
const AGENCY =
  "(?:(?:The )?Associated Press|Agence France-Presse|Getty(?: Images)?|Reuters|AFP|AP(?: Photo)?|EPA(?:-EFE)?|Bloomberg|Shutterstock|iStock|Alamy|Corbis|WireImage|Xinhua|TASS)";
// Getty Images | Ida Moe | Harbour Pool | Getty Images | REUTERS/Ida Moe | Credit: Tarn Times | (Image credit: Tarn) | © Tarn
const CREDITS: readonly RegExp[] = [
  new RegExp(`^${AGENCY}$`, "iu"),
  new RegExp(`^(?:${NAME_WORDS}|[\\p{L} ]{2,30}) ?[|/•,] ?(?:[^|]{2,40}[|/] ?)?${AGENCY}$`, "iu"),
  new RegExp(`^${AGENCY} ?[/|] ?\\p{Lu}[\\p{L}.’' /-]{1,50}$`, "iu"),
  new RegExp(`^${NAME_WORDS} \\| ${NAME_WORDS}$`, "u"),
  /^\(?(?:(?:photo|image|picture|video|graphic) )?(?:credit|courtesy|source)s?\b ?(?::|of\b|by\b).{2,70}$/i,
  /^(?:photos?|photographs?|images?|pictures?|illustrations?|pics?) ?(?::|by\b|courtesy\b|via\b).{2,70}$/i,
  /^(?:©|\(c\)) ?.{2,70}$/i,
];

/** Says whether a line is nothing but whose picture stands beside it. */
export function isCredit(line: string): boolean {
  const text = line.trim();
  if (text.length > LONGEST_CREDIT) return false;
  return ALONE.test(text) || CREDITS.some((credit) => credit.test(text));
}

// "Ida Moe/for Tarn Daily The couple pose in their garden": the credit runs on into the caption.
const RUN_ON = new RegExp(`^${NAME_WORDS}/(?:for |AP|AFP|Reuters|Getty)\\S* ?.*\\.$`, "u");
// "… marmots closed the townCredit: Tarn Times"
const GLUED = /[\p{Ll})]Credit: \p{Lu}[^.!?]{2,60}$/u;
const BRACKETED = new RegExp(`\\(${NAME_WORDS}/(?:the |The |for )?\\p{Lu}[^()/]{1,40}\\)$`, "u");
const MONTH = "(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\\.?";
const DAY = new RegExp(`\\b(?:${MONTH} \\d{1,2},? \\d{4}|\\d{1,2} ${MONTH},? \\d{4})\\b`, "u");
// What people do in pictures: "Police take up positions outside the station".
const POSES =
  /^(?:[^\s.,]+ ){0,7}?(?:poses?|stands?|sits?|walks?|wades?|waves?|holds?|looks?|leaves?|arrives?|speaks?|smiles?|celebrates?|takes? (?:up|part|cover)|gestures?|attends?|watch(?:es)?|carry|carries|blocks?|hits?|rides?|are seen|is seen|are taken|is taken) /i;
const LONGEST = 320;

// "1 of 4. Police search the woods", "1of4Ann Field looks at", "2/7 The bridge": the counter of a gallery. "1 of 4 homes" is none.
const COUNTED = /^\(?\d{1,2} ?(?:of|\/) ?\d{1,2}[.:)]{0,2} ?(?=\p{Lu}\p{Ll})/u;

// What was done or will be is the story's: "The bridge was closed", "The port will open".
const STORYS =
  /\b(?:was|were|had|has|have|did|will|would|said|says|told|went|took|came|made|got|gave|found|won|lost|began|died|fell|rose|met|ran|saw|sold|left|led|held|\p{Ll}{3,}ed)\b|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/u;

/** Says whether the first line of a page, right above a credit, tells what a picture shows: "Slugs can take on the colours of weed." */
export function isTopCaption(line: string, next: string): boolean {
  return line.length <= LONGEST && isCredit(next) && !STORYS.test(line) && !/["“”]/u.test(line);
}

// What a page sets below a caption: a switch that hides it, or an offer of the picture.
const HIDES = /^(?:hide|toggle|show) caption$/i;
const OFFERS =
  /^(?:buy|order|purchase) (?:this |a |the )?(?:photo|picture|image|print)s?(?: now| here)?$/i;
const LONGEST_ABOVE = 420;

/**
 * Finds the captions that a page's own controls stand below: "Boats lie in the bay. | AP | hide caption", "Ida Moe/Tarn
 * Post | Boats lie in the bay. | Buy this photo".
 */
export function findControlled(texts: readonly string[]): readonly number[] {
  return texts.flatMap((text, index) => {
    const [above = "", second = ""] = [texts[index - 1], texts[index - 2]];
    const isCaption = (line: string) => line.length <= LONGEST_ABOVE && /[.!?]["”’)]*$/u.test(line);
    if (HIDES.test(text) && isShortCredit(above) && isCaption(second)) return [index - 2];
    return OFFERS.test(text) && isCredit(second) && isCaption(above) ? [index - 1] : [];
  });
}

// FILE - In this May 8, 2017 file photo, … (Tarn Photo/Ida Moe, File)
const ON_FILE = /^FILE ?[-–—] ?(?=["“]?[\p{Lu}\d])/u;
const LONGEST_ON_FILE = 900;

/** Says whether a paragraph is the caption of a picture from an agency's archive, with all the sentences in it. */
export function isOnFile(line: string): boolean {
  if (!ON_FILE.test(line) || line.length > LONGEST_ON_FILE) return false;
  return /\bfile (?:photo|picture|image|video)\b/i.test(line) || /\)$/u.test(line);
}

// "… in Tarn. (iWitness)", "… overnight. (Photo: KTAR)", "Four were hurt (WTAR Photo / Ida Moe)Buy Photo", "(Published Friday, May 6)"
const IN_BRACKETS =
  /(?:[.!?]["”’]? \((?:[^\s()]+ ?){1,6}(?<![.!?])\)|\((?:\p{Lu}[^():/]{1,40}[:/] ?\p{Lu}[^()]*|(?=[^()]*\b[Pp]hotos?\b)[^()]{3,90}|(?:Published|Posted) [^()]{3,60})\))(?:Buy Photo)?\W*$/u;
// "… police said. Ida Moe/TarnStar", "… of the mill. View Full Caption Tarn Pictures": capitals alone behind a sentence
const IN_CAPITALS = /\p{Ll}[.!?]["”’]? (?:\p{Lu}[\p{L}\p{N}’'&.-]*\p{L}(?: ?\/ ?| |$)){1,8}$/u;

/** Says whether a line above a story ends in whose picture it tells of, by its form: behind its sentence stand a bracket or names alone. */
export function endsInCredit(line: string): boolean {
  return line.length <= LONGEST_ABOVE && (IN_BRACKETS.test(line) || IN_CAPITALS.test(line));
}

// "… the largest settlement in history. AP"
const CREDITED = /[.!?]["”’)]* (?:AP|AFP|EPA|Reuters|REUTERS|Getty Images)$/u;
/** As far down as the dateline below a caption stands. */
const ABOVE = 5;

/** Finds the captions above a story's dateline: they end in the name of an agency, or a credit follows. */
export function findAboveDateline(texts: readonly string[]): readonly number[] {
  const credited = texts
    .slice(0, ABOVE)
    .flatMap((text, index) =>
      CREDITED.test(text) || (text.length <= LONGEST_ABOVE && isCredit(texts[index + 1] ?? ""))
        ? [index]
        : [],
    );
  if (credited.length === 0) return [];
  const last = texts.slice(0, ABOVE + 1).findLastIndex((text) => opensAsReport(text));
  return credited.filter((index) => index < last);
}

/** Below a caption whose switch follows, a few words without a stop are the credit. */
function isShortCredit(line: string): boolean {
  return line.length > 0 && line.length <= LONGEST_CREDIT && !/[.!?]$/u.test(line);
}

const LONGEST_BELOW = 110;

/**
 * Says whether the second line of a page, right below a credit, is the caption of its picture: one short sentence
 * of what is, each word of which the story tells again.
 */
export function isCaptionBelow(line: string, before: string, story: string): boolean {
  if (line.length > LONGEST_BELOW || !isCredit(before)) return false;
  if (STORYS.test(line) || /["“”]|[.!?] \p{Lu}/u.test(line)) return false;
  const told = new Set(story.toLowerCase().match(/\p{L}+/gu));
  const words = line.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
  return words.every((word) => told.has(word));
}

/** Says whether a line stands under or beside a picture, by its own words or by the credit in the next line. */
export function isUnderPicture(line: string, next: string): boolean {
  if (line.length > LONGEST || /["”’]$/u.test(line)) return false;
  if (ALONE.test(line) && line.length <= LONGEST_CREDIT) return true;
  if (COUNTED.test(line) || GLUED.test(line) || BRACKETED.test(line) || RUN_ON.test(line))
    return true;
  // Below a paragraph of the story may stand the credit of a picture, too: what it tells is past.
  const isCredited = next.length <= LONGEST_CREDIT && ALONE.test(next);
  return isCredited && (DAY.test(line) || POSES.test(line)) && !/\bsaid\b/u.test(line);
}

// he1alth1 schools1 Dr Ann Field will speak: the names of a page's tags, which ran on into the text.
const TAGS = /^(?:(?=\p{Ll}*\d)[\p{Ll}\d]*\p{Ll}[\p{Ll}\d]*\d\s)+(?=\p{Lu})/u;

/** Length of the tags of a page that run on into a paragraph; 0 where there are none. */
export function tagsLength(line: string): number {
  const found = TAGS.exec(line)?.[0] ?? "";
  // One may be a thing's own name: "mp3 Players are back".
  return found.trim().includes(" ") || /\d\p{Ll}/u.test(found) ? found.length : 0;
}
