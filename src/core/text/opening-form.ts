import { FULL_WEEKDAY, MONTH, OTHER_MONTH, WEEKDAY } from "./calendar.ts";
import {
  isPlace,
  isPlaceWithAgency,
  isPlaceWithWire,
  isShoutedPlace,
  isShoutedTownOfRegion,
  isTownOfRegion,
  isWire,
} from "./place.ts";

const DAY_OF_MONTH = "\\d{1,2}(?:st|nd|rd|th)?";
const DAY = `(?:${WEEKDAY}\\.?,? )?`;

const PLACE =
  "(?<place>\\p{Lu}[\\p{L}\\p{M}.'’/-]*(?:,? \\(?[\\p{L}\\p{M}][\\p{L}\\p{M}.'’/-]*){0,6}?)";
const DATE = `(?<date>${DAY}(?:${MONTH}\\.? ${DAY_OF_MONTH}|${DAY_OF_MONTH} ${MONTH}\\b)(?:,? \\d{4})?)`;
/** Any date with a digit in it: only an agency after it makes sure that it is one (`3 févr. 2024`). */
const FOREIGN_DATE = "(?<date>[^()\\n:–—]{0,24}\\d[^()\\n:–—]{0,12}?)";
/** One of another language, by its month: 1. Dezember · 1 dic · 3 de mayo de 2026. */
const OTHER_DATE = `(?<date>\\d{1,2}(?:\\.|º|er)? (?:de )?${OTHER_MONTH}\\b\\.?(?:,? (?:de )?\\d{4})?)`;
/** A day of the week alone: the day's name in full. */
const DAY_ALONE = `(?<date>${FULL_WEEKDAY})`;
const AGENCY =
  "(?:\\((?<agency>\\p{L}[^():\\n]{1,40}|\\d{1,2}\\p{Lu}[^():\\n]{1,40})\\)|/(?<wire>[\\p{L}\\d][\\p{L}\\d .-]{1,30})/)";
/** Every dash that keyboards, wires and word processors make of one, the minus sign and the swung dash among them. */
const LONG_DASH = "[—–―‒−⸺⸻~]|--+|>>";
/** What parts a dateline from its story; a hyphen does so behind a space alone. */
export const DASH = `(?: *(?:${LONG_DASH})| +[-_‐‑]) *`;
/** Behind a bracket a hyphen is a dash, too: (KTVI)-More. */
const DASH_BEHIND_BRACKET = `(?: *(?:${LONG_DASH}|-+)| +[_|]) *`;
const STOP = "(?:[.:;]|,)?";
const STORY = "(?=[\\p{Lu}\\p{Lo}\\d“\"'‘«„$£€(`])";

/** Every form of a dateline, from the surest to the barest; each says what its place must be. */
export const DATELINES: readonly (readonly [RegExp, (place: string, agency: string) => boolean])[] =
  [
    // Arnhavn /tarnau/: · slashes around a name are a wire's way, and nobody else's
    [
      new RegExp(
        `^${PLACE}[,.]? /(?<wire>[\\p{L}\\d][\\p{L}\\d .-]{1,30})/(?:${DASH}|: *)${STORY}`,
        "u",
      ),
      isPlace,
    ],
    // ISLAMABAD, May 8 (Alliance News) – · MOSCOW, May 8. /TASS/. · TORONTO, Nov. 3, 2023 (GLOBE NEWSWIRE) --
    [
      new RegExp(
        `^${PLACE}[,.]? ${DATE}[,.]? ?${AGENCY}${STOP}(?:${DASH}|\\s+|(?<=:)${STORY})`,
        "u",
      ),
      isPlaceWithAgency,
    ],
    // TARN, Orvania, May 8, ANW – · initials without brackets, which only a dash makes an agency
    [new RegExp(`^${PLACE}, ${DATE}, (?<agency>\\p{Lu}{2,6})${DASH}${STORY}`, "u"), isPlace],
    // Berlin, 3. Mai 2024 (dpa) - · Paris, 3 févr. 2024 (AFP) -
    [
      new RegExp(`^${PLACE}[,.] ${FOREIGN_DATE}[,.]? ?${AGENCY}${STOP}(?:${DASH}|\\s+)`, "u"),
      isPlaceWithAgency,
    ],
    // PARIS, Monday (AP) —
    [new RegExp(`^${PLACE}[,.] ${DAY_ALONE},? ?${AGENCY}${STOP}${DASH}`, "u"), isPlaceWithAgency],
    // LONDON (Reuters) - · Berlin (dpa) - · BUENOS AIRES, Argentina (AP) _ · ISLAMABAD (APP): · COLOMBO (Tarn 1st); · TARN, MO (KTVI)-
    [
      new RegExp(
        `^${PLACE}[,.]? ?(?<!-)${AGENCY}${STOP}(?:${DASH_BEHIND_BRACKET}|(?<=[:;])\\s+)`,
        "u",
      ),
      isPlaceWithAgency,
    ],
    // Tokyo (CNN)Police, as some sites' feeds run it on
    [new RegExp(`^${PLACE} ${AGENCY}(?=[“"‘']?\\p{Lu})`, "u"), isPlaceWithAgency],
    // TARN, Calif. (KBAK/KBFX) Four
    [new RegExp(`^${PLACE},? ${AGENCY} +(?=[“"‘']?\\p{Lu})`, "u"), isPlaceWithWire],
    // NEW YORK--(BUSINESS WIRE)--
    [new RegExp(`^${PLACE}--${AGENCY}--`, "u"), isPlaceWithAgency],
    // Karachi, 3 March: · ROME, MAY 8 - · WASHINGTON, D.C., May 8, 2025 —
    [new RegExp(`^${PLACE},? ${DATE}(?:${DASH}|: ?)${STORY}`, "u"), isPlace],
    // BERLIN, 1. Dezember - · VALENCIA, 1 dic - · ROMA, 3 maggio 2026 –
    [new RegExp(`^${PLACE}[,.]? ${OTHER_DATE}(?:${DASH}|: ?)${STORY}`, "u"), isShoutedPlace],
    // London, UK – 8 May 2025 –
    [new RegExp(`^${PLACE}${DASH}${DATE}(?:${DASH}|: ?)${STORY}`, "u"), isPlace],
    // KABUL, Monday —
    [new RegExp(`^${PLACE}, ${DAY_ALONE}${DASH}${STORY}`, "u"), isShoutedPlace],
    // Norfolk, Va. - · Norfolk, VA — · Tarn, Sweden –
    [new RegExp(`^${PLACE}(?:${DASH}|(?<=\\.)- +)(?:${STORY}|$)`, "u"), isTownOfRegion],
    // TARN, Ill. Three years: the stop of a state is all that parts it from the story
    [
      /^(?<place>\p{Lu}[\p{Lu} .'’-]{2,30}, \p{Lu}[\p{L}.]{1,6}\.) (?=[“"]?\p{Lu}\p{Ll}+ )/u,
      isShoutedTownOfRegion,
    ],
    // WASHINGTON — · KABUL, Afghanistan — · NEW DELHI: · TARN >> · CLEVELAND- Family
    [new RegExp(`^${PLACE}(?:${DASH}|: |(?<!-)- +)${STORY}`, "u"), isShoutedPlace],
    // GARY | A dispute over money, which a row of links is not
    [new RegExp(`^${PLACE} \\| (?=[“"]?\\p{Lu}[^|\\n]{40})(?!\\P{Ll}{20})`, "u"), isShoutedPlace],
    // MADISON, Wis. - and its story in the next paragraph
    [new RegExp(`^${PLACE}${DASH}$`, "u"), isShoutedPlace],
  ];

// Reads: (Reuters) - · (CNN) -- · (CNN)The · (Rolling Stone)The · June 23 (Reuters) -, where no place is given
const CREDIT = new RegExp(
  `^(?:${DATE} )?\\((?:via )?(?<agency>\\p{Lu}[\\p{L}.&'/ -]{1,30})\\)(?:${DASH_BEHIND_BRACKET}|(?=["“]?\\p{Lu}))`,
  "u",
);
// Reads: (Tarnwire) - September 25, 2024 -
const CREDIT_DATED = new RegExp(
  `^\\((?<agency>\\p{Lu}[\\p{L}.&'/ -]{1,30})\\)${DASH_BEHIND_BRACKET}${DATE}${DASH}${STORY}`,
  "u",
);
// Reads: (CNN) Police; "(Pictured) Field" has no agency
const CREDIT_APART = /^\((?<agency>\p{Lu}[\p{Lu}/-]{1,12})\) +(?=["“]?\p{Lu})/u;

// Reads: April 23, 2004: The, as radio and archives date a report
const DAY_BEFORE = new RegExp(`^${DATE}(?<=\\d{4}): ${STORY}`, "u");
/** A date in the brackets of an agency: WASHINGTON (Aug. 13) -- */
export const DATE_ALONE = new RegExp(`^${DATE}$`, "u");
/**
 * Reads: Indianapolis – Several thousand teachers, where only the rest of the story, which is set "in
 * Indianapolis", makes sure that it is a place.
 */
export const PLAIN_PLACE =
  /^(?<place>\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){0,2}) (?:[–—]|--?) (?=[“"]?\p{Lu}[^\n]{50})/u;

/** Reads: Indianapolis: Several thousand teachers, and Indianapolis : Several */
export const PLAIN_PLACE_COLON =
  /^(?<place>\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){0,2}) ?: (?=[“"]?\p{Lu}[^\n]{50})/u;

/** Length of an agency's name alone that opens a lede; 0 where none does. */
export function creditLength(head: string): number {
  const apart = CREDIT_APART.exec(head);
  if (apart !== null && isWire(apart.groups?.agency ?? "")) return apart[0].length;
  const found = CREDIT_DATED.exec(head) ?? CREDIT.exec(head) ?? DAY_BEFORE.exec(head);
  return found?.[0].length ?? 0;
}
// Reads: By A B Field Oslo, May 7 (PTI) The, where nothing parts the byline from the place
export const RUN_ON_BYLINE = new RegExp(
  `^[Bb][Yy] [^.!?\\n]{2,60}, ${DATE} \\((?<agency>\\p{Lu}{2,6})\\)(?:${DASH}| +)(?=["“]?\\p{Lu})`,
  "u",
);
// Reads: (Eds: Updating with fresh quotes) · (Adds minister's comment) · UPDATE: · (06-17) 14:40 PDT
export const NOTE =
  /^(?:\((?:(?:eds?|editors?): |(?:updat(?:es?|ing)|adds?|adding|recasts?|corrects?|repeats?|refiles?|releads?|rewrites?)\b)[^()\n]{1,120}\) *|(?:latest )?update: +|\(\d{2}-\d{2}\) \d{1,2}:\d{2} \p{Lu}{2,4} +)/iu;
// Reads: (ANSA) - ROME, MAY 8 -
export const CREDIT_FIRST = new RegExp(
  `^\\((?<agency>\\p{Lu}[^()\\n]{1,30})\\)(?:${DASH}| +)(?=\\p{Lu})`,
  "u",
);

// Reads: By . Ann Field . and Bo Miller . PUBLISHED: . 04:11 EST, 8 May 2025 . | . UPDATED: . 05:36 EST, 8 May 2025 .
// A page's head comes so when its lines were run together.
// Ann Field Facebook Twitter Email Print Save THE bridge: whom a page names, and its buttons
export const RUN_ON_BUTTONS =
  /^(?:\p{Lu}[\p{L}.’'-]+ ){0,4}?(?:(?:Facebook|Twitter|Whats[Aa]pp|LinkedIn|Pinterest|Reddit|E-?mail|Print|Save|Share|Tweet|Comments?) ){3,}(?=["“‘']?\p{Lu})/u;
const RUN_ON_NAME = "\\p{Lu}[^.\\n]{1,40}(?:\\b\\p{Lu}\\.[^.\\n]{1,30})?";
const RUN_ON_TIME =
  "(?:PUBLISHED|UPDATED|CREATED|Last updated at)[: ][^\\n|]{4,40}?\\b\\d{4} \\. (?:\\| \\. )?";
export const RUN_ON_HEAD = new RegExp(
  `^(?:By \\. ${RUN_ON_NAME} \\. (?:and ${RUN_ON_NAME} \\. )*(?:${RUN_ON_TIME})*|(?:${RUN_ON_TIME})+)(?=["“‘']?[\\p{Lu}\\d])`,
  "u",
);
