import { isSiteLine, pointsAtPage } from "./site-line.ts";
import { DAYS_AND_MONTHS } from "./word-class.ts";

// Lines that open so are the page's, not the story's: "Read more: …", "Scroll down for video".
const OPENS =
  /^[\s>»▶►•*|(–—-]*(?:read (?:more|also|next|the full|here|our)\b|also read\b|see also\b|see more\b|watch\b[^.]{0,12}[:|]|watch (?:the|this|more|live|below)\b|listen\b[^.]{0,12}:|click here\b|click (?:to|the)\b|tap (?:here|to)\b|scroll (?:down|up)\b|swipe\b|sign up\b|subscribe\b|log in\b|already a subscriber|follow (?:us|@|our|the latest|more)\b|follow \S+ on (?:twitter|x|facebook|instagram)\b|share (?:this|on|via)\b|share:|like us\b|join (?:our|us on|the conversation)\b|download (?:the|our)\b|get (?:our|the latest|breaking|more)\b[^.]{0,60}\b(?:inbox|newsletter|app|alerts?)\b|more (?:on this|from|stories|news|in)\b[^.]{0,40}[:|]?$|related\b[^.]{0,20}(?:[:|]|$)|related (?:stories|articles|news|posts) ["“‘']|recommended\b[^.]{0,20}(?:[:|]|$)|most (?:read|popular|viewed)\b|you (?:may|might) (?:also )?(?:like|be interested)|don'?t miss\b|in case you missed|view (?:comments|gallery|more)|comments?(?: \(?\d+\)?)?$|leave a comment|post a comment|print this|e-?mail this|copy link|back to top|skip to\b|continue reading|story continues|article continues|this (?:article|story|report|piece) (?:was|is|has been|originally|first|appeared)\b|a version of this|sorry,? we are (?:not|no longer)|advertise(?:ment|ments)?\b[^.]{0,20}$|sponsored\b[^.]{0,30}$|promoted\b[^.]{0,20}$|paid (?:post|content|for)\b|tags?:|topics?:|filed under|keywords?:|categor(?:y|ies):|cookies?(?: (?:policy|settings|notice|preferences))?\s*(?:[:|]|$)|we use cookies|terms (?:of|and)\b|privacy policy|all rights reserved|copyright\b|©|\(c\) ?\d{4}|our standards|with (?:inputs?|agency inputs?|reporting|additional reporting|files)\s+(?:from|by)\b|\(?with (?:inputs?|files) from|source:|sources?:\s|via:|photos?(?:graphs?)?\s*(?:[:|]|by\b|credit)|image\s*(?:[:|]|credit|source|by\b)|picture\s*(?:[:|]|credit|by\b)|pictured?\s*[:(]|pictured\b|file (?:photo|image|picture)|\(?l-r\)?[\s:,]|\(?(?:clockwise )?from (?:top |bottom |back |front )?(?:left|right)(?: to right)?[):,]|caption\b\s*:|credit\s*:|video\s*[:|]|graphic\s*[:|]|(?:first )?published\s*(?::|on\b|at\b|$)|(?:last )?updated\s*(?::|on\b|at\b|\d|$)|posted\s*(?::|on\b|at\b|$)|created\s*:|modified\s*:|(?:media |press )?contacts?\s*(?::|$)|(?:media|press) (?:contacts?|enquiries|inquiries)\b|for (?:more|further|additional) (?:information|details|news|on this|about)\b|for (?:media|press) (?:enquiries|inquiries)|contact us\b|(?:tel|phone|telephone|fax|mobile|e-?mail|website|web)\s*[:.]|notes? to (?:the )?editors?|editor'?s? ?notes?\b|editors' note|about the author|the writer is\b|the author is\b|(?:the )?(?:views?|opinions?|statements|content|comments|beliefs|viewpoints|thoughts)(?:,? (?:and|or|&) (?:views?|opinions?|statements|content|comments|beliefs|viewpoints|thoughts))* (?:expressed|presented|stated|contained|published|reflected|shared|represented) (?:here(?:in)?|above|within|are|do(?:es)?|(?:in|on|by) (?:this|these|our|(?:the )?(?:authors?|writers?|contributors?|columnists?|articles?|columns?|op-?eds?)))\b|(?:n\.?b\.?:)|disclaimer\b|correction:|a post shared by\b|page \d{1,3} of \d{1,3}\b|be (?:the )?first to (?:comment|contribute)\b|\d+ (?:shares?|comments?|min(?:ute)?s? read|photos)\b|(?:min|minute) read)/i;
// Anywhere in a sentence.
const HOLDS =
  /contributed to (?:this|the) (?:report|story|article)|(?:reported|wrote) this (?:story|report|article)\b|all rights reserved|may not be (?:published|reproduced|republished|redistributed)|\((?:pictured|file photo|left|right|above|below|centre|center|inset|middle)\b[^)]{0,40}\)|\bsubscribe (?:now|today|here)\b|\bsign up now\b|\bget (?:unlimited |full )?access to (?:the|our|all)\b.{0,40}\b(?:e-?paper|edition|stories|articles|content)\b|\w-*\.(?:jpe?g|png|gif|webp)\b|\bpictured (?:here|above|below|left|right|with|in|on|at)\b|(?:getty images|shutterstock|istock|epa-efe|afp photo|ap photo|reuters photo|ht photo|pti photo|ani photo|file photo)\b|,\s(?:seen|shown) (?:here|above|below|in this)\b|sign up (?:for|to) our|subscribe to our|follow us on|follow @\w+|click here|pic\.twitter\.com|^the post .{3,200} (?:first )?appeared (?:first )?on\b|, photographed (?:here|in|at|on|with|by)\b/i;
// "Ann Roe in Tarn contributed to this", "Roe reported from Tarn, and Lee wrote"; and what each of these holds.
const BY_SEVERAL =
  /(?:from|in) \p{L}[\p{L} ]{1,100} contributed to|\b(?:reported|wrote)(?: and (?:reported|wrote))?(?: this (?:story|report|article))? (?:from|in) \p{L}[\p{L} ,.]{2,60},? and (?:\p{L}[\p{L} .]{2,40} (?:reported|wrote)\b|\p{L}[\p{L}.]+ \p{L}[\p{L} .]{2,40} (?:from|in) \p{L}[\p{L} ]{2,30}\.?$)/iu;
const OF_SEVERAL = /contributed to|reported|wrote/i;
// By . | By Anna Kovac | BY ANNA KOVAC and Tom Lee, Health Correspondent
const BYLINE =
  /^(?:[Bb]y|BY|From|FROM)(?:\s*$|\s+\.\s|:?\s+\p{Lu}[\p{L}.'’-]*(?:\s+(?:\p{Lu}[\p{L}.'’-]*|for|and|in|of|de|la|al|van|der|bin|&|,))*(?:,[^.]{0,60})?\s*$)/u;
// Politics Post By : 8th May 2024 | News Posted on: 11/05/2024
const POST_LINE = /^(?:\p{Lu}\p{L}* ){0,3}(?:Post|POST)(?:ed|ED)? (?:by|By|BY|on|On|ON) ?: ?\S/u;
const CLOCK_LINE =
  /^(?:\d{1,2}:\d{2}\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+\d|\d{1,2}(?:st|nd|rd|th)?\s+\p{L}+,?\s+\d{4}\b|\p{L}+\s+\d{1,2},\s+\d{4}\b)[^.]{0,40}$/iu;
// SHARES: ACME 12.30 +0.4% | (NYSE: ACME) | TSX: ABC | ###, -30-, ENDS
const TICKER =
  /^\W*(?:\(?(?:NYSE|NASDAQ|Nasdaq|LSE|BSE|NSE|TSX|ASX|PSX|OTC)\s*:\s*\p{Lu}+|\p{Lu}{2,6}\s+[\d.,]+\s*[▲▼+-])/u;
const END_MARK = /^\W*(?:ends?|-\s?30\s?-|###|more|\(end\)|\(more\)|eom|xxx)\W*$/i;
const ADDRESS =
  /^(?:https?:\/\/|www\.)\S+$|^\S+@\S+\.\S+$|^[+()\d][\d ()+-]{6,}$|^#\S+(?:\s+#\S+)*$|^@\S+$/i;
const LETTER = /[\p{L}\p{N}]/u;
// Marks an end of the story, after which only the sender's own matter follows.
const TAIL =
  /^\W*(?:notes? to (?:the )?editors?|(?:media|press) contacts?|for (?:media|press) (?:enquiries|inquiries)|ends|###|-\s?30\s?-|contacts?:)\W*/i;

// "…, police say Share Pin It More Galleries ADVERTISEMENT Ida Moe was": a headline that ran on through buttons. Those that open a line are cut off.
const BUTTONS =
  /\bADVERTISEMENT\b|(?<=(?<!\p{L})\p{Ll}+ )(?:Share|Tweet|Pin It|Print|Email|E-mail) (?:Share|Tweet|Pin It|Print|Email|E-mail|Facebook|Twitter|WhatsApp|LinkedIn|Reddit)\b/u;
// "Аdvеrtіѕе wіth": letters of two alphabets in one word hide it from those who look for advertisements.
const MIXED =
  /\p{Script=Latin}[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}]\p{Script=Latin}/gu;
const FEWEST_MIXED = 3;

function isDisguised(text: string): boolean {
  return Array.from(text.matchAll(MIXED)).length >= FEWEST_MIXED;
}

/** Says whether a sentence, or a line without a stop, is the page's furniture and no part of the story. */
export function isFurniture(text: string): boolean {
  return (
    opensFurniture(text) ||
    HOLDS.test(text) ||
    BUTTONS.test(text) ||
    isDisguised(text) ||
    pointsAtPage(text) ||
    (OF_SEVERAL.test(text) && BY_SEVERAL.test(text))
  );
}

/** Says whether a line is furniture by how it opens, whatever stands in it. */
export function opensFurniture(text: string): boolean {
  const line = withoutStop(text.trim());
  if (!LETTER.test(line)) return true;
  const short = line.length < 200;
  return (
    OPENS.test(line) ||
    isSiteLine(line) ||
    TICKER.test(line) ||
    isUpdate(line) ||
    (short && [BYLINE, POST_LINE, CLOCK_LINE, ADDRESS, END_MARK].some((kind) => kind.test(line)))
  );
}

// UPDATE @ 3:20 p.m. | UPDATED 6/20/16 at 12 p.m.: | ***LATEST UPDATE***: with the hour of it, and nothing that it tells
const UPDATE = /^\W*(?:[\d:.]+ ?[ap]\.?m\.? )?(?:latest |breaking )?updated?(?!\p{L})/iu;
const OF_HOUR = /^(?:at|on|@|[\W\d]*(?:[ap]\.?m)?[\W\d]*|[e-p][sd]t\W*)$/iu;
const LONGEST_UPDATE = 60;

function isUpdate(line: string): boolean {
  const found = line.length <= LONGEST_UPDATE ? UPDATE.exec(line) : null;
  if (found === null) return false;
  const rest = line.slice(found[0].length).split(/\s+/u);
  return rest.every(
    (word) => OF_HOUR.test(word) || DAYS_AND_MONTHS.has(word.toLowerCase().replace(/\W/gu, "")),
  );
}

// Related Stories 'ROUGH SEA' Who is …, of several headlines in a row; "Related stories were told" is none.
const LINKS =
  /^(?:Related|RELATED) (?:Stories|STORIES|Articles|ARTICLES|Coverage|COVERAGE|Content|CONTENT|Posts|POSTS|Links|LINKS|Videos|VIDEOS) ["“‘'\p{Lu}]/u;
const LONGEST_LINKS = 1200;

/** Says whether a line of whatever length is the headlines of other stories. */
export function headsLinks(line: string): boolean {
  return line.length <= LONGEST_LINKS && LINKS.test(line);
}

function withoutStop(line: string): string {
  return line.endsWith(".") ? line.slice(0, -1).trimEnd() : line;
}

// What only the sender of a release puts below it.
const RELEASE =
  /\/PRNewswire\b|\bBUSINESS WIRE\b|\bGLOBE NEWSWIRE\b|\bACCESSWIRE\b|\bfor immediate release\b|\bforward[- ]looking statements?\b|^\W*#\s?#\s?#|^\W*(?:media|press|investor) (?:contacts?|relations|enquiries|inquiries)\b/im;
const SENDER = /^SOURCE:? \p{Lu}/mu;
const ABOUT =
  /^(?:A(?:bout|BOUT) (?:the |The )?\p{Lu}[^.!?]{1,60}|(?:[Ff]orward|FORWARD)[- ](?:[Ll]ooking|LOOKING) (?:[Ss]tatements?|STATEMENTS?).{0,40}|Safe [Hh]arbou?r.{0,40})$/u;

/** Says whether a text is a release, by what its sender puts below it: then "About Loma Labs" ends the story. */
export function isFromSender(body: string): boolean {
  return RELEASE.test(body) || SENDER.test(body);
}

/** Says whether a line heads what a sender says of itself: "About Loma Labs". */
export function headsSender(line: string): boolean {
  return line.length < 80 && ABOUT.test(line);
}

/** Says whether only the sender's own matter follows this line: contacts, notes to editors. */
export function endsStory(line: string): boolean {
  return line.length < 60 && TAIL.test(line);
}
