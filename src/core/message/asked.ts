import type { Edition } from "#core/digest/edition.ts";
import type { PlaceTerms } from "#core/digest/subscription.ts";
import { nameOf } from "./edition.ts";
import type { EditionPart } from "./edition-parts.ts";

/**
 * The parts of an edition with what its place asks for beside them. What stands in the channel itself goes on to those
 * who follow that; what stands in a thread does not, nor do posts of a forum, which nobody follows so. The first of a
 * digest is what is kept at hand; what goes out at once is none.
 */
export function withAsked(
  parts: readonly EditionPart[],
  edition: Edition,
  { publish = false, bookmark = false }: PlaceTerms = {},
): readonly EditionPart[] {
  const isKept = bookmark && edition.kind !== "at-once";
  return parts.map(({ message, under }, index) => ({
    under,
    message: {
      ...message,
      ...(publish && under === null && message.forumPost === undefined && { publish }),
      ...(isKept && index === 0 && { latest: nameOf(edition) }),
    },
  }));
}
