const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/u));

/** What slugs say of every day: forms of copy, subjects of desks, times. A slug of these names no story. */
const EVERYDAY = words(
  `advisory agenda analysis update updates alert alerts am pm bc bjt brief briefs briefing briefly bulletin business calendar cartoon
  chronology close closing column comment commodities community cricket crime culture currencies daily data day diary
  digest economy editorial entertainment events evening exclusive fact factbox feature features fed final finance
  financial fixtures football foreign forex front general glance global golf graphic headlines health highlights history
  hockey home hourly index international interview latest lead ld life lifestyle list live local lottery main market
  markets metals midday money month monthly morning national news newsbrief night noon obit obits obituary oil open
  opening opinion outlook page people photo photos pictures poll politics preview press previews prices profile quote
  quotes racing rates recap report reports result results review roundup rugby schedule science scoreboard scores
  section sector shares showbiz snap soccer society special sport sports spot standings state stat stats stock stocks
  story summary swimming table tables tech technology television tennis text timeline today tomorrow top topnews
  trivia urgent video watch weather week weekend weekly world wrap wrapup year
  monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun
  january february march april may june july august september october november december
  jan feb mar apr jun jul aug sep sept oct nov dec
  africa america american asia asian britain british china europe european india pakistan russia uk us usa eu un kill
  correction corrected writethru refile`,
);

const LONGEST = 160;
const STEPS =
  /(?:,?\s*\(?\b(?:\d{1,2}(?:st|nd|rd|th)\s)?(?:ld|lead)(?:[-\s]write-?thr(?:u|ough))?\b\)?|\((?:update|corrected|correction|refile|urgent|wrapup|factbox|clarification|writethru)[^()]{0,60}\)|,\s*(?:correction|corrected|kill)\b|[-/]kill\b)/gi;

/**
 * A slug without what changes from revision to revision: `BC-Norway-Harbour, 1st Ld` and
 * `NORWAY-HARBOUR/ (UPDATE 2)` are `norway-harbour`.
 */
export function bareSlug(slug: string): string {
  const text = slug.slice(0, LONGEST).replace(STEPS, "");
  const parts = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  while (parts[0] === "bc" || parts[0] === "kill" || parts[0] === "correction") parts.shift();
  return parts.join("-");
}

/** Says whether a bare slug names one story: two words or more that are no desk's everyday ones. */
export function isSpecificSlug(bare: string): boolean {
  const telling = bare
    .split("-")
    .filter((part) => part.length > 2 && !/^\d+$/u.test(part) && !EVERYDAY.has(part));
  return telling.length >= 2;
}
