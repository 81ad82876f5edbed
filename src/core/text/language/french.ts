import { type LanguageTable, PLAIN, phrases, words } from "./table.ts";

export const FRENCH: LanguageTable = {
  ...PLAIN,
  code: "fr",
  verbs:
    words(`dit disait déclare déclarait affirme affirmait assure assurait explique expliquait ajoute ajoutait
    indique indiquait soutient précise précisait confie confiait raconte racontait rappelle rappelait insiste insistait
    souligne soulignait estime estimait répond répondait demande demandait reconnaît admet note notait lance lançait
    lâche lâchait dénonce dénonçait regrette regrettait martèle poursuit poursuivait conclut s'exclame s'inquiète
    s'indigne s'interroge se félicite s'agace s'étonne s'enthousiasme écrit écrivait observe plaide prévient
    prévenait résume témoigne témoignait tonne soupire sourit ironise reprend renchérit justifie analyse détaille commente
    avertit promet accuse relève remarque glisse murmure crie répète abonde tempère nuance tranche avoue déplore salue sourit plaisante rétorque riposte prédit pointe rapporte enchaîne complète développe avance soupire peste argumente rassure raille lit interroge assène enchérit assure-t-on martelait déplorait saluait sourit s'énerve s'emporte s'amuse s'insurge s'alarme s'émeut`),
  phrases: phrases(
    "se félicite, se réjouit, se désole, se souvient, se plaint, se défend, fait savoir, fait valoir, fait remarquer, a fait savoir, a fait valoir, a fait remarquer, a tenu à préciser",
  ),
  auxiliaries: words("a avait aurait s'est s'était"),
  participles:
    words(`dit déclaré affirmé assuré expliqué ajouté indiqué soutenu précisé confié raconté rappelé insisté
    souligné estimé répondu demandé reconnu admis noté lancé lâché dénoncé regretté martelé poursuivi conclu exclamé
    inquiété indigné interrogé félicité agacé étonné réjoui écrit observé plaidé prévenu résumé témoigné tonné ironisé
    repris justifié détaillé commenté averti promis accusé relevé remarqué glissé répété avoué exprimé tweeté annoncé
    fustigé réagi déploré salué martelé tempéré nuancé tranché murmuré crié demandé interrogé plaisanté renchéri rétorqué riposté abondé prédit pointé rapporté enchaîné complété développé avancé glissé résumé soupiré souri pesté tonné argumenté rassuré`),
  fillers:
    words(`aussi ensuite également hier aujourd'hui lundi mardi mercredi jeudi vendredi samedi dimanche encore
    toutefois déjà ainsi alors pour en soir matin lui leur nous m' l' notamment`),
  links: words("que qu'"),
  determiners: words("le la les un une son sa ses leur leurs ce cette notre"),
  prepositions:
    words(`de du des en à au aux avec par pour sur depuis jusque devant contre selon sans après entre pendant
    sous dans chez comme`),
  conjunctions: words("et ou ni"),
  connectives: words("mais aussi également ainsi puis or toutefois cependant enfin"),
  pronouns: words("il elle ils elles ce cela ça ceci celui-ci celle-ci ceux-ci c'est c'était"),
  particles: words("de du la le des da di van von der ben bin el al"),
  openers:
    words(`le la les un une son sa ses et mais selon en par pour après hier aujourd'hui aussi ainsi sans avec comme
    au aux à de du des depuis quand lorsque si non oui ce cette cet il elle ils elles on nous vous plus puis alors
    dans sur chez gouvernement état`),
  title:
    /^(?:m|mm|mme|mmes|mlle|dr|pr|me|maître|monsieur|madame|docteur|général|colonel|capitaine|(?:vice-|ex-|sous-)?(?:présidente?|ministre|maire|gouverneure?|secrétaire|directeur|directrice|conseill(?:er|ère)|députée?|sénateur|sénatrice|chancelier|chancelière|procureure?|juge|porte-parole|commissaire|préfète?|chef|cheffe|leader|roi|reine|prince|princesse|pape|évêque|archevêque|cardinal|père|sœur|entraîneure?|sélectionneur|attaquante?|capitaine|écrivaine?|professeure?|docteure?|avocate?|économiste|analyste|experte?|chercheu(?:r|se)|scientifique|ambassadeur|ambassadrice|acteur|actrice|chanteu(?:r|se)|journaliste|coordinateur|coordinatrice|responsable|représentante?|déléguée?|agricult(?:eur|rice)|habitante?|propriétaire|fondateur|fondatrice|patronne?|étudiante?|médecin|infirmi(?:er|ère)|militante?|candidate?|dirigeante?|élue?|maraîch(?:er|ère)|historienne?|sociologue|politologue|premier))$/u,
  dash: "spaced",
  hedge:
    /(?<!\p{L})(?:présumée?s?|prétendument|prétendue?s?|apparemment|semble(?:nt)?|vraisemblablement|probablement|peut-être|pourrai(?:t|ent)|aurai(?:t|ent)|serai(?:t|ent))(?!\p{L})/iu,
  abbreviations: words("m mm mme mmes mlle dr pr me st ste art av bd env tél vol etc cf p ex"),
};
