import type { Asked } from "#core/reply/front-desk.ts";
import type { Sought } from "#core/reply/sought.ts";
import { allowedIn, audienceOf, type ReplyParts } from "./parts.ts";

/** Articles that are looked at in a public place, where some of them may not be shown. */
const MOST_LOOKED_AT = 40;

/**
 * How many articles that may be shown where it is asked have what is sought, counted up to `most`; in a public place up to 40
 * at most.
 */
export async function countShown(
  parts: ReplyParts,
  asked: Asked,
  sought: Sought,
  most: number,
): Promise<number> {
  const { archive, clock } = parts;
  const now = clock.now();
  const audience = audienceOf(parts, asked);
  if (audience !== "public") return archive.count(sought, now, most);
  const slice = { skip: 0, limit: MOST_LOOKED_AT };
  const found = allowedIn(await archive.find(sought, "newest", now, slice), audience);
  return Math.min(found.length, most);
}
