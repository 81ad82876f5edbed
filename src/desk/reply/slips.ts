import type { Filed } from "#core/digest/edition.ts";
import { foldedWords } from "#core/digest/fold.ts";
import type { Question } from "#core/reply/front-desk.ts";
import { mayBeSlip } from "#core/reply/slip.ts";
import { asWritten, type Slip } from "#core/reply/slip-answer.ts";
import {
  ANYTHING,
  type Slice,
  type Sought,
  type SoughtOrder,
  type WordField,
} from "#core/reply/sought.ts";
import type { ReplyParts } from "./parts.ts";

/** What was meant by a question, and what that finds. */
export interface Meant {
  readonly sought: Sought;
  readonly slips: readonly Slip[];
  /** At least one. */
  readonly found: readonly Filed[];
}

/** How what is sought is looked for. */
export interface LookedFor {
  readonly sought: Sought;
  readonly order: SoughtOrder;
  readonly slice: Slice;
}

/** Longer questions are no names with a slip in them. */
const MOST_WORDS = 8;
/** Words that may be meant by one, of which that counts which finds something with the others. */
const MOST_GUESSES = 3;
const MOST_TRIED = 8;

/**
 * What may be meant by a question that finds nothing: each word that stands nowhere is taken for one that does, a slip or
 * two away, if together they find what may be shown here and now. What stands in quotation marks, or is asked for with
 * `exact`, is meant as it was typed.
 * @returns `null` where nothing of the kind is found
 */
export async function whatWasMeant(
  parts: ReplyParts,
  question: Question,
  { sought, order, slice }: LookedFor,
): Promise<Meant | null> {
  if (question.options.exact === "yes") return null;
  const now = parts.clock.now();
  const typed = typedWords(sought);
  if (typed.length > MOST_WORDS) return null;
  const guesses: (readonly Guessed[])[] = [];
  for (const { word, field } of typed) {
    // Somebody of whom nothing is quoted, and much is told, is nobody else.
    if (field !== "words" && (await parts.archive.count(inText(word), now, 1)) > 0) continue;
    const meant = await parts.archive.meant(word, field, now, MOST_GUESSES);
    if (meant.length > 0) guesses.push(meant.map((own) => ({ typed: word, field, meant: own })));
  }
  if (guesses.length === 0) return null;
  for (const chosen of combined(guesses).slice(0, MOST_TRIED)) {
    const mended = chosen.reduce(withGuess, sought);
    const found = await parts.archive.find(mended, order, now, slice);
    const [first] = found;
    if (first === undefined) continue;
    const slips = chosen.map((own) => ({ typed: own.typed, meant: asWritten(own.meant, first) }));
    return { sought: mended, slips, found };
  }
  return null;
}

function inText(word: string): Sought {
  return { ...ANYTHING, words: [word], exact: [word] };
}

interface Guessed {
  readonly typed: string;
  readonly field: WordField;
  readonly meant: string;
}

/** A word of what is typed, without the marks around it. */
export const WORD = /[\p{L}\p{M}]+/gu;

/** The words of a question that may be slips, and where each is looked for. */
function typedWords(sought: Sought): readonly { word: string; field: WordField }[] {
  const { words, exact, from, speaker, place } = sought;
  const texts: readonly (readonly [WordField, string | null])[] = [
    ...words.filter((text) => !exact.includes(text)).map((text) => ["words", text] as const),
    ...([
      ["from", from],
      ["speaker", speaker],
      ["place", place],
    ] as const),
  ];
  return texts.flatMap(([field, text]) =>
    ((text ?? "").match(WORD) ?? [])
      .filter((word) => mayBeSlip(foldedWords(word).join(" ")))
      .map((word) => ({ word, field })),
  );
}

/** One guess for each, the likeliest of all first. */
function combined(all: readonly (readonly Guessed[])[]): readonly (readonly Guessed[])[] {
  return all.reduce<readonly (readonly Guessed[])[]>(
    (chosen, guesses) => chosen.flatMap((own) => guesses.map((guess) => [...own, guess])),
    [[]],
  );
}

function withGuess(sought: Sought, { typed, field, meant }: Guessed): Sought {
  const mended = (text: string) => text.replace(WORD, (word) => (word === typed ? meant : word));
  if (field !== "words") return { ...sought, [field]: mended(sought[field] ?? "") };
  return { ...sought, words: sought.words.map(mended) };
}
