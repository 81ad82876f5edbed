import { chanceOf, learnt, type WeightOf } from "#core/text/chance.ts";
import { HANGS, NEWS, VIEW } from "./fact-weights.ts";
import { type Hanging, readAbove, readLeaning } from "./hanging-clue.ts";
import { type Placed, readSentence } from "./sentence-clue.ts";

/** What copy chiefs would make of a sentence, as far as its clues show it. */
export interface Judged {
  /** How much speaks for its telling the news, in log-odds. */
  readonly news: number;
  /** How likely it is its writer's view, or colour, or no sentence of the story. */
  readonly view: number;
  /** What it shows of hanging on others, in clues. */
  readonly leaning: readonly string[];
}

/** Weights of each question that is put to a sentence. */
export interface Weighing {
  readonly news: WeightOf;
  readonly view: WeightOf;
  readonly hangs: WeightOf;
}

export const LEARNT: Weighing = {
  news: learnt(NEWS),
  view: learnt(VIEW),
  hangs: learnt(HANGS),
};

/** Judges a sentence by itself. */
export function judge(placed: Placed, { news, view }: Weighing = LEARNT): Judged {
  const clues = readSentence(placed);
  return {
    news: sum(clues.worth, news),
    view: chanceOf(clues.view, view),
    leaning: readLeaning(placed),
  };
}

/** How likely a reader finds that a sentence hangs in the air, who has read the headline and these above it. */
export function chanceToHang(
  one: Hanging & Pick<Judged, "leaning">,
  above: readonly Hanging[],
  known: ReadonlySet<string>,
  { hangs }: Weighing = LEARNT,
): number {
  return chanceOf([...one.leaning, ...readAbove(one, above, known)], hangs);
}

function sum(clues: readonly string[], weightOf: WeightOf): number {
  return clues.reduce((total, clue) => total + weightOf(clue), 0);
}
