import { join } from "node:path";
import { Kysely, sql } from "kysely";
import { expect, onTestFinished, test } from "vitest";
import type { Article } from "#core/article/article.ts";
import type { Brief } from "#core/brief/brief.ts";
import { ANYTHING, type Sought } from "#core/reply/sought.ts";
import type { Schema } from "#edge/store/schema.ts";
import { openDialect } from "#edge/store/sqlite/dialect.ts";
import { MIGRATIONS, migrateFile } from "#edge/store/sqlite/migrations.ts";
import { openStore, type Store } from "#edge/store/store.ts";
import { sampleQuote } from "#tests/samples.ts";
import { article, briefOf, file, ids, NOON } from "../../contract/store/samples.ts";
import { temporaryFolder } from "./temporary.ts";

const { "0001-newsroom": newsroom, "0002-intake": intake, "0003-outbox": outbox } = MIGRATIONS;
const BEFORE = Object.entries({
  ...{ "0001-newsroom": newsroom, "0002-intake": intake, "0003-outbox": outbox },
}).flatMap(([name, migration]) => (migration === undefined ? [] : [[name, migration] as const]));

/** Stores revisions as the version before did: the words that it found them by are other words. */
async function fillBefore(folder: string, revisions: readonly (readonly [Article, Brief])[]) {
  const path = join(folder, "copydesk.db");
  const db = new Kysely<Schema>({ dialect: openDialect(path) });
  await migrateFile(db, path, Object.fromEntries(BEFORE));
  for (const [index, [one, brief]] of revisions.entries()) {
    const { id, revision, contentHash, takenIn } = one;
    const held = one.status === "usable" ? null : Number.MAX_SAFE_INTEGER;
    await sql`
      insert into article (newness, number, id, revision, path, content_hash, taken_in, embargo_until,
        section, tags, headline)
      values ((${takenIn} << 20) + cast(${index} as integer), ${index * 7 + 1}, ${id}, ${revision}, ${one.path},
        ${contentHash}, ${takenIn}, ${held}, null, '[]', ${brief.headline})
      on conflict (id) do update set newness = excluded.newness, number = excluded.number,
        revision = excluded.revision, embargo_until = excluded.embargo_until,
        headline = excluded.headline
    `.execute(db);
    await sql`
      insert into article_revision (article_id, revision, path, content_hash, article, brief)
      values (${id}, ${revision}, ${one.path}, ${contentHash}, ${JSON.stringify(one)},
        ${JSON.stringify({ ...brief, body: null })})
    `.execute(db);
  }
  await sql`insert into article_words (rowid, headline, byline, tags, body)
    select newness, 'former', '', '', 'words' from article`.execute(db);
  await sql`insert into headline_words (rowid, headline) select newness, 'former' from article`.execute(
    db,
  );
  await db.destroy();
}

async function reopen(folder: string): Promise<Store> {
  const store = await openStore({ folder });
  onTestFinished(() => store.close());
  return store;
}

async function found({ archive }: Store, sought: Partial<Sought>): Promise<readonly string[]> {
  return ids(
    await archive.find({ ...ANYTHING, ...sought }, "oldest", NOON, { skip: 0, limit: 999 }),
  );
}

test("every article of a database from before is found by what it is looked for now", async () => {
  const folder = temporaryFolder();
  const bridge = article("bridge", { title: "Bridge opens", tags: ["Roads"], source: "Tarn Wire" });
  const quiet = article("quiet", { title: "Nobody speaks", dateline: null });
  const late = article("quiet", { revision: 2, title: "Nobody spoke", dateline: null });
  const killed = article("killed", { title: "Gone", status: "killed", source: "Gone Wire" });
  await fillBefore(folder, [
    [bridge, { ...briefOf(bridge), quotes: [sampleQuote()] }],
    [quiet, { ...briefOf(quiet), quotes: [sampleQuote()] }],
    [late, { ...briefOf(late), quotes: [] }],
    [killed, { ...briefOf(killed), quotes: [sampleQuote()] }],
  ]);
  const store = await reopen(folder);
  expect(await found(store, {})).toEqual(["bridge", "quiet"]);
  expect(await found(store, { words: ["ferry", "sandholm"] })).toEqual(["bridge", "quiet"]);
  expect(await found(store, { words: ["spoke"] })).toEqual(["quiet"]);
  expect(await found(store, { words: ["speaks"] })).toEqual([]);
  expect(await found(store, { words: ["former"] })).toEqual([]);
  expect(await found(store, { speaker: "solen" })).toEqual(["bridge"]);
  expect(await found(store, { place: "sandholm" })).toEqual(["bridge"]);
  expect(await found(store, { from: "tarn wire" })).toEqual(["bridge"]);
  expect(await found(store, { quoted: true })).toEqual(["bridge"]);
  const { archive } = store;
  expect(await archive.headlines("former", NOON, 9)).toEqual([]);
  expect(await archive.headlines("nob", NOON, 9)).toEqual([
    { id: "quiet", headline: "Nobody spoke" },
  ]);
  expect(await archive.names("speaker", "", NOON, 9)).toEqual(["Mira Solen"]);
  expect(await archive.names("source", "", NOON, 9)).toEqual(["Tarn Wire"]);
  expect(await archive.names("topic", "ro", NOON, 9)).toEqual(["Roads"]);
  expect((await archive.revisions("quiet", NOON, 9)).map(({ title }) => title)).toEqual([
    "Nobody speaks",
    "Nobody spoke",
  ]);
});

test("of several hundred articles from before each is found, and each can be filed anew", async () => {
  const folder = temporaryFolder();
  const all = Array.from({ length: 450 }, (_, index) => article(`a${index}`));
  await fillBefore(
    folder,
    all.map((one) => [one, briefOf(one)]),
  );
  const store = await reopen(folder);
  const expected = all.map(({ id }) => id).toSorted();
  expect((await found(store, { words: ["ferry"] })).toSorted()).toEqual(expected);
  expect((await found(store, { place: "sandholm" })).toSorted()).toEqual(expected);
  await file(store, article("a7", { revision: 2, body: "A tram.", dateline: null }));
  await file(store, article("new", { body: "A tram." }));
  expect((await found(store, { words: ["tram"] })).toSorted()).toEqual(["a7", "new"]);
  expect(await found(store, { words: ["ferry"] })).toHaveLength(449);
});

test("an empty database from before opens", async () => {
  const folder = temporaryFolder();
  await fillBefore(folder, []);
  expect(await found(await reopen(folder), {})).toEqual([]);
});
