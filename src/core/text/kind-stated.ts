import type { TextKind } from "./kind.ts";
import type { Signed } from "./kind-signed.ts";
import { numbersOf } from "./numbered.ts";

// Opinion: The port | Editorial | The Herald view on the port | Kommentar: …; not "Opinion polls show".
const OPINION_TITLE =
  /^(?:opinions?|comment(?:ary)?|editorial|op-ed|column|viewpoint|our view|my view|leader|leading article|letters?(?: to the editor)?|guest (?:column|essay|view)|perspective|kommentar|leitartikel|meinung|opinión|opinion du jour|tribune|édito(?:rial)?|commento|opinione|opinião|yorum)\s*(?:[:|]|\s[–—-]\s)|[|–—-]\s*(?:opinion|editorial|comment(?:ary)?|column|letters?|op-ed)\s*$/i;
// The Herald view on the port: a city that …; not "The best view on the coast".
const PAPERS_VIEW = /^The (?:\p{Lu}[\p{L}’'-]* ){1,4}[Vv]iew on\b[^:–—]{2,60}[:–—]/u;
const OPINION_SECTION =
  /^(?:opinions?|comment(?:ary)?|comment is free|editorials?|op-?eds?|columns?|columnists?|views?|viewpoints?|letters(?: to the editor)?|leaders?|perspectives?|commentisfree)$/i;
const COLUMNIST =
  /\b(?:columnist|opinion (?:writer|editor|columnist)|editorial board|guest (?:columnist|writer|contributor)|commentator)\b/i;
const OWN_VIEW =
  /\b(?:is an? (?:\p{L}+ ){0,4}columnist|(?:views|opinions) expressed (?:here |in this \p{L}+ )?(?:are|do not|belong)|(?:is|are) (?:solely )?(?:those of the author|the author['’]s own|his own|her own)\b)/iu;
// Film review: Low tide | The ferry's tale – review; not "Film review board quits" or "Judicial review: court hears".
const REVIEW_TITLE =
  /\b(?:film|movie|book|album|theat(?:re|er)|restaurant|game|tv|television|concert|music|opera|dance|art|hotel|car) reviews?\s*(?:$|[:|>]|\s?[–—-]\s)|^reviews?\s*[:|]|(?:[|>]|\s[–—-]|,)\s*(?:(?:film|movie|book|album|theat(?:re|er)|tv|game) )?review\s*$/i;
// The line of a reviewer's mark, and the line that says who gives this view.
const GRADE =
  /^\W*(?:(?:grade|our (?:grade|rating|verdict)|rating|score|verdict)\s*:\s*(?:[A-F][+-]?\W*$|\d|★)|[★☆½ ]{3,}|(?:[0-5]|\d\.\d) (?:out of (?:5|five|10|ten)|stars?)\W*$)/i;
const VIEWER =
  /^(?:opinion (?:writer|columnist|contributor|editor|(?:article|piece|column) by)\b|contributing (?:opinion )?(?:writer|columnist)\b|the (?:writer|author) (?:is|was|has been|teaches|works|heads|leads)\b)/i;
// "Dear Abby: My husband", the letter of a column; "Dear colleagues," opens a statement.
const ADVICE_LETTER = /^dear \p{L}+(?: \p{L}+)?:\s/iu;
const RECIPE = /^(?:ingredients|method|serves \d+|makes \d+|preparation time)\b/i;
// Ann Field MP - Federal Member for Tarn; not "Ann Field MP, the member for Tarn, said"
const OFFICE_TOP =
  /^\p{Lu}[\p{L}.’' ]{2,40} (?:MP|MLA|MLC|MSP)\s?[-–—|]\s?(?:\p{L}+ )?Member for \p{Lu}/u;
// A wire's or a sender's own sign above the text.
const RELEASE_TOP =
  /\bfor immediate release\b|^\W*(?:press|news|media) (?:release|statement)\b|\/(?:PRNewswire|EINPresswire|CNW|NewMediaWire)\b|\((?:BUSINESS WIRE|GLOBE NEWSWIRE|MARKETWIRE|ACCESSWIRE)\)|\b(?:business wire|globe newswire|accesswire)\s?\)?\s*(?:--|—|–|\/)/i;

// Thursday, 25 September 2008, 4:07 pm Press Release: Tarn Rowers | 3 May 2021 | News release | Tarn Council | 3 May 2021 Posted in Press releases; not "In 2019 his press release: …"
const DATED_RELEASE =
  /^.{0,40}\b(?:19|20)\d\d\b,? Posted in (?:Press|News|Media) (?:[Rr]eleases?|[Ss]tatements?)$|^.{0,40}\b(?:19|20)\d\d\b.{0,30}[\s|•·–—-]\s*(?:Press|News|Media|PRESS|NEWS|MEDIA) (?:[Rr]elease|RELEASE|[Ss]tatement|STATEMENT)\s*(?:$|[:|•·–—-]\s*\p{Lu}[^.!?]{1,80}$)/u;

/** What copy calls its own kind, by IPTC's genres and the words of content systems. */
const GENRES: readonly (readonly [TextKind, RegExp])[] = [
  [
    "opinion",
    /^(?:genre:)?(?:opinion(?:ated)?|commentary|column|editorial|op-?ed|letters?(?: to the editor)?|review|opinionnewsarticle)$/i,
  ],
  ["interview", /^(?:genre:)?(?:interview|q\s?&\s?a|question and answer(?: session)?)$/i],
  ["live", /^(?:genre:)?(?:live ?blog|live|liveblogposting|live coverage)$/i],
  ["results", /^(?:genre:)?(?:results|scoreboard|results listings and statistics)$/i],
  ["round-up", /^(?:genre:)?(?:round-?up|briefs?|summary|digest)$/i],
  ["advice", /^(?:genre:)?(?:advice|how-?to|recipe)$/i],
  ["release", /^(?:genre:)?(?:press|news|media)[\s-]?(?:release|statement|notice)$/i],
  ["transcript", /^(?:genre:)?(?:transcript(?: and verbatim)?|text only|full text)$/i],
];

const FIRST_LINES = 6;
const LAST_LINES = 12;
/** As many kinds of a sender's own lines stand below no report. */
const TELLING_SIGNS = 2;

/** What a copy says of its own kind, by field, label, or a line that only one kind has; `null` where it says nothing. */
export function statedKind(text: Signed): TextKind | null {
  const genre = GENRES.find(([, pattern]) => pattern.test(text.genre ?? ""))?.[0];
  if (genre !== undefined) return genre;
  if (isStatedOpinion(text)) return "opinion";
  if (isStatedRelease(text)) return "release";
  return isStatedAdvice(text) ? "advice" : null;
}

function isStatedOpinion(text: Signed): boolean {
  const { title, section, byline, isSignedInTitle, shape } = text;
  const { lines } = shape;
  const last = lines.slice(-LAST_LINES);
  return (
    isSignedInTitle ||
    [OPINION_TITLE, PAPERS_VIEW, REVIEW_TITLE].some((label) => label.test(title)) ||
    OPINION_SECTION.test(section ?? "") ||
    COLUMNIST.test(byline ?? "") ||
    last.some((line) => OWN_VIEW.test(line)) ||
    [...lines.slice(0, FIRST_LINES), ...last].some((line) => GRADE.test(line) || VIEWER.test(line))
  );
}

function isStatedRelease({ title, shape: { lines }, senderSigns }: Signed): boolean {
  const top = [title, ...lines.slice(0, FIRST_LINES)];
  return (
    top.some((line) => RELEASE_TOP.test(line.slice(0, 400)) || DATED_RELEASE.test(line)) ||
    OFFICE_TOP.test(lines[0] ?? "") ||
    isCountedOn(lines) ||
    senderSigns.length >= TELLING_SIGNS
  );
}

/** Ministries count the paragraphs of what they send from the second on; lists count their items from the first. */
function isCountedOn(lines: readonly string[]): boolean {
  const [first] = numbersOf(lines).keys();
  return first !== undefined && lines[first]?.startsWith("2") === true;
}

function isStatedAdvice({ title, shape: { lines } }: Signed): boolean {
  const parts = lines.filter((line) => line.length < 60 && RECIPE.test(line));
  return ADVICE_LETTER.test(lines[0] ?? "") || ADVICE_LETTER.test(title) || parts.length >= 2;
}
