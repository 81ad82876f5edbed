import type { OrderParts } from "#desk/editor/parts.ts";
import type { Clock } from "#desk/port/clock.ts";
import type { AdminPlace } from "#desk/port/notices.ts";
import type { ReplyParts } from "#desk/reply/parts.ts";
import type { ReportDesk } from "#desk/report.ts";

/** What is made of what askers have done for themselves. */
export interface AskerParts extends Pick<OrderParts, "openDirect"> {
  readonly reader: ReplyParts;
  readonly clock: Clock;
  readonly reports: ReportDesk;
  /** The editors' channels. */
  readonly places: readonly AdminPlace[];
  /** Has what is in the outbox carried now. */
  readonly carry: () => void;
}
