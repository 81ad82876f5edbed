import { sql } from "kysely";
import type { Instant } from "#core/article/instant.ts";
import type { KeptEdition } from "#core/digest/kept.ts";
import type { Made, MadeFor, Part } from "#desk/port/editions.ts";
import { unsent } from "./delivery-row.ts";
import { type Columns, insertRows } from "./insert.ts";
import { toJson } from "./json.ts";
import { recordTold, storeTold } from "./posted.ts";
import type {
  ApprovalTable,
  DeliveryTable,
  EditionTable,
  ItemTable,
  MentionTable,
  ShownTable,
  Writing,
} from "./schema.ts";

const EDITION: Columns<EditionTable> = {
  ...{ subscription: "text", slot: "whole", channel: "text", time_zone: "text" },
  waiting: "whole",
};

const ITEM: Columns<ItemTable> = {
  ...{ subscription: "text", slot: "whole", position: "whole", article_id: "text" },
  ...{ revision: "whole", is_update: "whole", reason: "text" },
};

const DELIVERY: Columns<DeliveryTable> = {
  ...{ key: "text", subscription: "text", slot: "whole", part: "whole", kind: "text" },
  ...{ target: "text", silent: "whole", platform: "text", address: "text", message: "text" },
  ...{ state: "text", due: "whole", attempt: "whole", again: "whole", error: "text" },
  ...{ message_id: "text", url: "text", settled_at: "whole", claimant: "whole" },
};

const SHOWN: Columns<ShownTable> = {
  ...{ article_id: "text", revision: "whole", withdrawn: "whole", kept: "text", key: "text" },
};

const MENTION: Columns<MentionTable> = {
  ...{ platform: "text", address: "text", called: "text", article_id: "text", at: "whole" },
};

type NewApproval = Omit<
  ApprovalTable,
  "number" | "told_at" | "decided" | "decided_by" | "decided_at"
>;

const APPROVAL: Columns<NewApproval> = {
  ...{ subscription: "text", slot: "whole", channel: "text", kept: "text", tally: "text" },
  ...{ left_out: "text", at: "whole", goes_at: "whole" },
};

/** Stores editions, and puts their parts into the outbox, in a statement a table, however many there are. */
export async function storeMade(
  writing: Writing,
  given: readonly MadeFor[],
  now: Instant,
): Promise<void> {
  const { awaiting = [], all = [] } = Object.groupBy(given, ({ made }) =>
    made.awaits === undefined ? "all" : "awaiting",
  );
  if (awaiting.length > 0) await storeAwaiting(writing, awaiting, now);
  const made = all.map((one) => one.made);
  await insertRows(writing, "edition", EDITION, made.map(editionRow));
  await insertRows(writing, "edition_item", ITEM, made.flatMap(itemRows));
  await recordTold(writing, all, now);
  const deliveries = all.flatMap((one) => deliveryRows(one, now));
  await insertRows(writing, "delivery", DELIVERY, deliveries);
  const shown = made.flatMap((one) => one.parts.flatMap((part) => shownRows(part, one)));
  await insertRows(writing, "delivery_item", SHOWN, shown, sql`on conflict do nothing`);
  // Whoever else had told of one of them meanwhile: then nothing of this is stored.
  const mentions = all.flatMap((one) => mentionRows(one, now));
  await insertRows(writing, "mention", MENTION, mentions);
}

/** Nothing goes into the outbox, and the ledger tells of nothing that nobody has decided. */
async function storeAwaiting(
  writing: Writing,
  all: readonly MadeFor[],
  at: Instant,
): Promise<void> {
  const waits = all.flatMap(({ made }) => made.awaits ?? []);
  await storeKept(
    writing,
    waits.map(({ kept }) => kept),
  );
  const rows = waits.map(({ kept, tally, left, goesAt }): NewApproval => {
    const { subscription, slot, channel } = kept;
    const texts = { kept: toJson(kept), tally: tally === null ? null : toJson(tally) };
    return { subscription, slot, channel, ...texts, left_out: toJson(left), at, goes_at: goesAt };
  });
  await insertRows(writing, "approval", APPROVAL, rows);
}

/** What an edition carries that waits for an editor's word, so that no later one carries it. */
export async function storeKept(writing: Writing, all: readonly KeptEdition[]): Promise<void> {
  await insertRows(
    ...([writing, "edition", EDITION] as const),
    all.map(({ subscription, slot, channel, timeZone, waiting }) => {
      return { subscription, slot, channel, time_zone: timeZone, waiting };
    }),
  );
  const items = all.flatMap(({ subscription, slot, items: carried }) =>
    carried.map(({ id, revision, update, reason }, position): ItemTable => {
      const is_update = update ? 1 : 0;
      return {
        subscription,
        slot,
        position,
        article_id: id,
        revision,
        is_update,
        reason: reason ?? null,
      };
    }),
  );
  await insertRows(writing, "edition_item", ITEM, items);
  const told = all.flatMap((one) =>
    one.told.map(({ id, revision }) => {
      return { subscription: one.subscription, article_id: id, revision, slot: one.slot };
    }),
  );
  await storeTold(writing, told);
}

/** Takes an edition out that was never given to anybody. Its slot stays dealt with. */
export async function dropMade(
  writing: Writing,
  { subscription, slot }: Pick<EditionTable, "subscription" | "slot">,
): Promise<void> {
  for (const table of ["edition_item", "edition_told", "edition"] as const) {
    await writing
      .deleteFrom(table)
      .where("subscription", "=", subscription)
      .where("slot", "=", slot)
      .execute();
  }
}

function editionRow({ edition }: Made): EditionTable {
  const { subscription, slot, channel, timeZone, waiting } = edition;
  return { subscription, slot, channel, time_zone: timeZone, waiting };
}

function itemRows({ edition: { subscription, slot, items } }: Made): readonly ItemTable[] {
  return items.map(({ filed: { article }, update, reason }, position) => ({
    ...{ subscription, slot, position, article_id: article.id, revision: article.revision },
    ...{ is_update: update ? 1 : 0, reason: reason ?? null },
  }));
}

function deliveryRows(
  { subscription: { id, platform, address }, made: { edition, parts } }: MadeFor,
  due: Instant,
): readonly DeliveryTable[] {
  const place = { subscription: id, platform, address };
  return parts.map(({ key, under, message }, part) => ({
    ...{ key, ...place, slot: edition.slot, part },
    kind: under === undefined ? "post" : "reply",
    target: under ?? null,
    silent: edition.silent === true ? 1 : 0,
    message: toJson(message),
    ...unsent(due),
  }));
}

function mentionRows({ subscription, made }: MadeFor, at: Instant): readonly MentionTable[] {
  const { platform, address } = subscription;
  const { group: called, articles } = made.call ?? { group: "", articles: [] };
  return articles.map((article_id) => ({ platform, address, called, article_id, at }));
}

/** Where each article stands, so that a correction finds it. */
function shownRows(
  { key, message }: Part,
  { edition: { items: carried } }: Made,
): readonly ShownTable[] {
  const shown = new Set(
    message.sections.flatMap(({ about, beside = [] }) => [...(about ? [about] : []), ...beside]),
  );
  const reports = carried.flatMap(({ filed, story }) => [filed.article, ...(story?.beside ?? [])]);
  return reports
    .filter(({ id }) => shown.has(id))
    .map(({ id, revision }) => ({ article_id: id, revision, withdrawn: 0, kept: null, key }));
}
