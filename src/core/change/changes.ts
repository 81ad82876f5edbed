import { isAbout } from "./about.ts";
import { bondOf } from "./bond.ts";
import type { StoryChange } from "./difference.ts";
import type { Filing } from "./filing.ts";
import { newFacts } from "./fresh.ts";
import { figuresOf, movedFigures } from "./moved.ts";
import { newNames, renamed } from "./names.ts";
import { type Reading, readFiling } from "./reading.ts";
import { untoldSentences } from "./sentences.ts";

/**
 * What a newer report says that readers do not know: figures that moved, names that are written otherwise or
 * appeared, facts that are new, in this order, each with the sentences that prove it. In doubt it says
 * nothing: a figure has moved only where measure, subject, scope and owner agree.
 *
 * @param before what readers know of the story: the earlier revision, or the reports that were carried
 * @param after a newer revision, or a later report of the same story
 */
export function changesBetween(before: readonly Filing[], after: Filing): readonly StoryChange[] {
  return changesUnder(bondOf, before, after);
}

/**
 * Says whether a newer report may tell what readers do not know: in doubt it does, and is shown, though no line says what is
 * new in it.
 */
export function mayTellMore(before: readonly Filing[], after: Filing): boolean {
  const loose: typeof bondOf = (known, now) => {
    const bond = bondOf(known, now);
    return { ...bond, isRevision: bond.isRevision || bond.isTied };
  };
  return changesUnder(loose, before, after).length > 0;
}

function changesUnder(
  bondBetween: typeof bondOf,
  before: readonly Filing[],
  after: Filing,
): readonly StoryChange[] {
  if (before.length === 0) return [];
  const known = before.map(readFiling);
  const now = readFiling(after);
  if (!isAbout(now, known)) return [];
  const figures = figuresOf(known, now);
  const moved = movedFigures(known, now, figures);
  const bond = bondBetween(known, now);
  const told = [
    ...moved,
    ...known.flatMap((before) => renamed(before, now)),
    ...(bond.isRevision || bond.isIncident ? newNames(known, now) : []),
    ...(bond.isRevision || bond.isTied ? newFacts(known, now, { ...figures, moved }, bond) : []),
  ];
  return [...told, ...corrected(known, now, told)];
}

/** What an article that corrects itself says now, and no line tells: no sentence of it need be a fact of its brief. */
function corrected(
  known: readonly Reading[],
  now: Reading,
  told: readonly StoryChange[],
): readonly StoryChange[] {
  const { id, announced } = now.filing.article;
  const before = known.find(({ filing }) => filing.article.id === id);
  if (before === undefined || announced?.kind !== "correction") return [];
  return untoldSentences(before, now, told).map(({ line, ...after }) => ({
    ...{ kind: "fact", text: line, before: null, after },
  }));
}

/** `killed: 12 → 15`, `Bo Miller → Bo Millar`; a new name or fact reads as it is. */
export function sayChange(change: StoryChange): string {
  switch (change.kind) {
    case "figure":
      return `${change.label}: ${change.before.text} → ${change.after.text}`;
    case "renamed":
      return `${change.before} → ${change.name}`;
    case "name":
      return change.name;
    case "fact":
      return change.text;
  }
}
