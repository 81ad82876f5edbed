import type { Article, ArticleId } from "#core/article/article.ts";
import { nextState } from "#core/article/copy-version.ts";
import { heldReason, isKilled } from "#core/article/held.ts";
import type { Mending } from "#core/article/mending.ts";
import type { Brief } from "#core/brief/brief.ts";
import { createMender, writtenOf } from "#core/brief/mend.ts";
import type { Choices } from "#core/brief/mendable.ts";
import { sayMending } from "#core/brief/mending-words.ts";
import { beyond } from "#core/brief/mendings.ts";
import type { Filed } from "#core/digest/edition.ts";
import type { Asker } from "#core/reply/front-desk.ts";
import type { Archive } from "#desk/port/archive.ts";
import type { Clock } from "#desk/port/clock.ts";
import type { LedgerEntry } from "#desk/port/ledger.ts";
import type { Tx, UnitOfWork } from "#desk/port/unit-of-work.ts";

/** An article whose brief may be mended, and by what. */
export interface OnTheBench {
  readonly filed: Filed;
  /** The brief as it was written by the rules. */
  readonly written: Brief;
  readonly choices: Choices;
}

/** What became of an order to mend. */
export type MendOutcome =
  /** `did`: what is mended now and was not, and what was and is not any more. */
  | { readonly kind: "mended"; readonly filed: Filed; readonly did: readonly string[] }
  | { readonly kind: "unchanged"; readonly filed: Filed }
  | { readonly kind: "refused"; readonly faults: readonly string[] }
  /** Somebody else has changed it since it was looked at. */
  | { readonly kind: "stale"; readonly filed: Filed }
  | { readonly kind: "killed"; readonly filed: Filed }
  | { readonly kind: "gone" };

/** Who asks for a brief to be mended, and how. */
export interface MendOrder {
  readonly id: ArticleId;
  readonly by: Pick<Asker, "id" | "name">;
  /** The one that was looked at; `null`: whichever is the latest. */
  readonly revision: number | null;
  /** All that is to be mended, by what is mended already and by what was written. */
  readonly list: (before: readonly Mending[], written: Brief) => readonly Mending[];
}

/** Port of the page and of the command: mends briefs by hand, for editors alone. */
export interface MendDesk {
  /** `null` where there is no such article. */
  look(id: ArticleId): Promise<OnTheBench | null>;
  /**
   * Files the mended brief as the next revision, with its audit entry, all or nothing, and has what is posted follow. It
   * passes the same gate as every brief, or is refused.
   */
  mend(order: MendOrder): Promise<MendOutcome>;
}

export interface MendParts {
  readonly archive: Pick<Archive, "current">;
  readonly clock: Clock;
  readonly store: UnitOfWork;
  /** Has what is posted amended now. */
  readonly chase: () => Promise<void>;
}

export function createMendDesk(parts: MendParts): MendDesk {
  return {
    async look(id) {
      const filed = await parts.archive.current(id);
      if (filed === null) return null;
      const { article, brief } = filed;
      const choices = createMender(brief, article).choices();
      return { filed, written: writtenOf(brief), choices };
    },
    mend: (order) => mend(parts, order),
  };
}

async function mend(parts: MendParts, order: MendOrder): Promise<MendOutcome> {
  const { archive, store, clock } = parts;
  const filed = await archive.current(order.id);
  if (filed === null) return { kind: "gone" };
  if (isKilled(filed.article)) return { kind: "killed", filed };
  const { article, brief } = filed;
  if (order.revision !== null && order.revision !== article.revision)
    return { kind: "stale", filed };
  const before = article.mendings?.list ?? [];
  const list = order.list(before, writtenOf(brief));
  const did = [
    ...beyond(list, before).map(sayMending),
    ...beyond(before, list)
      .filter((one) => !isReplaced(one, list))
      .map((one) => `took back: ${sayMending(one)}`),
  ];
  if (did.length === 0) return { kind: "unchanged", filed };
  // It takes as long as a brief does, for which nobody else who writes should wait.
  const made = createMender(brief, article).apply(list);
  if (!made.ok) return { kind: "refused", faults: made.faults };
  const next = { article: revised(article, order, list, clock.now()), brief: made.brief };
  const outcome = await store.transaction(async (tx): Promise<MendOutcome> => {
    const now = await tx.archive.current(order.id);
    if (now === null) return { kind: "gone" };
    if (now.article.revision !== article.revision) return { kind: "stale", filed: now };
    await file(tx, next, order, did, clock.now());
    return { kind: "mended", filed: next, did };
  });
  if (outcome.kind === "mended") await parts.chase();
  return outcome;
}

/** Another choice of the same says it all. */
function isReplaced(mending: Mending, list: readonly Mending[]): boolean {
  return list.some(
    (one) =>
      one.kind === mending.kind &&
      (one.kind === "headline" ||
        (mending.kind !== "headline" && one.at.start === mending.at.start)),
  );
}

function revised(
  before: Article,
  { by }: MendOrder,
  list: readonly Mending[],
  at: number,
): Article {
  const { mendings: _mendings, unkept: _unkept, ...bare } = before;
  const article = { ...bare, ...(list.length > 0 && { mendings: { list, by: by.name, at } }) };
  const change = { kind: "mended", details: [], note: null } as const;
  return nextState(before, article, change, { at, by: by.name });
}

async function file(
  { decisions }: Pick<Tx, "decisions">,
  { article, brief }: Filed,
  { by }: MendOrder,
  did: readonly string[],
  at: number,
): Promise<void> {
  const { id, path, contentHash } = article;
  const still = heldReason(article, at);
  const entry: LedgerEntry = {
    ...{ path, contentHash, at, articleId: id },
    stage: still === null ? "briefed" : "held",
    rule: `Its brief was mended by ${by.name}${still === null ? "" : `. ${still.rule}`}`,
  };
  const audit = { at, by: by.id, name: by.name, did: `mended ${id}: ${did.join("; ")}` };
  await decisions.decide(article, brief, [entry], audit);
}
