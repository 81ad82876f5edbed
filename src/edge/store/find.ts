import { type Expression, type RawBuilder, type SqlBool, sql } from "kysely";
import type { Instant } from "#core/article/instant.ts";
import type { Filed } from "#core/digest/edition.ts";
import type { Slice, Sought, SoughtOrder } from "#core/reply/sought.ts";
import { alternativesOf } from "#core/reply/word-forms.ts";
import { isIn, isOut, toFiled } from "./filed.ts";
import { firstRowOf } from "./newness.ts";
import { type For, isFor } from "./readers.ts";
import type { Database, RevisionTable } from "./schema.ts";
import { JOIN, say, WORDS_ROW } from "./tongue.ts";
import { type AskedWords, choicesOf, phrasesOf, toColumn, words } from "./words.ts";

/**
 * So many of the newest articles compete for the first place: weighing all the 60,000 that have a
 * common word takes a second, and what is that common is asked for its news. The others follow, the
 * newest first.
 */
const WEIGHED = 1_000;

/** When one looks, to whom what is found is shown, and whether it is what may not be shown then. */
interface Sight {
  readonly now: Instant;
  readonly readers: For;
  /** Left out: what may be shown. */
  readonly held?: true;
}

const NO_WORDS: AskedWords = { text: [], from: [], speaker: [], place: [], without: [] };

interface Look extends Slice, Sight {}

/** Finds articles that are what is sought and may be shown at `now`; for editors, those that may not. */
export async function findArticles(
  db: Database,
  sought: Sought,
  order: SoughtOrder,
  look: Look,
): Promise<readonly Filed[]> {
  const asked = askedOf(sought);
  if (asked === "nothing") return [];
  if (order !== "best" || asked === null || sought.words.length === 0) {
    return read(db, inOrder(asked, sought, order, look));
  }
  const { skip, limit } = look;
  const ahead = Math.min(Math.max(WEIGHED - skip, 0), limit);
  const best = await read(db, weighed(asked, sought, { ...look, limit: ahead }));
  if (ahead === limit) return best;
  const rest = { ...look, skip: Math.max(skip, WEIGHED), limit: limit - ahead };
  return [...best, ...(await read(db, inOrder(asked, sought, "newest", rest)))];
}

/** Counts articles that are what is sought and may be shown at `now`, as far as `most`. */
export async function countArticles(
  db: Database,
  sought: Sought,
  { most, ...sight }: Sight & { readonly most: number },
): Promise<number> {
  const asked = askedOf(sought);
  if (asked === "nothing") return 0;
  const { rows } = await sql<{ readonly count: number }>`
    select count(*) as count from (
      select 1 from ${amongAll(asked, sought)} and ${fits(sought, sight)} limit ${most}
    ) as counted
  `.execute(db);
  return Number(rows[0]?.count ?? 0);
}

/** Reads the articles of a query for `newness` and `place`: chosen first, as an article is long. */
async function read(db: Database, chosen: RawBuilder<unknown>): Promise<readonly Filed[]> {
  const { rows } = await sql<Pick<RevisionTable, "article" | "brief">>`
    select latest.article, latest.brief from (${chosen}) as chosen
    ${JOIN} article on article.newness = chosen.newness
    ${JOIN} article_revision as latest
      on latest.article_id = article.id and latest.revision = article.revision
    order by chosen.place
  `.execute(db);
  return rows.map(toFiled);
}

/**
 * What is asked of the full-text index.
 * @returns `null` where no word is asked for; `nothing` where what is given has no word in it, which
 *   no article can meet: `speaker:—`
 */
function askedOf(sought: Sought): AskedWords | null | "nothing" {
  const given = {
    text: sought.words.length === 0 ? undefined : choicesOf(alternativesOf(sought)),
    from: sought.from === null ? undefined : words(sought.from),
    speaker: sought.speaker === null ? undefined : words(sought.speaker),
    place: sought.place === null ? undefined : words(sought.place),
  };
  const lists = Object.values(given).filter((list) => list !== undefined);
  if (lists.length === 0) return null;
  if (lists.some(({ length }) => length === 0)) return "nothing";
  const { text = [], from = [], speaker = [], place = [] } = given;
  return { text, from, speaker, place, without: phrasesOf(sought.without) };
}

/** By how much they say of the words: the newest of those that have them. */
function weighed(
  asked: AskedWords,
  sought: Sought,
  { skip, limit, ...sight }: Look,
): RawBuilder<unknown> {
  return sql`
    select newness, row_number() over (order by score, newness desc) as place from (
      select article.newness, ${say((tongue) => tongue.scoreOf(asked))} as score
      from ${matching(asked)} ${within(sought, WORDS_ROW)} and ${fits(sought, sight)}
      order by ${WORDS_ROW} desc limit ${WEIGHED}
    ) as weighed order by place limit ${limit} offset ${skip}
  `;
}

/** By their date; for no full-text query, articles of any words. */
function inOrder(
  asked: AskedWords | null,
  sought: Sought,
  order: SoughtOrder,
  { skip, limit, ...sight }: Look,
): RawBuilder<unknown> {
  const row = rowOf(asked);
  const [way, sign] = order === "oldest" ? ["asc", ""] : ["desc", "-"];
  return sql`
    select article.newness, ${sql.raw(`${sign}article.newness`)} as place
    from ${amongAll(asked, sought)} and ${fits(sought, sight)}
    order by ${row} ${sql.raw(way)} limit ${limit} offset ${skip}
  `;
}

/** Articles of the words that are asked for, or of any, of the time that is asked for. */
function amongAll(asked: AskedWords | null, sought: Sought): RawBuilder<unknown> {
  const from = asked === null ? sql`article where ${without(sought)}` : matching(asked);
  return sql`${from} ${within(sought, rowOf(asked))}`;
}

function rowOf(asked: AskedWords | null): Expression<number> {
  return asked === null ? sql<number>`article.newness` : WORDS_ROW;
}

/** Articles with what is asked for, beside `found`. */
function matching(asked: AskedWords): RawBuilder<unknown> {
  return sql`article_words as found ${JOIN} article on article.newness = ${WORDS_ROW}
    where ${say((tongue) => tongue.hasWords(asked))}`;
}

/** From the first moment that is asked for up to the last. */
function within({ since, until }: Sought, row: Expression<number>): RawBuilder<unknown> {
  const from = since === null ? sql`` : sql`and ${row} >= ${firstRowOf(since)}`;
  return until === null ? from : sql`${from} and ${row} < ${firstRowOf(until)}`;
}

/** What no full-text query can ask: that it may be shown, of which topic it is, and that someone is quoted. */
function fits({ quoted, topic }: Sought, { now, readers, held }: Sight): RawBuilder<SqlBool> {
  const may = held ? isHeldFor(now, readers) : isOut(now, readers);
  const named = topic === null ? may : sql<SqlBool>`${may} and ${isOfTopic(topic)}`;
  return quoted ? sql`${named} and article.quotes > 0` : named;
}

function isHeldFor(now: Instant, readers: For): RawBuilder<SqlBool> {
  return sql<SqlBool>`(${isIn(now)} and ${isFor(readers)})`;
}

/** By the indexes of names: a topic that few articles have is asked for first. */
function isOfTopic(topic: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`article.newness in (
    select used.newness from name join name_use as used on used.name = name.id
    where name.kind = 'topic' and name.key = ${toColumn(topic)}
  )`;
}

/** What must not stand there, where no full-text query is that could leave it out. */
function without(sought: Sought): RawBuilder<SqlBool> {
  const refused = { ...NO_WORDS, without: phrasesOf(sought.without) };
  if (refused.without.length === 0) return sql`true`;
  return sql`article.newness not in (
    select ${WORDS_ROW} from article_words as found
    where ${say((tongue) => tongue.hasWords(refused))} ${within(sought, WORDS_ROW)}
  )`;
}
