import { describe, expect, test } from "vitest";
import { asked } from "#tests/asked.ts";
import { textOf } from "#tests/message-text.ts";
import { replyDesk } from "./desk.ts";

// It is 06:20 on Friday 8 May 2026; all of them came in just now.
const day = (month: number, date: number) => Date.UTC(2026, month - 1, date, 9);
const APRIL = { id: "a1", path: "1.txt", title: "Strait closed in April", published: day(4, 12) };
const MAY = { id: "a2", path: "2.txt", title: "Strait opens in May", published: day(5, 2) };
const OLD = { id: "a3", path: "3.txt", title: "Strait of old", published: Date.UTC(2025, 2, 3) };
const UNDATED = { id: "a4", path: "4.txt", title: "Strait without a date", published: null };

async function desk() {
  const room = await replyDesk(APRIL, MAY, OLD, UNDATED);
  const typed = async (text: string, from = asked()) =>
    textOf(await room.desk.askTyped(text, from));
  return { ...room, typed };
}

/** Which of the four are in an answer. */
function shown(text: string): readonly string[] {
  return [APRIL, MAY, OLD, UNDATED].filter(({ title }) => text.includes(title)).map(({ id }) => id);
}

describe("a search with both ends of a time", () => {
  test.each([
    ["strait between 1 and 15 april", ["a1"], "from 1 to 15 April 2026"],
    ["strait since april 12 until may 1", ["a1"], "from 12 April to 1 May 2026"],
    ["strait from 12 april to 2 may", ["a1", "a2"], "from 12 April to 2 May 2026"],
    ["strait in 2025", ["a3"], "in 2025"],
    ["strait in march 2025", ["a3"], "in March 2025"],
    ["strait before 12 april", ["a3"], "up to Saturday 11 April 2026"],
    ["strait since april", ["a1", "a2", "a4"], "since Wednesday 1 April 2026"],
    // Without a date of its own it is of the day on which it came.
    ["strait today", ["a4"], "since Friday 8 May 2026"],
  ])("%s", async (question, ids, when) => {
    const { typed } = await desk();
    const text = await typed(question);
    expect(shown(text)).toEqual(ids);
    expect(text.split("\n")[0]).toBe(`Searched: strait · ${when}`);
    expect(text).toContain(`Articles for “strait”, ${when}`);
  });

  test("is one by its options, too, and has pages", async () => {
    const { line } = await desk();
    expect(shown(await line("search strait since:2026-04-01 until:2026-04-30"))).toEqual(["a1"]);
    expect(shown(await line("facts strait until:2025"))).toEqual(["a3"]);
    expect(shown(await line("timeline strait since:april until:2 may"))).toEqual(["a1", "a2"]);
    expect(shown(await line("quotes about:strait until:april"))).toEqual(["a1", "a3"]);
    expect(await line('search strait until:"full moon"')).toContain("“full moon” is no moment");
  });
});

describe("where nothing is of the time", () => {
  test("says which is the newest of any time, and asks for it", async () => {
    const { typed } = await desk();
    const text = await typed("strait between 1 and 5 march");
    expect(text).toContain("Nothing found for “strait”, from 1 to 5 March 2026.");
    expect(text).toMatch(/The newest on this was received 8 May/u);
    expect(text).toContain("[Ask of any time → search strait]");
    const april = await typed("closed in 2024");
    expect(april).toContain("The newest on this is of 12 Apr");
  });

  test("says that the time is to come, or ends before it begins", async () => {
    const { line } = await desk();
    expect(await line("search strait since:2027-01-01")).toContain("That time is still to come.");
    expect(await line("search strait since:2026-05-02 until:2026-05-01")).toContain(
      "The end of that time comes before its beginning.",
    );
    expect(await line("digest now since:2027-01-01")).toContain("That time is still to come.");
  });

  test("tells nothing of copy that may not be shown there", async () => {
    const { line, file, channels } = await desk();
    const embargo = { kind: "unreadable", text: "later" } as const;
    await file({ id: "b1", path: "b1.txt", title: "Zeppelin secret", embargo });
    await file({
      id: "b2",
      path: "b2.txt",
      title: "Airship terms",
      usageTerms: "Subscribers only",
    });
    const none = await line("search zeppelin since:2025 until:2025");
    expect(none).toContain("Nothing found");
    expect(none).not.toContain("newest");
    const [first] = channels;
    if (first !== undefined) channels[0] = { ...first, audience: "public" };
    const open = asked({ channel: "front-page" });
    expect(await line("search airship since:2025 until:2025", open)).not.toContain("newest");
    expect(await line("search airship since:2025 until:2025")).toContain("newest");
  });
});

describe("a digest made now", () => {
  test.each([
    ["articles from 12 april", ["a1"], "on 12 April 2026"],
    ["and in april?", ["a1"], "in April 2026"],
    ["anything from yesterday?", [], "on 7 May 2026"],
    ["in 2025", ["a3"], "in 2025"],
    ["digest now since:may", ["a2", "a4"], "since Friday 1 May 2026"],
    ["digest now until:2025", ["a3"], "up to Wednesday 31 December 2025"],
    // Without a time it is what came in within a day.
    ["what's new?", ["a1", "a2", "a3", "a4"], "came in since Thursday 7 May, 06:20"],
    ["digest strait", ["a1", "a2", "a3", "a4"], "“strait” came in since Thursday 7 May, 06:20"],
  ])("%s is of articles by their own date", async (question, ids, when) => {
    const { typed } = await desk();
    const text = await typed(question);
    expect(shown(text)).toEqual(ids);
    expect(text).toContain(ids.length === 0 ? `Nothing that fits ${when}.` : `For you · ${when}`);
  });

  test.each([
    ["digest strait minus:april", ["a2", "a3", "a4"], "“strait” without “april” came in"],
    ["digest now minus:april", ["a2", "a3", "a4"], "without “april” came in"],
    ["digest minus:april", ["a2", "a3", "a4"], "without “april” came in"],
    ["digest strait -april", ["a2", "a3", "a4"], "“strait -april” came in"],
    ['digest strait -"in april"', ["a2", "a3", "a4"], "came in"],
    ["digest now plus:april", ["a1"], "“april” came in"],
    ["digest april plus:old", ["a1", "a3"], "“april” and “old” came in"],
    ["digest april plus:old minus:closed", ["a3"], "“april” and “old” without “closed” came in"],
  ])("%s is narrowed", async (question, ids, label) => {
    const { line } = await desk();
    const text = await line(question);
    expect(shown(text)).toEqual(ids);
    expect(text).toContain(label);
  });

  test("says what nothing is left of, and what cannot be read", async () => {
    const { line } = await desk();
    expect(await line("digest april minus:april")).toContain(
      "Nothing is left of it without “april”.",
    );
    expect(await line("digest strait minus:(")).toContain("“(” cannot be read");
    expect(await line("digest strait - april")).toContain("a minus leaves out what stands right");
  });
});
