import { describe, expect, test } from "vitest";
import { pickArticle } from "#desk/reply/find-article.ts";
import { partsAt } from "#desk/reply/parts-at.ts";
import { asked } from "#tests/asked.ts";
import { sampleQuote } from "#tests/samples.ts";
import { replyDesk } from "./desk.ts";

const BRIDGE = {
  ...{ id: "a1", path: "bridge.txt", title: "Harbour bridge reopens" },
  body: "The harbour bridge of Tarnmouth reopened on Friday.",
  dateline: { place: "TARNMOUTH", date: null, agency: "Tarn Wire" },
};
const PALACE = {
  id: "a2",
  path: "palace.txt",
  title: "Bride leaves the palace",
  body: "In white.",
};
const SOLEN = sampleQuote({ speaker: { name: "Mira Solen", role: null, start: 0, end: 1 } });

async function filled() {
  const desk = await replyDesk();
  await desk.file(BRIDGE, { quotes: [SOLEN] });
  await desk.file(PALACE, { quotes: [] });
  return desk;
}

describe("a slip", () => {
  test.each([
    ["search hrabour", "Showing harbour", "[Search hrabour instead → search hrabour exact:yes]"],
    // A word that finds something with the other is meant, though another one is as near.
    ["search hrabour brigde", "Showing harbour bridge", "Harbour bridge reopens"],
    ["search harbour brigde", "Showing bridge", "Articles for “harbour bridge”"],
    ["search HRABOUR -ferry", "Showing harbour", "Harbour bridge reopens"],
    [
      "search speaker:Solem",
      "Showing Solen",
      "[Search Solem instead → search speaker:Solem exact:yes]",
    ],
    ['search speaker:"Mira Solem"', "Showing Solen", "Articles for said by Mira Solen"],
    ["search place:tarnmuoth", "Showing TARNMOUTH", "Harbour bridge reopens"],
    ["search from:wrie", "Showing Wire", "Harbour bridge reopens"],
    ["quotes Solem", "Showing Solen", "“It held” Mira Solen"],
    ["facts brigde", "Showing bridge", "The bridge reopened on Friday."],
    ["timeline brigde", "Showing bridge", "Harbour bridge reopens"],
    ["brief hrabour brigde", "Showing harbour bridge", "[Search hrabour brigde instead"],
    ["text brigde", "Showing bridge", "The harbour bridge of Tarnmouth reopened"],
  ])("in “%s” is understood: %s", async (ask, showing, found) => {
    const text = await (await filled()).line(ask);
    // A word that stands at the head alone is as it stands there.
    expect(text.toLowerCase()).toContain(`${showing.toLowerCase()}\n`);
    expect(text.toLowerCase()).toContain(found.toLowerCase());
  });

  test.each([
    "search hrabour exact:yes",
    'search "hrabour"',
    'search "hrabour brigde"',
    "search harbour", // nothing is wrong
    "search brige friends", // the other word is far from all
    "search hraboru palace", // both are understood, and no article has both
    "search fry", // three letters
    "search speaker:bridge", // no slip of a name
    "brief hrabour exact:yes",
    "kill hrabour sure:yes",
  ])("is not looked for in “%s”", async (ask) => {
    const desk = await filled();
    expect(await desk.line(ask, asked({ role: "editor" }))).not.toContain("Showing");
  });

  test.each([
    ["search bridges", "The harbour *bridge* of Tarnmouth"],
    ["search bridge's reopening", "reopened"],
    ["brief harbours bridges", "Harbour bridge reopens"],
    ["text bridges reopened", "reopened on Friday"],
  ])("is none in “%s”, of which other forms stand there", async (ask, found) => {
    const text = await (await filled()).line(ask);
    expect(text).toContain(found.replaceAll("*", ""));
    expect(text).not.toContain("Showing");
  });

  test.each([
    'search "bridges"',
    "search bridges exact:yes",
    "brief bridges exact:yes",
  ])("nor is another form looked for in “%s”", async (ask) => {
    expect(await (await filled()).line(ask)).toContain("Nothing found");
  });

  test("an editor's command takes its words as they are typed", async () => {
    const desk = await filled();
    const held = await pickArticle(partsAt(desk.parts, asked()), "bridges");
    expect(held.kind).toBe("none");
  });

  test("is put right on every page, and the answer's pages ask what was typed", async () => {
    const desk = await filled();
    const at = (index: number) => ({ published: Date.UTC(2026, 4, 1, index) });
    for (let index = 0; index < 12; index += 1) {
      const named = { id: `b${index}`, path: `b${index}.txt`, title: `Harbour report ${index}` };
      await desk.file({ ...named, ...at(index) });
    }
    const first = await desk.line("search hrabour");
    expect(first).toContain("[Next page → search hrabour page:2]");
    const second = await desk.line("search hrabour page:2");
    expect(second).toContain("Showing Harbour\n");
    expect(second).toContain("[Search hrabour instead → search hrabour exact:yes]");
    expect(await desk.line("search hrabour page:9")).toContain("There is no page 9");
  });

  test("is not understood by copy that may not stand where it is asked for", async () => {
    const desk = await replyDesk({ ...BRIDGE, usageTerms: "Subscribers only" }, PALACE);
    const [first] = desk.channels;
    if (first !== undefined) desk.channels[0] = { ...first, audience: "public" };
    const inPublic = asked({ channel: "front-page" });
    for (const ask of ["search hrabour", "brief hrabour", "search place:tarnmuoth"]) {
      expect(await desk.line(ask, inPublic)).toContain("Nothing found");
      expect(await desk.line(ask)).toContain("Showing");
    }
    // What may stand there is found by the word that is as near.
    expect(await desk.line("search brigde", inPublic)).toContain("Showing Bride\n");
  });

  test("of somebody whom nobody quotes, and of whom is told, is nobody else", async () => {
    const desk = await replyDesk();
    const speaker = { name: "Marc Lagadec", role: null, start: 0, end: 1 };
    await desk.file({ ...PALACE, id: "b1", path: "b.txt" }, { quotes: [sampleQuote({ speaker })] });
    expect(await desk.line("quotes speaker:Lagarde")).toContain("Showing Lagadec");
    const told = { id: "b2", path: "c.txt", title: "Rates", body: "Lagarde spoke of rates." };
    await desk.file({ ...told, usageTerms: "Subscribers only" });
    expect(await desk.line("quotes speaker:Lagarde")).toContain("Nothing found");
    // Where that may not be shown, it changes nothing.
    const [first] = desk.channels;
    if (first !== undefined) desk.channels[0] = { ...first, audience: "public" };
    const inPublic = asked({ channel: "front-page" });
    expect(await desk.line("quotes speaker:Lagarde", inPublic)).toContain("Showing Lagadec");
  });

  test("of a question that no button can hold names the way to what was typed", async () => {
    const long = `search hrabour ${"-ferry ".repeat(20)}`;
    expect(await (await filled()).line(long)).toContain("For hrabour itself, write exact:yes");
  });
});
