import { opensAsReport } from "#core/text/find-dateline.ts";
import { isLabel } from "#core/text/label.ts";
import { isReleaseLabel } from "#core/text/release-label.ts";
import type { Passage } from "#core/text/text.ts";
import { ownHeadline } from "./own-headline.ts";

/** As many lines as a letter's head has: a label, who writes, in which office. */
const LETTERHEAD_LINES = 6;
/** As many lines as a page may have above its story. */
const LINES_ABOVE = 12;
const FEWEST_WORDS = 3;
const PAGE_WORDS = 4;
const FEWEST_SHARED = 2;

/** What the headline of a copy is read from. */
export interface HeadedCopy {
  readonly title: string | null;
  readonly source: string | null;
  readonly body: string;
  readonly passages: readonly Passage[];
}

/**
 * The headline of the story: the copy's title, but for what is the site's; the heading that opens the text where
 * there is no title, or where it names the page ("News Headlines") and not the story.
 */
export function storyHeadline({ title, source, body, passages }: HeadedCopy): string | null {
  const stated = ownHeadline(title, { source, body });
  const own = stated !== null && isBesideStory(stated) ? null : stated;
  const heads = headsOf(body, passages);
  // A release's label may have come as its title.
  const isLabelled = isReleaseLabel(title ?? "") || heads.some((line) => isReleaseLabel(line));
  if (own === null || isReleaseLabel(own)) return openingHeading(body, passages, heads, isLabelled);
  const begins = heads.find((line) => beginsWith(own, line));
  if (begins !== undefined) return begins;
  if (!isPageLabel(own, source, body)) return own;
  const told = heads.find((line) => line !== own && isStorys(line, body));
  return told ?? (namesPage(own) || isSection(own, body) ? null : own);
}

/** The headings above the story's first words. */
export function headsOf(body: string, passages: readonly Passage[]): readonly string[] {
  const above = passages.slice(0, LINES_ABOVE).filter(({ kind }) => kind !== "furniture");
  const text = above.findIndex(({ kind }) => kind !== "heading");
  return above
    .slice(0, text < 0 ? above.length : text)
    .map(({ start, end }) => body.slice(start, end));
}

/** "Ferry closes - The Bench: …" above a story whose first line is "Ferry closes". */
function beginsWith(title: string, line: string): boolean {
  const rest = title.startsWith(line) ? title.slice(line.length) : "";
  return line.split(/\s+/u).length > FEWEST_WORDS && /^\s+[-–—|:»·]\s/u.test(rest);
}

const PAGE_WORD =
  /^(?:news|headlines?|latest|top|stor(?:y|ies)|breaking|home|page|from|the|of|and|in|on|at|for|world|local|national|international|us|uk|sports?|business|politics|today|daily|weekly|online|front|section|archives?|articles?|press|associated|reuters|agency|wire|service|updates?|updated|media|cent(?:er|re)|releases?|room|newsroom|official|site|website|welcome|to|print|printer|friendly|version|view|full|blog|feed|more)$/i;

/** "News Headlines", "News from the Associated Press": nothing but words of pages. */
function namesPage(title: string): boolean {
  return title.split(/[\s|:–—-]+/u).every((word) => word === "" || PAGE_WORD.test(word));
}

const OF_PAGES =
  /\b(?:news|headlines|stories|newsroom|home ?page|press releases?|media cent(?:er|re))\b/i;

/** Says whether a title is a page's: it speaks of pages, and names nothing that the story speaks of. */
function isPageLabel(title: string, source: string | null, body: string): boolean {
  if (namesPage(title) || title.toLowerCase() === source?.toLowerCase()) return true;
  if (isSection(title, body)) return true;
  return OF_PAGES.test(title) && sharedWith(title, body) === 0;
}

/** As much of a story as speaks of what its headline names, in letters. */
const TOP = 200;

/** So many words in small letters open a story that is told; a table, which its title alone explains, has fewer. */
const TOLD_WORDS = 12;

/** "Tomorrow’s Tides", "Harbour Weekly Notes": two or three words in capitals, of which the story opens with none. */
function isSection(title: string, body: string): boolean {
  const told = body.slice(0, TOP).match(/(?<!\p{L})\p{Ll}{2,}/gu) ?? [];
  if (told.length < TOLD_WORDS) return false;
  return isLabel(title) && /\s/u.test(title.trim()) && sharedWith(title, body.slice(0, TOP)) === 0;
}

function isStorys(line: string, body: string): boolean {
  const isLong = line.split(/\s+/u).length >= PAGE_WORDS;
  return isLong && !isBesideStory(line) && sharedWith(line, without(body, line)) >= FEWEST_SHARED;
}

function without(body: string, line: string): string {
  const at = body.indexOf(line);
  return at < 0 ? body : body.slice(0, at) + body.slice(at + line.length);
}

/** How many words of a line, but for their endings, a text has. */
function sharedWith(line: string, body: string): number {
  const text = body.toLowerCase();
  const stems = line.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  return new Set(stems.map((word) => word.slice(0, 6)).filter((stem) => text.includes(stem))).size;
}

const MONTH = "(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\\.?";
// Ann Field The Tarn Post Jan. 9, 2005 12:00 AM | TARN Tue Dec 30, 2014 9:21am | REF 05 3 March 2005
const DATED = new RegExp(
  `(?<!\\b(?:on|of|by|from|until|since|before|after|in|to|and|for) )\\b(?:${MONTH} \\d{1,2},? \\d{4}|\\d{1,2} ${MONTH},? \\d{4})(?<clock>,? (?:at )?\\d{1,2}[:.]\\d{2}.{0,16})?\\W*$`,
  "iu",
);
const BESIDE: readonly RegExp[] = [
  // Ann Field, press officer, (555) 012-3456 | Tom Lee, tom.lee@tarn.example
  /\(?\b\d{3}\)?[ .-]\d{3}[ .-]\d{4}\b|\+\d[\d ()-]{8,}\d|[\w.-]@[\w-]+\.\w/u,
  // The Post | May 4, 2026 | 2:22 p.m.
  /\|.*\b\d{1,2}[:.]\d{2}\b/u,
  // … THE HON ANN FIELD MP
  /(?:^|\s)THE (?:RT\.? )?HON\.? (?:\p{Lu}[\p{L}.’'-]*\s){1,4}(?:MP|MLA|MHA|MEP|SENATOR)$/u,
  // From the Minister for Ports … THE HON ANN FIELD,
  /^From the (?:office|minister|ministry|secretary|premier|treasurer|department|leader)\b.{0,160}\bHON\b/i,
  // Office of the Governor | MINISTRY OF PORTS AND RIVERS | Embassy of Orvania
  /^(?:The |THE )?(?:(?:Shadow|SHADOW|Deputy|DEPUTY|Assistant|ASSISTANT) )?(?:O(?:ffice|FFICE)|M(?:inistry|INISTRY)|D(?:epartment|EPARTMENT)|E(?:mbassy|MBASSY)|G(?:overnment|OVERNMENT)|S(?:ecretariat|ECRETARIAT)|B(?:ureau|UREAU)|M(?:ayor|AYOR)|G(?:overnor|OVERNOR)|M(?:inister|INISTER)) (?:of|for|OF|FOR)(?: (?:the|and|of|for|&|\p{Lu}[\p{L}.’'-]*,?)){1,9}$/u,
  // TARN FULL STORY Return to Tarn Home Go to Tarn Sports Home | Skip to content Menu Log in
  /\b(?:FULL STORY|(?:Return|Go|Back) (?:back )?to (?:the )?(?:\p{Lu}\p{L}* ){0,4}(?:Home(?: [Pp]age)?|Main Menu|Top(?: of [Pp]age)?|Index|Search)(?=\s*(?:$|[|>»·]|(?:Go|Back|Print|E-?mail|Search|Return)\b))|[Ss]kip to (?:main |content|navigation)|[Yy]ou are here|[Pp]rint this (?:page|story|article)|(?:[Ll]og|[Ss]ign) in\b.*\b(?:[Rr]egister|[Ss]ubscribe|[Ss]ign up|[Mm]enu|[Hh]ome)|[Ss]earch this site|[Ss]ite map)\b/u,
  // Home News Sport Weather | HOME | ABOUT | CONTACT
  /^(?:(?:home|news|sports?|weather|about(?: us)?|contact(?: us)?|business|opinion|menu|search|archives?|subscribe|login|log in|register|video|photos|blogs?|classifieds|politics|world|health|tech(?:nology)?|entertainment|lifestyle|local|national|jobs|shop|help|faq)(?:\s*[|/·•>»,-]\s*|\s+|$)){3,}$/i,
  // Attorney-General Ann Field | Member for Tarn Tom Lee | Senator the Hon Ann Field: who sends a release
  /^(?:The |THE )?(?:(?:Shadow |Deputy |Assistant |Acting |Federal |State |SHADOW )?(?:Prime Minister|Premier|Treasurer|Attorney-General|Attorney General|Governor|Senator|Mayor|Councillor|Minister(?: for| of)?(?: \p{Lu}\p{L}+| and| &|,){0,6}|Member for(?: \p{Lu}\p{L}+){1,3}|Secretary(?: of| for)?(?: \p{Lu}\p{L}+){0,4}))(?:,? (?:the )?(?:Hon\.? |Rt\.? |Dr\.? )*\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]+){1,2}(?: (?:MP|QC|AM|AO|SC|MLA))*)$/u,
  // Ann Field MP | Senator Ann Field | The Hon Ann Field AO MP
  /^(?:(?:Senator|Sen\.|The Hon\.?|Hon\.?|Dr|Rt Hon\.?) )*\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]+){1,2}(?: (?:MP|MLA|MLC|MSP|MEP|QC|KC|AM|AO|OBE|CBE))+$/u,
  // escenic | wordpress_post: what a system calls its pages
  /^[\p{Ll}\d_.-]+$/u,
  // ec1onomy1 labor1
  /^(?:\p{Ll}*\d[\p{Ll}\d]*\s*)+$/u,
];

/** Says whether a heading is beside the story: who wrote it and when, in which office. */
function isBesideStory(line: string): boolean {
  const dated = DATED.exec(line);
  if (dated !== null) {
    const before = line.slice(0, dated.index);
    // Names and a reference alone: "Council cuts rents 4 May 2026" tells something.
    return dated.groups?.clock !== undefined || !/(?<!\p{L})\p{Ll}/u.test(before);
  }
  return BESIDE.some((kind) => kind.test(line));
}

/**
 * A body whose first line is a heading carries its headline itself; below a letter's head, the last
 * heading before the text.
 */
function openingHeading(
  body: string,
  passages: readonly Passage[],
  heads: readonly string[],
  isLabelled: boolean,
): string | null {
  const [first] = heads;
  const told = passages.filter(({ kind }) => kind !== "furniture");
  if (first === undefined || heads.length === told.length) return oneHeading(body, told);
  const own = heads.flatMap((line) =>
    isReleaseLabel(line) || isBesideStory(line) ? [] : (ownHeadline(line) ?? []),
  );
  if (isLabelled && heads.length <= LETTERHEAD_LINES) return lastHeading(own, body);
  const opens = ownHeadline(first);
  if (opens !== null && !isBesideStory(first) && !isPages(first, body)) return opens;
  // Below a page's own lines, the first that tells something.
  return (
    own.find((line) => isStorys(line, body)) ?? (isBesideStory(first) ? (own[0] ?? null) : null)
  );
}

/** A name, a place with its dash, or words of which the story has none. */
function isPages(line: string, body: string): boolean {
  return (
    isLabel(line) || opensAsReport(`${line.trim()} `) || sharedWith(line, without(body, line)) === 0
  );
}

/** Below a letter's head; where another line of the story stands right above it, that is the headline. */
function lastHeading(heads: readonly string[], body: string): string | null {
  const at = heads.findLastIndex((line) => line.split(" ").length >= FEWEST_WORDS);
  const above = heads[at - 1];
  return (above !== undefined && isStorys(above, body) ? above : heads[at]) ?? null;
}

/** The heading of a body that has no other words. */
function oneHeading(body: string, [first]: readonly Passage[]): string | null {
  return first?.kind === "heading" ? ownHeadline(body.slice(first.start, first.end)) : null;
}
