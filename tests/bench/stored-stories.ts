import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Filed } from "#core/digest/edition.ts";
import { WINDOW } from "#core/story/window.ts";
import { placeArticle } from "#desk/place-story.ts";
import { openStore } from "#edge/store/store.ts";
import { archived } from "./archive.ts";
import { random } from "./articles.ts";

/** Articles that are read and written through the store; what is stored beyond them are their copies at other times. */
const PATTERNS = 1_000;
const FILE = "copydesk.db";
/** As `newness` has it: a moment, and the number of the filing in its last bits. */
const NEWNESS = 1_048_576;
/** Links of a report in a store of random copy: most speak against. */
const LINKS = 30;
const START = Date.UTC(2026, 4, 8);

/** A store's file with one thousand articles in it. */
export interface Pattern {
  /** A folder with so many articles stored, of which one came every so many milliseconds. */
  copyTo(stored: number, apart: number): string;
  remove(): void;
}

/** An article of a stream in which one comes every so many milliseconds, by its number. */
export function articleAt(
  index: number,
  apart: number,
  next: () => number,
  start: number = START,
): Filed {
  const { article, brief } = archived(index, index, next);
  const at = start + index * apart;
  return { article: { ...article, published: at, takenIn: at }, brief };
}

/**
 * Writes the articles that all others are copied from: to place 100,000 one by one takes a quarter of an hour.
 * @param start when the stream begins
 */
export async function storePatterns(start: number = START): Promise<Pattern> {
  const folder = newFolder();
  const store = await openStore({ folder });
  const next = random(5);
  for (let index = 1; index <= PATTERNS; index += 1) {
    const filed = articleAt(index, 1, next, start);
    await store.archive.file(filed.article, filed.brief, []);
    // Without candidates: what random copy has in common is added by number.
    await placeArticle(store, filed, filed.article.takenIn, { lookup: () => [] });
  }
  await store.close();
  return {
    copyTo: (stored, apart) => {
      const to = newFolder();
      copyFileSync(join(folder, FILE), join(to, FILE));
      const db = new DatabaseSync(join(to, FILE));
      db.exec(copiesOf(Math.ceil(stored / PATTERNS), apart, start));
      db.close();
      return to;
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}

function newFolder(): string {
  return mkdtempSync(join(tmpdir(), "copydesk-bench-"));
}

/**
 * Copies every row so many times under other numbers, each with its moment; what is old has lost its keys. Only what
 * placing reads: no text, and no index of it.
 */
function copiesOf(times: number, apart: number, start: number): string {
  const number = `(pattern.number + nth * ${PATTERNS})`;
  const at = `(${start} + ${number} * ${apart})`;
  const open = start + times * PATTERNS * apart - 2 * WINDOW;
  const copies = `(with recursive copy (nth) as (select 0 union all select nth + 1 from copy where nth < ${times - 1}) select nth from copy) as copy`;
  const id = (of: string) => `iif(nth = 0, ${of}, ${of} || '-' || nth)`;
  return `
    pragma journal_mode = off;
    pragma synchronous = off;
    pragma foreign_keys = off;
    pragma temp_store = memory;
    pragma cache_size = -400000;
    begin;
    create temp table pattern as
      select member.*, article.tags, article.headline, article.section from story_member as member join article on article.id = member.article_id;
    create temp table pattern_key as select key, member from story_key;
    delete from story_key;
    delete from story_member;
    insert into article (newness, number, id, revision, path, content_hash, taken_in, tags, headline, section)
      select ${at} * ${NEWNESS}, ${number}, ${id("article_id")}, revision, ${number}, ${number}, ${at}, tags, headline, section
      from ${copies} cross join pattern where nth > 0 order by nth, number;
    insert into story_member (number, article_id, revision, story, at, signature, rule, likeness, shared)
      select ${number}, ${id("article_id")}, revision, ${id("story")}, ${at},
        iif(${at} < ${open}, null, json_set(signature, '$.article', ${id("article_id")}, '$.at', ${at})), rule, likeness, shared
      from ${copies} cross join pattern order by nth, number;
    insert into story_key (key, at, member)
      select key, ${at}, ${number} from pattern_key cross join ${copies} cross join pattern
      where pattern.number = pattern_key.member and ${at} >= ${open} order by key, nth, number;
    insert into story_link (one, other, score, shared)
      with recursive back (by) as (select ${LINKS} union all select by - 1 from back where by > 1)
      select number, number - by, -4, '[]' from (select number from story_member where at >= ${open} order by number) cross join back
      where number > by;
    update story_word set count = count * ${times};
    commit;
  `;
}
