import { monthRules, type NoticeTable, weekdayRules } from "./table.ts";

const PUBLISH =
  "(?:publi(?:car|quem?|cad[oa]s?|cacao)|divulg(?:ar|uem?|ad[oa]s?|acao)|difund(?:ir|id[oa])|difusao|veicul(?:ar|ad[oa]|acao)|utilizar|usar|reproduzir)";
const UNTIL = "(?:ate|antes d[aeo]s?)(?: as| o| ao| a)?";

/** Portuguese, as desks in Brazil, Portugal and Africa write it. */
export const PORTUGUESE: NoticeTable = {
  language: "pt",
  stem: "rascunho|minuta|so pode|embarg|publi|divulg|difus|difund|veicul|confidencial",
  lead: `atencao importante nota aos as os a o este esta estes imprensa editores redacao redacoes de comunicado release texto
    informacao material conteudo discurso artigo documento esta estao fica e por favor respeitar pedimos estritamente sob para
    aviso sujeito lembrete e`,
  around: `permitida permitido liberada liberado somente apenas autorizada autorizado nem dia ate o a os as ao aos de do da das dos em no na e antes das horas hora hrs h local lisboa imprensa todos estrito embargo
    embargado embargada publicacao divulgacao publicar divulgar nao para por sua este esta partir desde dia data sob
    levantamento horario brasilia online papel termina estritamente`,
  object: "ao?|contra|sobre",
  prose:
    "disse disseram segundo era eram foi foram havia sera quer pede apos porque embora afirmou anunciou atinge derruba",
  dayFirst: true,
  has24Hours: true,
  moments: [
    ...monthRules(
      "janeiro|jan\\.? fevereiro|fev\\.? marco|mar\\.? abril|abr\\.? maio|mai\\.? junho|jun\\.? julho|jul\\.? agosto|ago\\.? setembro|set\\.? outubro|out\\.? novembro|nov\\.? dezembro|dez\\.?",
    ),
    ...weekdayRules(
      "domingo segunda(?:-feira)? terca(?:-feira)? quarta(?:-feira)? quinta(?:-feira)? sexta(?:-feira)? sabado",
    ),
    [
      /(\d)[ºo]?\s+de\s+(?=january|february|march|april|may|june|july|august|september|october|november|december)/gu,
      "$1 ",
    ],
    [
      /(january|february|march|april|may|june|july|august|september|october|november|december)\s+de\s+(?=\d{4})/gu,
      "$1 ",
    ],
    [/\b(?:horario de brasilia|hora de brasilia)\b/gu, "BRT"],
    [/\bhora de lisboa\b/gu, "london time"],
    [/(?<![\d.:])(\d) ?h(?:oras?|rs?)? ?(\d{2})\b/gu, "0$1:$2 "],
    [/(?<![\d.:])(\d\d) ?h(?:oras?|rs?)? ?(\d{2})\b/gu, "$1:$2 "],
    [/(?<![\d.:])(\d) ?h(?:oras?|rs?)?\b/gu, "0$1:00 "],
    [/(?<![\d.:])(\d\d) ?h(?:oras?|rs?)?\b/gu, "$1:00 "],
    [/(\d{1,2}:\d\d)\s+da (?:tarde|noite)\b/gu, "$1 pm"],
    [/(\d{1,2}:\d\d)\s+da manha\b/gu, "$1 am"],
    [/\binclusive\b/gu, " afterday "],
    [/\b(?:depois|apos) (?:d[eo] |o )?(?:dia )?(?=\d)/gu, " afterday "],
    [/^\s*(\d{1,2})\s(?=d[eo] (?:dia )?\d)/gu, "$1:00 "],
    [/\bmeia-?\s?noite\b/gu, "midnight"],
    [/\bmeio-?\s?dia\b/gu, "noon"],
  ],
  rows: [
    {
      weight: "lifted",
      reads:
        "\\bembargo\\W+(?:(?:ja|foi|esta|fica)\\W+){0,3}(?:levantado|suspenso|encerrado|terminado|nenhum|nao)\\b|\\b(?:sem|nenhum) embargo\\b|\\bpara (?:publicacao|divulgacao) imediata\\b",
      hit: "Embargo levantado – ministro demite-se",
      miss: "Levantado o embargo ao petróleo",
    },
    {
      weight: "sure",
      reads: `\\bembargad[oa]s?\\b(?! (?:por|pela|pelo|na|no|obra))(?: ${UNTIL})?`,
      hit: "EMBARGADO ATÉ 9 DE MAIO DE 2025, 10H",
      miss: "Embargada pela justiça, a obra parou",
    },
    {
      weight: "sure",
      reads: `\\bsob (?:um )?(?:estrito )?embargo\\b(?: total| estrito| de imprensa)*(?: ${UNTIL})?|\\bembargo (?:estrito|de imprensa|jornalistico|total)\\b(?: ${UNTIL})?|\\brespeitar o embargo\\b`,
      hit: "Sob embargo até às 10h de 9 de maio de 2025",
      miss: "Sob embargo há sessenta anos, a ilha resiste",
    },
    {
      weight: "timed",
      reads: `\\bembargo\\b(?:\\s?[:=-]\\s?|\\s)?(?:${UNTIL}|ao|o|para)?`,
      hit: "Embargo até 9 de maio de 2025",
      miss: "Embargo até junho ao grão atinge agricultores",
    },
    {
      weight: "sure",
      reads: `\\b(?:nao|proibid[oa]s?|proibida a)(?: pode ser| deve ser| podem ser| para| sua| a)*\\s${PUBLISH}(?:[\\s,]+(?:nem|ou|e|${PUBLISH}|este|esta|a|o|informacao|texto|comunicado|conteudo))*\\s${UNTIL}`,
      hit: "Não publicar antes das 6h de 9 de maio de 2025",
      miss: "Prometeu não publicar antes de morrer as memórias",
    },
    {
      weight: "sure",
      reads: "\\b(?:nao publicar|nao divulgar)\\b(?=\\W*$)",
      hit: "NÃO PUBLICAR",
      miss: "O juiz decidiu não publicar os nomes",
    },
    {
      weight: "timed",
      reads:
        "\\b(?:para (?:publicacao|divulgacao|publicar)|publicavel|(?:data de )?(?:publicacao|divulgacao)|liberado|confidencial)\\s?(?::|\\b(?:a partir d[aeo]s?|desde|em|ate)\\b)",
      hit: "Para divulgação a partir das 6h de 9 de maio de 2025",
      miss: "A publicação em 9 de maio do romance",
    },
    {
      weight: "timed",
      reads: "\\bso (?:pode|podera) ser \\p{L}+ (?:a partir d[aeo]s?|depois d[aeo]s?)",
      hit: "Este texto só pode ser divulgado a partir das 10h de 9 de maio de 2025",
      miss: "A ponte só pode ser usada a partir de 9 de maio, disse o prefeito",
    },
    {
      weight: "alone",
      reads: "^[^\\p{L}]*(?:rascunho|confidencial|minuta)(?![\\p{L}])",
      hit: "RASCUNHO",
      miss: "O rascunho está no parlamento",
    },
  ],
};
