import { connect, createServer, type Socket } from "node:net";
import { expect, test } from "vitest";
import { StoreError } from "#edge/store/error.ts";
import { MIGRATIONS } from "#edge/store/postgres/migrations.ts";
import { openShared } from "#edge/store/postgres/open.ts";
import type { Store } from "#edge/store/verbs.ts";
import { ask, describePostgres } from "#tests/postgres/server.ts";
import { article, briefOf, entry, file, NOON } from "../../contract/store/samples.ts";

const A = article("a");
const AUDIT = { at: NOON, by: "slack:U1", name: "Ines", did: "ordered tide" };

function faultOf(asked: Promise<unknown>): Promise<StoreError> {
  return asked.then(
    () => expect.unreachable(),
    (error: unknown) => {
      if (error instanceof StoreError) return error;
      throw error;
    },
  );
}

describePostgres("connections to PostgreSQL", (server) => {
  async function withStore(work: (store: Store, url: string) => Promise<void>): Promise<void> {
    const url = await server().emptyDatabase();
    const store = await openShared(url);
    try {
      await work(store, url);
    } finally {
      await store.close();
      await server().giveBack(url);
    }
  }

  /** Changes of an address that works, and what it comes to. */
  test.each<
    [
      string,
      Partial<Pick<URL, "password" | "username" | "pathname" | "port" | "hostname">>,
      StoreError["code"],
    ]
  >([
    ["a password that is wrong", { password: "Sesam%20%26x" }, "refused"],
    ["a user that is not there", { username: "nobody" }, "refused"],
    ["a database that is not there", { pathname: "/elsewhere" }, "refused"],
    ["a port at which nobody listens", { port: "1" }, "unreachable"],
    ["a host that is not there", { hostname: "nowhere.invalid" }, "unreachable"],
  ])("%s is said so, without the password", async (_, changes, code) => {
    const url = Object.assign(new URL(await server().emptyDatabase()), changes);
    const fault = await faultOf(openShared(url.href));
    expect(fault.code).toBe(code);
    expect(fault.message).toContain(`${url.host}${url.pathname}`);
    for (const secret of [url.password, decodeURIComponent(url.password)]) {
      expect(fault.message).not.toContain(secret);
      expect(String((fault.cause as Error).stack)).not.toContain(secret);
    }
  });

  test("a database without room for another connection is busy", async () => {
    const url = new URL(await server().emptyDatabase());
    await ask(url.href, `alter database ${url.pathname.slice(1)} connection limit 0`);
    await ask(
      url.href,
      "do $$ begin if not exists (select from pg_roles where rolname = 'plain') then create role plain login password 'p-of-plain'; end if; end $$",
    );
    url.username = "plain";
    url.password = "p-of-plain";
    expect(await faultOf(openShared(url.href))).toMatchObject({ code: "busy" });
  });

  test("a user who may only read is told that nothing can be written", async () => {
    const url = new URL(await server().emptyDatabase());
    await ask(url.href, "create role reader login password 'p-of-reader'");
    url.username = "reader";
    url.password = "p-of-reader";
    expect(await faultOf(openShared(url.href))).toMatchObject({ code: "unwritable" });
  });

  test("while the server is away verbs say so, and work again once it is there", () =>
    withStore(async (store) => {
      await file(store, A);
      await server().restart(async () => {
        for (const asked of [
          store.ledger.history(A.path),
          store.orders.note(AUDIT),
          store.transaction(async () => "done"),
          store.takeShift("a test"),
          store.probe(),
        ]) {
          expect((await faultOf(asked)).code).toMatch(/^(?:unreachable|busy)$/u);
        }
      });
      expect(await store.ledger.history(A.path)).toHaveLength(2);
      await store.orders.note(AUDIT);
      expect(await store.takeShift("a test")).not.toBeNull();
    }));

  test("a unit of work that a restart cuts leaves nothing, and is told so", () =>
    withStore(async (store) => {
      const cut = store.transaction(async ({ archive, ledger }) => {
        await archive.file(A, briefOf(A), [entry(A, "taken-in")]);
        await server().restart();
        await ledger.record(entry(A, "briefed"));
      });
      expect((await faultOf(cut)).code).toMatch(/^(?:unreachable|busy)$/u);
      expect(await store.archive.revision("a")).toBe(0);
      expect(await store.ledger.history(A.path)).toEqual([]);
      await file(store, A);
      expect(await store.archive.revision("a")).toBe(1);
    }));

  test("a unit of work whose connection is ended by an administrator leaves nothing", () =>
    withStore(async (store, url) => {
      const cut = store.transaction(async ({ ledger }) => {
        await ledger.record(entry(A, "taken-in"));
        await ask(
          url,
          `select pg_terminate_backend(pid) from pg_stat_activity
           where application_name = 'copydesk' and datname = current_database()`,
        );
        await ledger.record(entry(A, "briefed"));
      });
      expect((await faultOf(cut)).code).toMatch(/^(?:unreachable|busy)$/u);
      expect(await store.ledger.history(A.path)).toEqual([]);
    }));

  test("a way to the server that is cut in the midst is one that does not answer", async () => {
    const url = new URL(await server().emptyDatabase());
    const ways = await cuttable(Number(url.port));
    const store = await openShared(Object.assign(new URL(url), { port: String(ways.port) }).href);
    const cut = store.transaction(async ({ ledger }) => {
      await ledger.record(entry(A, "taken-in"));
      ways.cut();
      await ledger.record(entry(A, "briefed"));
    });
    expect((await faultOf(cut)).code).toBe("unreachable");
    expect(await store.ledger.history(A.path)).toEqual([]);
    await file(store, A);
    await store.close();
    await ways.close();
  });

  test("a store can be closed while its server is away, and while it has the work", async () => {
    const store = await openShared(await server().emptyDatabase());
    await store.takeShift("a test");
    await server().restart(() => store.close());
  });

  test("several that open an empty database at once all find it made, and one makes it", async () => {
    const url = await server().emptyDatabase();
    const opened = await Promise.all(Array.from({ length: 5 }, () => openShared(url)));
    expect(await ask(url, "select name from kysely_migration")).toEqual(
      Object.keys(MIGRATIONS).map((name) => ({ name })),
    );
    for (const [index, store] of opened.entries()) {
      await store.orders.note({ ...AUDIT, did: `opened as number ${index}` });
      expect(await store.orders.audit(0, 0, 9)).toHaveLength(index + 1);
    }
    await Promise.all(opened.map((store) => store.close()));
  });

  test("one that is up to date is opened beside a writer, and nothing is written", () =>
    withStore(async (store, url) => {
      await store.transaction(async ({ orders }) => {
        await orders.note(AUDIT);
        await (await openShared(url)).close();
      });
    }));

  test("a database that a newer Copydesk has written is left as it is", async () => {
    const url = await server().emptyDatabase();
    await (await openShared(url)).close();
    await ask(url, "insert into kysely_migration values ('9000-later', 'now')");
    const fault = await faultOf(openShared(url));
    expect(fault.code).toBe("newer");
    expect(fault.message).toContain("9000-later");
    expect(fault.message).not.toContain(new URL(url).password);
  });

  test("a migration that fails leaves nothing behind, and the next start makes all of it", async () => {
    const url = await server().emptyDatabase();
    await ask(url, "create table trouble (mine text)");
    expect((await faultOf(openShared(url))).code).toBe("failed");
    const tables =
      "select tablename from pg_tables where schemaname = 'public' and tablename not like 'kysely%'";
    expect(await ask(url, tables)).toEqual([{ tablename: "trouble" }]);
    await ask(url, "drop table trouble");
    await (await openShared(url)).close();
  });
});

/** A way to a port of this machine that can be cut. */
async function cuttable(to: number) {
  const open = new Set<Socket>();
  const way = createServer((near) => {
    const far = connect(to, "127.0.0.1");
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(socket);
      socket.on("error", () => other.destroy());
      socket.on("close", () => other.destroy());
    }
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => way.listen(0, "127.0.0.1", resolve));
  const address = way.address();
  const cut = () => {
    for (const socket of open) socket.destroy();
    open.clear();
  };
  return {
    port: address !== null && typeof address === "object" ? address.port : 0,
    cut,
    async close() {
      cut();
      await new Promise((resolve) => way.close(resolve));
    },
  };
}
