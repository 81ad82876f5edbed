import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asked } from "#tests/asked.ts";
import { textOf } from "#tests/message-text.ts";
import { sampleChannel } from "#tests/samples.ts";
import { editorsNewsroom } from "./newsroom.ts";

const BRIDGE = "guid: b1\ntitle: Harbour bridge reopens\n\nIt reopened on Friday.";
const ID = "bridgetxt";
const PAGE = "front-page@preview:front-page";

async function posted() {
  const newsroom = await editorsNewsroom();
  await newsroom.take("bridge.txt", BRIDGE);
  await newsroom.editionDesk.makeDue();
  for (const { key } of await newsroom.outbox.claim(newsroom.clock.now(), ["preview"])) {
    await newsroom.outbox.delivered(key, { messageId: key, url: null }, newsroom.clock.now());
  }
  const shown = async () => {
    const editions = await newsroom.editions.issued(PAGE, 5);
    return editions.flatMap(({ messages }) => messages.map(textOf)).join("\n");
  };
  return { ...newsroom, shown };
}

describe("kill", () => {
  test("asks first, and says where the article stands", async () => {
    const { line, shown } = await posted();
    const text = await line("kill harbour bridge");
    expect(text).toContain("Withdraw this article?");
    expect(text).toContain("It stands in 1 post: front-page on the page.");
    expect(text).toContain("1 post that waits goes out without it.");
    expect(text).toContain(`[Kill it → kill ${ID} sure:yes]`);
    expect(await shown()).toContain("Harbour bridge reopens");
  });

  test.each([
    ["a kill", `kill ${ID} sure:yes`],
    ["a hold", `hold ${ID}`],
  ])("%s tells of a post that is on its way this moment", async (_, order) => {
    const { line, outbox, clock } = await posted();
    await outbox.claim(clock.now(), ["slack"]);
    expect(await line(order)).toContain(
      "1 post will say so. 1 post is on its way and will be taken back.",
    );
  });

  test("withdraws every posted copy, and the article answers nothing from then on", async () => {
    const { line, shown, outbox, ledger } = await posted();
    expect(await line(`kill ${ID} sure:yes`)).toContain(
      "Killed: “Harbour bridge reopens”. 1 post will say so. 1 post that waits goes out without it.",
    );
    const word = `KILLED 06:20 UTC – do not use: “Harbour bridge reopens” (id ${ID})`;
    expect(await shown()).toContain(word);
    expect(await shown()).not.toContain("More");
    // Nobody has read it there.
    expect(await outbox.claim(Date.UTC(2026, 4, 9), ["slack"])).toEqual([]);
    for (const ask of [`brief ${ID}`, "search harbour", `quotes ${ID}`, "digest now"]) {
      expect(await line(ask)).not.toContain("reopens");
    }
    for (const ask of ["why bridge.txt", `why ${ID}`, "why harbour bridge"]) {
      expect(await line(ask, asked())).not.toContain("reopens");
      expect(await line(ask)).toContain("Killed by Ines");
    }
    expect((await ledger.history("bridge.txt")).slice(-2)).toMatchObject([
      { stage: "killed", rule: "Killed by Ines" },
      { stage: "left-out", articleId: ID },
    ]);
    expect(await line(`kill ${ID}`)).toContain("is killed already, by Ines");
  });

  test("is done once, though two order it at the moment at which a revision comes", async () => {
    const { line, take, archive, ledger, clock } = await posted();
    clock.pass(1);
    await Promise.all([
      line(`kill ${ID} sure:yes`),
      take("bridge.txt", BRIDGE.replace("on Friday", "on Saturday")),
      line(`kill ${ID} sure:yes`),
    ]);
    const { article } = (await archive.current(ID)) ?? expect.unreachable();
    expect(article).toMatchObject({ revision: 3, decision: { kind: "kill" } });
    expect(article.body).toContain("Saturday");
    const rules = (await ledger.history("bridge.txt")).map(({ rule }) => rule);
    expect(rules.filter((rule) => rule === "Killed by Ines")).toHaveLength(1);
  });

  test("stays, whatever its publisher sends, until it is released", async () => {
    const { line, take, shown } = await posted();
    await line(`kill ${ID} sure:yes`);
    const [outcome] = await take("bridge.txt", BRIDGE.replace("on Friday", "on Saturday"));
    expect(outcome).toMatchObject({ kind: "killed" });
    expect(await line("brief harbour")).toContain("Nothing found");
    expect(await line(`release ${ID}`)).toContain("Released: “Harbour bridge reopens”");
    expect(await shown()).toContain("Harbour bridge reopens");
    expect(await line(`brief ${ID}`)).toContain("Harbour bridge reopens");
  });
});

describe("hold and release", () => {
  test("a held article is out of everything, and its posts say so", async () => {
    const { line, shown } = await posted();
    expect(await line("hold harbour bridge")).toContain("Held: “Harbour bridge reopens”.");
    expect(await shown()).toContain(
      "WITHHELD 06:20 UTC – do not use until it is released: “Harbour",
    );
    expect(await line("search harbour")).toContain("Nothing found");
    expect(await line("audit")).toContain(
      `Ines held “Harbour bridge reopens” (${ID}) (slack:U0001)`,
    );
  });

  test("a released post is as it was, nothing is new, and the thread says that it may be used", async () => {
    const { line, shown, editions, editionDesk, clock, take } = await posted();
    const before = await editions.issued(PAGE, 1);
    const quiet = `brief ${ID}`;
    const answer = await line(quiet, asked());
    await line(`hold ${ID}`);
    await line("release harbour bridge");
    const [after] = await editions.issued(PAGE, 1);
    expect(after?.messages).toEqual(before[0]?.messages);
    expect(after?.replies.flat().map(({ summary }) => summary)).toEqual([
      `WITHHELD 06:20 UTC – do not use until it is released: “Harbour bridge reopens” (id ${ID})`,
      `RELEASED 06:20 UTC – may be used again: “Harbour bridge reopens” (id ${ID})`,
    ]);
    clock.pass(3_600_000);
    await editionDesk.makeDue();
    expect(await editions.issued(PAGE, 9)).toHaveLength(1);
    expect(await line(quiet, asked())).not.toContain("Restored");
    expect(answer).toContain("Harbour bridge reopens");
    await take("bridge.txt", BRIDGE.replace("reopened on Friday", "stays shut until Monday"));
    clock.pass(3_600_000);
    await editionDesk.makeDue();
    expect(await shown()).toContain("Update");
  });

  test("a channel that had not carried it carries it as new", async () => {
    const { line, take, editionDesk, clock, editions } = await posted();
    await take("ferry.txt", "guid: f1\ntitle: Ferry stays in port\n\nIt stays in port.");
    await line("hold ferry stays");
    clock.pass(3_600_000);
    await editionDesk.makeDue();
    await line("release ferrytxt");
    clock.pass(3_600_000);
    await editionDesk.makeDue();
    const [latest] = await editions.issued(PAGE, 1);
    const text = (latest?.messages ?? []).map(textOf).join("\n");
    expect(text).toContain("Ferry stays in port");
    expect(text).not.toMatch(/Update|Restored/u);
  });

  test("what nothing holds cannot be released", async () => {
    const { line } = await posted();
    expect(await line("release nothing1")).toContain("Nothing that is held fits “nothing1”.");
    expect(await line(`release ${ID}`)).toContain("Nothing that is held fits");
  });

  test("what is held can be killed, and what is killed is not held", async () => {
    const { line, shown } = await posted();
    await line(`hold ${ID}`);
    expect(await line(`kill ${ID} sure:yes`)).toContain("Killed: “Harbour bridge reopens”");
    expect(await shown()).toContain("KILLED 06:20 UTC – do not use");
    expect(await line(`hold ${ID}`)).toContain("is killed already, by Ines");
  });

  test("a publisher's kill stays after an editor's release", async () => {
    const { line, take } = await posted();
    await line(`hold ${ID}`);
    await take("bridge.txt", BRIDGE.replace("guid", "status: canceled\nguid"));
    expect(await line(`release ${ID}`)).toContain("Its publisher still holds it");
    expect(await line("brief harbour")).toContain("Nothing found");
    expect(await line(`release ${ID}`)).toContain("is killed already, by its publisher");
  });
});

describe("what a button below a story says that was withdrawn", () => {
  const ASKS = ["brief", "quotes", "facts", "text", "context", "why"].map((ask) => `${ask} ${ID}`);

  test.each([
    ["hold bridgetxt", "Do not use it until it is released."],
    ["kill bridgetxt sure:yes", "Do not use it."],
  ])("after “%s” is when, and nothing of its text", async (order, words) => {
    const { line, desk } = await posted();
    await line(order);
    for (const ask of ASKS) {
      const text = await line(ask, asked());
      expect(text).toContain("This story was withdrawn at 06:20 UTC on Friday 8 May.");
      expect(text).toContain(words);
      expect(text).not.toContain("bridge reopens");
    }
    expect(await line("search harbour", asked())).toContain("Nothing found");
    expect(await line("brief harbour bridge", asked())).toContain("Nothing found");
    expect(await desk.suggest("brief", "article", "harb", asked())).toEqual([]);
  });

  test("is what it says of no article at all, where it was held before it was posted", async () => {
    const { line, take } = await posted();
    await take("new.txt", "guid: n1\nstatus: withheld\ntitle: Secret tunnel\n\nIt is dug.");
    for (const ask of ["brief", "quotes", "facts", "text", "why"]) {
      const [held, none] = await Promise.all(
        ["newtxt", "nontxt"].map((id) => line(`${ask} ${id}`, asked())),
      );
      expect(held).toBe(none?.replaceAll("nontxt", "newtxt"));
    }
  });
});

describe("editors find what is held", () => {
  const EMBARGO =
    "guid: n1\nembargo: 2026-05-09T09:00Z\ntitle: Secret tunnel\n\nIt is dug by moles below the harbour.";
  const WITHHELD = EMBARGO.replace("embargo: 2026-05-09T09:00Z", "status: withheld");

  test.each([
    "why",
    "kill",
    "hold",
    "release",
  ] as const)("with /%s, by words of the headline, beginnings of them, the id, and else of the text", async (command) => {
    const { line, take, desk } = await posted();
    await take("new.txt", WITHHELD);
    for (const words of ["secret tunnel", "secr tun", "newtxt", "moles"]) {
      expect(await line(`help ${command}`)).not.toContain("tunnel");
      if (command === "why" || command === "kill") {
        expect(await line(`${command} ${words}`)).toMatch(/Secret tunnel|new\.txt/u);
      }
      const found = await desk.suggest(command, "article", words, asked({ role: "editor" }));
      expect(found.map(({ value }) => value)).toEqual(words === "moles" ? [] : ["newtxt"]);
      expect(await desk.suggest(command, "article", words, asked())).toEqual([]);
    }
    expect(await line(`${command} moles`)).toMatch(/Secret tunnel|new\.txt/u);
    expect(await line(`${command} moles`, asked())).not.toMatch(/tunnel|new\.txt/u);
  });

  test.each([
    "brief",
    "text",
    "context",
    "quotes",
    "facts",
    "timeline",
  ] as const)("and not with /%s", async (command) => {
    const { line, take, desk } = await posted();
    await take("new.txt", EMBARGO);
    expect(await line(`${command} tunnel`)).not.toContain("Secret tunnel");
    const options = ["article", "speaker", "about"];
    for (const option of options) {
      expect(await desk.suggest(command, option, "secr", asked({ role: "editor" }))).toEqual([]);
    }
  });

  test("a choice among what is held and what is shown says which is which", async () => {
    const { line, take } = await posted();
    await take("new.txt", WITHHELD.replace("Secret tunnel", "Harbour tunnel"));
    const text = await line("kill harbour");
    expect(text).toContain("Harbour bridge reopens");
    expect(text).toContain("Harbour tunnel");
    expect(text).toContain("Withheld until a version comes that may be used");
  });

  test("and let go what its words hold, which its next version keeps, until other words hold it", async () => {
    const { line, take, archive, clock } = await posted();
    await take("new.txt", WITHHELD);
    // Nobody lets go unread what a publisher's words hold: they are shown, and nothing is done yet.
    const asks = await line("release secret");
    expect(asks).toContain("Let this article go against what its copy says?");
    expect(asks).toContain("Withheld until a version comes that may be used: “");
    expect(asks).toContain("[Release it now → release newtxt sure:yes revision:1]");
    expect(await line("brief newtxt", asked())).not.toContain("tunnel");
    // A yes to nothing that was shown is none.
    expect(await line("release secret sure:yes")).toBe(asks);
    expect(await line("release secret sure:yes revision:1")).toContain(
      "Released: “Secret tunnel” (id newtxt).",
    );
    expect(await line("brief newtxt", asked())).toContain("Secret tunnel");
    expect(await line("audit")).toContain(
      "released “Secret tunnel” (newtxt). Withheld until a version comes",
    );
    await take("new.txt", WITHHELD.replace("dug by", "dug again by"));
    expect((await archive.get("newtxt", clock.now()))?.article.body).toContain("again");
    await take("new.txt", EMBARGO.replace("dug by", "dug once more by"));
    expect(await archive.get("newtxt", clock.now())).toBeNull();
  });

  test("and are told which channels may carry what they let go: none that may not", async () => {
    const { line, take } = await editorsNewsroom({
      terms: { audience: "public" },
      channels: [sampleChannel("desk-only")],
    });
    await take("open.txt", WITHHELD);
    expect(await line("release opentxt sure:yes revision:1")).toContain(
      "It may come in front-page, desk-only",
    );
    await take(
      "kept.txt",
      WITHHELD.replace("guid: n1", "guid: n2\nusage: internal use only").replace("moles", "voles"),
    );
    const text = await line("release kepttxt sure:yes revision:1");
    expect(text).toContain("It may come in desk-only, from");
    expect(text).not.toContain("front-page");
  });

  test("are asked again where another version has come since: nobody was shown its words", async () => {
    const { line, take, archive, clock } = await editorsNewsroom();
    await take("new.txt", EMBARGO);
    const shown = /release newtxt sure:yes revision:\d+/u.exec(await line("release newtxt"))?.[0];
    await take("new.txt", `${EMBARGO.replace("09:00", "11:00")} It is deep.`);
    const again = await line(shown ?? "");
    expect(again).toContain("It has changed since you were asked.");
    expect(again).toContain("Under embargo until 9 May, 11:00");
    expect(await archive.get("newtxt", clock.now())).toBeNull();
    const next = /release newtxt sure:yes revision:\d+/u.exec(again)?.[0];
    expect(next).not.toBe(shown);
    expect(await line(next ?? "")).toContain("Released");
    expect(await archive.get("newtxt", clock.now())).not.toBeNull();
  });

  test("are asked before an embargo is broken that has a moment", async () => {
    const { line, archive, take, clock } = await posted();
    await take("new.txt", EMBARGO);
    const text = await line("release newtxt");
    expect(text).toContain("Under embargo until 9 May, 09:00");
    expect(text).toContain("[Release it now → release newtxt sure:yes revision:1]");
    expect(await archive.get("newtxt", clock.now())).toBeNull();
    await line("release newtxt sure:yes revision:1");
    expect(await archive.get("newtxt", clock.now())).not.toBeNull();
    await take("new.txt", EMBARGO.replace("09:00Z", "10:00Z"));
    expect(await archive.get("newtxt", clock.now())).toBeNull();
  });

  test("and an editor's hold over it is taken back to what was let go before", async () => {
    const { line, take } = await posted();
    await take("new.txt", WITHHELD);
    for (const order of ["release newtxt sure:yes revision:1", "hold newtxt"]) await line(order);
    expect(await line("brief newtxt", asked())).not.toContain("tunnel");
    expect(await line("release newtxt")).toContain("Released: “Secret tunnel”");
    expect(await line("brief newtxt", asked())).toContain("Secret tunnel");
  });

  test("and an editor's hold over what nobody let go leaves its publisher's", async () => {
    const { line, take } = await posted();
    await take("new.txt", WITHHELD);
    await line("hold newtxt");
    const text = await line("release newtxt");
    expect(text).toContain("Its publisher still holds it");
    expect(text).toContain("[Let it go → release newtxt]");
    expect(await line("brief newtxt", asked())).not.toContain("tunnel");
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
    expect(await line("audit")).toContain(
      `Ines released “Harbour bridge reopens” (${ID}), whose file cannot be read`,
    );
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
        expect((await shown()).includes("More")).toBe(!decided);
      }
      expect((await archive.current(ID))?.article.body).toContain(
        version === 1 ? "reopened" : `version ${version}`,
      );
    }),
    { numRuns: 12 },
  );
});
