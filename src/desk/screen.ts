import type { ArticleId } from "#core/article/article.ts";
import type { Readers } from "#core/article/audience.ts";
import type { Instant } from "#core/article/instant.ts";
import { channelIn } from "#core/digest/channel.ts";
import { hasKept, withoutKept } from "#core/message/unread.ts";
import { toldOf } from "#core/message/withdraw.ts";
import { DeliveryError, type DeliveryKey } from "#core/outbox/courier.ts";
import { type Amend, type ReadersOf, settlePost } from "./correction.ts";
import { eachInTurn } from "./each.ts";
import type { Clock } from "./port/clock.ts";
import type { Claimed } from "./port/outbox.ts";
import type { StoreOf, Tx } from "./port/unit-of-work.ts";
import type { Kept, ReadersNow } from "./readers-now.ts";

/**
 * Looks at what is about to go out, and at what has just landed: an edition may wait for hours, and whom its place is for, and
 * what may be shown there, may have changed since it was made.
 */
export interface Screen {
  /**
   * Puts back what may not go as it is, changed so that it may, or takes it out of the outbox.
   * @returns what may go
   */
  pass(claimed: readonly Claimed[]): Promise<readonly Claimed[]>;
  /** Puts on its way what takes back, or amends, what was on its way while its articles were decided on or revised. */
  landed(posts: readonly Claimed[]): Promise<void>;
}

export interface ScreenParts {
  readonly store: StoreOf<"corrections" | "outbox">;
  readonly clock: Clock;
  /** Who reads a place, as far as is known when it is asked, by the newsroom and by `now`. */
  readonly readersOf: ReadersOf;
  /** What platforms say of who reads places: of those asked before it that are to get what is not for anyone. */
  readonly now: ReadersNow;
  readonly amend: Amend;
  /** Sees to it that `readersOf` knows what others have changed. */
  readonly refresh: () => Promise<void>;
  /** Is told what failed: what could not be looked at does not go. */
  readonly onTrouble: (error: unknown) => void;
}

/** Milliseconds until what could not be looked at is tried again. */
const LATER = 5_000;
/** The same where nobody can tell who reads a place. */
const UNTIL_TOLD = 30_000;

export function createScreen(parts: ScreenParts): Screen {
  return {
    async pass(claimed) {
      if (claimed.length === 0) return [];
      const seen = await lookAt(parts, claimed).catch((error: unknown) => {
        parts.onTrouble(error);
        return null;
      });
      const passed: Claimed[] = [];
      for (const parcel of claimed) {
        const fault = seen === null ? "not-looked-at" : seen.get(parcel.key);
        if (fault === undefined) passed.push(parcel);
        else await putRight(parts, parcel, fault);
      }
      return passed;
    },
    async landed(posts) {
      if (posts.length === 0) return;
      try {
        await parts.refresh();
        await eachInTurn([...byReaders(parts, posts)], ([readers, some]) =>
          amendLanded(parts, some, readers),
        );
      } catch (error) {
        // The next round finds what is outdated, and one post holds up no other.
        parts.onTrouble(error);
      }
    },
  };
}

async function amendLanded(
  { store, clock, amend }: ScreenParts,
  posts: readonly Claimed[],
  readers: Readers,
): Promise<void> {
  const now = clock.now();
  const shown = posts.filter(({ message }) => toldOf(message) === null);
  const noted = new Set(shown.filter((post) => hasNotes(post, readers)).map(shownBy));
  await eachInTurn(
    shown.filter((post) => hasNotes(post, readers)),
    (post) =>
      store.transaction(async (tx) => {
        const message = withoutKept(post.message, readers.audience);
        await tx.askers.restate(shownBy(post), message);
        await tx.corrections.follow({ key: shownBy(post) }, "edit", message, now);
      }),
  );
  const items = await store.corrections.unfit(posts.map(shownBy), now, readers);
  await eachInTurn(items, (item) =>
    store.transaction(async (tx) => {
      const post = await tx.corrections.standing(item);
      const isEdited = noted.has(item.key);
      if (post !== null) await settlePost(tx, post, now, { amend, readers, isEdited });
    }),
  );
}

/** Their readers are compared as what they are, since each place has its own. */
function byReaders(
  { readersOf }: Pick<ScreenParts, "readersOf">,
  parcels: readonly Claimed[],
): ReadonlyMap<Readers, readonly Claimed[]> {
  const known = new Map<string, Readers>();
  return Map.groupBy(parcels, ({ subscription }) => {
    const { audience, internalSections } = readersOf(subscription);
    const same = JSON.stringify([audience, internalSections]);
    const readers = known.get(same) ?? { audience, internalSections };
    known.set(same, readers);
    return readers;
  });
}

/** Why a parcel may not go as it is: for what it shows, for whoever reads its place, or since nobody could look. */
type Fault = "unfit" | Kept | "not-looked-at";

/** What may not go as it is, by their keys. */
async function lookAt(
  parts: ScreenParts,
  claimed: readonly Claimed[],
): Promise<ReadonlyMap<DeliveryKey, Fault>> {
  await parts.refresh();
  const now = parts.clock.now();
  const { corrections } = parts.store;
  const faults = new Map<DeliveryKey, Fault>();
  // Whatever is for anyone may be read by anybody, whoever that is.
  const asked: Claimed[] = [];
  for (const [{ internalSections }, some] of byReaders(parts, claimed)) {
    const anyone: Readers = { audience: "public", internalSections };
    const narrow = new Set(await unfitAmong(corrections, some, now, anyone));
    asked.push(
      ...some.filter(({ key, subscription }) => narrow.has(key) || parts.now.isOwn(subscription)),
    );
  }
  const kept = await parts.now.look(asked);
  for (const { key, subscription } of asked) {
    const why = kept.get(subscription);
    if (why !== undefined) faults.set(key, why);
  }
  for (const [readers, some] of byReaders(parts, claimed)) {
    const open = some.filter(({ key }) => !faults.has(key));
    for (const key of await unfitAmong(corrections, open, now, readers)) faults.set(key, "unfit");
  }
  return faults;
}

async function unfitAmong(
  corrections: Tx["corrections"],
  parcels: readonly Claimed[],
  now: Instant,
  readers: Readers,
): Promise<readonly DeliveryKey[]> {
  const items = await corrections.unfit(parcels.map(shownBy), now, readers);
  const keys = new Set(items.map(({ key }) => key));
  const told = parcels.flatMap(({ message }) => toldOf(message) ?? []);
  const kept = await corrections.keptFrom(told, now, readers);
  return parcels
    .filter(
      (parcel) => keys.has(shownBy(parcel)) || tells(parcel, kept) || hasNotes(parcel, readers),
    )
    .map(({ key }) => key);
}

/** An edit shows what the post shows that it changes. */
function shownBy({ kind, key, target }: Claimed): DeliveryKey {
  return kind === "edit" ? (target?.key ?? key) : key;
}

function tells({ message }: Claimed, kept: ReadonlySet<ArticleId>): boolean {
  const told = toldOf(message);
  return told !== null && kept.has(told);
}

/** What was drawn while others read the place. */
function hasNotes({ message }: Claimed, { audience }: Readers): boolean {
  return hasKept(message, audience);
}

/** Puts it back, so that it is claimed again as it is then; where that cannot be done it waits. */
async function putRight(parts: ScreenParts, parcel: Claimed, fault: Fault): Promise<void> {
  const { store, clock, onTrouble } = parts;
  const { key } = parcel;
  if (fault === "not-looked-at") return store.outbox.putOff(key, clock.now() + LATER);
  if (fault === "unknown") return store.outbox.putOff(key, clock.now() + UNTIL_TOLD);
  try {
    await store.transaction((tx) =>
      fault === "gone" ? rest(parts, tx, parcel) : changeOne(parts, tx, parcel),
    );
  } catch (error) {
    onTrouble(error);
    await store.outbox.putOff(key, clock.now() + LATER);
  }
}

/** What is somebody's own, who is of the newsroom no more, is sent to nobody, and nothing more is made of it until it is resumed. */
async function rest({ clock }: ScreenParts, tx: Tx, parcel: Claimed): Promise<void> {
  const now = clock.now();
  const name = channelIn(parcel.subscription);
  await tx.outbox.giveUp(parcel.key, "Whoever ordered it is of the newsroom no more", now);
  if ((await tx.orders.pauses()).get(name) === Number.POSITIVE_INFINITY) return;
  const did = `paused ${name}, since whoever ordered it is of the newsroom no more`;
  await tx.orders.pause(name, Number.POSITIVE_INFINITY, {
    at: now,
    by: "time",
    name: "Copydesk",
    did,
  });
}

async function changeOne(
  { clock, readersOf, amend }: ScreenParts,
  tx: Tx,
  parcel: Claimed,
): Promise<void> {
  const now = clock.now();
  const { key, kind, subscription, message } = parcel;
  const readers = readersOf(subscription);
  const isEdited = kind === "edit";
  await tx.outbox.putOff(key, now);
  const about = toldOf(message);
  const told = about === null ? [] : [about];
  const isKept = (await tx.corrections.keptFrom(told, now, readers)).size > 0;
  // Such a message is that one line, which may tell of a version that is not for these readers.
  if (isKept || (about !== null && hasNotes(parcel, readers))) {
    return tx.corrections.retract(key);
  }
  const shown = shownBy(parcel);
  if (hasNotes(parcel, readers)) {
    await tx.askers.restate(shown, withoutKept(message, readers.audience));
  }
  for (const item of await tx.corrections.unfit([shown], now, readers)) {
    const post = await tx.corrections.standing(item);
    if (post !== null) await settlePost(tx, post, now, { amend, readers, isEdited });
  }
  const left = await tx.corrections.unfit([shown], now, readers);
  if (left.length > 0) throw new DeliveryError("refused", STUCK);
}

const STUCK =
  "A post shows what it may not, whatever is done about it, and does not go. This is a fault in Copydesk: please report it.";
