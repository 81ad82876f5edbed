import { sql } from "kysely";
import type { CarriedReport, Carrier, Span } from "#desk/port/editions.ts";
import { isOut } from "./filed.ts";
import { readersOf, revisionKey, type StampedRevision } from "./filed-once.ts";
import type { Database } from "./schema.ts";
import { JOIN, say } from "./tongue.ts";

interface KnownRow extends StampedRevision {
  readonly place: string;
}

const ASKED = { place: "text", name: "text" } as const;

/** What places have carried of these, as they carried it, the latest first, without what may not be shown now. */
export async function carriedBy(
  db: Database,
  carriers: readonly Carrier[],
  { now, asOf }: Pick<Span, "now" | "asOf">,
): Promise<ReadonlyMap<string, readonly CarriedReport[]>> {
  const { rows } = await carriedQuery(carriers, { now, asOf }).execute(db);
  const readers = await readersOf(db, rows, now);
  const byPlace = Map.groupBy(rows, ({ place }) => place);
  return new Map(
    [...byPlace].map(([place, own]) => {
      const reports = own.flatMap((row) => {
        const read = readers.get(revisionKey(row));
        return read === undefined ? [] : [{ id: row.id, read }];
      });
      return [place, reports];
    }),
  );
}

function carriedQuery(carriers: readonly Carrier[], { now, asOf }: Pick<Span, "now" | "asOf">) {
  const pairs = (namesOf: (carrier: Carrier) => Iterable<string>) => {
    const all = carriers.flatMap((carrier) =>
      [...namesOf(carrier)].map((name) => ({ place: carrier.subscription, name })),
    );
    return say((tongue) => tongue.recordsIn(all, "own", ASKED));
  };
  return sql<KnownRow>`
    with mate (place, id) as (
      select own.place, member.article_id from ${pairs(({ stories }) => stories)}
      ${JOIN} story_member as member on member.story = own.name
      union
      select own.place, own.name from ${pairs(({ ids }) => ids)}
    ),
    carried as (
      select mate.place, mate.id, max(item.revision) as revision, max(item.slot) as slot
      from mate join edition_item as item on item.subscription = mate.place
        and item.article_id = mate.id and item.slot <= ${asOf}
      group by mate.place, mate.id
    )
    select carried.place, carried.id, carried.revision, shown.stamp
    from carried
    join article on article.id = carried.id
      and ${isOut(now)}
    join article_revision as shown on shown.article_id = carried.id
      and shown.revision = carried.revision
    order by carried.slot desc
  `;
}
