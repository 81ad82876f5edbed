import { describe, expect, test } from "vitest";
import { PLAIN_TERMS } from "#core/digest/subscription.ts";
import { subjectOf } from "#core/digest/topic-match.ts";
import { parseTopic } from "#core/digest/topic-parse.ts";
import { isOrdered, judgeOnce, verdict } from "#core/digest/verdict.ts";
import { sampleArticle, sampleFiled } from "#tests/samples.ts";

describe("what a channel ordered by name", () => {
  test.each([
    [{ sections: [], tags: [] }, true],
    [{ sections: ["sport"], tags: [] }, true],
    [{ sections: ["Sport "], tags: [] }, true],
    [{ sections: ["sports"], tags: [] }, false],
    [{ sections: ["world", "sport"], tags: ["rowing"] }, true],
    [{ sections: ["world"], tags: ["rowing"] }, false],
    [{ sections: [], tags: ["chess", "ROWING"] }, true],
    [{ sections: [], tags: ["row"] }, false],
  ])("%j carries a rowing report of the sport section: %s", (order, expected) => {
    const rowing = { section: "Sport", tags: ["Rowing"] };
    expect(isOrdered(sampleArticle(rowing), order)).toBe(expected);
    expect(verdict(sampleFiled(rowing), { ...PLAIN_TERMS, ...order }).carried).toBe(expected);
  });

  test("an article without a section is in no section", () => {
    expect(isOrdered(sampleArticle(), { sections: ["sport"], tags: [] })).toBe(false);
  });
});

function topicOf(text: string) {
  const reading = parseTopic(text);
  if (!reading.ok) throw new TypeError(reading.fault.says);
  return reading.topic;
}

test.each([
  [{}, { carried: true }],
  [
    { sections: ["world", "local"] },
    {
      carried: false,
      by: "filter",
      rule: "Its section is weather, and the channel carries world, local",
    },
  ],
  [
    { tags: ["snow"] },
    { carried: false, by: "filter", rule: "It has none of the channel's tags (snow)" },
  ],
  [{ topics: topicOf("storm tag:wind") }, { carried: true }],
  // Of all that must be met, the first that is not.
  [
    { topics: topicOf("storm (tag:snow OR tag:ice) urgency=1") },
    {
      carried: false,
      by: "filter",
      rule: "It does not meet the channel's topics: tag:snow OR tag:ice",
    },
  ],
  [
    { topics: topicOf("NOT storm") },
    { carried: false, by: "filter", rule: "It does not meet the channel's topics: NOT storm" },
  ],
  // What is muted is muted, even where the topics ask for it.
  [
    { topics: topicOf("storm"), mute: [{ text: "ferr", prefix: true }] },
    { carried: false, by: "mute", rule: "The channel mutes ferr*" },
  ],
  [{ mute: [{ text: "ferr", prefix: false }] }, { carried: true }],
])("%j judges a storm that stops the ferries", (terms, expected) => {
  const filed = sampleFiled({
    ...{ title: "Storm stops the ferries", section: "weather", tags: ["wind"] },
  });
  expect(verdict(filed, { ...PLAIN_TERMS, ...terms })).toEqual(expected);
});

test("places that order the same are judged once, and by all that they order", () => {
  const subject = subjectOf(sampleFiled({ title: "Storm stops the ferries", section: "weather" }));
  let read = 0;
  const text = () => {
    read += 1;
    return subject.text();
  };
  const judge = judgeOnce({ ...subject, text });
  const ordering = (topics: string) => ({ ...PLAIN_TERMS, topics: topicOf(topics) });
  expect([judge(ordering("storm")), judge(ordering("storm"))]).toEqual([true, true]);
  expect(read).toBe(1);
  expect(judge(ordering("hail"))).toBe(false);
  expect(judge({ ...ordering("storm"), sections: ["sport"] })).toBe(false);
  expect(judge({ ...ordering("storm"), mute: [{ text: "ferries", prefix: false }] })).toBe(false);
});

test.each([
  ["public", "Not for use in Velsk; no resale", false],
  ["public", "Free for editorial use", true],
  ["public", null, true],
  ["internal", "Not for use in Velsk; no resale", true],
  [null, "Not for use in Velsk; no resale", true],
] as const)("a channel marked %s carries copy with the terms %j: %s", (audience, usageTerms, carried) => {
  const judged = verdict(sampleFiled({ usageTerms }), { ...PLAIN_TERMS, audience });
  expect(judged.carried).toBe(carried);
  if (!judged.carried) expect(judged.rule).toContain("terms of use keep it off public channels");
});
