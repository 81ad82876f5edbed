import type { Brief, Draft } from "#core/brief/brief.ts";
import { createWriteBrief } from "#core/brief/write.ts";
import { type Judgement, readJudgement } from "#core/judgement/judgement.ts";
import { settle } from "#core/judgement/settle.ts";
import { benchFor, type Sheet, sheetOf } from "#core/judgement/sheet.ts";

export const writeBrief = createWriteBrief();

export const JUDGE = { model: "tarn-1", answer: "ab12" };

/** An article on the bench, as a model is shown it. */
export interface OnBench {
  readonly article: Draft;
  readonly rules: Brief;
  readonly sheet: Sheet;
  /** The brief by two opinions, for whatever the model answers. */
  readonly by: (answer: unknown) => Brief;
  readonly read: (answer: unknown) => Judgement;
}

export function onBench(article: Draft): OnBench {
  const rules = writeBrief(article);
  const bench = benchFor(rules, article);
  if (bench === null) throw new RangeError("Nobody is asked about this article");
  const sheet = sheetOf(bench);
  const read = (answer: unknown) => readJudgement(answer, sheet);
  return {
    ...{ article, rules, sheet, read },
    by: (answer) => settle({ bench, sheet }, read(answer), JUDGE, writeBrief),
  };
}

/** The number of the sentence that has these words. */
export function numberOf({ sheet }: OnBench, words: string): number {
  const found = sheet.sentences.find(({ text }) => text.includes(words))?.number;
  if (found == null) throw new RangeError(`No sentence with a number has: ${words}`);
  return found;
}

/** What agrees with the rules in everything. */
export function agreeing({ sheet, rules }: OnBench) {
  return {
    kind: rules.kind as string,
    headline: sheet.headlines.indexOf(rules.headline) + 1,
    facts: rules.facts.flatMap(({ start }) => {
      return sheet.sentences.find((one) => one.start === start)?.number ?? [];
    }),
    quotes: sheet.quotes.map(({ speaker }, at) => ({
      quote: at + 1,
      person: sheet.people.findIndex(({ name }) => name === speaker?.name) + 1,
    })),
  };
}

export function draft(title: string | null, body: string, own: Partial<Draft> = {}): Draft {
  return { id: "c3d4", title, body, dateline: null, language: "en", ...own };
}

/** Who speaks is named beside the words (Solen, Vale), or called "she" (Vale). */
export const PORT = draft(
  "Port of Velsk to shut for a week",
  `VELSK, Nov 20 (Tarn Wire) – The port of Velsk will shut for a week from Monday to repair a quay that a storm broke in October.

The work will cost 12 million crowns, the Northern Harbour Authority said. Some 40 ships have been sent to Arvik.

“The quay will not bear another winter,” said Mira Solen, chief engineer of the authority.

Mayor Anna Vale visited the site on Thursday. She was shown the cracks by divers. “We were lucky that nobody was hurt,” she said.

Fishermen will lose about 300,000 crowns a day, their union estimates. The town has promised to pay half of that.

Two cranes that stood on the quay were moved in November.`,
);
