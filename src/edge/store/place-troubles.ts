import { sql } from "kysely";
import type { Instant } from "#core/article/instant.ts";
import type { NamedPlace } from "#core/message/notice.ts";
import type {
  PlaceFailure,
  PlaceTrouble,
  PlaceTroubles,
  ToldTrouble,
} from "#desk/port/place-troubles.ts";
import { askedTogether } from "./asked-together.ts";
import type { Database, TroubleTable } from "./schema.ts";
import { say, textsIn } from "./tongue.ts";
import { asOne } from "./unit.ts";

const EARLIER = say((tongue) => tongue.lesserOf(sql`trouble.ripe`, sql`excluded.ripe`));

/** Places that do not take what they are sent. */
export class SqlPlaceTroubles implements PlaceTroubles {
  readonly #db: Database;
  /** The trouble that a place is in. It is asked of each post that arrived, and hundreds do so within a second. */
  readonly #of: (subscription: string) => Promise<TroubleTable | null>;

  constructor(db: Database) {
    this.#db = db;
    this.#of = askedTogether((subscriptions) => troublesOf(db, subscriptions));
  }

  async failed(failure: PlaceFailure, now: Instant): Promise<void> {
    const { subscription, platform, address, error, ripe } = failure;
    const noted = sql`
      insert into trouble (subscription, platform, address, error, since, ripe, ended)
      values (${subscription}, ${platform}, ${address}, ${error}, ${now}, ${ripe}, null)
      on conflict (subscription) do update set
        platform = excluded.platform, address = excluded.address, error = excluded.error,
        since = case when trouble.ended is null then trouble.since else excluded.since end,
        ripe = case when trouble.ended is null then ${EARLIER}
          else excluded.ripe end,
        ended = null
    `;
    await asOne(this.#db, (writing) => noted.execute(writing));
  }

  async worked({ subscription }: NamedPlace, now: Instant): Promise<PlaceTrouble | null> {
    const row = await this.#of(subscription);
    if (row === null) return null;
    const { numUpdatedRows } = await asOne(this.#db, (writing) =>
      writing
        .updateTable("trouble")
        .set({ ended: now })
        .where("subscription", "=", subscription)
        .where("ended", "is", null)
        .executeTakeFirstOrThrow(),
    );
    // Of two posts that arrive there together one mends it.
    return numUpdatedRows > 0n && row.ripe <= now ? toTrouble(row) : null;
  }

  async standing(now: Instant): Promise<readonly PlaceTrouble[]> {
    const rows = await this.#db
      .selectFrom("trouble")
      .selectAll()
      .where("ended", "is", null)
      .where("ripe", "<=", now)
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom("delivery")
            .select("delivery.key")
            .whereRef("delivery.subscription", "=", "trouble.subscription")
            .where("delivery.settled_at", "is", null),
        ),
      )
      .orderBy("since")
      .orderBy("subscription")
      .execute();
    return rows.map(toTrouble);
  }

  async toldTo(place: string): Promise<readonly ToldTrouble[]> {
    const rows = await this.#db
      .selectFrom("trouble")
      .leftJoin("trouble_told as told", (join) =>
        join.onRef("told.subscription", "=", "trouble.subscription").on("told.place", "=", place),
      )
      .selectAll("trouble")
      .select("told.since as told")
      .orderBy("trouble.since")
      .orderBy("trouble.subscription")
      .execute();
    return rows.map((row) => {
      const { ripe, ended, told } = row;
      return { ...toTrouble(row), ripe, ended, told };
    });
  }

  noteTold(place: string, subscription: string, since: Instant | null): Promise<void> {
    return asOne(this.#db, async (writing) => {
      if (since === null) {
        await writing
          .deleteFrom("trouble_told")
          .where("subscription", "=", subscription)
          .where("place", "=", place)
          .execute();
        return;
      }
      await writing
        .insertInto("trouble_told")
        .values({ subscription, place, since })
        .onConflict((conflict) =>
          conflict.columns(["subscription", "place"]).doUpdateSet({ since }),
        )
        .execute();
    });
  }
}

async function troublesOf(
  db: Database,
  subscriptions: readonly string[],
): Promise<ReadonlyMap<string, TroubleTable>> {
  const rows = await db
    .selectFrom("trouble")
    .selectAll()
    .where("subscription", "in", textsIn(subscriptions))
    .where("ended", "is", null)
    .execute();
  return new Map(rows.map((row) => [row.subscription, row]));
}

function toTrouble(row: TroubleTable): PlaceTrouble {
  const { subscription, platform, address, error, since } = row;
  return { subscription, platform, address, error, since };
}
