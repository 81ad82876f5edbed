import { type Expression, type RawBuilder, type SqlBool, sql } from "kysely";
import type { FieldKind, Tongue } from "../tongue.ts";
import { type AskedWords, NAME_BREAK, type WordColumns } from "../words.ts";
import { anyPhrase, everyOf, everyPrefix, lexeme, vectorOf } from "./vector.ts";

const TYPES: Readonly<Record<FieldKind, string>> = {
  text: 'text collate "C"',
  whole: "bigint",
  real: "double precision",
};

/**
 * What a word counts for in body, byline, tags and headline (D, C, B and A): as one that stands there once does in SQLite,
 * whose BM25 makes w · 2.2 / (w + 1.2) of the weights 1, 3, 4 and 8.
 */
const WEIGHTS = "'{0.52, 0.82, 0.89, 1.0}'";

/** Longer texts say less by one word: the rank is divided by the logarithm of their length. */
const BY_LENGTH = 1;

/** What PostgreSQL says in its own way. */
export const POSTGRES: Tongue = {
  joinInOrder: sql`join`,
  // A list as an array keeps what a text of JSON would lose here: PostgreSQL takes no NUL.
  numbersIn: (list) => sql`(select unnest(${list}::bigint[]))`,
  textsIn: (list) => sql`(select unnest(${list}::text[]) collate "C")`,
  elementsOf: (column, name) =>
    sql`json_array_elements_text(${jsonIn(column)}) as ${sql.ref(name)} (value)`,
  recordsIn: (list, name, fields) => sql`json_to_recordset(${JSON.stringify(list, storable)}::json)
    as ${sql.ref(name)} (${sql.join(Object.entries(fields).map(columnOf))})`,
  textAt: (column, ...path) => sql`(${jsonIn(column)} #>> ${sql.lit(`{${path.join(",")}}`)})`,
  numberAt: (column, ...path) =>
    sql`(${jsonIn(column)} #>> ${sql.lit(`{${path.join(",")}}`)})::double precision`,
  lesserOf: (one, other) => sql`least(${one}, ${other})`,
  contains,
  wordsRow: "newness",
  hasWords,
  scoreOf: ({ text }) => (text.length === 0 ? sql`0` : sql`-${rankOf([...new Set(text.flat())])}`),
  wordsBegin: (prefixes, where) =>
    sql`found.text @@ ${everyPrefix(prefixes, where === "headline" ? "A" : "")}::tsquery`,
  headlineBegins: (prefixes) => sql`found.headline @@ ${everyPrefix(prefixes)}::tsquery`,
  storeWords: (article, columns) => {
    const { text, source, speakers, places } = columnsOf(columns);
    return sql`
      insert into article_words (newness, text, source_words, source, speaker_words, speakers, place_words, places)
      select newness, ${text}::tsvector, ${wordsOf(source)}::text[], ${source}, ${wordsOf(speakers)}::text[], ${speakers},
        ${wordsOf(places)}::text[], ${places}
      from article where id = ${article}
    `;
  },
  storeHeadline: (article, headline) => sql`
    insert into headline_words (newness, headline)
    select newness, ${vectorOf([[headline, "A"]])}::tsvector from article where id = ${article}
  `,
  unknownWords: (list) => sql`
    select listed.word from unnest(${list}::text[]) as listed (word)
    where not exists (select 1 from vocabulary as known where known.word = listed.word collate "C")
  `,
  // In one order, whoever adds them: of two that add the same words neither waits for the other.
  storeVocabulary: (list) => sql`
    insert into vocabulary (word, pieces)
    select listed.word, string_to_array(listed.pieces, ' ')
    from unnest(${list.map(({ word }) => word)}::text[], ${list.map(({ pieces }) => pieces.join(" "))}::text[])
      as listed (word, pieces)
    order by listed.word collate "C" on conflict do nothing
  `,
  wordsOfPieces: ({ any, pairs }) => {
    const both = pairs.map(
      ({ heads, tails }) => sql`(pieces && ${heads}::text[] and pieces && ${tails}::text[])`,
    );
    return sql`select word from vocabulary where ${sql.join([sql`pieces && ${any}::text[]`, ...both], sql` or `)}`;
  },
  roomToTake: sql`create temporary table room (taken bytea) on commit drop`,
  takeRoom: (bytes) => sql`insert into room values (decode(repeat('00', ${bytes}::int), 'hex'))`,
  commitAtOnce: { before: sql``, within: sql`set local synchronous_commit = off`, after: sql`` },
};

/**
 * A column of JSON that PostgreSQL reads to its end: what a text of its own could not hold, a NUL and half of a pair,
 * stands in it as an escape and fails the whole of it, whichever part is asked for. Another escape takes its place, since
 * the backslash may be the second one of a text that only looks like it.
 */
function jsonIn(column: string): RawBuilder<unknown> {
  const text = sql.ref(column);
  return sql`(case when strpos(${text}, '\\u0000') > 0 or strpos(${text}, '\\ud') > 0
    then regexp_replace(${text}, '\\\\u(0000|d[89a-f][0-9a-f]{2})', '\\\\ufffd', 'g') else ${text} end)::json`;
}

function storable(_: string, value: unknown): unknown {
  return typeof value === "string" ? value.replaceAll("\0", "\ufffd").toWellFormed() : value;
}

/**
 * Each phrase by itself: of all together `ts_rank` weighs how near they stand, which SQLite does not. As a list, since
 * a sum of thousands would be too deep a statement.
 */
function rankOf(phrases: readonly string[]): RawBuilder<number> {
  const each = phrases.map((phrase) => anyPhrase([phrase]));
  return sql`(select sum(ts_rank(${sql.raw(WEIGHTS)}, found.text, asked.phrase, ${sql.lit(BY_LENGTH)}))
    from unnest(${each}::text[]::tsquery[]) as asked (phrase))`;
}

function columnOf([name, kind]: readonly [string, FieldKind]) {
  return sql`${sql.ref(name)} ${sql.raw(TYPES[kind])}`;
}

/** The text in fields of four weights, and what bylines and sources name in one. */
function columnsOf(columns: WordColumns) {
  const { headline, byline, tags, body, source, speakers, places } = columns;
  const text = vectorOf([
    [headline, "A"],
    [tags, "B"],
    [byline, "C"],
    [body, "D"],
  ]);
  return { text, source: `${source} ${NAME_BREAK} ${byline}`, speakers, places };
}

function wordsOf(names: string): readonly string[] {
  const words = names.split(" ").filter((word) => word !== "" && word !== NAME_BREAK);
  return [...new Set(words.map(lexeme))];
}

function hasWords(asked: AskedWords): RawBuilder<SqlBool> {
  const { text, from, speaker, place, without } = asked;
  const parts = [
    ...(text.length === 0 ? [] : [sql`found.text @@ ${everyOf(text)}::tsquery`]),
    ...hasName("source_words", "source", from),
    ...hasName("speaker_words", "speakers", speaker),
    ...hasName("place_words", "places", place),
  ];
  if (without.length === 0) return sql`(${sql.join(parts, sql` and `)})`;
  const refused = sql`found.text @@ ${anyPhrase(without)}::tsquery`;
  // Only what is refused: the caller asks for what does not have it.
  if (parts.length === 0) return sql`(${refused})`;
  return sql`(${sql.join([...parts, sql`not ${refused}`], sql` and `)})`;
}

/** An index finds the rows that have all words, and each is looked at for a name that has them. */
function hasName(words: string, names: string, given: readonly string[]) {
  if (given.length === 0) return [];
  const each = [...new Set(given)];
  const inOne = each.map((word) => contains(sql`' ' || one.name || ' '`, ` ${word} `));
  return [
    sql`found.${sql.ref(words)} @> ${each.map(lexeme)}::text[] and exists (
      select 1 from unnest(string_to_array(found.${sql.ref(names)}, ${NAME_BREAK})) as one (name)
      where ${sql.join(inOne, sql` and `)}
    )`,
  ];
}

function contains(text: Expression<unknown>, part: string): RawBuilder<SqlBool> {
  return sql`strpos(${text}, ${part}) > 0`;
}
