import { expect, test } from "vitest";
import { type StoryShown, sayStory } from "#core/reply/story-answer.ts";
import { sampleArticle, sampleBrief } from "#tests/samples.ts";

const article = sampleArticle({ id: "other" });
const others = [{ article, brief: sampleBrief(article) }];
const ALONE = {
  ...{ story: "a", isNew: true, duplicate: null, likeness: 0, shared: [] },
  rule: "nothing alike",
} as const;

test.each<[string, Partial<StoryShown>, string]>([
  ["no other", { others: [] }, "Nothing like it came in within four days"],
  ["others behind it", {}, "It opened the story; 1 other report followed"],
  [
    "others of a story that another one opened",
    { placement: { ...ALONE, isNew: false, story: "other" } },
    "It is told with 1 other report",
  ],
])("with %s", (_, shown, said) => {
  expect(sayStory({ placement: ALONE, others, disagreements: [], ...shown })).toBe(said);
});
