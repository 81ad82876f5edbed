import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { placingOf } from "#desk/story.ts";
import { openStore } from "#edge/store/store.ts";
import { archived } from "./archive.ts";
import { random } from "./articles.ts";
import { median, row } from "./report.ts";

/** The latest articles before each of these, of which the time is taken. */
const TIMED = 300;
const SOME = 5_000;
const HOUR = 3_600_000;
/** A large desk's days; days of which four, all that is looked through, bring 25,000; and a month's copy in a day. */
const RATES = [
  { name: "1,000 articles a day", apart: (24 * HOUR) / 1_000, stored: [1_000, 10_000, 100_000] },
  { name: "6,250 articles a day", apart: (24 * HOUR) / 6_250, stored: [100_000] },
  { name: "25,000 articles a day", apart: (24 * HOUR) / 25_000, stored: [1_000, 10_000] },
] as const;

/** The time that an article takes to find its story, by how much is stored. */
export async function benchStories(): Promise<void> {
  process.stdout.write("stories: placing one article, its signature included, in ms\n");
  for (const rate of RATES) await benchRate(rate);
}

async function benchRate({ name, apart, stored }: (typeof RATES)[number]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "copydesk-bench-"));
  const store = await openStore({ folder });
  const next = random(5);
  const most = Math.max(...stored);
  const start = Date.UTC(2026, 4, 8);
  let times: number[] = [];
  for (let index = 1; index <= most; index += 1) {
    const { article, brief } = archived(index, most, next);
    const at = start + index * apart;
    const filed = { article: { ...article, published: at, takenIn: at }, brief };
    await store.archive.file(filed.article, brief, []);
    const began = performance.now();
    await store.stories.place(placingOf(filed), at);
    times.push(performance.now() - began);
    if (index % SOME === 0) process.stderr.write(`\r${index} placed`);
    if (!stored.some((count) => count === index)) continue;
    times = times.slice(-TIMED);
    const sorted = times.toSorted((a, b) => a - b);
    row(`${name}, ${index} stored, median`, median(times));
    row(`${name}, ${index} stored, 99th percentile`, sorted[Math.floor(0.99 * TIMED)] ?? 0);
  }
  process.stderr.write("\r");
  await store.close();
  rmSync(folder, { recursive: true });
}
