import { createServer } from "node:net";
import { CompiledQuery, Kysely } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { openDialect, openPool } from "#edge/store/postgres/dialect.ts";
import { openStore } from "#edge/store/store.ts";
import { listenOnLoopback } from "#tests/fake/listen.ts";
import { openCrossing } from "#tests/postgres/crossing.ts";
import { type PostgresServer, startPostgres } from "#tests/postgres/server.ts";
import { temporaryFolder } from "./temporary.ts";

const ONE = CompiledQuery.raw("select 1 as one");

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

/** A message of the server's: https://www.postgresql.org/docs/current/protocol-message-formats.html. */
function told(kind: string, body: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length + 4);
  return Buffer.concat([Buffer.from(kind), length, body]);
}

test("a server that ends a connection in the moment in which it stands fails what was asked, and no more", async () => {
  const ended = "SFATAL\0C57P01\0Mterminating connection due to administrator command\0\0";
  const greeting = Buffer.concat([
    told("R", Buffer.alloc(4)),
    told("Z", Buffer.from("I")),
    told("E", Buffer.from(ended)),
  ]);
  const going = createServer((socket) => {
    socket.on("error", () => undefined);
    socket.once("data", () => socket.end(greeting));
  });
  const pool = openPool(`postgres://a@127.0.0.1:${await listenOnLoopback(going)}/b`);
  const db = new Kysely<object>({ dialect: openDialect(pool, "the database") });
  onTestFinished(async () => {
    await db.destroy();
    await pool.end();
    going.close();
  });
  await expect(db.executeQuery(ONE)).rejects.toMatchObject({ code: "unreachable" });
});

/** A database behind a proxy, by one connection that is given up soon. */
async function setUp() {
  const crossing = await openCrossing(server.port);
  const url = new URL(await server.emptyDatabase());
  url.port = String(crossing.port);
  const pool = openPool(url.href, { connections: 1, connect: 10_000, query: 2_000 });
  const db = new Kysely<object>({ dialect: openDialect(pool, "the database") });
  onTestFinished(async () => {
    await db.destroy();
    await pool.end();
    await crossing.close();
  });
  const ask = () => db.executeQuery(ONE);
  return { crossing, db, ask };
}

test("a connection that hangs is given up, and the next statement takes another", async () => {
  const { crossing, ask } = await setUp();
  await ask();
  crossing.forget();
  await expect(ask()).rejects.toMatchObject({ code: "unreachable" });
  expect((await ask()).rows).toEqual([{ one: 1 }]);
});

test("a transaction whose connection hangs or is cut fails, and the next one goes through", async () => {
  const { crossing, db } = await setUp();
  for (const wrong of [crossing.forget, crossing.cut]) {
    const broken = db.transaction().execute(async (writing) => {
      await writing.executeQuery(ONE);
      wrong();
      await writing.executeQuery(ONE);
    });
    await expect(broken).rejects.toMatchObject({ code: "unreachable" });
    // The server learns of it, too, or ends by itself a transaction that rests for long.
    crossing.cut();
    const next = db.transaction().execute((writing) => writing.executeQuery(ONE));
    expect((await next).rows).toEqual([{ one: 1 }]);
  }
});

test("a transaction that may not begin leaves none open behind it", async () => {
  const url = await server.emptyDatabase();
  const store = await openStore({ folder: temporaryFolder(), url });
  onTestFinished(() => store.close());
  const shift = await store.takeShift("process 1");
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  onTestFinished(() => client.end());
  await client.query("delete from shift");
  const refused = shift.store.transaction(async () => undefined);
  await expect(refused).rejects.toMatchObject({ code: "relieved" });
  const { rows } = await client.query(
    "select state from pg_stat_activity where datname = current_database() and state like '%in transaction%'",
  );
  expect(rows).toEqual([]);
});
