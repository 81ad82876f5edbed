import { expect, test } from "vitest";
import { feedOrders, feedsShape } from "#edge/config/feeds.ts";

const COUNCIL = { name: "council", url: "https://council.example/news.xml" };

test("a name and an address are enough, and no feeds are none", () => {
  expect(feedOrders(feedsShape.parse([COUNCIL]))).toEqual([
    { ...COUNCIL, every: 15 * 60_000, isPrivate: false },
  ]);
  expect(feedsShape.parse(undefined)).toEqual([]);
});

test.each([
  [[{ ...COUNCIL, name: "../x" }], "lower-case"],
  [[{ ...COUNCIL, url: "file:///etc/passwd" }], "write an address"],
  [[{ ...COUNCIL, url: "https://me:word@council.example/" }], "leave name and password out"],
  [[{ ...COUNCIL, every: "10s" }], "no span of time"],
  [[{ ...COUNCIL, key: "hush" }], "write a name and an address"],
  [[COUNCIL, COUNCIL], "there is a feed “council” already"],
  ["council", "write a list of feeds"],
])("%j is refused", (written, says) => {
  const issues = feedsShape.safeParse(written).error?.issues ?? [];
  expect(issues.map(({ message }) => message).join("\n")).toContain(says);
});
