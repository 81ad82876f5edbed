import { type LanguageTable, PLAIN, phrases, words } from "./table.ts";

export const SPANISH: LanguageTable = {
  ...PLAIN,
  code: "es",
  verbs:
    words(`dijo dice decía diría declaró declara afirmó afirma aseguró asegura señaló señala explicó explica
    añadió añade agregó agrega indicó indica sostuvo sostiene manifestó manifiesta comentó comenta expresó expresa
    advirtió advierte contó cuenta relató relata recordó recuerda insistió insiste subrayó subraya destacó destaca
    respondió responde contestó contesta preguntó pregunta reconoció reconoce admitió admite apuntó apunta precisó
    precisa aclaró aclara denunció denuncia lamentó lamenta reiteró reitera prosiguió prosigue concluyó concluye
    exclamó exclama gritó grita escribió escribe argumentó argumenta confesó confiesa opinó opina zanjó enfatizó
    remarcó resaltó puntualizó espetó ironizó rememoró abundó deslizó expuso expone planteó plantea detalló detalla criticó critica justificó justifica defendió defiende celebró celebra valoró valora avisó avisa alertó alerta confió confía bromeó bromea soltó suelta replicó replica matizó matiza reveló revela pronosticó vaticinó sentenció sentencia lanzó argumentaba explicaba contaba señalaba añadía aseguraba recordaba afirmaba publicó tuiteó razonó completó bromeaba musitó murmuró susurró rezó reza`),
  phrases: phrases("hizo hincapié, dio a conocer"),
  auxiliaries: words("ha había habría haya"),
  participles:
    words(`dicho declarado afirmado asegurado señalado explicado añadido agregado indicado sostenido
    manifestado comentado expresado advertido contado relatado recordado insistido subrayado destacado respondido
    contestado reconocido admitido apuntado precisado aclarado denunciado lamentado reiterado concluido escrito
    argumentado confesado opinado remarcado zanjado expuesto planteado detallado criticado justificado defendido celebrado valorado avisado alertado matizado revelado sentenciado replicado ironizado`),
  fillers:
    words(`lo le les se me nos también además ayer hoy luego después entonces hoy este esta lunes martes
    miércoles jueves viernes sábado domingo noche mañana tarde ya así`),
  links: words("que"),
  determiners: words("el la los las un una su sus este esta"),
  prepositions:
    words(`de del en a al con por para sobre desde hasta ante contra según sin tras entre durante bajo
    como`),
  conjunctions: words("y e o u ni"),
  connectives: words("pero además asimismo también igualmente entonces"),
  pronouns: words("él ella ellos ellas esto eso ello aquello éste ésta"),
  particles: words("de del la las los y da do dos di van von der"),
  openers:
    words(`el la los las un una su sus y pero según en por para tras ayer hoy además también así sin con como
    al a de del desde cuando mientras aunque si no sí este esta ese esa lo le se más ya entonces luego después
    lunes martes miércoles jueves viernes sábado domingo gobierno estado`),
  title:
    /^(?:sra?|srta|don|doña|dña|dra?|ing|lic|prof|gral|cnel|tte|(?:vice|ex|sub)?-?(?:president[ea]|ministr[oa]|alcalde|alcaldesa|gobernadora?|secretari[oa]|directora?|consejer[oa]|concejal|concejala|diputad[oa]|senadora?|canciller|fiscal|juez|jueza|portavoz|vocer[oa]|general|coronel|capitán|comisari[oa]|jefe|jefa|líder|rey|reina|príncipe|papa|obispo|arzobispo|cardenal|padre|entrenadora?|seleccionadora?|técnico|delanter[oa]|capitana|escritora?|profesora?|doctora?|abogad[oa]|economista|analista|expert[oa]|investigadora?|científic[oa]|presidenta|intendente|embajadora?|actor|actriz|cantante|periodista|coordinadora?|gerente|responsable|representante|delegad[oa]|agricultora?|vecin[oa]|dueñ[oa]|propietari[oa]|fundadora?|víctima|estudiante|maestr[oa]|médic[oa]|enfermer[oa]|activista|candidat[oa]|dirigente))$/u,
  dash: "tight",
  hedge:
    /(?<!\p{L})(?:presuntamente|presunt[oa]s?|supuestamente|supuest[oa]s?|al parecer|aparentemente|posiblemente|probablemente|podrían?|habrían?)(?!\p{L})/iu,
  abbreviations:
    words(`sr sra sres srta d dña dr dra ing lic prof gral cnel tte núm nº art pág av avda ud uds aprox
    tel ee ff st mons fr vs p ej`),
};
