import { describe, expect, test } from "vitest";
import type { Urgency } from "#core/article/article.ts";
import type { Edition } from "#core/digest/edition.ts";
import { amendMessage } from "#core/message/amend.ts";
import { editionParts, type Parting } from "#core/message/edition-parts.ts";
import { flashesIn } from "#core/message/mention.ts";
import type { Budget, Message } from "#core/message/message.ts";
import { giveBack, withdrawMessage } from "#core/message/withdraw.ts";
import { textOf } from "#tests/message-text.ts";
import { sampleFiled } from "#tests/samples.ts";

const MOMENT = { at: Date.UTC(2026, 4, 8, 12), timeZone: "UTC" };
const FACE = { layout: "full", audience: null, tally: null } as const;
const CHANNEL: Parting = { thread: "none", forum: null };
const ROOM: Budget = { fits: () => true };

/** Items `a0`, `a1` … of these urgencies. */
function editionOf(urgencies: readonly (Urgency | null)[], more: Partial<Edition> = {}): Edition {
  const items = urgencies.map((urgency, index) => {
    const facts = [{ text: `Fact ${index}.`, start: 0, end: 7, attribution: null, hedge: null }];
    const filed = sampleFiled({ id: `a${index}`, urgency, title: `Headline ${index}` }, { facts });
    return { filed, update: false };
  });
  const name = { subscription: "s", channel: "front", slot: MOMENT.at, timeZone: "UTC" };
  return { ...name, waiting: 0, items, kind: "at-once", ...more };
}

test.each<[string, Edition, readonly string[]]>([
  ["a flash at once", editionOf([1]), ["a0"]],
  ["a flash beside others", editionOf([2, 1, null, 1]), ["a1", "a3"]],
  ["a bulletin", editionOf([2]), []],
  ["copy that states no urgency", editionOf([null]), []],
  ["a flash in a digest", editionOf([1], { kind: "digest" }), []],
  ["a flash within quiet hours", editionOf([1], { silent: true }), []],
])("%s may mention somebody for its flashes", (_, edition, ids) => {
  expect(flashesIn(edition)).toEqual(ids);
});

/** In what each message of an edition tells, `@` where it mentions somebody. */
function posts(
  edition: Edition,
  parting: Parting,
  articles: readonly string[],
  budget = ROOM,
): readonly string[] {
  const parts = editionParts(edition, FACE, parting, budget, { group: "G1", articles });
  return parts.map(({ message, under }) => {
    const told = /Headline \d/u.exec(textOf(message))?.[0] ?? "none";
    return `${under === null ? "" : "> "}${message.mention === "G1" ? "@" : ""}${told}`;
  });
}

describe("one message of an edition mentions, and it is one that tells what for:", () => {
  const both = editionOf([2, 1]);

  test("the only one", () => {
    expect(posts(both, CHANNEL, ["a1"])).toEqual(["@Headline 0"]);
  });

  test("the first part that does so", () => {
    const budget = { fits: (message: Message) => textOf(message).split("Fact").length <= 2 };
    expect(posts(editionOf([2, 1, 1]), CHANNEL, ["a1", "a2"], budget)).toEqual([
      ...["Headline 0", "@Headline 1", "Headline 2"],
    ]);
  });

  test("the brief, and neither the head above it nor the whole of it in its thread", () => {
    expect(posts(both, { thread: "per-brief", forum: null }, ["a1"])).toEqual([
      ...["none", "Headline 0", "> none", "@Headline 1", "> none"],
    ]);
  });

  test("the post in a forum", () => {
    const forum = { thread: "none", forum: ["news"] } as const;
    expect(posts(both, forum, ["a1"])).toEqual(["Headline 0", "@Headline 1"]);
  });

  test("and there is room for the mention", () => {
    const budget: Budget = {
      fits: (message) => textOf(message).length + (message.mention ?? "").length * 100 < 330,
    };
    const parts = (call: Parameters<typeof editionParts>[4]) =>
      editionParts(editionOf([1, 1]), FACE, CHANNEL, budget, call);
    expect(parts(null)).toHaveLength(1);
    const called = parts({ group: "G1", articles: ["a0"] });
    expect(called.every(({ message }) => budget.fits(message))).toBe(true);
    expect(called.length).toBeGreaterThan(1);
  });
});

test("what becomes of a flash mentions nobody once more", () => {
  const edition = editionOf([1]);
  const call = { group: "G1", articles: ["a0"] };
  const [{ message } = expect.unreachable()] = editionParts(edition, FACE, CHANNEL, ROOM, call);
  const [{ filed } = expect.unreachable()] = edition.items;
  expect(message.mention).toBe("G1");
  const change = { kind: "update", details: [], note: null } as const;
  const amended = amendMessage(message, { filed, change, headline: "Headline 0", ...MOMENT }, ROOM);
  const held = withdrawMessage(message, { posted: filed, how: "held", ...MOMENT }, ROOM);
  const back = giveBack(held.message, "a0", held.kept);
  for (const one of [amended, held.message, back]) expect(one).not.toHaveProperty("mention");
});
