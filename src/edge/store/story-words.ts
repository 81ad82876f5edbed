import { sql } from "kysely";
import { weighedKeysOf } from "#core/story/pair.ts";
import type { Commonness, Signature } from "#core/story/story.ts";
import type { Writing } from "./schema.ts";
import { keyNumber } from "./story-key.ts";

/** Counts that are kept in the memory, a few megabytes; beyond it they are read anew. */
const MOST_KNOWN = 100_000;

/**
 * How common the keys of signatures are. A placement weighs thousands of them, mostly the same ones, so
 * that they are kept in the memory; what another process has counted since is as good as nothing.
 */
export class StoryWords {
  readonly #known = new Map<string, number>();
  #stored: number | null = null;

  /** Enough to weigh these signatures. */
  async of(writing: Writing, signatures: readonly Signature[]): Promise<Commonness> {
    const missing = new Set<string>();
    for (const signature of signatures) {
      for (const key of weighedKeysOf(signature)) if (!this.#known.has(key)) missing.add(key);
    }
    if (this.#known.size + missing.size > MOST_KNOWN) {
      this.#known.clear();
      return this.of(writing, signatures);
    }
    await this.#read(writing, missing);
    this.#stored ??= await storedIn(writing);
    return { stored: this.#stored, of: (key) => this.#known.get(key) ?? 0 };
  }

  /** Counts the keys of one more article, or those that a revision of one has brought. */
  async count(writing: Writing, keys: readonly string[], isNew: boolean): Promise<void> {
    if (isNew && this.#stored !== null) this.#stored += 1;
    if (keys.length === 0) return;
    const numbers = JSON.stringify(keys.map(keyNumber));
    await sql`
      insert into story_word (key, count) select value, 1 from json_each(${numbers}) where true
      on conflict (key) do update set count = count + 1
    `.execute(writing);
    for (const key of keys) {
      const before = this.#known.get(key);
      if (before !== undefined) this.#known.set(key, before + 1);
    }
  }

  async #read(writing: Writing, missing: ReadonlySet<string>): Promise<void> {
    if (missing.size === 0) return;
    const keys = new Map([...missing].map((key) => [keyNumber(key), key]));
    const { rows } = await sql<{ key: number; count: number }>`
      select key, count from story_word
      where key in (select value from json_each(${JSON.stringify([...keys.keys()])}))
    `.execute(writing);
    for (const key of missing) this.#known.set(key, 0);
    for (const { key, count } of rows) this.#known.set(keys.get(key) ?? "", count);
  }
}

/** Numbers count up and nothing is taken out, so that the last one says how many there are. */
async function storedIn(writing: Writing): Promise<number> {
  const { stored } = await writing
    .selectFrom("story_member")
    .select(({ fn }) => fn.max("number").as("stored"))
    .executeTakeFirstOrThrow();
  return stored ?? 0;
}
