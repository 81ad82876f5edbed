import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { z } from "zod";

const Row = z.object({
  key: z.string(),
  subscription: z.string(),
  slot: z.number(),
  kind: z.enum(["post", "notice", "edit", "reply"]),
  target: z.string().nullable(),
  platform: z.enum(["slack", "discord", "preview"]),
  address: z.string(),
  state: z.enum(["waiting", "claimed", "delivered", "given-up"]),
  messageId: z.string().nullable(),
  attempt: z.number(),
});
export type Row = z.infer<typeof Row>;

/**
 * The outbox as it lies on disk, in the order in which it is carried: also while the bot is at work,
 * and without any code that is tested here.
 */
export function readOutbox(data: string): readonly Row[] {
  const database = new DatabaseSync(join(data, "copydesk.db"), { readOnly: true, timeout: 5_000 });
  try {
    const rows = database
      .prepare(
        `select key, subscription, slot, kind, target, platform, address, state, attempt,
          message_id as messageId
        from delivery order by subscription, slot, part`,
      )
      .all();
    return z.array(Row).parse(rows);
  } finally {
    database.close();
  }
}
