import { type AliasableExpression, type RawBuilder, type SqlBool, sql } from "kysely";
import type { ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Filed } from "#core/digest/edition.ts";
import { NAME_KINDS, type Named, type NameKind } from "#core/reply/sought.ts";
import { every } from "./every.ts";
import { isOut } from "./filed.ts";
import { later } from "./later.ts";
import { namesOf } from "./named.ts";
import type { For } from "./readers.ts";
import type { Database } from "./schema.ts";
import { JOIN, say } from "./tongue.ts";
import { toColumn, words } from "./words.ts";

/** Comes after every letter, in the order of SQLite: that of UTF-8. */
const LAST_LETTER = "\u{10ffff}";

const NAME = { article: "text", kind: "text", key: "text", name: "text" } as const;
const WORD = { kind: "text", key: "text", word: "text" } as const;

/** More than there are: a query with a limit is worked off by itself. */
const EVERY = Number.MAX_SAFE_INTEGER;

/** Collects the names of articles that stand in their table. */
export async function addNames(writing: Database, all: readonly Filed[]): Promise<void> {
  const names = all.flatMap((filed) => {
    const own = namesOf(filed);
    return NAME_KINDS.flatMap((kind) => ofKind(kind, own[kind], filed.article.id));
  });
  if (names.length === 0) return;
  const named = say((tongue) => tongue.recordsIn(names, "own", NAME));
  const stored = sql`
    insert into name (kind, key, name) select own.kind, own.key, own.name from ${named} where true
    on conflict do nothing
  `;
  const words = names.flatMap(({ kind, key }) =>
    key.split(" ").map((word) => ({ kind, key, word })),
  );
  // Each by the index: a join might read all names that there are.
  const ofName = (column: "id" | "name") =>
    sql`(select ${sql.ref(`name.${column}`)} from name where name.kind = own.kind and name.key = own.key)`;
  const parted = sql`
    insert into name_word (kind, word, name)
    select own.kind, own.word, ${ofName("id")}
    from ${say((tongue) => tongue.recordsIn(words, "own", WORD))} where true
    on conflict do nothing
  `;
  const used = sql`
    insert into name_use (newness, name, spelling)
    select (select newness from article where article.id = own.article), ${ofName("id")},
      nullif(own.name, ${ofName("name")})
    from ${named}
  `;
  for (const statement of [stored, parted, used]) await later(writing, statement);
}

/** In what names are looked for: what may be shown at a moment, to whom. */
interface Shown {
  readonly now: Instant;
  readonly readers: For;
}

interface Name {
  readonly article: ArticleId;
  readonly kind: NameKind;
  readonly key: string;
  readonly name: string;
}

function ofKind(kind: NameKind, names: readonly string[], article: ArticleId): readonly Name[] {
  const keyed = new Map<string, Name>();
  for (const name of names) {
    const key = toColumn(name);
    if (key !== "" && !keyed.has(key)) keyed.set(key, { article, kind, key, name });
  }
  return [...keyed.values()];
}

/** Forgets which names an article has; a name that no article has any more is offered to nobody. */
export async function dropNames(writing: Database, article: ArticleId): Promise<void> {
  await later(
    writing,
    sql`delete from name_use where newness = (select newness from article where id = ${article})`,
  );
}

/**
 * Names of a kind that stand in an article which may be shown at `now`, those in the newest of them first, each as that one
 * writes it: what may not be shown changes neither their spelling nor their order.
 */
export async function findNames(
  db: Database,
  kind: NameKind,
  typed: string,
  { now, readers, limit }: Shown & { readonly limit: number },
): Promise<readonly string[]> {
  const shown = isOut(now, readers);
  if (words(typed).length === 0) {
    const found = await walk(db, kind, shown, limit);
    if (found !== null) return found;
  }
  // All that fit are looked up, each by the newest article that has it; a query with a limit of its own is not merged
  // with the one around it.
  const { rows } = await sql<Pick<Name, "name">>`
    select ${SPELLED} as name from (
      select id, newest from (
        select fitting.id, fitting.key, (
          select used.newness from name_use as used join article on article.newness = used.newness
          where used.name = fitting.id and ${shown} order by used.newness desc limit 1
        ) as newest
        from (select id, key from name where kind = ${kind} and ${beginsSo(kind, typed)}) as fitting
        limit ${EVERY}
      ) as looked
      where newest is not null order by newest desc, key limit ${limit}
    ) as found
    ${JOIN} name as own on own.id = found.id
    ${JOIN} name_use as used on used.newness = found.newest and used.name = found.id
    order by found.newest desc, own.key
  `.execute(db);
  return rows.map(({ name }) => name);
}

/** A name as an article writes it: `name.name` is how it was written first, by whichever. */
const SPELLED = sql<string>`coalesce(used.spelling, own.name)`;

/** Uses of names that are read at once, and how often, where any name fits. */
const WALKED = 500;
const MOST_WALKS = 8;

/**
 * The first names of a kind, from the newest article back.
 * @returns `null` where these are found no sooner than by a look at each name: of some kinds there are a few names alone
 */
async function walk(
  db: Database,
  kind: NameKind,
  shown: RawBuilder<SqlBool>,
  limit: number,
): Promise<readonly string[] | null> {
  const found = new Map<string, string>();
  let behind = sql``;
  for (let walks = 0; walks < MOST_WALKS; walks += 1) {
    const { rows } = await sql<Walked>`
      select cast(used.newness as text) as newness, own.key, ${SPELLED} as name
      from name_use as used ${JOIN} name as own on own.id = used.name
      ${JOIN} article on article.newness = used.newness
      where own.kind = ${kind} and ${shown} ${behind}
      order by used.newness desc, own.key limit ${WALKED}
    `.execute(db);
    for (const { key, name } of rows) if (!found.has(key)) found.set(key, name);
    const last = rows.at(-1);
    if (last === undefined || rows.length < WALKED || found.size >= limit)
      return [...found.values()].slice(0, limit);
    const at = sql`cast(${last.newness} as bigint)`;
    behind = sql`and used.newness <= ${at} and (used.newness < ${at} or own.key > ${last.key})`;
  }
  return null;
}

interface Walked extends Pick<Name, "key" | "name"> {
  /** As a text: it has more bits than JavaScript's numbers. */
  readonly newness: string;
}

/**
 * Those of some phrases that are whole names in an article which may be shown at `now`, each with its kinds; of a
 * speaker the last word is enough: "Solen". By the index of names alone, however many articles there are.
 */
export async function namedBy(
  db: Database,
  phrases: readonly string[],
  { now, readers }: Shown,
): Promise<readonly Named[]> {
  const typed = new Map(phrases.map((phrase) => [toColumn(phrase), phrase]));
  typed.delete("");
  if (typed.size === 0) return [];
  const keys = [...typed.keys()].map((key) => ({ key }));
  const asked = say((tongue) => tongue.recordsIn(keys, "asked", { key: "text" }));
  const shown = isOut(now, readers);
  const isShown = sql`exists (
    select 1 from name_use as used join article on article.newness = used.newness
    where used.name = own.id and ${shown}
  )`;
  const kinds = NAME_KINDS.map((kind) => ({ kind }));
  const whole = sql<Pick<Name, "kind" | "key">>`
    select kinds.kind, asked.key from ${asked}
    cross join ${say((tongue) => tongue.recordsIn(kinds, "kinds", { kind: "text" }))}
    where exists (
      select 1 from name as own
      where own.kind = kinds.kind and own.key = asked.key and ${isShown}
    )
  `;
  const surnames = sql<Pick<Name, "kind" | "key">>`
    select 'speaker' as kind, asked.key from ${asked}
    where exists (
      select 1 from name_word join name as own on own.id = name_word.name
      where name_word.kind = 'speaker' and name_word.word = asked.key
        and own.key like '% ' || asked.key and ${isShown}
    )
  `;
  const found = [
    ...(await whole.execute(db)).rows,
    ...(await surnames.execute(db)).rows,
    ...(await sourcesBefore(db, asked, shown)),
  ];
  return found.flatMap(({ kind, key }) => {
    const phrase = typed.get(key);
    return phrase === undefined ? [] : [{ kind, phrase }];
  });
}

/** Where somebody's own or a place stands behind a name in brackets: `The Island (Sri Lanka)`. */
const QUALIFIED = /^(?<name>[^()]+?)\s*\([^()]*\)\s*$/u;

/** Sources whose name tells in brackets which of that name they are: their readers say it without. */
async function sourcesBefore(
  db: Database,
  asked: AliasableExpression<unknown>,
  shown: RawBuilder<SqlBool>,
): Promise<readonly Pick<Name, "kind" | "key">[]> {
  // Only how copy that may be shown writes it counts.
  const { rows } = await sql<Pick<Name, "key" | "name">>`
    select distinct asked.key, ${SPELLED} as name from ${asked}
    join name as own on own.kind = 'source'
      and own.key > asked.key || ' ' and own.key < asked.key || ${` ${LAST_LETTER}`}
    join name_use as used on used.name = own.id
    join article on article.newness = used.newness
    where ${shown}
  `.execute(db);
  return rows
    .filter(({ key, name }) => toColumn(QUALIFIED.exec(name)?.groups?.name ?? "") === key)
    .map(({ key }) => ({ kind: "source", key }));
}

/** Every word that is typed begins a word; `d’I` begins two that stand beside each other. */
function beginsSo(kind: NameKind, typed: string) {
  const [longest] = words(typed).toSorted((a, b) => b.length - a.length);
  if (longest === undefined) return sql<boolean>`true`;
  const pieces = typed.split(/\s+/u).map(toColumn).filter(Boolean);
  const each = pieces.map((piece) =>
    say((tongue) => tongue.contains(sql`' ' || key`, ` ${piece}`)),
  );
  return sql<boolean>`
    id in (
      select name from name_word
      where kind = ${kind} and word >= ${longest} and word < ${longest + LAST_LETTER}
    ) and ${every(each)}
  `;
}
