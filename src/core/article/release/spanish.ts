import { monthRules, type NoticeTable, weekdayRules } from "./table.ts";

const PUBLISH =
  "(?:publi(?:car|que|quen|cad[oa]s?|cacion)|difund(?:ir|an?|id[oa]s?)|difusion|emit(?:ir|id[oa])|emision|divulg(?:ar|ue|uen|acion)|utilizar|usar|reproducir)";
const UNTIL = "(?:hasta|antes del?|previ[oa] a)(?: el| las?| los)?";

/** Spanish, as desks in Spain and Latin America write it. */
export const SPANISH: NoticeTable = {
  language: "es",
  stem: "borrador|solo|embarg|publi|difund|difusion|divulg|emit|emision|confidencial",
  lead: `atencion importante nota a los las el la este esta estos medios redacciones editores redaccion de prensa comunicado
    informacion texto articulo documento discurso material contenido esta estan queda es por favor respetar se ruega
    estrictamente bajo para aviso rogamos recuerden sujeto y contenidos sigue siendo`,
  around: `ni hasta el la los las lo de del a al en y antes que horas hora hrs h local peninsular prensa medios todos estricto
    estrictamente embargo informativo embargado embargada publicacion difusion publicar difundir no para por su este esta
    comunicado a partir desde dia fecha levantamiento bajo web papel online redes termina tiempo mediodia sea`,
  object: "al?|contra|sobre",
  prose:
    "dijo dijeron segun era eran fue fueron habia sera quiere pide tras porque aunque afirmo anuncio golpea levanta deja",
  dayFirst: true,
  has24Hours: false,
  moments: [
    ...monthRules(
      "enero|ene\\.? febrero|feb\\.? marzo|mar\\.? abril|abr\\.? mayo junio|jun\\.? julio|jul\\.? agosto|ago\\.? septiembre|setiembre|sept?\\.? octubre|oct\\.? noviembre|nov\\.? diciembre|dic\\.?",
    ),
    ...weekdayRules("domingo lunes martes miercoles jueves viernes sabado"),
    [
      /(\d)\s+de\s+(?=january|february|march|april|may|june|july|august|september|october|november|december)/gu,
      "$1 ",
    ],
    [
      /(january|february|march|april|may|june|july|august|september|october|november|december)\s+del?\s+(?=\d{4})/gu,
      "$1 ",
    ],
    [/\b(?:hora (?:peninsular(?: espanola)?|espanola)|hora de madrid)\b/gu, "madrid time"],
    [/(?<![\d.:])(\d)[:.](\d\d) ?(?:horas?|hrs?\.?|h\b)/gu, "0$1:$2 "],
    [/(?<![\d.:])(\d\d)[:.](\d\d) ?(?:horas?|hrs?\.?|h\b)/gu, "$1:$2 "],
    [/(?<![\d.:])(\d) ?(?:horas?|hrs?\.?|h)\b/gu, "0$1:00 "],
    [/(?<![\d.:])(\d\d) ?(?:horas?|hrs?\.?|h)\b/gu, "$1:00 "],
    [/\bhora (?:local )?de(?:l)? (?:\p{L}+(?: de)? ?){1,3}(?=del? |$|[,.)])/gu, " "],
    [/\b(?:inclusive|inclusi[vd][eo])\b/gu, " afterday "],
    [/\b(?:despues|a partir del dia siguiente) (?:del?|al) (?=(?:dia )?\d)/gu, " afterday "],
    [/^\s*(\d{1,2})\s(?=del? (?:\p{L}+ )?(?:dia )?\d)/gu, "$1:00 "],
    [/\bmedianoche\b/gu, "midnight"],
    [/\bmediodia\b/gu, "noon"],
    [/(\d{1,2}:\d\d)\s+de la (?:tarde|noche)\b/gu, "$1 pm"],
    [/(\d{1,2}:\d\d)\s+de la manana\b/gu, "$1 am"],
    [/\ba\.\s?m\.?/gu, "am"],
    [/\bp\.\s?m\.?/gu, "pm"],
  ],
  rows: [
    {
      weight: "lifted",
      reads:
        "\\bembargo\\W+(?:(?:ya|ha|sido|queda|esta|fue)\\W+){0,3}(?:levantado|terminado|vencido|finalizado|ninguno|no)\\b|\\b(?:sin|ningun|fin del) embargo (?:informativo|de prensa)\\b|\\bpara (?:su )?(?:publicacion|difusion) inmediata\\b",
      hit: "Embargo levantado – dimite la ministra",
      miss: "Levantado el embargo al petróleo tras diez años",
    },
    {
      weight: "sure",
      reads: `\\bembargad[oa]s?\\b(?! (?:por|en|bienes|cuentas|de))(?: (?:para su publicacion|su publicacion))?(?: ${UNTIL})?`,
      hit: "EMBARGADO HASTA EL 9 DE MAYO DE 2025 A LAS 10:00",
      miss: "Embargada por el banco, la casa se vende",
    },
    {
      weight: "sure",
      reads: `\\bbajo (?:un )?(?:estricto )?embargo\\b(?: informativo| estricto| de prensa)*(?: ${UNTIL})?|\\bembargo (?:informativo|estricto|de prensa|periodistico|total)\\b(?: ${UNTIL})?|\\brespetar el embargo\\b`,
      hit: "Bajo embargo hasta las 10:00 horas del 9 de mayo de 2025",
      miss: "Bajo embargo desde hace sesenta años, la isla conserva sus coches",
    },
    {
      weight: "timed",
      reads: `(?<!sin )\\bembargo\\b(?:\\s?[:=-]\\s?|\\s)?(?:${UNTIL}|al|el|para)?`,
      hit: "Embargo hasta el 9 de mayo de 2025, 10:00 horas",
      miss: "Embargo hasta junio al grano golpea a los agricultores",
    },
    {
      weight: "sure",
      reads: `\\b(?:no|prohibid[oa]s?|prohibida su|queda prohibida la)(?: se puede| puede ser| debe ser| pueden ser| podra ser| para| su| la)*\\s${PUBLISH}(?:[\\s,]+(?:ni|o|y|${PUBLISH}|este|esta|la|el|informacion|texto|comunicado|contenido|en|ningun|medio))*\\s${UNTIL}`,
      hit: "No publicar antes de las 6:00 del 9 de mayo de 2025",
      miss: "Prometió no publicar antes de morir sus memorias",
    },
    {
      weight: "sure",
      reads:
        "\\b(?:no publicar|no difundir|no apt[oa] para (?:su )?(?:publicacion|difusion)|no para (?:publicacion|publicar))\\b(?=\\W*$)",
      hit: "NO PUBLICAR",
      miss: "El juez decidió no publicar los nombres",
    },
    {
      weight: "timed",
      reads:
        "\\b(?:para (?:su )?(?:publicacion|difusion|publicar)|publicable|difusion permitida|(?:fecha de )?(?:publicacion|difusion)|confidencial)\\s?(?::|\\b(?:a partir del?|desde|el|hasta)\\b)",
      hit: "Para su publicación a partir del 9 de mayo de 2025, 6:00 horas",
      miss: "La publicación el 9 de mayo de su novela",
    },
    {
      weight: "timed",
      reads:
        "\\b(?:solo (?:puede|podra) (?:ser )?\\p{L}+ (?:a partir del?|despues del?)|no podra (?:\\p{L}+ ){1,2}hasta)(?: el| las?)?",
      hit: "Este comunicado solo puede difundirse a partir del 9 de mayo de 2025, 10:00 horas",
      miss: "El puente solo puede cruzarse a partir del 9 de mayo, dijo el alcalde",
    },
    {
      weight: "alone",
      reads: "^[^\\p{L}]*(?:borrador|confidencial|no difundir todavia)(?![\\p{L}])",
      hit: "BORRADOR",
      miss: "El borrador está en el parlamento",
    },
  ],
};
