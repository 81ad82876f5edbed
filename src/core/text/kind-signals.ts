import type { KindEvidence, TextKind } from "./kind.ts";
import type { Shape, Turn } from "./kind-shape.ts";

/** What a sign looks at. */
export interface Signed extends KindEvidence {
  /** Empty where the copy has none. */
  readonly title: string;
  readonly shape: Shape;
}

/** A sign of a kind: `of` says from 0 to 1 how plainly it stands there, `weight` what it counts. */
export interface Signal {
  readonly kind: TextKind;
  readonly weight: number;
  readonly of: (text: Signed) => number;
}

// Opinion: The port | Editorial | The Herald view on the port | Kommentar: …; not "Opinion polls show".
const OPINION_TITLE =
  /^(?:opinions?|comment(?:ary)?|editorial|op-ed|column|viewpoint|our view|my view|leader|leading article|letters?(?: to the editor)?|guest (?:column|essay|view)|perspective|kommentar|leitartikel|meinung|opinión|opinion du jour|tribune|édito(?:rial)?|commento|opinione|opinião|yorum)\s*(?:[:|]|\s[–—-]\s)|[|–—-]\s*(?:opinion|editorial|comment(?:ary)?|column|letters?|op-ed)\s*$/iu;
// The Herald view on the port: a city that …; not "The best view on the coast".
const PAPERS_VIEW = /^The (?:\p{Lu}[\p{L}’'-]* ){1,4}[Vv]iew on\b[^:–—]{2,60}[:–—]/u;
const OPINION_SECTION =
  /^(?:opinions?|comment(?:ary)?|comment is free|editorials?|op-?eds?|columns?|columnists?|views?|viewpoints?|letters(?: to the editor)?|leaders?|perspectives?|commentisfree)$/iu;
const COLUMNIST =
  /\b(?:columnist|opinion (?:writer|editor|columnist)|editorial board|guest (?:columnist|writer|contributor)|commentator)\b/iu;
const OWN_VIEW =
  /\b(?:is an? (?:\p{L}+ ){0,4}columnist|(?:views|opinions) expressed (?:here |in this \p{L}+ )?(?:are|do not|belong)|(?:is|are) (?:solely )?(?:those of the author|the author['’]s own|his own|her own)\b)/iu;
// Film review: Low tide | The ferry's tale – review; not "Film review board quits" or "Judicial review: court hears".
const REVIEW_TITLE =
  /\b(?:film|movie|book|album|theat(?:re|er)|restaurant|game|tv|television|concert|music|opera|dance|art|hotel|car) reviews?\s*(?:$|[:|>]|\s?[–—-]\s)|^reviews?\s*[:|]|(?:[|>]|\s[–—-]|,)\s*(?:(?:film|movie|book|album|theat(?:re|er)|tv|game) )?review\s*$/iu;
// The line of a reviewer's mark, and the line that says who gives this view.
const GRADE =
  /^\W*(?:(?:grade|our (?:grade|rating|verdict)|rating|score|verdict)\s*:\s*(?:[A-F][+-]?\W*$|\d|★)|[★☆½ ]{3,}|(?:[0-5]|\d\.\d) (?:out of (?:5|five|10|ten)|stars?)\W*$)/iu;
const VIEWER =
  /^(?:opinion (?:writer|columnist|contributor|editor)\b|contributing (?:opinion )?(?:writer|columnist)\b|the (?:writer|author) (?:is|was|has been|teaches|works|heads|leads)\b)/iu;
// Ann Field is a professor of law at Tarn. | Moe writes about boats for the Post.
const ABOUT_WRITER =
  /^\p{Lu}[\p{L}.’'-]*(?: (?:\p{Lu}[\p{L}.’'-]*|and|&)){1,5}(?: (?:is|was|are) an? (?:\p{L}+ ){0,3}(?:professor|fellow|lecturer|author|economist|lawyer|strategist|contributor|senior fellow|former (?:\p{L}+ ){0,2}(?:minister|secretary|ambassador|official|adviser|advisor|editor))\b|,? (?:writes|blogs|tweets) (?:about|on|for)\b|, an? .{4,60}, (?:writes|blogs)\b)/u;
const LIVE_TITLE =
  /\b(?:live ?blog|live updates?|as it happened|live coverage|minute[- ]by[- ]minute|live reporting|rolling coverage|liveticker|en direct|en vivo|diretta)\b|^live(?:\s*[:|]|\s[–—-]\s)|[–—|:]\s*live\s*$|\s-\slive\s*$/iu;
const RESULTS_TITLE =
  /\b(?:results?|scoreboard|scores?|glance|fixtures|standings|line ?scores?)\b/iu;
const LIST_TITLE =
  /^(?:the |our |top |here are (?:the )?)*(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)\s+(?:[\p{L}’'-]+ ){0,4}?(?:ways|things|reasons|tips|steps|places|books|films|movies|songs|albums|recipes|ideas|facts|signs|questions|lessons|moments|best|worst|hacks|mistakes|gifts|games|shows|players|people|takeaways|charts|photos|pictures|stories|restaurants|beaches|towns|quotes)\b/iu;
const ROUND_UP_TITLE =
  /\b(?:round-up|news round ?up|(?:sports?|police|court|market|business|morning|evening|weekend|weekly) round ?up|in brief|news briefs?|(?:police|business|sports?|local|world) briefs|week in review|what the papers say|(?:morning|evening|daily|midday) (?:briefing|brief)|top stories)\b/iu;
const ADVICE_TITLE =
  /^(?:how to\b|how (?:you|do i|can i|should i)\b|dear \p{L}+\s?:|ask \p{L}+\s?:)|\btips (?:for|to|on)\b|\bwhat (?:to do|you (?:need to do|should do)) (?:if|when)\b|\b(?:your|a|our|complete|beginner['’]s|step-by-step) guide (?:to|for)\b|\brecipe\b/iu;
// "Dear Abby: My husband", the letter of a column; "Dear colleagues," opens a statement.
const ADVICE_LETTER = /^dear \p{L}+(?: \p{L}+)?:\s/iu;
const RECIPE = /^(?:ingredients|method|serves \d+|makes \d+|preparation time)\b/iu;
const INTERVIEW_TITLE =
  /\b(?:interview|q\s?&\s?a|q and a|in conversation with|\d+ questions (?:with|for))\b/iu;
const TRANSCRIPT_TITLE = /\b(?:transcript|full text|remarks by|remarks as delivered|hansard)\b/iu;
// A wire's or a sender's own sign above the text.
const RELEASE_TOP =
  /\bfor immediate release\b|^\W*(?:press|news|media) (?:release|statement)\b|\/(?:PRNewswire|EINPresswire|CNW|NewMediaWire)\b|\((?:BUSINESS WIRE|GLOBE NEWSWIRE|MARKETWIRE|ACCESSWIRE)\)|\b(?:business wire|globe newswire|accesswire)\s?\)?\s*(?:--|—|–|\/)/iu;
const ABOUT = /^A(?:bout|BOUT) (?:the |The )?\p{Lu}[^.!?]{1,60}$/u;
const CONTACT =
  /^\W*(?:(?:media|press|investor|news) (?:contacts?|enquiries|inquiries|relations)|contacts?(?: information)?\s?:|for (?:media|press|further|more) (?:enquiries|inquiries|information)\b)/iu;
const FORWARD = /\bforward[- ]looking statements?\b/iu;
const SENDER = /^SOURCE:? \p{Lu}/u;
const END = /^\W*(?:#\s?#\s?#|-\s?ends?\s?-|notes? to editors\b)/iu;

const yes = (is: boolean): number => (is ? 1 : 0);
/** From 0 at none to 1 at `full`. */
const upTo = (value: number, full: number): number => Math.min(1, Math.max(0, value / full));
/** Shares of a few sentences say little. */
const isLong = ({ sentences }: Shape): number => upTo(sentences, 10);
const shareOf = (count: number, { lines }: Shape): number => count / Math.max(1, lines.length);
const anyLine = ({ lines }: Shape, pattern: RegExp): boolean =>
  lines.some((line) => pattern.test(line));
const LAST_LINES = 12;

const FIRST_LINES = 6;
const atEnds = ({ lines }: Shape): readonly string[] => [
  ...lines.slice(0, FIRST_LINES),
  ...lines.slice(-LAST_LINES),
];

/** What copy calls its own kind, by IPTC's genres and the words of content systems. */
const GENRES: readonly (readonly [TextKind, RegExp])[] = [
  [
    "opinion",
    /^(?:genre:)?(?:opinion(?:ated)?|commentary|column|editorial|op-?ed|letters?(?: to the editor)?|review|opinionnewsarticle)$/iu,
  ],
  ["interview", /^(?:genre:)?(?:interview|q\s?&\s?a|question and answer(?: session)?)$/iu],
  ["live", /^(?:genre:)?(?:live ?blog|live|liveblogposting|live coverage)$/iu],
  ["results", /^(?:genre:)?(?:results|scoreboard|results listings and statistics)$/iu],
  ["round-up", /^(?:genre:)?(?:round-?up|briefs?|summary|digest)$/iu],
  ["advice", /^(?:genre:)?(?:advice|how-?to|recipe)$/iu],
  ["release", /^(?:genre:)?(?:press|news|media)[\s-]?(?:release|statement|notice)$/iu],
  ["transcript", /^(?:genre:)?(?:transcript(?: and verbatim)?|text only|full text)$/iu],
];

/** The signs with their weights; one of weight 1 tells its kind alone, one of 2 whatever speaks against it. */
export const SIGNALS: readonly Signal[] = [
  ...GENRES.map(
    ([kind, pattern]): Signal => ({
      ...{ kind, weight: 3 },
      of: ({ genre }) => yes(pattern.test(genre ?? "")),
    }),
  ),
  {
    kind: "opinion",
    weight: 2,
    of: ({ title }) => yes(OPINION_TITLE.test(title) || PAPERS_VIEW.test(title)),
  },
  { kind: "opinion", weight: 2, of: ({ section }) => yes(OPINION_SECTION.test(section ?? "")) },
  { kind: "opinion", weight: 2, of: ({ byline }) => yes(COLUMNIST.test(byline ?? "")) },
  {
    kind: "opinion",
    weight: 0.8,
    of: ({ shape }) => yes(shape.lines.slice(-LAST_LINES).some((line) => OWN_VIEW.test(line))),
  },
  { kind: "opinion", weight: 0.6, of: ({ shape }) => upTo(shape.first, 0.25) * isLong(shape) },
  { kind: "opinion", weight: 0.3, of: ({ shape }) => upTo(shape.we, 0.25) * isLong(shape) },
  {
    kind: "opinion",
    weight: 0.7,
    of: ({ shape }) => upTo(shape.verdicts - 0.02, 0.15) * isLong(shape),
  },
  { kind: "opinion", weight: 0.25, of: ({ shape }) => upTo(shape.asked, 3) },
  { kind: "opinion", weight: 2, of: ({ title }) => yes(REVIEW_TITLE.test(title)) },
  {
    kind: "opinion",
    weight: 2,
    of: ({ shape }) => yes(atEnds(shape).some((line) => GRADE.test(line) || VIEWER.test(line))),
  },
  {
    kind: "opinion",
    weight: 0.5,
    of: ({ shape }) =>
      yes(shape.lines.slice(-LAST_LINES / 2).some((line) => ABOUT_WRITER.test(line))),
  },
  { kind: "opinion", weight: 1, of: ({ shape }) => upTo(shape.praise - 0.05, 0.3) * isLong(shape) },
  {
    kind: "opinion",
    weight: 0.3,
    of: ({ shape }) => (1 - upTo(shape.reported, 0.08)) * isLong(shape),
  },
  // How to do a thing is told in a voice of its own, too.
  { kind: "opinion", weight: -0.5, of: ({ title }) => yes(ADVICE_TITLE.test(title)) },
  // Reporting speaks against it: a column says little of what others said.
  { kind: "opinion", weight: -0.9, of: ({ shape }) => upTo(shape.reported, 0.25) },
  { kind: "live", weight: 1, of: ({ title }) => yes(LIVE_TITLE.test(title)) },
  {
    kind: "live",
    weight: 1,
    of: ({ shape }) => yes(shape.stamps >= 3 && shareOf(shape.stamps, shape) >= 0.12),
  },
  {
    kind: "results",
    weight: 1,
    of: ({ shape }) => yes(shape.scores >= 3) * upTo(shareOf(shape.scores, shape), 0.5),
  },
  {
    kind: "results",
    weight: 0.4,
    of: ({ title, shape }) => yes(RESULTS_TITLE.test(title) && shape.scores >= 2),
  },
  { kind: "list", weight: 0.6, of: ({ title }) => yes(LIST_TITLE.test(title)) },
  {
    kind: "list",
    weight: 0.4,
    of: ({ shape }) =>
      upTo(Math.max(shape.items, shape.headings), 3) *
      yes(shareOf(shape.items + shape.headings, shape) >= 0.15),
  },
  {
    kind: "list",
    weight: 0.6,
    of: ({ shape }) =>
      yes(shape.items >= 5 && shape.scores === 0) * upTo(shareOf(shape.items, shape), 0.8),
  },
  { kind: "round-up", weight: 0.7, of: ({ title }) => yes(ROUND_UP_TITLE.test(title)) },
  {
    kind: "round-up",
    weight: 0.3,
    of: ({ shape }) => yes(shape.headings >= 2 || shape.items >= 2 || shape.lines.length >= 3),
  },
  {
    kind: "advice",
    weight: 1,
    of: ({ title, shape }) =>
      yes(ADVICE_LETTER.test(shape.lines[0] ?? "") || ADVICE_LETTER.test(title)),
  },
  {
    kind: "advice",
    weight: 1,
    of: ({ shape }) =>
      yes(shape.lines.filter((line) => line.length < 60 && RECIPE.test(line)).length >= 2),
  },
  { kind: "advice", weight: 0.5, of: ({ title }) => yes(ADVICE_TITLE.test(title)) },
  { kind: "advice", weight: 0.5, of: ({ shape }) => upTo(shape.second, 0.25) },
  { kind: "advice", weight: 0.4, of: ({ shape }) => upTo(shape.orders, 0.2) },
  { kind: "advice", weight: -0.6, of: ({ shape }) => upTo(shape.reported, 0.3) },
  {
    kind: "interview",
    weight: 1,
    of: ({ shape, title }) => yes(isInterview(shape) && !TRANSCRIPT_TITLE.test(title)),
  },
  {
    kind: "interview",
    weight: 0.5,
    of: ({ title, shape }) => yes(INTERVIEW_TITLE.test(title) && shape.questions >= 3),
  },
  {
    kind: "interview",
    weight: 0.5,
    of: ({ shape }) => yes(shape.questions >= 3) * upTo(shareOf(shape.questions, shape), 0.25),
  },
  {
    kind: "interview",
    weight: 0.5,
    of: ({ shape }) => yes(shape.questions >= 3) * upTo(shape.first, 0.25),
  },
  {
    kind: "transcript",
    weight: 0.5,
    of: ({ title, shape }) => yes(TRANSCRIPT_TITLE.test(title) && shape.turns.length >= 2),
  },
  { kind: "transcript", weight: 0.6, of: ({ shape }) => yes(isSpoken(shape)) },
  {
    kind: "transcript",
    weight: 0.5,
    of: ({ shape }) => yes(isSpoken(shape) && !isInterview(shape)),
  },
  {
    kind: "release",
    weight: 1,
    of: ({ title, shape }) =>
      yes([title, ...shape.lines.slice(0, 6)].some((line) => RELEASE_TOP.test(line.slice(0, 400)))),
  },
  { kind: "release", weight: 0.5, of: ({ shape }) => yes(anyLine(shape, ABOUT)) },
  {
    kind: "release",
    weight: 0.5,
    of: ({ shape }) => yes(shape.lines.slice(-LAST_LINES).some((line) => CONTACT.test(line))),
  },
  { kind: "release", weight: 0.4, of: ({ shape }) => yes(anyLine(shape, FORWARD)) },
  { kind: "release", weight: 0.5, of: ({ shape }) => yes(SENDER.test(shape.lines.at(-1) ?? "")) },
  {
    kind: "release",
    weight: 0.3,
    of: ({ shape }) => yes(shape.lines.slice(-LAST_LINES).some((line) => END.test(line))),
  },
];

/** As much of a text that is speech under names is a transcript or an interview. */
const SPOKEN = 0.35;
const FEWEST_TURNS = 3;

function isSpoken(shape: Shape): boolean {
  const speakers = new Set(shape.turns.map(({ label }) => label));
  return (
    shape.turns.length >= FEWEST_TURNS &&
    speakers.size > 1 &&
    // A table of facts ("Age: 40", "Height: 1.90 m") names each only once.
    speakers.size < shape.turns.length &&
    shareOf(shape.turns.length, shape) >= SPOKEN
  );
}

/** One asks and another answers: `Q:` and `A:`, or names of which one only asks. */
function isInterview(shape: Shape): boolean {
  if (!isSpoken(shape)) return false;
  const speakers = Map.groupBy(shape.turns, ({ label }) => label);
  if (speakers.has("QUESTION")) return false;
  if (speakers.has("Q") || speakers.has("Question")) return true;
  return speakers.size === 2 && [...speakers.values()].some(onlyAsks);
}

function onlyAsks(turns: readonly Turn[]): boolean {
  return turns.length > 1 && turns.every(({ asks }) => asks);
}
