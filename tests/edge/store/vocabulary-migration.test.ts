import { DatabaseSync } from "node:sqlite";
import { expect, onTestFinished, test } from "vitest";
import { fileIn, openStore, type Store } from "#edge/store/store.ts";
import { ask, describePostgres } from "#tests/postgres/server.ts";
import { article, file, NOON } from "../../contract/store/samples.ts";
import { temporaryFolder } from "./temporary.ts";

const MERGER = { title: "Secret merger", embargo: { kind: "unreadable", text: "later" } } as const;

async function fill(store: Store): Promise<void> {
  await file(store, article("bridge", { title: "Harbour bridge closes", source: "Evening Post" }));
  await file(store, article("held", MERGER));
  await store.close();
}

/** A slip is understood of what was stored before, and of what comes, and what is held stays so. */
async function expectUnderstood(store: Store): Promise<void> {
  onTestFinished(() => store.close());
  const meant = (typed: string) => store.archive.meant(typed, "words", NOON, 9);
  expect(await meant("hrabour")).toEqual(["harbour"]);
  expect(await store.archive.meant("evennig", "from", NOON, 9)).toEqual(["evening"]);
  expect(await meant("mergre")).toEqual([]);
  await file(store, article("late", { title: "Ferries over the harbour" }));
  expect(await meant("freries")).toEqual(["ferries"]);
}

test("a slip is understood of copy that an earlier version has stored", async () => {
  const folder = temporaryFolder();
  await fill(await openStore({ folder }));
  const database = new DatabaseSync(fileIn(folder));
  database.exec(
    "drop view new_word; drop table vocabulary_word; drop table vocabulary_piece; drop table vocabulary",
  );
  database.exec(
    "drop table report; drop table report_notice; drop table greeting; drop table mention; drop table sign_in_link; drop table page_session",
  );
  database.exec("alter table article drop column audience");
  database.exec(
    "drop table wished_order; drop table left_out; drop table approval; drop table approval_notice; drop table restoration; drop table model_answer; drop table pair_opinion",
  );
  database.exec("drop table setting_seen; drop index audit_key; alter table audit drop column key");
  database.exec("delete from kysely_migration where name >= '0019'");
  database.close();
  await expectUnderstood(await openStore({ folder }));
});

test("words that stood in a vocabulary before are not stored once more", async () => {
  const folder = temporaryFolder();
  await fill(await openStore({ folder }));
  const database = new DatabaseSync(fileIn(folder));
  const count = () => database.prepare("select count(*) as words from vocabulary").get();
  const before = count();
  database.exec(
    "drop view new_word; drop table vocabulary_word; drop table mention; drop table sign_in_link; drop table page_session",
  );
  database.exec("alter table article drop column audience");
  database.exec(
    "drop table wished_order; drop table left_out; drop table approval; drop table approval_notice; drop table restoration; drop table model_answer; drop table pair_opinion",
  );
  database.exec("drop table setting_seen; drop index audit_key; alter table audit drop column key");
  database.exec("delete from kysely_migration where name >= '0022'");
  await (await openStore({ folder })).close();
  expect(count()).toEqual(before);
  database.close();
  await expectUnderstood(await openStore({ folder }));
});

describePostgres("with a server", (server) => {
  test("a slip is understood of copy that an earlier version has stored there", async () => {
    const [folder, url] = [temporaryFolder(), await server().emptyDatabase()];
    onTestFinished(() => server().giveBack(url));
    await fill(await openStore({ folder, url }));
    await ask(
      url,
      "drop table vocabulary, report, report_notice, greeting, mention, setting_seen, sign_in_link, page_session, wished_order, left_out, approval, approval_notice, restoration, model_answer, pair_opinion",
    );
    await ask(url, "alter table article drop column audience");
    await ask(url, "alter table audit drop column key");
    await ask(url, "delete from kysely_migration where name >= '0005'");
    await expectUnderstood(await openStore({ folder, url }));
  });
});
