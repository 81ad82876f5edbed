import { monthRules, type NoticeTable, weekdayRules } from "./table.ts";

const PUBLISH =
  "(?:publicer(?:en|ing)|gepubliceerd|publicatie|verspreid(?:en|ing)?|uit(?:ge)?zend(?:en|ing)?|uitgezonden|gebruik(?:en|t)?|vrijgeven|delen)";

/** Dutch, as desks in the Netherlands and Flanders write it. */
export const DUTCH: NoticeTable = {
  language: "nl",
  stem: "concept|\\bmag\\b|embargo|publice|publica|verspreid|uitgez|uitzend|vertrouwelijk|vrijgave|\\bvrij\\b|gebruik",
  lead: `let op belangrijk noot voor aan de het een deze dit redactie redacties persbericht bericht tekst artikel toespraak
    document materiaal informatie is zijn valt blijft onder strikt streng gelieve te respecteren graag nb attentie geldt inhoud`,
  around: `dat moment t m tot en met de het op om in van voor niet uur u uur. gepubliceerd verspreid strikt streng pers media alle embargo publicatie publiceren gebruik
    vrij onder deze dit bericht persbericht vanaf datum loopt plaatselijke lokale tijd nederlandse belgische online print
    zijn worden mag te graag eindigt`,
  object: "op|tegen|van|voor",
  prose:
    "zei zegt zeiden was waren heeft had hadden werd werden wil willen volgens na omdat ondanks treft",
  dayFirst: true,
  has24Hours: true,
  moments: [
    ...monthRules(
      "januari|jan\\.? februari|febr?\\.? maart|mrt\\.? april|apr\\.? mei juni|jun\\.? juli|jul\\.? augustus|aug\\.? september|sept?\\.? oktober|okt\\.? november|nov\\.? december|dec\\.?",
    ),
    ...weekdayRules("zondag maandag dinsdag woensdag donderdag vrijdag zaterdag"),
    [/\b(?:nederlandse|belgische) tijd\b/gu, "brussels time"],
    [/(?<![\d.:])(\d)[.:](\d\d) ?u(?:ur|\b)/gu, "0$1:$2 "],
    [/(?<![\d.:])(\d) ?u(?:ur)?\b/gu, "0$1:00 "],
    [/(?<![\d.:])(\d\d) ?u(?:ur)?\b/gu, "$1:00 "],
    [/\bt\/m\b|\b(?:tot )?en met\b/gu, " afterday "],
    [
      /\bna (?=(?:\p{L}+ )?\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))/gu,
      " afterday ",
    ],
    [/\bmiddernacht\b/gu, "midnight"],
  ],
  rows: [
    {
      weight: "lifted",
      reads:
        "\\bembargo\\W+(?:(?:is|inmiddels|nu)\\W+){0,3}(?:opgeheven|verlopen|vervallen|voorbij|geen)\\b|\\b(?:geen|zonder) embargo\\b|\\bvoor onmiddellijke publicatie\\b",
      hit: "Embargo opgeheven – minister stapt op",
      miss: "Embargo opgeheven na dertig jaar: schepen varen weer",
    },
    {
      weight: "sure",
      reads:
        "\\bonder (?:strikt |streng )?embargo\\b(?: tot)?|\\b(?:strikt|streng|pers) ?embargo\\b(?: tot)?|\\bgeembargeerd\\b(?: tot)?",
      hit: "Onder embargo tot vrijdag 9 mei 2025 10.00 uur",
      miss: "Onder embargo leeft het eiland al zestig jaar",
    },
    {
      weight: "timed",
      reads: "\\bembargo\\b(?:\\s?[:=-]\\s?|\\s)?(?:tot|op)?",
      hit: "Embargo tot 9 mei 2025",
      miss: "Embargo tot juni op graan treft boeren",
    },
    {
      weight: "sure",
      reads: `\\bniet (?:voor |te |ter )?${PUBLISH}(?:[\\s,]+(?:of|en|${PUBLISH}))*\\s(?:voor|tot|eerder dan)\\b|\\bniet (?:voor|eerder dan)\\b(?=[^\\n]{0,80}?\\b(?:publiceren|gepubliceerd|verspreiden)\\b)|\\bniet voor publicatie\\b`,
      hit: "Niet publiceren voor vrijdag 9 mei 2025, 6.00 uur",
      miss: "De brieven waren niet voor publicatie bedoeld",
    },
    {
      weight: "timed",
      reads:
        "\\b(?:vrij(?:gave)?|(?:voor )?publicatie|vertrouwelijk)\\s?(?::|\\b(?:vanaf|op|tot)\\b)",
      hit: "Vrij vanaf 9 mei 2025, 6.00 uur",
      miss: "Publicatie op 9 mei van een roman",
    },
    {
      weight: "timed",
      reads: "\\bmag (?:\\p{L}+ )?(?:pas|niet voor|niet eerder dan)\\b(?: (?:vanaf|op|na))?",
      hit: "Dit bericht mag pas vanaf 9 mei 2025, 10.00 uur worden gepubliceerd",
      miss: "De brug mag pas vanaf 9 mei open, zei de burgemeester",
    },
    {
      weight: "alone",
      reads: "^[^\\p{L}]*(?:concept|vertrouwelijk|niet publiceren)(?![\\p{L}])",
      hit: "VERTROUWELIJK",
      miss: "Het concept ligt in het parlement",
    },
  ],
};
