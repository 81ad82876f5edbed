import { type LanguageTable, PLAIN, phrases, words } from "./table.ts";

export const DUTCH: LanguageTable = {
  ...PLAIN,
  code: "nl",
  verbs:
    words(`zei zegt verklaarde verklaart vertelde vertelt meldde meldt stelde stelt benadrukte benadrukt vond vindt
    voegde legde legt schreef schrijft antwoordde antwoordt vroeg vraagt riep roept waarschuwde waarschuwt erkende erkent
    aldus concludeerde concludeert reageerde reageert beaamde beaamt verzuchtte verzucht lachte lacht bevestigde
    bevestigt betoogde betoogt verzekerde verzekert herinnerde constateerde constateert twitterde grapt grapte lacht glimlacht fluistert fluisterde zucht zuchtte concludeert tweette meent meende denkt dacht oordeelt oordeelde klaagt klaagde jubelt jubelde aldus mijmert verduidelijkt verduidelijkte nuanceert nuanceerde hoopt hoopte`),
  phrases: phrases("liet weten, laat weten, gaf aan, geeft aan, legt uit, legde uit, licht toe"),
  auxiliaries: words("heeft had"),
  participles:
    words(`gezegd verklaard verteld gemeld gesteld benadrukt geschreven geantwoord gevraagd gewaarschuwd
    erkend bevestigd`),
  fillers:
    words(`ook toen gisteren vandaag maandag dinsdag woensdag donderdag vrijdag zaterdag zondag daarna later verder
    nog`),
  links: words("dat"),
  determiners: words("de het een zijn haar hun deze dit onze"),
  prepositions:
    words(`van in op aan bij met naar over onder voor tegen zonder door om sinds volgens tussen als uit tot na
    namens`),
  conjunctions: words("en of"),
  connectives: words("maar ook daarnaast bovendien toch daarom dan"),
  pronouns: words("hij zij ze het dit dat deze"),
  particles: words("van de der den het 't ter ten la du von el"),
  openers:
    words(`de het een zijn haar en maar volgens in op aan bij met naar over onder voor tegen zonder door om sinds
    tussen als ook zo dan toen gisteren vandaag hij zij ze we wij ik men terwijl hoewel want niet ja nee dit deze dat
    uit tot na`),
  title:
    /^(?:dhr|mevr|mr|meneer|mevrouw|dr|drs|ir|ing|prof|professor|koning|koningin|prins|prinses|paus|bisschop|pastoor|generaal|kolonel|kapitein|.*(?:minister|president|woordvoerder|woordvoerster|burgemeester|wethouder|kamerlid|directeur|directrice|voorzitter|voorzitster|secretaris|chef|hoofd|leider|leidster|commissaris|officier|rechter|advocaat|advocate|deskundige|expert|onderzoeker|onderzoekster|wetenschapper|econoom|analist|schrijver|schrijfster|trainer|coach|aanvoerder|spits|keeper|speler|speelster|acteur|actrice|zanger|zangeres|journalist|correspondent|oprichter|oprichtster|eigenaar|eigenares|ondernemer|boer|boerin|leraar|lerares|student|studente|arts|verpleegkundige|agent|agente|senator|ambassadeur|vertegenwoordiger|manager|historicus|socioloog|kandidaat|bewoner|bewoonster|buurman|buurvrouw|hoogleraar|gedeputeerde|collega|visser|veerman|bioloog|biologe|dierenarts|huisarts|boswachter|winkelier|tuinder|loods|gids|premier|politicus|viroloog))$/u,
  dash: null,
  hedge:
    /(?<!\p{L})(?:vermoedelijk\p{Ll}*|naar verluidt|vermeende?|zogenaamd\p{Ll}*|kennelijk|blijkbaar|mogelijk|waarschijnlijk|misschien|zou|zouden)(?!\p{L})/iu,
  abbreviations: words(
    "dhr mevr mr dr drs ir ing prof nr ca bijv o a d w z enz st art blz jl resp mln mld",
  ),
};
