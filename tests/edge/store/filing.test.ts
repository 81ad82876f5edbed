import { join } from "node:path";
import { Kysely, sql } from "kysely";
import { describe, expect, onTestFinished, test } from "vitest";
import { filing } from "#edge/store/filing.ts";
import * as postgres from "#edge/store/postgres/dialect.ts";
import type { Database, Schema } from "#edge/store/schema.ts";
import { openDialect } from "#edge/store/sqlite/dialect.ts";
import { describePostgres } from "#tests/postgres/server.ts";
import { temporaryFolder } from "./temporary.ts";

interface Disk {
  readonly db: Database;
  /** Whether a commit of this connection waits for the disk. */
  waits(db: Database): Promise<boolean>;
}

/** The promise about the disk, whatever database stands behind it. */
function filingKeeps(open: () => Promise<Disk>): void {
  test("filing does not wait for the disk, and what comes beside and after it does", async () => {
    const { db, waits } = await open();
    expect(await waits(db)).toBe(true);
    expect(await filing(db, waits)).toBe(false);
    expect(await db.transaction().execute(waits)).toBe(true);
    expect(await waits(db)).toBe(true);
  });

  test("so it is after one that failed", async () => {
    const { db, waits } = await open();
    const torn = new RangeError("torn");
    const failing = filing(db, async () => {
      throw torn;
    });
    await expect(failing).rejects.toBe(torn);
    expect(await waits(db)).toBe(true);
    expect(await filing(db, waits)).toBe(false);
  });

  test("what is filed within the transaction of somebody else waits as that does", async () => {
    const { db, waits } = await open();
    const waited = await db.transaction().execute((writing) => filing(writing, waits));
    expect(waited).toBe(true);
  });
}

describe("SQLite", () => {
  filingKeeps(async () => {
    const db = new Kysely<Schema>({ dialect: openDialect(join(temporaryFolder(), "copydesk.db")) });
    onTestFinished(() => db.destroy());
    const waits = async (one: Database) => {
      const { rows } = await sql<{ synchronous: number }>`pragma synchronous`.execute(one);
      return rows[0]?.synchronous === 2;
    };
    return { db, waits };
  });
});

describePostgres("PostgreSQL", (server) => {
  filingKeeps(async () => {
    const url = await server().emptyDatabase();
    // One connection: what is left set on it, the next one sees.
    const pool = postgres.openPool(url, { connections: 1 });
    const db = new Kysely<Schema>({ dialect: postgres.openDialect(pool, "the test") });
    onTestFinished(async () => {
      await db.destroy();
      await pool.end();
      await server().giveBack(url);
    });
    const waits = async (one: Database) => {
      const { rows } = await sql<{ synchronous_commit: string }>`show synchronous_commit`.execute(
        one,
      );
      return rows[0]?.synchronous_commit === "on";
    };
    return { db, waits };
  });
});
