import type { Instant } from "#core/article/instant.ts";
import { deliveryKey } from "#core/outbox/key.ts";
import { awaitingNotice } from "#core/reply/approve-answer.ts";
import type { ApprovalDesk } from "./approval.ts";
import { groupWaiting, type WaitingEdition } from "./approval-group.ts";
import { DESK_ALONE, shownOf } from "./approval-shown.ts";
import { eachInTurn } from "./each.ts";
import type { Awaiting } from "./port/approvals.ts";
import type { Clock } from "./port/clock.ts";
import type { AdminPlace } from "./port/notices.ts";
import type { StoreOf, Tx } from "./port/unit-of-work.ts";

/** Sees to editions that wait for an editor's word. */
export interface ApprovalWatch {
  /**
   * Lets go what the config lets go by now, and tells the admins what waits: once, and again while nobody decides.
   * One for which that fails holds back no other.
   * @returns whether something is on its way
   */
  tend(): Promise<boolean>;
}

export interface ApprovalWatchParts {
  readonly store: StoreOf<"approvals">;
  readonly approvals: Pick<ApprovalDesk, "find" | "letGoInTime">;
  readonly clock: Clock;
  /** The admins' channels. */
  readonly places: readonly AdminPlace[];
}

const MINUTE = 60_000;
/** Milliseconds after which admins are told again that an edition waits; then after as long as it has waited by then. */
export const REMIND_AFTER = 30 * MINUTE;

export function createApprovalWatch(parts: ApprovalWatchParts): ApprovalWatch {
  const steps = [() => parts.approvals.letGoInTime(), () => tellAll(parts)];
  return {
    async tend() {
      let done = 0;
      await eachInTurn(steps, async (step) => {
        done += await step();
      });
      return done > 0;
    },
  };
}

/** @returns of how many editions */
async function tellAll(parts: ApprovalWatchParts): Promise<number> {
  const { store, clock, places } = parts;
  const open = places.length === 0 ? [] : await store.approvals.open();
  let told = 0;
  await eachInTurn(groupWaiting(open), async (group) => {
    const number = Math.max(...group.map((one) => one.number));
    if (isDue(group, clock.now()) && (await tell(parts, number))) told += 1;
  });
  return told;
}

/** Each time after twice as long: 30 minutes, an hour, two hours. */
function isDue(group: readonly Awaiting[], now: Instant): boolean {
  return group.some(({ at, toldAt }) => {
    if (toldAt === null) return true;
    // A clock that was ahead may have told it.
    const waited = Math.max(0, toldAt - at);
    return now - toldAt >= Math.max(REMIND_AFTER, waited);
  });
}

/** @returns false where it was decided meanwhile, or another process has told it */
function tell(
  { store, approvals, clock, places }: ApprovalWatchParts,
  number: number,
): Promise<boolean> {
  return store.transaction(async (tx) => {
    const edition = await approvals.find(number, tx);
    const now = clock.now();
    if (edition === null || "how" in edition) return false;
    const group = edition.places.map(({ awaiting }) => awaiting);
    if (!isDue(group, now)) return false;
    const again = group.every(({ toldAt }) => toldAt !== null);
    const message = awaitingNotice(
      await shownOf({ archive: tx.archive, clock }, edition, DESK_ALONE),
      again,
    );
    for (const place of places) {
      const slot = await tx.notices.freeSlot(place.id, now);
      const key = deliveryKey(place.id, slot, 1);
      await tx.notices.put(place, slot, { key, message }, now);
      await noteNotice(tx, edition, key);
    }
    for (const one of group) await tx.approvals.noteTold(one.number, now);
    return true;
  });
}

async function noteNotice(
  { approvals }: Pick<Tx, "approvals">,
  { places }: WaitingEdition,
  key: string,
): Promise<void> {
  for (const { awaiting } of places) await approvals.noteNotice(awaiting.number, key);
}
