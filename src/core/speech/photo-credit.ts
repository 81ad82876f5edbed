import type { NameRun } from "#core/text/name.ts";
import type { Token } from "#core/text/token.ts";

// "(ADA VOSS/HARBOUR PRESS)", "(Ada Voss / HBR)"
const IN_BRACKETS = /^[\p{L} .'’-]{2,40}\s?\/\s?[\p{L} .'’-]{2,40}\)/u;
// "Ada Voss/for Tarn Daily News"
const FOR_PAPER = /\p{L}\s?\/\s?(?:for )?(?:the )?$/iu;
const PAPER =
  /^(?:news|times|post|press|images|journal|tribune|herald|gazette|photos?|reuters|afp|ap|getty)$/u;

/**
 * A name as it stands apart from the credit of a photograph; `null` where it is all credit. Who took a
 * picture says nothing, and the paper that he took it for is no part of the name behind it.
 */
export function withoutCredit(
  body: string,
  tokens: readonly Token[],
  run: NameRun,
): NameRun | null {
  const start = tokens[run.first]?.start ?? 0;
  if (body.charAt(start - 1) === "(" && IN_BRACKETS.test(body.slice(start, start + 90)))
    return null;
  if (!FOR_PAPER.test(body.slice(Math.max(0, start - 12), start))) return run;
  let paper = run.last;
  while (paper >= run.first && !PAPER.test(tokens[paper]?.lower ?? "")) paper -= 1;
  if (paper < run.first || paper >= run.last - 1) return paper < run.first ? run : null;
  const first = paper + 1;
  return { ...run, first, name: Math.max(run.name, first), role: Math.max(run.role, first - 1) };
}
