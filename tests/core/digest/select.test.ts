import { describe, expect, test } from "vitest";
import { subscriptionsOf } from "#core/digest/channel.ts";
import { isOrdered, selectItems } from "#core/digest/select.ts";
import { HOURLY, sampleArticle, sampleFiled } from "#tests/samples.ts";

describe("what a channel ordered", () => {
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
    expect(isOrdered(sampleArticle({ section: "Sport", tags: ["Rowing"] }), order)).toBe(expected);
  });

  test("an article without a section is in no section", () => {
    expect(isOrdered(sampleArticle(), { sections: ["sport"], tags: [] })).toBe(false);
  });
});

describe("the order of an edition", () => {
  const candidate = (id: string, fields: { urgency?: 1 | 5 | 6; published?: number } = {}) => ({
    filed: sampleFiled({ id, ...fields }),
    carried: null,
  });
  const ids = (most: number, ...candidates: readonly ReturnType<typeof candidate>[]) =>
    selectItems(candidates, { sections: [], tags: [], most }).items.map(
      ({ filed }) => filed.article.id,
    );

  test("is urgency, then the newest; no urgency is ordinary", () => {
    const day = Date.UTC(2026, 4, 8);
    expect(
      ids(
        9,
        candidate("late", { urgency: 6, published: day + 3 }),
        candidate("plain", { published: day + 1 }),
        candidate("newer", { urgency: 5, published: day + 2 }),
        candidate("flash", { urgency: 1, published: day }),
      ),
    ).toEqual(["flash", "newer", "plain", "late"]);
  });

  test("does not depend on the order in which the store gives them", () => {
    expect(ids(9, candidate("b"), candidate("a"))).toEqual(ids(9, candidate("a"), candidate("b")));
  });

  test("what does not fit is counted, and what was carried before is an update", () => {
    const carried = { ...candidate("a"), carried: 1 };
    const selection = selectItems([carried, candidate("b"), candidate("c")], {
      ...{ sections: [], tags: [], most: 2 },
    });
    expect(selection.items.map(({ update }) => update)).toEqual([true, false]);
    expect(selection.waiting).toBe(1);
  });
});

test("a channel is on the page, and on each platform that is set up and has its address", () => {
  const channel = {
    ...{ name: "front-page", cadence: HOURLY, sections: [], tags: [], most: 8 },
    ...{ slack: "C01", discord: "1234567890123456789" },
  };
  const ids = (...platforms: readonly ("slack" | "discord" | "preview")[]) =>
    subscriptionsOf([channel], new Set(platforms)).map(({ id }) => id);
  expect(ids("preview")).toEqual(["front-page@preview:front-page"]);
  expect(ids("preview", "slack")).toEqual([
    "front-page@preview:front-page",
    "front-page@slack:C01",
  ]);
  expect(subscriptionsOf([{ ...channel, slack: null }], new Set(["slack"]))).toEqual([]);
});
