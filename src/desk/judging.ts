import type { ArticleId } from "#core/article/article.ts";
import type { Readers } from "#core/article/audience.ts";
import type { Brief, Draft } from "#core/brief/brief.ts";
import type { Filed } from "#core/digest/edition.ts";
import { type Budget, isWithin, type Prices } from "#core/judgement/budget.ts";
import type { ModelQuestion } from "#core/judgement/question.ts";
import type { Clock } from "./port/clock.ts";
import type { Judgements, Judging } from "./port/judgements.ts";
import type { Log } from "./port/log.ts";
import type { Meter } from "./port/meter.ts";
import { type Model, ModelError } from "./port/model.ts";
import type { StoreOf } from "./port/unit-of-work.ts";
import { repeatedIn } from "./repeated.ts";
import { type OpenQuestion, type OpinionParts, questionAbout } from "./second-opinion.ts";

/** Asks a language model for a second opinion of what comes in. Nobody waits for it: a brief that is due goes out by the rules. */
export interface JudgingDesk {
  /**
   * Has it asked about an article that was just filed, if it may be and there is room.
   * @param isBacklog it was there when the bot started: only by setting is it asked about
   */
  want(filed: Filed, isBacklog: boolean): void;
  /** Gives up what is asked at this moment, and asks nothing more. */
  stop(): Promise<void>;
}

export interface JudgingParts extends Omit<OpinionParts, "name"> {
  readonly model: Model;
  readonly store: StoreOf<"archive" | "judgements">;
  readonly internalSections: Readers["internalSections"];
  readonly budget: Budget;
  readonly prices: Prices | null;
  readonly asksBacklog: boolean;
  /** Aborted once a question has taken too long. */
  readonly patience: () => AbortSignal;
  readonly clock: Clock;
  readonly log: Log;
  readonly meter: Pick<Meter, "judged">;
  readonly pause: () => Promise<void>;
  /** A brief is another one now. */
  readonly changed: () => void;
  readonly onTrouble: (error: unknown) => void;
}

/** Questions at a time: a model on the machine beside answers one after another. */
const LANES = 2;
/** More would be asked when all is posted. */
const MOST_WAITING = 50;
/** In milliseconds: what is spent is counted over so long. */
export const BUDGET_SPAN = 24 * 60 * 60 * 1000;

type Wanted = Pick<Filed["article"], "id" | "revision">;

export function createJudgingDesk(parts: JudgingParts): JudgingDesk {
  const waiting: Wanted[] = [];
  const stopping = new AbortController();
  const lanes = new Set<Promise<void>>();
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { id } = next;
      try {
        await judge(parts, next, stopping.signal);
      } catch (error) {
        parts.log.error("second opinion failed", { trace: id, error });
        parts.onTrouble(error);
      }
    }
  };
  return {
    want({ article: { id, revision } }, isBacklog) {
      if (stopping.signal.aborted || (isBacklog && !parts.asksBacklog)) return;
      if (!isBacklog && waiting.length >= MOST_WAITING) return note(parts, id, "crowded");
      waiting.push({ id, revision });
      if (lanes.size >= LANES) return;
      const lane = work().finally(() => lanes.delete(lane));
      lanes.add(lane);
    },
    async stop() {
      stopping.abort();
      waiting.length = 0;
      await Promise.all(lanes);
    },
  };
}

async function judge(parts: JudgingParts, wanted: Wanted, stopping: AbortSignal): Promise<void> {
  const { store, clock, pause } = parts;
  const filed = await askable(parts, wanted);
  if (filed === null) return;
  const { article, brief } = filed;
  const repeated = await repeatedIn(store, [article]);
  const draft: Draft = repeated.length === 0 ? article : { ...article, repeated };
  await pause();
  const open = questionAbout(brief, draft, { ...parts, name: parts.model.name });
  if (open === null) return;
  const text = await answerTo(parts, open, article.id, stopping);
  if (text === null) return;
  await pause();
  const judged = open.settle(text);
  if (judged === null) return note(parts, article.id, "nonsense");
  const isHeeded = await store.transaction(async ({ archive, ledger }) => {
    if (!(await archive.improve(wanted, judged))) return false;
    const { path, contentHash } = article;
    const rule = sayJudged(judged);
    const at = clock.now();
    await ledger.record({ path, contentHash, stage: "briefed", rule, at, articleId: article.id });
    return true;
  });
  note(parts, article.id, isHeeded ? "heeded" : "too-late");
  if (isHeeded) parts.changed();
}

/**
 * The article, if anybody may be asked about it: by the one rule for what the outside world may see, so that nothing that is held,
 * internal or restricted leaves the house; and where no editor has mended it.
 */
async function askable(parts: JudgingParts, { id, revision }: Wanted): Promise<Filed | null> {
  const { store, clock, internalSections } = parts;
  const outside: Readers = { audience: "public", internalSections };
  const filed = await store.archive.forReaders(outside).get(id, clock.now());
  if (filed === null) return null;
  const { article, brief } = filed;
  const isOpen = article.mendings === undefined && brief.judged === undefined;
  return isOpen && article.revision === revision ? filed : null;
}

/** What was answered to a question, now or before; `null`: nothing. */
async function answerTo(
  parts: JudgingParts,
  { key, question }: OpenQuestion,
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
  { model }: JudgingParts,
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

function note({ log, meter }: JudgingParts, id: ArticleId, judging: Judging): void {
  log.info("second opinion", { trace: id, judging });
  meter.judged(judging);
}

/** As much of a hash as tells answers apart. */
const SHOWN_OF_HASH = 12;

function sayJudged({ judged }: Brief): string {
  if (judged === undefined) return "By the rules";
  const { model, answer, notes } = judged;
  const said = notes.length === 0 ? "It agrees with the rules." : notes.join(" ");
  return `By the rules and ${model} (answer ${answer.slice(0, SHOWN_OF_HASH)}). ${said}`;
}
