import { type LanguageTable, PLAIN, phrases, words } from "./table.ts";

export const TURKISH: LanguageTable = {
  ...PLAIN,
  code: "tr",
  verbs: words(
    "dedi diyor der demişti diyen söyledi söylüyor belirtti vurguladı kaydetti ekledi açıkladı anlattı sordu yazdı ifade",
  ),
  phrases: phrases(
    `diye konuştu, diye konuşan, diye ekledi, diye yazdı, diye sordu, diye yanıtladı, diye yanıt verdi, diye anlattı,
    diye seslendi, diye bağırdı, ifadesini kullandı, ifadelerini kullandı, ifadelerine yer verdi, ifade etti, değerlendirmesinde bulundu,
    değerlendirmesini yaptı, açıklamasını yaptı, açıklamasında bulundu, şeklinde konuştu, şöyle konuştu, şunları söyledi,
    şöyle dedi, şunları kaydetti, yanıtını verdi, cevabını verdi, çağrısında bulundu, çağrısı yaptı, uyarısında bulundu,
    sözlerini söyledi, diye belirtti, diye vurguladı, açıklamasına yer verdi`,
  ),
  fillers: words(
    "ise da de dün bugün pazartesi salı çarşamba perşembe cuma cumartesi pazar ayrıca",
  ),
  links: words("şunları şöyle"),
  determiners: words("bir bu"),
  prepositions: words("ile için göre kadar gibi"),
  conjunctions: words("ve veya ile"),
  connectives: words("ama ancak ayrıca fakat böylece"),
  pronouns: words("o onlar bu şu bunlar bunu onu"),
  openers:
    words(`ve ama ancak bir bu o şu dün bugün ayrıca ise için göre sonra önce daha çok da de ne neden nasıl evet hayır
    onlar biz siz ben`),
  title:
    /^(?:sayın|dr|prof|doç|av|general|albay|yüzbaşı|vali|bakan|başkan|başbakan|cumhurbaşkanı|.*(?:başkanı|başkanvekili|vekili|yardımcısı|bakanı|müdürü|valisi|sözcüsü|milletvekili|sekreteri|kaymakamı|kaymakam|komutanı|direktörü|antrenörü|genel|lideri|temsilcisi|büyükelçisi|muhtarı|muhtar|savcısı|savcı|hakimi|avukatı|avukat|profesör|doktor|öğretmen|öğrenci|uzmanı|uzman|üyesi|kurucusu|sahibi|yazar|yazarı|gazeteci|oyuncu|oyuncusu|şarkıcı|çiftçi|esnaf|kraliçe|kral|prens|papa|imam|antrenör|kaptan|futbolcu|hakem|aktör|sanatçı|bilim|arkeolog|mühendis|mimar|balıkçı|işçi|muhabir|muhabiri|hoca|teknik|anne|baba|akademisyen|psikolog|iktisatçı|ekonomist|sanayici|emekli|şoför|itfaiyeci|hemşire|koordinatörü|sorumlusu|şefi|rektörü|dekanı))$/u,
  verbLast: true,
  dash: "spaced",
  hedge:
    /(?<!\p{L})(?:iddiaya göre|iddia edil\p{Ll}+|sözde|muhtemelen|öne sürül\p{Ll}+|belki|olabilir|tahmin edil\p{Ll}+)(?!\p{L})/iu,
  abbreviations: words("dr prof doç av yrd sn no vb vs mah cad sok st alb gen"),
  ordinals: true,
};
