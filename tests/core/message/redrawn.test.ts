import { describe, expect, test } from "vitest";
import { type Amended, amendMessage } from "#core/message/amend.ts";
import { briefSections } from "#core/message/brief.ts";
import { composeEdition, composeItem } from "#core/message/edition.ts";
import { editionParts } from "#core/message/edition-parts.ts";
import type { Budget, Message } from "#core/message/message.ts";
import { partMessage } from "#core/message/part.ts";
import { textOf } from "#tests/message-text.ts";
import { sampleFact, sampleFiled, sampleQuote } from "#tests/samples.ts";

const MOMENT = { at: Date.UTC(2026, 4, 8, 12), timeZone: "UTC" };
const ROOM: Budget = { fits: () => true };
const NOTE = "Desk: check the toll";

/** A brief of five facts and a quote, each of which says of which text it is. */
function filedAs(text: string) {
  const facts = [1, 2, 3, 4, 5].map((n) => sampleFact({ text: `${text} ${n}.` }));
  const quotes = [sampleQuote({ text: `${text} it held` })];
  const article = { id: "a1", title: `${text} headline`, editorNote: "check the toll" };
  return sampleFiled(article, { facts, quotes });
}

const OLD = filedAs("Old");
const ITEM = { filed: OLD, update: false };
const EDITION = {
  ...{ subscription: "s", channel: "front", slot: MOMENT.at, timeZone: "UTC", waiting: 0 },
  items: [ITEM],
};
const AMENDED: Amended = {
  ...{ filed: filedAs("New"), headline: "Old headline", ...MOMENT },
  change: { kind: "correction", details: ["toll: 12 → 15"], note: null },
};
const count = (message: Message, text: string) => textOf(message).split(text).length - 1;

/** As an earlier version stored it. */
function undrawn(message: Message): Message {
  return { ...message, sections: message.sections.map(({ drawn: _drawn, ...one }) => one) };
}

describe("a whole brief in a thread", () => {
  const whole: Message = { summary: "Old headline", sections: briefSections(OLD, "UTC") };

  test.each([
    ["as it was drawn", whole],
    ["of an earlier version", undrawn(whole)],
  ])("%s, is whole once it is corrected, and without a headline", (_, posted) => {
    const amended = amendMessage(posted, AMENDED, ROOM);
    expect(textOf(amended)).toContain("Corrected 12:00 UTC");
    expect(textOf(amended)).not.toMatch(/Old|New headline/u);
    expect([count(amended, "New 1."), count(amended, "New 5.")]).toEqual([1, 1]);
    expect(textOf(amended)).toContain("New it held");
  });

  test("gives up quotes and facts where there is no room for them", () => {
    const most = (length: number) => ({ fits: (m: Message) => textOf(m).length <= length });
    const length = textOf(amendMessage(whole, AMENDED, ROOM)).length;
    const short = amendMessage(whole, AMENDED, most(length - 1));
    expect([count(short, "New 3."), count(short, "New 4."), count(short, "it held")]).toEqual([
      1, 0, 0,
    ]);
  });

  test("that was parted stands anew once", () => {
    const budget = { fits: (message: Message) => textOf(message).length < 90 };
    const parts = partMessage(whole, budget);
    expect(parts.length).toBeGreaterThan(1);
    const amended = parts.map((part) => amendMessage(part, AMENDED, ROOM));
    expect(amended.map((part) => count(part, "New 1."))).toEqual([
      1,
      ...parts.slice(1).map(() => 0),
    ]);
    expect(amended.every((part) => !textOf(part).includes("Old 1."))).toBe(true);
    expect(amended.every((part) => textOf(part).includes("Corrected"))).toBe(true);
  });
});

test("an item that had to be broken over two posts of a forum stands anew in the first alone", () => {
  const budget = { fits: (message: Message) => textOf(message).length < 110 };
  const face = { layout: "full", audience: null, tally: null } as const;
  const forum = { thread: "none", forum: ["news"] } as const;
  const parts = editionParts(EDITION, face, forum, budget);
  expect(parts.length).toBeGreaterThan(1);
  const amended = parts.map(({ message }) => amendMessage(message, AMENDED, ROOM));
  expect(amended.map((part) => count(part, "New headline"))).toEqual([
    ...[1, ...parts.slice(1).map(() => 0)],
  ]);
});

describe("the editor's note", () => {
  test.each([
    ["internal", 1],
    ["public", 0],
    [null, 0],
  ] as const)("in a channel that is %s stands in a correction as it was drawn", (audience, times) => {
    const posted = composeItem(EDITION, { layout: "full", audience, tally: null }, ITEM);
    expect([posted, amendMessage(posted, AMENDED, ROOM)].map((one) => count(one, NOTE))).toEqual([
      ...[times, times],
    ]);
  });

  test("is not shown for words of copy that look like one, nor where an earlier version drew", () => {
    const lure = sampleFiled({ id: "a2", title: "Desk: a word" });
    const items = [ITEM, { filed: lure, update: false }];
    for (const audience of ["public", "internal"] as const) {
      const face = { layout: "full", audience, tally: null } as const;
      const posted = undrawn(composeEdition({ ...EDITION, items }, face));
      expect(count(amendMessage(posted, AMENDED, ROOM), NOTE)).toBe(0);
    }
  });
});
