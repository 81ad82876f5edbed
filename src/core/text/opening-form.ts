import { isPlace, isPlaceWithAgency, isShoutedPlace } from "./place.ts";

const MONTHS =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
const CASELESS_MONTHS = MONTHS.replace(/\p{L}/gu, (letter) => `[${letter}${letter.toUpperCase()}]`);
const DAY_OF_MONTH = "\\d{1,2}(?:st|nd|rd|th)?";
const WEEKDAY = "(?:(?:[MS]on|[TW]\\p{L}+s?|Thurs|Fri|Satur|Sun)(?:day|DAY)?\\.?,? )?";

const PLACE =
  "(?<place>\\p{Lu}[\\p{L}\\p{M}.'’/-]*(?:,? \\(?[\\p{L}\\p{M}][\\p{L}\\p{M}.'’/-]*){0,6}?)";
const DATE = `(?<date>${WEEKDAY}(?:(?:${CASELESS_MONTHS})\\.? ${DAY_OF_MONTH}|${DAY_OF_MONTH} (?:${CASELESS_MONTHS})\\b)(?:,? \\d{4})?)`;
/** Any date with a digit in it: only an agency after it makes sure that it is one (`3 févr. 2024`). */
const FOREIGN_DATE = "(?<date>[^()\\n:–—]{0,24}\\d[^()\\n:–—]{0,12}?)";
const AGENCY =
  "(?:\\((?<agency>\\p{L}[^():\\n]{1,40})\\)|/(?<wire>[\\p{Lu}\\d][\\p{L}\\d .-]{1,30})/)";
const DASH = "(?: *(?:[—–―]|--+)| +[-_]) *";
const STOP = "(?:[.:]|,)?";
const STORY = "(?=[\\p{Lu}\\p{Lo}\\d“\"'‘«„$£€(`])";

/** Every form of a dateline, from the surest to the barest; each says what its place must be. */
export const DATELINES: readonly (readonly [RegExp, (place: string, agency: string) => boolean])[] =
  [
    // ISLAMABAD, May 8 (Alliance News) – · MOSCOW, May 8. /TASS/. · TORONTO, Nov. 3, 2023 (GLOBE NEWSWIRE) --
    [
      new RegExp(`^${PLACE}[,.]? ${DATE}[,.]? ?${AGENCY}${STOP}(?:${DASH}|\\s+)`, "u"),
      isPlaceWithAgency,
    ],
    // Berlin, 3. Mai 2024 (dpa) - · Paris, 3 févr. 2024 (AFP) -
    [
      new RegExp(`^${PLACE}[,.] ${FOREIGN_DATE}[,.]? ?${AGENCY}${STOP}(?:${DASH}|\\s+)`, "u"),
      isPlaceWithAgency,
    ],
    // LONDON (Reuters) - · Berlin (dpa) - · BUENOS AIRES, Argentina (AP) _ · ISLAMABAD (APP):
    [new RegExp(`^${PLACE}[,.]? ${AGENCY}${STOP}(?:${DASH}|(?<=:)\\s+)`, "u"), isPlaceWithAgency],
    // Tokyo (CNN)Police, as some sites' feeds run it on
    [new RegExp(`^${PLACE} ${AGENCY}(?=[“"‘']?\\p{Lu})`, "u"), isPlaceWithAgency],
    // NEW YORK--(BUSINESS WIRE)--
    [new RegExp(`^${PLACE}--${AGENCY}--`, "u"), isPlaceWithAgency],
    // Karachi, 3 March: · ROME, MAY 8 - · WASHINGTON, D.C., May 8, 2025 —
    [new RegExp(`^${PLACE},? ${DATE}(?:${DASH}|: ?)${STORY}`, "u"), isPlace],
    // London, UK – 8 May 2025 –
    [new RegExp(`^${PLACE}${DASH}${DATE}(?:${DASH}|: ?)${STORY}`, "u"), isPlace],
    // WASHINGTON — · KABUL, Afghanistan — · NEW DELHI:
    [new RegExp(`^${PLACE}(?:${DASH}|: )${STORY}`, "u"), isShoutedPlace],
  ];

// Reads: (Reuters) - · (CNN) -- · (CNN)The · (Rolling Stone)The, where no place is given
export const CREDIT = new RegExp(
  `^\\((?<agency>\\p{Lu}[\\p{L}.&' ]{1,30})\\)(?:${DASH}|(?=["“]?\\p{Lu}))`,
  "u",
);
// Reads: By A B Field Oslo, May 7 (PTI) The, where nothing parts the byline from the place
export const RUN_ON_BYLINE = new RegExp(
  `^[Bb][Yy] [^.!?\\n]{2,60}, ${DATE} \\((?<agency>\\p{Lu}{2,6})\\)(?:${DASH}| +)(?=["“]?\\p{Lu})`,
  "u",
);
// Reads: (Eds: Updating with fresh quotes)
export const NOTE = /^\((?:eds?|editors?): [^()\n]{1,90}\) */iu;
// Reads: (ANSA) - ROME, MAY 8 -
export const CREDIT_FIRST = new RegExp(
  `^\\((?<agency>\\p{Lu}[^()\\n]{1,30})\\)${DASH}(?=\\p{Lu})`,
  "u",
);

// Reads: By . Ann Field . and Bo Miller . PUBLISHED: . 04:11 EST, 8 May 2025 . | . UPDATED: . 05:36 EST, 8 May 2025 .
// A page's head comes so when its lines were run together.
const RUN_ON_NAME = "\\p{Lu}[^.\\n]{1,40}(?:\\b\\p{Lu}\\.[^.\\n]{1,30})?";
const RUN_ON_TIME =
  "(?:PUBLISHED|UPDATED|CREATED|Last updated at)[: ][^\\n|]{4,40}?\\b\\d{4} \\. (?:\\| \\. )?";
export const RUN_ON_HEAD = new RegExp(
  `^(?:By \\. ${RUN_ON_NAME} \\. (?:and ${RUN_ON_NAME} \\. )*(?:${RUN_ON_TIME})*|(?:${RUN_ON_TIME})+)(?=["“‘']?[\\p{Lu}\\d])`,
  "u",
);
