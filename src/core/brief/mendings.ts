import type { Mending, Named } from "#core/article/mending.ts";
import type { Brief } from "./brief.ts";

/** Tells mendings apart: two of one key are about the same thing, and the later one counts. */
export function keyOf(mending: Mending): string {
  switch (mending.kind) {
    case "headline":
      return "headline";
    case "strike-fact":
    case "use":
      return `fact@${mending.at.start}`;
    case "strike-quote":
    case "speaker":
      return `quote@${mending.at.start}`;
  }
}

/** What is mended when this is mended as well; what only brings back what was written is no mending. */
export function withMending(
  list: readonly Mending[],
  mending: Mending,
  written: Brief,
): readonly Mending[] {
  const key = keyOf(mending);
  const others = list.filter((one) => keyOf(one) !== key);
  return isAsWritten(mending, written) ? others : [...others, mending];
}

/** The same without what was mended about one thing. */
export function withoutMending(list: readonly Mending[], key: string): readonly Mending[] {
  return list.filter((one) => keyOf(one) !== key);
}

function isAsWritten(mending: Mending, { headline, facts, quotes }: Brief): boolean {
  switch (mending.kind) {
    case "headline":
      return mending.text === headline;
    case "use":
      return facts.some(({ start }) => start === mending.at.start);
    // A sentence that was chosen, and no longer is.
    case "strike-fact":
      return facts.every(({ start }) => start !== mending.at.start);
    case "strike-quote":
      return quotes.every(({ start }) => start !== mending.at.start);
    case "speaker": {
      const quote = quotes.find(({ start }) => start === mending.at.start);
      return quote !== undefined && isSamePerson(quote.speaker, mending.speaker);
    }
  }
}

function isSamePerson(one: Named | null, other: Named | null): boolean {
  return one?.start === other?.start && one?.end === other?.end && one?.name === other?.name;
}

/** What one list has and the other has not. */
export function beyond(list: readonly Mending[], other: readonly Mending[]): readonly Mending[] {
  return list.filter((one) => !other.some((known) => isSame(one, known)));
}

function isSame(one: Mending, other: Mending): boolean {
  if (keyOf(one) !== keyOf(other) || one.kind !== other.kind) return false;
  if (one.kind === "headline") return other.kind === "headline" && one.text === other.text;
  return (
    one.kind !== "speaker" || (other.kind === "speaker" && isSamePerson(one.speaker, other.speaker))
  );
}
