import { FACTS } from "#core/brief/facts.ts";
import type { TextKind } from "#core/text/kind.ts";
import { isKind } from "./kinds.ts";
import type { Sheet } from "./sheet.ts";

/** What a model says of an article, as far as it can be understood: numbers of a sheet. */
export interface Judgement {
  /** `null`, here and below: it says nothing of it that could be heeded. */
  readonly kind: TextKind | null;
  readonly headline: number | null;
  /** The most important first, each once; five at most. */
  readonly facts: readonly number[] | null;
  /** By the number of a quotation whose it is; 0: nobody's that is settled. */
  readonly speakers: ReadonlyMap<number, number>;
  /** What of it was no answer, as sentences for the desk: what a model sends never stands in them. */
  readonly refused: readonly string[];
}

/** Reads whatever a model has sent: what is no number of the sheet is refused, each thing by itself. */
export function readJudgement(answer: unknown, sheet: Sheet): Judgement {
  if (!isRecord(answer)) return NONSENSE;
  const refused: string[] = [];
  const kind = isKind(answer.kind) ? answer.kind : null;
  if (kind === null) refused.push("It names no kind of text that there is.");
  const headline = isNumberOf(answer.headline, sheet.headlines.length) ? answer.headline : null;
  if (headline === null) refused.push("It names no headline that there is.");
  return {
    ...{ kind, headline },
    facts: readFacts(answer.facts, sheet, refused),
    speakers: readSpeakers(answer.quotes, sheet, refused),
    refused,
  };
}

const NONSENSE: Judgement = {
  ...{ kind: null, headline: null, facts: null, speakers: new Map() },
  refused: ["It is no answer to what was asked."],
};

function readFacts(
  said: unknown,
  { sentences }: Sheet,
  refused: string[],
): readonly number[] | null {
  const most = sentences.filter(({ number }) => number !== null).length;
  if (most === 0) return null;
  if (!Array.isArray(said) || said.length === 0) {
    refused.push("It chooses no key facts.");
    return null;
  }
  const numbers = said.slice(0, MOST_READ).filter((one) => isNumberOf(one, most));
  const known = [...new Set(numbers)];
  if (numbers.length < said.length) refused.push("It chooses sentences that there are not.");
  if (known.length > FACTS) refused.push(`It chooses more than ${FACTS} key facts.`);
  return known.length === 0 ? null : known.slice(0, FACTS);
}

function readSpeakers(
  said: unknown,
  { quotes, people }: Sheet,
  refused: string[],
): ReadonlyMap<number, number> {
  const speakers = new Map<number, number>();
  const twice = new Set<number>();
  const all: readonly unknown[] = Array.isArray(said) ? said.slice(0, MOST_READ) : [];
  let wrong = 0;
  for (const one of all) {
    const { quote, person } = isRecord(one) ? one : NO_PAIR;
    const isPerson = person === 0 || isNumberOf(person, people.length);
    if (!isNumberOf(quote, quotes.length) || !isPerson) {
      wrong += 1;
      continue;
    }
    // Who is said to be two people is nobody.
    if (speakers.has(quote) && speakers.get(quote) !== person) twice.add(quote);
    speakers.set(quote, person);
  }
  for (const quote of twice) speakers.set(quote, 0);
  if (wrong > 0) refused.push("It names quotations or people that there are not.");
  return speakers;
}

/** Nobody answers more about one article. */
const MOST_READ = 200;
const NO_PAIR = { quote: undefined, person: undefined };

function isNumberOf(said: unknown, most: number): said is number {
  return Number.isInteger(said) && Number(said) >= 1 && Number(said) <= most;
}

export function isRecord(said: unknown): said is Readonly<Record<string, unknown>> {
  return typeof said === "object" && said !== null && !Array.isArray(said);
}
