import { plainLetters } from "./unveil.ts";

/**
 * Whose clock is meant, where a notice says it in its own tongue: "hora de la Ciudad de México",
 * "(Wien)", "по московскому времени". Each place stands beside the zone that `readZone` knows it by.
 * Only names whose country has one clock, or a capital whose clock is meant, stand here.
 */
const PLACES: readonly (readonly [zone: string, names: string])[] = [
  ["london", "londres|londra|londen|лондон\\p{L}*|british|لندن|伦敦|倫敦|ロンドン"],
  ["dublin", "irish|ireland|dublin"],
  ["lisbon", "lisboa|lisbona|lisbonne|lissabon"],
  ["paris", "parigi|paryski\\p{L}*|париж\\p{L}*|francesa|francaise|french|باريس|巴黎"],
  ["brussels", "bruxelles|brussel|bruselas|bruxelas|belgische|belgian"],
  ["amsterdam", "nederlandse|dutch"],
  ["the hague", "den haag"],
  ["berlin", "berlino|berlim|берлин\\p{L}*|deutsche[rn]?|german|柏林"],
  ["vienna", "wien|wiener|vienne|viena|austrian|osterreichische[rn]?"],
  ["zurich", "zurigo|bern|berne|berna|swiss|schweizer|suisse|svizzera"],
  ["geneva", "geneve|genf|ginevra|ginebra|genebra|женев\\p{L}*|جنيف|日内瓦|日內瓦"],
  ["rome", "roma|rom|italiana|italian|rzymski\\p{L}*|римск\\p{L}*"],
  ["madrid", "peninsular espanola|peninsular|espanola|spanish|espanhola|madryt\\p{L}*"],
  ["oslo", "norwegian|norsk"],
  ["stockholm", "swedish|stoccolma|estocolmo"],
  ["copenhagen", "danish|kopenhagen|copenhague|copenaghen"],
  ["warsaw", "warszaw\\p{L}*|polski\\p{L}*|polish|varsovie|warschau|varsavia|varsovia"],
  ["prague", "prag|praga|czech"],
  ["budapest", "hungarian"],
  ["athens", "greek|atene|atenas|athen|athenes"],
  ["kyiv", "kiev|kijow\\p{L}*|киев\\p{L}*|ukrainian"],
  [
    "moscow",
    "москв\\p{L}*|московск\\p{L}*|мск|moskau|moscou|mosca|moscu|moskiewski\\p{L}*|moskova",
  ],
  ["astana", "астан\\p{L}*|almaty|алматы|kazakh(?:stan)?"],
  ["istanbul", "tsi|turkiye|turkish|istanbul|ankara|turkey"],
  ["cairo", "القاهره|مصر|egyptian|egypt"],
  ["beirut", "بيروت|lebanese"],
  ["riyadh", "الرياض|مكه(?: المكرمه)?|السعوديه|saudi"],
  ["baghdad", "بغداد"],
  ["doha", "الدوحه|قطر|qatar"],
  ["dubai", "دبي|ابوظبي|الامارات|uae|emirati"],
  ["tehran", "iranian|iran|تهران|طهران"],
  ["islamabad", "pakistani|pakistan|پاكستاني|پاكستان كي|اسلام آباد|پاكستان"],
  ["delhi", "भारतीय|भारतीय मानक|नई दिल्ली|दिल्ली|new delhi|indian"],
  ["kathmandu", "nepali|nepal"],
  ["colombo", "sri lanka(?:n)?"],
  ["dhaka", "bangladeshi"],
  ["bangkok", "thai|thailand"],
  ["jakarta", "western indonesian?"],
  ["hanoi", "vietnamese|vietnam"],
  ["singapore", "singaporean|新加坡"],
  ["kuala lumpur", "malaysian?"],
  ["manila", "philippines?"],
  ["hong kong", "香港"],
  ["taipei", "台北|臺北|taiwan(?:ese)?"],
  ["beijing", "北京|pechino|pekin|peking|pekim|pequim|пекин\\p{L}*|chinese|china"],
  ["tokyo", "日本|東京|东京|japanese|tokio|toquio"],
  ["seoul", "south korean?|korean?|首尔|ソウル"],
  ["abuja", "nigerian?"],
  ["accra", "ghanaian|ghana"],
  ["nairobi", "kenyan?"],
  ["kampala", "ugandan?"],
  ["dar es salaam", "tanzanian?"],
  ["addis ababa", "ethiopian?"],
  ["harare", "zimbabwean?|zimbabwe"],
  ["lusaka", "zambian?"],
  ["kigali", "rwandan?"],
  ["johannesburg", "south african?"],
  ["luanda", "angolan?"],
  ["dakar", "senegalese|senegal"],
  ["mexico city", "ciudad de mexico|cdmx|centro de mexico|cidade do mexico"],
  ["bogota", "colombian?|colombiana"],
  ["lima", "peruvian|peruana|peru"],
  ["buenos aires", "argentin[ae]|argentinian"],
  ["santiago", "chilean"],
  ["brasilia", "brasilia"],
  ["wellington", "new zealand"],
  ["new york", "nueva york|nova york|nova iorque|纽约|紐約|ニューヨーク"],
  ["washington", "вашингтон\\p{L}*|华盛顿|華盛頓"],
];

/** Cities that stand right behind a clock without a word of time: "18 Uhr, Wien". Not what is a word as well: "rom". */
const BARE =
  /^(?:wien|bern|genf|zurich|roma|lisboa|madrid|paris|berlin|bruxelles|brussel|den haag|new delhi|geneve|londres)$/u;

const TIME_BEFORE =
  "(?:hora|horario|heure|ora|orario|ortszeit|uhrzeit|czas\\p{L}?|(?:по )?врем\\p{L}+|بتوقيت|توقيت)";
const PREPOSITION = "(?:de la |de los |de las |del |de |da |do |dos |di |d'|des |du |в |г\\. )?";
const KIND = "(?:legal |local |locale |oficial |ufficiale |officielle )?";
const TIME_BEHIND =
  "(?:standard time|time|zeit|ortszeit|saati\\p{L}*|وقت|(?:मानक )?समय[\\p{L}\\p{M}]*(?: के अनुसार)?|时间|時間|tijd|времен\\p{L})(?!\\p{L}*zone)";
const NAMES = new Map<string, string>();

type Rule = readonly [pattern: RegExp, words: string];

const RULES: readonly Rule[] = PLACES.flatMap(([zone, listed]) => rulesOf(zone, listed));

function rulesOf(zone: string, listed: string): readonly Rule[] {
  const names = plainLetters(listed);
  const bare = names.split("|").filter((name) => BARE.test(name));
  for (const name of [zone, ...names.split("|")]) NAMES.set(name, zone);
  const any = `(?:${zone}|${names})`;
  const words = ` ${zone} time `;
  const rules: Rule[] = [
    [
      new RegExp(
        `(?<!\\p{L})${plainLetters(TIME_BEFORE)}\\s${KIND}${PREPOSITION}${any}(?!\\p{L})`,
        "gu",
      ),
      words,
    ],
    [new RegExp(`(?<![a-z])(?:${names})\\s?${plainLetters(TIME_BEHIND)}(?![a-z])`, "gu"), words],
    [new RegExp(`[(（[]\\s?(?:${names})\\s?[)）\\]]`, "gu"), words],
  ];
  if (bare.length > 0) {
    rules.push([
      new RegExp(
        `(?<=\\d(?:\\s?(?:uhr|uur|h|hrs?|horas?|heures|[ap]\\.?m\\.?))?[\\s,]{1,2})(?:${bare.join("|")})(?=\\s*(?:$|[,.;)\\]]))`,
        "gu",
      ),
      words,
    ]);
  }
  return rules;
}

const ANY_NAME = new RegExp(`(?<![a-z])(?:${[...NAMES.keys()].join("|")})`, "u");

/** Turns every clock that a place names into one that `readMoments` knows; the text is in plain small letters. */
export function withPlaceClocks(text: string): string {
  if (!/\d/u.test(text) || !ANY_NAME.test(text)) return text;
  return RULES.reduce((read, [pattern, words]) => read.replace(pattern, words), text);
}

/** The zone of a place that stands by itself in brackets: "(Roma)"; `null` for any other word. */
export function zoneOfPlace(name: string): string | null {
  return NAMES.get(plainLetters(name).toLowerCase()) ?? null;
}
