import type { Article } from "#core/article/article.ts";
import { nextState } from "#core/article/copy-version.ts";
import { heldReason, isKilled, killedBy } from "#core/article/held.ts";
import { asOrdered, isOrder } from "#core/article/order.ts";
import { compareRevisions } from "#core/change/revision.ts";
import type { Filed } from "#core/digest/edition.ts";
import { noteByCopy } from "./audit-trail.ts";
import { outcomeOf } from "./filing.ts";
import type { FilingParts, Outcome } from "./outcome.ts";
import type { SettledFile } from "./port/copy.ts";
import type { LedgerEntry } from "./port/ledger.ts";
import type { PreparedStory } from "./prepare.ts";
import { quarantineStory } from "./quarantine.ts";

/** An order as it was found, and what it is about. */
export interface Ordering {
  readonly file: SettledFile;
  readonly story: PreparedStory & { readonly ok: true };
  readonly contentHash: string;
  /** Empty where it names nothing that is known. */
  readonly targets: readonly Article[];
}

const NO_STORY = "There is no story in this file; put the text below its headline.";
const NAMELESS =
  "It orders a kill and names no article; write the guid or the slug of the article into it, or save it in the place of the article's own file.";

/** Does what an order says of each article that it names, or keeps it for the one that it names. */
export async function obey(parts: FilingParts, ordering: Ordering): Promise<Outcome> {
  const { file, story, contentHash, targets } = ordering;
  const { article: order } = story;
  const refuse = (reason: string) =>
    quarantineStory(parts, order.path, { file: file.path, contentHash, reason });
  if (!isOrder(order)) return refuse(NO_STORY);
  const outcomes: Outcome[] = [];
  for (const { id } of targets) {
    const filed = await parts.archive.current(id);
    if (filed !== null) outcomes.push(await carryOut(parts, order, contentHash, filed));
  }
  const [first] = outcomes;
  if (first !== undefined) return first;
  if (order.guid === null && order.slug === null) return refuse(NAMELESS);
  return keep(parts, ordering);
}

/** The words of an order, for the ledger. */
function wordsOf({ announced }: Article): string {
  return announced === null ? "" : `: “${announced.text}”`;
}

async function carryOut(
  parts: FilingParts,
  order: Article,
  contentHash: string,
  { article: before, brief }: Filed,
): Promise<Outcome> {
  const ordered = asOrdered(before, order);
  const change = compareRevisions(before, ordered);
  const isNew = change.kind !== "unchanged" && !isKilled(before);
  const at = parts.clock.now();
  const article = isNew ? nextState(before, ordered, change, { at, by: null }) : before;
  const rule = heldReason(article, at)?.rule ?? "";
  const stage = isKilled(article) ? "killed" : "held";
  const entry = { stage, at, articleId: before.id } as const;
  const own: LedgerEntry = {
    ...{ ...entry, path: order.path, contentHash },
    rule: `An order about ${before.path}${wordsOf(order)}`,
  };
  const entries = [
    own,
    ...(await atHome(parts, before, order, { ...entry, rule: killedBy(article, rule) })),
  ];
  if (isNew) {
    await parts.archive.file(article, brief, entries);
    await noteByCopy(parts, before, article, order.path);
  } else for (const each of entries) await parts.ledger.record(each);
  return outcomeOf(article, brief, at);
}

/** What is noted at the article's own path, where the order lies elsewhere; its file is seen as it was. */
async function atHome(
  { ledger }: FilingParts,
  { path, contentHash }: Article,
  order: Article,
  entry: Omit<LedgerEntry, "path" | "contentHash">,
): Promise<readonly LedgerEntry[]> {
  if (path === order.path) return [];
  const seen = await ledger.lastSeen(path);
  return [{ ...entry, path, contentHash: seen?.contentHash ?? contentHash }];
}

/** An order that met nothing is kept, and told: what it names may come late, and then it holds. */
async function keep(parts: FilingParts, { story, contentHash }: Ordering): Promise<Outcome> {
  const { path } = story.article;
  const id = await freeId(parts, story.article);
  const article = { ...story.article, id, revision: 1 };
  const rule = `An order that names nothing known${wordsOf(article)}; what it names is held to it when it comes`;
  const at = parts.clock.now();
  const entry = { path, contentHash, stage: "held", rule, at, articleId: id } as const;
  await parts.archive.file(article, { ...story.brief, id }, [entry]);
  return { kind: "held", id, path, until: null, rule, holds: true };
}

async function freeId({ archive, articleIdAt }: FilingParts, { path, contentHash }: Article) {
  const own = articleIdAt(path);
  return (await archive.revision(own)) > 0 ? articleIdAt(`${path}#${contentHash}`) : own;
}
