import { type RawBuilder, sql } from "kysely";
import type { Instant } from "#core/article/instant.ts";
import { type Guess, likeliest, mayBeSlip, slipRank } from "#core/reply/slip.ts";
import type { WordField } from "#core/reply/sought.ts";
import { isOut } from "./filed.ts";
import { later } from "./later.ts";
import { askedPieces, keptWords, piecesOf } from "./pieces.ts";
import type { Database } from "./schema.ts";
import { askAll } from "./several.ts";
import { JOIN, say, WORDS_ROW } from "./tongue.ts";
import { type AskedWords, words } from "./words.ts";

/**
 * The vocabulary has every word that copy ever had, held or not, and is only added to. So nothing of it is given to
 * anybody but by `findMeant`, which asks of each word whether it stands in copy that may be shown.
 *
 * @param texts as columns store them
 */
export async function addWords(writing: Database, texts: readonly string[]): Promise<void> {
  const kept = keptWords(texts);
  if (kept.length === 0) return;
  const { rows } = await sql<{ readonly word: string }>`
    ${say((tongue) => tongue.unknownWords(kept))}
  `.execute(writing);
  if (rows.length > 0)
    await storeWords(
      writing,
      rows.map(({ word }) => word),
    );
}

/** Stores words that are not there, or that somebody else may be storing. */
async function storeWords(writing: Database, unknown: readonly string[]): Promise<void> {
  const list = unknown.map((word) => ({ word, pieces: piecesOf(word) }));
  await later(writing, sql`${say((tongue) => tongue.storeVocabulary(list))}`);
}

/** Articles in which a word is counted: of two words which are that common neither is the likelier for it. */
const MOST_COUNTED = 20;
/** Words that are equally near compete; more of them are never told apart. */
const MOST_EQUAL = 24;

/** Words that may be meant by one which no article has in this field, of those that may be shown at `now`. */
export async function findMeant(
  db: Database,
  typed: string,
  field: WordField,
  { now, limit }: { readonly now: Instant; readonly limit: number },
): Promise<readonly string[]> {
  const [word, ...more] = words(typed);
  if (word === undefined || more.length > 0 || !mayBeSlip(word)) return [];
  const asked = { field, now };
  if ((await shownOf(db, [word], asked)).length > 0) return [];
  const guesses: Guess[] = [];
  for (const near of await nearOnes(db, word)) {
    guesses.push(...(await shownOf(db, near, asked)));
    if (guesses.length >= limit) break;
  }
  return likeliest(word, guesses).slice(0, limit);
}

/** Words of the vocabulary that are slips away, those that are equally near in one list, the nearest first. */
async function nearOnes(db: Database, word: string): Promise<readonly (readonly string[])[]> {
  const asked = askedPieces(word);
  const { rows } = await sql<{ readonly word: string }>`
    ${say((tongue) => tongue.wordsOfPieces(asked))}
  `.execute(db);
  const ranked = new Map<number, string[]>();
  for (const row of rows) {
    const rank = slipRank(word, row.word);
    if (rank === Infinity) continue;
    const equal = ranked.get(rank);
    if (equal === undefined) ranked.set(rank, [row.word]);
    else equal.push(row.word);
  }
  return [...ranked].toSorted(([a], [b]) => a - b).map(([, equal]) => equal.toSorted());
}

interface Asked {
  readonly field: WordField;
  readonly now: Instant;
}

/** The first of these words that stand in copy which may be shown, whichever else there are. */
async function shownOf(
  db: Database,
  all: readonly string[],
  asked: Asked,
): Promise<readonly Guess[]> {
  const shown: Guess[] = [];
  for (let at = 0; at < all.length && shown.length < MOST_EQUAL; at += MOST_EQUAL) {
    const some = all.slice(at, at + MOST_EQUAL);
    const counts = await askAll(
      db,
      some.map((word) => countOf(word, asked)),
    );
    const guesses = some.map((word, index) => ({
      word,
      used: Number(counts[index]?.[0]?.used ?? 0),
    }));
    shown.push(...guesses.filter(({ used }) => used > 0));
  }
  return shown.slice(0, MOST_EQUAL);
}

const NO_WORDS: AskedWords = { text: [], from: [], speaker: [], place: [], without: [] };

function countOf(word: string, { field, now }: Asked) {
  const asked = { ...NO_WORDS, [field === "words" ? "text" : field]: [word] };
  return sql<{ readonly used: number }>`
    select count(*) as used from (
      select 1 from article_words as found ${JOIN} article on article.newness = ${WORDS_ROW}
      where ${say((tongue) => tongue.hasWords(asked))} and ${isOut(now)} limit ${MOST_COUNTED}
    ) as counted
  `;
}

/** Words that are stored at once, where a database has copy already. */
const BATCH = 5_000;

/**
 * Fills the vocabulary with words that are stored elsewhere.
 * @param wordsAfter a query for the next of them, as `word`, in their order
 */
export async function fillVocabulary(
  db: Database,
  wordsAfter: (after: string, limit: number) => RawBuilder<{ readonly word: string }>,
): Promise<void> {
  for (let after = ""; ; ) {
    const { rows } = await wordsAfter(after, BATCH).execute(db);
    const last = rows.at(-1)?.word;
    if (last === undefined) return;
    await addWords(
      db,
      rows.map(({ word }) => word),
    );
    after = last;
  }
}
