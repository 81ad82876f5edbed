import type { Mending, Words } from "#core/article/mending.ts";
import type { Brief } from "#core/brief/brief.ts";
import { type Choices, wordsAt } from "#core/brief/mendable.ts";
import type { Quote } from "#core/speech/quote.ts";

/** What an editor wants of a brief. */
export type MendWish =
  | { readonly kind: "look" }
  /** To choose who said a quote. */
  | { readonly kind: "speakers"; readonly quote: Quote }
  | { readonly kind: "mend"; readonly mending: Mending }
  /** `null`: all of it. */
  | { readonly kind: "undo"; readonly key: string | null }
  /** A sentence: what cannot be read of it. */
  | { readonly kind: "unread"; readonly says: string };

type Options = Readonly<Record<string, string>>;

// Reads: f1, q2 by their numbers; f@120, q@455 by where they begin in the article.
const PART = /^(?<kind>[fq])(?<at>@?)(?<number>\d{1,7})$/u;

/** Reads what `/mend` is to do: one thing at a time, the first that is named. */
export function readMendWish(options: Options, brief: Brief, choices: Choices): MendWish {
  const { strike, speaker, sentence, headline, undo } = options;
  if (undo !== undefined) return readUndo(undo);
  if (strike !== undefined) return readStrike(strike, brief);
  if (speaker !== undefined) return readSpeaker(speaker, options.by, brief, choices);
  if (sentence !== undefined) {
    const at = choices.sentences.find(({ start }) => start === Number(sentence));
    return at === undefined
      ? unread("That sentence cannot be chosen here.")
      : { kind: "mend", mending: { kind: "use", at } };
  }
  if (headline === undefined) return { kind: "look" };
  const text = choices.headlines[Number(headline) - 1];
  return text === undefined
    ? unread("That headline cannot be chosen here.")
    : { kind: "mend", mending: { kind: "headline", text } };
}

function readUndo(typed: string): MendWish {
  const key = typed.trim().toLowerCase();
  if (key === "all") return { kind: "undo", key: null };
  if (key === "headline") return { kind: "undo", key };
  const { kind, number } = PART.exec(key)?.groups ?? {};
  if (kind === undefined || !key.includes("@"))
    return unread(`“${typed}” was not mended: write undo:all or undo:headline.`);
  return { kind: "undo", key: `${kind === "f" ? "fact" : "quote"}@${number}` };
}

function readStrike(typed: string, brief: Brief): MendWish {
  const part = partOf(typed, brief);
  if (part === null) return unread(`The brief has no “${typed}”: write strike:f1 or strike:q2.`);
  const kind = part.kind === "fact" ? "strike-fact" : "strike-quote";
  return { kind: "mend", mending: { kind, at: part.at } };
}

function readSpeaker(
  typed: string,
  by: string | undefined,
  brief: Brief,
  { speakers }: Choices,
): MendWish {
  const part = partOf(typed, brief);
  const quote = brief.quotes.find(({ start }) => start === part?.at.start);
  if (part?.kind !== "quote" || quote === undefined)
    return unread(`The brief has no quote “${typed}”: write speaker:q1.`);
  if (by === undefined) return { kind: "speakers", quote };
  const speaker = by === NOBODY ? null : speakers.find(({ start }) => start === Number(by));
  return speaker === undefined
    ? unread("The article does not name anybody there.")
    : { kind: "mend", mending: { kind: "speaker", at: part.at, speaker } };
}

/** How a menu says that nobody is named. */
export const NOBODY = "none";

interface Part {
  readonly kind: "fact" | "quote";
  readonly at: Words;
}

function partOf(typed: string, { body, facts, quotes }: Brief): Part | null {
  const { kind, at = "", number = "" } = PART.exec(typed.trim().toLowerCase())?.groups ?? {};
  const of = kind === "f" ? facts : quotes;
  const found =
    at === "@" ? of.find(({ start }) => start === Number(number)) : of[Number(number) - 1];
  if (found === undefined) return null;
  return { kind: kind === "f" ? "fact" : "quote", at: wordsAt(body, found) };
}

function unread(says: string): MendWish {
  return { kind: "unread", says };
}
