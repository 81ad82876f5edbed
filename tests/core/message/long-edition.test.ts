import { describe, expect, test } from "vitest";
import type { Item } from "#core/digest/edition.ts";
import type { Layout } from "#core/digest/subscription.ts";
import { amendMessage } from "#core/message/amend.ts";
import { cutAtWord } from "#core/message/cut.ts";
import { composeEdition, composeHead } from "#core/message/edition.ts";
import { editionParts } from "#core/message/edition-parts.ts";
import { headsOf, inSections } from "#core/message/in-sections.ts";
import type { Message } from "#core/message/message.ts";
import { giveBack, withdrawMessage } from "#core/message/withdraw.ts";
import { textOf } from "#tests/message-text.ts";
import { sampleFact, sampleFiled } from "#tests/samples.ts";

const AT = Date.UTC(2026, 4, 8, 7);
const ROOM = { fits: () => true };

/** `local` → an item of that section; `-` → of none. They are a1, a2, … */
function itemsOf(sections: string): readonly Item[] {
  return sections.split(" ").map((section, index) => ({
    filed: sampleFiled(
      {
        ...{ id: `a${index + 1}`, title: `Headline ${index + 1}` },
        section: section === "-" ? null : section,
      },
      { facts: [1, 2, 3, 4, 5].map((n) => sampleFact({ text: `Fact ${index + 1}.${n}` })) },
    ),
    update: false,
  }));
}

const SIX = "local sport local business sport -";

function edition(items: readonly Item[]) {
  const name = { subscription: "s", channel: "front", slot: AT, timeZone: "UTC" };
  return { ...name, waiting: 0, items };
}

function composed(sections = SIX, layout: Layout = "full"): Message {
  return composeEdition(edition(itemsOf(sections)), { layout, audience: null, tally: null });
}

const idsOf = (items: readonly Item[]) => items.map(({ filed }) => filed.article.id).join(" ");
const listOf = (message: Message) =>
  textOf(message)
    .split("\n")
    .filter((line) => line.startsWith("• "));

describe("sections of an edition", () => {
  test.each([
    [SIX, "a1 a3 a2 a5 a4 a6"],
    ["sport Local local SPORT", "a1 a4 a2 a3"],
    ["- local - local", "a1 a3 a2 a4"],
  ])("of %s stand together, the lead first: %s", (sections, ids) => {
    expect(idsOf(inSections(itemsOf(sections)))).toBe(ids);
  });

  test.each([
    [SIX, ["Local", null, "Sport", null, "Business", "Other news"]],
    ["- - sport sport local local", [null, null, "Sport", null, "Local", null]],
    ["local local local local local local", ["Local", null, null, null, null, null]],
    // Each stands alone: then each says its section itself.
    ["a b c d e f", null],
    ["- - - - - -", null],
    // Five are seen at a glance.
    ["a a a b b", null],
  ])("of %s are named above the first of each: %j", (sections, heads) => {
    expect(headsOf(inSections(itemsOf(sections)))).toEqual(heads);
  });

  test("are not said before each headline as well", () => {
    expect(textOf(composed())).not.toContain("Local · ");
    expect(textOf(composed("local local sport"))).toContain("Local · Headline 1");
  });

  test.each(["full", "compact", "headlines"] as const)("are named in layout %s", (layout) => {
    const heads = composed(SIX, layout).sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === "head" ? [block.text] : [])),
    );
    expect(heads).toEqual(["Local", "Sport", "Business", "Other news"]);
  });

  test("keep their order where each brief is a post of its own", () => {
    const face = { layout: "full", audience: null, tally: null } as const;
    const posts = editionParts(
      edition(itemsOf(SIX)),
      face,
      { thread: "none", forum: ["news"] },
      ROOM,
    );
    expect(posts.map(({ message }) => message.summary.at(-1)).join(" ")).toBe("1 3 2 5 4 6");
    // A post of its own says its section.
    expect(posts.every(({ message }) => !textOf(message).includes("Other news"))).toBe(true);
    expect(textOf(posts[0]?.message ?? expect.unreachable())).toContain("Local · Headline 1");
  });
});

describe("a long edition", () => {
  test("opens with what is in it, in its order; a short one, and a list of headlines, do not", () => {
    const order = [1, 3, 2, 5, 4, 6].map((n) => `• Headline ${n}`);
    expect(listOf(composed())).toEqual(order);
    expect(composed().sections[1]?.blocks[0]).toMatchObject({ kind: "contents" });
    expect(listOf(composed("local sport local business sport"))).toEqual([]);
    expect(listOf(composed(SIX, "headlines"))).toEqual([]);
  });

  test("has the list in its first part, and above briefs that are posted one by one", () => {
    const face = { layout: "full", audience: null, tally: null } as const;
    const budget = { fits: (message: Message) => textOf(message).length < 400 };
    const parts = editionParts(
      edition(itemsOf(SIX)),
      face,
      { thread: "none", forum: null },
      budget,
    );
    const [first, second] = parts.map(({ message }) => message);
    expect(parts.length).toBeGreaterThan(2);
    expect(listOf(first ?? expect.unreachable())).toHaveLength(6);
    // What becomes of the lead is told where it stands: no other part names it.
    expect(first?.summary).toContain("Headline 1");
    expect(second?.summary).toBe(`Front · Friday 8 May, 07:00 (2 of ${parts.length})`);
    expect(listOf(composeHead(edition(itemsOf(SIX)), face))).toHaveLength(6);
  });

  test.each([
    ["full", 5, 3],
    ["compact", 2, 1],
    ["headlines", 0, 0],
  ] as const)("in layout %s shows %i facts of its lead, and %i of each other", (layout, of, each) => {
    const facts = (n: number) => textOf(composed(SIX, layout)).split(`Fact ${n}.`).length - 1;
    expect([facts(1), facts(2), facts(6)]).toEqual([of, each, each]);
    const leads = composed(SIX, layout).sections.filter(({ blocks }) =>
      blocks.some((block) => block.kind === "headline" && block.weight === "lead"),
    );
    expect(leads.map(({ about }) => about)).toEqual(["a1"]);
  });
});

const LEAD = sampleFiled({ id: "a1", title: "Headline 1", section: "local" });
const SPORT = sampleFiled({ id: "a2", title: "Headline 2", section: "sport" });
const moment = { at: AT, timeZone: "UTC" };
const change = { kind: "correction", details: ["toll: 1 → 2"], note: null } as const;
const revised = (id: string, title: string, facts = 5) => ({
  filed: sampleFiled(
    { id, title, revision: 2, section: "sport" },
    { facts: Array.from({ length: facts }, (_, n) => sampleFact({ text: `Anew ${n + 1}.` })) },
  ),
  ...{ change, headline: "Headline 2", ...moment },
});

describe("what becomes of an item", () => {
  test("is told in the list too, and comes back with it", () => {
    const posted = composed();
    const killed = withdrawMessage(posted, { posted: SPORT, how: "held", ...moment }, ROOM);
    expect(listOf(killed.message)).toContain("• WITHHELD");
    const words = JSON.stringify(killed.message).replace("“Headline 2”", "");
    expect(words).not.toContain("Headline 2");
    const lead = withdrawMessage(killed.message, { posted: LEAD, how: "killed", ...moment }, ROOM);
    expect(listOf(lead.message).slice(0, 3)).toEqual(["• KILLED", "• Headline 3", "• WITHHELD"]);
    const back = giveBack(lead.message, "a2", killed.kept);
    expect(giveBack(back, "a1", lead.kept)).toEqual(posted);
  });

  test("is told in a part that only lists it", () => {
    const { sections, summary } = composed();
    const list: Message = { summary, sections: sections.slice(0, 2) };
    const held = withdrawMessage(list, { posted: SPORT, how: "held", ...moment }, ROOM);
    expect(listOf(held.message)).toContain("• WITHHELD");
    expect(JSON.stringify(held.message)).not.toContain("Headline 2");
    expect(giveBack(held.message, "a2", held.kept)).toEqual(list);
    expect(listOf(amendMessage(list, revised("a2", "Anew"), ROOM))).toContain("• Anew");
  });

  test("leaves the name of its section where it stands", () => {
    const held = withdrawMessage(composed(), { posted: SPORT, how: "held", ...moment }, ROOM);
    const [section] = held.message.sections.filter(({ about }) => about === "a2");
    expect(section?.blocks.map(({ kind }) => kind)).toEqual(["rule", "head", "paragraph"]);
    const amended = amendMessage(composed(), revised("a2", "Anew"), ROOM);
    const [anew] = amended.sections.filter(({ about }) => about === "a2");
    expect(anew?.blocks.slice(0, 4).map(({ kind }) => kind)).toEqual([
      ...["rule", "head", "headline", "paragraph"],
    ]);
    // It stands under it, and does not say it.
    expect(textOf(amended)).toContain("\nAnew\n");
  });

  test.each([
    ["full", "a1", 5],
    ["full", "a2", 3],
    ["compact", "a1", 2],
    ["compact", "a2", 1],
    ["headlines", "a1", 0],
  ] as const)("in layout %s draws %s with %i facts, as it was drawn", (layout, id, facts) => {
    const amended = amendMessage(composed(SIX, layout), revised(id, "Anew"), ROOM);
    expect(textOf(amended).split("Anew 1.").length - 1).toBe(facts === 0 ? 0 : 1);
    expect(textOf(amended).match(/Anew \d\./gu) ?? []).toHaveLength(facts);
    const weights = amended.sections
      .filter(({ about }) => about === id)
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) => (block.kind === "headline" ? [block.weight] : []));
    expect(weights).toEqual([id === "a1" ? "lead" : undefined]);
  });

  test("takes no more room in the list than there is", () => {
    const { sections, summary } = composed();
    const list: Message = { summary, sections: sections.slice(0, 2) };
    const length = (message: Message) => textOf(message).length;
    const full = { fits: (message: Message) => length(message) <= length(list) };
    const longer = amendMessage(list, revised("a2", "A headline of many more words"), full);
    expect(full.fits(longer)).toBe(true);
    expect(textOf(longer)).toContain("• A");
    expect(textOf(longer)).not.toContain("Headline 2");
  });
});

test.each([
  ["Ferry sinks", 20, "Ferry sinks"],
  ["Ferry sinks off Velsk", 20, "Ferry sinks off…"],
  ["Ferry sinks – all are safe", 14, "Ferry sinks…"],
  ["日本語の見出しはとても長い", 6, "日本語の見…"],
  ["🚢🚢🚢🚢", 5, "🚢🚢…"], // never half a character
  ["👩‍🚀👩‍🚀👩‍🚀", 9, "👩‍🚀…"], // nor one of two that are joined
  ["a".repeat(50), 40, `${"a".repeat(39)}…`],
])("%s is cut to %i as %s", (text, most, expected) => {
  expect(cutAtWord(text, most)).toBe(expected);
  expect(cutAtWord(text, most).length).toBeLessThanOrEqual(most);
});

test("a headline of more than 120 letters is cut in the edition, and whole in its summary", () => {
  const title = "A headline that goes on and on ".repeat(6).trim();
  const filed = sampleFiled({ id: "a1", title });
  const message = composeEdition(edition([{ filed, update: false }]));
  const [headline] = textOf(message).match(/A headline[^\n]*/u) ?? [];
  expect(headline).toMatch(/^A headline .*…$/u);
  expect(headline?.length).toBeLessThanOrEqual(120);
  expect(message.summary).toContain(title);
});
