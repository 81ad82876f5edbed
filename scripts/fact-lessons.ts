import { readFileSync } from "node:fs";
import { contentKeys, type Story } from "#core/brief/candidate.ts";
import { type Eligible, findEligible } from "#core/brief/facts.ts";
import { readAbove } from "#core/brief/hanging-clue.ts";
import type { Weighing } from "#core/brief/judged.ts";
import { readStory } from "#core/brief/read.ts";
import { readSentence, type SentenceClues } from "#core/brief/sentence-clue.ts";
import { learnt } from "#core/text/chance.ts";
import { findWords } from "#core/text/words.ts";
import { type Course, type Example, learn } from "./logistic.ts";

/** What a reader says of a sentence: "f2<1,3", "o1", "q0!". */
export interface Label {
  /** Tells, judges, quotes, or is none of the story. */
  readonly kind: "f" | "o" | "q" | "x";
  /** From 0, nothing, to 3, the news. */
  readonly worth: number;
  /** The numbers of the sentences without which it can't be understood. */
  readonly needs: readonly number[];
  /** Nothing printed above it helps. */
  readonly lost: boolean;
}

/** An article whose sentences readers have labelled. */
export interface Labelled {
  readonly story: Story;
  readonly known: ReadonlySet<string>;
  /** By where each sentence starts. */
  readonly labels: ReadonlyMap<number, Numbered>;
  /** The numbers of those that a reader would print. */
  readonly best: ReadonlySet<number>;
}

interface Numbered extends Label {
  readonly number: number;
}

const LABEL = /^(?<kind>[foqx])(?<worth>[0-3])?(?:<(?<needs>[\d,]+))?(?<lost>!)?/u;

export function readLabel(text: string): Label {
  const { kind = "x", worth = "0", needs, lost } = LABEL.exec(text)?.groups ?? {};
  return {
    kind: kind as Label["kind"],
    worth: Number(worth),
    needs: needs?.split(",").map(Number) ?? [],
    lost: lost !== undefined,
  };
}

/** Reads lines of `{"title"?, "text", "sentences": [[start, label], …], "best": [number, …]}`; numbers count from 1. */
export function readLabelled(path: string): readonly Labelled[] {
  return readFileSync(path, "utf8").trim().split("\n").map(readLine);
}

function readLine(line: string): Labelled {
  const { title, text, sentences, best } = JSON.parse(line);
  const story = readStory({ title: title ?? null, body: text, dateline: null, language: "en" });
  const labels = new Map<number, Numbered>(
    sentences.map(([start, label]: [number, string], index: number) => [
      start,
      { ...readLabel(label), number: index + 1 },
    ]),
  );
  const known = contentKeys(findWords(story.headline ?? ""));
  return { story, known, labels, best: new Set(best) };
}

/** The questions that are put to sentences, with what each one showed and was. */
export type Lessons = Readonly<Record<keyof Weighing, readonly Example[]>>;

const NOTHING: Weighing = { news: () => 0, view: () => 0, hangs: () => 0 };

/** What there is to learn from one article: of each sentence by itself, and of what it hangs on, by what may be printed. */
export function lessonsOf({ story, known, labels, best }: Labelled): Lessons {
  const rows = findEligible(story, NOTHING).flatMap((entry) => {
    const label = labels.get(entry.at);
    return label === undefined ? [] : [{ entry, label }];
  });
  const news = rows.filter(({ label }) => isNews(label));
  const read = rows.map(({ entry, label }) => ({ ...readSentence(entry.placed), label }));
  const of = (name: keyof SentenceClues, is: (label: Numbered) => boolean) =>
    read.map(({ label, ...clues }) => ({ clues: clues[name], right: is(label) }));
  return {
    news: of("worth", isNews),
    view: of("view", ({ kind }) => kind === "o" || kind === "x"),
    hangs: rows.flatMap((row) => {
      const above = rows.filter(({ label }) => label.number < row.label.number);
      const before = above.filter(({ label }) => label.number === row.label.number - 1);
      const first = news.slice(0, 1).filter(({ label }) => label.number < row.label.number);
      const printed = [
        ...[[], before, first, [...new Set([...first, ...before])]],
        above.filter(({ label }) => best.has(label.number)),
      ];
      return distinct(printed).map((shown) => hanging(row, shown, known));
    }),
  };
}

function isNews({ kind, worth }: Label): boolean {
  return kind === "f" && worth === 3;
}

interface Row {
  readonly entry: Eligible;
  readonly label: Numbered;
}

function hanging(
  { entry, label }: Row,
  shown: readonly Row[],
  known: ReadonlySet<string>,
): Example {
  const numbers = new Set(shown.map((one) => one.label.number));
  const above = shown.map((one) => one.entry);
  return {
    clues: [...entry.leaning, ...readAbove(entry, above, known)],
    right: label.lost || label.needs.some((number) => !numbers.has(number)),
  };
}

function distinct(choices: readonly (readonly Row[])[]): readonly (readonly Row[])[] {
  const keyOf = (rows: readonly Row[]) => rows.map(({ label }) => label.number).join();
  return [...new Map(choices.map((rows) => [keyOf(rows), rows])).values()];
}

const COURSES: Readonly<Record<keyof Weighing, Course>> = {
  news: { rounds: 20, cost: 0.02 },
  view: { rounds: 20, cost: 0.02 },
  hangs: { rounds: 15, cost: 0.03 },
};
const QUESTIONS = ["news", "view", "hangs"] as const;

export type Tables = Readonly<Record<keyof Weighing, Readonly<Record<string, number>>>>;

/** Learns the weights of each question from all articles. */
export function learnFacts(lessons: readonly Lessons[]): Tables {
  const learned = QUESTIONS.map(
    (name) =>
      [
        name,
        learn(
          lessons.flatMap((one) => one[name]),
          COURSES[name],
        ),
      ] as const,
  );
  return Object.fromEntries(learned) as unknown as Tables;
}

export function weighingOf({ news, view, hangs }: Tables): Weighing {
  return { news: learnt(news), view: learnt(view), hangs: learnt(hangs) };
}
