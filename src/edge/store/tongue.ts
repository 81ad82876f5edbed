import {
  type AliasableExpression,
  type Expression,
  ExpressionWrapper,
  FunctionNode,
  type OperationNode,
  type RawBuilder,
  type SqlBool,
  sql,
  ValueNode,
} from "kysely";
import type { ArticleId } from "#core/article/article.ts";
import type { AskedPieces, KeptWord } from "./pieces.ts";
import type { AskedWords, ColumnOf, WordColumns } from "./words.ts";

/** What a field of a list of records is, in the database. */
export type FieldKind = "text" | "whole" | "real";

/**
 * What SQLite and PostgreSQL say differently. Everything else in the store is said once, in words that both
 * of them know; each of them says this in `sqlite/tongue.ts` and `postgres/tongue.ts`.
 */
export interface Tongue {
  /**
   * Joins what follows to what precedes, where SQLite is to read the tables in the order in which they stand;
   * PostgreSQL has its own mind.
   */
  readonly joinInOrder: RawBuilder<unknown>;
  /** A query for the numbers of a list, of any length in one parameter: a statement for each would have to be compiled. */
  numbersIn(list: readonly number[]): RawBuilder<number>;
  /** The same for texts. */
  textsIn(list: readonly string[]): RawBuilder<string>;
  /** What stands in a column of JSON, as a table with the column `value`. */
  elementsOf(column: string, name: string): RawBuilder<unknown>;
  /** A list of records as a table of that name. */
  recordsIn(
    list: readonly object[],
    name: string,
    fields: Readonly<Record<string, FieldKind>>,
  ): RawBuilder<unknown>;
  /** A text that stands in a column of JSON below a path of names; null where nothing does. */
  textAt(column: string, ...path: readonly string[]): RawBuilder<string | null>;
  /** The same for a number. */
  numberAt(column: string, ...path: readonly string[]): RawBuilder<number | null>;
  lesserOf(one: Expression<unknown>, other: Expression<unknown>): RawBuilder<number>;
  /** Whether a text stands somewhere in another. */
  contains(text: Expression<unknown>, part: string): RawBuilder<SqlBool>;
  /** The column by which the full-text tables point at `article.newness`. */
  readonly wordsRow: string;
  /** Whether a row of the full-text table `article_words as found` has what is asked for. */
  hasWords(asked: AskedWords): RawBuilder<SqlBool>;
  /** How much such a row says of what is asked for: the less the better. */
  scoreOf(asked: AskedWords): RawBuilder<number>;
  /** Whether in such a row every prefix, one or more words beside each other, begins a word. */
  wordsBegin(prefixes: readonly string[], where: ColumnOf): RawBuilder<SqlBool>;
  /** The same of a row of the table `headline_words as found`. */
  headlineBegins(prefixes: readonly string[]): RawBuilder<SqlBool>;
  /** A statement that stores the words of an article which stands in its table. */
  storeWords(article: ArticleId, columns: WordColumns): RawBuilder<unknown>;
  /** The same for the words of its headline. */
  storeHeadline(article: ArticleId, headline: string): RawBuilder<unknown>;
  /** A query for the words of a list that the vocabulary has not, as `word`. */
  unknownWords(list: readonly string[]): RawBuilder<unknown>;
  /** A statement that adds those words which the vocabulary has not; another process may be adding them, too. */
  storeVocabulary(list: readonly KeptWord[]): RawBuilder<unknown>;
  /** A query for the words of the vocabulary, as `word`, that have these pieces. */
  wordsOfPieces(asked: AskedPieces): RawBuilder<unknown>;
  /** A table for room on the disk, and the statement that takes it: both are rolled back. */
  readonly roomToTake: RawBuilder<unknown>;
  takeRoom(bytes: number): RawBuilder<unknown>;
  /**
   * How one transaction is committed without waiting for the disk: what is said on its connection before it, within it, and
   * after it, where there is something to be said.
   */
  readonly commitAtOnce: Readonly<Record<"before" | "within" | "after", RawBuilder<unknown>>>;
}

type Said = (tongue: Tongue) => RawBuilder<unknown>;

const SAY = "copydesk_say";

/** A piece of a query that each database says in its own words; its dialect's compiler asks its tongue. */
export function say<T = unknown>(said: (tongue: Tongue) => RawBuilder<T>): AliasableExpression<T> {
  const node = FunctionNode.create(SAY, [ValueNode.create(said)]);
  return new ExpressionWrapper<unknown, never, T>(node);
}

/** What a compiler writes for a function, where it is a piece that `say` made; `null` where it is none. */
export function saidBy(tongue: Tongue, node: FunctionNode): OperationNode | null {
  const [argument] = node.arguments;
  if (node.func !== SAY || argument === undefined || !ValueNode.is(argument)) return null;
  const said = argument.value as Said; // only `say` makes a function of this name
  return said(tongue).toOperationNode();
}

export function numbersIn(list: Iterable<number>): Expression<number> {
  const all = [...list];
  return say((tongue) => tongue.numbersIn(all));
}

export function textsIn(list: Iterable<string>): Expression<string> {
  const all = [...list];
  return say((tongue) => tongue.textsIn(all));
}

/** The column of the full-text tables by which they point at `article.newness`. */
export const WORDS_COLUMN = say<number>((tongue) => sql`${sql.ref(tongue.wordsRow)}`);

/** The row that a row of a full-text table, `found`, points at. */
export const WORDS_ROW = say<number>((tongue) => sql`found.${sql.ref(tongue.wordsRow)}`);

/** As `Tongue.joinInOrder`: a piece between two tables. */
export const JOIN = say((tongue) => tongue.joinInOrder);
