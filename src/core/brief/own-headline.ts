import { releaseLabelLength } from "#core/text/release-label.ts";
import { withoutLabel, withoutTornEnd } from "./headline-label.ts";
import { withoutPublisher } from "./publisher.ts";

/** What the copy says beside its headline, which tells what of it is the site's. */
export interface HeadlineCopy {
  readonly source: string | null;
  readonly body: string;
}

const NOWHERE: HeadlineCopy = { source: null, body: "" };
/** As long as a headline may be; a longer one is a text, of which nothing is taken off. */
const LONGEST = 600;

// Names that HTML and wires have for characters: &amp; &#8217; <endash> [quot]
const NAMES: Readonly<Record<string, string>> = {
  ...{ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " ", hellip: "…", shy: "" },
  ...{ ndash: "–", mdash: "—", endash: "–", emdash: "—", lsquo: "‘", rsquo: "’", ldquo: "“" },
  ...{ rdquo: "”", pound: "£", euro: "€", cent: "¢", eacute: "é", rsaquo: "›", bull: "•" },
};
const REFERENCE = /&(?:#(?<code>\d{2,6})|#x(?<hex>[\da-f]{2,5})|(?<name>[a-z]{2,8}));/gi;
const WIRE_NAME =
  /[<[](?<name>endash|emdash|ndash|mdash|quot|lsquo|rsquo|ldquo|rdquo|hellip|nbsp|shy)[>\]]/gi;
const TAG =
  /<\/?(?:a|b|big|br|center|div|em|font|h[1-6]|i|p|small|span|strong|sub|sup|u)\b[^<>]{0,200}>/gi;
const SHORTCODE =
  /\[\/?(?:caption|gallery|embed|video|audio|youtube|vc_\w+|et_pb_\w+|shortcode|sc|dropcap|highlight)\b[^\]]{0,200}\]|\{\{[^{}]{0,200}\}\}|\{%[^%]{0,200}%\}/gi;
// Harbour closes (17 comments) | Harbour closes [PHOTOS] | Harbour closes (+video) | Harbour closes (updated)
const EXTRAS =
  /\s*[([](?:\d+ comments?|(?:with |\+ ?|and )*(?:photos?|pictures?|pics|pix|videos?|watch|graphics?|gallery|audio|updated?|opens in (?:a )?new (?:window|tab))(?:(?:[,/&+ ]| and )+(?:photos?|videos?|pix|graphics?|gallery|audio))*)[)\]]\s*$/i;
// BC-KVO--Final Week Glance, AM-Harbour,466: the slug line of a wire.
const SLUG_LINE = /^(?:am|pm|bc|ap|eu)s?-{1,2}\S/i;

const NOTHING =
  /^(?:nan|null|undefined|none|n\/?a|true|false|untitled(?: document)?|no (?:title|headline)|title|headline|document ?\d*|home(?: ?page)?|index|test|article|news|page not found|404|loading|advertisement|read more|\[object object\])\W*$/i;
const MONTH = "(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\\.?";
const DATE = new RegExp(
  `^\\W*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? ?)?(?:\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}|\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH},?(?: \\d{4})?|${MONTH} \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?)(?:,? \\d{1,2}[:.]\\d{2}.{0,12})?\\W*$`,
  "iu",
);
// mill-close-vote-2026, MILL_CLOSE_2, story.docx, http://…: names of files and slugs, no headline.
const SLUG =
  /^(?:[a-z\d]+(?:[-_/][a-z\d]+){2,}|\p{Lu}[\p{Lu}\d]*(?:_[\p{Lu}\d]+)+|\S+\.(?:docx?|odt|rtf|pdf|txt|html?|xml|indd)|https?:\/\/\S+|www\.\S+)$/u;
const CAPTION =
  /^\W*(?:\(?L-R\)?\b|\(?from left\)?[,:]|(?:file )?(?:photo|image|picture)(?:graph)?s?\s*(?:[:|(]|by\b|credit|courtesy)|caption\s*:|credit\s*:|pictured\s*[:(])/i;
// The Tarn Times > Films > Film Review: the way to a page.
const WAY = /^[^>]{2,40}(?: > [^>]{2,40}){2,}$/u;
// THE HON ANN FIELD MP SHADOW MINISTER FOR PORTS | Ann Field MP - Member for Tarn: the head of a letter.
const LETTERHEAD =
  /^(?:the )?(?:rt\.? )?hon\.? .{2,60}\b(?:MP|MLA|MHA|MEP|Senator)\b|^(?:Senator )?[\p{L}.’' -]{4,50}\b(?:MP|MLA|MHA|MEP)\b(?:\s*[-–—|,]\s*|\s+)(?:(?:Federal|State|Shadow|FEDERAL|STATE|SHADOW) )?(?:Member|Minister|MEMBER|MINISTER) (?:for|of|FOR|OF)\b/iu;
const BYLINE =
  /^(?:[Bb]y|BY):? \p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){1,3}(?:, [\p{L} ]{3,40})?\W*$/u;
// Politics Post By | News Posted on: 8 May: a page's line, whose date may have been read already.
const POST_LINE =
  /^(?:\p{Lu}\p{L}* ){0,3}(?:Post|POST)(?:ed|ED)? (?:by|By|BY|on|On|ON) ?(?:$|: ?\S)/u;

// Ida Moe | Contributing Writer | 5 days ago
const AGED = /\|.*\b(?:\d+|an?) (?:minute|hour|day|week|month|year)s? ago$/iu;
// × Harbour closes: a button, which a bullet or a quotation mark is not.
const BUTTON = /^(?:[×✕✖▶►]\s*)+(?=\S)/u;

/**
 * Says what the copy itself is headed: without the site's name, a wire's carets and codes, markup and
 * counts of comments. `null` where its title says nothing: "NaN", a date, a slug, a caption.
 */
export function ownHeadline(title: string | null, copy: HeadlineCopy = NOWHERE): string | null {
  const raw = title?.replace(/\s+/gu, " ").trim() ?? "";
  const clean = raw.length > LONGEST ? raw : withoutSite(cleanHeadline(raw), copy);
  return isHeadline(clean) ? clean : null;
}

function withoutSite(headline: string, { source, body }: HeadlineCopy): string {
  const bare = withoutPublisher(headline, source, body);
  return withoutTornEnd(withoutLabel(bare, body), body);
}

function cleanHeadline(raw: string): string {
  const text = withoutCarets(named(named(raw)))
    .replace(SHORTCODE, " ")
    .replace(TAG, " ")
    .replace(/\s+/gu, " ")
    .replace(BUTTON, "")
    .replace(EXTRAS, "")
    .trim();
  return text.slice(text === "" ? 0 : releaseLabelLength(text)).trim() || text;
}

/** Twice, since feeds escape what is escaped: `&amp;#8217;`. */
function named(text: string): string {
  if (!/[&<[]/u.test(text)) return text;
  return text
    .replace(REFERENCE, (found, _code, _hex, _name, _at, _all, { code, hex, name }) => {
      const number = code === undefined ? Number.parseInt(hex ?? "0", 16) : Number(code);
      if (name !== undefined) return NAMES[String(name).toLowerCase()] ?? found;
      return number > 31 && number < 0x10_ff_ff ? String.fromCodePoint(number) : found;
    })
    .replace(WIRE_NAME, (found, name) => NAMES[String(name).toLowerCase()] ?? found);
}

/** ANPA opens a line with `^` and closes it with `<` or `=`; the first that is no slug is the headline. */
function withoutCarets(text: string): string {
  if (!text.includes("^") && !/[<=]$/u.test(text)) return text;
  const lines = text.split("^").map((line) => line.replace(/[\s<=]+$/u, "").trim());
  const kept = lines.filter((line) => line !== "" && !SLUG_LINE.test(line));
  return kept[0] ?? lines.find((line) => line !== "") ?? "";
}

function isHeadline(text: string): boolean {
  if (!/[\p{L}\p{N}]/u.test(text)) return false;
  return ![NOTHING, DATE, SLUG, CAPTION, BYLINE, POST_LINE, WAY, LETTERHEAD, AGED].some((kind) =>
    kind.test(text),
  );
}
