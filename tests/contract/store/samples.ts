import type { Article } from "#core/article/article.ts";
import type { Brief } from "#core/brief/brief.ts";
import type { Candidate } from "#core/digest/group.ts";
import type { Subscription } from "#core/digest/subscription.ts";
import type { Message } from "#core/message/message.ts";
import { chase } from "#desk/correction.ts";
import { type Dealt, issueSlots } from "#desk/issue.ts";
import type { Amendment, StandingItem } from "#desk/port/corrections.ts";
import type { Made } from "#desk/port/editions.ts";
import type { LedgerEntry, Stage } from "#desk/port/ledger.ts";
import type { Store } from "#edge/store/store.ts";
import { HOURLY, sampleArticle, sampleSubscription } from "#tests/samples.ts";

/** A database somewhere, empty at first, that the suite opens, closes and opens again. */
export interface Place {
  open(options?: { recover?: boolean }): Promise<Store>;
  remove(): Promise<void>;
}

/** A store that was opened; `recover`: by the process that has the work from now on. */
export async function opened(opening: Promise<Store>, recover: boolean): Promise<Store> {
  const store = await opening;
  if (recover) await store.takeShift("the contract");
  return store;
}

export const NOON = Date.UTC(2031, 4, 8, 12);
export const MINUTE = 60_000;

export function article(id: string, changes: Partial<Article> = {}): Article {
  const revision = changes.revision ?? 1;
  return sampleArticle({
    path: `wire/${id}.txt`,
    contentHash: `hash-${id}-${revision}`,
    takenIn: NOON,
    title: null,
    body: "The ferry to Sandholm was cancelled.\n\nNobody was hurt.",
    dateline: { place: "SANDHOLM", date: "May 8", agency: null },
    ...changes,
    id,
  });
}

export function briefOf(of: Article, headline = of.title ?? `Headline of ${of.id}`): Brief {
  const text = of.body.slice(0, 12);
  return {
    id: of.id,
    headline,
    body: of.body,
    ...{ dateline: of.dateline, language: "en", kind: "report", speakersRead: true },
    facts: [{ text, start: 0, end: text.length, attribution: null, hedge: "reportedly" }],
    quotes: [
      { text, start: 0, end: text.length, cue: "said", hedge: null, through: null, speaker: null },
    ],
  };
}

export function entry(of: Article, stage: Stage, at = of.takenIn): LedgerEntry {
  const { path, contentHash, id } = of;
  return { path, contentHash, stage, rule: `because of ${stage}`, at, articleId: id };
}

/** Files an article as intake does: taken in, briefed. */
export async function file(store: Store, of: Article, headline?: string): Promise<void> {
  const entries = [entry(of, "taken-in"), entry(of, "briefed")];
  await store.archive.file(of, briefOf(of, headline), entries);
}

export function subscription(id: string, changes: Partial<Subscription> = {}): Subscription {
  return sampleSubscription({
    platform: "slack",
    address: `address of ${id}`,
    cadence: { ...HOURLY, timeZone: "Europe/London" },
    most: 5,
    ...changes,
    id,
  });
}

export function message(summary: string): Message {
  const spans = [{ text: `${summary}: \u0000 \ud800 <!channel>`, style: "strong" as const }];
  return { summary, sections: [{ blocks: [{ kind: "paragraph", spans }] }] };
}

/** An edition of all the candidates in so many parts, keyed `slot-0`, `slot-1`, … with a prefix. */
export function editionOf(
  of: Subscription,
  slot: number,
  parts: number,
  candidates: readonly Candidate[],
): Made {
  const items = candidates.map(({ filed, carried }) => ({ filed, update: carried !== null }));
  const { timeZone } = of.cadence;
  return {
    edition: { subscription: of.id, channel: of.channel, slot, timeZone, items, waiting: 0 },
    parts: Array.from({ length: parts }, (_, part) => ({
      key: keyOf(of, slot, part),
      message: message(keyOf(of, slot, part)),
    })),
  };
}

export function keyOf(of: Subscription, slot: number, part: number): string {
  return `${of.id}x${slot}x${part}`;
}

/** Deals with a slot as `deal` does. */
export async function issueBy(
  store: Store,
  of: Subscription,
  slot: number,
  now: number,
  deal: (candidates: readonly Candidate[], slot: number) => Dealt,
  late = false,
): Promise<Made | null> {
  const issued = await issueSlots(
    store,
    [{ subscription: of, slot, late }],
    now,
    (_, candidates, { known }) => deal(candidates, known),
  );
  return issued.get(of.id) ?? null;
}

/** Issues an edition of whatever is due. */
export function issue(
  store: Store,
  of: Subscription,
  slot: number,
  { parts = 1, now = slot }: { parts?: number; now?: number } = {},
): Promise<Made | null> {
  return issueBy(store, of, slot, now, (all) => ({
    made: editionOf(of, slot, parts, all),
    waiting: [],
  }));
}

export function ids(list: readonly { readonly article: Article }[]): readonly string[] {
  return list.map((filed) => filed.article.id);
}

export function candidateIds(list: readonly Candidate[]): readonly string[] {
  return ids(list.map(({ filed }) => filed));
}

/** Issues an edition of one part that says which articles it is about. */
export async function issueAbout(store: Store, of: Subscription): Promise<void> {
  await issueBy(store, of, NOON, NOON, (all) => {
    const made = editionOf(of, NOON, 1, all);
    const about = all.map(({ filed }) => ({ blocks: [], about: filed.article.id }));
    const parts = made.parts.map(({ key }) => ({
      key,
      message: { summary: "old", sections: about },
    }));
    return { made: { ...made, parts }, waiting: [] };
  });
}

/** Amends what is outdated at `now` as `amend` says. */
export function chaseBy(
  store: Store,
  now: number,
  amend: (post: StandingItem) => Amendment,
): Promise<number> {
  return chase({ store, clock: { now: () => now }, pause: async () => undefined }, amend);
}
