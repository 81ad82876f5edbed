// npm run eval                                    the gold sets: figures, then the worst cases
// npm run eval -- --json                          the same for programs
// npm run eval -- --worst 200 --only court-fraud  more of them; of the articles that match
// npm run eval -- --set FILE.jsonl                an outside set of quotes or summaries
// npm run eval -- --model                         any of these by two opinions, with the model of the config
// npm run eval -- --model --answers gold|random   the same with one that answers by the labels, or anything
// npm run eval -- --set news=FILE.jsonl           the same under a name
//   --kind quotes|summaries   what the set is, where its first line doesn't show it
//   --types direct,mixed      the labelled quotations that count (direct)
//   --into docs/quality.md    writes the figures into the document
//   --facts 3                 how many facts make the summary
// npm run eval -- stories [SET.jsonl…]            which reports belong together: our own pairs, outside sets
//   --part train|held|all     which half of the events counts (held)
// npm run eval -- speech FILE.jsonl               who says what, by the places of mentions: run-speech.ts
import { parseArgs } from "node:util";
import { createWriteBrief } from "#core/brief/write.ts";
import { readCorpus, readKnownMisses } from "#tests/corpus/corpus.ts";
import type { Fault } from "./check.ts";
import { draftOf, readGold } from "./gold.ts";
import { type Shown, writeInto } from "./into.ts";
import { figureRows, measureFigures, readGoldFigures } from "./measure-figures.ts";
import { measureGold } from "./measure-gold.ts";
import type { Rouge } from "./metric/rouge.ts";
import { spanFigures } from "./metric/spans.ts";
import { wordsOf } from "./metric/words.ts";
import {
  brokenIn,
  measureQuoted,
  measureSummarised,
  type OutsideSet,
  type QuotedArticle,
  readDraft,
  readOutside,
  type SummarisedArticle,
} from "./outside.ts";
import { brokenPromises } from "./promises.ts";
import {
  count,
  faultCounts,
  faultsByGravity,
  goldFigures,
  percent,
  spanRows,
  tableOf,
  worstCases,
} from "./report.ts";
import { evaluateSpeech } from "./run-speech.ts";
import { isSecond, type Known, type Second, secondOpinions } from "./second.ts";
import { evaluateStories } from "./stories/figures.ts";
import { readGoldEvents } from "./stories/gold.ts";
import { evaluateGrouping } from "./stories/run-stories.ts";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    part: { type: "string", default: "held" },
    held: { type: "string" },
    set: { type: "string", multiple: true, default: [] },
    kind: { type: "string" },
    types: { type: "string", default: "direct" },
    facts: { type: "string", default: "3" },
    worst: { type: "string", default: "15" },
    only: { type: "string", default: "" },
    into: { type: "string" },
    json: { type: "boolean", default: false },
    model: { type: "boolean", default: false },
    answers: { type: "string", default: "config" },
  },
});
let writeBrief = createWriteBrief();

/** A set with what its briefs are worth. */
interface Result extends Shown {
  readonly faults: readonly Fault[];
}

function evaluateGold(): Result {
  const articles = readGold().filter(({ name }) => name.includes(options.only));
  const scores = articles.map((article) => measureGold(article, writeBrief));
  const words = articles.reduce((sum, { body }) => sum + wordsOf(body).length, 0);
  // The second pass is timed: the first one compiles.
  const startedAt = performance.now();
  for (const { name, title, body } of articles) writeBrief(draftOf(name, title, body));
  const spent = performance.now() - startedAt;
  const broken = articles.flatMap(({ name, title, body }) =>
    brokenPromises(draftOf(name, title, body), writeBrief),
  );
  const promises = count("promises broken", broken.length);
  const labelled = readGoldFigures();
  const read = articles.flatMap(({ name, body }) => {
    const labels = labelled.get(name);
    return labels === undefined ? [] : [measureFigures(body, labels)];
  });
  const figures = [
    ...goldFigures(scores, (1000 * spent) / words),
    ...figureRows(read),
    count(
      "figures labelled",
      read.reduce((sum, score) => sum + score.labelled, 0),
    ),
    promises,
  ];
  return { set: "gold set", figures, faults: faultsByGravity(scores) };
}

function evaluateQuoted(articles: readonly QuotedArticle[]): Result {
  const types = options.types.split(",");
  const scores = articles.map((article) => measureQuoted(article, writeBrief, types));
  const spans = spanFigures(scores.map((score) => score.spans));
  const counts = [count("articles", scores.length), count("quotations in them", spans.labelled)];
  const figures = [...counts, ...spanRows(spans)];
  return { set: `${types.join(" and ")} quotations`, figures, faults: faultsByGravity(scores) };
}

function evaluateSummarised(articles: readonly SummarisedArticle[]): Result {
  const most = Number(options.facts);
  const scores = articles.map((article) => measureSummarised(article, writeBrief, most));
  const mean = (key: keyof Rouge) =>
    scores.reduce((sum, score) => sum + score[key], 0) / scores.length;
  const figures = [
    count("articles", scores.length),
    ...[percent("ROUGE-1", mean("one")), percent("ROUGE-2", mean("two"))],
    percent("ROUGE-Lsum", mean("lsum")),
  ];
  return { set: `first ${most} facts`, figures, faults: [] };
}

function evaluateOutside(set: OutsideSet): Result {
  const result =
    set.kind === "quotes" ? evaluateQuoted(set.articles) : evaluateSummarised(set.articles);
  const broken = brokenIn(set, writeBrief);
  for (const what of broken.slice(0, Number(options.worst))) process.stderr.write(`${what}\n`);
  return { ...result, figures: [...result.figures, count("promises broken", broken.length)] };
}

/** The table, or one line of JSON for programs. */
function shown({ set, figures, faults }: Result): string {
  if (options.json) return JSON.stringify({ set, figures, faults });
  return `\n${set}\n\n${tableOf(figures)}\n\n${worstCases(faults, Number(options.worst))}`;
}

/** `NAME=FILE`, or a file alone. */
const NAMED = /^(?<name>\w[\w ,-]*)=(?<file>.+)$/u;

function fileOf(argument: string): string {
  return NAMED.exec(argument)?.groups?.file ?? argument;
}

function evaluateFile(argument: string, kind: OutsideSet["kind"] | undefined): Result {
  const name = NAMED.exec(argument)?.groups?.name;
  const result = evaluateOutside(readOutside(fileOf(argument), kind));
  return name === undefined ? result : { ...result, set: `${name}: ${result.set}` };
}

function writeGold(file: string, result: Result): void {
  writeInto(file, "gold figures", [result]);
  const faults = faultCounts(result.faults);
  writeInto(file, "gold faults", [{ set: "in the gold set", figures: faults }]);
  const causes = Map.groupBy(readKnownMisses().values(), (cause) => cause);
  const missed = [...causes].map(([cause, of]) => count(cause, of.length));
  writeInto(file, "causes", [{ set: `of ${readCorpus().length} cases`, figures: missed }]);
}

/** Reports on fictional events; those that nobody has tuned the rules to once more on their own. */
function evaluateEvents(): readonly Result[] {
  const events = readGoldEvents();
  const heldBack = events.filter((event) => event.heldBack);
  const results = [evaluateStories("stories", events), evaluateStories("held back", heldBack)];
  for (const fault of results[0]?.faults ?? []) process.stderr.write(`${fault}\n`);
  return results.map(({ set, figures }) => ({ set, figures, faults: [] }));
}

function evaluate(kind: OutsideSet["kind"] | undefined): void {
  const { set: files, into } = options;
  const gold = files.length === 0 ? evaluateGold() : null;
  const stories = gold === null ? [] : evaluateEvents();
  const results =
    gold === null ? files.map((file) => evaluateFile(file, kind)) : [gold, ...stories];
  for (const result of results) process.stdout.write(`${shown(result)}\n`);
  if (into === undefined) return;
  if (gold === null) writeInto(into, "outside figures", results);
  else {
    writeGold(into, gold);
    writeInto(into, "story figures", stories);
  }
}

/** Of reports nobody has a model of their own asked here: thousands of pairs would be put to it. */
function secondOf({ model, answers }: typeof options): { readonly second?: "gold" | "random" } {
  return model && (answers === "gold" || answers === "random") ? { second: answers } : {};
}

/** Has all that is asked for briefed by two opinions. */
async function askFirst(second: Second, kind: OutsideSet["kind"] | undefined): Promise<void> {
  const known =
    options.set.length === 0 ? knownOfGold() : options.set.flatMap((file) => knownOf(file, kind));
  const opinions = await secondOpinions(known, second, writeBrief);
  const { asked, unanswered, nonsense, tokens } = opinions;
  process.stderr.write(
    `${second}: asked about ${asked} articles, ${unanswered} without an answer, ${nonsense} whose answer was none, ${tokens} tokens\n`,
  );
  writeBrief = opinions.write;
}

function knownOfGold(): readonly Known[] {
  return readGold().map(({ name, title, body, facts, quotes }) => {
    return { draft: draftOf(name, title, body), facts, quotes };
  });
}

function knownOf(argument: string, kind: OutsideSet["kind"] | undefined): readonly Known[] {
  const set = readOutside(fileOf(argument), kind);
  if (set.kind === "summaries") {
    return set.articles.map((article) => {
      return { draft: readDraft(article), facts: [], summary: article.reference.join(" ") };
    });
  }
  return set.articles.map((article) => ({
    ...{ draft: readDraft(article), facts: [] },
    quotes: article.quotes.map(({ start, end, speaker, speakerResolved, speakerAliases = [] }) => {
      const names = [speakerResolved ?? speaker, ...speakerAliases].filter((name) => name != null);
      return { text: article.text.slice(start, end), who: names.length === 0 ? null : names };
    }),
  }));
}

const { kind, part, held } = options;
const [verb, file] = positionals;
const isPart = part === "train" || part === "held" || part === "all";
if (verb === "speech" && file !== undefined) {
  process.stdout.write(evaluateSpeech(file, { part, held, worst: Number(options.worst) }));
} else if (verb === "stories" && isPart) {
  const worst = Number(options.worst);
  process.stdout.write(
    evaluateGrouping(positionals.slice(1), { part, worst, ...secondOf(options) }),
  );
} else if (verb !== undefined) {
  process.stderr.write("usage: npm run eval -- speech FILE.jsonl | stories [SET.jsonl…]\n");
  process.exitCode = 2;
} else if (kind !== undefined && kind !== "quotes" && kind !== "summaries") {
  process.stderr.write("--kind is quotes or summaries\n");
  process.exitCode = 2;
} else if (!isSecond(options.answers)) {
  process.stderr.write("--answers is config, gold or random\n");
  process.exitCode = 2;
} else {
  if (options.model) await askFirst(options.answers, kind);
  evaluate(kind);
}
