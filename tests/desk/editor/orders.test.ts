import { describe, expect, test } from "vitest";
import { asked } from "#tests/asked.ts";
import { editorsNewsroom } from "./newsroom.ts";

const inOther = asked({
  role: "editor",
  place: { platform: "slack", address: "C0002", name: "Flood Watch" },
});

/** The line behind a button of an answer. */
function button(text: string, label: string): string {
  const found = new RegExp(`\\[${label} → ([^\\]]+)\\]`, "u").exec(text)?.[1];
  if (found === undefined) throw new RangeError(`There is no button ${label} in: ${text}`);
  return found;
}

describe("subscribe", () => {
  test("shows what an order means before it is saved, and then it counts at once", async () => {
    const { line, live, clock, file, editionDesk, editions } = await editorsNewsroom();
    await file({ id: "a1", tags: ["flood"] });
    const shown = await line("subscribe tag:flood schedule:08:00 layout:compact", inOther);
    expect(shown).toContain("Order a digest as “flood-watch”?");
    expect(shown).toContain("Carries: tag:flood");
    expect(shown).toMatch(/Next: Friday 8 May, 07:00; .*08:00; .*09:00; .*10:00; .*11:00/u);
    expect(live.list()).toHaveLength(1);
    expect(await line(button(shown, "Save"), inOther)).toContain("Saved “flood-watch”.");
    expect(live.list().map(({ name }) => name)).toEqual(["front-page", "flood-watch"]);
    clock.pass(60_000);
    await editionDesk.makeDue();
    expect(await editions.issued("flood-watch@slack:C0002", 1)).toHaveLength(1);
    expect(await line("audit")).toContain("Ines ordered flood-watch (slack:U0001)");
  });

  test("only who was shown it may save it, within a day", async () => {
    const { line, clock } = await editorsNewsroom();
    const save = button(await line("subscribe schedule:08:00", inOther), "Save");
    const other = { ...inOther, asker: { id: "slack:U9", name: "Joss", role: "editor" as const } };
    expect(await line(save, other)).toContain("please order it once more");
    clock.pass(25 * 3_600_000);
    expect(await line(save, inOther)).toContain("please order it once more");
  });

  test("a channel of the file is changed in the file", async () => {
    const { line, desk } = await editorsNewsroom();
    expect(await line("subscribe schedule:08:00")).toContain(
      "config/newsroom.yaml orders “front-page” for this channel",
    );
    expect(desk.formForLine("subscribe", asked({ role: "editor" }))).toBeNull();
  });

  test("without options it asks in a form, which is filled with what is ordered already", async () => {
    const { line, desk } = await editorsNewsroom();
    const empty = desk.formForLine("subscribe", inOther);
    expect(empty?.fields.map(({ value }) => value)).toEqual([
      "",
      "08:00",
      "UTC",
      "full",
      "flood-watch",
    ]);
    await line(button(await line("subscribe tag:flood schedule:09:30", inOther), "Save"), inOther);
    const filled = desk.formForLine("subscribe", inOther);
    expect(filled?.fields.map(({ value }) => value)).toEqual([
      ...["tag:flood", "09:30", "UTC", "full", "flood-watch"],
    ]);
    // Who ordered it is its editor: anybody else who is none of the newsroom's is not.
    const other = { ...asked().asker, id: "slack:U9" };
    expect(desk.formForLine("subscribe", { ...inOther, asker: other })).toBeNull();
  });

  test("what cannot be read is told with its mend", async () => {
    const { line } = await editorsNewsroom();
    const nonsense = await line("subscribe schedule:nonsense", inOther);
    expect(nonsense).toContain(
      "“schedule:nonsense” cannot be read: “nonsense” is no day and no time of day.",
    );
    expect(nonsense).toContain("Write it so: /desk subscribe flood schedule:08:00");
    expect(await line("subscribe schedule:25:99", inOther)).toContain("“schedule:25:99” cannot");
    const refused = await line("subscribe schedule:0 99 * * *", inOther);
    expect(refused).toContain("schedule: this is no schedule");
    expect(refused).toContain("weekdays at noon");
    expect(await line("subscribe flood", asked({ role: "editor", place: null }))).toContain(
      "digest me",
    );
  });

  test("an order of the chat is changed, and ended when that is confirmed", async () => {
    const { line, live } = await editorsNewsroom();
    await line(button(await line("subscribe schedule:08:00", inOther), "Save"), inOther);
    const changed = await line("subscribe layout:compact", inOther);
    expect(changed).toContain("Change the digest “flood-watch”?");
    await line(button(changed, "Save"), inOther);
    expect(live.list().at(-1)?.layout).toBe("compact");
    const ask = await line("unsubscribe flood-watch");
    expect(await line(button(ask, "End it"))).toContain("has no digest any more");
    expect(live.list()).toHaveLength(1);
    expect(await line("unsubscribe front-page")).toContain("take it out there");
  });
});

describe("pause and resume", () => {
  test("a channel rests, says so, and comes again without making up for what was missed", async () => {
    const { line, clock, editionDesk, editions, file } = await editorsNewsroom();
    await editionDesk.makeDue();
    const slots = async () => (await editions.issued("front-page@preview:front-page", 9)).length;
    expect(await line("pause front-page")).toContain("rests until it is resumed");
    await file({ id: "a1" });
    clock.pass(5 * 3_600_000);
    await editionDesk.makeDue();
    expect(await slots()).toBe(0);
    expect(await line("schedule front-page")).toContain("it rests until it is resumed");
    expect(await line("resume front-page")).toContain("comes again");
    await editionDesk.makeDue();
    expect(await slots()).toBe(0);
    clock.pass(3_600_000);
    await editionDesk.makeDue();
    expect(await slots()).toBe(1);
    expect(await line("resume front-page")).toContain("does not rest");
  });

  test.each([
    ["pause front-page until:3d", "until Monday 11 May, 06:20"],
    ["pause front-page until:2026-05-11", "until Monday 11 May, 00:00"],
    ["pause until:monday", "until Monday 11 May, 00:00"],
    ["pause front-page until:yesterday", "is no moment"],
    ["pause weather", "There is no channel “weather”. There are: front-page."],
  ])("%s answers “%s”", async (command, expected) => {
    const { line } = await editorsNewsroom();
    expect(await line(command)).toContain(expected);
  });
});

describe("a digest of one's own", () => {
  test("comes as a direct message, is known to nobody else, and ends when it is asked to", async () => {
    const { line, live, desk } = await editorsNewsroom();
    const reader = asked();
    expect(await line("digest me at:07:30 topic:tag:politics", reader)).toContain(
      "Saved “for-slack-u0001”",
    );
    expect(live.list().at(-1)).toMatchObject({ places: { slack: "D0001" }, owner: "slack:U0001" });
    const other = asked({ asker: { id: "slack:U2", name: "Joss", role: "editor" } });
    for (const ask of ["schedule", "status", "why a1", "digest channel:weather", "pause x"]) {
      expect(await line(ask, other)).not.toContain("u0001");
    }
    expect(await line("digest channel:for-slack-u0001", other)).toContain("There is no channel");
    expect(await desk.suggest("digest", "channel", "for", other)).toEqual([]);
    expect(await line("digest off", reader)).toContain("You get no digest any more");
    expect(await line("digest off", reader)).toContain("You have no digest");
  });

  test("is none on the page", async () => {
    const { line } = await editorsNewsroom();
    const page = asked({
      asker: { id: "preview:page", name: "the page", role: "editor" },
      place: null,
    });
    expect(await line("digest me", page)).toContain("The page has no direct messages");
  });
});

describe("preview, post and status", () => {
  test("the next edition is shown without its pictures, as every answer", async () => {
    const { line, file, editionDesk } = await editorsNewsroom({ terms: { pictures: true } });
    await editionDesk.makeDue();
    const picture = { url: "https://p.example/a.jpg", alt: null, credit: "Ana Field" };
    await file({ id: "a1", title: "Harbour bridge reopens", picture });
    const shown = await line("preview front-page");
    expect(shown).toContain("Harbour bridge reopens");
    expect(shown).not.toContain("p.example");
  });

  test("the next edition is shown, and posted once, however often it is asked for", async () => {
    const { line, file, editionDesk, outbox, done, clock } = await editorsNewsroom();
    await editionDesk.makeDue();
    expect(await line("preview front-page")).toContain("Nothing waits for front-page");
    await file({ id: "a1", title: "Harbour bridge reopens" });
    expect(await line("preview front-page")).toContain("Harbour bridge reopens");
    const ask = await line("post now");
    expect(ask).toContain("1 article to front-page on the page, front-page on Slack.");
    clock.pass(1_000);
    expect(await line(button(ask, "Post it"))).toContain("On its way: 1 article");
    clock.pass(1_000);
    expect(await line(button(ask, "Post it"))).toContain("Nothing waits for front-page");
    expect(done).toEqual(["carry"]);
    expect(await outbox.claim(clock.now(), ["slack", "preview"])).toHaveLength(2);
  });

  test("the audit names ten changes a page, and each article by its headline", async () => {
    const { line, file, clock } = await editorsNewsroom();
    for (let index = 0; index < 12; index += 1) {
      await file({ id: `a${index}`, path: `a${index}.txt`, title: `Harbour report ${index}` });
      clock.pass(1_000);
      await line(`hold a${index}`);
    }
    await line("pause front-page");
    const first = await line("audit");
    expect(first).toContain("Ines held “Harbour report 11” (a11) (slack:U0001)");
    expect(first).toContain("Ines paused front-page until it is resumed");
    expect(first).not.toContain("Harbour report 2”");
    expect(first).toContain("[Next page → audit page:2]");
    expect(await line("audit page:2")).toContain("Ines held “Harbour report 2” (a2)");
  });

  test("why tells editors of held copy by its path, too, and until when it is held", async () => {
    const { line, file, ledger, clock } = await editorsNewsroom();
    const instant = clock.now() + 60 * 60_000;
    const embargo = { kind: "until", instant, text: "UNTIL 0720" } as const;
    await file({ id: "zq9", path: "zq9.txt", title: "Secret plans", embargo });
    const entry = { path: "zq9.txt", contentHash: "0", articleId: "zq9", at: clock.now() };
    await ledger.record({ ...entry, stage: "held", rule: "Under embargo" });
    for (const ask of ["why zq9.txt", "why zq9", "why secret plans"]) {
      expect(await line(ask)).toContain("Held back: embargo until Friday 8 May, 07:20");
      expect(await line(ask, asked())).toContain("Nothing is known of");
    }
  });

  test("status tells of channels, of what waits, and of nothing that is held", async () => {
    const { line, file, editionDesk } = await editorsNewsroom();
    await file({ id: "a1" });
    await file({ id: "zq9", title: "Secret plans", status: "withheld" });
    await editionDesk.makeDue();
    const text = await line("status");
    expect(text).toContain("front-page last 8 May, 06:20; next 8 May, 07:00");
    expect(text).toContain("front-page on Slack 1 message for 0 min");
    expect(text).not.toContain("Secret");
  });
});
