import type { ArticleId } from "#core/article/article.ts";
import { type Budget, isWithin, type Prices } from "#core/judgement/budget.ts";
import type { ModelQuestion } from "#core/judgement/question.ts";
import type { Clock } from "./port/clock.ts";
import type { Judgements, Judging } from "./port/judgements.ts";
import type { Log } from "./port/log.ts";
import type { Meter } from "./port/meter.ts";
import { type Model, ModelError } from "./port/model.ts";
import type { StoreOf } from "./port/unit-of-work.ts";

/** What it takes to ask a model within a budget, each question once. */
export interface AskParts {
  readonly model: Model;
  readonly store: StoreOf<"judgements">;
  readonly budget: Budget;
  readonly prices: Prices | null;
  /** Aborted once a question has taken too long. */
  readonly patience: () => AbortSignal;
  readonly clock: Clock;
  readonly log: Log;
  readonly meter: Pick<Meter, "judged">;
}

/** A question, and the hash of it and of whom it is put to. */
export interface PutQuestion {
  readonly question: ModelQuestion;
  readonly key: string;
}

/** In milliseconds: what is spent is counted over so long. */
export const BUDGET_SPAN = 24 * 60 * 60 * 1000;

/** What was answered to a question about an article, now or before; `null`: nothing. */
export async function answerTo(
  parts: AskParts,
  { key, question }: PutQuestion,
  id: ArticleId,
  stopping: AbortSignal,
): Promise<string | null> {
  const { store, model, clock, budget, prices } = parts;
  const at = clock.now();
  const asking = { key, model: model.name, article: id, at };
  const asked = await store.judgements.put(asking, at - BUDGET_SPAN, (spent) =>
    isWithin(budget, spent, prices),
  );
  if (asked.kind === "answered") return asked.text;
  if (asked.kind === "over-budget") note(parts, id, "over-budget");
  if (asked.kind !== "ours") return null;
  const came = await ask(parts, question, AbortSignal.any([parts.patience(), stopping]));
  await store.judgements.note(key, came);
  if (came.ok) return came.text;
  parts.log.warn("no second opinion", { trace: id, code: came.code, says: came.says });
  parts.meter.judged("no-answer");
  return null;
}

type Came = Extract<Parameters<Judgements["note"]>[1], { ok: true }> | Failed;
interface Failed {
  readonly ok: false;
  readonly code: ModelError["code"];
  readonly says: string;
}

async function ask(
  { model }: AskParts,
  question: ModelQuestion,
  signal: AbortSignal,
): Promise<Came> {
  try {
    return { ok: true, ...(await model.ask(question, signal)) };
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    return { ok: false, code: error.code, says: error.message };
  }
}

/** Says what became of a second opinion, and where it differed. */
export function note(
  { log, meter }: Pick<AskParts, "log" | "meter">,
  id: ArticleId,
  judging: Judging,
  notes: readonly string[] = [],
): void {
  log.info("second opinion", { trace: id, judging, ...(notes.length > 0 && { notes }) });
  meter.judged(judging);
}
