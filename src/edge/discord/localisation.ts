import type { CommandName } from "#core/reply/command.ts";
import type { OptionKind } from "#core/reply/option.ts";

/**
 * What the menus of Discord say to those who use it in another language. The words to be typed stay
 * the same in every language: one grammar, and help that can be read out to a colleague.
 */
type InOtherLanguages = Readonly<Record<"de" | "es" | "fr", string>>;

/** Discord docs, "Locales". */
export type Localised = Readonly<Record<"de" | "es-ES" | "es-419" | "fr", string>>;

export const BRIEF_THIS = "Brief this";

const BRIEF_THIS_ELSEWHERE: InOtherLanguages = {
  de: "Kurzfassung zeigen",
  es: "Mostrar el resumen",
  fr: "Afficher le résumé",
};

const COMMANDS: Readonly<Record<CommandName, InOtherLanguages>> = {
  brief: {
    de: "Die ganze Kurzfassung eines Artikels: alle Fakten und Zitate",
    es: "El resumen completo de un artículo: todos los datos y citas",
    fr: "Le résumé complet d'un article : tous les faits et citations",
  },
  quotes: {
    de: "Wer hat was gesagt, Wort für Wort, das Neueste zuerst",
    es: "Quién dijo qué, palabra por palabra, lo más nuevo primero",
    fr: "Qui a dit quoi, mot pour mot, le plus récent d'abord",
  },
  facts: {
    de: "Die Fakten zu einem Thema, jeweils mit Quelle und Artikel",
    es: "Los datos sobre un tema, cada uno con su fuente y su artículo",
    fr: "Les faits sur un sujet, chacun avec sa source et son article",
  },
  text: {
    de: "Der volle Text eines Artikels, wie er geliefert wurde",
    es: "El texto completo de un artículo, tal como llegó",
    fr: "Le texte intégral d'un article, tel qu'il est arrivé",
  },
  context: {
    de: "Zitate und Fakten, markiert in ihrem Absatz: der Beleg",
    es: "Citas y datos marcados en su párrafo: la prueba",
    fr: "Citations et faits marqués dans leur paragraphe : la preuve",
  },
  search: {
    de: "Findet Artikel nach Wörtern der Überschrift oder des Textes",
    es: "Busca artículos por palabras del titular o del texto",
    fr: "Trouve des articles par les mots du titre ou du texte",
  },
  digest: {
    de: "Eine Übersicht nur für Sie: die letzte Ausgabe oder eine von jetzt",
    es: "Un boletín solo para usted: la última edición o una de ahora",
    fr: "Un bulletin pour vous seul : la dernière édition ou une immédiate",
  },
  timeline: {
    de: "Wie sich ein Thema entwickelt hat, Artikel für Artikel",
    es: "Cómo se desarrolló un tema, artículo por artículo",
    fr: "Comment un sujet s'est développé, article par article",
  },
  why: {
    de: "Was aus einem Artikel geworden ist, und nach welcher Regel",
    es: "Qué pasó con un artículo, y por qué regla",
    fr: "Ce qu'est devenu un article, et selon quelle règle",
  },
  help: {
    de: "Was Sie fragen können, mit Beispielen",
    es: "Qué puede preguntar, con ejemplos",
    fr: "Ce que vous pouvez demander, avec des exemples",
  },
  subscribe: {
    de: "Bestellt eine Übersicht für diesen Kanal; ohne Angaben per Formular",
    es: "Pide un boletín para este canal; sin opciones, con un formulario",
    fr: "Commande un bulletin pour ce canal ; sans options, par formulaire",
  },
  unsubscribe: {
    de: "Beendet die Übersicht, die hier im Chat bestellt wurde",
    es: "Termina el boletín que se pidió aquí en el chat",
    fr: "Arrête le bulletin commandé ici dans le chat",
  },
  schedule: {
    de: "Wann die nächsten Ausgaben eines Kanals kommen, und was darin steht",
    es: "Cuándo llegan las próximas ediciones de un canal, y qué traen",
    fr: "Quand viennent les prochaines éditions d'un canal, et leur contenu",
  },
  pause: {
    de: "Lässt einen Kanal ruhen, bis zu einem Zeitpunkt oder bis auf Weiteres",
    es: "Deja descansar un canal hasta un momento o hasta nuevo aviso",
    fr: "Met un canal en pause jusqu'à un moment ou jusqu'à nouvel ordre",
  },
  resume: {
    de: "Beendet die Pause eines Kanals",
    es: "Termina la pausa de un canal",
    fr: "Met fin à la pause d'un canal",
  },
  preview: {
    de: "Die nächste Ausgabe, wie sie jetzt wäre, nur für Sie",
    es: "La próxima edición como sería ahora, solo para usted",
    fr: "La prochaine édition telle qu'elle serait maintenant, pour vous seul",
  },
  post: {
    de: "Veröffentlicht die nächste Ausgabe eines Kanals jetzt",
    es: "Publica ahora la próxima edición de un canal",
    fr: "Publie maintenant la prochaine édition d'un canal",
  },
  kill: {
    de: "Zieht einen Artikel zurück: jede veröffentlichte Kopie sagt es",
    es: "Retira un artículo: cada copia publicada lo dice",
    fr: "Retire un article : chaque copie publiée le dit",
  },
  hold: {
    de: "Hält einen Artikel überall zurück, bis er freigegeben wird",
    es: "Retiene un artículo en todas partes hasta que se libere",
    fr: "Retient un article partout jusqu'à ce qu'il soit libéré",
  },
  release: {
    de: "Gibt einen zurückgehaltenen oder zurückgezogenen Artikel frei",
    es: "Libera un artículo retenido o retirado",
    fr: "Libère un article retenu ou retiré",
  },
  status: {
    de: "Verbindungen, was wartet, letzte und nächste Ausgaben, Quarantäne",
    es: "Conexiones, lo que espera, ediciones últimas y próximas, cuarentena",
    fr: "Connexions, ce qui attend, dernières et prochaines éditions, quarantaine",
  },
  audit: {
    de: "Wer was geändert hat, das Neueste zuerst",
    es: "Quién cambió qué, lo más nuevo primero",
    fr: "Qui a changé quoi, le plus récent d'abord",
  },
  wrong: {
    de: "Sagt der Redaktion, was in einem Artikel falsch ist, und Ihnen, was daraus wird",
    es: "Dice a la redacción qué está mal en un artículo, y a usted qué pasó con ello",
    fr: "Dit à la rédaction ce qui est faux dans un article, et à vous ce qu'il en est",
  },
  alert: {
    de: "Schickt Ihnen, was geschieht, sobald es geschieht; sonst Ihre Liste",
    es: "Le envía lo que pasa cuando pasa; sin opciones, su lista",
    fr: "Vous envoie ce qui se passe quand cela se passe ; sinon votre liste",
  },
  forget: {
    de: "Entfernt Ihre Übersichten, Meldungen und Ihren Verlauf; fragt vorher nach",
    es: "Borra sus boletines, avisos e historial; antes pregunta otra vez",
    fr: "Efface vos bulletins, signalements et historique ; demande d'abord",
  },
  reports: {
    de: "Was nach Meinung der Leser falsch ist, bis es erledigt ist",
    es: "Lo que los lectores dicen que está mal, hasta que se resuelva",
    fr: "Ce que les lecteurs disent faux, jusqu'à ce que ce soit réglé",
  },
};

const OPTIONS: Readonly<Partial<Record<OptionKind, InOtherLanguages>>> = {
  article: {
    de: "Die Überschrift, Wörter daraus oder die Kennung",
    es: "El titular, palabras de él o su identificador",
    fr: "Le titre, des mots de celui-ci ou son identifiant",
  },
  speaker: {
    de: "Wer es gesagt hat: ein Name oder ein Teil davon",
    es: "Quién lo dijo: un nombre o parte de él",
    fr: "Qui l'a dit : un nom ou une partie",
  },
  subject: {
    de: "Wörter, die im Artikel stehen müssen, oder ein Schlagwort",
    es: "Palabras que el artículo debe tener, o una etiqueta",
    fr: "Des mots que l'article doit contenir, ou une étiquette",
  },
  source: {
    de: "Von wem: eine Quelle oder eine Autorenzeile",
    es: "De quién: una fuente o una firma",
    fr: "De qui : une source ou une signature",
  },
  place: {
    de: "Woher berichtet wird, oder von welchem Ort",
    es: "Desde dónde se informa, o de qué lugar",
    fr: "D'où l'on écrit, ou de quel lieu il s'agit",
  },
  words: {
    de: 'Wörter, die alle vorkommen; "eine Wendung"; -Wort: ohne dieses',
    es: 'Palabras que aparecen todas; "una frase"; -palabra: sin ella',
    fr: 'Des mots tous présents ; "une expression" ; -mot : sans lui',
  },
  topics: {
    de: "Nur dies: flood OR tag:weather, NOT sport, urgency<=3",
    es: "Solo esto: flood OR tag:weather, NOT sport, urgency<=3",
    fr: "Seulement ceci : flood OR tag:weather, NOT sport, urgency<=3",
  },
  moment: {
    de: "Ein Zeitpunkt: yesterday, 3d, 2w, monday, 8 May, 2026-05-08",
    es: "Un momento: yesterday, 3d, 2w, monday, 8 May, 2026-05-08",
    fr: "Un moment : yesterday, 3d, 2w, monday, 8 May, 2026-05-08",
  },
  edition: {
    de: "latest: wie veröffentlicht; now: jetzt; me: täglich an Sie; off: nicht mehr",
    es: "latest: la publicada; now: ahora; me: cada día para usted; off: nunca más",
    fr: "latest : publiée ; now : maintenant ; me : chaque jour ; off : plus jamais",
  },
  channel: {
    de: "Ein Kanal dieser Redaktion; sonst der, in dem gefragt wird",
    es: "Un canal de esta redacción; si no, este mismo",
    fr: "Un canal de cette rédaction ; sinon celui-ci",
  },
  schedule: {
    de: "Wann: 08:00, weekdays at noon, oder als Cron-Zeile: 0 8 * * 1-5",
    es: "Cuándo: 08:00, weekdays at noon, o una línea cron: 0 8 * * 1-5",
    fr: "Quand : 08:00, weekdays at noon, ou une ligne cron : 0 8 * * 1-5",
  },
  zone: {
    de: "Zeitzone, wie Europe/London; sonst die der Redaktion",
    es: "Zona horaria, como Europe/London; si no, la de la redacción",
    fr: "Fuseau horaire, comme Europe/London ; sinon celui de la rédaction",
  },
  layout: {
    de: "Wie viel von jedem Artikel gezeigt wird",
    es: "Cuánto se muestra de cada artículo",
    fr: "Ce qui est montré de chaque article",
  },
  remark: {
    de: "Was falsch ist, in Ihren Worten; sonst fragt ein Formular",
    es: "Qué está mal, con sus palabras; si no, pregunta un formulario",
    fr: "Ce qui est faux, dans vos mots ; sinon un formulaire le demande",
  },
  report: {
    de: "Die Nummer einer Meldung; sonst alle offenen",
    es: "El número de un aviso; si no, todos los abiertos",
    fr: "Le numéro d'un signalement ; sinon tous ceux qui sont ouverts",
  },
  hours: {
    de: "Wann nichts kommt: 22-7, wenn nichts gesagt ist; off: jederzeit",
    es: "Cuándo no llega nada: 22-7 si no se dice; off: a cualquier hora",
    fr: "Quand rien ne vient : 22-7 par défaut ; off : à toute heure",
  },
  number: {
    de: "Höchstens so viele Nachrichten am Tag: 5, wenn nichts gesagt ist",
    es: "Cuántos mensajes al día como máximo: 5 si no se dice",
    fr: "Au plus tant de messages par jour : 5 par défaut",
  },
  who: {
    de: "me: was von Ihnen gespeichert ist",
    es: "me: lo que está guardado de usted",
    fr: "me : ce qui est enregistré de vous",
  },
  verdict: {
    de: "Was daraus wird; der Leser erfährt es",
    es: "Qué pasa con ello; el lector se entera",
    fr: "Ce qu'il en advient ; le lecteur l'apprend",
  },
  command: {
    de: "Der Befehl, der erklärt werden soll",
    es: "El comando que hay que explicar",
    fr: "La commande à expliquer",
  },
  part: {
    de: "quotes, facts oder eines davon: q2, f1",
    es: "quotes, facts o uno de ellos: q2, f1",
    fr: "quotes, facts ou l'un d'eux : q2, f1",
  },
  order: {
    de: "Was zuerst kommt: best, was am meisten sagt, oder newest, das Neueste",
    es: "Qué va primero: best, lo que más dice, o newest, lo más nuevo",
    fr: "Ce qui vient d'abord : best, le plus parlant, ou newest, le plus récent",
  },
  page: {
    de: "Weitere Seiten: 2 für die zweite",
    es: "Más páginas: 2 para la segunda",
    fr: "Autres pages : 2 pour la deuxième",
  },
};

/** The description of a command. */
export function commandElsewhere(name: CommandName): Localised {
  return localised(COMMANDS[name]);
}

/** The description of an option of a kind; `undefined` for one that nobody is shown. */
export function optionElsewhere(kind: OptionKind): Localised | undefined {
  const said = OPTIONS[kind];
  return said === undefined ? undefined : localised(said);
}

/** The name of the message command. */
export function briefThisElsewhere(): Localised {
  return localised(BRIEF_THIS_ELSEWHERE);
}

function localised({ de, es, fr }: InOtherLanguages): Localised {
  return { de, "es-ES": es, "es-419": es, fr };
}
