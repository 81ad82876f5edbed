import { type RawBuilder, sql } from "kysely";
import { isGiven } from "../given.ts";
import { isPart } from "../posted.ts";
import { isSight } from "../sight.ts";
import { say } from "../tongue.ts";

/** What must hold in every store, and is asked of its rows. */
export interface Rule {
  /** What is looked at, and that it is so. */
  readonly holds: string;
  /** What is wrong with those that are found. */
  readonly broken: string;
  /** Rows that break it, each by a name for people. */
  readonly breaking: RawBuilder<{ readonly what: string }>;
}

const words = say((tongue) => sql.ref(tongue.wordsRow));
/** An edition in words: its place and slot. */
const edition = sql`edition.subscription || ' ' || cast(edition.slot as text)`;
const ofEdition = sql`delivery.subscription = edition.subscription and delivery.slot = edition.slot`;

const without = (table: string) => sql<{ what: string }>`
  select article.id as what from article
  where article.newness not in (select ${words} from ${sql.table(table)}) order by article.number
`;
const strays = (table: string) => sql<{ what: string }>`
  select cast(${words} as text) as what from ${sql.table(table)}
  where ${words} not in (select newness from article) order by ${words}
`;

export const RULES: readonly Rule[] = [
  {
    holds: "every article has its latest version",
    broken: "articles have lost it",
    breaking: sql`
      select article.id as what from article where not exists (
        select 1 from article_revision as latest
        where latest.article_id = article.id and latest.revision = article.revision
      ) order by article.number
    `,
  },
  {
    holds: "every article is in the ledger",
    broken: "articles are of no file that it knows",
    breaking: sql`
      select article.id as what from article where not exists (
        select 1 from ledger where ledger.article_id = article.id
      ) order by article.number
    `,
  },
  {
    holds: "every file that counts as read is in the ledger",
    broken: "files would never be read, and are accounted for nowhere",
    breaking: sql`
      select sighting.path as what from sighting where not exists (
        select 1 from ledger where ledger.path = sighting.path
      ) order by sighting.path
    `,
  },
  ...["article_words", "headline_words"].flatMap((table): readonly Rule[] => {
    const where = table === "article_words" ? "text" : "headline";
    return [
      {
        holds: `every article is found by its ${where}`,
        broken: `articles are not found by their ${where}`,
        breaking: without(table),
      },
      {
        holds: `nothing else is found by a ${where}`,
        broken: `rows of the index of ${where}s are of no article`,
        breaking: strays(table),
      },
    ];
  }),
  {
    holds: "every edition that was given to its place has its parts in the outbox",
    broken: "editions lack some",
    // Parts are numbered from 0.
    breaking: sql`
      select ${edition} as what from edition where ${isGiven} and (
        not exists (select 1 from delivery where ${ofEdition} and ${isPart})
        or (select count(*) from delivery where ${ofEdition})
          <> (select max(delivery.part) + 1 from delivery where ${ofEdition})
      ) order by edition.slot, edition.subscription
    `,
  },
  {
    holds: "nothing of an edition that waits for an editor is in the outbox",
    broken: "such editions have parts there",
    breaking: sql`
      select ${edition} as what from edition where not (${isGiven})
        and exists (select 1 from delivery where ${ofEdition} and ${isPart})
      order by edition.slot, edition.subscription
    `,
  },
  {
    holds: "every post that arrived has its message's address",
    broken: "posts have none, so that nobody can correct them",
    breaking: sql`
      select delivery.key as what from delivery
      where delivery.state = 'delivered' and delivery.kind in ('post', 'reply')
        and (delivery.message_id is null or delivery.message_id = '')
      order by delivery.key
    `,
  },
  {
    holds: "every line of the ledger about an article is of one that is there",
    broken: "files have become articles that are not",
    breaking: sql`
      select distinct ledger.path as what from ledger
      where ledger.article_id is not null and ${isSight("ledger")} and not exists (
        select 1 from article where article.id = ledger.article_id
      ) order by ledger.path
    `,
  },
];
