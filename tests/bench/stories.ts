import { rmSync } from "node:fs";
import { placeArticle } from "#desk/place-story.ts";
import { openStore } from "#edge/store/store.ts";
import { random } from "./articles.ts";
import { median, row } from "./report.ts";
import { articleAt, type Pattern, storePatterns } from "./stored-stories.ts";

/** Articles of which the time is taken, and those before them that fill the memory as a running desk has it. */
const TIMED = 300;
const WARM = 100;
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
  const pattern = await storePatterns();
  for (const { name, apart, stored } of RATES) {
    for (const count of stored) await benchStored(pattern, name, apart, count);
  }
  pattern.remove();
}

async function benchStored(
  pattern: Pattern,
  name: string,
  apart: number,
  stored: number,
): Promise<void> {
  const folder = pattern.copyTo(stored, apart);
  const store = await openStore({ folder });
  const next = random(7);
  const times: number[] = [];
  for (let index = stored + 1; index <= stored + WARM + TIMED; index += 1) {
    const filed = articleAt(index, apart, next);
    await store.archive.file(filed.article, filed.brief, []);
    const began = performance.now();
    await placeArticle(store, filed, filed.article.takenIn);
    if (index > stored + WARM) times.push(performance.now() - began);
  }
  const sorted = times.toSorted((a, b) => a - b);
  row(`${name}, ${stored} stored, median`, median(times));
  row(`${name}, ${stored} stored, 99th percentile`, sorted[Math.floor(0.99 * TIMED)] ?? 0);
  await store.close();
  rmSync(folder, { recursive: true });
}
