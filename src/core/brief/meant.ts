import {
  FEMALE_NOUNS,
  GROUP_NOUNS,
  MALE_NOUNS,
  ORG_WORDS,
  ROLE_NOUNS,
  TRADE,
} from "#core/text/role-lexicon.ts";
import { isAdverb } from "#core/text/word-class.ts";
import type { Word } from "#core/text/words.ts";
import { isFiniteVerb } from "./verb-lexicon.ts";

/** Are one alone, so that nobody asks which: the sun, the government, the police. */
const ALONE: ReadonlySet<string> = new Set(
  "world earth sun moon sky sea ocean ground air government police army navy military public internet web media press economy market markets weather law planet parliament congress president king queen pope church weekend morning afternoon evening night day week month year decade century season summer winter spring autumn future past present beginning end way time moment road street streets poor rich elderly young homeless unemployed north south east west left right border coast environment climate universe body brain heart home top bottom front back middle centre center majority minority odds truth fact idea opposition coastguard people globe planet hour issue need chance number amount majority lead lot spot table ball goal pitch field front job jobs job-market".split(
    " ",
  ),
);
/** Have a name somewhere: whose, the sentence before says. */
const NAMED: ReadonlySet<string> = new Set(
  "country nation state city town village region area province island".split(" "),
);
/** Whom a sentence without a name calls so, another has told of: "contacts of the patient". */
const SOMEONE: ReadonlySet<string> = new Set(
  "patient victim suspect couple pair duo trio teenager teen child baby infant youngster driver passenger attacker gunman assailant caller defendant plaintiff complainant accused deceased graduate grad sibling twin newlyweds youth pensioner actor singer rapper announcer striker".split(
    " ",
  ),
);
/** "the driver of the lorry": behind these stands which one it is. */
const TELLS_WHICH: ReadonlySet<string> = new Set(
  "of for that who which whose where between against".split(" "),
);
const PLACES: ReadonlySet<string> = new Set(
  "in at on from to near behind with about over into under by outside inside among across along".split(
    " ",
  ),
);
const EPITHET =
  /^ (?:\p{Lu}[\p{L}’'-]* ){1,4}(?:\p{Ll}[\p{L}-]+ )??(?<noun>\p{Ll}{3,})(?=[.,;’']? (?!of\b|for\b|who\b|at\b|in\b|["“]?\p{Lu})|[.;]|$)/u;
/** As many words as stand between "the" and the noun. */
const MOST_WORDS = 4;

/** A thing or person that a sentence takes for known: "the model", "the two-year plan". */
export interface Meant {
  /** The keys of its words, one of which names it; none where no word of it does: "the country". */
  readonly keys: readonly string[];
  /** They themselves, in lower case. */
  readonly forms: readonly string[];
  /** Whether the sentence opens with it, so that it is about it. */
  readonly opens: boolean;
  /** Whether what follows may tell which one it is, or one alone can be meant where none was named: the company. */
  readonly placed: boolean;
  /** Someone without a name: "the patient", "the couple". */
  readonly someone: boolean;
  /** It stands for a name that another sentence has: "the company", "the Tarn Post host". */
  readonly named: boolean;
}

/** Reads what a sentence takes for known: what it calls by "the" and does not tell apart itself. */
export function findMeant(body: string, words: readonly Word[]): readonly Meant[] {
  const meant: Meant[] = [];
  words.forEach((word, index) => {
    if (word.key !== "the") return;
    const phrase = phraseAt(body, words, index);
    const last = phrase.at(-1);
    if (last === undefined) {
      const epithet = epithetAt(body, words, index);
      if (epithet !== undefined) meant.push(epithet);
      return;
    }
    const next = words[index + 1 + phrase.length];
    const gap = body.slice(last.end, next?.start ?? last.end);
    if (next?.capital && /^(?:,? ["'“‘]?|-)$/u.test(gap)) return;
    if (phrase.some((one) => isApart(textOf(body, one)))) return;
    const behind = next !== undefined && gap === " " ? textOf(body, next) : "";
    if (TELLS_WHICH.has(behind)) return;
    const own = words.slice(0, index).map(({ key }) => key);
    if (phrase.some(({ key }) => own.includes(key))) return;
    const keys = phrase.map(({ key }) => key);
    const noun = textOf(body, last);
    if (NAMED.has(noun)) {
      if (index === 0)
        meant.push({
          keys: [],
          forms: [],
          opens: true,
          placed: false,
          someone: false,
          named: true,
        });
      return;
    }
    const isGroup = GROUP_NOUNS.has(noun) || ORG_WORDS.has(noun);
    const forms = phrase.map((one) => textOf(body, one));
    const someone = isSomeone(noun);
    const placed = (isGroup && !someone) || PLACES.has(behind);
    const opens = index === 0;
    const isOwner = /^[’']s? /u.test(gap) && !words.slice(1, index).some(isName);
    const named = (opens || isOwner) && isGroup && !someone;
    meant.push({ keys, forms, opens, placed, someone, named });
  });
  return meant;
}

/** "the Tarn Post host", "the Parc-born singers", "the Orvanian island": nobody's name, though it has one in it. */
function epithetAt(body: string, words: readonly Word[], index: number): Meant | undefined {
  const start = words[index]?.end ?? 0;
  const found = EPITHET.exec(body.slice(start, start + 80))?.groups?.noun;
  if (found === undefined) return undefined;
  const one = found.replace(/(?<!s)s$/u, "");
  const isKind = isSomeone(found) || ROLE_NOUNS.has(one) || TRADE.test(one) || NAMED.has(found);
  if (!isKind) return undefined;
  return { keys: [], forms: [], opens: index === 0, placed: true, someone: false, named: true };
}

function isSomeone(noun: string): boolean {
  const one = noun.replace(/(?<!s)s$/u, "");
  return SOMEONE.has(noun) || SOMEONE.has(one) || MALE_NOUNS.has(noun) || FEMALE_NOUNS.has(noun);
}

/** What may stand between two words of a phrase. */
const GAPS: ReadonlySet<string> = new Set(["-", " ", ` "`, " '", " “", " ‘"]);

/** The small words behind "the", as far as its noun may stand. */
function phraseAt(body: string, words: readonly Word[], index: number): readonly Word[] {
  const phrase: Word[] = [];
  let end = words[index]?.end ?? 0;
  for (const word of words.slice(index + 1, index + 1 + MOST_WORDS)) {
    if (!word.content || word.capital || word.figure) break;
    if (!GAPS.has(body.slice(end, word.start))) break;
    const text = textOf(body, word);
    if (phrase.length > 0 && (isFiniteVerb(text) || isAdverb(text))) break;
    phrase.push(word);
    end = word.end;
  }
  return phrase;
}

/** A name within a sentence may be the one that "the team" stands for. */
function isName({ capital, content }: Word): boolean {
  return capital && content;
}

/** "the largest", "the first": a word of its own says which; "the public" is one alone. */
function isApart(text: string): boolean {
  return (
    ALONE.has(text) ||
    /(?:.{2}est|^first|^last|^only|^next|^latest|^most|^best|^worst|^main|^whole|^entire|^very|^usual|^average|^current|^new|^ongoing|^upcoming)$/u.test(
      text,
    )
  );
}

function textOf(body: string, { start, end }: Word): string {
  return body.slice(start, end).toLowerCase();
}
