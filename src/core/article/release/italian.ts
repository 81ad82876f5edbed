import { monthRules, type NoticeTable, weekdayRules } from "./table.ts";

const PUBLISH =
  "(?:pubblic(?:are|at[oaie]|azione)|diffond(?:ere|ete)|diffus[oaie]|diffusione|divulg(?:are|at[oaie]|azione)|utilizz(?:are|at[oaie]|o)|usare|trasmettere|trasmissione|riprodurre)";
const UNTIL = "(?:fino|prima|sino)(?: (?:al(?:le|l'|la|lo)?|del(?:le|l'|la)?|a|ad|di))?";

/** Italian. */
export const ITALIAN: NoticeTable = {
  language: "it",
  stem: "bozza|puo essere|embarg|pubblic|diffond|diffus|divulg|bozzaW+non pubblicare|riservat|trasm",
  lead: `attenzione importante nota alle ai la il lo i gli le questo questa presente redazioni redazione giornalisti stampa comunicato di testo
    articolo discorso documento materiale informazioni e sono resta si prega rispettare sotto stretto strettamente per avviso
    cortesemente contenuto soggetto a`,
  around: `ne pubblicabile pubblicabili diffondibile dell'ora giorno fino a al alle alla allo all' del delle della dell' di da dal dalle il la le lo ore ora h e prima stampa media tutti stretto
    strettamente embargo pubblicazione diffusione pubblicare diffondere non per sotto questo comunicato partire data
    italiana italiane locale locali web online termina rimozione in`,
  object: "su|sul|sui|sulla|sulle|sugli|contro",
  prose:
    "ha hanno detto disse secondo era erano fu furono sara vuole dopo perche nonostante annuncia colpisce",
  dayFirst: true,
  has24Hours: true,
  moments: [
    ...monthRules(
      "gennaio|gen\\.? febbraio|feb\\.? marzo|mar\\.? aprile|apr\\.? maggio|mag\\.? giugno|giu\\.? luglio|lug\\.? agosto|ago\\.? settembre|set\\.? ottobre|ott\\.? novembre|nov\\.? dicembre|dic\\.?",
    ),
    ...weekdayRules("domenica lunedi martedi mercoledi giovedi venerdi sabato"),
    [
      /\b1[º°o]?\s+(?=january|february|march|april|may|june|july|august|september|october|november|december)/gu,
      "1 ",
    ],
    [/\b(?:ora italiana|ora di roma)\b/gu, "rome time"],
    [/(?<=\d)\s?,(?=\d\d\b(?!\d))/gu, ":"],
    [
      /\b(?:delle|alle|dalle|le|ore)\s(?=\d{1,2}(?:[:.]\d\d)?\s(?:del|dell'|di|d')\s?\p{L}*)/gu,
      " ore ",
    ],
    [/^\s*(?=\d{1,2}(?:[:.]\d\d)?\s(?:del|di|dell')\s?\p{L}*\s?\d)/gu, "ore "],
    [/\bore\s+(?=\d)/gu, "ore "],
    [/\b(?:dopo (?:il|l')|incluso|compreso)\s?/gu, " afterday "],
    [/\bore\s(\d)(?![\d:.])/gu, "0$1:00 "],
    [/\bore\s(\d\d)(?![\d:.])/gu, "$1:00 "],
    [/\bore\s(\d)[.:](\d\d)/gu, "0$1:$2 "],
    [/\bmezzanotte\b/gu, "midnight"],
    [/\bmezzogiorno\b/gu, "noon"],
  ],
  rows: [
    {
      weight: "lifted",
      reads:
        "\\bembargo\\W+(?:(?:e|stato|gia|ormai)\\W+){0,3}(?:revocato|rimosso|terminato|scaduto|tolto|nessuno|no)\\b|\\b(?:nessun|senza) embargo\\b|\\bper (?:la )?(?:pubblicazione|diffusione) immediata\\b",
      hit: "Embargo revocato – si dimette il ministro",
      miss: "Revocato l'embargo sul petrolio",
    },
    {
      weight: "sure",
      reads: `\\bsotto (?:stretto )?embargo\\b(?: stampa| totale| stretto)*(?: ${UNTIL})?|\\bembargo (?:stretto|stampa|totale|giornalistico)\\b(?: ${UNTIL})?|\\bembargat[oaie]\\b(?: ${UNTIL})?|\\brispettare l'embargo\\b`,
      hit: "Sotto embargo fino alle ore 10 del 9 maggio 2025",
      miss: "Sotto embargo da sessant'anni, l'isola resiste",
    },
    {
      weight: "timed",
      reads: `\\bembargo\\b(?:\\s?[:=-]\\s?|\\s)?(?:${UNTIL}|al|alle|il|per)?`,
      hit: "EMBARGO FINO ALLE ORE 6 DEL 9 MAGGIO 2025",
      miss: "Embargo fino a giugno sul grano colpisce gli agricoltori",
    },
    {
      weight: "sure",
      reads: `\\b(?:da )?non (?:puo essere |deve essere |possono essere |per la |per )?${PUBLISH}(?:[\\s,]+(?:o|e|ne|${PUBLISH}|questo|questa|il|la|testo|comunicato))*\\s${UNTIL}|\\b(?:pubblicazione|diffusione) (?:vietata|non autorizzata|non consentita) ${UNTIL}`,
      hit: "Da non pubblicare prima delle ore 6 del 9 maggio 2025",
      miss: "Promise di non pubblicare prima di morire le memorie",
    },
    {
      weight: "sure",
      reads: "\\b(?:da )?non (?:pubblicare|diffondere|divulgare)\\b(?=\\W*$)",
      hit: "NON PUBBLICARE",
      miss: "Il giudice ha scelto di non pubblicare i nomi",
    },
    {
      weight: "timed",
      reads:
        "\\b(?:per la (?:pubblicazione|diffusione)|pubblicabile|diffondibile|(?:data di )?(?:pubblicazione|diffusione)|libero|bozzaW+non pubblicare|riservat[oa])\\s?(?::|\\b(?:a partire dal(?:le)?|dal(?:le)?|il|fino al(?:le)?)\\b)",
      hit: "Pubblicabile dalle ore 6 del 9 maggio 2025",
      miss: "La pubblicazione il 9 maggio del romanzo",
    },
    {
      weight: "timed",
      reads:
        "\\bpuo essere \\p{L}+ (?:solo|soltanto) (?:dopo|a partire dal(?:le)?|dal(?:le)?)(?: le)?",
      hit: "Il comunicato può essere pubblicato solo dopo le ore 10 del 9 maggio 2025",
      miss: "Il ponte può essere usato solo dopo il 9 maggio, ha detto il sindaco",
    },
    {
      weight: "alone",
      reads:
        "^[^\\p{L}]*(?:bozza|bozza non definitiva|bozzaW+non pubblicare|riservato|strettamente riservato)(?![\\p{L}])",
      hit: "BOZZA",
      miss: "La bozza è in parlamento",
    },
  ],
};
