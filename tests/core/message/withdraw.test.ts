import { describe, expect, test } from "vitest";
import { amendMessage } from "#core/message/amend.ts";
import { composeEdition } from "#core/message/edition.ts";
import type { Block, Message } from "#core/message/message.ts";
import {
  giveBack,
  releasedReply,
  type Withdrawn,
  withdrawMessage,
  withdrawnReply,
} from "#core/message/withdraw.ts";
import { linesOf } from "#tests/message-text.ts";
import { sampleFiled } from "#tests/samples.ts";

const AT = Date.parse("2026-05-08T13:05Z");
const SLUGGED = { slug: "tram-depot" };
const TRAM = sampleFiled({ id: "tram", title: "Tram depot opens" });
const KIOSK = sampleFiled({ id: "kiosk", title: "Kiosk: last one shuts" });
const ROOM = { fits: () => true };
const FULL = { fits: (message: Message) => !textOf(message).includes("“") };

function posted(...filed: readonly (typeof TRAM)[]): Message {
  return composeEdition({
    ...{ subscription: "s", channel: "front-page", slot: AT, timeZone: "UTC", waiting: 0 },
    items: filed.map((one) => ({ filed: one, update: false })),
  });
}

const withdrawn = (how: Withdrawn["how"], of = TRAM): Withdrawn => ({
  ...{ posted: of, how, at: AT, timeZone: "Europe/London" },
});
const textOf = (message: Message | null) => linesOf(message);
const summaryOf = (message: Message | null) => message?.summary ?? "";

describe.each([
  ["killed", null, "KILLED 14:05 BST – do not use: “Tram depot opens” (id tram)"],
  [
    ...(["killed", "tram-depot"] as const),
    "KILLED 14:05 BST – do not use: “Tram depot opens” (slug tram-depot, id tram)",
  ],
  [
    ...(["held", null] as const),
    "WITHHELD 14:05 BST – do not use until it is released: “Tram depot opens” (id tram)",
  ],
  [
    ...(["held", "tram-depot"] as const),
    "WITHHELD 14:05 BST – do not use until it is released: tram-depot (id tram)",
  ],
] as const)("an article that is %s, with slug %s", (how, slug, line) => {
  const tram = sampleFiled({ id: "tram", title: "Tram depot opens", slug });

  test("leaves its name, its id and the time, in the post, its summary and its thread", () => {
    const before = posted(tram, KIOSK);
    const { message } = withdrawMessage(before, withdrawn(how, tram), ROOM);
    expect(textOf(message)).toContain(JSON.stringify(line));
    expect(message.summary).toBe(before.summary.replace("Tram depot opens", line));
    expect(textOf(message)).not.toContain("reopened on Friday, said");
    expect(textOf(message)).toContain("Kiosk: last one shuts");
    expect(message.sections.flatMap(({ about }) => about ?? [])).toEqual(["tram", "kiosk"]);
    expect(summaryOf(withdrawnReply(before, withdrawn(how, tram)))).toBe(line);
  });

  test("and nothing of its facts, quotes and buttons", () => {
    const { message } = withdrawMessage(posted(tram), withdrawn(how, tram), ROOM);
    const [own] = message.sections.filter(({ about }) => about === "tram");
    expect(own?.blocks.map(({ kind }) => kind)).toEqual(["rule", "paragraph"]);
  });
});

test("a post that is full to the brim names it by its id", () => {
  const { message } = withdrawMessage(posted(TRAM), withdrawn("killed"), FULL);
  expect(textOf(message)).toContain("KILLED 14:05 BST – do not use: id tram");
});

test("a headline with a colon leaves nothing of itself in the summary of a message of its own", () => {
  const alone = { ...posted(KIOSK), summary: "Kiosk: last one shuts" };
  const slugged = sampleFiled({ id: "kiosk", title: "Kiosk: last one shuts", slug: "kiosk-4" });
  const { message } = withdrawMessage(alone, withdrawn("held", slugged), ROOM);
  expect(message.summary).toMatch(/^WITHHELD 14:05 BST/u);
});

describe("what is given back", () => {
  test.each(["killed", "held"] as const)("is what stood there before it was %s", (how) => {
    const before = posted(TRAM, KIOSK);
    const { message, kept } = withdrawMessage(before, withdrawn(how), ROOM);
    expect(message).not.toEqual(before);
    expect(giveBack(message, "tram", kept)).toEqual(before);
    expect(kept).toMatchObject({ how, at: AT, revision: 1 });
  });

  test("in a forum, its title", () => {
    const before = { ...posted(TRAM), forumPost: { title: "Tram depot opens", tags: [] } };
    const { message, kept } = withdrawMessage(before, withdrawn("killed"), ROOM);
    expect(message.forumPost?.title).toContain("KILLED");
    expect(giveBack(message, "tram", kept)).toEqual(before);
  });

  test("where it was broken over several places, in each of them", () => {
    const whole = posted(TRAM, KIOSK);
    const before = { ...whole, sections: whole.sections.flatMap((one) => [one, one]) };
    const { message, kept } = withdrawMessage(before, withdrawn("held"), ROOM);
    expect(message.sections.filter(({ about }) => about === "tram")).toHaveLength(1);
    const sections = giveBack(message, "tram", kept).sections;
    expect(sections.filter(({ about }) => about === "tram")).toHaveLength(2);
  });

  test("leaves what has become of another article since", () => {
    const { message, kept } = withdrawMessage(posted(TRAM, KIOSK), withdrawn("held"), ROOM);
    const since = withdrawMessage(message, withdrawn("killed", KIOSK), ROOM).message;
    const back = textOf(giveBack(since, "tram", kept));
    expect(back).toContain("Tram depot opens");
    expect(back).toContain("KILLED 14:05 BST – do not use: “Kiosk: last one shuts”");
  });

  test("is told in the thread, where it says do not use", () => {
    expect(summaryOf(releasedReply(posted(TRAM), withdrawn("held")))).toBe(
      "RELEASED 14:05 BST – may be used again: “Tram depot opens” (id tram)",
    );
    const slugged = withdrawn("held", sampleFiled({ ...TRAM.article, ...SLUGGED }));
    expect(summaryOf(releasedReply(posted(TRAM), slugged))).toContain(
      "again: tram-depot (id tram)",
    );
  });
});

describe("a report that stands beside another", () => {
  const FROM = ["kiosk", "wire"];
  const WIRE = sampleFiled({ id: "wire", title: "Wire has it too" });
  const lines: readonly Block[] = [
    { kind: "list", items: [[{ text: "shut: 12 → 15" }]], from: FROM },
    { kind: "paragraph", spans: [{ text: "shut: 15 (A) · 9 (B)" }], from: FROM },
    { kind: "note", spans: [{ text: "also: Wire" }], from: ["wire"] },
  ];
  const plain = posted(KIOSK);
  const beside: Message = {
    ...plain,
    sections: plain.sections.map((one) =>
      one.about === "kiosk"
        ? {
            ...one,
            beside: ["wire"],
            blocks: [...one.blocks.slice(0, -1), ...lines, ...one.blocks.slice(-1)],
          }
        : one,
    ),
  };

  test("takes what was drawn from it along, and nothing else, and gives it back", () => {
    const { message, kept } = withdrawMessage(beside, withdrawn("killed", WIRE), ROOM);
    const text = textOf(message);
    for (const gone of ["12 → 15", "15 (A)", "also: Wire"]) expect(text).not.toContain(gone);
    expect(text).toContain("Taken out 14:05 BST: what a report that was withdrawn had said here");
    expect(text).toContain("Kiosk: last one shuts");
    expect(text).not.toContain("KILLED");
    expect(withdrawnReply(beside, withdrawn("killed", WIRE))).toBeNull();
    expect(giveBack(message, "wire", kept)).toEqual(beside);
    expect(releasedReply(beside, withdrawn("killed", WIRE))).toBeNull();
  });

  test("gives no line back to a lead that was set anew meanwhile", () => {
    const { message, kept } = withdrawMessage(beside, withdrawn("held", WIRE), ROOM);
    const change = { kind: "update", details: [], note: null } as const;
    const amended = {
      filed: KIOSK,
      change,
      headline: "Kiosk: last one shuts",
      at: AT,
      timeZone: "UTC",
    };
    const back = textOf(giveBack(amendMessage(message, amended, ROOM), "wire", kept));
    expect(back).not.toContain("12 → 15");
  });

  test("goes with a lead that is withdrawn", () => {
    const { message } = withdrawMessage(beside, withdrawn("killed", KIOSK), ROOM);
    expect(textOf(message)).not.toContain("also: Wire");
  });
});
