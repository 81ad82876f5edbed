import { DatabaseSync } from "node:sqlite";
import { expect, onTestFinished, test } from "vitest";
import { fileIn, openStore, type Store } from "#edge/store/store.ts";
import { ask, describePostgres } from "#tests/postgres/server.ts";
import { article, file, NOON } from "../../contract/store/samples.ts";
import { temporaryFolder } from "./temporary.ts";

/** Of the second the latest revision alone counts, and it may be shown to anyone. */
async function fill(store: Store): Promise<void> {
  await file(store, article("open"));
  await file(store, article("again", { usageTerms: "No resale" }));
  await file(store, article("again", { revision: 2, body: "The tide turned again." }));
  await file(store, article("terms", { usageTerms: "Not for publication" }));
  await file(store, article("marked", { internal: true }));
  await store.close();
}

async function expectKept(store: Store): Promise<void> {
  onTestFinished(() => store.close());
  const shownTo = async (audience: "public" | null) => {
    const archive = store.archive.forReaders({ audience, internalSections: [] });
    return (await archive.latest(NOON, 9)).map(({ article: { id } }) => id).toSorted();
  };
  expect(await shownTo("public")).toEqual(["again", "open"]);
  expect(await shownTo(null)).toEqual(["again", "open", "terms"]);
}

test("copy that an earlier version has stored is kept from those whom it is not for", async () => {
  const folder = temporaryFolder();
  await fill(await openStore({ folder }));
  const database = new DatabaseSync(fileIn(folder));
  database.exec("alter table article drop column audience");
  database.exec("drop table sign_in_link; drop table page_session");
  database.exec(
    "drop table wished_order; drop table left_out; drop table approval; drop table approval_notice; drop table restoration; drop table model_answer; drop table pair_opinion",
  );
  database.exec("delete from kysely_migration where name >= '0025'");
  database.close();
  await expectKept(await openStore({ folder }));
});

describePostgres("with a server", (server) => {
  test("and so is what it has stored there", async () => {
    const [folder, url] = [temporaryFolder(), await server().emptyDatabase()];
    onTestFinished(() => server().giveBack(url));
    await fill(await openStore({ folder, url }));
    await ask(url, "alter table article drop column audience");
    await ask(url, "drop table sign_in_link, page_session");
    await ask(
      url,
      "drop table wished_order, left_out, approval, approval_notice, restoration, model_answer, pair_opinion",
    );
    await ask(url, "delete from kysely_migration where name >= '0010'");
    await expectKept(await openStore({ folder, url }));
  });
});
