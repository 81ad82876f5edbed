import type { Brief, Draft, WriteBrief } from "#core/brief/brief.ts";
import { readJudgement } from "#core/judgement/judgement.ts";
import { parseAnswer } from "#core/judgement/parse-answer.ts";
import { type ModelQuestion, questionOf } from "#core/judgement/question.ts";
import { settle } from "#core/judgement/settle.ts";
import { benchFor, sheetOf } from "#core/judgement/sheet.ts";

/** By what a second opinion becomes a brief. */
export interface OpinionParts {
  /** As the config calls the model. */
  readonly name: string;
  /** SHA-256, in hex. */
  readonly hash: (text: string) => string;
  /** The rules' own writer. */
  readonly write: WriteBrief;
}

/** What a model is to be asked about a brief. */
export interface OpenQuestion {
  readonly question: ModelQuestion;
  /** Of the question and of whom it is put to. */
  readonly key: string;
  /** The brief by two opinions; `null` where the answer is none. */
  readonly settle: (answer: string) => Brief | null;
}

/** What a model is to be asked about the brief of an article; `null` where nothing is. */
export function questionAbout(
  brief: Brief,
  article: Draft,
  { name, hash, write }: OpinionParts,
): OpenQuestion | null {
  const bench = benchFor(brief, article);
  if (bench === null) return null;
  const sheet = sheetOf(bench);
  const question = questionOf(sheet, bench.written);
  return {
    question,
    key: hash(JSON.stringify([name, question])),
    settle: (text) => {
      const answer = parseAnswer(text);
      if (answer === null) return null;
      const judge = { model: name, answer: hash(text) };
      return settle({ bench, sheet }, readJudgement(answer, sheet), judge, write);
    },
  };
}
