import type { Asked } from "#core/reply/front-desk.ts";
import type { StatusShown } from "#core/reply/status-answer.ts";
import type { AuditEntry } from "#desk/port/standing-orders.ts";
import type { BoardParts } from "./parts.ts";

/** How the bot is doing, as `/status` has it, with what was ordered last. */
export interface StatusSheet extends Omit<StatusShown, "page" | "channels"> {
  readonly audit: readonly AuditEntry[];
}

const LATEST = 12;

/** For editors. */
export async function statusSheet(
  { status, orders }: Pick<BoardParts, "status" | "orders">,
  asked: Asked,
): Promise<StatusSheet> {
  const { page: _page, channels: _channels, ...shown } = await status(asked);
  return {
    ...shown,
    waiting: shown.waiting.slice(0, LATEST),
    quarantined: shown.quarantined.slice(0, LATEST),
    audit: await orders.audit(0, 0, LATEST),
  };
}
