import { expect, test } from "vitest";
import { OF_THE_NEWSROOM } from "#core/access/audience.ts";
import type { Article } from "#core/article/article.ts";
import type { Readers } from "#core/article/audience.ts";
import type { Channel } from "#core/digest/channel.ts";
import type { Visitor } from "#core/reply/front-desk.ts";
import { createWaitingDesk } from "#desk/editor/waiting.ts";
import { editorsNewsroom } from "./editor/newsroom.ts";

const HOUR = 3_600_000;
const INES: Visitor = { id: "preview:ines", name: "Ines", role: "editor", as: OF_THE_NEWSROOM };
const SLACK = "front-page@slack:C0001";

/** Editors read what is internal too. */
const readersFor = ({ role }: Visitor): Readers => {
  return { audience: role === "reader" ? null : "internal", internalSections: [] };
};

async function setUp(terms: Partial<Channel> = {}) {
  const newsroom = await editorsNewsroom({ terms });
  const { clock, editionDesk, live } = newsroom;
  // The first edition is behind it, empty.
  await editionDesk.makeDue();
  clock.pass(60_000);
  const platforms = new Set(["slack", "preview"]);
  const desk = createWaitingDesk({
    ...{ store: newsroom.storeItself, editions: editionDesk, clock, platforms, readersFor },
  });
  const [channel] = live.list();
  if (channel === undefined) throw new TypeError("it has a channel");
  /** The later, the less it matters. */
  const file = async (...ids: readonly string[]) => {
    for (const [index, id] of ids.entries()) {
      const published = clock.now() - index * 60_000;
      await newsroom.file({ id, title: `Headline ${id}`, published } satisfies Partial<Article>);
    }
  };
  const made = async () => {
    const editions: string[] = [];
    await editionDesk.makeDue(({ subscription, items }) => {
      const ids = items.map(({ filed }) => filed.article.id);
      editions.push(`${subscription.split("@")[1]?.split(":")[0]} ${ids.join(" ")}`);
    });
    return editions;
  };
  const seen = async () => {
    const { items, left } = await desk.look(channel, INES);
    return [
      ...items.map(({ id }) => id),
      ...left.map(({ id, kind, why }) => `${id} ${kind}: ${why}`),
    ];
  };
  const audit = async () =>
    (await newsroom.orders.audit(0, 0, 9)).map(({ name, did }) => `${name} ${did}`);
  return { ...newsroom, desk, channel, file, made, seen, audit, hour: () => clock.pass(HOUR) };
}

test("what is shown is what the next edition carries, in order, with why, and what it leaves out", async () => {
  const { file, seen, desk, channel, made, hour } = await setUp({ most: 1 });
  await file("a", "b");
  const { items, slot, differs } = await desk.look(channel, INES);
  expect(slot).toBe(Date.parse("2026-05-08T07:00Z"));
  expect(items).toMatchObject([{ id: "a", headline: "Headline a", update: false }]);
  expect(items[0]?.why).toMatch(/^It is number 1 of 1 in the edition: /);
  expect((await seen())[1]).toMatch(
    /^b waiting: It is number 2 of 2 that wait: .* the edition has room for 1$/,
  );
  expect(differs).toEqual([]);
  hour();
  expect(await made()).toEqual(["preview a", "slack a"]);
});

test("an order is kept in every place, ends with its edition, and stands in the audit trail once", async () => {
  const { file, seen, desk, channel, made, hour, audit } = await setUp();
  await file("a", "b", "c");
  expect(await desk.arrange(channel, ["c", "a", "b"], INES)).toBe("done");
  expect(await desk.arrange(channel, ["c", "a", "b"], INES)).toBe("already");
  expect(await desk.arrange(channel, ["nothing"], INES)).toBe("unknown");
  expect(await seen()).toEqual(["c", "a", "b"]);
  expect(await desk.arrange(channel, [], INES)).toBe("done");
  expect(await seen()).toEqual(["a", "b", "c"]);
  await desk.arrange(channel, ["c", "a", "b"], INES);
  hour();
  expect(await made()).toEqual(["preview c a b", "slack c a b"]);
  const order = "Ines set the order of the next edition of front-page: c, a, b";
  const usual = "Ines gave the next edition of front-page its usual order";
  expect(await audit()).toEqual([order, usual, order]);
  await file("d", "e");
  expect((await desk.look(channel, INES)).arranged).toBe(false);
  hour();
  expect(await made()).toEqual(["preview d e", "slack d e"]);
});

test("what is left out of the next edition waits for the one after it, whatever else comes", async () => {
  const { file, seen, desk, channel, made, hour } = await setUp();
  await file("a", "b");
  expect(await desk.leaveOut(channel, "a", "next", INES)).toBe("done");
  expect(await desk.leaveOut(channel, "a", "next", INES)).toBe("already");
  expect(await seen()).toEqual([
    "b",
    "a put-off: Ines has left it out of the next edition: it waits for the one after that",
  ]);
  hour();
  expect(await made()).toEqual(["preview b", "slack b"]);
  hour();
  expect(await made()).toEqual(["preview a", "slack a"]);
});

test("where nothing else comes, what was left out of one edition comes with the next slot", async () => {
  const { file, desk, channel, made, hour } = await setUp();
  await file("a");
  await desk.leaveOut(channel, "a", "next", INES);
  hour();
  expect(await made()).toEqual([]);
  hour();
  expect(await made()).toEqual(["preview a", "slack a"]);
});

test("what is left out for good never comes, in no revision, and is accounted for", async () => {
  const { file, take, desk, channel, made, hour, ledger, audit, seen, archive } = await setUp();
  await file("b");
  await take("bridge.txt", "title: Bridge closes\n\nIt closes on Friday, the council said.");
  expect(await desk.leaveOut(channel, "bridgetxt", "good", INES)).toBe("done");
  expect(await desk.leaveOut(channel, "bridgetxt", "next", INES)).toBe("already");
  hour();
  expect(await made()).toEqual(["preview b", "slack b"]);
  await take(
    "bridge.txt",
    "title: Bridge closes\n\nIt closes on Monday, the council said at noon.",
  );
  expect(await archive.revision("bridgetxt")).toBe(2);
  hour();
  expect(await made()).toEqual([]);
  expect(await seen()).toEqual([]);
  const lines = (await ledger.history("bridge.txt")).map(({ stage, rule }) => `${stage} ${rule}`);
  expect(lines).toContain("left-out of front-page, by Ines");
  expect(await audit()).toEqual(["Ines left out of front-page for good: bridgetxt"]);
});

test("it is taken back before the edition is made", async () => {
  const { file, desk, channel, made, hour } = await setUp();
  await file("a", "b");
  await desk.leaveOut(channel, "a", "good", INES);
  expect(await desk.takeBack(channel, "a", INES)).toBe("done");
  expect(await desk.takeBack(channel, "a", INES)).toBe("already");
  hour();
  expect(await made()).toEqual(["preview a b", "slack a b"]);
});

test("what is left out does not go at once instead, and what is held is in no list", async () => {
  const { file, desk, channel, editionDesk, line, seen } = await setUp({ atOnce: 3 });
  await file("a", "b");
  await desk.leaveOut(channel, "a", "next", INES);
  await line("hold a");
  expect(await seen()).toEqual(["b"]);
  await line("release a");
  expect((await seen())[1]).toContain("a put-off");
  const sent: string[] = [];
  await editionDesk.makeUrgent(({ items }) => {
    sent.push(...items.map(({ filed }) => filed.article.id));
  });
  expect(sent).not.toContain("a");
});

test("an edition that was made meanwhile is told, and nothing is changed", async () => {
  const { file, channel, editionDesk, clock, storeItself, hour, made, wishes } = await setUp();
  await file("a", "b");
  hour();
  const late = createWaitingDesk({
    ...{ store: storeItself, clock, platforms: new Set(["slack", "preview"]), readersFor },
    editions: {
      lookAhead: async (place, at) => {
        const ahead = await editionDesk.lookAhead(place, at);
        if (place.platform === "slack") await made();
        return ahead;
      },
    },
  });
  expect(await late.leaveOut(channel, "a", "next", INES)).toBe("late");
  expect((await wishes.of([SLACK])).size).toBe(0);
});

test("a place that differs is named", async () => {
  const { file, desk, channel, storeItself, clock } = await setUp();
  await file("a", "b");
  await storeItself.wishes.leaveOut(SLACK, ["a"], "next", { by: "Ines", at: clock.now() });
  expect((await desk.look(channel, INES)).differs).toEqual(["Slack"]);
});
