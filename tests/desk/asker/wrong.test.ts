import { describe, expect, test } from "vitest";
import { asked } from "#tests/asked.ts";
import { textOf } from "#tests/message-text.ts";
import { editorsNewsroom } from "../editor/newsroom.ts";

const ID = "bridget1";
const READER = asked();
const EDITOR = asked({ asker: { id: "slack:U0009", name: "Bo", role: "editor" } } as never);

/** A newsroom with one article, and what its outbox has for a place. */
async function newsroom() {
  const room = await editorsNewsroom();
  await room.file({
    ...{ id: ID, title: "Harbour bridge reopens", revision: 1, path: "bridge.txt" },
    body: "It reopened on Friday, the council said.\n\nThe toll is 12 crowns.",
  });
  /** Posts what is due for a place, and gives it as text. */
  const sent = async (address: string) => {
    const told: string[] = [];
    for (;;) {
      const claimed = await room.outbox.claim(room.clock.now(), ["slack"]);
      if (claimed.length === 0) return told;
      for (const one of claimed) {
        if (one.address === address) told.push(textOf(one.message));
        const receipt = { messageId: one.key, url: null };
        await room.outbox.delivered(one.key, receipt, room.clock.now());
      }
    }
  };
  const revise = (fields: object) =>
    room.file({ id: ID, title: "Harbour bridge reopens", path: "bridge.txt", ...fields });
  return { ...room, sent, revise };
}

const EDITORS = "C0009";
const DIRECT = "D0001";

describe("a report of what is wrong", () => {
  test("reaches the editors with the words, the item, its sentences and what can be done", async () => {
    const { line, sent } = await newsroom();
    const answer = await line(`wrong ${ID} what:The toll is 15 crowns, "not" 12`, READER);
    expect(answer).toContain("the editors have been told");
    expect(answer).toContain("You hear by direct message");
    const [notice = "", ...more] = await sent(EDITORS);
    expect(more).toEqual([]);
    expect(notice).toContain('“The toll is 15 crowns, "not" 12” Ines (slack:U0001)');
    expect(notice).toContain("Harbour bridge reopens");
    expect(notice).toContain(`[Hold it → hold ${ID}]`);
    expect(notice).toContain("[Dismiss → reports 1 answer:dismiss]");
  });

  test("may stand behind the id of its article, and asks where it says nothing", async () => {
    const { line, sent } = await newsroom();
    expect(await line(`wrong ${ID}`, READER)).toContain("Say what is wrong in “Harbour bridge");
    expect(await line("wrong", READER)).toContain("/desk wrong article [what]");
    expect(await sent(EDITORS)).toEqual([]);
    await line(`wrong ${ID} it was Saturday`, READER);
    expect((await sent(EDITORS))[0]).toContain("“it was Saturday”");
  });

  test("opens a form that knows its article", async () => {
    const { desk } = await newsroom();
    expect(desk.formForLine(`wrong ${ID}`, READER)).toMatchObject({
      ...{ name: "wrong", along: { article: ID }, fields: [{ name: "what" }] },
    });
    // Without its slash it may be a headline, which is searched for (`askTyped`).
    expect(desk.formForLine("wrong harbour bridge", READER)).toBeNull();
    expect(desk.formForLine("/wrong harbour bridge", READER)).toMatchObject({
      fields: [{ name: "article", value: "harbour bridge" }, { name: "what" }],
    });
    expect(desk.formForLine(`wrong ${ID} it was Saturday`, READER)).toBeNull();
    const done = await desk.submit("wrong", { article: ID, what: "Not so" }, READER);
    expect(done.summary).toContain("Thank you");
  });

  test.each([
    ["is held", `hold ${ID}`, "holds the article back"],
    ["is killed", `kill ${ID} sure:yes`, "has withdrawn the article"],
    ["is dismissed", "reports 1 answer:dismiss", "leave the article as it is"],
  ])("its reader hears once that it %s", async (_, order, words) => {
    const { line, sent, reportDesk } = await newsroom();
    await line(`wrong ${ID} what:The toll`, READER);
    await line(order, EDITOR);
    const told = await sent(DIRECT);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(words);
    expect(told[0]).toContain("“The toll” you");
    expect(told[0]).not.toContain("Harbour");
    expect(await line("reports 1 answer:dismiss", EDITOR)).toContain("Report 1 is closed");
    expect(await reportDesk.settle()).toBe(0);
    expect(await sent(DIRECT)).toEqual([]);
  });

  test("a correction settles it, and an update does not", async () => {
    const { line, sent, revise, reportDesk } = await newsroom();
    await line(`wrong ${ID} what:The toll`, READER);
    const change = { details: [], note: null };
    await revise({ revision: 2, body: "More.", change: { ...change, kind: "update" } });
    expect(await reportDesk.settle()).toBe(0);
    expect(await reportDesk.settle()).toBe(0);
    await revise({ revision: 3, body: "Right.", change: { ...change, kind: "correction" } });
    await revise({ revision: 4, body: "And more.", change: { ...change, kind: "update" } });
    expect(await reportDesk.settle()).toBe(1);
    expect((await sent(DIRECT)).join()).toContain("put right: a later version");
  });

  test("once the editors promise a correction, the next text settles it", async () => {
    const { line, sent, revise, reportDesk } = await newsroom();
    await line(`wrong ${ID} what:The toll`, READER);
    expect(await line("reports 1 answer:correct", EDITOR)).toContain(
      "waits for the corrected copy",
    );
    expect(await sent(DIRECT)).toEqual([]);
    const change = { kind: "update", details: [], note: null } as const;
    await revise({ revision: 2, body: "The toll is 15 crowns.", change });
    expect(await reportDesk.settle()).toBe(1);
    expect(await sent(DIRECT)).toHaveLength(1);
  });

  test("a text that has come already settles it as soon as an editor says that it corrects it", async () => {
    const { line, sent, revise, reportDesk } = await newsroom();
    await line(`wrong ${ID} what:The toll`, READER);
    const change = { kind: "update", details: [], note: null } as const;
    await revise({ revision: 2, body: "The toll is 15 crowns.", change });
    await reportDesk.settle();
    expect(await line("reports 1 answer:correct", EDITOR)).toContain("is closed");
    expect(await sent(DIRECT)).toHaveLength(1);
  });

  test("what is held by the time that the notice goes out shows nothing of the article there", async () => {
    const { line, sent } = await newsroom();
    await line(`wrong ${ID} what:The toll`, READER);
    await line(`hold ${ID}`, EDITOR);
    const [notice = ""] = await sent(EDITORS);
    expect(notice).toContain("WITHHELD");
    expect(notice).not.toContain("crowns.");
    expect(notice).toContain("“The toll” Ines");
  });

  test("nothing is taken of copy that may not be shown, and nothing said of it", async () => {
    const { line, sent } = await newsroom();
    await line(`hold ${ID}`, EDITOR);
    const answer = await line(`wrong ${ID} what:The toll`, READER);
    const unknown = await line("wrong zz99 what:The toll", READER);
    expect(answer.replace(ID, "zz99")).toBe(unknown);
    expect(await sent(EDITORS)).toEqual([]);
  });

  test("nobody makes more than five within an hour", async () => {
    const { line, clock, sent } = await newsroom();
    for (let report = 0; report < 5; report += 1)
      await line(`wrong ${ID} what:No ${report}`, READER);
    expect(await line(`wrong ${ID} what:No 6`, READER)).toContain("this one was not taken");
    expect(await sent(EDITORS)).toHaveLength(5);
    expect(await line(`wrong ${ID} what:Mine`, EDITOR)).toContain("Thank you");
    clock.pass(3_600_001);
    expect(await line(`wrong ${ID} what:No 7`, READER)).toContain("Thank you");
  });

  test("on the page it is taken, and where its outcome shows is said", async () => {
    const { line } = await newsroom();
    const page = asked({
      asker: { id: "preview:page", name: "the page", role: "editor" },
    } as never);
    expect(await line(`wrong ${ID} what:No`, page)).toContain(
      "What becomes of it shows in the article",
    );
  });

  test("editors alone see what is open, with what may be shown, and how much it is", async () => {
    const { line } = await newsroom();
    expect(await line("reports", EDITOR)).toContain("No reader's report is open");
    await line(`wrong ${ID} what:The toll`, READER);
    const listed = await line("reports", EDITOR);
    expect(listed).toContain("Report 1: Harbour bridge reopens");
    expect(await line("status", EDITOR)).toContain("1 report of what readers say is wrong");
    expect(await line("reports", READER)).toContain("is for editors");
    expect(await line("reports 7 answer:dismiss", EDITOR)).toContain("There is no report “7”");
    await line("reports 1 answer:dismiss", EDITOR);
    expect(await line("audit", EDITOR)).toContain("Bo dismissed report 1, about “");
  });
});
