import { type RawBuilder, sql } from "kysely";
import type { Instant } from "#core/article/instant.ts";
import { type Guess, likeliest, mayBeSlip, slipRank } from "#core/reply/slip.ts";
import type { WordField } from "#core/reply/sought.ts";
import { formsOf } from "#core/reply/word-forms.ts";
import { isOut } from "./filed.ts";
import { later } from "./later.ts";
import { askedPieces, keptWords, piecesOf } from "./pieces.ts";
import type { For } from "./readers.ts";
import type { Database } from "./schema.ts";
import { askAll } from "./several.ts";
import { JOIN, say, WORDS_ROW } from "./tongue.ts";
import { type AskedWords, words } from "./words.ts";

/** Words whose fate is asked for at once; a transaction waits for nothing otherwise. */
const ASKED_AT_ONCE = 1_000;
/** Words that are kept in the memory, some megabytes; those seen first are the common ones. */
const MOST_KEPT = 50_000;

/**
 * The vocabulary has every word that copy ever had, held or not, and is only added to. So nothing of it is given to
 * anybody but by `findMeant`, which asks of each word whether it stands in copy that may be shown.
 *
 * A word goes to the database with the first articles that have it. Whether the transaction that sent it has come to its
 * end is asked for later, of many words at once and by another transaction: from then on it is sent no more.
 */
export class Vocabulary {
  /** Words that the database has, whatever becomes of those who write now. */
  readonly #sure = new Set<string>();
  /** Words that were sent, and by which transaction. */
  readonly #sent = new Map<string, Database>();
  #askAt = ASKED_AT_ONCE;

  /** @param texts as columns store them */
  async add(writing: Database, texts: readonly string[]): Promise<void> {
    const fresh = keptWords(texts).filter(
      (word) => !this.#sure.has(word) && this.#sent.get(word) !== writing,
    );
    await storeWords(writing, fresh);
    for (const word of fresh) this.#sent.set(word, writing);
    if (this.#sent.size >= this.#askAt) await this.#ask(writing);
  }

  /** Asks for the words of other transactions: one that writes sees its own words, which may yet be taken back. */
  async #ask(writing: Database): Promise<void> {
    const others = [...this.#sent].filter(([, by]) => by !== writing).map(([word]) => word);
    const lost = await unknownOf(writing, others);
    for (const word of others) {
      this.#sent.delete(word);
      if (!lost.has(word) && this.#sure.size < MOST_KEPT) this.#sure.add(word);
    }
    if (this.#sent.size >= MOST_KEPT) this.#sent.clear();
    this.#askAt = this.#sent.size + ASKED_AT_ONCE;
  }
}

async function unknownOf(db: Database, list: readonly string[]): Promise<ReadonlySet<string>> {
  if (list.length === 0) return new Set();
  const { rows } = await sql<{ readonly word: string }>`
    ${say((tongue) => tongue.unknownWords(list))}
  `.execute(db);
  return new Set(rows.map(({ word }) => word));
}

/** Stores those of the words that are not there; somebody else may be storing them, too. */
async function storeWords(writing: Database, all: readonly string[]): Promise<void> {
  if (all.length === 0) return;
  const list = all.map((word) => ({ word, pieces: piecesOf(word) }));
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
  { limit, ...shown }: Pick<Asked, "now" | "readers"> & { readonly limit: number },
): Promise<readonly string[]> {
  const [word, ...more] = words(typed);
  if (word === undefined || more.length > 0 || !mayBeSlip(word)) return [];
  const asked = { field, ...shown };
  // A word with a form that stands there is found by that.
  const own = field === "words" ? formsOf(word) : [word];
  if ((await shownOf(db, own, asked)).length > 0) return [];
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
  readonly readers: For;
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

function countOf(word: string, { field, now, readers }: Asked) {
  const asked = { ...NO_WORDS, ...(field === "words" ? { text: [[word]] } : { [field]: [word] }) };
  return sql<{ readonly used: number }>`
    select count(*) as used from (
      select 1 from article_words as found ${JOIN} article on article.newness = ${WORDS_ROW}
      where ${say((tongue) => tongue.hasWords(asked))} and ${isOut(now, readers)} limit ${MOST_COUNTED}
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
    await storeWords(db, keptWords(rows.map(({ word }) => word)));
    after = last;
  }
}
