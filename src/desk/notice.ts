import { noticeMessage } from "#core/message/notice.ts";
import { deliveryKey } from "#core/outbox/key.ts";
import type { AdminPlace, Clock, Notices } from "./port.ts";

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
        const told = await notices.tell(place, now, ({ entries, deadLetters }) => ({
          key: deliveryKey(place.id, now, 1),
          message: noticeMessage(entries, deadLetters),
        }));
        any ||= told;
      }
      return any;
    },
  };
}
