import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Instant } from "#core/article/instant.ts";
import type { Filed } from "#core/digest/edition.ts";
import type { Slice, Sought, SoughtOrder } from "#core/reply/sought.ts";
import { isOut, toFiled } from "./filed.ts";
import { firstRowOf } from "./newness.ts";
import type { Database, RevisionTable } from "./schema.ts";
import { anyPhrase, everyPhrase, nameWords } from "./words.ts";

/** Weights of headline, byline, tags and body: a word of the headline says most about an article. */
const WEIGHTS = sql.raw("8.0, 3.0, 4.0, 1.0, 0.0, 0.0, 0.0");

/**
 * So many of the newest articles compete for the first place: weighing all the 60,000 that have a
 * common word takes a second, and what is that common is asked for its news. The others follow, the
 * newest first.
 */
const WEIGHED = 1_000;

const TEXT = "{headline byline tags body}";

interface Look extends Slice {
  readonly now: Instant;
}

/** Finds articles that are what is sought and may be shown at `now`. */
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

/** Reads the articles of a query for `newness` and `place`: chosen first, as an article is long. */
async function read(db: Database, chosen: RawBuilder<unknown>): Promise<readonly Filed[]> {
  const { rows } = await sql<Pick<RevisionTable, "article" | "brief">>`
    select latest.article, latest.brief from (${chosen}) as chosen
    cross join article on article.newness = chosen.newness
    cross join article_revision as latest
      on latest.article_id = article.id and latest.revision = article.revision
    order by chosen.place
  `.execute(db);
  return rows.map(toFiled);
}

/**
 * The full-text query for what is given.
 * @returns `null` where no word is asked for; `nothing` where what is given has no word in it, which
 *   no article can meet: `speaker:—`
 */
function askedOf({ words, from, speaker, place, without }: Sought): string | null | "nothing" {
  const parts: readonly (readonly [string, string | null | undefined])[] = [
    [TEXT, words.length === 0 ? undefined : everyPhrase(words)],
    ["{source byline}", from === null ? undefined : nameWords(from)],
    ["{speakers}", speaker === null ? undefined : nameWords(speaker)],
    ["{places}", place === null ? undefined : nameWords(place)],
  ];
  const given = parts.filter(([, part]) => part !== undefined);
  if (given.length === 0) return null;
  if (given.some(([, part]) => part === null)) return "nothing";
  const all = given.map(([columns, part]) => `${columns} : (${part})`).join(" AND ");
  const refused = anyPhrase(without);
  return refused === null ? all : `(${all}) NOT (${TEXT} : (${refused}))`;
}

/** By how much they say of the words: the newest of those that have them. */
function weighed(asked: string, sought: Sought, { now, skip, limit }: Look): RawBuilder<unknown> {
  return sql`
    select newness, row_number() over (order by score, newness desc) as place from (
      select article.newness, bm25(article_words, ${WEIGHTS}) as score
      from article_words as found cross join article on article.newness = found.rowid
      where article_words match ${asked} ${since(sought, "found.rowid")} and ${fits(sought, now)}
      order by found.rowid desc limit ${WEIGHED}
    ) order by place limit ${limit} offset ${skip}
  `;
}

/** By their date; for no full-text query, articles of any words. */
function inOrder(
  asked: string | null,
  sought: Sought,
  order: SoughtOrder,
  { now, skip, limit }: Look,
): RawBuilder<unknown> {
  const row = asked === null ? "article.newness" : "found.rowid";
  const from =
    asked === null
      ? sql`article where ${without(sought)}`
      : sql`article_words as found cross join article on article.newness = found.rowid
          where article_words match ${asked}`;
  const [way, sign] = order === "oldest" ? ["asc", ""] : ["desc", "-"];
  return sql`
    select article.newness, ${sql.raw(`${sign}article.newness`)} as place
    from ${from} ${since(sought, row)} and ${fits(sought, now)}
    order by ${sql.ref(row)} ${sql.raw(way)} limit ${limit} offset ${skip}
  `;
}

function since({ since: moment }: Sought, row: string): RawBuilder<unknown> {
  return moment === null ? sql`` : sql`and ${sql.ref(row)} >= ${firstRowOf(moment)}`;
}

/** What no full-text query can ask: that it may be shown, and that someone is quoted. */
function fits({ quoted }: Sought, now: Instant): RawBuilder<SqlBool> {
  return quoted ? sql`${isOut(now)} and article.quotes > 0` : isOut(now);
}

/** What must not stand there, where no full-text query is that could leave it out. */
function without(sought: Sought): RawBuilder<SqlBool> {
  const refused = anyPhrase(sought.without);
  if (refused === null) return sql`true`;
  return sql`article.newness not in (
    select found.rowid from article_words as found
    where article_words match ${`${TEXT} : (${refused})`} ${since(sought, "found.rowid")}
  )`;
}
