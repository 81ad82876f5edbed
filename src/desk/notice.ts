import type { Instant } from "#core/article/instant.ts";
import { type FileTrouble, noticeMessage } from "#core/message/notice.ts";
import { deliveryKey } from "#core/outbox/key.ts";
import type { Clock } from "./port/clock.ts";
import type { Part } from "./port/editions.ts";
import type { LedgerEntry } from "./port/ledger.ts";
import type { AdminPlace } from "./port/notices.ts";
import type { Tx, UnitOfWork } from "./port/unit-of-work.ts";
import { filesInNeed, placesToTell, type Troubles } from "./troubles.ts";

/** Tells the admins, in channels of their own, what needs their hand. */
export interface NoticeDesk {
  /** @returns whether there was anything to tell anybody */
  tell(): Promise<boolean>;
}

export interface NoticeParts {
  readonly store: UnitOfWork;
  readonly clock: Clock;
  readonly places: readonly AdminPlace[];
}

export function createNoticeDesk({ store, clock, places }: NoticeParts): NoticeDesk {
  return {
    async tell() {
      let any = false;
      for (const place of places) {
        const told = await tellPlace(store, place, clock.now(), (troubles, slot) => ({
          key: deliveryKey(place.id, slot, 1),
          message: noticeMessage({
            ...{ posts: troubles.deadLetters, failing: troubles.failing },
            ...{ files: troubles.entries.map(toFile), mended: troubles.mended },
            unkept: troubles.unkept.map(({ articleId, ...rest }) => ({ ...rest, id: articleId })),
          }),
        }));
        any ||= told;
      }
      return any;
    },
  };
}

/** A new place is told of what came up so long ago at most, in milliseconds. */
const LOOK_BACK = 24 * 60 * 60 * 1000;

/**
 * Tells a place, once, what has come up since it was last told: puts the message that `make` makes of it into the
 * outbox, under a slot that no other notice there has. A new place is told of the last day.
 * @returns whether there was anything to tell
 */
export function tellPlace(
  store: UnitOfWork,
  place: AdminPlace,
  now: Instant,
  make: (troubles: Troubles, slot: Instant) => Part,
): Promise<boolean> {
  return store.transaction(async (tx) => {
    const troubles = await troublesOf(tx, place.id, now);
    await tx.notices.noteTold(place.id, now);
    if (Object.values(troubles).every(({ length }) => length === 0)) return false;
    const slot = await tx.notices.freeSlot(place.id, now);
    await tx.notices.put(place, slot, make(troubles, slot), now);
    return true;
  });
}

/** What a place is to be told; of the troubles of other places it is noted that it is. */
async function troublesOf(
  { notices, placeTroubles }: Tx,
  place: string,
  now: Instant,
): Promise<Troubles> {
  const told = await notices.told(place);
  // Of what came since a place was told, all: the clock may have been wrong when it came.
  const stuck = await notices.stuck(told?.number ?? 0, told === null ? now - LOOK_BACK : 0);
  const unkept = await notices.unkept(told?.number ?? 0, told === null ? now - LOOK_BACK : 0);
  const deadLetters = await notices.deadLetters(told?.at ?? now - LOOK_BACK, now);
  const places = placesToTell(place, await placeTroubles.toldTo(place), now);
  for (const { subscription, since } of places.failing) {
    await placeTroubles.noteTold(place, subscription, since);
  }
  for (const { subscription } of places.mended) {
    await placeTroubles.noteTold(place, subscription, null);
  }
  return { entries: filesInNeed(stuck), deadLetters, unkept, ...places };
}

/** An article that is held can be let go; a file that could not be read may be none yet. */
function toFile({ path, rule, articleId }: LedgerEntry): FileTrouble {
  return { path, rule, release: articleId };
}
