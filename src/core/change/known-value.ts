import type { Instant } from "#core/article/instant.ts";
import type { Figure } from "#core/text/figure.ts";
import { findFigures } from "#core/text/figures.ts";
import { filedAt } from "./filing.ts";
import { type Reading, textOf } from "./reading.ts";
import type { Told } from "./statement.ts";

/** As much of a text as is looked at for a figure: what stands behind is background. */
const MOST_CHARACTERS = 6_000;

/** What readers know of figures, by whatever words. */
export interface KnownValues {
  /**
   * Says whether readers may know a value by other words than those it is stated in now: "Four people were shot" is
   * four injured. A value that they have seen of another fate or thing is not it.
   */
  readonly has: (told: Told) => boolean;
  /** Says whether copy that came after a figure gives another of what became of people: then nobody can say which one readers know. */
  readonly isOutdated: (told: Told) => boolean;
}

/** Reads every figure of what readers know, wherever it stands and whatever it counts: once, when it is first asked for. */
export function readKnownValues(known: readonly Reading[]): KnownValues {
  let read: readonly KnownFigures[] | undefined;
  const figures = () => {
    read ??= known.map(figuresIn);
    return read;
  };
  return {
    has: (told) => figures().some((one) => isIn(told, one)),
    isOutdated: ({ at, measure, value }) =>
      figures().some(
        (one) =>
          one.at > at &&
          one.figures.some((figure) => figure.fate === measure && figure.value !== value),
      ),
  };
}

interface KnownFigures {
  readonly at: Instant;
  readonly text: string;
  readonly figures: readonly Figure[];
}

function figuresIn({ filing }: Reading): KnownFigures {
  const text = textOf(filing);
  const end = Math.min(text.length, MOST_CHARACTERS);
  const figures = findFigures(text.slice(0, end), { start: 0, end });
  return { at: filedAt(filing.article), text, figures };
}

function isIn({ value, unit, measure, subject }: Told, { text, figures }: KnownFigures): boolean {
  if (subject === "people" && ORDINALS[value]?.test(text) === true) return true;
  return figures.some((one) => {
    if ((one.value !== value && one.upTo !== value) || one.unit !== unit) return false;
    if (one.fate !== null) return one.fate === measure;
    const noun = one.counts?.toLowerCase().split(" ").at(-1) ?? "";
    return subject !== "people" || noun === "" || PEOPLE.test(noun);
  });
}

// "A fourth person has died"
const ORDINALS =
  "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
    .split(" ")
    .map(
      (word) =>
        new RegExp(`\\b${word} (?:person|victim|man|woman|child|boy|girl|body|death)\\b`, "iu"),
    );

const PEOPLE =
  /^(?:people|persons?|victims?|men|women|children|adults|others|teens?|teenagers|students|residents|passengers|patients|boys|girls|employees|workers|officers|soldiers|lakh|crore|million|thousand)$/u;
