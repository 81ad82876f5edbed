import type { Disagreement } from "#core/change/difference.ts";
import { sayDisagreement } from "#core/change/disagreement.ts";
import { filedAt, sourceOf } from "#core/change/filing.ts";
import type { Filed } from "#core/digest/edition.ts";
import { amid } from "#core/message/direction.ts";
import type { Block, Section } from "#core/message/message.ts";
import { count, paragraph, section, shortMoment } from "#core/message/say.ts";
import type { Placement } from "#core/story/story.ts";

/** The story of an article, as far as whoever asks may see it. */
export interface StoryShown {
  readonly placement: Placement;
  /** The other reports, oldest first. */
  readonly others: readonly Filed[];
  readonly disagreements: readonly Disagreement[];
}

/** More are for the timeline. */
const MOST_SHOWN = 10;

/** Why an article stands in its story, with whom, and where they differ. */
export function storySection(story: StoryShown, timeZone: string): Section {
  const { others, disagreements } = story;
  const reports: Block = {
    kind: "list",
    items: others.slice(-MOST_SHOWN).map(({ article, brief }) => {
      const source = sourceOf(article);
      return [
        { text: `${amid(brief.headline)} · ${source === null ? "" : `${amid(source)} · `}` },
        shortMoment(filedAt(article), timeZone),
        { text: ` · ${article.id}` },
      ];
    }),
  };
  return section(
    paragraph({ text: "Story", style: "strong" }),
    paragraph({ text: sayStory(story) }),
    ...(others.length === 0 ? [] : [reports]),
    ...disagreements.map((one) =>
      paragraph({ text: "Sources differ: ", style: "strong" }, { text: sayDisagreement(one) }),
    ),
  );
}

/** In one sentence: `It is told with 2 other reports; it came to them by: tevik, sarn`. */
export function sayStory({ placement, others }: StoryShown): string {
  const { rule, isNew, shared, duplicate } = placement;
  const beside = others.length;
  // What brought it there may not be seen by whoever asks, or is withdrawn.
  if (beside === 0 && rule !== "round-up") return "Nothing like it came in within four days";
  switch (rule) {
    case "round-up":
      return "It tells of several events, and stands by itself";
    case "same text": {
      const original = others.find(({ article }) => article.id === duplicate?.of);
      return `It carries the text of ${original?.article.id ?? "another report"}`;
    }
    case "alike":
      return shared.length === 0
        ? `It is told with ${count(beside, "other report")}`
        : `It is told with ${count(beside, "other report")}; it came to them by: ${shared.join(", ")}`;
    case "nothing alike":
      return isNew
        ? `It opened the story; ${count(beside, "other report")} followed`
        : `It is told with ${count(beside, "other report")}`;
  }
}
