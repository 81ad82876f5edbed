import { describe, expect, test } from "vitest";
import type { Urgency } from "#core/article/article.ts";
import { subscriptionsOf } from "#core/digest/channel.ts";
import {
  BEFORE_FIRST,
  type Selection,
  selectAtOnce,
  selectFirst,
  selectItems,
} from "#core/digest/select.ts";
import { PLAIN_TERMS } from "#core/digest/subscription.ts";
import { HOURLY, sampleFiled } from "#tests/samples.ts";

const DAY = Date.UTC(2026, 4, 8);

function candidate(
  id: string,
  fields: { urgency?: Urgency; published?: number; section?: string; title?: string } = {},
  carried: number | null = null,
) {
  return { filed: sampleFiled({ id, ...fields }), carried };
}

const idsOf = ({ items }: Selection) => items.map(({ filed }) => filed.article.id);
const becameOf = ({ choices }: Selection) =>
  choices.map(({ filed, kind }) => `${filed.article.id} ${kind}`);

describe("the order of an edition", () => {
  const wanted = { ...PLAIN_TERMS, most: 9 };

  test("is urgency, then the newest; no urgency is ordinary", () => {
    const selection = selectItems(
      [
        candidate("late", { urgency: 6, published: DAY + 3 }),
        candidate("plain", { published: DAY + 1 }),
        candidate("newer", { urgency: 5, published: DAY + 2 }),
        candidate("flash", { urgency: 1, published: DAY }),
      ],
      wanted,
      DAY,
    );
    expect(idsOf(selection)).toEqual(["flash", "newer", "plain", "late"]);
  });

  test("does not depend on the order in which the store gives them", () => {
    const forth = selectItems([candidate("a"), candidate("b")], wanted, DAY);
    expect(selectItems([candidate("b"), candidate("a")], wanted, DAY)).toEqual(forth);
  });
});

test("what does not fit waits, and what was carried before is an update", () => {
  const all = [candidate("a", {}, 1), candidate("b"), candidate("c")];
  const selection = selectItems(all, { ...PLAIN_TERMS, most: 2 }, DAY);
  expect(selection.items.map(({ update }) => update)).toEqual([true, false]);
  expect(selection.waiting).toBe(1);
  expect(selectItems(all, PLAIN_TERMS, DAY).waiting).toBe(0);
});

test("each candidate is told what became of it, and by which rule", () => {
  const { choices } = selectItems(
    [
      candidate("a", { section: "sport", urgency: 2 }),
      candidate("b", { section: "sport" }),
      candidate("c", { section: "world" }),
      candidate("d", { section: "sport", title: "Transfer window opens" }),
    ],
    {
      ...PLAIN_TERMS,
      ...{ sections: ["Sport"], most: 1 },
      mute: [{ text: "transfer window", prefix: false }],
    },
    Date.UTC(2026, 4, 8, 12),
  );
  expect(choices.map(({ filed, kind, rule }) => [filed.article.id, kind, rule])).toEqual([
    [
      "a",
      "chosen",
      "It is number 1 of 1 in the edition: urgency 2 (+175), came in 6 h before it (+4)",
    ],
    [
      "b",
      "waiting",
      "It is number 2 of 2 that wait: urgency 5 (+100), came in 6 h before it (+4), and the edition has room for 1",
    ],
    ["c", "filtered", "Its section is world, and the channel carries Sport"],
    ["d", "muted", 'The channel mutes "transfer window"'],
  ]);
});

test("why a story stands where it does says whether its copy is dated, or only came in then", () => {
  const rules = selectItems(
    [candidate("a", { published: DAY }), candidate("b")],
    PLAIN_TERMS,
    DAY + 6 * 3_600_000,
  ).choices.map(({ rule }) => rule);
  expect(rules[0]).toContain("came in 0 h before it");
  expect(rules[1]).toContain("dated 6 h before it by its copy");
});

test("a first edition carries the newest few, by importance, and nothing older waits", () => {
  const old = [
    candidate("oldest", { urgency: 1, published: DAY }),
    candidate("third", { published: DAY + 1 }),
    candidate("second", { urgency: 4, published: DAY + 2 }),
    candidate("newest", { published: DAY + 3 }),
  ];
  const first = selectFirst(old, { ...PLAIN_TERMS, baseline: 3 }, DAY);
  expect(idsOf(first)).toEqual(["second", "newest", "third"]);
  expect(first.waiting).toBe(0);
  expect(first.choices.at(-1)).toMatchObject({ kind: "filtered", rule: BEFORE_FIRST });
  expect(idsOf(selectFirst(old, { ...PLAIN_TERMS, baseline: 3, most: 1 }, DAY))).toEqual([
    "newest",
  ]);
  expect(becameOf(selectFirst(old, { ...PLAIN_TERMS, baseline: 0 }, DAY))).toEqual([
    "newest filtered",
    "second filtered",
    "third filtered",
    "oldest filtered",
  ]);
});

describe("what goes out at once", () => {
  const all = [
    candidate("flash", { urgency: 1 }),
    candidate("urgent", { urgency: 3 }),
    candidate("plain"),
    candidate("corrected flash", { urgency: 1 }, 1),
  ];
  test.each([
    [null, []],
    [1, ["flash"]],
    [3, ["flash", "urgent"]],
  ])("up to %s is urgent and new to the place", (atOnce, expected) => {
    expect(idsOf(selectAtOnce(all, { ...PLAIN_TERMS, atOnce }, DAY))).toEqual(expected);
  });

  test("is only what the place ordered", () => {
    const world = { ...PLAIN_TERMS, atOnce: 2, sections: ["world"] };
    const flashes = [
      candidate("world", { urgency: 1, section: "World" }),
      candidate("sport", { urgency: 1, section: "sport" }),
    ];
    expect(idsOf(selectAtOnce(flashes, world, DAY))).toEqual(["world"]);
  });
});

test("a channel is on the page, and on each platform that is set up and has its address", () => {
  const channel = {
    ...{ ...PLAIN_TERMS, name: "front-page", cadence: HOURLY, most: 4 },
    ...{ places: { slack: "C01", discord: "1234567890123456789" }, forum: null },
  };
  const ids = (...platforms: readonly ("slack" | "discord" | "preview")[]) =>
    subscriptionsOf([channel], new Set(platforms)).map(({ id }) => id);
  expect(ids("preview")).toEqual(["front-page@preview:front-page"]);
  expect(ids("preview", "slack")).toEqual([
    "front-page@preview:front-page",
    "front-page@slack:C01",
  ]);
  expect(subscriptionsOf([{ ...channel, places: {} }], new Set(["slack"]))).toEqual([]);
  expect(subscriptionsOf([channel], new Set(["slack"]))).toEqual([
    {
      ...{ ...PLAIN_TERMS, cadence: HOURLY, most: 4, channel: "front-page" },
      ...{ id: "front-page@slack:C01", platform: "slack", address: "C01" },
    },
  ]);
});
