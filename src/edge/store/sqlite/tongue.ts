import { sql } from "kysely";
import type { Tongue } from "../tongue.ts";
import { everyPrefix, matchOf, piecesMatchOf, prefixMatchOf } from "./match.ts";

/** Weights of headline, byline, tags and body: a word of the headline says most about an article. */
const WEIGHTS = sql.raw("8.0, 3.0, 4.0, 1.0, 0.0, 0.0, 0.0");

const pathOf = (path: readonly string[]) => `$.${path.join(".")}`;

/** What SQLite says in its own way. */
export const SQLITE: Tongue = {
  joinInOrder: sql`cross join`,
  numbersIn: (list) => sql`(select value from json_each(${JSON.stringify(list)}))`,
  textsIn: (list) => sql`(select value from json_each(${JSON.stringify(list)}))`,
  elementsOf: (column, name) => sql`json_each(${sql.ref(column)}) as ${sql.ref(name)}`,
  recordsIn: (list, name, fields) => sql`(
    select ${sql.join(Object.keys(fields).map(fieldOf))} from json_each(${JSON.stringify(list)})
  ) as ${sql.ref(name)}`,
  textAt: (column, ...path) => sql`json_extract(${sql.ref(column)}, ${sql.lit(pathOf(path))})`,
  numberAt: (column, ...path) => sql`json_extract(${sql.ref(column)}, ${sql.lit(pathOf(path))})`,
  lesserOf: (one, other) => sql`min(${one}, ${other})`,
  contains: (text, part) => sql`instr(${text}, ${part}) > 0`,
  wordsRow: "rowid",
  hasWords: (asked) => sql`article_words match ${matchOf(asked)}`,
  scoreOf: () => sql`bm25(article_words, ${WEIGHTS})`,
  wordsBegin: (prefixes, where) => sql`article_words match ${prefixMatchOf(prefixes, where)}`,
  headlineBegins: (prefixes) => sql`headline_words match ${everyPrefix(prefixes)}`,
  storeWords: (article, { headline, byline, tags, body, source, speakers, places }) => sql`
    insert into article_words
      (rowid, headline, byline, tags, body, source, speakers, places)
    select newness, ${headline}, ${byline}, ${tags}, ${body}, ${source}, ${speakers}, ${places}
    from article where id = ${article}
  `,
  storeHeadline: (article, headline) => sql`
    insert into headline_words (rowid, headline)
    select newness, ${headline} from article where id = ${article}
  `,
  unknownWords: (list) => sql`
    select value as word from json_each(${JSON.stringify(list)})
    where not exists (select 1 from vocabulary_word where word = value)
  `,
  storeVocabulary: (list) => {
    const rows = list.map(({ word, pieces }) => ({ word, pieces: pieces.join(" ") }));
    return sql`
      insert into new_word (word, pieces)
      select value ->> 'word', value ->> 'pieces' from json_each(${JSON.stringify(rows)})
      where not exists (select 1 from vocabulary_word where word = value ->> 'word')
    `;
  },
  wordsOfPieces: (asked) =>
    sql`select word from vocabulary where vocabulary match ${piecesMatchOf(asked)}`,
  roomToTake: sql`create table room (taken blob)`,
  takeRoom: (bytes) => sql`insert into room values (zeroblob(${bytes}))`,
  // The driver heeds these, since it waits for the disk in the database's place.
  commitAtOnce: {
    before: sql`pragma synchronous = normal`,
    within: sql``,
    after: sql`pragma synchronous = full`,
  },
};

/** A field of a record, by its name; SQLite sees its kind itself. */
function fieldOf(name: string) {
  return sql`value ->> ${sql.lit(name)} as ${sql.ref(name)}`;
}
