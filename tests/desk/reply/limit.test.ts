import { describe, expect, test } from "vitest";
import { plainMessage } from "#core/message/say.ts";
import { searchForm } from "#core/reply/forms.ts";
import type { Asked, FrontDesk } from "#core/reply/front-desk.ts";
import { limited, MOST_QUESTIONS } from "#desk/reply/limit.ts";
import { asked } from "#tests/asked.ts";
import { idleDesk } from "#tests/fake/front-desk.ts";

const READER = asked();
const OTHER = asked({ asker: { id: "slack:U0002", name: "Bo", role: "reader" } });
const EDITOR = asked({ role: "editor" });
const POST = { platform: "slack", address: "C1", messageId: "m1" } as const;
const DONE = plainMessage("Done.");

/** Each way to ask something; all of them count as one. */
const WAYS: Readonly<Record<string, (desk: FrontDesk, from: Asked) => Promise<unknown>>> = {
  "a command": (desk, from) => desk.ask({ ...from, command: "brief", options: {} }),
  "a line": (desk, from) => desk.askLine("search flood", from),
  "what somebody types": (desk, from) => desk.askTyped("flood in Velsk", from),
  "what is no command": (desk, from) => desk.askLine("serch flood", from),
  "a message": (desk, from) => desk.askPost(POST, from),
  "a form": (desk, from) => desk.submit("search", { words: "flood" }, from),
};

function setUp() {
  let now = 5_000;
  const answer = async () => DONE;
  const all = { ask: answer, askLine: answer, askTyped: answer, askPost: answer, submit: answer };
  const desk = limited({ ...idleDesk, ...all }, () => now);
  const exhaust = async (from: Asked) => {
    for (let count = 0; count < MOST_QUESTIONS; count += 1) {
      expect(await desk.askLine("brief", from)).toBe(DONE);
      now += 1_000;
    }
  };
  return {
    desk,
    exhaust,
    pass: (by: number) => {
      now += by;
    },
  };
}

describe("one person's questions", () => {
  test.each(
    Object.entries(WAYS),
  )("of which %s is one too many, are put off by a plain word", async (_, ask) => {
    const { desk, exhaust, pass } = setUp();
    await exhaust(READER);
    const refusal = {
      summary: "You have asked 20 times within a minute: ask again in 40 seconds.",
    };
    expect(await ask(desk, READER)).toMatchObject(refusal);
    expect(await ask(desk, OTHER)).toBe(DONE);
    // What was refused does not count.
    pass(40_000);
    expect(await ask(desk, READER)).toBe(DONE);
    expect(await ask(desk, READER)).toMatchObject({
      summary: expect.stringContaining("1 second."),
    });
  });

  test.each([
    ["kill a1", EDITOR, true],
    ["/desk hold a1", EDITOR, true],
    ["release a1", EDITOR, false],
    ["kill a1", READER, false],
  ])("“%s” of %o is free of it: %s", async (line, from, isFree) => {
    const { desk, exhaust } = setUp();
    await exhaust(from);
    expect((await desk.askLine(line, from)) === DONE).toBe(isFree);
  });

  test("an editor's kill is free as a command, too, and is not counted", async () => {
    const { desk, exhaust } = setUp();
    const kill = { ...EDITOR, command: "kill", options: { article: "a1" } } as const;
    for (let count = 0; count < 50; count += 1) expect(await desk.ask(kill)).toBe(DONE);
    await exhaust(EDITOR);
    expect(await desk.ask(kill)).toBe(DONE);
  });
});

test("a form is looked at twenty times a minute, and then taken without a look", async () => {
  const refused = { form: searchForm(), faults: [{ field: "words", text: "No." }] };
  let now = 5_000;
  const desk = limited({ ...idleDesk, check: async () => refused }, () => now);
  const check = () => desk.check({ name: "search" }, { words: "-" }, READER);
  for (let count = 0; count < MOST_QUESTIONS; count += 1) expect(await check()).toBe(refused);
  expect(await check()).toBeNull();
  expect(await desk.check({ name: "search" }, { words: "-" }, OTHER)).toBe(refused);
  now += 60_001;
  expect(await check()).toBe(refused);
});
