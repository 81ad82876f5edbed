import { mayRead, type Readers } from "#core/article/audience.ts";
import { isShown } from "#core/article/held.ts";
import type { Instant } from "#core/article/instant.ts";
import { byName, type Channel, channelIn } from "#core/digest/channel.ts";
import { PAGE, type Platform } from "#core/digest/subscription.ts";
import { type Budget, budgetOf, type Message } from "#core/message/message.ts";
import { amendmentOf } from "./amendment.ts";
import type { Clock } from "./port/clock.ts";
import type { Amendment, PostedItem, StandingItem } from "./port/corrections.ts";
import type { AdminPlace } from "./port/notices.ts";
import type { StoreOf, Tx, UnitOfWork } from "./port/unit-of-work.ts";
import { takeUnreadOut } from "./take-out.ts";
import { inUnits, within } from "./together.ts";

/** Makes corrections chase what is posted. */
export interface CorrectionDesk {
  /** @returns how many posts were amended */
  chase(): Promise<number>;
}

interface ChaseParts {
  /** Left out: nothing is kept from any place. */
  readonly readersOf?: ReadersOf;
  readonly store: StoreOf<"corrections">;
  readonly clock: Clock;
  /** Lets others have a turn: what is corrected may stand in thousands of channels. */
  readonly pause: () => Promise<void>;
}

export interface CorrectionParts extends ChaseParts {
  readonly budgets: Readonly<Record<Platform, Budget>>;
}

/** Who reads the place of a subscription now; of one that nobody orders any more the outside world. */
export type ReadersOf = (subscription: string) => Readers;

/**
 * The same, by the channels as they are when it is asked.
 *
 * @param admins where the desk itself is told: unless it is a channel for the outside world by now
 */
export function readersOfPosts(
  channels: () => readonly Channel[],
  internalSections: Readers["internalSections"],
  admins: readonly AdminPlace[] = [],
): ReadersOf {
  const outside: Readers = { audience: "public", internalSections };
  const desk: Readers = { audience: "internal", internalSections };
  const channelNamed = byName(channels);
  return (subscription) => {
    const place = admins.find(({ id }) => id === subscription);
    if (place !== undefined) return isOutside(place, channels()) ? outside : desk;
    return channelNamed(channelIn(subscription)) ?? outside;
  };
}

function isOutside({ platform, address }: AdminPlace, channels: readonly Channel[]): boolean {
  return channels.some(({ places, audience }) => {
    return places[platform] === address && audience === "public";
  });
}

/** Anyone may read everything everywhere. */
const ANYWHERE: ReadersOf = () => ({ audience: "internal", internalSections: [] });

export function createCorrectionDesk({ budgets, ...parts }: CorrectionParts): CorrectionDesk {
  const { readersOf = ANYWHERE } = parts;
  return { chase: () => chase(parts, amendingIn(budgets, readersOf)) };
}

/** Amends posts for whoever reads their places now. */
export function amendingIn(budgets: CorrectionParts["budgets"], readersOf: ReadersOf): Amend {
  return (post, now) =>
    amendmentOf(post, now, {
      budget: budgetOf(budgets, post.platform),
      readers: readersOf(post.subscription),
    });
}

/** Posts that are amended in one transaction: for so long nobody else can write. */
export const MOST_AT_ONCE = 50;

/**
 * Amends every post that is outdated: what waits in the outbox is changed there, the page's posts are changed
 * where they stand, for the others an edit goes into the outbox, and for all of them the reply. What is on its way
 * this moment is amended at the next call.
 *
 * It is done in units of a few posts, each all or nothing; a post that cannot be amended keeps none of the others as it was. What a crash leaves behind is found at the next call, and
 * what somebody else has amended meanwhile is not amended again.
 * @returns how many posts were amended
 */
export async function chase(
  { store, clock, pause, readersOf = ANYWHERE }: ChaseParts,
  amend: Amend,
): Promise<number> {
  const found = await store.corrections.outdated(clock.now());
  let amended = 0;
  await inUnits<UnitOfWork, PostedItem, number>(
    { store, inside: within, most: MOST_AT_ONCE, pause },
    found,
    (own, some) => own.transaction((tx) => amendThem(tx, some, clock.now(), { amend, readersOf })),
    (count) => {
      amended += count;
    },
  );
  return amended;
}

/** What becomes of an outdated post. */
export type Amend = (post: StandingItem, now: Instant) => Amendment;

interface Amending {
  readonly amend: Amend;
  readonly readersOf: ReadersOf;
}

/** One after the other, each read anew: two articles of one post may both be outdated. */
async function amendThem(
  tx: Tx,
  items: readonly PostedItem[],
  now: Instant,
  { amend, readersOf }: Amending,
): Promise<number> {
  let amended = 0;
  for (const item of items) {
    const post = await tx.corrections.standing(item);
    const readers = post === null ? null : readersOf(post.subscription);
    if (post === null || readers === null || !isOutdated(post, now, readers)) continue;
    await settlePost(tx, post, now, { amend, readers });
    amended += 1;
  }
  return amended;
}

interface Settling {
  readonly amend: Amend;
  readonly readers: Readers;
}

/**
 * Has a post show of an article what it may: where nobody can have read of it there, and it may not be shown, no word of it;
 * else it is amended, and those who may have read it are told.
 *
 * @param isEdited an edit of it is on its way, which says what it is then
 */
export async function settlePost(
  tx: Tx,
  post: StandingItem,
  now: Instant,
  { amend, readers, isEdited = false }: Settling & { readonly isEdited?: boolean },
): Promise<void> {
  const { kind, isUnread, filed } = post;
  const mayStand = isShown(filed.article, now) && mayRead(filed.article, readers);
  // Of what admins are told nobody is kept in the dark: that it is held since is said there.
  if (isUnread && !mayStand && kind !== "notice") return takeUnreadOut(tx, post, now);
  const amendment = amend(post, now);
  await tx.corrections.amend(post, amendment);
  for (const { kind: follows, message } of following(post, amendment)) {
    if (follows === "edit" && isEdited) continue;
    await tx.corrections.follow(post, follows, message, now);
  }
}

/** What is held since by what is no revision is left alone where it stands, and must not go out where it waits. */
export function isOutdated(
  { revision, wasWithdrawn, state, filed }: StandingItem,
  now: Instant,
  readers: Readers,
): boolean {
  if (revision < filed.article.revision) return true;
  const mayBeShown = isShown(filed.article, now) && mayRead(filed.article, readers);
  return wasWithdrawn ? mayBeShown : !mayBeShown && state !== "delivered";
}

interface Following {
  readonly kind: "edit" | "reply";
  readonly message: Message;
}

/** What those are sent who have the post as it was. */
export function following(
  { kind, state, platform, message: shown }: StandingItem,
  { message, reply }: Amendment,
): readonly Following[] {
  // An attempt that may have reached the channel with the old text is followed by an edit as well.
  if (state === "unseen" || JSON.stringify(message) === JSON.stringify(shown)) return [];
  return [
    // The page shows what is stored.
    ...(platform === PAGE ? [] : [{ kind: "edit", message } as const]),
    ...(kind === "post" && reply !== null ? [{ kind: "reply", message: reply } as const] : []),
  ];
}
