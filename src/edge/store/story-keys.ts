import { sql } from "kysely";
import type { Instant } from "#core/article/instant.ts";
import { keysOf } from "#core/story/place.ts";
import { SURELY_ONE } from "#core/story/strand.ts";
import { WINDOW } from "#core/story/window.ts";
import { fromJson } from "./json.ts";
import type { Schema, Writing } from "./schema.ts";
import { keyNumber } from "./story-key.ts";

/** What finds a member: its keys are told by its signature. */
export type Keyed = Pick<Schema["story_member"], "at" | "signature"> & { readonly number: number };

/** Keys of so many articles that are too old to be joined are taken out whenever one comes in. */
const FORGOTTEN = 2;

export async function forgetOld(writing: Writing, at: Instant): Promise<void> {
  const old = await writing
    .selectFrom("story_member")
    .select(["number", "at", "signature"])
    .where("signature", "is not", null)
    .where("at", "<", at - 2 * WINDOW)
    .limit(FORGOTTEN)
    .execute();
  for (const member of old) {
    await forgetKeys(writing, member);
    // By what is sure it goes on being told which reports are of one event.
    await linksOf(writing, member).where("score", "<", SURELY_ONE).execute();
    await writing
      .updateTable("story_member")
      .set({ signature: null })
      .where("number", "=", member.number)
      .execute();
  }
}

/** Takes out by what others find an article, and what it has in common with them. */
export async function forget(writing: Writing, member: Keyed): Promise<void> {
  await forgetKeys(writing, member);
  await linksOf(writing, member).execute();
}

async function forgetKeys(writing: Writing, { number, at, signature }: Keyed): Promise<void> {
  const keys = signature === null ? [] : keysOf(fromJson(signature));
  if (keys.length === 0) return;
  await writing
    .deleteFrom("story_key")
    .where("key", "in", keys.map(keyNumber))
    .where("at", "=", at)
    .where("member", "=", number)
    .execute();
}

function linksOf(writing: Writing, { number }: Keyed) {
  return writing
    .deleteFrom("story_link")
    .where(({ eb, or }) => or([eb("one", "=", number), eb("other", "=", number)]));
}

export async function addKeys(
  writing: Writing,
  member: number,
  at: Instant,
  keys: readonly string[],
): Promise<void> {
  const numbers = JSON.stringify([...new Set(keys.map(keyNumber))]);
  await sql`
    insert into story_key (key, at, member)
    select value, ${at}, ${member} from json_each(${numbers})
  `.execute(writing);
}
