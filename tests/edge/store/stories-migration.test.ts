import { join } from "node:path";
import { Kysely, sql } from "kysely";
import { expect, test } from "vitest";
import { createWriteBrief } from "#core/brief/write.ts";
import { createStoryDesk } from "#desk/story.ts";
import type { Schema } from "#edge/store/schema.ts";
import { openDialect } from "#edge/store/sqlite/dialect.ts";
import { openStore, type Store } from "#edge/store/store.ts";
import { article, issue, MINUTE, NOON, subscription } from "../../contract/store/samples.ts";
import { temporaryFolder } from "./temporary.ts";

const writeBrief = createWriteBrief();
const DAY = 24 * 60 * MINUTE;
const FLOOD =
  "A flash flood swept through the Sarn valley before dawn, killing 12 people in the village of Tevik, the governor, Halim Dorro, said.";
const BONDS = "Bonds rose in Port Arden on Friday, dealers said, and nobody knew why.";

async function fileReport(store: Store, id: string, body: string, takenIn = NOON): Promise<void> {
  const of = article(id, { title: `Report ${id}`, body, takenIn, source: `Wire of ${id}` });
  await store.archive.file(of, writeBrief(of), []);
}

function placeAll(store: Store, now = NOON): Promise<void> {
  const clock = { now: () => now };
  return createStoryDesk({ store, clock, pause: async () => undefined }).placeAll();
}

/** Makes of a store what the version before left: signatures of another form, and stories told by them. */
async function turnBack(folder: string): Promise<void> {
  const db = new Kysely<Schema>({ dialect: openDialect(join(folder, "copydesk.db")) });
  for (const statement of [
    "drop table story_link",
    "drop index edition_item_article",
    "drop index edition_told_article",
    "drop index ledger_sight",
    "drop index ledger_sight_at",
    "drop index article_revised",
    "drop index delivery_item_shown",
    "drop index delivery_item_withdrawn",
    "drop index delivery_waiting",
    "drop index ledger_quarantined",
    "drop table interaction",
    "drop view new_word",
    "drop table vocabulary_word",
    "drop table vocabulary_piece",
    "drop table vocabulary",
    "drop table report",
    "drop table report_notice",
    "drop table greeting",
    "drop table mention",
    "drop table sign_in_link",
    "drop table page_session",
    "drop table wished_order",
    "drop table left_out",
    "drop table approval",
    "drop table approval_notice",
    "drop table restoration",
    "drop table model_answer",
    "drop table pair_opinion",
    "alter table delivery drop column claimant",
    "alter table article_revision drop column stamp",
    "alter table article drop column audience",
    "drop table setting_seen",
    "drop index audit_key",
    "alter table audit drop column key",
    "delete from kysely_migration where name >= '0013-story-links'",
    "update story_member set signature = '{}', story = 'carried'",
  ])
    await sql.raw(statement).execute(db);
  await db.destroy();
}

test("what an earlier version placed is read anew where it may still be joined, and what was carried stays", async () => {
  const folder = temporaryFolder();
  const before = await openStore({ folder });
  await fileReport(before, "old", FLOOD, NOON - 9 * DAY);
  await placeAll(before, NOON - 9 * DAY);
  await fileReport(before, "carried", BONDS, NOON - DAY);
  await placeAll(before);
  await issue(before, subscription("front"), NOON - DAY);
  await fileReport(before, "bonds", `${BONDS} Shares fell.`, NOON - DAY);
  await fileReport(before, "flood", FLOOD, NOON - DAY);
  await placeAll(before);
  await before.close();
  await turnBack(folder);

  const store = await openStore({ folder });
  await fileReport(store, "more", `Two bridges are gone. ${FLOOD}`);
  await placeAll(store);
  const ids = ["old", "carried", "bonds", "flood", "more"];
  const placed = await store.stories.placements(ids, NOON);
  await store.close();
  expect(Object.fromEntries([...placed].map(([id, { story }]) => [id, story]))).toEqual({
    ...{ old: "carried", carried: "carried", bonds: "carried" },
    ...{ flood: "flood", more: "flood" },
  });
});
