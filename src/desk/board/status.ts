import type { Asked } from "#core/reply/front-desk.ts";
import type { StatusShown } from "#core/reply/status-answer.ts";
import { withHeadlines } from "#desk/editor/named-in-audit.ts";
import type { AuditEntry } from "#desk/port/standing-orders.ts";
import { partsAt } from "#desk/reply/parts-at.ts";
import type { BoardParts } from "./parts.ts";

/** How the bot is doing, as `/status` has it, with what was ordered last. */
export interface StatusSheet extends Omit<StatusShown, "page" | "channels"> {
  readonly audit: readonly AuditEntry[];
}

const LATEST = 12;

/** For editors. */
export async function statusSheet(
  { status, orders, reader }: Pick<BoardParts, "status" | "orders" | "reader">,
  asked: Asked,
): Promise<StatusSheet> {
  const { page: _page, channels: _channels, ...shown } = await status(asked);
  const { archive, heldCopy, clock } = partsAt(reader, asked);
  const headlineOf = async (id: string) => {
    const now = clock.now();
    const filed = (await archive.get(id, now)) ?? (await heldCopy?.heldArticle(id, now));
    return filed?.brief.headline ?? null;
  };
  const audit: AuditEntry[] = [];
  for (const entry of await orders.audit(0, 0, LATEST)) {
    audit.push({ ...entry, did: await withHeadlines(headlineOf, entry.did) });
  }
  return {
    ...shown,
    waiting: shown.waiting.slice(0, LATEST),
    quarantined: shown.quarantined.slice(0, LATEST),
    audit,
  };
}
