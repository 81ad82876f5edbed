import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { createEditionDesk } from "#desk/edition.ts";
import { createClock } from "#edge/clock/clock.ts";
import { openStore, type Store } from "#edge/store/store.ts";
import { type PostgresServer, startPostgres } from "#tests/postgres/server.ts";
import { sampleSubscription } from "#tests/samples.ts";
import { archived } from "./archive.ts";
import { random } from "./articles.ts";
import { benchProcesses } from "./cluster-processes.ts";
import { median, row } from "./report.ts";

const ARTICLES = 300;
const PLACES = 600;
const RUNS = 5;
const clock = createClock();
const WHOLE = { fits: () => true };

/** What one process does a second. */
interface Speed {
  readonly articles: number;
  readonly editions: number;
  readonly posts: number;
}

/** One newsroom on both stores: by their verbs, one after the other, and as processes do the work. */
export async function benchCluster(): Promise<void> {
  const server = await startPostgres([]);
  try {
    await benchVerbs(server);
    await benchProcesses(server);
  } finally {
    await server.stop();
  }
}

/**
 * The same work on the embedded store and on PostgreSQL, on this machine and with waits for the disk as they are by
 * default: articles filed, editions made of five of them, posts claimed and their receipts stored, one after the other.
 */
async function benchVerbs(server: PostgresServer): Promise<void> {
  const runs: { readonly embedded: Speed; readonly shared: Speed }[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const embedded = await onStore((folder) => openStore({ folder }), run);
    const url = await server.emptyDatabase();
    runs.push({ embedded, shared: await onStore((folder) => openStore({ folder, url }), run) });
    await server.giveBack(url);
  }
  for (const what of ["articles", "editions", "posts"] as const) {
    const of = (store: "embedded" | "shared") => median(runs.map((run) => run[store][what]));
    row(`${what} a second, embedded store`, of("embedded"));
    row(`${what} a second, PostgreSQL, one process`, of("shared"));
    row(`${what}: PostgreSQL in % of the embedded store`, (100 * of("shared")) / of("embedded"));
  }
}

async function onStore(open: (folder: string) => Promise<Store>, seed: number): Promise<Speed> {
  const folder = mkdtempSync(join(tmpdir(), "copydesk-bench-"));
  const store = await open(folder);
  try {
    return await speedOf(store, seed);
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function speedOf(store: Store, seed: number): Promise<Speed> {
  const next = random(seed);
  const filed = Array.from({ length: ARTICLES }, (_, index) => archived(index, ARTICLES, next));
  const articles = await aSecond(ARTICLES, async () => {
    for (const { article, brief } of filed) {
      const { id, path, contentHash, takenIn: at } = article;
      const entry = { path, contentHash, at, articleId: id, rule: "It was read" };
      await store.archive.file(article, brief, [{ ...entry, stage: "briefed" }]);
    }
  });
  const subscriptions = Array.from({ length: PLACES }, (_, index) =>
    sampleSubscription({
      id: `c${index}@slack:C${index}`,
      platform: "slack",
      address: `C${index}`,
    }),
  );
  const desk = createEditionDesk({
    ...{ subscriptions: () => subscriptions, store, clock, tally: null },
    budgets: { slack: WHOLE, discord: WHOLE, preview: WHOLE },
    pause: () => setImmediate(),
  });
  const editions = await aSecond(PLACES, () => desk.makeDue());
  return { articles, editions, posts: await aSecond(PLACES, () => deliverAll(store)) };
}

async function deliverAll(store: Store): Promise<void> {
  for (;;) {
    const claimed = await store.outbox.claim(clock.now(), ["slack"]);
    if (claimed.length === 0) return;
    const arrive = claimed.map(({ key }) =>
      store.outbox.delivered(key, { messageId: key, url: null }, clock.now()),
    );
    await Promise.all(arrive);
  }
}

async function aSecond(count: number, work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return (count * 1000) / (performance.now() - startedAt);
}
