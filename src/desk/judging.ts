import type { ArticleId } from "#core/article/article.ts";
import type { Readers } from "#core/article/audience.ts";
import type { Brief, Draft } from "#core/brief/brief.ts";
import type { Filed } from "#core/digest/edition.ts";
import { type AskParts, answerTo, note } from "./ask-model.ts";
import { judgePairs, seenOutside } from "./judging-pairs.ts";
import type { StoreOf } from "./port/unit-of-work.ts";
import { repeatedIn } from "./repeated.ts";
import { type OpinionParts, questionAbout } from "./second-opinion.ts";

/** Asks a language model for a second opinion of what comes in. Nobody waits for it: a brief that is due goes out by the rules. */
export interface JudgingDesk {
  /**
   * Has it asked about an article that was just filed, if it may be and there is room.
   * @param isBacklog it was there when the bot started: only by setting is it asked about
   */
  want(filed: Filed, isBacklog: boolean): void;
  /** Has it asked about the pairs of such an article of which grouping is not sure, now that it is in its story. */
  placed(article: ArticleId): void;
  /** Gives up what is asked at this moment, and asks nothing more. */
  stop(): Promise<void>;
}

export interface JudgingParts extends AskParts, Omit<OpinionParts, "name"> {
  readonly store: StoreOf<"archive" | "judgements" | "storyMembers">;
  readonly internalSections: Readers["internalSections"];
  readonly asksBacklog: boolean;
  readonly pause: () => Promise<void>;
  /** A brief, or where reports belong, is another one now. */
  readonly changed: () => void;
  readonly onTrouble: (error: unknown) => void;
}

/** Questions at a time: a model on the machine beside answers one after another. */
const LANES = 2;
/** More would be asked when all is posted. */
const MOST_WAITING = 50;
/** Articles of which it is remembered that they are news: more than come in between two looks for their stories. */
const MOST_FRESH = 500;

/** A brief, or the pairs of an article with others. */
type Wanted = Pick<Filed["article"], "id" | "revision">;
type Waiting = Wanted | { readonly pairsOf: ArticleId };

export function createJudgingDesk(parts: JudgingParts): JudgingDesk {
  const waiting: Waiting[] = [];
  const fresh = new Set<ArticleId>();
  const stopping = new AbortController();
  const lanes = new Set<Promise<void>>();
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      try {
        if ("pairsOf" in next) await judgePairs(parts, next.pairsOf, stopping.signal);
        else await judge(parts, next, stopping.signal);
      } catch (error) {
        const trace = "pairsOf" in next ? next.pairsOf : next.id;
        parts.log.error("second opinion failed", { trace, error });
        parts.onTrouble(error);
      }
    }
  };
  const add = (next: Waiting) => {
    waiting.push(next);
    if (lanes.size >= LANES) return;
    const lane = work().finally(() => lanes.delete(lane));
    lanes.add(lane);
  };
  return {
    want({ article: { id, revision } }, isBacklog) {
      if (stopping.signal.aborted || (isBacklog && !parts.asksBacklog)) return;
      if (!isBacklog && waiting.length >= MOST_WAITING) return note(parts, id, "crowded");
      const [oldest] = fresh;
      if (fresh.size >= MOST_FRESH && oldest !== undefined) fresh.delete(oldest);
      fresh.add(id);
      add({ id, revision });
    },
    placed(id) {
      // What was there at the start is placed, too, and copy that nobody would be asked about.
      if (!fresh.delete(id) || stopping.signal.aborted) return;
      if (waiting.length < MOST_WAITING) add({ pairsOf: id });
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
  note(parts, article.id, isHeeded ? "heeded" : "too-late", judged.judged?.notes);
  if (isHeeded) parts.changed();
}

/** The article, if anybody may be asked about its brief: no editor has mended it, and it is what it was. */
async function askable(parts: JudgingParts, { id, revision }: Wanted): Promise<Filed | null> {
  const filed = await seenOutside(parts, id);
  if (filed === null) return null;
  const { article, brief } = filed;
  const isOpen = article.mendings === undefined && brief.judged === undefined;
  return isOpen && article.revision === revision ? filed : null;
}

/** As much of a hash as tells answers apart. */
const SHOWN_OF_HASH = 12;

function sayJudged({ judged }: Brief): string {
  if (judged === undefined) return "By the rules";
  const { model, answer, notes } = judged;
  const said = notes.length === 0 ? "It agrees with the rules." : notes.join(" ");
  return `By the rules and ${model} (answer ${answer.slice(0, SHOWN_OF_HASH)}). ${said}`;
}
