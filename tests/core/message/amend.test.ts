import { describe, expect, test } from "vitest";
import type { Change } from "#core/article/change.ts";
import { type Amended, amendMessage, amendmentReply } from "#core/message/amend.ts";
import { composeEdition } from "#core/message/edition.ts";
import type { Message } from "#core/message/message.ts";
import { linesOf } from "#tests/message-text.ts";
import { sampleFiled } from "#tests/samples.ts";

const AT = Date.parse("2026-05-08T13:05Z");
const BRIDGE = sampleFiled({ id: "bridge", title: "Bridge reopens" });
const FERRY = sampleFiled({ id: "ferry", title: "Ferry stays in port" });
const POSTED = composeEdition({
  ...{ subscription: "s", channel: "front-page", slot: AT, timeZone: "Europe/London", waiting: 0 },
  items: [BRIDGE, FERRY].map((filed) => ({ filed, update: false })),
});
const ROOM = { fits: () => true };

const MOMENT = { at: AT, timeZone: "Europe/London" };

const revised = (change: Partial<Change>, id = "bridge"): Amended => ({
  filed: sampleFiled({ id, title: "Bridge reopens late", revision: 2 }),
  change: { kind: "correction", details: [], note: null, ...change },
  ...{ headline: "Bridge reopens", ...MOMENT },
});

const textOf = linesOf;
const aboutOf = ({ sections }: Message) => sections.map(({ about }) => about);

describe("an article that is corrected", () => {
  test("stands anew in its post, with a line that says what was changed and when", () => {
    const amended = amendMessage(POSTED, revised({ details: ["toll 12 → 15"] }), ROOM);
    expect(textOf(amended)).toContain("Corrected 14:05 BST: toll 12 → 15");
    expect(textOf(amended)).toContain("Bridge reopens late");
    expect(aboutOf(amended)).toEqual(aboutOf(POSTED));
    expect(amended.summary).toContain("Bridge reopens late");
  });

  test("leaves the other articles as they are", () => {
    const amended = amendMessage(POSTED, revised({}), ROOM);
    const ferry = (message: Message) => message.sections.filter(({ about }) => about === "ferry");
    expect(ferry(amended)).toEqual(ferry(POSTED));
  });

  test("names its publisher's words where no single thing stands out, and three things at most", () => {
    const noted = amendMessage(POSTED, revised({ note: "Corrects the mayor's name" }), ROOM);
    expect(textOf(noted)).toContain("Corrected 14:05 BST: Corrects the mayor's name");
    const many = amendMessage(POSTED, revised({ details: ["a", "b", "c", "d"] }), ROOM);
    expect(textOf(many)).toContain('14:05 BST: a; b; c"');
  });

  test.each([
    [{ kind: "update" }, "Updated 14:05 BST: a new version replaces it"],
    [{ kind: "correction" }, "Corrected 14:05 BST: a new version replaces it"],
    [{ kind: "correction", note: "Fixes the date" }, "Corrected 14:05 BST: Fixes the date"],
  ] as const)("never says that it was changed and not how: %j", (change, line) => {
    expect(textOf(amendMessage(POSTED, revised(change), ROOM))).toContain(`"${line}"`);
  });

  test("says so even where nothing of it has room", () => {
    const amended = amendMessage(POSTED, revised({ details: ["toll 12 → 15"] }), {
      fits: () => false,
    });
    expect(textOf(amended)).toContain(
      "Corrected 14:05 BST: toll 12 → 15; ask for its details: bridge",
    );
  });

  test("gives up facts and quotes before it outgrows its post", () => {
    const amended = amendMessage(POSTED, revised({}, "ferry"), {
      fits: (message) => textOf(message).length <= textOf(POSTED).length,
    });
    expect(textOf(amended).length).toBeLessThanOrEqual(textOf(POSTED).length);
    expect(textOf(amended)).toContain("Corrected 14:05");
  });

  test("says what was changed apart from its own words", () => {
    const amended = amendMessage(POSTED, revised({ details: ["toll 12 → 15"] }), ROOM);
    const [bridge] = amended.sections.filter(({ about }) => about === "bridge");
    expect(bridge?.blocks.map(({ kind }) => kind).slice(0, 3)).toEqual([
      ...["rule", "headline", "paragraph"],
    ]);
    expect(bridge?.blocks[2]).toMatchObject({ notice: "amended" });
  });

  test("in a list of headlines gets no rule of its own", () => {
    const items = [BRIDGE, FERRY].map((filed) => ({ filed, update: false }));
    const list = composeEdition(
      { ...{ subscription: "s", channel: "c", slot: AT, timeZone: "UTC", waiting: 0 }, items },
      { layout: "headlines", audience: null, tally: null },
    );
    const rules = (message: Message) => textOf(message).split('"rule"').length - 1;
    expect(rules(amendMessage(list, revised({}, "ferry"), ROOM))).toBe(rules(list));
  });

  test("an arrow of right-to-left words points from what was to what is", () => {
    const amended = amendMessage(POSTED, revised({ details: ["القتلى: 12 → 15"] }), ROOM);
    expect(textOf(amended)).toContain("القتلى: \u2066\u206812\u2069 → \u206815\u2069\u2069");
  });

  test("a summary that names another article stays", () => {
    expect(amendMessage(POSTED, revised({}, "ferry"), ROOM).summary).toBe(POSTED.summary);
  });
});

test("a post that an article was broken over keeps one place of it", () => {
  const broken = { ...POSTED, sections: [...POSTED.sections, ...POSTED.sections.slice(1, 2)] };
  const message = amendMessage(broken, revised({}), ROOM);
  expect(aboutOf(message).filter((about) => about === "bridge")).toHaveLength(1);
});

test.each([
  ["correction", true],
  ["update", false],
  ["write-through", false],
] as const)("a %s is told in the thread: %s", (kind, told) => {
  expect(amendmentReply(POSTED, revised({ kind })) !== null).toBe(told);
});

describe("a report that stands beside another", () => {
  const FROM = ["bridge", "wire"];
  const beside: Message = {
    ...POSTED,
    sections: POSTED.sections.map((one) =>
      one.about === "bridge"
        ? {
            ...one,
            beside: ["wire"],
            blocks: [
              ...one.blocks.slice(0, -1),
              { kind: "list", items: [[{ text: "hurt: 12 → 15" }]], from: FROM },
              { kind: "paragraph", spans: [{ text: "hurt: 15 (A) · 9 (B)" }], from: FROM },
              { kind: "note", spans: [{ text: "also: Wire" }], from: ["wire"] },
              ...one.blocks.slice(-1),
            ],
          }
        : one,
    ),
  };

  test("takes its figures along when it changes, and goes on being named", () => {
    const text = textOf(amendMessage(beside, revised({}, "wire"), ROOM));
    expect(text).not.toContain("12 → 15");
    expect(text).toContain("also: Wire");
    expect(text).toContain("what a report that changed had said here");
  });

  test("stays beside a lead that is set anew, without what both had said", () => {
    const text = textOf(amendMessage(beside, revised({}), ROOM));
    expect(text).toContain("Bridge reopens late");
    expect(text).toContain("also: Wire");
    expect(text).not.toContain("15 (A)");
  });
});
