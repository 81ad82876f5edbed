import type { Instant } from "#core/article/instant.ts";
import { dangles } from "#core/brief/dangling.ts";
import { leansBack, pointsOutside, speaksOfOthers } from "#core/brief/leaning.ts";
import type { Reading } from "./reading.ts";
import { isOfOtherEvent, isOfOtherTime, namesFarDate } from "./scope.ts";

// "About 20 minutes later", "As they were driving", "While en route"
const LEANS =
  /^(?:about|around|some|roughly|nearly) .{1,30}\b(?:later|earlier)\b|^(?:as|while|when|after|before|once) (?:they|he|she|it|en route)\b/i;

/** Says whether a sentence can be read without the one before it. */
export function standsAlone(text: string, { entities }: Reading): boolean {
  if (LEANS.test(text)) return false;
  if (leansBack(text) || pointsOutside(text) || speaksOfOthers(text)) return false;
  const first = /^\p{Lu}[\p{L}’'-]*/u.exec(text)?.[0] ?? "";
  const isName = entities.some(({ name }) => name.split(" ").includes(first));
  return !dangles(text, isName);
}

// What readers are to do, what has not happened, what was known before.
const SERVICE =
  /\b(?:anyone with|any(?:one|body) who|information (?:is|should|about|can|to|on)|(?:asked|urged|encouraged|requested|asking|invited) to|contact|call(?:ers?)? |can be reached|tips?|hotline|crime ?stoppers|reward|donat(?:e|ions?)|gofundme|click|read more|subscribe|sign up|follow us|watch|video|photos?|story|stories|newsletter|copyright|contributed|reporters?|e-?mail|keep checking|stay (?:with|tuned)|latest developments|news app|for updates|twitter|facebook|www|https?)\b|@/i;
const NO_NEWS =
  /\b(?:life[- ]?threatening|(?:critical|stable|serious|fair|good|grave) condition|details (?:have |had )?emerged|(?:more|new|further) details|trying to|no (?:arrests?|motive|suspects?|word|details|information|one|other|further|charges|immediate|names?)|not (?:been|yet|immediately|released?|known|clear|said|identified|believed)|(?:has|have|had|is|are|was|were|did|do|does)(?:n['’]t| not)|declined|refused|unclear|unknown|remains?|remained|still|continu\p{L}+|ongoing|under investigation|investigat(?:e|ing)|so far|at this (?:time|point))\b/iu;
const STALE =
  /\b(?:originally|initial(?:ly)?|earlier|previous(?:ly)?|at first|at the time|once|used to|formerly|always|never|usually|often|known for|grew up|born|history|record)\b/i;

// What a page has around its story
const PAGE =
  /^(?:advertisement|image \d|photo|close\b|caption|share|skip|posted|updated)|\b(?:advisory|warning|watch) (?:issued|in effect)\b|\b\d+ of \d+\b|\bthis (?:article|story|post) (?:was|has been) (?:updated|corrected)\b|, (?:left|right|center|centre|pictured|seen here),|[|@]| x \p{Lu}/iu;

const SHOUTED = /^\P{Ll}*$/u;

/** Says whether a sentence tells no news of its report, filed at this moment: a service, a lack, a background, another event. */
export function isNoNews(text: string, at: Instant): boolean {
  if (
    SHOUTED.test(text) ||
    PAGE.test(text) ||
    SERVICE.test(text) ||
    NO_NEWS.test(text) ||
    STALE.test(text)
  )
    return true;
  return isOfOtherTime(text) || isOfOtherEvent(text) || namesFarDate(text, at);
}
