import { monthRules, type NoticeTable, weekdayRules } from "./table.ts";

const PUBLISH =
  "(?:veroffentlich\\p{L}*|verbreit\\p{L}*|ausstrahl\\p{L}*|gesendet|senden|sendung|freigegeben|verwend\\p{L}*|publizier\\p{L}*|publikation|weitergeben|zitieren)";

/** German, as desks in Germany, Austria and Switzerland write it. */
export const GERMAN: NoticeTable = {
  language: "de",
  stem: "entwurf|darf|sperrfrist|sperrvermerk|embargo|veroffentlich|freigabe|freigegeben|\\bfrei\\b|gesperrt|verbreit|vertraulich|publizier|publikation|ausstrahl|gesendet",
  lead: `die der das diese dieser dieses achtung wichtig bitte beachten sie hinweis an redaktionen redaktion medienmitteilung
    pressemitteilung presseinformation presseaussendung mitteilung meldung text bericht rede artikel material inhalt inhalte
    ist sind steht stehen unterliegt unterliegen gilt unter einer einem der strikten strenger strikte nur zur zum fur alle hinweise eine`,
  around: `bis zum zur zu der die das den dem des am um ab vor von im in uhr frei ist und gilt nicht fur alle medien print online
    horfunk tv fernsehen radio agenturen ortszeit veroffentlichung verwendung freigabe sperrfrist embargo fruhestens erst
    strikt streng beachten bitte zeit mittags hinweis redaktion redaktionen endet lauft sendefrei dienstagsausgaben montagsausgaben mittwochsausgaben donnerstagsausgaben freitagsausgaben
    samstagsausgaben sonntagsausgaben einschliesslich inklusive danach jeweils deren ausgaben ausgabe zeitungen social media
    veroffentlichen veroffentlicht verbreiten werden darf durfen sein diese dieser meldung pressemitteilung text lokalzeit deutscher
    mitteleuropaische mitteleuropaischer`,
  object: "auf|gegen|von|uber",
  prose:
    "sagte sagt sagten war waren hat hatte hatten wurde wurden wird will wollen fordert forderte nach trotz wegen weil dass",
  dayFirst: true,
  has24Hours: true,
  moments: [
    ...monthRules(
      "januar|janner|jan\\.? februar|feber marz april mai juni juli august september|sept\\.? oktober|okt\\.? november|nov\\.? dezember|dez\\.?",
    ),
    ...weekdayRules("sonntag montag dienstag mittwoch donnerstag freitag samstag|sonnabend"),
    [
      /(\d{1,2})\.\s*(?=january|february|march|april|may|june|july|august|september|october|november|december)/gu,
      "$1 ",
    ],
    [/(?<![\d.:])(\d) ?uhr (\d\d)\b/gu, "0$1:$2 "],
    [/(?<![\d.:])(\d\d) ?uhr (\d\d)\b/gu, "$1:$2 "],
    [/\bortszeit(?: wien| berlin| bern| zurich| brussel)\b/gu, "berlin time"],
    [/(?<![\d.:])(\d) ?uhr\b/gu, "0$1:00 "],
    [/(?<![\d.:])(\d\d) ?uhr\b/gu, "$1:00 "],
    [
      /\b(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)s?-?(?:ausgaben?|zeitungen|blatter)\b(?=.*\bonline\b.*\d{4})/gu,
      " ",
    ],
    [
      /\b(?:nach (?:dem |ablauf des )|(?:bis )?einschlie(?:ss|ß)lich\s|bis inklusive\s|(?:bis )?ende des )(?=(?:\p{L}+[,]? (?:dem )?)?\d)|(?<=\d )einschlie(?:ss|ß)lich\b/gu,
      " afterday ",
    ],
    [/\bmesz\b/gu, "CEST"],
    [/\bmez\b/gu, "CET"],
    [/\bmitternacht\b/gu, "midnight"],
    [/\bmittag\b/gu, "noon"],
  ],
  rows: [
    {
      weight: "lifted",
      reads:
        "\\b(?:sperrfrist|embargo)\\W+(?:ist |wurde |wird |gilt )?(?:[^.\\n]{0,40}?\\W)?(?:aufgehoben|abgelaufen|beendet|entfallt|vorbei|keine)\\b|\\b(?:keine|ohne) (?:sperrfrist|embargo)\\b|\\bzur sofortigen (?:veroffentlichung|verwendung|freigabe)\\b|\\b(?:ab sofort|sofort) (?:frei|zur veroffentlichung)",
      hit: "Sperrfrist aufgehoben",
      miss: "Embargo aufgehoben: Schiffe laufen wieder aus",
    },
    {
      weight: "sure",
      reads:
        "(?<!\\p{L})(?:\\p{L}{4,6})?sperr(?:frist|vermerk)\\b(?:\\s?[:=-]|\\s(?:bis|ab|endet|lauft))?(?: bis)?",
      hit: "SPERRFRIST: 9. Mai 2025, 10.00 Uhr",
      miss: "Die Sperrfrist beim Arbeitslosengeld war nach Ansicht des Gerichts zu lang",
    },
    {
      weight: "sure",
      reads:
        "\\b(?:unter|mit) (?:(?:striktem|strengem|einem) )*embargo\\b(?: bis)?|\\b(?:unterliegt|unterliegen) (?:einem |dem )?(?:strikten )?embargo\\b(?: bis)?|\\bpresse-?embargo\\b",
      hit: "Unter Embargo bis 9. Mai 2025",
      miss: "Das Land steht unter einem Embargo der Nachbarn, sagte der Minister",
    },
    {
      weight: "timed",
      reads: "\\bembargo\\b(?:\\s?[:=-]\\s?|\\s)?(?:bis|zum|ab|am|endet|ende)*",
      hit: "Embargo bis 9. Mai 2025, 10 Uhr",
      miss: "Embargo bis Juni trifft Bauern",
    },
    {
      weight: "sure",
      reads: `\\b(?:nicht|keine) (?:zur |fur die |zu )?${PUBLISH} (?:\\p{L}+ ){0,2}?(?:vor|bis)\\b|\\b(?:nicht|keinesfalls) vor\\b(?=[^\\n]{0,80}?\\b${PUBLISH})|\\bnicht zur veroffentlichung\\b(?: bestimmt)?`,
      hit: "Nicht zur Veröffentlichung vor dem 9. Mai 2025, 10 Uhr",
      miss: "Die Akten waren nicht zur Veröffentlichung bestimmt",
    },
    {
      weight: "timed",
      reads:
        "\\b(?:frei(?:gabe|gegeben)?|(?:zur )?(?:veroffentlichung|verwendung)(?: frei)?|gesperrt|vertraulich)\\s?(?::|\\b(?:ab|am|erst ab|fruhestens|fur|bis)\\b)",
      hit: "Frei ab 9. Mai 2025, 6 Uhr",
      miss: "Frei ab 16 Jahren ist der Film am 9. Mai",
    },
    {
      weight: "timed",
      reads:
        "\\b(?:bitte )?erst (?:ab|am|nach)\\b(?=[^\\n]*(?:veroffentlich|verbreit|verwend))|\\bdarf (?:\\p{L}+ )?(?:erst|nicht vor|fruhestens)\\b(?: (?:am|ab))?",
      hit: "Diese Mitteilung darf erst am 9. Mai 2025 ab 11 Uhr MEZ veröffentlicht werden",
      miss: "Das Kind darf erst am 9. Mai nach Hause",
    },
    {
      weight: "alone",
      reads:
        "^[^\\p{L}]*(?:entwurf|vertraulich|streng vertraulich|nicht veroffentlichen|bitte nicht veroffentlichen|nicht freigegeben)(?![\\p{L}])",
      hit: "VERTRAULICH",
      miss: "Der Entwurf liegt im Parlament",
    },
  ],
};
