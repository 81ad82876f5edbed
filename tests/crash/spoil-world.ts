/**
 * Loaded into the bot before anything else (`node --import`): moves the clock that the process is shown,
 * and keeps its database from growing, as the file `COPYDESK_WORLD` says from moment to moment.
 */
import { readFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import type { State } from "./world.ts";

/** Milliseconds between two looks at the file. */
const EVERY = 50;
/** The most pages that SQLite takes, and the fewest: what the database has already. */
const [MOST, LEAST] = [4_294_967_294, 1];

const file = process.env.COPYDESK_WORLD ?? "";
const SystemDate = Date;
const systemNow = Date.now;
const databases = new Set<DatabaseSync>();
let state = read();

function read(): State {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    // It is being written this moment.
    return state;
  }
}

function spoil(database: DatabaseSync): void {
  if (!database.isOpen) databases.delete(database);
  else exec.call(database, `pragma max_page_count = ${state.full ? LEAST : MOST}`);
}

const exec = DatabaseSync.prototype.exec;
DatabaseSync.prototype.exec = function remembering(sql: string): void {
  exec.call(this, sql);
  // The store's own settings; the lock of the folder writes nothing.
  if (!sql.startsWith("pragma")) return;
  databases.add(this);
  spoil(this);
};

SystemDate.now = () => systemNow() + state.ahead;
globalThis.Date = new Proxy(SystemDate, {
  construct: (target, values, self) =>
    Reflect.construct(target, values.length === 0 ? [target.now()] : values, self),
});

setInterval(() => {
  state = read();
  for (const database of databases) spoil(database);
}, EVERY).unref();
