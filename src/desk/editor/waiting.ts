import type { ArticleId } from "#core/article/article.ts";
import { mayRead, type Readers } from "#core/article/audience.ts";
import type { Instant } from "#core/article/instant.ts";
import { nextSlots } from "#core/digest/cadence.ts";
import { type Channel, subscriptionsOf } from "#core/digest/channel.ts";
import type { Choice } from "#core/digest/select.ts";
import type { Platform } from "#core/digest/subscription.ts";
import type { Asker, Visitor } from "#core/reply/front-desk.ts";
import type { Ahead, EditionDesk } from "#desk/edition.ts";
import { noteLeftOut } from "#desk/left-out.ts";
import type { Clock } from "#desk/port/clock.ts";
import type { StoreOf, Tx } from "#desk/port/unit-of-work.ts";
import { aheadOf, type NextEdition, type PlaceAhead } from "./next-edition.ts";

/** What waits for the next edition of a channel, and what editors want of it. */
export interface WaitingDesk {
  /**
   * What the next edition of a channel will carry, in order, and what it will not: found by what makes it. Of what is not in it
   * somebody sees, and may name, what is for them.
   */
  look(channel: Channel, by: Visitor): Promise<NextEdition>;
  /**
   * Sets the order of the next edition everywhere the channel goes; it ends with that edition.
   * @param ids none: the usual order
   */
  arrange(channel: Channel, ids: readonly ArticleId[], by: Visitor): Promise<Wished>;
  /** Leaves a story out of the next edition, or of the channel for good; of a story all the reports that are there. */
  leaveOut(channel: Channel, id: ArticleId, until: "next" | "good", by: Visitor): Promise<Wished>;
  /** Takes it back that a story is left out. */
  takeBack(channel: Channel, id: ArticleId, by: Visitor): Promise<Wished>;
}

/**
 * What became of a wish: `done` · `already`: it was so before · `late`: the edition that it was for has been made
 * meanwhile, and nothing was changed · `unknown`: it does not wait for this channel.
 */
export type Wished = "done" | "already" | "late" | "unknown";

export interface WaitingParts {
  readonly store: StoreOf<"editions">;
  readonly editions: Pick<EditionDesk, "lookAhead">;
  readonly clock: Clock;
  /** Who reads what is shown to somebody. */
  readonly readersFor: (asker: Visitor) => Readers;
  /** Platforms that are set up. */
  readonly platforms: ReadonlySet<Platform>;
}

/** Articles that an audit line names; of more it says how many. */
const MOST_NAMED = 12;

export function createWaitingDesk(parts: WaitingParts): WaitingDesk {
  const look = (channel: Channel) => lookAtAll(parts, channel);
  return {
    async look(channel, by) {
      const views = (await look(channel)).map((view) => ({
        ...view,
        ahead: { ...view.ahead, choices: named(parts, view, by) },
      }));
      return aheadOf(channel, slotOf(parts, channel), views);
    },
    async arrange(channel, ids, by) {
      const views = await look(channel);
      const known = new Set(views.flatMap((view) => named(parts, view, by).map(idOf)));
      const wanted = [...new Set(ids)].filter((id) => known.has(id));
      const isUsual = ids.length === 0;
      if (wanted.length === 0 && !isUsual) return "unknown";
      return wish(parts, views, by, async ({ wishes }, wishing) => {
        const places = views.map(({ place }) => place.id);
        if (!(await wishes.arrange(places, isUsual ? null : wanted, wishing))) return null;
        if (isUsual) return `gave the next edition of ${channel.name} its usual order`;
        return `set the order of the next edition of ${channel.name}: ${listed(wanted)}`;
      });
    },
    async leaveOut(channel, id, until, by) {
      const views = await look(channel);
      const stories = views.map((view) => ({ ...view, ids: reportsWith(view.ahead, id) }));
      const isNamed = views.some((view) => named(parts, view, by).some((one) => idOf(one) === id));
      if (!isNamed) return "unknown";
      return wish(parts, views, by, async (tx, wishing) => {
        const left = new Set<ArticleId>();
        for (const { place, ids } of stories) {
          for (const one of await tx.wishes.leaveOut(place.id, ids, until, wishing)) left.add(one);
        }
        if (left.size === 0) return null;
        if (until === "good") await noteLeftOut(tx, channel.name, [...left], wishing);
        const from = until === "good" ? "for good" : "of the next edition";
        return `left out of ${channel.name} ${from}: ${listed([...left])}`;
      });
    },
    async takeBack(channel, id, by) {
      const views = await look(channel);
      return wish(parts, views, by, async ({ wishes }) => {
        const back = new Set<ArticleId>();
        for (const { place, ahead } of views) {
          const ids = [...new Set([id, ...reportsWith(ahead, id)])];
          for (const one of await wishes.takeBack(place.id, ids)) back.add(one);
        }
        return back.size === 0 ? null : `took back into ${channel.name}: ${listed([...back])}`;
      });
    },
  };
}

/** What of all that a place chooses from somebody may hear of. */
function named(
  { readersFor }: WaitingParts,
  { ahead }: PlaceAhead,
  by: Visitor,
): readonly Choice[] {
  const readers = readersFor(by);
  return ahead.choices.filter(({ filed }) => mayRead(filed.article, readers));
}

async function lookAtAll(parts: WaitingParts, channel: Channel): Promise<readonly PlaceAhead[]> {
  const { store, editions, clock, platforms } = parts;
  const places = subscriptionsOf([channel], platforms);
  const lasts = await store.editions.lastSlots(places.map(({ id }) => id));
  const at = slotOf(parts, channel) ?? clock.now();
  const views: PlaceAhead[] = [];
  for (const place of places) {
    const ahead = await editions.lookAhead(place, at);
    views.push({ place, last: lasts.get(place.id) ?? null, ahead });
  }
  return views;
}

function slotOf({ clock }: Pick<WaitingParts, "clock">, { cadence }: Channel): Instant | null {
  return nextSlots(cadence, clock.now(), 1)[0] ?? null;
}

/**
 * Does something about the editions that were looked at, with its line in the audit trail, all or nothing.
 * @param work gives the line; `null` where there was nothing to change
 */
function wish(
  { store, clock }: WaitingParts,
  views: readonly PlaceAhead[],
  { id, name }: Asker,
  work: (tx: Tx, wishing: { by: string; at: Instant }) => Promise<string | null>,
): Promise<Wished> {
  return store.transaction(async (tx) => {
    const lasts = await tx.editions.lastSlots(views.map(({ place }) => place.id));
    if (views.some(({ place, last }) => (lasts.get(place.id) ?? null) !== last)) return "late";
    const at = clock.now();
    const did = await work(tx, { by: name, at });
    if (did === null) return "already";
    await tx.orders.note({ at, by: id, name, did });
    return "done";
  });
}

/** The reports of the story that an article tells or is told in; itself alone where it is in none. */
function reportsWith({ choices }: Ahead, id: ArticleId): readonly ArticleId[] {
  const own = choices.find((one) => idOf(one) === id);
  if (own === undefined) return [];
  const { story } = own;
  return story === undefined ? [id] : choices.filter((one) => one.story === story).map(idOf);
}

function idOf({ filed }: Choice): ArticleId {
  return filed.article.id;
}

/** `a1, a2 and 3 more` */
function listed(ids: readonly ArticleId[]): string {
  const more = ids.length - MOST_NAMED;
  return `${ids.slice(0, MOST_NAMED).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
