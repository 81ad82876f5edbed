import { type LanguageTable, PLAIN, phrases, words } from "./table.ts";

export const PORTUGUESE: LanguageTable = {
  ...PLAIN,
  code: "pt",
  verbs:
    words(`disse diz dizia declarou declara afirmou afirma garantiu garante assegurou assegura explicou explica
    acrescentou acrescenta indicou indica sustentou sustenta manifestou comentou comenta expressou advertiu adverte
    alertou alerta contou conta relatou relata recordou lembrou lembra insistiu insiste sublinhou sublinha destacou
    destaca respondeu responde perguntou pergunta reconheceu reconhece admitiu admite apontou aponta salientou salienta
    frisou frisa ressaltou ressalta reiterou reitera prosseguiu concluiu conclui completou completa exclamou gritou
    escreveu escreve argumentou argumenta confessou lamentou lamenta defendeu defende avaliou avalia observou observa
    referiu refere revelou revela informou ponderou pondera pontuou pontua enfatizou enfatiza critica criticou justifica justificou complementou complementa celebrou celebra brincou brinca ironizou revela detalhou detalha confirmou confirma desabafou desabafa comemorou comemora apelou apela atirou rematou vincou assinalou assinala cita citou argumenta dispara disparou publicou sentenciou questionou questiona recorda narrou narra`),
  phrases: phrases("fez questão de dizer"),
  auxiliaries: words("tinha havia tem terá teria"),
  participles:
    words(`dito declarado afirmado garantido explicado acrescentado indicado sustentado comentado advertido
    alertado contado relatado lembrado insistido sublinhado destacado respondido reconhecido admitido escrito`),
  fillers: words("também ainda ontem hoje depois então já nos lhe lhes me se esta este"),
  links: words("que"),
  determiners: words("o a os as um uma seu sua seus suas este esta"),
  prepositions:
    words(`de do da dos das em no na nos nas ao à aos às com por pelo pela pelos pelas para sobre desde até
    contra segundo sem após entre durante como num numa`),
  conjunctions: words("e ou nem"),
  connectives: words("mas além também igualmente então porém"),
  pronouns: words("ele ela eles elas isso isto aquilo este esta"),
  particles: words("de da do das dos e di van von der"),
  openers:
    words(`o a os as um uma seu sua e mas segundo em no na nos nas por para após ontem hoje também ainda assim sem
    com como ao à de do da quando enquanto embora se não sim este esta esse essa mais já então depois governo estado`),
  title:
    /^(?:sr|sra|dom|dona|dr|dra|eng|prof|profa|gen|cel|(?:vice|ex|sub)?-?(?:president[ea]|ministr[oa]|prefeit[oa]|governadora?|secretári[oa]|diretora?|deputad[oa]|senadora?|vereadora?|chanceler|procuradora?|juiz|juíza|desembargadora?|porta-voz|general|coronel|capitão|comandante|delegad[oa]|comissári[oa]|chefe|líder|rei|rainha|papa|bispo|arcebispo|cardeal|padre|treinadora?|técnic[oa]|atacante|zagueiro|goleiro|escritora?|professora?|doutora?|advogad[oa]|economista|analista|especialista|pesquisadora?|investigadora?|cientista|embaixadora?|ator|atriz|cantora?|jornalista|coordenadora?|gerente|responsável|representante|agricultora?|moradora?|don[oa]|fundadora?|estudante|médic[oa]|enfermeir[oa]|ativista|candidat[oa]|dirigente|autarca|pescadora?))$/u,
  dash: "spaced",
  hedge:
    /(?<!\p{L})(?:supostamente|supost[oa]s?|alegadamente|alegad[oa]s?|aparentemente|possivelmente|provavelmente|poderá|poderão|poderiam?|teriam?)(?!\p{L})/iu,
  abbreviations: words(
    "sr sra srs dr dra eng prof profa gen cel núm nº art pág av aprox tel d st vs",
  ),
};
