import { sql } from "kysely";
import type { Instant } from "#core/article/instant.ts";
import type { Finding } from "#desk/port/chat-service.ts";
import { StoreError } from "../error.ts";
import type { Writing } from "../schema.ts";
import { isSight } from "../sight.ts";
import { lookAtFile } from "../sqlite/look.ts";
import { standingsAt } from "../standing.ts";
import { fileIn } from "../store.ts";
import type { Looking } from "./look.ts";
import { RULES, type Rule } from "./rules.ts";

const MOST_NAMED = 3;

const MEND =
  "Restore the last backup that is whole (docs/keep.md), and report this: it is a fault in Copydesk, or of the disk.";

/**
 * Looks a store through, as it is at one moment, while others may work with it: what its database finds wrong, and what must hold
 * between its rows. It writes nothing.
 *
 * @throws {StoreError} `absent`, `newer`, `older`, `unreachable`, `refused`
 */
export async function checkStore(place: StorePlace, now: Instant): Promise<readonly Finding[]> {
  try {
    const looking = await lookAt(place);
    try {
      return await looking.db.transaction().execute((reading) => look(looking, reading, now));
    } finally {
      await looking.close();
    }
  } catch (error) {
    if (!(error instanceof StoreError && error.code === "unreadable")) throw error;
    return [{ subject: DATABASE, ok: false, says: error.message }];
  }
}

/** The data folder; its store, where no address of another is given. */
interface StorePlace {
  readonly folder: string;
  readonly url: string | undefined;
}

const DATABASE = "Database";

/** What reaches PostgreSQL is loaded only where it is used. */
async function lookAt(place: StorePlace): Promise<Looking> {
  if (place.url === undefined) return lookAtFile(fileIn(place.folder));
  const { lookAtServer } = await import("../postgres/look.ts");
  return lookAtServer(place.url);
}

async function look(looking: Looking, reading: Writing, now: Instant): Promise<readonly Finding[]> {
  const damage = await looking.damage(reading);
  const subject = DATABASE;
  const [fault] = damage;
  // Whatever is read of it may be wrong.
  if (fault !== undefined)
    return damage.map((says) => ({ subject, ok: false, says: `${says}. ${MEND}` }));
  const findings: Finding[] = [{ subject, ok: true, says: `${looking.name} is whole` }];
  for (const rule of RULES) findings.push(await findingOf(reading, rule));
  return [...findings, await balance(reading, now)];
}

async function findingOf(reading: Writing, { holds, broken, breaking }: Rule): Promise<Finding> {
  const { rows } = await breaking.execute(reading);
  return finding(
    holds,
    broken,
    rows.map(({ what }) => what),
  );
}

function finding(holds: string, broken: string, found: readonly string[]): Finding {
  const subject = "Rows";
  if (found.length === 0) return { subject, ok: true, says: holds };
  const named = found.slice(0, MOST_NAMED).join(", ");
  const more = found.length > MOST_NAMED ? `, and ${found.length - MOST_NAMED} more` : "";
  return { subject, ok: false, says: `${found.length} ${broken}: ${named}${more}. ${MEND}` };
}

/** Whether each file that was ever seen stands in one place, as `ledger` counts it: files in are the sum of the others. */
async function balance(reading: Writing, now: Instant): Promise<Finding> {
  const { rows } = await sql<{ path: string }>`
    select seen.path from ledger as seen
    where ${isSight("seen")} and seen.stage <> 'opened' and not exists (
      select 1 from ledger as later
      where later.path = seen.path and later.number > seen.number and ${isSight("later")}
    )
  `.execute(reading);
  const times = new Map(rows.map(({ path }): [string, number] => [path, 0]));
  for (const { path, kind, articleId } of await standingsAt(
    reading,
    Number.MIN_SAFE_INTEGER,
    now,
  )) {
    // One that waits for its channels is an article.
    if (kind === "open" && articleId === null) continue;
    times.set(path, (times.get(path) ?? 0) + 1);
  }
  const off = [...times].filter(([, count]) => count !== 1).map(([path]) => path);
  return finding(`each of ${times.size} files has one outcome`, "files have none, or several", off);
}
