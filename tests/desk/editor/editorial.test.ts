import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { textOf } from "#tests/message-text.ts";
import { editorsNewsroom } from "./newsroom.ts";

const BRIDGE = "guid: b1\ntitle: Harbour bridge reopens\n\nIt reopened on Friday.";
const ID = "bridgetxt";

async function posted() {
  const newsroom = await editorsNewsroom();
  await newsroom.take("bridge.txt", BRIDGE);
  await newsroom.editionDesk.makeDue();
  const shown = async () => {
    const editions = await newsroom.editions.issued("front-page@preview:front-page", 5);
    return editions.flatMap(({ messages }) => messages.map(textOf)).join("\n");
  };
  return { ...newsroom, shown };
}

describe("kill", () => {
  test("asks first, and says where the article stands", async () => {
    const { line, shown } = await posted();
    const text = await line("kill harbour bridge");
    expect(text).toContain("Withdraw this article?");
    expect(text).toContain("It stands in 2 posts: front-page on the page, front-page on Slack.");
    expect(text).toContain(`[Kill it → kill ${ID} sure:yes]`);
    expect(await shown()).toContain("Harbour bridge reopens");
  });

  test("withdraws every posted copy, and the article answers nothing from then on", async () => {
    const { line, shown, outbox, ledger } = await posted();
    expect(await line(`kill ${ID} sure:yes`)).toContain(
      "Killed: “Harbour bridge reopens”. 2 posts",
    );
    expect(await shown()).toContain("KILLED – do not use");
    expect(await shown()).not.toContain("Harbour bridge");
    const [waiting] = await outbox.claim(Date.UTC(2026, 4, 9), ["slack"]);
    expect(waiting === undefined ? "" : textOf(waiting.message)).toContain("KILLED – do not use");
    for (const ask of [
      `brief ${ID}`,
      "search harbour",
      `quotes ${ID}`,
      "digest now",
      "why bridge.txt",
    ]) {
      expect(await line(ask)).not.toContain("reopens");
    }
    expect((await ledger.history("bridge.txt")).at(-1)).toMatchObject({
      ...{ stage: "killed", rule: "Killed by Ines" },
    });
    expect(await line(`kill ${ID}`)).toContain("is killed already, by Ines");
  });

  test("stays, whatever its publisher sends, until it is released", async () => {
    const { line, take, shown } = await posted();
    await line(`kill ${ID} sure:yes`);
    const [outcome] = await take("bridge.txt", BRIDGE.replace("on Friday", "on Saturday"));
    expect(outcome).toMatchObject({ kind: "killed" });
    expect(await line(`brief ${ID}`)).toContain("Nothing found");
    expect(await line(`release ${ID}`)).toContain("Released: “Harbour bridge reopens”");
    expect(await shown()).toContain("Harbour bridge reopens");
    expect(await line(`brief ${ID}`)).toContain("Harbour bridge reopens");
  });
});

describe("hold and release", () => {
  test("a held article is out of everything, and its posts say so", async () => {
    const { line, shown } = await posted();
    expect(await line("hold harbour bridge")).toContain("Held: “Harbour bridge reopens”.");
    expect(await shown()).toContain("WITHHELD – do not use until it is released");
    expect(await line("search harbour")).toContain("Nothing found");
    expect(await line("audit")).toContain(`Ines held ${ID} (slack:U0001)`);
  });

  test("what no editor holds cannot be released, and an embargo is not said to be there", async () => {
    const { line, file } = await posted();
    const instant = Date.UTC(2026, 4, 9);
    await file({ id: "zq9", title: "Secret", embargo: { kind: "until", instant, text: "9 May" } });
    const [unknown, embargoed] = [await line("release nothing1"), await line("release zq9")];
    expect(embargoed).toBe(unknown.replace("nothing1", "zq9"));
    expect(await line(`release ${ID}`)).toContain("No editor holds");
  });

  test("what is held can be killed, and what is killed is not held", async () => {
    const { line, shown } = await posted();
    await line(`hold ${ID}`);
    expect(await line(`kill ${ID} sure:yes`)).toContain("Killed: “Harbour bridge reopens”");
    expect(await shown()).toContain("KILLED – do not use");
    expect(await line(`hold ${ID}`)).toContain("is killed already, by Ines");
  });

  test("a publisher's kill stays after an editor's release", async () => {
    const { line, take } = await posted();
    await line(`hold ${ID}`);
    await take("bridge.txt", BRIDGE.replace("guid", "status: canceled\nguid"));
    expect(await line(`release ${ID}`)).toContain("Its publisher still holds it");
    expect(await line(`brief ${ID}`)).toContain("Nothing found");
  });
});

describe("what is held because its file cannot be read", () => {
  test("is shown nowhere new, its posts stand, and a release lets it go as it was", async () => {
    const { line, take, shown, clock, archive, editionDesk, editions } = await posted();
    await take("bridge.txt", "unreadable");
    clock.pass(60_000);
    expect(await line(`brief ${ID}`)).toContain("Nothing found");
    expect(await shown()).toContain("Harbour bridge reopens");
    expect(await line(`release ${ID}`)).toContain("Released: “Harbour bridge reopens”");
    expect(await line("audit")).toContain(`Ines released ${ID}, whose file cannot be read`);
    clock.pass(60 * 60_000);
    expect(await line(`brief ${ID}`)).toContain("Harbour bridge reopens");
    // It is no revision, so that nothing is an update.
    expect(await archive.revision(ID)).toBe(1);
    await editionDesk.makeDue();
    expect(await editions.issued("front-page@preview:front-page", 5)).toHaveLength(1);
  });

  test("and by an editor too, is let go by one release", async () => {
    const { line, take, clock } = await posted();
    await line(`hold ${ID}`);
    await take("bridge.txt", "unreadable");
    expect(await line(`release ${ID}`)).toContain("Released: “Harbour bridge reopens”");
    clock.pass(60_000);
    expect(await line(`brief ${ID}`)).toContain("Harbour bridge reopens");
  });
});

test("whatever is filed, held, killed and released, an article with a decision is shown nowhere", async () => {
  const step = fc.constantFrom("revise", "hold", "kill", "release", "chase", "slot");
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      const { line, take, archive, clock, shown, editionDesk, corrections } = await posted();
      let decided = false;
      let version = 1;
      for (const one of steps) {
        clock.pass(3_600_000);
        if (one === "revise") {
          version += 1;
          await take("bridge.txt", `${BRIDGE} It is version ${version} of it.`);
        }
        if (one === "hold" || one === "kill") {
          await line(one === "hold" ? `hold ${ID}` : `kill ${ID} sure:yes`);
          decided = true;
        }
        if (one === "release") {
          await line(`release ${ID}`);
          decided = false;
        }
        if (one === "slot") await editionDesk.makeDue();
        await corrections.chase();
        const found = await archive.search("harbour", clock.now(), 5);
        expect(found).toHaveLength(decided ? 0 : 1);
        expect((await shown()).includes("Harbour bridge")).toBe(!decided);
      }
      expect((await archive.current(ID))?.article.body).toContain(
        version === 1 ? "reopened" : `version ${version}`,
      );
    }),
    { numRuns: 25 },
  );
});
