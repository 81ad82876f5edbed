import type { Instant } from "#core/article/instant.ts";
import { count, dayAndTime } from "#core/message/say.ts";
import type { CorrectionDesk } from "./correction.ts";
import type { Clock } from "./port/clock.ts";
import type { Editions } from "./port/editions.ts";
import type { Restoration } from "./port/restorations.ts";
import type { AuditEntry } from "./port/standing-orders.ts";
import type { StoreOf } from "./port/unit-of-work.ts";
import type { ReportDesk } from "./report.ts";

export interface PastParts {
  readonly store: StoreOf<"approvals" | "orders"> & {
    readonly editions: Pick<Editions, "goBack" | "pass">;
  };
  readonly clock: Clock;
  /** Takes in what is there, as a start does. */
  readonly takeIn: () => Promise<void>;
  readonly corrections: CorrectionDesk;
  readonly reports: Pick<ReportDesk, "settle">;
  /** Everybody who may get editions, or has had some. */
  readonly subscriptions: readonly string[];
  readonly by: Pick<AuditEntry, "by" | "name">;
}

export interface LeftPast {
  /** Nothing that was out by then is carried anywhere. */
  readonly at: Instant;
  /** Editions that waited for an editor's word, and do no more. */
  readonly waiting: number;
}

/**
 * Leaves to the past what a store that comes from a backup cannot know: whatever was there, or due, by now may have been posted. What
 * is under embargo now has not been, and comes at its time. What stands in channels is amended by what copy says now.
 *
 * Nothing is posted meanwhile, and what this puts into the outbox its caller looks through.
 */
export async function settlePast(parts: PastParts): Promise<LeftPast> {
  const { store, clock, subscriptions, by } = parts;
  await parts.takeIn();
  await parts.corrections.chase();
  while ((await parts.reports.settle()) > 0);
  const waits = await store.approvals.open();
  const at = clock.now();
  for (const { number } of waits) {
    await store.approvals.drop(number, { how: "dropped", by: by.name, at });
  }
  for (const subscription of subscriptions) await store.editions.goBack(subscription, at);
  await store.editions.pass(
    subscriptions.map((subscription) => ({ subscription, waiting: null })),
    at,
  );
  await store.orders.note({ at, ...by, did: "restored the store from a backup" });
  return { at, waiting: waits.length };
}

/** What people must know of a store that was restored, and do: until it is done it is said on. */
export function restoredText(
  { at, madeAt, unsent, waiting }: Omit<Restoration, "last">,
  timeZone: string,
): string {
  const moment = (of: Instant) => dayAndTime(of, timeZone);
  const of = madeAt === null ? "a copy" : `the backup of ${moment(madeAt)}`;
  const left = [
    ...(unsent > 0 ? [`${count(unsent, "post")} on the way`] : []),
    ...(waiting > 0 ? [`${count(waiting, "edition")} that waited for an editor`] : []),
  ];
  return [
    `This store was restored from ${of}.`,
    `What was there, or due, by ${moment(at)} counts as posted and is not posted again${left.length === 0 ? "" : `, nor are ${left.join(" and ")}: look for them in their channels`}.`,
    "What people did after the backup is lost: order, pause, hold, kill, release and mend anew, and have whoever was forgotten ask again.",
    "Then run `npm run copydesk -- restore --done`. Until then readers are answered as if copy that was out by then were not there.",
  ].join(" ");
}

/** Why no place carries what came before. */
export const BEFORE_RESTORE = "The store was restored since, and it may have been posted before";

export const RESTORE_DONE = "Copy of before the restore is shown to readers again.";
