import { sql } from "kysely";
import type { Commonness } from "#core/story/story.ts";
import type { Database, Writing } from "./schema.ts";
import { keyNumber } from "./story-key.ts";
import { numbersIn, say } from "./tongue.ts";

/** Counts that are kept in the memory, a few megabytes; beyond it they are read anew. */
const MOST_KNOWN = 100_000;
/** Under this key, which no word has, all articles are counted. */
const ALL = "";

/**
 * How common the keys of signatures are. A placement weighs thousands of them, mostly the same ones, so
 * that they are kept in the memory; what another process has counted since is as good as nothing.
 */
export class StoryWords {
  readonly #known = new Map<string, number>();

  /** How common these are. */
  async of(db: Database, keys: readonly string[]): Promise<Commonness> {
    const missing = new Set([ALL, ...keys].filter((key) => !this.#known.has(key)));
    if (this.#known.size + missing.size > MOST_KNOWN) {
      this.#known.clear();
      return this.of(db, keys);
    }
    await this.#read(db, missing);
    return { stored: this.#known.get(ALL) ?? 0, of: (key) => this.#known.get(key) ?? 0 };
  }

  /** Counts these once more, of a new article or of one that was counted. */
  async count(writing: Writing, fresh: readonly string[], isNew: boolean): Promise<void> {
    const keys = isNew ? [ALL, ...fresh] : fresh;
    const counted = keys.map((key) => ({ key: keyNumber(key) }));
    const given = say((tongue) => tongue.recordsIn(counted, "counted", { key: "whole" }));
    await sql`
      insert into story_word (key, count) select key, 1 from ${given} where true
      on conflict (key) do update set count = story_word.count + 1
    `.execute(writing);
    for (const key of keys) {
      const before = this.#known.get(key);
      if (before !== undefined) this.#known.set(key, before + 1);
    }
  }

  async #read(db: Database, missing: ReadonlySet<string>): Promise<void> {
    if (missing.size === 0) return;
    const keys = new Map([...missing].map((key) => [keyNumber(key), key]));
    const { rows } = await sql<{ key: number; count: number }>`
      select key, count from story_word
      where key in ${numbersIn(keys.keys())}
    `.execute(db);
    for (const key of missing) this.#known.set(key, 0);
    for (const { key, count } of rows) this.#known.set(keys.get(key) ?? "", count);
  }
}
