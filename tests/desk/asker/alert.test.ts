import { describe, expect, test } from "vitest";
import { readEntry } from "#edge/config/read-order.ts";
import { REGISTRY } from "#main/platforms.ts";
import { asked } from "#tests/asked.ts";
import { textOf } from "#tests/message-text.ts";
import { HOUSE } from "#tests/samples.ts";
import { editorsNewsroom } from "../editor/newsroom.ts";

const READER = asked();
const MINUTE = 60_000;
const EMBARGO = { kind: "until", instant: Date.parse("2026-05-08T12:00Z"), text: "noon" } as const;

/** A newsroom whose reader has ordered an alert of the storm at 10:00, and what the alert sent them. */
async function newsroom(order = "alert storm", start = "2026-05-08T10:00Z") {
  const room = await editorsNewsroom({
    start,
    readOrder: (entry) => readEntry(entry, HOUSE, REGISTRY.shape),
  });
  await room.file({ id: "old", title: "Storm of last week", body: "A storm." });
  await room.editionDesk.makeDue();
  const answer = order === "" ? "" : await room.line(order, READER);
  /** The headlines of what reaches the reader by a minute's round. */
  const round = async (at?: string) => {
    if (at === undefined) room.clock.pass(MINUTE);
    else room.clock.set(Date.parse(at));
    await room.corrections.chase();
    await room.editionDesk.makeDue();
    const told: string[] = [];
    for (;;) {
      const claimed = await room.outbox.claim(room.clock.now(), ["slack"]);
      if (claimed.length === 0) return told;
      for (const { key, address, message } of claimed) {
        if (address === "D0001") told.push(textOf(message));
        await room.outbox.delivered(key, { messageId: key, url: null }, room.clock.now());
      }
    }
  };
  const storm = (id: string, fields: object = {}) =>
    room.file({ id, title: `Storm ${id}`, body: `A storm, number ${id}.`, ...fields });
  return { ...room, answer, round, storm };
}

describe("an alert", () => {
  test("sends what is filed from now on, once, and nothing else", async () => {
    const { answer, round, storm, file } = await newsroom();
    expect(answer).toContain("You hear as it happens of: storm");
    expect(answer).toContain("At most 5 messages a day; quiet from 22:00 to 07:00 (UTC).");
    expect(await round()).toEqual([]);
    await storm("one");
    await file({ id: "calm", title: "Calm", body: "No wind." });
    const [told = "", ...more] = await round();
    expect(more).toEqual([]);
    expect(told).toMatch(/Alert: storm\b[\s\S]*Friday 8 May, 10:02/u);
    expect(told).toContain("Storm one");
    expect(told).not.toMatch(/Urgent|Calm|last week/u);
    expect(await round()).toEqual([]);
    await storm("one", { revision: 2, body: "A storm, number one, again." });
    // What stands is corrected there.
    const [edited = "", ...others] = await round();
    expect(edited).toContain("Updated 10:04 UTC");
    expect(others).toEqual([]);
  });

  test("is of several words as a digest's topic is", async () => {
    const { round, storm } = await newsroom("alert storm AND velsk");
    await storm("here");
    await storm("there", { body: "A storm at Velsk." });
    const [told = "", ...more] = await round();
    expect(more).toEqual([]);
    expect(told).toContain("Storm there");
    expect(told).not.toContain("Storm here");
  });

  test("sends what is held once it may be shown, and not before", async () => {
    const { round, storm } = await newsroom();
    await storm("vault", { embargo: EMBARGO });
    expect(await round()).toEqual([]);
    expect(await round("2026-05-08T11:59Z")).toEqual([]);
    expect((await round("2026-05-08T12:01Z")).join()).toContain("Storm vault");
    expect(await round()).toEqual([]);
  });

  test("is silent in quiet hours, and what came meanwhile comes together at their end", async () => {
    const { round, storm } = await newsroom("alert storm quiet:11-12");
    await round("2026-05-08T11:00Z");
    await storm("one");
    await storm("two");
    expect(await round("2026-05-08T11:30Z")).toEqual([]);
    const told = await round("2026-05-08T12:00Z");
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/Storm (?:one|two)[\s\S]*Storm (?:one|two)/u);
    expect(await round()).toEqual([]);
    await storm("three");
    expect(await round()).toHaveLength(1);
  });

  test("ordered within quiet hours loses nothing of the night", async () => {
    const { round, storm } = await newsroom("alert storm", "2026-05-08T23:00Z");
    await storm("night");
    expect(await round()).toEqual([]);
    expect((await round("2026-05-09T07:00Z")).join()).toContain("Storm night");
  });

  test("sends so many messages a day, and the rest together", async () => {
    const { round, storm } = await newsroom("alert storm most:2 quiet:11-12");
    for (const [id, count] of [
      ["a1", 1],
      ["b2", 1],
      ["c3", 0],
      ["d4", 0],
    ] as const) {
      await storm(id);
      expect(await round()).toHaveLength(count);
    }
    const rest = (await round("2026-05-08T12:00Z")).join();
    expect(rest).toContain("Storm c3");
    expect(rest).toContain("Storm d4");
    expect(rest).not.toContain("Storm a1");
    await storm("e5");
    expect(await round()).toHaveLength(1);
  });

  test("goes on after a start as if there had been none", async () => {
    const room = await newsroom();
    await room.storm("one");
    expect(await room.round()).toHaveLength(1);
    await room.storm("two");
    const { createEditionDesk } = await import("#desk/edition.ts");
    const { subscriptionsOf } = await import("#core/digest/channel.ts");
    const whole = { fits: () => true };
    const desk = createEditionDesk({
      ...{ store: room, clock: room.clock, tally: null, pause: async () => undefined },
      budgets: { slack: whole, discord: whole, preview: whole },
      subscriptions: () => subscriptionsOf(room.live.list(), new Set(["slack", "preview"])),
    });
    room.clock.pass(MINUTE);
    const made: string[] = [];
    await desk.makeDue(({ items, title }) => {
      made.push(`${title}: ${items.map(({ filed }) => filed.article.id).join()}`);
    });
    expect(made).toEqual(["Alert: storm: two"]);
  });

  test("is listed, changed, ended one by one or all at once", async () => {
    const { line, live, round, storm } = await newsroom();
    await line("alert flood quiet:off most:9", READER);
    const listed = await line("alert", READER);
    expect(listed).toContain("You have 2 alerts");
    expect(listed).toContain("flood · At most 9 messages a day; no quiet hours (UTC).");
    await line("alert storm most:1", READER);
    const changed = await line("alert", READER);
    expect(changed).toContain("storm · At most 1 message a day; quiet from 22:00 to 07:00");
    expect(changed).toContain("You have 2 alerts");
    expect(await line("alert end:1", READER)).toContain("You have 1 alert");
    await storm("late");
    expect(await round()).toEqual([]);
    expect(await line("alert off", READER)).toContain("1 alert of yours ended");
    expect(await line("alert", READER)).toContain("You have no alert");
    expect(live.list().every(({ owner }) => owner === undefined)).toBe(true);
  });

  test.each([
    ["alert storm quiet:25-7", "are no hours: write quiet:22-7"],
    ["alert storm most:99", "is no number of messages a day"],
    ["alert storm AND", "cannot be read"],
    ["alert end:7", "You have no alert 7"],
  ])("“%s” is told how to be written", async (order, words) => {
    expect((await newsroom(order)).answer).toContain(words);
  });

  test("is nobody else's, on the page neither, and goes when its reader is forgotten", async () => {
    const { line, live } = await newsroom();
    const other = asked({ asker: { id: "slack:U0002", name: "Bo", role: "editor" } });
    expect(await line("alert", other)).toContain("You have no alert");
    expect(await line("schedule", other)).not.toContain("storm");
    expect(
      await line(
        "alert storm",
        asked({ asker: { id: "preview:page", name: "the page", role: "editor" } }),
      ),
    ).toContain("no direct messages");
    expect(await line("forget me sure:yes", READER)).toContain("1 digest or alert");
    expect(live.list()).toHaveLength(1);
  });
});
