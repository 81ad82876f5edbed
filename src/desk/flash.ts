import type { Edition } from "#core/digest/edition.ts";
import type { Subscription } from "#core/digest/subscription.ts";
import { type Call, flashesIn } from "#core/message/mention.ts";
import type { Editions } from "./port/editions.ts";

/**
 * Whom an edition mentions in its place; `null` for nobody. A place mentions once an event: that it has done so is
 * stored with the edition, so that neither a restart nor another process does it again.
 *
 * @param editions within the unit of work that stores the edition
 */
export async function callOf(
  editions: Pick<Editions, "mentioned">,
  { platform, address, here }: Subscription,
  edition: Edition,
): Promise<Call | null> {
  const group = here?.flashMention;
  const flashes = group === undefined ? [] : flashesIn(edition);
  if (group === undefined || flashes.length === 0) return null;
  const had = await editions.mentioned({ platform, address, group, articles: flashes });
  const articles = flashes.filter((id) => !had.has(id));
  return articles.length === 0 ? null : { group, articles };
}
