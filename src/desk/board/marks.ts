import type { Instant } from "#core/article/instant.ts";
import type { Asked } from "#core/reply/front-desk.ts";
import { partsAt } from "#desk/reply/parts-at.ts";
import type { BoardParts } from "./parts.ts";

/** How much is new in a tab since somebody looked into it last. */
export interface Marks {
  readonly inbox: number;
  readonly held: number;
  readonly quarantine: number;
  /** When they were counted. */
  readonly at: Instant;
}

/** When each was looked into last. */
export type Seen = Readonly<Record<Exclude<keyof Marks, "at">, Instant>>;

/** Nobody counts further. */
export const MOST_COUNTED = 99;

/** For editors; whoever does not read all copy is not told how much of it came in. */
export async function marks(
  { arrivals, ledger, reader }: Pick<BoardParts, "arrivals" | "ledger" | "reader">,
  asked: Asked,
  seen: Seen,
): Promise<Marks> {
  const { heldCopy, clock, readers } = partsAt(reader, asked);
  const isAll = readers.audience === "internal";
  const at = clock.now();
  const latest = await ledger.inQuarantine({ skip: 0, limit: MOST_COUNTED });
  return {
    inbox: isAll ? await arrivals.countAfter(seen.inbox, MOST_COUNTED) : 0,
    held: (await heldCopy?.countHeld(seen.held, at, MOST_COUNTED)) ?? 0,
    quarantine: latest.filter((one) => one.at > seen.quarantine).length,
    at,
  };
}
