import { monthRules, type NoticeTable, weekdayRules } from "./table.ts";

const PUBLISH =
  "(?:publik(?:owac|acji|acja|uj(?:cie)?)|opublikowac|upublicznia[cj]|rozpowszechnia[cj]|emitowac|udostepnia[cj]|wykorzystywac|cytowac)";

/** Polish. */
export const POLISH: NoticeTable = {
  language: "pl",
  stem: "wstrzyman|odwolania|wersja robocza|projekt|moze byc|embarg|publik|rozpowszech|upubliczn|emitowa|poufne|udostep",
  lead: `uwaga wazne dla redakcji do redaktorow material materialy tekst komunikat prasowy prasowa informacja artykul przemowienie ten ta to
    jest sa objety objeta objete scisle scislym prosimy o przestrzeganie respektowanie pod dokument tresc niniejszy niniejsza`,
  around: `dniu wlacznie niz wczesniej do dnia r roku godz godziny godzinie o od przed nie na w dla mediow prasy wszystkich scisle embargo embargiem publikacji
    publikowac publikacja tego materialu czasu polskiego warszawskiego lokalnego pod objete objety objeta data
    trwa obowiazuje z`,
  object: "na|wobec|przeciw|przeciwko|dla",
  prose:
    "powiedzial powiedziala mowi byl byla byly zostal zostala wedlug poniewaz choc uderza chce",
  dayFirst: true,
  has24Hours: true,
  moments: [
    ...monthRules(
      "stycznia|styczen lutego|luty marca|marzec kwietnia|kwiecien maja|maj czerwca|czerwiec lipca|lipiec sierpnia|sierpien wrzesnia|wrzesien pazdziernika|pazdziernik listopada|listopad grudnia|grudzien",
    ),
    ...weekdayRules(
      "niedziel[aei] poniedzial(?:ek|ku) wtor(?:ek|ku) srod[aye] czwart(?:ek|ku) piat(?:ek|ku) sobot[aye]",
    ),
    [/\bgodz(?:\.|iny|inie|ina)?\s(\d)(?![\d:.])/gu, "0$1:00 "],
    [/\bgodz(?:\.|iny|inie|ina)?\s(\d\d)(?![\d:.])/gu, "$1:00 "],
    [/\bgodz(?:\.|iny|inie|ina)?\s(\d)[.:](\d\d)/gu, "0$1:$2 "],
    [/\bczasu? (?:polskiego|warszawskiego|polski|warszawski)\b/gu, "paris time"],
    [/\bwlacznie\b/gu, " afterday "],
    [/\bpo (?=(?:dniu )?\d)/gu, " afterday "],
    [/\bpolnoc(?:y)?\b/gu, "midnight"],
  ],
  rows: [
    {
      weight: "lifted",
      reads:
        "\\bembargo\\W+(?:(?:zostalo|jest|juz)\\W+){0,3}(?:zniesione|zakonczone|uchylone|brak)\\b|\\b(?:bez|brak) embarga\\b|\\bdo natychmiastowej publikacji\\b",
      hit: "Embargo zniesione – minister rezygnuje",
      miss: "Zniesione embargo na ropę",
    },
    {
      weight: "sure",
      reads:
        "\\b(?:objet[aey] )?(?:scislym )?embargiem\\b(?: (?:prasowym|do))*|\\bpod embargiem\\b(?: do)?|\\bembargo (?:prasowe|scisle)\\b(?: do)?",
      hit: "Materiał objęty embargiem do 9 maja 2025, godz. 10.00",
      miss: "Wyspa objęta embargiem przez sąsiadów od lat sześćdziesiątych",
    },
    {
      weight: "timed",
      reads: "\\bembargo\\b(?:\\s?[:=-]\\s?|\\s)?(?:do|na)?",
      hit: "EMBARGO DO 9 MAJA 2025",
      miss: "Embargo na ropę do czerwca uderza w rolników",
    },
    {
      weight: "sure",
      reads: `\\b(?:nie|zakaz|prosimy nie)(?: do| nalezy| mozna| wolno)?\\s${PUBLISH}(?:[\\s,]+(?:ani|lub|i|${PUBLISH}|materialu|tekstu|tego))*\\s(?:przed|do|wczesniej niz)\\b|\\bnie do publikacji\\b`,
      hit: "Nie publikować przed 9 maja 2025, godz. 6.00",
      miss: "Listy były nie do publikacji, mówił brat",
    },
    {
      weight: "timed",
      reads:
        "\\b(?:do publikacji|(?:publikacja|rozpowszechnianie|emisja|wykorzystanie)(?: (?:materialu|tekstu|tresci))?(?: (?:jest )?(?:mozliwa|mozliwe|dozwolona|dozwolone|dopuszczalna))?|mozna publikowac|poufne)\\s?(?::|\\b(?:(?:nie )?(?:wczesniej niz|przed)|od|po|dopiero (?:od|po)|do|dnia)\\b)",
      hit: "Do publikacji od 9 maja 2025, godz. 6.00",
      miss: "Publikacja od 9 maja w księgarniach",
    },
    {
      weight: "timed",
      reads: "\\bmoze byc \\p{L}+ dopiero(?: (?:od|po))?",
      hit: "Materiał może być publikowany dopiero od 9 maja 2025, godz. 10.00",
      miss: "Most może być otwarty dopiero od 9 maja, powiedział burmistrz",
    },
    {
      weight: "alone",
      reads: "^[^\\p{L}]*(?:wersja robocza|poufne|nie publikowac|projekt poufny)(?![\\p{L}])",
      hit: "NIE PUBLIKOWAĆ",
      miss: "Wersja robocza jest w sejmie",
    },
    {
      weight: "sure",
      reads: "\\bwstrzyman[yae] do\\b|\\bdo odwolania\\b",
      hit: "Tekst wstrzymany do odwołania",
      miss: "Ruch na moście był wstrzymany do odwołania, powiedział burmistrz",
    },
  ],
};
