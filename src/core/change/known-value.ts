import type { Figure } from "#core/text/figure.ts";
import { findFigures } from "#core/text/figures.ts";
import { filedAt } from "./filing.ts";
import { type Reading, textOf } from "./reading.ts";
import type { Told } from "./statement.ts";

/** As much of a text as is looked at for a figure: what stands behind is background. */
const MOST_CHARACTERS = 6_000;

/** Every figure of what readers know, wherever it stands and whatever it was said to count. */
function figuresOf(known: readonly Reading[]): readonly Figure[] {
  return known.flatMap(({ filing }) => {
    const text = textOf(filing).slice(0, MOST_CHARACTERS);
    return findFigures(text, { start: 0, end: text.length });
  });
}

/**
 * Says whether readers may know a value by other words than those it is stated in now: "Four people were shot" is
 * four injured. A value that they have seen of another fate or thing is not it.
 */
export function isSeen(
  { value, unit, measure, subject }: Told,
  known: readonly Reading[],
): boolean {
  const ordinal = ORDINALS[value];
  if (
    subject === "people" &&
    ordinal !== undefined &&
    known.some((one) => ordinal.test(textOf(one.filing)))
  )
    return true;
  return figuresOf(known).some((one) => {
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

/** Says whether copy that came after a figure gives another of what became of people: then nobody can say which one readers know. */
export function isOutdated({ at, measure, value }: Told, known: readonly Reading[]): boolean {
  const later = known.filter(({ filing }) => filedAt(filing.article) > at);
  return figuresOf(later).some((one) => one.fate === measure && one.value !== value);
}

const PEOPLE =
  /^(?:people|persons?|victims?|men|women|children|adults|others|teens?|teenagers|students|residents|passengers|patients|boys|girls|employees|workers|officers|soldiers|lakh|crore|million|thousand)$/u;
