import { COUNTRIES } from "#core/text/countries.ts";

// What parts a headline from who published it; dashes also part it from who said it.
const BAR = /^(?:\||::?|«|»|·|•)$/u;
const SEPARATOR = /\s(?<mark>\||::?|«|»|·|•|[–—-])\s+/gu;
/** Words that names of newspapers, stations and agencies end in. */
const MEDIA =
  /(?:^|\s)(?:News\p{L}*|Times|Post|Gazette|Herald|Tribune|Journal|Chronicle|Telegraph|Guardian|Observer|Independent|Mail|Express|Mirror|Star|Sun|Standard|Courier|Examiner|Inquirer|Enquirer|Register|Bulletin|Dispatch|Advertiser|Argus|Echo|Globe|Ledger|Monitor|Sentinel|Reporter|Press|Today|Magazine|Radio|Television|Broadcasting|Online|Newswire|Newspaper|Nation|Daily|Weekly|(?:Information|News|Press|Wire) (?:Service|Agency|Network)|Newsroom|Channel|FM|TV)$/u;
// BusinessTimes, HarbourNOW, TheHarbour: one word that only a masthead has.
const RUN_TOGETHER = /^(?:The)?\p{Lu}\p{Ll}{2,}\p{Lu}(?:\p{Ll}+|\p{Lu}+)$|^The\p{Lu}\p{Ll}+$/u;
/** Lines in which a page speaks of itself. */
const OF_ITSELF =
  /\b(?:sign up|subscribe|newsletters?|inbox|follow us|all rights reserved|copyright|download (?:the|our))\b|©/i;
// The Bench: Rowing News from the Coast | Port Blog: Stories from the Quay
const BLOG =
  /^(?:The )?\p{Lu}[\p{L}’' ]{2,30}: [^.!?]*\b(?:News|Blogs?|Updates|Coverage|Stories|Analysis|Opinion|Headlines|Commentary|Reviews)\b/u;
const ADDRESS = /^[\p{L}\d-]+\.(?:com|org|net|co\.\p{L}{2}|info|tv|fm|\p{L}{2})$/iu;
const FEWEST_WORDS = 3;
const MOST_PARTS = 3;

/**
 * Takes off who published it: "Harbour closes | Tarn Daily News". Behind a dash may stand who said
 * it ("Bank is sound – Adeyo", "Minister quits – Tarn Mail"): there only the article's own source
 * goes, or the name of a newspaper that the article does not speak of.
 */
export function withoutPublisher(headline: string, source: string | null, body: string): string {
  let text = headline;
  for (let count = 0; count < MOST_PARTS; count += 1) {
    const last = Array.from(text.matchAll(SEPARATOR)).at(-1);
    if (last === undefined) return text;
    const [before, behind] = [
      text.slice(0, last.index).trim(),
      text.slice(last.index + last[0].length).trim(),
    ];
    const isBar = BAR.test(last.groups?.mark ?? "");
    if (!isPublisher(behind, isBar, { source, body, before })) return text;
    text = ADDRESS.test(behind) ? withoutSection(before) : before;
  }
  return text;
}

const SECTION =
  /^(?:World|National|Nation|Local|Region|Metro|Sports?|Business|Markets|Money|Politics|Opinion|Culture|Entertainment|Lifestyle|Technology|Tech|Science|Health|Movies|News|Home|Breaking)$/u;

/** The part of a site that has the sport: "- CUP Rowing", "- Women's Football". */
const SPORT =
  /^(?:\p{Lu}[\p{L}’']*\s){0,2}(?:Football|Soccer|Rugby|Cricket|Tennis|Golf|Hockey|Baseball|Basketball|Netball|Volleyball|Boxing|Racing|Rowing|Cycling|Athletics|Swimming|Wrestling|Motorsport)$/u;
/** Before a site's address may stand the part of the site: "Ferry closes - World - TARNPOST.COM". */
function withoutSection(headline: string): string {
  const found = /^(?<own>.+\S)\s[-–—|]\s(?<part>\p{Lu}[\p{L} ]{2,20})$/u.exec(headline)?.groups;
  if (found?.own === undefined || found.part === undefined) return headline;
  const isPart = SECTION.test(found.part) || COUNTRIES.has(found.part);
  return isPart && found.own.split(/\s+/u).length >= FEWEST_WORDS ? found.own : headline;
}

interface Known {
  readonly source: string | null;
  readonly body: string;
  readonly before: string;
}

function isPublisher(name: string, isBar: boolean, { source, body, before }: Known): boolean {
  if (source !== null && plain(name) === plain(source)) return true;
  if (BLOG.test(name) && before.split(/\s+/u).length > FEWEST_WORDS && !body.includes(name))
    return true;
  const words = name.split(/\s+/u);
  if (words.length > 5 || before.split(/\s+/u).length < FEWEST_WORDS) return false;
  if (ADDRESS.test(name)) return true;
  const isName = words.every((word) => /^(?:[\p{Lu}\d&]|of$|and$|the$|for$)/u.test(word));
  if (isBar) return isName;
  if (RUN_TOGETHER.test(name) && !body.includes(name)) return true;
  if (SPORT.test(name) && before.split(/\s+/u).length >= WORDS_BEFORE) return true;
  const bare = name.replace(/^The /u, "");
  if (isName && words.length > 1 && MEDIA.test(name)) return !body.includes(bare);
  return isName && isUnheardOf(words, before, body);
}

// A part, a genre or a place, and no publisher: "Ferry runs again - Part Two", "… – Live".
const NO_PUBLISHER =
  /\b(?:Part|Episode|Chapter|Day|Week|Round|Year|Live|Updates?|Analysis|Report|Review|Opinion|Editorial|Comment|Column|Letters?|Interview|Exclusive|Video|Photos|Pictures|Results?|One|Two|Three|First|Last)\b/u;
/** A body as long as this speaks of whoever its headline ends in. */
const LONG_BODY = 400;
const WORDS_BEFORE = 5;

/** Behind a dash, who said it or where it was is somebody or something that the article speaks of. */
function isUnheardOf(words: readonly string[], before: string, body: string): boolean {
  if (body.length < LONG_BODY || before.split(/\s+/u).length < WORDS_BEFORE) return false;
  if (words.length > 3 || NO_PUBLISHER.test(words.join(" "))) return false;
  const story = body.split("\n").filter((line) => !OF_ITSELF.test(line));
  const told = new Set(
    story
      .join("\n")
      .toLowerCase()
      .match(/\p{L}+/gu),
  );
  const own = words.map((word) => word.toLowerCase()).filter((word) => /^\p{L}{4,}$/u.test(word));
  return own.length > 0 && own.every((word) => !told.has(word));
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/^the\s|\.(?:com|org|net|co\.\p{L}{2})$/gu, "")
    .replace(/[^\p{L}\p{N}]/gu, "");
}
