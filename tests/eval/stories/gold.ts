import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";

const Report = z.strictObject({
  id: z.string(),
  source: z.string(),
  at: z.iso.datetime(),
  title: z.string(),
  body: z.string(),
  /** The story that it belongs to; left out: that of the event. */
  group: z.string().optional(),
  /** The report whose text it carries. */
  copyOf: z.string().optional(),
});
export type Report = z.infer<typeof Report>;

const Change = z.strictObject({
  /** What readers know. */
  before: z.array(z.string()).min(1),
  after: z.string(),
  /** As a reader sees them: `killed: 12 → 15`. */
  figures: z.array(z.string()),
  names: z.array(z.string()),
  /** Words of the sentences of the newer report that tell what the older do not. */
  facts: z.array(z.string()),
  /** Words of sentences of which it may be told or left: an editor would do either. */
  open: z.array(z.string()).default([]),
});
export type LabelledChange = z.infer<typeof Change>;

const Disagreement = z.strictObject({
  of: z.array(z.string()).min(2),
  /** As a reader sees them; empty where the reports do not disagree. */
  says: z.array(z.string()),
});
export type LabelledDisagreement = z.infer<typeof Disagreement>;

/** Reports on one fictional event, and what an editor says of them. */
export const GoldEvent = z.strictObject({
  event: z.string(),
  /** Written after the rules: nobody has tuned them to it. */
  heldBack: z.boolean().default(false),
  traps: z.array(z.string()).min(1),
  articles: z.array(Report).min(1),
  changes: z.array(Change).default([]),
  disagreements: z.array(Disagreement).default([]),
});
export type GoldEvent = z.infer<typeof GoldEvent>;

/** Reads the events, in the order of their file names. */
export function readGoldEvents(folder = join(import.meta.dirname, "gold")): readonly GoldEvent[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(".yaml"));
  return files
    .toSorted()
    .map((file) => GoldEvent.parse(parse(readFileSync(join(folder, file), "utf8"))));
}
