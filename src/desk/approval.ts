import type { ArticleId } from "#core/article/article.ts";
import { reportsOf, withItemBack, withoutItem } from "#core/digest/kept.ts";
import type { Platform, Subscription } from "#core/digest/subscription.ts";
import { type Budget, budgetOf } from "#core/message/message.ts";
import { plainMessage } from "#core/message/say.ts";
import { approvedLine, editionName } from "#core/reply/approve-answer.ts";
import type { Asker } from "#core/reply/front-desk.ts";
import { groupWaiting, isOfOne, lookAtGroup, type WaitingEdition } from "./approval-group.ts";
import { eachInTurn } from "./each.ts";
import { callOf } from "./flash.ts";
import { noteLeftOut } from "./left-out.ts";
import { madeOf } from "./made.ts";
import type { Awaiting, Decided, DecisionKind } from "./port/approvals.ts";
import type { Clock } from "./port/clock.ts";
import type { StoreOf, Tx } from "./port/unit-of-work.ts";

/** Keeps editions until an editor lets them go. */
export interface ApprovalDesk {
  /** What waits, the first that was made first. @param channel left out: of all channels */
  open(channel?: string): Promise<readonly WaitingEdition[]>;
  /**
   * One of them by its number; who decided where that is done; `null` for a number that nobody has.
   * @param within a unit of work in which it is looked at; left out: none
   */
  find(
    number: number,
    within?: Pick<Tx, "approvals" | "archive">,
  ): Promise<WaitingEdition | DecidedEdition | null>;
  /** Lets an edition go, as its articles are now, in every place that it waits for. */
  letGo(number: number, by: Asker): Promise<Deciding>;
  /** It is posted nowhere, and its stories are left out of the channel for good. */
  drop(number: number, by: Asker): Promise<Deciding>;
  /** Leaves one story out of it, and of the channel for good. */
  leaveOut(number: number, id: ArticleId, by: Asker): Promise<Deciding>;
  /** Takes that back for as long as it waits: the story stands where it stood. */
  putBack(number: number, id: ArticleId, by: Asker): Promise<Deciding>;
  /**
   * Lets go what the config lets go by itself by now: also what waits behind one for which that fails.
   * @returns how many editions
   */
  letGoInTime(): Promise<number>;
}

/** One that waits no more. */
export interface DecidedEdition extends Decided {
  readonly channel: string;
}

/**
 * What became of an order: `done`, with what fell out, because it may not be shown or is not ordered any more, and the places
 * for which it goes on waiting, because they are not set up · `decided`: somebody else was first · `empty`: nothing of it may be
 * shown now, and it waits on · `early`: the clock was put back behind an embargo in it, and it waits on · `nowhere`: none of its
 * places is set up · `unknown`
 */
export type Deciding =
  | {
      readonly kind: "done";
      readonly edition: WaitingEdition;
      readonly out: readonly ArticleId[];
      readonly waits: readonly string[];
    }
  | { readonly kind: "decided"; readonly decided: Decided }
  | { readonly kind: "empty" | "early" | "nowhere" | "unknown" };

export interface ApprovalParts {
  readonly store: StoreOf<"approvals" | "archive">;
  readonly clock: Clock;
  /** Who gets editions, as it is at this moment. */
  readonly subscriptions: () => readonly Subscription[];
  readonly budgets: Readonly<Record<Platform, Budget>>;
}

/** Who lets go what goes by itself. */
const CONFIG: Asker = { id: "copydesk:config", name: "Copydesk", role: "reader" };

export function createApprovalDesk(parts: ApprovalParts): ApprovalDesk {
  const { store, clock } = parts;
  const decide = (number: number, work: Work) =>
    store.transaction(async (tx): Promise<Deciding> => {
      const found = await findIn(parts, tx, number);
      if (found === null) return { kind: "unknown" };
      if ("how" in found) return { kind: "decided", decided: found };
      return work(tx, found);
    });
  return {
    async open(channel) {
      const groups = groupWaiting(await store.approvals.open(channel));
      const looked: WaitingEdition[] = [];
      for (const group of groups) {
        const edition = await lookAtGroup(looking(parts, store), group);
        if (edition !== null) looked.push(edition);
      }
      return looked;
    },
    find: (number, within = store) => findIn(parts, within, number),
    letGo: (number, by) =>
      decide(number, (tx, edition) => letGo(parts, tx, edition, { by, how: "let-go" })),
    drop: (number, by) => decide(number, (tx, edition) => drop(parts, tx, edition, by)),
    leaveOut: (number, id, by) =>
      decide(number, (tx, edition) => leaveOut(parts, tx, edition, { id, by })),
    putBack: (number, id, by) =>
      decide(number, (tx, edition) => putBack(parts, tx, edition, { id, by })),
    async letGoInTime() {
      const now = clock.now();
      const due = (await store.approvals.open()).filter(
        ({ goesAt }) => goesAt !== null && goesAt <= now,
      );
      let gone = 0;
      await eachInTurn(groupWaiting(due), async (group) => {
        const number = Math.max(...group.map((one) => one.number));
        const { kind } = await decide(number, (tx, edition) =>
          letGo(parts, tx, edition, { by: CONFIG, how: "by-itself" }),
        );
        if (kind === "done") gone += 1;
      });
      return gone;
    },
  };
}

type Work = (tx: Tx, edition: WaitingEdition) => Promise<Deciding>;

function looking(
  { subscriptions, clock }: ApprovalParts,
  { archive, approvals }: Pick<Tx, "archive" | "approvals">,
): Parameters<typeof lookAtGroup>[0] {
  const places = new Map(subscriptions().map((place) => [place.id, place]));
  return { archive, approvals, places, now: clock.now() };
}

/** What came since a number was named is not meant by it: nobody has read that. */
async function findIn(
  parts: ApprovalParts,
  tx: Pick<Tx, "approvals" | "archive">,
  number: number,
): Promise<WaitingEdition | DecidedEdition | null> {
  const named = await tx.approvals.get(number);
  if (named === null) return null;
  const { channel, decided } = named;
  if (decided !== null) return { ...decided, channel };
  const open = await tx.approvals.open(channel);
  const group = open.filter((one) => one.number <= number && isOfOne(one, named));
  return lookAtGroup(looking(parts, tx), group);
}

interface Letting {
  readonly by: Asker;
  readonly how: DecisionKind;
}

async function letGo(
  parts: ApprovalParts,
  tx: Tx,
  edition: WaitingEdition,
  { by, how }: Letting,
): Promise<Deciding> {
  const now = parts.clock.now();
  const decided: Decided = { how, by: by.name, at: now };
  const here = edition.places.filter(({ place }) => place !== null);
  if (here.length === 0) return { kind: "nowhere" };
  if (here.some(({ renewed }) => renewed.out.some(({ early }) => early))) return { kind: "early" };
  if (here.every(({ renewed }) => renewed.edition === null)) return { kind: "empty" };
  const out = new Set<ArticleId>();
  for (const { awaiting, place, renewed } of here) {
    if (place === null) continue;
    for (const { id } of renewed.out) out.add(id);
    if (renewed.edition === null) {
      await tx.approvals.drop(awaiting.number, decided);
      continue;
    }
    const call = await callOf(tx.editions, place, renewed.edition);
    const budget = budgetOf(parts.budgets, place.platform);
    const made = madeOf(place, renewed.edition, awaiting.tally, budget, call);
    await tx.approvals.letGo(awaiting.number, { subscription: place, made }, decided);
  }
  const fell = out.size === 0 ? "" : `, without ${[...out].join(", ")}`;
  await close(tx, edition, decided, by, `let ${editionName(edition)} go${fell}`);
  const waits = edition.places.flatMap(({ place, awaiting }) =>
    place === null ? [awaiting.subscription] : [],
  );
  return { kind: "done", edition, out: [...out], waits };
}

async function drop(
  { clock }: ApprovalParts,
  tx: Tx,
  edition: WaitingEdition,
  by: Asker,
): Promise<Deciding> {
  const at = clock.now();
  const decided: Decided = { how: "dropped", by: by.name, at };
  for (const { awaiting } of edition.places) {
    const { kept } = awaiting;
    await tx.approvals.drop(awaiting.number, decided);
    const ids = kept.items.flatMap(({ id }) => reportsOf(kept, id));
    await leaveOutOf(tx, awaiting, ids, decided);
  }
  await close(tx, edition, decided, by, `dropped ${editionName(edition)}`);
  return { kind: "done", edition, out: [], waits: [] };
}

interface Leaving {
  readonly id: ArticleId;
  readonly by: Asker;
}

async function leaveOut(
  parts: ApprovalParts,
  tx: Tx,
  edition: WaitingEdition,
  { id, by }: Leaving,
): Promise<Deciding> {
  const carrying = edition.places.filter(({ awaiting }) => reportsOf(awaiting.kept, id).length > 0);
  if (carrying.length === 0) return { kind: "unknown" };
  const others = carrying.some(({ awaiting }) => awaiting.kept.items.length > 1);
  // Without its last story nothing is left of it.
  if (!others) return drop(parts, tx, edition, by);
  const at = parts.clock.now();
  for (const { awaiting } of carrying) {
    const kept = withoutItem(awaiting.kept, id);
    const decided: Decided = { how: "dropped", by: by.name, at };
    if (kept.items.length === 0) await tx.approvals.drop(awaiting.number, decided);
    else await tx.approvals.replace(awaiting.number, kept);
    await leaveOutOf(tx, awaiting, reportsOf(awaiting.kept, id), decided);
  }
  const did = `left ${id} out of ${editionName(edition)}`;
  await tx.orders.note({ at, by: by.id, name: by.name, did });
  return { kind: "done", edition, out: [id], waits: [] };
}

async function putBack(
  { clock }: ApprovalParts,
  tx: Tx,
  edition: WaitingEdition,
  { id, by }: Leaving,
): Promise<Deciding> {
  let any = false;
  for (const { awaiting } of edition.places) {
    const kept = withItemBack(awaiting.kept, id);
    if (kept === null) continue;
    any = true;
    await tx.approvals.replace(awaiting.number, kept);
    await tx.wishes.takeBack(awaiting.subscription, reportsOf(kept, id));
  }
  if (!any) return { kind: "unknown" };
  const did = `put ${id} back into ${editionName(edition)}`;
  await tx.orders.note({ at: clock.now(), by: by.id, name: by.name, did });
  return { kind: "done", edition, out: [], waits: [] };
}

async function leaveOutOf(
  tx: Tx,
  { subscription, channel }: Awaiting,
  ids: readonly ArticleId[],
  wishing: { readonly by: string; readonly at: number },
): Promise<void> {
  const fresh = await tx.wishes.leaveOut(subscription, [...new Set(ids)], "good", wishing);
  await noteLeftOut(tx, channel, fresh, wishing);
}

/** In the audit trail, and in the threads of the notices. */
async function close(
  tx: Tx,
  edition: WaitingEdition,
  decided: Decided,
  by: Asker,
  did: string,
): Promise<void> {
  await tx.orders.note({ at: decided.at, by: by.id, name: by.name, did });
  const keys = new Set<string>();
  for (const { awaiting } of edition.places) {
    for (const key of await tx.approvals.noticesOf(awaiting.number)) keys.add(key);
  }
  const line = plainMessage(approvedLine(edition, decided));
  for (const key of keys) {
    await tx.corrections.follow({ key }, "reply", line, decided.at);
  }
}
