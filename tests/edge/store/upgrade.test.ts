import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import { Kysely } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { checkStore } from "#edge/store/check/check.ts";
import { openPool, openDialect as openServer } from "#edge/store/postgres/dialect.ts";
import { MIGRATIONS as OF_SERVER } from "#edge/store/postgres/migrations.ts";
import { openDialect } from "#edge/store/sqlite/dialect.ts";
import { MIGRATIONS as OF_FILE } from "#edge/store/sqlite/migrations.ts";
import { fileIn, openStore, type Store } from "#edge/store/store.ts";
import { newDesk } from "#tests/main/bot.ts";
import { ask, describePostgres } from "#tests/postgres/server.ts";
import { article, entry, file, issue, NOON, subscription } from "../../contract/store/samples.ts";
import { temporaryFolder } from "./temporary.ts";

type Value = SQLInputValue;
type Row = Readonly<Record<string, Value>>;
/** The rows of each table. */
type Rows = ReadonlyMap<string, readonly Row[]>;

/** What a bot leaves: two articles, one of them in two versions, an edition of which one part waits, files that came to something else, what editors said. */
async function fill(store: Store): Promise<void> {
  await file(store, article("flood-0"));
  await file(store, article("flood-1"));
  await file(store, article("flood-1", { revision: 2, body: "The river fell again." }));
  const front = subscription("front");
  await issue(store, front, NOON, { parts: 2 });
  const [claimed] = await store.outbox.claim(NOON, ["slack"]);
  await store.outbox.delivered(claimed?.key ?? "", { messageId: "m0", url: null }, NOON);
  const torn = { ...entry(article("x"), "quarantined"), path: "torn.txt", articleId: null };
  await store.ledger.record(torn);
  await store.ledger.noteStamp("torn.txt", "5:1:2");
  await store.orders.note({ at: NOON, by: "slack:U1", name: "Ada", did: "held flood-0" });
}

/** As a version of before wrote them: what came later is not there, neither tables nor columns. */
const LATER_FIELDS = ["subheadline", "located", "announced", "change", "guid", "version"];

/** What is told of a store to see that all of it is there. */
const KEPT = [
  "article",
  "article_revision",
  "ledger",
  "slot",
  "edition",
  "edition_item",
  "delivery",
  "progress",
  "audit",
  "sighting",
];

async function expectWhole(
  { folder, url }: { readonly folder: string; readonly url: string | undefined },
  before: Rows,
  rowsOf: () => Promise<Rows>,
): Promise<void> {
  const store = await openStore({ folder, url });
  expect((await store.archive.get("flood-1", NOON))?.article.body).toBe("The river fell again.");
  expect(await store.editions.lastSlot("front")).toBe(NOON);
  // The part that waited is still to go, and the one that stands is not.
  await store.takeShift("the test");
  expect((await store.outbox.claim(NOON, ["slack"])).map(({ key }) => key.at(-1))).toEqual(["1"]);
  await store.close();
  const findings = await checkStore({ folder, url }, NOON);
  expect(findings.filter(({ ok }) => !ok)).toEqual([]);
  const after = await rowsOf();
  for (const table of KEPT) {
    const rows = before.get(table);
    if (rows === undefined) continue;
    const own = (after.get(table) ?? []).map((row) => pickOf(row, Object.keys(rows[0] ?? {})));
    expect(own.map(plain).toSorted(), table).toEqual(rows.map(plain).toSorted());
  }
}

const pickOf = (row: Row, columns: readonly string[]): Row =>
  Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));

/** What a claim, a migration or nobody in particular gives is left out. */
const GIVEN = new Set(["stamp", "claimant", "state", "attempt", "due", "again", "lane", "article"]);

const plain = (row: Row): string =>
  JSON.stringify(
    Object.entries(row).filter(([column]) => !GIVEN.has(column)),
    (_, value: unknown) => (typeof value === "bigint" ? String(value) : value),
  );

const numbersOf = (migrations: Readonly<Record<string, Migration>>) => Object.keys(migrations);

async function migrateTo(
  db: Kysely<unknown>,
  migrations: Readonly<Record<string, Migration>>,
  name: string,
) {
  const provider = { getMigrations: async () => ({ ...migrations }) };
  const { error } = await new Migrator({ db, provider }).migrateTo(name);
  if (error !== undefined) throw error;
  await db.destroy();
}

/** The rows of the newest store, which older ones are made of. */
const filled = { file: new Map() as Rows };

const newestFolder = mkdtempSync(join(tmpdir(), "copydesk-store-"));
afterAll(() => rmSync(newestFolder, { recursive: true, force: true }));
beforeAll(async () => {
  const folder = newestFolder;
  const store = await openStore({ folder });
  await store.takeShift("the test");
  await fill(store);
  await store.close();
  filled.file = rowsIn(folder);
});

function rowsIn(folder: string): Rows {
  const db = new DatabaseSync(fileIn(folder));
  const tables = db
    .prepare(
      "select name from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite%' and name not like 'kysely%'",
    )
    .all();
  const rows = new Map<string, readonly Row[]>();
  for (const { name } of tables) {
    const statement = db.prepare(`select * from "${String(name)}"`);
    statement.setReadBigInts(true);
    rows.set(String(name), statement.all() as readonly Row[]);
  }
  db.close();
  return rows;
}

/** @returns what was written, by the tables of that number */
function writeOld(folder: string, number: string): Rows {
  const db = new DatabaseSync(fileIn(folder), { enableForeignKeyConstraints: false });
  const written = new Map<string, readonly Row[]>();
  for (const [table, rows] of filled.file) {
    const asked = db
      .prepare(
        'select name, type, "notnull" and dflt_value is null and not pk as needed from pragma_table_info(?)',
      )
      .all(table);
    const columns = asked.map(({ name }) => String(name));
    if (columns.length === 0) continue;
    const needed = asked.flatMap(({ name, type, needed }) =>
      needed === 1 ? [[String(name), type === "TEXT" ? "" : 0] as const] : [],
    );
    const own = rows.map((row) => {
      // A column that went since, and had to say something.
      const gone = Object.fromEntries(needed.filter(([column]) => !(column in row)));
      const known = {
        ...gone,
        ...pickOf(
          row,
          columns.filter((column) => column in row),
        ),
      };
      return table === "article_revision" && number < "0002" ? withoutLater(known) : known;
    });
    for (const row of own) insert(db, table, row);
    written.set(table, own);
  }
  // The words of a text can't be read back: those of these articles.
  const words = db.prepare("select name from pragma_table_info('article_words')").all();
  for (const { newness, id } of filled.file.get("article") ?? []) {
    const said = Object.fromEntries(words.map(({ name }) => [String(name), String(id)] as const));
    insert(db, "article_words", { rowid: newness ?? null, ...said });
    insert(db, "headline_words", { rowid: newness ?? null, headline: String(id) });
  }
  db.close();
  return written;
}

function withoutLater(row: Row): Row {
  const article: Record<string, unknown> = JSON.parse(String(row.article));
  for (const field of LATER_FIELDS) delete article[field];
  return { ...row, article: JSON.stringify(article) };
}

function insert(db: DatabaseSync, table: string, row: Row): void {
  const columns = Object.keys(row);
  const marks = columns.map(() => "?").join(", ");
  const named = columns.map((column) => `"${column}"`).join(", ");
  db.prepare(`insert into "${table}" (${named}) values (${marks})`).run(...Object.values(row));
}

async function oldFolder(
  number: string,
): Promise<{ readonly folder: string; readonly before: Rows }> {
  const folder = temporaryFolder();
  await migrateTo(new Kysely({ dialect: openDialect(fileIn(folder)) }), OF_FILE, number);
  return { folder, before: writeOld(folder, number) };
}

test.each(
  numbersOf(OF_FILE),
)("a store as it was at %s is brought up to date, with all that stood in it", async (number) => {
  const { folder, before } = await oldFolder(number);
  expect(before.get("article_revision")?.length).toBe(3);
  await expectWhole({ folder, url: undefined }, before, async () => rowsIn(folder));
});

test.each([
  "0001-newsroom",
  "0012-clock",
  numbersOf(OF_FILE).at(-1) ?? "",
])("the bot starts on a store of %s", async (number) => {
  const { folder } = await oldFolder(number);
  const desk = newDesk();
  const { code, err, out } = await desk.run(["start", "--once"], {
    env: { COPYDESK_DATA: folder },
  });
  expect(err).toBe("");
  expect(out).toContain("Edition of front-page: 2 articles");
  expect(code).toBe(0);
});

test("the bot does not start on a store of a newer version, and says what to do", async () => {
  const { folder, before } = await oldFolder(numbersOf(OF_FILE).at(-1) ?? "");
  const db = new DatabaseSync(fileIn(folder));
  db.exec("insert into kysely_migration values ('9999-next', '2030-01-01')");
  db.close();
  const { code, err } = await newDesk().run(["start", "--once"], {
    env: { COPYDESK_DATA: folder },
  });
  expect(code).toBe(1);
  expect(err).toMatch(
    /was written by a newer Copydesk.*Update Copydesk, or choose another data folder/,
  );
  expect(rowsIn(folder).get("ledger")).toEqual(before.get("ledger"));
});

describePostgres("in PostgreSQL", (server) => {
  let newest: ReadonlyMap<string, readonly string[]> = new Map();
  const tablesOf = async (url: string) => {
    const found = await ask(
      url,
      "select tablename as name from pg_tables where schemaname = 'public' and tablename not like 'kysely%'",
    );
    return (found as readonly { readonly name: string }[]).map(({ name }) => name);
  };
  const jsonOf = async (url: string) => {
    const rows = new Map<string, readonly string[]>();
    for (const table of await tablesOf(url)) {
      const found = await ask(url, `select to_jsonb(one)::text as row from "${table}" one`);
      rows.set(
        table,
        (found as readonly { readonly row: string }[]).map(({ row }) => row),
      );
    }
    return rows;
  };
  const parsed = (rows: ReadonlyMap<string, readonly string[]>): Rows =>
    new Map([...rows].map(([table, all]) => [table, all.map((row): Row => JSON.parse(row))]));

  beforeAll(async () => {
    const url = await server().emptyDatabase();
    const store = await openStore({ folder: newestFolder, url });
    const shift = await store.takeShift("the test");
    await fill(shift.store);
    newest = await jsonOf(url);
    await store.close();
    await server().giveBack(url);
  });

  test.each(
    numbersOf(OF_SERVER),
  )("a store as it was at %s is brought up to date, with all that stood in it", async (number) => {
    const [folder, url] = [temporaryFolder(), await server().emptyDatabase()];
    onTestFinished(() => server().giveBack(url));
    await ask(url, "drop schema public cascade; create schema public");
    const pool = openPool(url);
    await migrateTo(new Kysely({ dialect: openServer(pool, "old") }), OF_SERVER, number);
    await pool.end();
    const before = new Map<string, readonly Row[]>();
    for (const table of await tablesOf(url)) {
      // Who was at work is gone.
      const rows = table === "shift" ? [] : (newest.get(table) ?? []);
      const columns = await ask(
        url,
        `select column_name as name, data_type as type,
           is_nullable = 'NO' and column_default is null and is_identity = 'NO' as needed
         from information_schema.columns
         where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER'`,
        [table],
      );
      const asked = columns as readonly { name: string; type: string; needed: boolean }[];
      const own = asked.map(({ name }) => name);
      // A column that went since, and had to say something.
      const gone = asked.filter(
        ({ name, needed }) => needed && rows[0] !== undefined && !(name in JSON.parse(rows[0])),
      );
      const written = rows.map((row) => {
        const all: Row = JSON.parse(row);
        return pickOf(
          all,
          own.filter((column) => column in all),
        );
      });
      for (const [index, row] of written.entries()) {
        const named = [...Object.keys(row), ...gone.map(({ name }) => name)]
          .map((column) => `"${column}"`)
          .join(", ");
        // By its text, since numbers of the database have more digits than those of JSON here.
        await ask(
          url,
          `set session_replication_role = replica; insert into "${table}" (${named}) overriding system value select ${named} from jsonb_populate_record(null::public."${table}", '${(rows[index] ?? "").replaceAll("'", "''")}'::jsonb || '${JSON.stringify(Object.fromEntries(gone.map(({ name, type }) => [name, type === "text" ? "" : 0])))}')`,
        );
      }
      before.set(table, written);
    }
    expect(before.get("article_revision")?.length).toBe(3);
    await expectWhole({ folder, url }, before, async () => parsed(await jsonOf(url)));
  });
});
