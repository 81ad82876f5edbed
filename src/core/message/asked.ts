import type { PlaceTerms } from "#core/digest/subscription.ts";
import type { EditionPart } from "./edition-parts.ts";

/**
 * A part of an edition with what its place asks for beside it: what stands in the channel itself goes on to those who
 * follow that. What stands in a thread does not, nor do posts of a forum, which nobody follows so.
 */
export function withAsked(part: EditionPart, here: PlaceTerms = {}): EditionPart {
  const { message, under } = part;
  const isPublished = here.publish === true && under === null && message.forumPost === undefined;
  return isPublished ? { ...part, message: { ...message, publish: true } } : part;
}
