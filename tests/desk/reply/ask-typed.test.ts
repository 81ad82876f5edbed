import { describe, expect, test } from "vitest";
import { asked } from "#tests/asked.ts";
import { sampleQuote } from "#tests/samples.ts";
import { replyDesk } from "./desk.ts";

const BRIDGE = {
  ...{ id: "a1", path: "bridge.txt", title: "Harbour bridge reopens", located: "Velsk Bay" },
  ...{ tags: ["transport"], source: "Tarn Wire" },
};
const STORM = {
  ...{ id: "a2", path: "storm.txt", title: "Storm closes the ferry port", places: ["Marna"] },
  ...{ body: "The storm closed the port. A short shutdown followed.", source: "Reuters" },
};

async function filled() {
  const desk = await replyDesk();
  await desk.file(BRIDGE, { quotes: [sampleQuote()] });
  await desk.file(STORM, { quotes: [] });
  return desk;
}

describe("what was understood", () => {
  test.each([
    ["storm ferry", "Searched: storm ferry\n"],
    [
      "what happened with the bridge in Velsk Bay?",
      "Searched: bridge · place: Velsk Bay · left out: what happened with the\n",
    ],
    [
      "anything new on transport since yesterday?",
      "Searched: topic: transport · since Thursday 7 May 2026 · newest first\n",
    ],
    ["bridge from Tarn Wire", "Searched: bridge · source: Tarn Wire\n"],
    ["what did Solen say about the bridge?", "Quotes: bridge · speaker: Solen · left out: the\n"],
    ["latest", "Digest: the latest edition\n"],
    [
      "what happened today?",
      "Digest: since Friday 8 May 2026 · made now · left out: what happened\n",
    ],
  ])("stands first: %s", async (question, expected) => {
    const { typed } = await filled();
    expect((await typed(question)).slice(0, expected.length)).toBe(expected);
  });

  test("is followed by the answer, and by the same words as a search", async () => {
    const { typed } = await filled();
    const text = await typed("bridge in Velsk Bay");
    expect(text).toContain("Harbour bridge reopens");
    expect(text).toContain('[Search all of it as words → search bridge "Velsk Bay"]');
    expect(await typed("who said the bridge held")).toContain("“It held” Mira Solen");
  });

  test("is nothing where a command was given, or no more than a word of thanks", async () => {
    const { typed, line } = await filled();
    for (const command of ["search harbour", "quotes solen", "brief a1", "help", "digest"])
      expect(await typed(command)).toBe(await line(command));
    expect(await typed("thanks!")).toBe("You are welcome.\n");
    expect(await typed("")).toContain("What you can ask Copydesk");
  });

  test("says how much of a long line was read", async () => {
    const { typed } = await filled();
    expect(await typed(`storm ${"x".repeat(5_000)}`)).toContain(
      "Only the first 500 letters were read, 4506 were left out.",
    );
  });
});

describe("where nothing has all of it", () => {
  test.each([
    // What is left of so little may be something else: it is offered.
    [
      "storm in Velsk Bay",
      "Nothing has all of this: storm, Velsk Bay.\nWithout Velsk Bay there is something.\n[Search storm alone → search storm]\n",
    ],
    [
      "storm zeppelin",
      "Nothing has all of this: storm, zeppelin.\nWithout zeppelin there is something.\n[Search storm alone → search storm]\n",
    ],
    [
      "storm bridge ferry",
      "Nothing has all of this: storm, bridge, ferry.\nSearched: storm ferry · left out: bridge\n",
    ],
    // A word that may be a slip stays where one that stands nowhere goes.
    [
      "hrabour reopens zeppelin",
      "Nothing has all of this: hrabour, reopens, zeppelin.\nSearched: hrabour reopens · left out: zeppelin\nShowing Harbour\n",
    ],
    ["hold zeppelin", "Searched: hold zeppelin\nNothing found"],
    [
      "what did Solem say about the bridge",
      "Quotes: bridge · speaker: Solem · left out: the\n[Search all of it as words → search bridge Solem]\nShowing Solen\n",
    ],
  ])("less is asked for, and said: %s", async (question, expected) => {
    const { typed } = await filled();
    expect((await typed(question)).slice(0, expected.length)).toBe(expected);
  });

  test("what few articles have is asked for to the last", async () => {
    const { typed, file } = await filled();
    const rare = { id: "c0", path: "c0.txt", title: "Rohingya boat", body: "A boat." };
    await file(rare);
    for (const id of ["c1", "c2", "c3"])
      await file({ id, path: `${id}.txt`, title: "Ship at sea", body: "Sailors are missing." });
    const text = await typed("rohingya boat missing at sea");
    expect(text).toContain("Searched: rohingya boat · left out:");
    expect(text).toContain("Rohingya boat");
    expect(text).not.toContain("Ship at sea");
  });

  test("nothing is claimed where no word stands anywhere", async () => {
    const { typed } = await filled();
    const text = await typed("zeppelin over graz");
    expect(text).toContain("Searched: zeppelin graz · left out: over");
    expect(text).toContain("Nothing found for “zeppelin graz”");
    expect(await typed("storm since yesterday zeppelin -ferry")).toContain("Nothing found");
  });

  test("a command that was nearly typed is offered", async () => {
    const { typed } = await filled();
    const text = await typed("breif zeppelin");
    expect(text).toContain("There is no command “breif”. Did you mean /brief [article]?");
    expect(await typed("breif harbour bridge")).toContain("left out: breif");
    expect(await typed("tests zeppelins")).not.toContain("/post");
  });

  test("a command that is words as well is read as words", async () => {
    const { typed } = await filled();
    expect(await typed("brief shutdown at the port")).toContain(
      "Searched: shutdown port · left out: at the, brief",
    );
    expect(await typed("text harbour bridge")).toContain("Harbour bridge reopens");
    expect(await typed("/brief shutdown at the moon")).toContain("Nothing found for");
  });
});

describe("commands of editors", () => {
  const editor = asked({ role: "editor", channel: "front-page" });

  test.each([
    ["hold on", false],
    ["hold fire", false],
    ["hold the front page", false],
    ["hold a1", true],
    ["/hold harbour bridge", true],
    ["/desk hold harbour bridge", true],
    ["/desk hold on", false],
    ["kill switch", false],
    ["kill harbour bridge sure:yes", true],
    ["pause", true],
    ["pause front-page", true],
    ["pause in fighting", false],
    ["post office", false],
    ["post now", true],
    ["post #sport", true],
    ["status", true],
    ["status of the ferry", false],
    ["audit yesterday", true],
    ["audit of the port", false],
  ])("are given by what they take alone: %s", async (text, isGiven) => {
    const { typed, given } = await filled();
    await typed(text, editor);
    expect(given.length > 0).toBe(isGiven);
  });

  test("are words of a reader, and refused where they are meant", async () => {
    const { typed, given } = await filled();
    expect(await typed("hold a1")).toContain("Searched:");
    expect(await typed("/desk kill a1")).toContain("/desk kill is for editors.");
    expect(await typed("/kill a1")).toContain("/desk kill is for editors.");
    expect(given).toEqual([]);
  });
});

test("what is held is neither found nor known as a name", async () => {
  const { typed, file } = await filled();
  const embargo = { kind: "unreadable", text: "later" } as const;
  await file({ id: "a3", path: "s.txt", title: "Secret merger", located: "Graz", embargo });
  const text = await typed("merger in Graz");
  expect(text).toContain("Searched: merger Graz · left out: in");
  expect(text).toContain("Nothing found for “merger Graz”");
});

test("what may not stand in a public channel answers no question there", async () => {
  const { typed, channels, file } = await filled();
  await file({
    id: "a4",
    path: "r.txt",
    title: "Regatta won",
    usageTerms: "No resale, subscribers only",
  });
  const [first] = channels;
  if (first !== undefined) channels[0] = { ...first, audience: "public" };
  expect(await typed("regatta storm", asked({ channel: "front-page" }))).toContain(
    "Without regatta there is something.",
  );
  expect(await typed("regatta", asked({ channel: "sport" }))).toContain("Regatta won");
});
