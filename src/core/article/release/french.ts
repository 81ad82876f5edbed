import { monthRules, type NoticeTable, weekdayRules } from "./table.ts";

const PUBLISH =
  "(?:publi(?:er|ee?s?|cation)|diffus(?:er|ee?s?|ion)|utilis(?:er|ee?s?|ation)|communiqu(?:er|ee?s?)|divulgu(?:er|ee?s?)|divulgation|relay(?:er|ee?s?)|reprendre|parution|reproduction|mettre en ligne|mise en ligne)";
const UNTIL = "(?:avant|jusqu(?:'au|'a|'en|e)?)(?: l[ae]\\b| l')?";

/** French, as desks in France, Belgium, Switzerland, Canada and Africa write it. */
export const FRENCH: NoticeTable = {
  language: "fr",
  stem: "brouillon|document de travail|etre|embargo|diffus|publi|parution|divulg|relay|confidentiel|en ligne|reproduction|communiqu",
  lead: `attention important note aux redactions redaction ce cette le la les l' ces document texte communique de presse
    information informations dossier article discours est sont reste soumis soumise sous strict stricte merci de respecter
    veuillez noter que nous vous prions contenu contenus embargo a l'attention des journalistes pour strictement rappel`,
  around: `jusqu'au jusqu'a jusque jusqu au aux a le la les l' du de des d' en et avant apres heure heures h locale locales francaise
    strict stricte presse media medias tous toutes date levee leve publication diffusion parution embargo a partir
    compter ce cette pour pas ne strictement sous est interdite web print presse-ecrite radio tele merci respecter
    temps des papier respectez`,
  object: "sur|contre|visant|frappant",
  prose:
    "dit declare selon etait etaient avait avaient sera seront veut veulent apres malgre parce frappe annonce affirme a",
  dayFirst: true,
  has24Hours: true,
  moments: [
    ...monthRules(
      "janvier|janv\\.? fevrier|fevr?\\.? mars avril|avr\\.? mai juin juillet|juil\\.? aout septembre|sept\\.? octobre|oct\\.? novembre|nov\\.? decembre|dec\\.?",
    ),
    ...weekdayRules("dimanche lundi mardi mercredi jeudi vendredi samedi"),
    [/\b1er\b/gu, "1"],
    [/\bheures? d(?:e|u) (paris|geneve|bruxelles)\b/gu, "paris time"],
    [/(?<![\d.:])(\d) ?h(?:eures?|rs?)? ?(\d{2})\b/gu, "0$1:$2 "],
    [/(?<![\d.:])(\d\d) ?h(?:eures?|rs?)? ?(\d{2})\b/gu, "$1:$2 "],
    [/(?<![\d.:])(\d) ?h(?:eures?|rs?)?\b/gu, "0$1:00 "],
    [/(?<![\d.:])(\d\d) ?h(?:eures?|rs?)?\b/gu, "$1:00 "],
    [/(\d{1,2}:\d\d)\s+(?:du soir|de l'? ?apres-midi)\b/gu, "$1 pm"],
    [/(\d{1,2}:\d\d)\s+du matin\b/gu, "$1 am"],
    [/\bapres-midi\b/gu, "afternoon"],
    [/\b(?:inclus|compris)\b/gu, " afterday "],
    [
      /\bapres (?:le |la date du )?(?=(?:\p{L}+ )?\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))/gu,
      " afterday ",
    ],
    [/\bminuit une\b/gu, "00:01"],
    [/\bheure d[eu'] ?(?:\p{L}+ ?){1,2}(?=$|[,.)])/gu, " "],
    [/\bminuit\b/gu, "midnight"],
    [/\bmidi\b/gu, "noon"],
  ],
  rows: [
    {
      weight: "lifted",
      reads:
        "\\bembargo\\W+(?:(?:est|a|ete|deja|desormais)\\W+){0,3}(?:levee?|termine|expire|caduc|aucun|non)\\b|\\b(?:aucun|sans|pas d'|fin de l'|plus d')\\s?embargo\\b|\\bpour (?:publication|diffusion) immediate\\b|\\b(?:publication|diffusion) (?:libre|immediate)\\b",
      hit: "Embargo levé – le ministre démissionne",
      miss: "Embargo levé sur le pétrole après dix ans",
    },
    {
      weight: "sure",
      reads: `\\bsous (?:un |strict |l')?(?:strict )?embargo\\b(?: strict| presse| total| medias?)*(?: ${UNTIL})?|\\bembargo (?:strict|presse|medias?)\\b(?: ${UNTIL})?|\\brespecter (?:strictement )?(?:l'|cet |le )?embargo\\b`,
      hit: "SOUS EMBARGO JUSQU'AU 9 MAI 2025 À 10H00",
      miss: "Sous embargo depuis soixante ans, l'île vit de ses vieilles voitures",
    },
    {
      weight: "timed",
      reads: `\\b(?:levee (?:de l'|d')|fin (?:de l'|d'))?embargo\\b(?:\\s?[:=-]\\s?|\\s)?(?:${UNTIL}|au|le|a)?`,
      hit: "Embargo jusqu'au 9 mai 2025 à 10h",
      miss: "Embargo jusqu'en juin sur les céréales",
    },
    {
      weight: "sure",
      reads: `\\b(?:a )?ne (?:pas|rien) (?:etre )?${PUBLISH}(?:[\\s,]+(?:ou|ni|et|${PUBLISH}|l[ea]s?|ce|cette|document|texte|communique|information|informations))*\\s${UNTIL}|\\b${PUBLISH}(?: ou ${PUBLISH})? (?:strictement )?(?:interdite?|non autorisee?)s?(?: \\p{L}+){0,2}? ${UNTIL}|\\b(?:interdiction de|interdit de) ${PUBLISH}(?: \\p{L}+){0,4}? ${UNTIL}`,
      hit: "Ne pas diffuser avant le 9 mai 2025 à 6 heures",
      miss: "« Ne pas publier avant l'été », disait la lettre, était une erreur",
    },
    {
      weight: "sure",
      reads:
        "\\b(?:non destinee? a (?:la|etre)|ne pas|a ne pas) (?:publication|publiee?|publier|diffuser)\\b(?=\\W*$)",
      hit: "NE PAS PUBLIER",
      miss: "Il a choisi de ne pas publier ses mémoires",
    },
    {
      weight: "timed",
      reads:
        "\\b(?:a (?:publier|diffuser)|(?:date de )?(?:publication|diffusion|parution)|libre de diffusion|publiable|diffusable|confidentiel)\\s?(?:autorisee\\s?)?(?::|\\b(?:le|a partir d[ue]|a compter d[ue]|des le|jusqu'au)\\b)",
      hit: "Diffusion autorisée à partir du 9 mai 2025, 6h",
      miss: "Publication le 9 mai d'un roman posthume",
    },
    {
      weight: "timed",
      reads:
        "\\bne (?:peut|peuvent|doit|doivent|pourra|sera) etre (?:\\p{L}+ )?(?:ou \\p{L}+ )?(?:qu'a partir d[ue]|avant|qu'apres)",
      hit: "Ce communiqué ne peut être diffusé qu'à partir du 9 mai 2025 à 10h",
      miss: "Le pont ne peut être rouvert avant le 9 mai, dit le maire",
    },
    {
      weight: "alone",
      reads:
        "^[^\\p{L}]*(?:brouillon|confidentiel|ne pas diffuser|document de travail|projet confidentiel)(?![\\p{L}])",
      hit: "BROUILLON",
      miss: "Le brouillon est au parlement",
    },
  ],
};
