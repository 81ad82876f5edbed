import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { backUp } from "#edge/store/backup/backup.ts";
import { restore } from "#edge/store/backup/restore.ts";
import { checkStore } from "#edge/store/check/check.ts";
import { lockFolder } from "#edge/store/lock.ts";
import { type MoveWatch, moveStore, type Phase } from "#edge/store/move/move.ts";
import { openStore, type Store } from "#edge/store/store.ts";
import { type PostgresServer, startPostgres } from "#tests/postgres/server.ts";
import { article, entry, file, ids, NOON } from "../../../contract/store/samples.ts";
import { orderOf, SILENT } from "../backup/sample.ts";
import { PROGRAM, startChild } from "../child.ts";
import { temporaryFolder } from "../temporary.ts";
import { dump, fillStore, withoutNul } from "./sample.ts";

const TEMPORARY = join(tmpdir(), "copydesk-store-");

let server: PostgresServer;
/** Stores that tests take copies of: with rows in every table, and with none. */
const [full, empty] = [mkdtempSync(TEMPORARY), mkdtempSync(TEMPORARY)];

beforeAll(async () => {
  server = await startPostgres();
  await fillStore(full);
  await (await openStore({ folder: empty })).close();
});

afterAll(async () => {
  for (const folder of [full, empty]) rmSync(folder, { recursive: true });
  await server.stop();
});

async function newDatabase(): Promise<string> {
  const url = await server.emptyDatabase();
  onTestFinished(() => server.giveBack(url));
  return url;
}

/** Another client of the database. */
async function ask(url: string, statement: string): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

/** Makes its tables, so that a test can do something to them. */
async function migrated(url: string): Promise<void> {
  await (await openStore({ folder: temporaryFolder(), url })).close();
}

async function rowsAt(url: string): Promise<number> {
  const [row] = await ask(
    url,
    "select (select count(*) from article) + (select count(*) from ledger) + (select count(*) from sighting) + (select count(*) from article_words) as rows",
  );
  return Number((row as { rows: string }).rows);
}

function copyOf(store: string): string {
  const folder = temporaryFolder();
  copyFileSync(join(store, "copydesk.db"), join(folder, "copydesk.db"));
  return folder;
}

const filled = () => copyOf(full);

const there = (folder: string, url: string, watch = SILENT) =>
  moveStore({ folder, url, way: "there" }, watch);
const back = (folder: string, url: string, watch = SILENT) =>
  moveStore({ folder, url, way: "back" }, watch);

describe("there and back", () => {
  test("gives every row of every table again, and leaves what was moved as it was", async () => {
    const [folder, other, url] = [filled(), temporaryFolder(), await newDatabase()];
    const before = dump(folder);
    const empty = [...before].filter(([, rows]) => rows.length === 0).map(([name]) => name);
    expect(empty).toEqual([]); // a table without a row would prove nothing
    const moved = await there(folder, url);
    expect(Object.fromEntries(moved.counts)).toEqual(
      Object.fromEntries(
        [...before]
          // What the vocabulary is asked for is filled anew, from the words that are.
          .filter(([name]) => name !== "sqlite_sequence" && name !== "vocabulary_word")
          .map(([name, rows]) => [name, rows.length]),
      ),
    );
    expect(dump(folder)).toEqual(before);
    await back(other, url);
    expect(dump(other)).toEqual(dump(folder, withoutNul));
  });

  test("articles are found by their words in either, and names are offered", async () => {
    const [folder, other, url] = [filled(), temporaryFolder(), await newDatabase()];
    await there(folder, url);
    await back(other, url);
    for (const place of [{ folder: temporaryFolder(), url }, { folder: other }]) {
      const store = await openStore(place);
      const found = await store.archive.search("flash flood", NOON, 9);
      expect(ids(found).toSorted()).toEqual(["flood-0", "flood-1", "flood-2", "flood-3"]);
      expect(await store.archive.names("speaker", "dor", NOON, 9)).toEqual(["Halim Dorro"]);
      expect(ids(await store.archive.latest(NOON, 9))).toEqual([
        ...["flood-3", "flood-2", "flood-1", "flood-0"],
      ]);
      await store.close();
    }
  });

  test("numbers go on behind the highest that was ever given", async () => {
    const [folder, other, url] = [filled(), temporaryFolder(), await newDatabase()];
    await there(folder, url);
    const store = await openStore({ folder: temporaryFolder(), url });
    await file(store, article("later"));
    await store.orders.note({ at: NOON, by: "slack:U1", name: "Ana", did: "looked" });
    await store.close();
    expect(await ask(url, "select min(number) as number from ledger where number > 400")).toEqual([
      { number: "501" },
    ]);
    expect(await ask(url, "select number from audit order by number")).toEqual([
      { number: "41" },
      { number: "42" },
    ]);
    await ask(url, "delete from ledger where number = 502");
    await back(other, url);
    const embedded = await openStore({ folder: other });
    await embedded.ledger.record(entry(article("last"), "taken-in"));
    await embedded.close();
    const numbers = new DatabaseSync(join(other, "copydesk.db"))
      .prepare("select max(number) as number from ledger")
      .get();
    expect(numbers).toEqual({ number: 503 });
  });

  test("any text, any whole number of 63 bits and any double arrive as they are", async () => {
    const text = fc.string({ unit: "binary", maxLength: 20 });
    const whole = fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n);
    const real = fc.double({ noNaN: true });
    const row = fc.record({ text, whole, real });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 40 }), async (rows) => {
        const [folder, other, url] = [copyOf(empty), copyOf(empty), await server.emptyDatabase()];
        const database = new DatabaseSync(join(folder, "copydesk.db"));
        for (const [index, one] of rows.entries()) {
          database
            .prepare("insert into story_link values (?, ?, ?, ?)")
            .run(index, one.whole, one.real, one.text);
          database.prepare("insert into sighting values (?, '')").run(`${index}${one.text}`);
        }
        database.close();
        await there(folder, url);
        await back(other, url);
        expect(dump(other)).toEqual(dump(folder, withoutNul));
        await server.giveBack(url);
      }),
      { numRuns: 3 },
    );
  });
});

describe("a move is refused", () => {
  test("while the bot is at work on the data folder", async () => {
    const [folder, url] = [filled(), await newDatabase()];
    const lock = lockFolder(folder);
    await expect(there(folder, url)).rejects.toMatchObject({ code: "locked" });
    await expect(back(folder, url)).rejects.toMatchObject({ code: "locked" });
    lock.release();
    await there(folder, url);
  });

  test.each([
    [
      "has the work",
      (store: Store) => store.takeShift("night desk, process 7"),
      "(night desk, process 7)",
    ],
    ["stands by", (store: Store) => store.archive.latest(NOON, 1), "(connected from 127.0.0.1)"],
  ] as const)("while a Copydesk %s at the database, in either direction", async (_, work, who) => {
    const [folder, other, url] = [filled(), temporaryFolder(), await newDatabase()];
    const store = await openStore({ folder: temporaryFolder(), url });
    await work(store);
    const locked = { code: "locked", message: expect.stringContaining(who) };
    await expect(there(folder, url)).rejects.toMatchObject(locked);
    await expect(back(other, url)).rejects.toMatchObject(locked);
    await store.close();
    await there(folder, url);
  });

  test("where there is no store, and none is made there", async () => {
    const [folder, url] = [temporaryFolder(), await newDatabase()];
    await expect(there(folder, url)).rejects.toMatchObject({ code: "absent" });
    expect(existsSync(join(folder, "copydesk.db"))).toBe(false);
  });

  test("where a single row would be overwritten, and it stays", async () => {
    const [folder, other, url] = [filled(), temporaryFolder(), await newDatabase()];
    await migrated(url);
    await ask(url, "insert into pause values ('night', null)");
    await expect(there(folder, url)).rejects.toMatchObject({
      code: "taken",
      message: expect.stringMatching(/rows already \(in the table pause\).*Name a new database/u),
    });
    expect(await ask(url, "select channel from pause")).toEqual([{ channel: "night" }]);
    const store = await openStore({ folder: other });
    await store.retries.plan({ path: "a.txt", contentHash: "h", attempt: 1, due: NOON });
    await store.close();
    await expect(back(other, url)).rejects.toMatchObject({
      code: "taken",
      message: expect.stringMatching(/in the table file_retry.*Move the file away/u),
    });
  });

  test("where it was moved before, and that is said", async () => {
    const [folder, url] = [filled(), await newDatabase()];
    await there(folder, url);
    const again = there(folder, url);
    await expect(again).rejects.toMatchObject({
      code: "taken",
      message: expect.stringContaining("has every row of"),
    });
    await ask(url, "update audit set did = 'looked'");
    await expect(there(folder, url)).rejects.toMatchObject({
      code: "taken",
      message: expect.stringContaining("has rows already"),
    });
  });

  test("where either is of a newer version", async () => {
    const [folder, url] = [filled(), await newDatabase()];
    await migrated(url);
    await ask(url, "insert into kysely_migration values ('9999-next', '2032-01-01')");
    await expect(there(folder, url)).rejects.toMatchObject({ code: "newer" });
    await ask(url, "delete from kysely_migration where name = '9999-next'");
    const file = new DatabaseSync(join(folder, "copydesk.db"));
    file.exec("insert into kysely_migration values ('9999-next', '2032-01-01')");
    file.close();
    await expect(there(folder, url)).rejects.toMatchObject({ code: "newer" });
  });

  test("where nothing answers, without the password", async () => {
    const folder = filled();
    const url = "postgres://desk:hush-hush@127.0.0.1:1/newsroom";
    const refusal = there(folder, url);
    await expect(refusal).rejects.toMatchObject({ code: "unreachable" });
    await expect(refusal).rejects.not.toThrow(/hush-hush/u);
  });
});

/** Stops in the middle of a phase by what is done there. */
function during(phase: Phase, work: () => void): MoveWatch {
  let now: Phase | null = null;
  return {
    begins: (begun) => {
      now = begun;
    },
    came: () => {
      if (now === phase) work();
    },
    ends: () => undefined,
  };
}

const PHASES = ["copy", "index", "compare"] as const;

describe("a move that is cut off leaves nothing at its target, and the next one succeeds", () => {
  // Between the two what is written stands in the same transaction.
  test.each(["copy", "compare"] as const)("by a kill in the midst of the %s", async (phase) => {
    const [folder, other, url] = [filled(), temporaryFolder(), await newDatabase()];
    const before = dump(folder);
    const child = startChild("stop-in-move", folder, url, "there", phase);
    expect(await child.line()).toBe("inside");
    await child.kill();
    await there(folder, url);
    expect(dump(folder)).toEqual(before);
    const second = startChild("stop-in-move", other, url, "back", phase);
    expect(await second.line()).toBe("inside");
    await second.kill();
    await back(other, url);
    expect(dump(other)).toEqual(dump(folder, withoutNul));
  });

  test.each(PHASES)("by a connection that is cut in the midst of the %s", async (phase) => {
    const [folder, url] = [filled(), await newDatabase()];
    // Another process cuts it while this one stands still: what is said next is said to nobody.
    const watch = during(
      phase,
      () => void spawnSync(process.execPath, [PROGRAM, "cut", folder, url]),
    );
    await expect(there(folder, url, watch)).rejects.toMatchObject({
      name: "StoreError",
      code: expect.stringMatching(/^(?:busy|unreachable)$/u),
    });
    expect(await rowsAt(url)).toBe(0);
    await there(folder, url);
  });
});

describe("a backup of PostgreSQL", () => {
  test("is a move into a file, as of one moment, while a Copydesk works there", async () => {
    const [folder, other, url] = [filled(), temporaryFolder(), await newDatabase()];
    await there(folder, url);
    const store = await openStore({ folder: temporaryFolder(), url });
    await store.takeShift("night desk, process 7");
    const order = { ...orderOf(temporaryFolder(), join(other, "copydesk.db")), url };
    // What is filed meanwhile waits for nobody, and is not in it.
    const filing: Promise<void>[] = [];
    const watch = during("index", () => void filing.push(file(store, article("later"))));
    const made = await backUp(order, watch);
    await Promise.all(filing);
    expect(filing.length).toBeGreaterThan(0);
    expect(ids(await store.archive.latest(NOON, 1))).toEqual(["later"]);
    await store.close();
    expect(made).toMatchObject({ articles: 4, editions: 1 });
    expect(made.note.of).toBe(url.replace(/\/\/.*@/u, "//"));
    const { backup_note: note, ...rows } = Object.fromEntries(dump(other));
    expect(note).toHaveLength(1);
    // Whoever goes to work has all retries due; and numbers that were given meanwhile are not given again.
    const asMoved = new Map(dump(folder, withoutNul));
    for (const [table, all] of asMoved) {
      if (table === "sqlite_sequence") continue;
      expect(rows[table]?.map(withoutDue)).toEqual(all.map(withoutDue));
    }
  });

  test("is restored into an empty database, and not beside rows or a Copydesk at work", async () => {
    const [name, url] = [join(temporaryFolder(), "a.db"), await newDatabase()];
    await backUp(orderOf(filled(), name), SILENT);
    const folder = temporaryFolder();
    let settled = 0;
    const restoring = () =>
      restore(
        { folder, url, file: name, replace: false, now: () => NOON },
        async () => {
          settled += 1;
        },
        SILENT,
      );
    const store = await openStore({ folder: temporaryFolder(), url });
    await store.takeShift("night desk, process 7");
    await expect(restoring()).rejects.toMatchObject({ code: "locked" });
    await store.close();
    await ask(url, "insert into pause values ('night', null)");
    await expect(restoring()).rejects.toMatchObject({ code: "taken" });
    await ask(url, "delete from pause");
    expect(settled).toBe(0);
    expect((await restoring()).store).toBe(url.replace(/\/\/.*@/u, "//"));
    expect(settled).toBe(1);
    const other = temporaryFolder();
    await back(other, url);
    expect(dump(other)).toEqual(dump(full, withoutNul));
    expect(readdirSync(folder)).toEqual(["copydesk.lock"]);
  });

  test("is looked through beside a Copydesk at work, foreign keys as well", async () => {
    const url = await newDatabase();
    const store = await openStore({ folder: temporaryFolder(), url });
    await store.takeShift("night desk, process 7");
    await file(store, article("a"));
    const wrong = async () => {
      const findings = await checkStore({ folder: temporaryFolder(), url }, NOON);
      return findings.flatMap(({ ok, says }) => (ok ? [] : [says]));
    };
    expect(await wrong()).toEqual([]);
    await ask(url, "delete from article_words");
    expect(await wrong()).toEqual([expect.stringContaining("not found by their text: a.")]);
    // As somebody does who switches foreign keys off.
    await ask(url, "alter table article_key drop constraint article_key_article_id_fkey");
    await ask(url, "insert into article_key values ('k', 'none')");
    const key = "add constraint article_key_article_id_fkey foreign key (article_id)";
    await ask(url, `alter table article_key ${key} references article (id) not valid`);
    expect(await wrong()).toEqual([
      expect.stringContaining("article_key: 1 of its rows point at what is not in article"),
    ]);
    await ask(url, "delete from article_key where key = 'k'");
    await store.close();
  });

  test("is refused where the database is of another version, and that stays as it is", async () => {
    const [out, url] = [temporaryFolder(), await newDatabase()];
    const order = { ...orderOf(temporaryFolder(), join(out, "a.db")), url };
    await migrated(url);
    await ask(
      url,
      "update kysely_migration set name = '9999-next' where name = '0016-model-answers'",
    );
    await expect(backUp(order, SILENT)).rejects.toMatchObject({ code: "newer" });
    await ask(url, "delete from kysely_migration where name = '9999-next'");
    await expect(backUp(order, SILENT)).rejects.toMatchObject({ code: "older" });
    await ask(url, "insert into kysely_migration values ('0016-model-answers', '2032-01-01')");
    expect(readdirSync(out)).toEqual([]);
  });
});

const withoutDue = (row: string) => row.replace(/"due":"\d+n"/u, "");

/** What a trigger does to rows that arrive, and how it is told. */
const PLANTED = [
  [
    "a changed letter",
    "before insert on ledger",
    "if new.number = 3 then new.rule = new.rule || '.'; end if; return new;",
    /Table ledger, number "3": has another rule/u,
  ],
  [
    "a changed bit of a long number",
    "before insert on name_use",
    "new.newness = new.newness + 1; return new;",
    /Table name_use, newness "\d+", name "\d+": did not arrive/u,
  ],
  [
    "a row that goes",
    "before insert on sighting",
    "if new.path = 'a.txt' then return null; end if; return new;",
    /Table sighting, path "a\.txt": did not arrive/u,
  ],
  [
    "a row that comes",
    "after insert on draft",
    "if new.key = 'd1' then insert into draft select 'd2', by, entry, at from draft; end if; return new;",
    /Table draft, key "d2": came from nowhere/u,
  ],
] as const;

describe("a difference", () => {
  test.each(PLANTED)("%s is found, and the target emptied", async (_, when, body, says) => {
    const [folder, url] = [filled(), await newDatabase()];
    await migrated(url);
    await ask(
      url,
      `create function planted() returns trigger language plpgsql as $$ begin ${body} end $$;
       create trigger planted ${when} for each row execute function planted()`,
    );
    onTestFinished(async () => void (await ask(url, "drop function planted cascade")));
    let open = 0;
    const watch: MoveWatch = {
      ...SILENT,
      begins: () => {
        open += 1;
      },
      ends: () => {
        open -= 1;
      },
    };
    await expect(there(folder, url, watch)).rejects.toMatchObject({
      code: "different",
      message: expect.stringMatching(says),
    });
    expect(open).toBe(0); // or a bar would go on, and the process with it
    expect(await rowsAt(url)).toBe(0);
  });

  test("on the way back as well", async () => {
    const [folder, other, url] = [filled(), temporaryFolder(), await newDatabase()];
    await there(folder, url);
    await (await openStore({ folder: other })).close();
    const file = new DatabaseSync(join(other, "copydesk.db"));
    file.exec(
      "create trigger planted after insert on story_link begin update story_link set score = score + 1e-9; end",
    );
    await expect(back(other, url)).rejects.toMatchObject({
      code: "different",
      message: expect.stringContaining("has another score"),
    });
    expect(file.prepare("select count(*) as rows from ledger").get()).toEqual({ rows: 0 });
    file.close();
  });
});

test("an old store is brought up to date before it is moved", async () => {
  const [folder, url] = [filled(), await newDatabase()];
  const file = new DatabaseSync(join(folder, "copydesk.db"));
  file.exec("drop index ledger_sight; drop index ledger_sight_at; drop index article_revised");
  file.exec("drop index delivery_item_shown; drop index delivery_item_withdrawn");
  file.exec("drop index delivery_waiting; drop index ledger_quarantined");
  file.exec(
    "drop table interaction; drop view new_word; drop table vocabulary_word; drop table vocabulary_piece; drop table vocabulary",
  );
  file.exec(
    "drop table report; drop table report_notice; drop table greeting; drop table mention; drop table sign_in_link; drop table page_session",
  );
  file.exec("drop table setting_seen; drop index audit_key; alter table audit drop column key");
  file.exec(
    "drop table wished_order; drop table left_out; drop table approval; drop table approval_notice; drop table restoration; drop table model_answer; drop table pair_opinion",
  );
  file.exec("alter table delivery drop column claimant");
  file.exec("alter table article_revision drop column stamp");
  file.exec("alter table article drop column audience");
  file.exec("delete from kysely_migration where name >= '0014-rounds'");
  file.close();
  await there(folder, url);
  expect(readFileSync(join(folder, "copydesk.db")).includes("ledger_sight_at")).toBe(true);
});
