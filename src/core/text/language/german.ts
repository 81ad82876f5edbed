import { type LanguageTable, PLAIN, phrases, words } from "./table.ts";

export const GERMAN: LanguageTable = {
  ...PLAIN,
  code: "de",
  grammar: "nouns",
  verbs:
    words(`sagte sagt erklärte erklärt betonte betont meinte meint berichtete berichtet fügte ergänzte ergänzt
    erläuterte erläutert kritisierte kritisiert warnte warnt forderte fordert schrieb schreibt antwortete antwortet
    fragte fragt rief ruft behauptete behauptet versicherte versichert unterstrich unterstreicht bekräftigte bekräftigt
    erzählte erzählt erinnerte bemerkte bemerkt stellte teilte räumte äußerte resümierte resümiert bilanzierte
    lobte lobt klagte klagt mahnte mahnt urteilte urteilt begründete begründet schilderte schildert verkündete so verriet verrät gestand gesteht wetterte wettert jubelte jubelt prophezeite sinniert resümiert konstatierte konstatiert analysierte analysiert prognostizierte prognostiziert monierte moniert appellierte appelliert beklagte beklagt beteuerte beteuert
    zitierte findet entgegnete kommentierte kommentiert schwärmte schwärmt scherzte bestätigte bestätigt`),
  phrases: phrases("gab bekannt, gab zu, gab an, gab zu bedenken, hieß es"),
  auxiliaries: words("hat hatte habe"),
  participles: words(
    "gesagt erklärt betont gemeint berichtet ergänzt kritisiert gewarnt gefordert geschrieben",
  ),
  fillers:
    words(`auch dann gestern heute am montag dienstag mittwoch donnerstag freitag samstag sonntag sonnabend
    zudem weiter nun sich später schon abend morgen`),
  links: words("dass daß"),
  determiners: words(
    "der die das dem den des ein eine einer eines sein seine ihr ihre dieser diese unser",
  ),
  prepositions:
    words(`von vom zu zum zur in im ins an am auf aus bei beim mit nach über unter für gegen ohne durch um vor
    seit laut zwischen als wie gegenüber`),
  conjunctions: words("und oder sowie"),
  connectives: words("aber jedoch doch auch zudem außerdem dann deshalb daher"),
  pronouns: words("er sie es dies das ihm ihn ihnen"),
  particles: words("von van der den dem zu zur de la vom und di da"),
  openers:
    words(`der die das den dem des ein eine und aber laut in im am an auf aus bei beim mit nach über unter für gegen
    ohne durch um vor seit zwischen als wie auch so dann gestern heute er sie es wir ich man wenn während obwohl da weil
    nicht ja nein dies diese dieser montag dienstag mittwoch donnerstag freitag samstag sonntag`),
  title:
    /^(?:herrn?|frau|dr|prof|professor|prinz|prinzessin|könig|königin|papst|bischof|erzbischof|kardinal|pfarrer|pfarrerin|pater|trainer|coach|general|oberst|hauptmann|doktor|witwe|vater|mutter|.*(?:minister|präsident|sprecher|kanzler|leiter|chef|meister|direktor|sekretär|vorsitzender?|vorsitzende|beauftragter?|beauftragte|abgeordneter?|abgeordnete|politiker|anwalt|anwält|staatsanwalt|richter|experte|expert|forscher|wissenschaftler|ökonom|analyst|autor|schriftsteller|trainer|kapitän|stürmer|torwart|torhüter|spieler|schauspieler|sänger|journalist|korrespondent|gründer|inhaber|besitzer|unternehmer|kommandant|lehrling|rentner|rentnerin|mann|frau|kollege|kollegin|chefin|gründer|betreiber|hausmeister|förster|winzer|bäcker|metzger|tischler|fahrer|pilot|seelsorger|betreuer|berater|gutachter|techniker|ingenieur|architekt|chemiker|geologe|meteorologe|astronom|archäologe|archäolog|ökologe|volkswirt|händler|verkäufer|kellner|koch|wirt|bürger|aktivist|flüchtling|helfer|retter|teilnehmer|besucher|zuschauer|fan|präses|stadtrat|rätin|rat|rät|verwalter|dezernent|referent|dolmetscher|verleger|redakteur|moderator|urlauber|landwirt|bauer|bäuer|lehrer|schüler|student|arzt|ärzt|pfleger|polizist|kommissar|landrat|landrät|senator|botschafter|vertreter|geschäftsführer|manager|vorstand|vorständ|verbraucherschützer|historiker|soziologe|soziolog|kandidat|mitarbeiter|mitglied|bewohner|anwohner|nachbar|zeuge|premier|premierminister|außenamtschef|ministerpräsident|generalsekretär|fraktionschef|bundestrainer|regisseur|intendant|künstler|physiker|biolog|biologe|psychologe|psycholog|virologe|virolog|mediziner|aktivist)(?:in)?)$/u,
  surname:
    /(?:mann|meister|bauer|richter|koch|wirt|bäcker|metzger|tischler|förster|winzer|bürger|schüler|händler|berater|fahrer|fan|rat)$/u,
  dash: null,
  hedge:
    /(?<!\p{L})(?:mutmaßlich\p{Ll}*|angeblich\p{Ll}*|vermutlich\p{Ll}*|offenbar|anscheinend|möglicherweise|wahrscheinlich\p{Ll}*|womöglich|soll|sollen|könnten?|dürften?)(?!\p{L})/iu,
  abbreviations:
    words(`dr prof nr str ca bzw z b d h u a usw evtl inkl st abs art hr fr vgl mio mrd ff geb gest jh sog
    dipl ing`),
  ordinals: true,
};
