import { type LanguageTable, PLAIN, phrases, words } from "./table.ts";

export const ITALIAN: LanguageTable = {
  ...PLAIN,
  code: "it",
  verbs:
    words(`disse dice diceva dichiara dichiarò afferma affermava affermò assicura assicurò spiega spiegava spiegò
    aggiunge aggiunse indica sostiene sosteneva precisa racconta raccontava raccontò ricorda ricordava insiste sottolinea
    risponde rispose chiede chiese riconosce ammette ammise nota osserva osservò denuncia lamenta ribadisce prosegue
    conclude esclama esclamò scrive scrisse avverte commenta replica confessa rivela attacca evidenzia rileva
    confida ironizza accusa rimarca puntualizza incalza chiosa taglia tuona sbotta scherza annuncia rincara garantisce ragiona riflette specifica riferisce riferì constata esulta rassicura mormora sussurra gridò grida urla`),
  phrases: phrases("fa sapere, ha fatto sapere, tiene a precisare, mette in guardia"),
  auxiliaries: words("ha aveva avrebbe s'è si è"),
  participles:
    words(`detto dichiarato affermato assicurato spiegato aggiunto indicato sostenuto precisato raccontato
    ricordato insistito sottolineato risposto chiesto riconosciuto ammesso notato osservato denunciato lamentato ribadito
    proseguito concluso esclamato scritto avvertito commentato replicato confessato rivelato attaccato evidenziato
    rilevato ironizzato accusato annunciato rimarcato puntualizzato`),
  fillers:
    words(`anche poi inoltre ieri oggi ancora infatti così lunedì martedì mercoledì giovedì venerdì sabato domenica
    invece già lo ci gli mi si sera mattina`),
  links: words("che"),
  determiners: words("il lo la i gli le un uno una suo sua loro questo questa"),
  prepositions:
    words(`di del dello della dei degli delle a al allo alla ai agli alle da dal dallo dalla dai dagli dalle
    in nel nello nella nei negli nelle con su sul sullo sulla sui sugli sulle per tra fra secondo contro dopo senza
    durante come`),
  conjunctions: words("e ed o"),
  connectives: words("ma inoltre anche poi infatti invece però"),
  pronouns: words("egli ella lui lei loro esso essa essi ciò questo quello questi quelli"),
  particles: words("di de del della dei degli da dal dalla lo la van von der"),
  openers:
    words(`il lo la i gli le un uno una suo sua e ma secondo in nel nella per dopo ieri oggi anche inoltre così
    senza con come al alla ai di del della dei da dal dalla quando mentre se non sì questo questa più poi allora su
    governo stato`),
  title:
    /^(?:sig|sigra|signora?|dott|dottor|dottore|dottoressa|dr|ing|avv|prof|professoressa|gen|on|don|suor|padre|(?:vice|ex|sotto)?-?(?:presidente|ministr[oa]|sindac[oa]|governat(?:ore|rice)|segretari[oa]|diret(?:tore|trice)|assessore|assessora|deputat[oa]|senat(?:ore|rice)|cancelliere|procurat(?:ore|rice)|giudice|portavoce|generale|colonnello|capitano|comandante|commissari[oa]|prefett[oa]|questore|capo|leader|re|regina|papa|vescovo|arcivescovo|cardinale|allena(?:tore|trice)|attaccante|portiere|scrit(?:tore|trice)|professore|avvocat[oa]|economista|analista|espert[oa]|ricerca(?:tore|trice)|scienziat[oa]|ambascia(?:tore|trice)|attore|attrice|cantante|giornalista|coordina(?:tore|trice)|responsabile|rappresentante|delegat[oa]|agricol(?:tore|trice)|residente|proprietari[oa]|fonda(?:tore|trice)|student(?:e|essa)|medic[oa]|infermier[ea]|attivista|candidat[oa]|dirigente|premier|consiglier[ea]|legale|primario|rettore|rettrice|parroco))$/u,
  dash: "spaced",
  hedge:
    /(?<!\p{L})(?:presunt[oaie]|presumibilmente|apparentemente|a quanto pare|sembra|probabilmente|forse|potrebbe(?:ro)?|avrebbe(?:ro)?|sarebbe(?:ro)?)(?!\p{L})/iu,
  abbreviations: words("sig sigg dott dr ing avv prof gen on art pag n tel ecc ca st s vs"),
};
