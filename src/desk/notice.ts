import { type FileTrouble, noticeMessage } from "#core/message/notice.ts";
import { deliveryKey } from "#core/outbox/key.ts";
import type { Clock } from "./port/clock.ts";
import type { LedgerEntry } from "./port/ledger.ts";
import type { AdminPlace, Notices } from "./port/notices.ts";

/** Tells the admins, in channels of their own, what needs their hand. */
export interface NoticeDesk {
  /** @returns whether there was anything to tell anybody */
  tell(): Promise<boolean>;
}

export interface NoticeParts {
  readonly notices: Notices;
  readonly clock: Clock;
  readonly places: readonly AdminPlace[];
}

export function createNoticeDesk({ notices, clock, places }: NoticeParts): NoticeDesk {
  return {
    async tell() {
      let any = false;
      for (const place of places) {
        const now = clock.now();
        const told = await notices.tell(place, now, (troubles, slot) => ({
          key: deliveryKey(place.id, slot, 1),
          message: noticeMessage({
            ...{ posts: troubles.deadLetters, failing: troubles.failing },
            ...{ files: troubles.entries.map(toFile), mended: troubles.mended },
          }),
        }));
        any ||= told;
      }
      return any;
    },
  };
}

/** An article that is held can be let go; a file that could not be read may be none yet. */
function toFile({ path, rule, articleId }: LedgerEntry): FileTrouble {
  return { path, rule, release: articleId };
}
