import { someWord } from "#core/text/letters.ts";

/** Verbs of news, to tell a sentence from a caption or a label. All in lower case. */

const split = (words: string): readonly string[] => words.trim().split(/\s+/u);

/** Always finite, or nearly so. */
const AUXILIARIES = split(
  "is are was were am has have had will would can could may might must shall should does do did cannot",
);

/** Forms that are no participle, or are more often the verb of a sentence. */
const PASTS = split(`
  said told went came took gave made got saw knew found left felt kept held brought bought thought taught
  caught fought sought led met paid sent spent built lost won ran began became broke chose drew drove fell
  flew forgot froze grew hid hit hurt knelt laid lay let lit meant put quit read rode rose sang sank sat
  set shook shot showed shut slept slid sold spoke split spread sprang stood stole stuck struck swam swept
  swore threw tore understood woke wore wrote cut cost beat bet bid bled blew bred burst cast clung crept
  heard dealt dug fed fled hung leapt learnt outran overcame overtook oversaw proved rang sewed shed shone
  shrank slew spat spun strode strove undertook upheld wept withdrew withheld wound foresaw forbade
`);

/** Their plain forms and those in -s. */
const PLAIN = split(`
  say tell go come take give make get see know find leave feel keep hold bring buy think teach catch fight
  seek lead meet pay send spend build lose win run begin become break choose draw drive fall fly grow hit
  lie put read ride rise sing sit set shake show shut sleep sell speak spread stand steal stick strike
  sweep swear throw understand wear write cut cost beat deal feed flee hang bear mean need want plan face
  hope believe expect aim appear seem remain stay live work carry call claim argue deny add warn allow
  offer open close start stop end continue move turn change help ask use try join play follow report
  include contain cover involve depend reflect represent reveal suggest indicate demand require receive
  reach serve support oppose reject accept agree fear worry insist vow pledge promise urge blame accuse
  criticise criticize praise welcome defend attack hail condemn deserve belong exist last tend love like
  hate prefer refuse decline fail struggle head drop climb jump soar slip slide gain trade stretch span
  sail swim walk produce provide grow own employ operate manage host stage cause create raise lower reduce
  increase boost add bar ban force mark celebrate honour honor visit travel return arrive depart ensure
  account amount come figure loom await vie rank top trail lag owe hail echo recall remember wait weigh
  measure store house feature star air publish broadcast earn charge apply affect threaten target protect
  monitor track test treat die survive suffer kill injure wound rescue search investigate arrest detain
  sentence convict acquit appeal rule approve back block delay postpone cancel resume suspend extend expire
  elect vote nominate appoint resign retire quit replace succeed sign launch unveil announce confirm
  explain describe note acknowledge admit concede consider decide determine discuss debate study examine
  differ vary matter seek mirror underline underscore look talk enter enable rely focus prompt comprise
  fit pose invest award step pass carve hear boast earmark highlight stress link tie connect separate divide unite want
`);

const thirdPerson = (verb: string): string => {
  if (/(?:s|x|z|ch|sh|o)$/u.test(verb)) return `${verb}es`;
  return /[^aeiou]y$/u.test(verb) ? `${verb.slice(0, -1)}ies` : `${verb}s`;
};

const VERBS: ReadonlySet<string> = new Set([
  ...AUXILIARIES,
  ...PASTS,
  ...PLAIN,
  ...PLAIN.map(thirdPerson),
]);
/** End like a past, and are none. */
const NO_PASTS: ReadonlySet<string> = new Set(
  split(
    "hundred red bed seed need speed shed indeed naked sacred wicked feed breed greed weed bred deed",
  ),
);
/** Nouns as often as verbs: "the plans", "the reports" stay what they name. */
const FINITE: ReadonlySet<string> = new Set([
  ...AUXILIARIES,
  ...PASTS.filter(
    (word) =>
      !/^(?:cut|cost|bet|bid|hit|split|spread|read|set|lead|left|lit|shot|shut|put|stole|thought|felt|found|rose|saw)$/u.test(
        word,
      ),
  ),
  ..."said says rose saw found felt argues says tells becomes includes contains shows seems appears remains comes goes gets makes takes gives keeps brings expects believes".split(
    " ",
  ),
]);
// isn't, they'll
const SHORT_VERB = /n't$|'(?:s|re|ve|ll|d|m)$/u;

/**
 * Says whether a text may have the verb that makes it a sentence. In doubt it has: "cost", "plans" are
 * nouns too; what has nothing of the kind is a caption, a label, an exclamation.
 *
 * @param fewest as many as it must have: "What goes on" needs one more
 */
export function mayHaveVerb(text: string, fewest = 1): boolean {
  let found = 0;
  return someWord(text, "’'-", (word, start) => {
    if (mayBeVerb(word, start)) found += 1;
    return found >= fewest;
  });
}

function mayBeVerb(word: string, start: number): boolean {
  // Names hold verbs: the Force, Mark Cross.
  if (start > 2 && /^\p{Lu}\p{Ll}/u.test(word)) return false;
  const small = word.toLowerCase();
  const lower = small.includes("’") ? small.replaceAll("’", "'") : small;
  if (VERBS.has(lower) || (lower.includes("'") && SHORT_VERB.test(lower))) return true;
  // A name with a small ending is none: "Ahmed", "Alfred".
  return word === lower && isPast(lower);
}

/** Says whether a word can hardly be anything but the verb of a sentence: "rose", "closed", "argues". */
export function isFiniteVerb(lower: string): boolean {
  return FINITE.has(lower) || isPast(lower);
}

/** Says whether a word may be a form of a verb at all: "rose", "closing", "plans". */
export function isVerbForm(lower: string): boolean {
  return VERBS.has(lower) || isPast(lower) || (lower.endsWith("ing") && ING.test(lower));
}

const ING = /\p{Ll}{3}ing$/u;

function isPast(lower: string): boolean {
  return lower.endsWith("ed") && /\p{Ll}{2}ed$/u.test(lower) && !NO_PASTS.has(lower);
}
