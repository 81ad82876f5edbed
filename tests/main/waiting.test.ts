import { expect, test } from "vitest";
import { OF_THE_NEWSROOM } from "#core/access/audience.ts";
import type { Visitor } from "#core/reply/front-desk.ts";
import { createWaitingBoard } from "#main/waiting.ts";
import { asked } from "#tests/asked.ts";
import { editorsNewsroom } from "#tests/desk/editor/newsroom.ts";
import { CHANNELS } from "#tests/places.ts";

const INES: Visitor = { id: "slack:U1", name: "Ines", role: "editor", as: OF_THE_NEWSROOM };
const MAKER: Visitor = {
  id: "slack:U7",
  name: "Mo",
  role: "reader",
  edits: ["web"],
  as: OF_THE_NEWSROOM,
};
const NAMES = ["front-page", "web", "desk"];

/** An edition of each channel waits for a word, and a story for the next one. */
async function setUp() {
  const approval = { after: null };
  const channels = CHANNELS.map((one) => ({ ...one, approval, sections: [one.name] }));
  const terms = { approval, sections: ["front-page"] };
  const room = await editorsNewsroom({ channels, terms });
  for (const section of NAMES) {
    await room.file({ id: `${section}1`, title: `First of ${section}`, section });
  }
  await room.editionDesk.makeDue();
  room.clock.pass(1);
  for (const section of NAMES) {
    await room.file({ id: `${section}2`, title: `Next of ${section}`, section });
  }
  const board = createWaitingBoard({
    ...{ store: room.storeItself, editions: room.editionDesk, approvals: room.approvalDesk },
    ...{ clock: room.clock, channels: room.live.list, internalSections: [] },
    platforms: new Set(["slack", "preview"]),
  });
  const seenBy = async (asker: Visitor) => {
    const { channels: rows, awaiting } = await board.all(asker);
    return [rows.map(({ channel }) => channel), awaiting.map(({ channel }) => channel)];
  };
  return { ...room, board, seenBy };
}

test("an editor sees every channel, who edits one sees that one, and a reader none", async () => {
  const { seenBy } = await setUp();
  expect(await seenBy(INES)).toEqual([NAMES, NAMES]);
  expect(await seenBy(MAKER)).toEqual([["web"], ["web"]]);
  expect(await seenBy({ ...MAKER, edits: [] })).toEqual([[], []]);
  // On the page a reader may not read what is internal, whoever ordered it.
  expect(await seenBy({ ...MAKER, edits: ["desk", "web"] })).toEqual([["web"], ["web"]]);
});

test("who edits one channel orders it, and no other, whatever is asked for", async () => {
  const { board, orders } = await setUp();
  for (const name of ["front-page", "desk", "nothing"]) {
    expect(await board.next(name, MAKER)).toBeNull();
    expect(await board.arrange(name, [`${name}2`], MAKER)).toBeNull();
    expect(await board.leaveOut(name, `${name}2`, "good", MAKER)).toBeNull();
    expect(await board.takeBack(name, `${name}2`, MAKER)).toBeNull();
  }
  expect(await orders.audit(0, 0, 9)).toEqual([]);
  expect(await board.arrange("web", ["web2"], MAKER)).toBe("done");
  expect(await board.leaveOut("web", "web2", "next", MAKER)).toBe("done");
  expect(await board.takeBack("web", "web2", MAKER)).toBe("done");
  expect((await orders.audit(0, 0, 9)).map(({ by }) => by)).toEqual(Array(3).fill("slack:U7"));
});

test("copy that is not for them is neither shown, counted nor named among what is not in it", async () => {
  const { board, file } = await setUp();
  await file({ id: "s1", title: "Secret plan", section: "web", internal: true });
  const next = JSON.stringify(await board.next("web", MAKER));
  expect(next).not.toMatch(/Secret|s1/u);
  expect(JSON.stringify(await board.next("web", INES))).toContain("Secret plan");
  expect(await board.leaveOut("web", "s1", "good", MAKER)).toBe("unknown");
  expect(await board.arrange("web", ["s1"], MAKER)).toBe("unknown");
  expect(await board.leaveOut("web", "s1", "good", INES)).toBe("done");
});

test("what is held in an edition that waits is named to editors of the newsroom alone", async () => {
  const { board, line } = await setUp();
  await line("hold web1", asked({ role: "editor" }));
  const outFor = async (asker: Visitor) => {
    const { awaiting } = await board.all(asker);
    return awaiting.find(({ channel }) => channel === "web")?.out;
  };
  expect(await outFor(MAKER)).toEqual([
    { id: "web1", headline: "A story that may not be shown now", why: "" },
  ]);
  expect(await outFor(INES)).toMatchObject([{ headline: "First of web" }]);
});
