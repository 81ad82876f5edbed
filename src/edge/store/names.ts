import { type AliasableExpression, type RawBuilder, sql } from "kysely";
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
import { say } from "./tongue.ts";
import { toColumn, words } from "./words.ts";

/** Comes after every letter, in the order of SQLite: that of UTF-8. */
const LAST_LETTER = "\u{10ffff}";

const NAME = { kind: "text", key: "text", name: "text" } as const;
const WORD = { kind: "text", key: "text", word: "text" } as const;

/** More than there are: a query with a limit is worked off by itself. */
const EVERY = Number.MAX_SAFE_INTEGER;

/** Collects the names of an article that stands in its table. */
export async function addNames(writing: Database, filed: Filed): Promise<void> {
  const all = namesOf(filed);
  const names = NAME_KINDS.flatMap((kind) => ofKind(kind, all[kind]));
  if (names.length === 0) return;
  const { id } = filed.article;
  const named = say((tongue) => tongue.recordsIn(names, "own", NAME));
  const stored = sql`
    insert into name (kind, key, name, number)
    select own.kind, own.key, own.name, article.number
    from article cross join ${named} where article.id = ${id}
    on conflict (kind, key) do update set name = excluded.name, number = excluded.number
  `;
  const words = names.flatMap(({ kind, key }) =>
    key.split(" ").map((word) => ({ kind, key, word })),
  );
  // Each by the index: a join might read all names that there are.
  const found = sql`(select name.id from name where name.kind = own.kind and name.key = own.key)`;
  const parted = sql`
    insert into name_word (kind, word, name)
    select own.kind, own.word, ${found}
    from ${say((tongue) => tongue.recordsIn(words, "own", WORD))} where true
    on conflict do nothing
  `;
  const used = sql`
    insert into name_use (newness, name)
    select article.newness, ${found} from article cross join ${named} where article.id = ${id}
  `;
  for (const statement of [stored, parted, used]) await later(writing, statement);
}

/** In what names are looked for: what may be shown at a moment, to whom. */
interface Shown {
  readonly now: Instant;
  readonly readers: For;
}

interface Name {
  readonly kind: NameKind;
  readonly key: string;
  readonly name: string;
}

function ofKind(kind: NameKind, names: readonly string[]): readonly Name[] {
  const keyed = new Map<string, Name>();
  for (const name of names) {
    const key = toColumn(name);
    if (key !== "" && !keyed.has(key)) keyed.set(key, { kind, key, name });
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

/** Names of a kind that stand in an article which may be shown at `now`, those in the latest filings first. */
export async function findNames(
  db: Database,
  kind: NameKind,
  typed: string,
  { now, readers, limit }: Shown & { readonly limit: number },
): Promise<readonly string[]> {
  // All that match are put in order first, and only the first of them are asked whether they may be
  // shown: a query with a limit of its own is not merged with the one around it.
  const { rows } = await sql<Pick<Name, "name">>`
    select fitting.name from (
      select id, name from name where kind = ${kind} and ${beginsSo(kind, typed)}
      order by number desc, id limit ${EVERY}
    ) as fitting
    where exists (
      select 1 from name_use as used join article on article.newness = used.newness
      where used.name = fitting.id
        and ${isOut(now, readers)}
    )
    limit ${limit}
  `.execute(db);
  return rows.map(({ name }) => name);
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
  const isShown = sql`exists (
    select 1 from name_use as used join article on article.newness = used.newness
    where used.name = own.id and ${isOut(now, readers)}
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
    ...(await sourcesBefore(db, asked, isShown)),
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
  isShown: RawBuilder<unknown>,
): Promise<readonly Pick<Name, "kind" | "key">[]> {
  const { rows } = await sql<Pick<Name, "key" | "name">>`
    select asked.key, own.name from ${asked}
    join name as own on own.kind = 'source'
      and own.key > asked.key || ' ' and own.key < asked.key || ${` ${LAST_LETTER}`}
    where ${isShown}
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
