import type { Brief, Fact } from "#core/brief/brief.ts";
import { sameSpeaker } from "./names.ts";

/** What a square bracket must say in the fact that has these words; `a|b` is either of the two. */
export interface ReferentLabel {
  readonly has: string;
  readonly is: string;
}

const FLAWS: readonly (readonly [flaw: string, pattern: RegExp])[] = [
  ["leans back", /^(?:He|She|They|His|Her|Their)\b/u],
  ["begins small", /^["'“‘(]*(?!\p{Ll}{1,2}\p{Lu})\p{Ll}/u],
  ["has a bullet", /^[-•*–]\s/u],
  ["breaks off", /(?:[,;:–—-]|\b(?:and|or|but|the|of|Mr|Mrs|Dr|Gen|Sgt|Smt|St|No)\.?)$/u],
  ["opens in mid-sentence", /^[,;:.)\]”’]/u],
];

/** Between a sentence and the one it leans on may stand speech, and nothing else that is as long. */
const NEAR = 400;

/** Facts that nobody could print as they are, each with its flaw. */
export function illFormed(brief: Brief): string[] {
  return brief.facts.flatMap(({ text, start }, index) => {
    const before = brief.facts[index - 1];
    const follows = before !== undefined && start > before.end && start - before.end < NEAR;
    const flaws = FLAWS.filter(([, pattern]) => pattern.test(text))
      .map(([flaw]) => flaw)
      .filter((flaw) => flaw !== "leans back" || !follows);
    const opened = text.match(/“/gu)?.length ?? 0;
    const closed = text.match(/”/gu)?.length ?? 0;
    // „So it held“, he said: the mark that opens elsewhere closes here.
    if (opened !== closed && !text.includes("„")) flaws.push("splits a quotation");
    return flaws.map((flaw) => `${flaw}: ${text}`);
  });
}

const BRACKET = /\[(?<words>[^\]]+)\]/u;

/** Facts whose first square bracket names something else than the label does. */
export function wronglyReferred(
  brief: Brief,
  labels: readonly ReferentLabel[],
): { readonly fact: Fact; readonly label: ReferentLabel }[] {
  return labels.flatMap((label) =>
    brief.facts
      .filter(({ text }) => text.includes(label.has) && BRACKET.test(text))
      .filter(({ text }) => !refersTo(BRACKET.exec(text)?.groups?.words ?? "", label.is))
      .map((fact) => ({ fact, label })),
  );
}

function refersTo(words: string, expected: string): boolean {
  return expected
    .split("|")
    .some((name) => sameSpeaker(words, name) || words.toLowerCase().includes(name.toLowerCase()));
}
