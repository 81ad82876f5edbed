import { monthRules, type NoticeTable, weekdayRules } from "./table.ts";

/** Turkish, whose moment stands before the word: "9 Mayıs 2025 saat 10.00'a kadar ambargoludur". */
export const TURKISH: NoticeTable = {
  language: "tr",
  stem: "kullan|paylas|beklet|taslak|ambargo|yayin|yayim|gizli",
  lead: `hukuk onayi hukuki onay yonetim dikkat onemli not editorlere editorler icin bu basin bulten bulteni haber haberi metin aciklama konusma belge icerik lutfen
    kesin tarihine tarihinden saat saatine kadar once sonra yayin`,
  around: `rica olunur olunmaktadir ederiz onemle lutfen kadar once evvel saat saati saatine saatinden tarih tarihi tarihine tarihinden itibaren gunu ye ya e a den dan ten tan te ta
    de da nin bu haber bulten basin medya tum icin ambargo ambargolu ambargoludur kesin yayin yayinlanmasi yayimlanmasi
    yayinlanabilir yayimlanabilir paylasilabilir sonra tsi turkiye yerel ile ve`,
  object: "petrol|silah|ticaret",
  prose: "dedi soyledi acikladi oldu idi etti istedi gore nedeniyle ragmen",
  dayFirst: true,
  has24Hours: true,
  moments: [
    ...monthRules("ocak subat mart nisan mayis haziran temmuz agustos eylul ekim kasim aralik"),
    ...weekdayRules("pazar pazartesi sali carsamba persembe cuma cumartesi"),
    [/\((tsi)\)/gu, "$1"],
    [/\b(tsi)'\p{L}{1,4}\b/gu, "$1"],
    [/(\d)'(?:\p{L}{1,4})\b/gu, "$1 "],
    [
      /(january|february|march|april|may|june|july|august|september|october|november|december)\s*'\p{L}{1,4}\b/gu,
      "$1 ",
    ],
    [/\b(?:turkiye saati(?:yle)?|tsi)\b/gu, "TRT"],
    [/(?<=\d{4}\s?(?:tarihinden )?)sonra\b/gu, " afterday "],
    [/\byayi[nm]la\p{L}*/gu, " "],
    [/\bgece yarisi\p{L}*/gu, "midnight"],
  ],
  rows: [
    {
      weight: "lifted",
      reads:
        "\\bambargo\\W+(?:artik\\W+)?(?:kaldirildi|kaldirilmistir|kalkmistir|kalkti|sona erdi|bitti|yok)\\b|\\bambargosuz\\b|\\bhemen yayinlanabilir\\b",
      hit: "Ambargo kaldırıldı – bakan istifa etti",
      miss: "Petrol ambargosu kaldırıldı",
    },
    {
      weight: "sure",
      reads: "\\bambargolu(?:dur)?\\b|\\b(?:kesin|basin|haber|yayin) ambargo(?:su)?\\b",
      hit: "9 Mayıs 2025 saat 10.00'a kadar ambargoludur",
      miss: "Ambargolu ülkeye gemi gitti dedi bakan",
    },
    {
      weight: "timed",
      reads: "\\bambargo\\b\\s?[:=-]?",
      hit: "AMBARGO: 9 Mayıs 2025 saat 10.00",
      miss: "Ambargo haziranda kalkacak dedi bakan",
    },
    {
      weight: "sure",
      reads: `\\b(?:once|evvel|kadar)\\s(?:\\p{L}+\\s){0,2}?(?:beklet\\p{L}*|yayi[nm]la\\p{L}*?(?:ma|maz|mayin)\\p{L}*|paylasil?ma\\p{L}*|kullan(?:il)?ma\\p{L}*)\\b|\\byayin yasagi\\b|\\byayin icin degildir\\b`,
      hit: "9 Mayıs 2025 saat 06.00'dan önce yayınlanmamalıdır",
      miss: "Ölmeden önce yayınlamadığı anıları bulundu dedi oğlu",
    },
    {
      weight: "timed",
      reads: "\\b(?:yayin tarihi|yayinlanabilir|yayimlanabilir)\\b\\s?:?",
      hit: "Yayın tarihi: 9 Mayıs 2025 saat 06.00",
      miss: "Kitabın yayın tarihi 9 Mayıs dedi yazar",
    },
    {
      weight: "alone",
      reads: "^[^\\p{L}]*(?:taslak|gizli|yayinlamayiniz|yayimlamayiniz)(?![\\p{L}])",
      hit: "TASLAK",
      miss: "Taslak mecliste dedi bakan",
    },
    {
      weight: "timed",
      reads: "\\bancak\\b(?=[^\\n]*(?:yayi[nm]la|paylas|kullan))",
      hit: "Bu bülten ancak 9 Mayıs 2025 saat 13.00'ten itibaren yayımlanabilir",
      miss: "Ancak 9 Mayıs günü okul açıldı dedi bakan",
    },
    {
      weight: "sure",
      reads:
        "\\b\\p{L}+(?:meden|madan)\\b(?:\\s\\p{L}+){0,2}\\s(?:yayi[nm]lama|kullanma|paylasma)\\p{L}*|\\byayi[nm]lamayin(?:iz)?\\b",
      hit: "Hukuk onayı alınmadan yayınlamayınız",
      miss: "Sormadan yayınlamadığı haber için özür dilemedi dedi okur",
    },
  ],
};
