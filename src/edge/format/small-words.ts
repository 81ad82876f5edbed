const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** The words that every text of a language has, and few texts of another: each in one list or two. */
export const SMALL_WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: words(
    "the in on at after be and of to that is was for with by from said has have had are were will would which who his they this been",
  ),
  de: words(
    "der die das und ist nicht mit den von dem ein eine sich auf für im auch nach bei wurde werden hat sagte dass zum zur",
  ),
  fr: words(
    "le la à a été après depuis selon les et des est une dans pour qui sur pas par avec ce sont aux été au du plus ont cette mais il elle",
  ),
  es: words(
    "el los las y que por una para con del se su al más como fue ha según este sus pero son",
  ),
  pt: words(
    "o os e que não uma para com do da dos das em no na se por mais foi ao à disse são um seu",
  ),
  it: words(
    "il di che la per una del della è non con sono le gli nel alla ha dei più ma anche dopo stato un",
  ),
  nl: words(
    "de het een van en dat is niet op met voor zijn werd naar aan ook door bij heeft om hij maar uit zei",
  ),
  ca: words(
    "el els i les que amb una per del dels va al és més ha segons aquest seva no però després són",
  ),
  da: words(
    "og i at det en den af til er på med for der ikke blev som har de efter ved et sagde fra siger",
  ),
  no: words(
    "og i at det en den av til er på med for som ikke ble har de etter ved et sa fra sier mot",
  ),
  sv: words(
    "och i att det en den av till är på med för som inte har de efter vid ett sade från säger om var",
  ),
  fi: words(
    "ja on ei että oli se mukaan hän joka ovat myös mutta kun sen sekä jälkeen sanoi kuin tai",
  ),
  pl: words(
    "i w na z się do nie że jest to o po jak od za przez został są ale dla co będzie przy oraz",
  ),
  cs: words(
    "a v na se je že do z o s ve pro byl po za podle jsou ale jako by to od který také řekl",
  ),
  sk: words("a v na sa je že do z o s vo pre bol po za podľa sú ale ako by to od ktorý aj povedal"),
  hu: words("a az és hogy nem is egy volt meg csak már mint vagy azt után szerint lesz mondta még"),
  ro: words("și în cu pe pentru că nu din este au fost care mai ale sunt după spus"),
  tr: words(
    "ve bir bu da de için ile olarak olan çok daha en sonra göre kadar dedi olduğu ise ancak",
  ),
  hr: words("i u je na se da su za od s koji o kao što nije iz po će biti te do rekao"),
  id: words(
    "yang dan di ini itu dengan untuk dari pada tidak dalam akan telah oleh ke kata karena juga",
  ),
  vi: words("và của là có được cho trong không các một với người những đã này ở khi từ cơn sau"),
  sw: words("ya wa na kwa ni katika za la kuwa hiyo huo alisema baada siku watu"),
};

/** Of languages that share the script of Hindi. */
export const DEVANAGARI_WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  hi: words("है में के की और से को का पर ने हैं यह कि था गया नहीं भी"),
  mr: words("आहे आणि या ते हे होते असे आहेत झाले केले करण्यात नाही तर की आले"),
  ne: words("छ र मा भने गरेको छन् भएको हो पनि गर्ने लागि यो तथा थियो बताए"),
};
