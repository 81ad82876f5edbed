import { ROLE_NOUNS } from "#core/text/role-lexicon.ts";

/** What a name at the edge of a headline is judged by. */
export interface Copy {
  readonly source: string | null;
  readonly body: string;
}

/** Words that names of newspapers, stations and agencies end in. */
const MEDIA =
  /(?:^|\s)(?:News\p{L}*|Times|Post|Gazette|Herald|Tribune|Journal|Chronicle|Telegraph|Guardian|Observer|Independent|Mail|Express|Mirror|Star|Sun|Standard|Courier|Examiner|Inquirer|Enquirer|Register|Bulletin|Dispatch|Advertiser|Argus|Echo|Globe|Ledger|Monitor|Sentinel|Reporter|Press|Today|Magazine|Radio|Television|Broadcasting|Online|Newswire|Newspaper|Nation|Daily|Weekly|(?:Information|News|Press|Wire) (?:Service|Agency|Network)|Newsroom|Channel|FM|TV)$/u;
// What a station says of itself, in any order: "WTRN.com", "KTRN-TV", "Channel 4", "Fox 12", "7News", "News, Weather & Sports"
const STATION =
  /\b(?:[\p{L}\d-]+\.(?:com|org|net|tv)\b|[KW][A-Z]{2,3}(?:[- ]?TV|[- ]?\d{1,2})?(?![\p{L}\p{N}])|(?:Channel|News|Local|Action News|Eyewitness News|FOX|Fox|CBS|ABC|NBC|CW|KCTV) ?\d{1,2}\b|\d{1,2} ?(?:News|NEWS|On Your Side)\b|News,? (?:Weather|Sports?|Traffic)\b|Weather,? (?:&|and) Sports?\b)/u;
const MOST_WORDS = 14;
const SMALL =
  /^(?:[\p{Lu}\d&|–—-]|(?:of|and|the|for|on|in|to|from|your|news)[.,]?$|\p{Ll}[\p{L}\d]*\.(?:com|org|net|tv))/u;

/** Says whether a name is one of a newspaper or station, and the article does not speak of it. */
export function isMasthead(name: string, { body }: Copy): boolean {
  const words = name.split(/\s+/u);
  if (words.length > MOST_WORDS || !words.every((word) => SMALL.test(word))) return false;
  if (STATION.test(name)) return !inStory(name, body);
  const bare = name.replace(/^The /u, "");
  return words.length > 1 && words.length <= 5 && MEDIA.test(name) && !body.includes(bare);
}

function inStory(name: string, body: string): boolean {
  return storyLines(body).some((line) => line.includes(name));
}

/** Lines in which a page speaks of itself. */
const OF_ITSELF =
  /\b(?:sign(?:ing)? up|subscribe|newsletters?|inbox|follow us|all rights reserved|copyright|download (?:the|our)|(?:reporter|writer|editor|columnist|correspondent|contributor|journalist|blogger) (?:for|at|of))\b|©/i;

function storyLines(body: string): readonly string[] {
  return body.split("\n").filter((line) => !OF_ITSELF.test(line));
}

/** "Sign up to the Harbour Weekly": the name stands where the page speaks of itself, and nowhere in the story. */
export function isNamedByPage(name: string, { body }: Copy): boolean {
  if (!/^\p{Lu}/u.test(name) || !body.includes(name)) return false;
  return !inStory(name, body);
}

// A part, a genre or a place, and no publisher: "Ferry runs again - Part Two", "… – Live".
const NO_PUBLISHER =
  /\b(?:Part|Episode|Chapter|Day|Week|Round|Year|Live|Updates?|Analysis|Report|Review|Opinion|Editorial|Comment|Column|Letters?|Interview|Exclusive|Video|Photos|Pictures|Results?|One|Two|Three|First|Last)\b/u;
/** A body as long as this speaks of whoever its headline ends in. */
const LONG_BODY = 400;
const MOST_UNHEARD = 3;

/** Behind a dash, who said it or where it was is somebody or something that the article speaks of. */
export function isUnheardOf(words: readonly string[], { body }: Copy): boolean {
  const name = words.join(" ");
  if (body.length < LONG_BODY || words.length > MOST_UNHEARD || NO_PUBLISHER.test(name))
    return false;
  if (!words.every((word) => /^\p{Lu}/u.test(word))) return false;
  if (words.some((word) => ROLE_NOUNS.has(word.toLowerCase()))) return false;
  const told = new Set(
    storyLines(body)
      .join("\n")
      .toLowerCase()
      .match(/\p{L}+/gu),
  );
  const own = words.filter((word) => /^\p{L}{3,}$/u.test(word));
  return own.length > 0 && own.every((word) => !told.has(word.toLowerCase()));
}
