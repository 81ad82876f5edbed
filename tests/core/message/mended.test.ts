import { describe, expect, test } from "vitest";
import type { Article } from "#core/article/article.ts";
import type { Brief } from "#core/brief/brief.ts";
import type { Filed } from "#core/digest/edition.ts";
import { amendMessage, amendmentReply, isDrawnAlike } from "#core/message/amend.ts";
import { composeEdition } from "#core/message/edition.ts";
import { mendedIn } from "#core/message/mended.ts";
import type { Message } from "#core/message/message.ts";
import { linesOf } from "#tests/message-text.ts";
import { sampleFact, sampleFiled, sampleQuote } from "#tests/samples.ts";

const AT = Date.parse("2026-05-08T13:05Z");
const ZONE = "Europe/London";
const FACTS = ["One ferry sank.", "Two men swam.", "Three boats came.", "Four lamps went out."].map(
  (text, index) => sampleFact({ text, start: index * 40, end: index * 40 + text.length }),
);
const QUOTE = sampleQuote();

function filed(brief: Partial<Brief> = {}, fields: Partial<Article> = {}): Filed {
  const whole = { facts: FACTS, quotes: [QUOTE], pullQuotes: [0], ...brief };
  return sampleFiled({ id: "ferry", title: "Ferry sinks", ...fields }, whole);
}

const READ = filed();
/** It leads, with more of its facts than those behind it. */
const FIRST = sampleFiled({ id: "bridge", title: "Bridge reopens" }, { facts: [], quotes: [] });
const posted = (layout: "full" | "headlines" = "full"): Message =>
  composeEdition(
    {
      ...{ subscription: "s", channel: "front-page", slot: AT, timeZone: ZONE, waiting: 0 },
      items: [FIRST, READ].map((filed) => ({ filed, update: false })),
    },
    { layout, audience: null, tally: null },
  );

function told(now: Filed, post = posted(), read = READ) {
  return mendedIn(post, read, now, () => isDrawnAlike(post, now, read.brief, ZONE));
}

describe("what the desk has mended in a post", () => {
  test.each<[string, Partial<Brief>, readonly string[], boolean]>([
    ["a quote", { quotes: [], pullQuotes: [] }, ["a quote of Mira Solen is taken back"], true],
    ["a fact", { facts: FACTS.slice(1) }, ["a key fact is taken back"], true],
    ["a headline", { headline: "A ferry sank" }, ["another headline"], true],
    [
      "a speaker",
      { quotes: [{ ...QUOTE, speaker: { name: "Bo Lund", role: null, start: 0, end: 7 } }] },
      ["a quote is Bo Lund’s, not Mira Solen’s"],
      true,
    ],
    [
      "a speaker whom nobody knows",
      { quotes: [{ ...QUOTE, speaker: null }] },
      ["who said a quote is not settled: it was given as Mira Solen’s"],
      true,
    ],
    [
      "a fact that comes before the others",
      { facts: [sampleFact({ text: "Five came home.", start: 2, end: 17 }), ...FACTS] },
      ["another key fact is told"],
      false,
    ],
  ])("%s", (_, brief, details, takesBack) => {
    expect(told(filed(brief))).toMatchObject({ details, takesBack });
  });

  test("is nothing where it prints none of it", () => {
    const [, , , last] = FACTS;
    expect(last).toBeDefined();
    // The fourth fact is behind a button.
    expect(told(filed({ facts: FACTS.slice(0, 3) }))).toBeNull();
    expect(told(filed({ quotes: [], pullQuotes: [] }), posted("headlines"))).toBeNull();
    const more = [...FACTS, sampleFact({ text: "Five came home.", start: 160, end: 175 })];
    expect(told(filed({ facts: more }))).toBeNull();
    expect(told(READ)).toBeNull();
  });

  test("is said of what was taken back before, and stands again", () => {
    const at = { start: QUOTE.start, end: QUOTE.end, text: QUOTE.text };
    const list = [{ kind: "strike-quote", at }] as const;
    const struck = filed(
      { quotes: [], pullQuotes: [] },
      { mendings: { list, by: "Ines", at: AT } },
    );
    expect(told(READ, posted(), struck)?.details).toEqual([
      "a quote of Mira Solen stands after all",
    ]);
  });
});

const amended = (now: Filed, post = posted()) => {
  const mended = told(now, post) ?? expect.unreachable();
  const change = { kind: "mended", details: mended.details, note: null } as const;
  return { filed: now, change, headline: READ.brief.headline, mended, at: AT, timeZone: ZONE };
};
const ROOM = { fits: () => true };

test("a post says that the desk corrected it, never what was struck, and its thread says it too", () => {
  const now = filed({ facts: FACTS.slice(1) });
  const text = linesOf(amendMessage(posted(), amended(now), ROOM));
  expect(text).toContain("Corrected by the desk 14:05 BST: a key fact is taken back");
  expect(text).not.toContain("One ferry sank");
  const reply = linesOf(amendmentReply(posted(), amended(now)));
  expect(reply).toContain(
    "Corrected by the desk 14:05 BST: a key fact is taken back — Ferry sinks",
  );
  expect(reply).not.toContain("One ferry sank");
});

test("lines that were drawn from it beside another report go when a sentence is struck, and else stay", () => {
  const lines = {
    kind: "list",
    items: [[{ text: "sunk: 1 → 2" }]],
    from: ["ferry", "wire"],
  } as const;
  const wire = { about: "wire", beside: ["ferry"], blocks: [lines] };
  const post: Message = { summary: "Front page", sections: [...posted().sections, wire] };
  const text = (brief: Partial<Brief>) => {
    return linesOf(amendMessage(post, amended(filed(brief), post), ROOM));
  };
  const struck = text({ facts: FACTS.slice(1) });
  expect(struck).not.toContain("1 → 2");
  expect(struck).toContain("Taken out 14:05 BST: what the desk has taken back");
  expect(text({ quotes: [], pullQuotes: [] })).toContain("1 → 2");
});

test("a post that tells only what is new in it is mended when any of its facts is struck", () => {
  const lines = { kind: "list", items: [[{ text: "sunk: 1 → 2" }]], from: ["ferry"] } as const;
  const post: Message = { summary: "", sections: [{ about: "ferry", blocks: [lines] }] };
  expect(told(filed({ facts: FACTS.slice(0, 3) }), post)?.details).toEqual([
    "a key fact is taken back",
  ]);
});
