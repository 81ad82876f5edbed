import type { Signed } from "./kind-signed.ts";
import { readVoice, TRAITS, type Trait } from "./kind-voice.ts";
import { DOES, doesOf } from "./kind-words.ts";

/** What a text shows of its kind, by name, from 0 to 1. */
export type Clues = Readonly<Record<string, number>>;

const COUNT =
  "\\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirteen";
// 7 things that …, Three good reasons, These 6 celebrities; not "5 killed", "Two men held"
const COUNTED_TITLE = new RegExp(
  `^(?:the |our |top |here are (?:the )?|these (?:are (?:the )?)?|meet the )*(?:${COUNT})\\s+(?:[\\p{L}’'-]+ ){0,4}?(?:ways|things|reasons|tips|steps|places|books|films|movies|songs|tracks|albums|recipes|ideas|facts|signs|questions|lessons|moments|best|worst|coolest|greatest|hacks|mistakes|gifts|games|shows|players|people|takeaways|charts|photos|pictures|stories|restaurants|beaches|towns|quotes|trends|walks|picks|finalists|stars|celebrities|schools|apps|gadgets|predictions|bets)\\b|\\b(?:top|best) \\d{1,3}\\b|^top \\d|\\bin numbers\\b|: (?:\\d{1,2}|five|six|seven|ten) (?:picks|things|takeaways|tips)\\b`,
  "iu",
);
const BEST_TITLE =
  /^(?:the |our )?(?:[\p{L}\d]+ )?(?:best|worst|greatest|coolest)\b|\branked\b(?! (?:\d|first\b|second\b|third\b|among\b|as\b))|^who is who\b|^a timeline\b/iu;
const HOW_TITLE =
  /^(?:how to\b|how (?:you|do i|can i|should i)\b|dear \p{L}+\s?:|ask \p{L}+\s?:)|\btips (?:for|to|on)\b|\bwhat to\b|\bwhat (?:you (?:need to do|should do)) (?:if|when)\b|\bguide (?:to|for)\b|\brecipe\b|\bmistakes\b|\bhow-to\b|\bthinking of\b|\byour rights\b/iu;
const ORDER_TITLE =
  /^(?:don['’]t|do not|stop|keep|get|make|let|leave|vote|give|protect|pack|beat|buy|learn|sleep|try|use|avoid|read|save|meet|pay|end|fix|ban|scrap|build|remember|forget|ignore|blame)\b(?! (?:of|in)\b)/i;
// "Moe says …", "council votes", "killed", "to close": something happened, or will.
const NEWS_TITLE =
  /\b(?:says?|said|warns?|urges?|asks?|tells?|denies|denied|accus\p{L}+|vow\p{L}*|announc\p{L}+|killed|dead|dies|died|arrest\p{L}*|charg\p{L}+|jailed|sentenced|sues?|wins?|won|loses?|lost|beats?|falls?|rises?|rose|drops?|hits?|votes?|approv\p{L}+|reject\p{L}*|agrees?|signs?|opens?|closes?|reports?|found|held|named|resigns?|quits?|seeks?|faces?|orders?|rules?|backs?|joins?|after|amid|over)\b/iu;
const VIEW_TITLE =
  /\b(?:should|must|needs?|deserves?|why|myth|case for|case against|problem with|trouble with|time to|truth about|not enough|so much for|real|end of|lost art|enough|never|nothing|nobody|isn['’]t|aren['’]t|don['’]t|can['’]t|won['’]t)\b/i;
// Why you can't trust the council | No, we don't need a bridge | Let's be honest about the deal
const LECTURE_TITLE =
  /\bwhy (?:you|we|i|nobody|no one|everyone)\b.*\b(?:can['’]?t|cannot|should(?:n['’]t)?|must|need|don['’]t|won['’]t|deserve)\b|^(?:no|yes|sorry|please),|^let(?:['’]s| us)\b|\b(?:you|we) (?:just |all |really )?(?:can['’]t|cannot|should(?:n['’]t)?|must(?:n['’]t)?|need to|ought to)\b/i;
const MARKED = /[™®]|\((?:NYSE|NASDAQ|Nasdaq|OTC\p{L}*|TSXV?|ASX|LSE|AIM|CSE)\s?:/u;
const TELEPHONE =
  /\w@[\w-]+\.\w|\(?\+?\d{2,4}\)?[ -]\d{3,4}[ -]\d{3,4}|\b(?:learn more|to learn more|for more information|visit (?:www\.|https?:|\w+\.\w)|follow us)\b|https?:\/\//i;
const SENDS =
  /\b(?:today (?:announced|unveiled|introduced|launched|reported|revealed)|announced today|(?:is|are) (?:pleased|proud|delighted|excited|thrilled|honou?red) to|(?:announces|introduces|unveils|launches|presents|reveals) (?:its|the|a|an|that|new|two|three)|, an? (?:leading|global|premier|trusted|pioneering|top) (?:[\w-]+ ){0,5}(?:provider|producer|manufacturer|supplier|developer|platform|maker|company)\b|has been (?:named|recognized|recognised|awarded)|welcomed|welcomes|delivering|the company['’]s|our (?:team|customers|people|mission))\b/i;
// "Loma's mission is to provide …", "With 60 years of experience, the company is a trusted partner"
const BOILERPLATE =
  /['’]s mission is to\b|\b(?:is|are|as) (?:a|the) (?:world['’]?s? )?(?:leading|global|premier|trusted|pioneering|fast-growing) (?:[\w-]+ ){0,5}(?:provider|producer|manufacturer|supplier|developer|partner|platform)\b|\b(?:its|our) (?:customers|clients|solutions) (?:in|across|include|are used)\b|\b(?:offers|provides) (?:end-to-end|innovative|comprehensive|a (?:full|wide|broad|comprehensive) (?:range|suite|portfolio))\b|\bempowers? (?:organizations|companies|people|teams|customers)\b/i;
const ABOUT_WRITER =
  /^(?:\p{Lu}[\p{L}.'’-]*(?: (?:\p{Lu}[\p{L}.'’-]*|and|&)){1,5}|the (?:writer|author)s?) (?:(?:is|was|are|has been) (?:an? |the )?(?:\p{L}+ ){0,4}(?:professor|fellow|lecturer|author|economist|lawyer|strategist|contributor|critic|columnist|minister|secretary|ambassador|official|adviser|advisor|editor|member|director|writer)\b|,? (?:writes|blogs|tweets|teaches) )|\bfollow (?:him|her|them) on twitter\b|\bhost a podcast\b/iu;
// The views expressed are … | Opinion | This commentary is …; not "a difference of opinion", "in an opinion piece"
const OWN_VIEW =
  /\b(?:sole|personal|own) views? of\b|\bviews? expressed\b|^(?=.{1,60}$)(?:.* )?(?:commentary|opinions?)(?: \p{L}+){0,3}\W*$|\bthis (?:commentary|opinion)\b/iu;
const DATELINE =
  /^(?:\p{Lu}[\p{Lu} .'’-]{2,}(?:, [^()]{2,40}?)?(?: \([^)]{2,30}\))?\s?(?:[-–—:]|\s--)|[^.]{3,60}\((?:AP|Reuters|AFP|CNN|CMC|APP|UPI|PTI|Bloomberg)\)|\((?:AP|Reuters|AFP|CNN|UPI)\))/u;
// Ann Field MP - Federal Member for Tarn | THE HON TOM LEE | Shadow Minister for Water
const OFFICE_AT_TOP =
  /^.{0,80}?(?:\b(?:MP|MLA|MLC|MSP|AM)\b|\b(?:SENATOR|Senator|THE HON\.?|The Hon\.?|Hon\.|MINISTER FOR|Shadow Minister|SHADOW MINISTER|Member for|MEMBER FOR)\b)/u;
const NUMBERED = /^(?:#?\d{1,3}[.):]?\s|\d{1,3}[.)]$)/u;

const LAST = 12;
const TOP = 6;
/** A text of fewer sentences has hardly shown its voice. */
const ENOUGH_SENTENCES = 8;

/** What one sees of a kind in a text: in how many sentences its writer does what, its title, its first and last lines. */
export function readClues(text: Signed): Clues {
  const voice = readVoice(text.body, text.sentences, text.quoted);
  const heard = Math.min(1, voice.sentences / ENOUGH_SENTENCES);
  const said = TRAITS.map((trait) => [trait, heard * Math.sqrt(voice.shares[trait])] as const);
  return {
    ...{ ...Object.fromEntries(said), heard },
    ...placeClues("opens", OPENS, voice.opens),
    ...placeClues("ends", ENDS, voice.ends),
    ...titleClues(text.title, text.body),
    ...lineClues(text),
  };
}

/** What is done in the first sentence, and in the last: a report begins with what happened, a column ends in its verdict. */
const OPENS: Readonly<Record<string, readonly Trait[]>> = {
  ...{ says: ["says"], past: ["only past"], dated: ["dated"], mine: ["first", "we", "mind"] },
};
const ENDS: Readonly<Record<string, readonly Trait[]>> = {
  ...{ says: ["says", "quoted"], mine: ["first", "we", "mind"], asked: ["asked"] },
  judges: ["blame", "verdict", "ought"],
};
/** One sentence weighs no more than so much of all. */
const ONE = 0.5;

function placeClues(
  place: string,
  clues: Readonly<Record<string, readonly Trait[]>>,
  does: ReadonlySet<Trait>,
): Clues {
  const found = Object.entries(clues).map(
    ([name, traits]) =>
      [`${place} ${name}`, ONE * yes(traits.some((one) => does.has(one)))] as const,
  );
  return Object.fromEntries(found);
}

const yes = (is: boolean): number => (is ? 1 : 0);

// "We are nobody's fools", "Ferry 'a shameless con'": what somebody says is no voice of the writer's.
const QUOTED_IN_TITLE =
  /["“][^"”]+["”]?|(?<![\p{L}\p{N}])[‘'](?=\p{L})(?:[^‘’'"]|['’](?=\p{L})){2,}['’](?!\p{L})/gu;
// Nation flows with sorrow – Moe | Moe: nobody listens | Nobody listens, says Moe
const BEHIND_TITLE = /(?:\s[–—-]+\s?|\s?[–—]\s?|\s-)(?<name>\p{Lu}[\p{L}\p{M}.’' ]{1,40})$/u;
const BEFORE_TITLE = /^(?<name>\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]+){0,3}): /u;

/** Says whether a headline gives its words to somebody whom the text names: it is their view, and no columnist's. */
function isAttributed(title: string, body: string): boolean {
  const name =
    BEHIND_TITLE.exec(title)?.groups?.name ?? BEFORE_TITLE.exec(title)?.groups?.name ?? null;
  if (name === null) return false;
  const last = name.trim().split(/[ ’']/u).at(-1) ?? name;
  const opening = body.slice(0, OPENING).split(/[^\p{L}\p{M}-]+/u);
  return last.length > 2 && opening.includes(last);
}

/** Who says what the headline says is named in the first paragraphs. */
const OPENING = 1500;

function titleClues(whole: string, body: string): Clues {
  const attributed = isAttributed(whole, body);
  const title = attributed ? "" : whole.replace(QUOTED_IN_TITLE, "“”");
  const words = (title.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? []).map((word) =>
    doesOf(word.toLowerCase().replaceAll("’", "'")),
  );
  const does = (what: number) => yes(words.some((word) => (word & what) !== 0));
  return {
    "title counts": yes(COUNTED_TITLE.test(title)),
    "title ranks": yes(BEST_TITLE.test(title)),
    "title helps": yes(HOW_TITLE.test(title)),
    "title orders": yes(ORDER_TITLE.test(title)),
    "title tells": yes(NEWS_TITLE.test(whole)),
    "title lectures": yes(LECTURE_TITLE.test(title)),
    "title argues": yes(VIEW_TITLE.test(title)),
    "title asks": yes(/\?/u.test(title)),
    "title judges": does(DOES.verdict | DOES.praise | DOES.blame | DOES.ought),
    "title boasts": does(DOES.hype | DOES.sends),
    "title addresses": does(DOES.second),
    "title is mine": does(DOES.first | DOES.we),
    "title quotes": yes(/["“”‘]/u.test(whole)),
    "title attributes": yes(attributed),
  };
}

function lineClues({ shape, senderSigns }: Signed): Clues {
  const { lines, items, headings, questions } = shape;
  const share = (count: number) => Math.sqrt(Math.min(1, count / Math.max(1, lines.length)));
  const last = lines.slice(-LAST);
  const top = lines.slice(0, TOP);
  const shows = (some: readonly string[], pattern: RegExp) =>
    yes(some.some((line) => pattern.test(line)));
  return {
    items: share(items),
    headings: share(headings),
    numbered: share(lines.filter((line) => NUMBERED.test(line)).length),
    questions: share(questions),
    dateline: shows(top, DATELINE),
    letterhead: yes(OFFICE_AT_TOP.test(top[0] ?? "") && !/\b(?:said|says)\b/u.test(top[0] ?? "")),
    trademark: shows(lines, MARKED),
    ...Object.fromEntries(senderSigns.map((sign) => [sign, 1])),
    telephone: shows(last, TELEPHONE),
    boilerplate: shows(last.slice(-LAST / 3), BOILERPLATE),
    "sends news": shows(top, SENDS),
    "about the writer": shows(last.slice(-LAST / 2), ABOUT_WRITER),
    "own view": shows([...top, ...last.slice(-LAST / 3)], OWN_VIEW),
  };
}
