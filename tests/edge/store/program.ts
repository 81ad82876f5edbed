/**
 * What the second processes of these tests do: `node program.ts TASK FOLDER …`. It writes its lines
 * with `writeSync`, because a process that blocks or is killed would never send them otherwise. What few tasks need is
 * loaded by them: the others are to start at once.
 */
import { writeSync } from "node:fs";
import { lockFolder } from "#edge/store/lock.ts";
import { openStore, type Store } from "#edge/store/store.ts";
import {
  article,
  briefOf,
  entry,
  file,
  issue,
  issueBy,
  NOON,
  subscription,
} from "../../contract/store/samples.ts";

const [, , task = "", folder = "", ...more] = process.argv;

function say(line: string): void {
  writeSync(1, `${line}\n`);
}

/** Stops this thread for good, in the middle of whatever it is doing. */
function stopHere(): never {
  say("inside");
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}

/** Writes for as long as it is let: articles, editions of them in three parts, and receipts. */
async function writeOn(store: Store): Promise<void> {
  const front = subscription("front", { most: 50 });
  say("writing");
  for (let round = await firstRound(store); ; round += 1) {
    for (const id of [`r${round}a`, `r${round}b`]) await file(store, article(id));
    await issue(store, front, NOON + round, { parts: 3 });
    for (const { key } of await store.outbox.claim(NOON + round, ["slack"])) {
      await store.outbox.delivered(key, { messageId: key, url: null }, NOON);
    }
  }
}

async function firstRound(store: Store): Promise<number> {
  return ((await store.editions.lastSlot("front")) ?? NOON - 1) - NOON + 1;
}

const TASKS: Readonly<Record<string, () => Promise<void>>> = {
  /** Locks the folder and stays. */
  lock: async () => {
    lockFolder(folder);
    say("locked");
    stopHere();
  },
  /** Locks the folder and ends as a program should not: without releasing it. */
  "lock-and-end": async () => {
    lockFolder(folder);
  },
  open: async () => {
    const store = await openStore({ folder });
    await store.close();
    say("opened");
  },
  "write-on": async () => writeOn(await atWork(folder)),
  /** Stops between the first and the last statement of filing an article. */
  "stop-in-file": async () => {
    const store = await openStore({ folder });
    const a = article("a");
    const brief = { ...briefOf(a) };
    Object.defineProperty(brief, "facts", { enumerable: true, get: stopHere });
    await store.archive.file(a, brief, [entry(a, "taken-in")]);
  },
  /** Stops when the slot is taken and the edition not yet stored. */
  "stop-in-issue": async () => {
    const store = await openStore({ folder });
    await file(store, article("a"));
    await issueBy(store, subscription("front"), NOON, NOON, stopHere);
  },
  /** Stops in the midst of a phase of a move: FOLDER URL WAY PHASE. */
  "stop-in-move": async () => {
    const [url = "", way, phase] = more;
    const { moveStore } = await import("#edge/store/move/move.ts");
    let now = "";
    await moveStore(
      { folder, url, way: way === "back" ? "back" : "there" },
      {
        begins: (begun) => {
          now = begun;
        },
        came: () => (now === phase ? stopHere() : undefined),
        ends: () => undefined,
      },
    );
  },
  /** Stops in the midst of a backup: FOLDER FILE. */
  "stop-in-backup": async () => {
    const { backUp } = await import("#edge/store/backup/backup.ts");
    const order = { folder, url: undefined, file: more[0] ?? "", replace: true, program: "1.0.0" };
    await backUp(
      { ...order, now: () => NOON },
      { begins: () => undefined, came: stopHere, ends: () => undefined },
    );
  },
  /** Stops in the midst of a restore, when nothing is left but to put it in its place: FOLDER FILE. */
  "stop-in-restore": async () => {
    const { restore } = await import("#edge/store/backup/restore.ts");
    const order = { folder, url: undefined, file: more[0] ?? "", replace: true };
    const watch = { begins: () => undefined, came: () => undefined, ends: () => undefined };
    await restore({ ...order, now: () => NOON }, async () => stopHere(), watch);
  },
  /** Cuts all connections to a database but its own: FOLDER URL. */
  cut: async () => {
    const { default: pg } = await import("pg");
    const client = new pg.Client({ connectionString: more[0] });
    await client.connect();
    await client.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
    );
    await client.end();
  },
  /** Files articles, issues one slot, as several processes at once do, and claims what is due. */
  race: async () => {
    const store = await openStore({ folder });
    const own = Array.from({ length: 40 }, (_, index) => article(`p${process.pid}n${index}`));
    for (const each of own) await file(store, each);
    const made = await issue(store, subscription("front"), NOON);
    const claimed = await store.outbox.claim(NOON, ["slack"]);
    await store.close();
    say(JSON.stringify({ made: made !== null, claimed: claimed.length }));
  },
};

await TASKS[task]?.();

async function atWork(folder: string) {
  const store = await openStore({ folder });
  await store.takeShift("the program");
  return store;
}
