import type { Change } from "#core/article/change.ts";
import type { StoryChange } from "#core/change/difference.ts";
import type { Mark } from "./story.ts";

/**
 * How an edition marks a story.
 *
 * @param carried whether the channel has carried the story, in any report of it
 * @param revised what the latest revision changes in the one that was carried; `null` for another report
 * @param changes what readers do not know, from `changesBetween`
 */
export function markOf(
  carried: boolean,
  revised: Change["kind"] | null,
  changes: readonly StoryChange[],
): Mark {
  if (!carried) return "new";
  if (revised === "correction") return "correction";
  return changes.length > 0 ? "update" : "known";
}
