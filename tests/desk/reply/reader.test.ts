import { describe, expect, test } from "vitest";
import { OF_THE_NEWSROOM } from "#core/access/audience.ts";
import type { Article } from "#core/article/article.ts";
import type { CommandName } from "#core/reply/command.ts";
import { articleAt } from "#desk/board/article.ts";
import { asked, askedOnPage } from "#tests/asked.ts";
import { textOf } from "#tests/message-text.ts";
import { sampleChannel, sampleFact, sampleQuote } from "#tests/samples.ts";
import { replyDesk } from "./desk.ts";

const BRIDGE = { id: "a1", path: "bridge.txt", title: "Harbour bridge reopens" };
const FERRY = {
  ...{ id: "a2", path: "ferry.txt", title: "Ferry keeps its harbour berth" },
  published: Date.UTC(2026, 4, 7),
};

describe("an article", () => {
  test.each([
    ["brief a1", "Harbour bridge reopens"],
    ["brief harbour bridge", "Harbour bridge reopens"],
    ["brief", "Harbour bridge reopens"], // the newest
    ["quotes a2", "“It held” Mira Solen"], // the button of an older message
    ["facts a1", "The bridge reopened on Friday."],
    ["text a1", "Harbour bridge reopens"],
    ["context a1", "Paragraph 1 of "],
    ["brief harbour", "Several articles fit “harbour”. Which one?"],
    ["brief zeppelin", "Nothing found for “zeppelin”"],
  ])("asked for by “%s” answers “%s”", async (question, expected) => {
    const { line } = await replyDesk(BRIDGE, FERRY);
    expect(await line(question)).toContain(expected);
  });

  test("of a subject is quoted where the last of its words is nobody's name", async () => {
    const { line } = await replyDesk(BRIDGE, FERRY);
    const answer = await line("quotes about:harbour bridge");
    expect(answer).toContain("Nobody called “bridge” is quoted there: read as words");
    expect(answer).toContain("“It held” Mira Solen");
    expect(await line("quotes mira solen harbour")).toContain(
      "Nobody called “mira solen harbour” is quoted there: read as quotes of “mira solen”",
    );
    expect(await line("quotes about:harbour David")).not.toContain("read as");
    expect(await line("quotes solen Harbour")).not.toContain("read as");
    expect(await line("quotes about:harbour solen")).not.toContain("read as words");
    expect(await line("quotes about:harbour zeppelin")).not.toContain("read as words");
  });

  test("tells of its revisions", async () => {
    const { line, file } = await replyDesk(BRIDGE);
    const change = { kind: "correction", details: ["toll: 12 → 15"], note: null } as const;
    await file({ ...BRIDGE, revision: 2, change });
    expect(await line("brief a1")).toContain("Correction: toll: 12 → 15");
  });

  const toll = (dead: number, revision: number, more: Partial<Article> = {}): Partial<Article> => ({
    ...{ ...BRIDGE, revision, takenIn: Date.parse("2026-05-08T06:00Z") + revision },
    body: `HALDEN (AFP) – At least ${dead} people were killed on the harbour bridge on Friday, police said.`,
    change: { kind: "update", details: [`killed: ${dead - 2} → ${dead}`], note: null },
    ...more,
  });
  const UNTIL = Date.parse("2026-05-08T06:10Z");
  test.each<readonly [string, Partial<Article>]>([
    ["for the desk alone", { internal: true }],
    ["held by an editor", { decision: { kind: "hold", by: "Ana", at: 0 } }],
    [
      "under an embargo, which is over",
      { embargo: { kind: "until", instant: UNTIL, text: "noon" } },
    ],
  ])("tells of a revision what it changes in the one before it that they have seen: not in one %s", async (_, hidden) => {
    const { line, file, parts, clock } = await replyDesk();
    await file(toll(12, 1, { ...hidden, change: null }));
    await file(toll(14, 2));
    await file(toll(16, 3, hidden));
    await file(toll(18, 4));
    const text = await line("brief a1");
    expect(text).toMatch(/2 · .* · Update: killed: at least 14 → at least 18/u);
    expect(text).toMatch(/1 · .* · First version/u);
    expect(text).not.toMatch(/12|16|revision 4|3 · |4 · /u);
    // An editor knows the article by its numbers.
    expect(await line("brief a1", asked({ role: "editor" }))).toMatch(/4 · .* · Update/u);
    const page = askedOnPage("reader");
    const sheet = await articleAt({ reader: parts, postsOf: async () => [] }, page, "a1", false);
    expect(sheet).toMatchObject({
      article: { revision: 2, revisions: [{ version: 1, details: [] }, { version: 2 }] },
    });
    expect(JSON.stringify(sheet)).not.toMatch(/12|→ 16|16 →/u);
    expect(clock.now()).toBeGreaterThan(UNTIL);
  });

  test("that was mended says so, also behind a hold that was let go", async () => {
    const { line, file } = await replyDesk(toll(12, 1, { change: null }));
    await file(toll(12, 2, { decision: { kind: "hold", by: "Ana", at: 0 } }));
    await file(toll(12, 3, { change: { kind: "restored", details: [], note: null } }));
    await file(
      toll(12, 4, { change: { kind: "mended", details: ["fact taken out"], note: null } }),
    );
    const text = await line("brief a1");
    expect(text).toContain("Brief corrected by the desk: fact taken out");
    expect(text).not.toContain("Restored");
  });

  test("whose terms keep it off public channels is shown in others", async () => {
    const { line, channels, desk } = await replyDesk({
      ...BRIDGE,
      usageTerms: "No resale, subscribers only",
    });
    const [first] = channels;
    if (first !== undefined) channels[0] = { ...first, audience: "public" };
    const inPublic = asked({ channel: "front-page" });
    for (const ask of [
      "brief a1",
      "brief",
      "quotes a1",
      "text harbour",
      "search harbour",
      "facts",
      "quotes solen",
      "timeline harbour",
      "why a1",
      "digest now",
    ]) {
      expect(await line(ask, inPublic)).not.toContain("Harbour bridge reopens");
      expect(await line(ask, asked({ channel: "sport" }))).toMatch(/harbour|bridge/iu);
    }
    // Not even that it is there: only that there may be more elsewhere.
    expect(await line("brief a1", inPublic)).toBe(
      (await line("brief zz9", inPublic)).replace("zz9", "a1"),
    );
    expect(await line("brief a1", inPublic)).toContain("left out here: ask an editor");
    expect(await desk.suggest("brief", "article", "", inPublic)).toEqual([]);
    expect(await desk.suggest("brief", "article", "", asked())).toHaveLength(1);
  });
});

describe("the library", () => {
  const quotes = [
    sampleQuote(),
    sampleQuote({ text: "Who knows", speaker: null }),
    sampleQuote({
      text: "We wait",
      speaker: { name: "Tomas Arkell", role: null, start: 0, end: 1 },
    }),
  ];
  const facts = [
    sampleFact({ text: "Two lanes are open." }),
    sampleFact({ text: "The toll is 3 crowns." }),
  ];
  const filled = async () => {
    const desk = await replyDesk();
    await desk.file(BRIDGE, { quotes, facts });
    await desk.file(FERRY, { quotes: [] });
    return desk;
  };

  test("says who said what, by name, and nobody for a speaker that is not settled", async () => {
    const { line } = await filled();
    expect(await line("quotes solen")).toContain("“It held” Mira Solen");
    expect(await line("quotes solen")).not.toContain("We wait");
    expect(await line("quotes Mira Arkell")).toContain("Nothing found for said by Mira Arkell");
    expect(await line("quotes")).toContain("The article does not settle who said it");
    expect(await line("quotes about:bridge speaker:arkell")).toContain("“We wait” Tomas Arkell");
    expect(await line("quotes about:ferry")).toContain("Nothing found");
  });

  test("puts the facts on a subject first", async () => {
    const { line } = await filled();
    const text = await line("facts toll");
    expect(text).toContain("Nothing found for “toll”");
    const bridge = await line("facts bridge");
    expect(bridge).toContain("Two lanes are open.");
  });

  test("searches by words, phrases and what must not stand there", async () => {
    const { line } = await filled();
    expect(await line("search harbour")).toContain("Articles for “harbour”");
    expect(await line("search harbour -ferry")).not.toContain("Ferry keeps");
    expect(await line('search "bridge harbour"')).toContain("Nothing found");
    expect(await line("search harbour since:2026-05-08")).not.toContain("Ferry keeps");
    expect(await line("search speaker:arkell")).toContain("Harbour bridge reopens");
    expect(await line("search")).toContain("For example: /desk search flood");
  });

  test.each([
    '"',
    "*",
    "harbour OR",
    "a AND (",
    "headline:x",
    "'; drop table article; --",
    "NEAR(a b)",
    "-",
  ])("answers a search for %s", async (words) => {
    const { line } = await filled();
    expect(await line(`search ${words} bridge`)).toMatch(/Articles for|Nothing found|For example/u);
  });

  test("tells a subject's story, oldest first", async () => {
    const { line } = await filled();
    const text = await line("timeline harbour");
    expect(text.indexOf("Ferry keeps")).toBeGreaterThan(0);
    expect(text.indexOf("Ferry keeps")).toBeLessThan(text.indexOf("Harbour bridge"));
    expect(await line("timeline")).toContain("For example: /desk timeline");
  });

  test("pages what is long", async () => {
    const many = Array.from({ length: 20 }, (_, index) => ({
      ...{ id: `b${index}`, path: `b${index}.txt`, title: `Harbour report ${index}` },
      published: Date.UTC(2026, 4, 1, index),
    }));
    const { line } = await replyDesk(...many);
    const first = await line("search harbour");
    expect(first).toContain("[Next page → search harbour page:2]");
    expect(first).toContain("1 to 8 of 20");
    const last = await line("search harbour page:3");
    expect(last).toContain("17 to 20 of 20");
    expect(last).toContain("[Previous page → search harbour page:2]");
    expect(last).not.toContain("Next page");
    expect(await line("search harbour page:9")).toContain("There is no page 9");
    expect(await line("search harbour page:x")).toContain("is no page");
  });

  test("names a moment that it cannot read, and how to write one", async () => {
    const { line } = await filled();
    expect(await line('search harbour since:"full moon"')).toContain("“full moon” is no moment");
  });
});

describe("a digest", () => {
  test.each([
    ["digest", null, "The latest edition"],
    [
      "digest channel:sport",
      null,
      "No edition of sport has been posted yet. The next one is due Friday 8 May, 07:00.",
    ],
    ["digest", "sport", "No edition of sport"],
    ["digest channel:#Front-Page", null, "The latest edition"],
    [
      "digest channel:weather",
      null,
      "There is no channel “weather” in this newsroom. There are: front-page, sport.",
    ],
  ])("%s in %s answers “%s”", async (question, channel, expected) => {
    const { line } = await replyDesk();
    expect(await line(question, asked({ channel }))).toContain(expected);
  });

  test("made now holds what has come since, of the topic, for the asker alone", async () => {
    const { line, clock } = await replyDesk({ ...BRIDGE, tags: ["transport"] });
    expect(await line("digest now")).toContain("Harbour bridge reopens");
    expect(await line("digest now topic:tag:transport")).toContain("Harbour bridge reopens");
    const nothing = await line("digest now topic:tag:sport");
    expect(nothing).toContain("Nothing on “tag:sport” came in since Thursday 7 May, 06:20.");
    expect(nothing).toContain("[Look a week back → digest edition:now topic:tag:sport since:7d]");
    expect(await line("digest topic:NOT tag:transport")).toContain("Nothing on “NOT tag");
    expect(await line("digest now topic:tag:(")).toContain("cannot be read");
    clock.pass(25 * 3_600_000);
    expect(await line("digest now")).toContain("Nothing that fits came in since");
    expect(await line("digest now since:3d")).toContain("Harbour bridge reopens");
  });

  test("of headlines alone has as many as an edition may have, and no facts", async () => {
    const articles = Array.from({ length: 12 }, (_, index) => ({
      id: `h${index}`,
      title: `Headline ${index}.`,
    }));
    const { line } = await replyDesk(...articles);
    // In the list of what is in it each stands once more.
    const headlines = (text: string) => new Set(text.match(/Headline \d+\./gu)).size;
    const listed = await line("digest now channel:front-page layout:headlines");
    expect(headlines(listed)).toBe(12);
    expect(listed).not.toContain("The bridge reopened on Friday.");
    expect(headlines(await line("digest now channel:front-page"))).toBe(8);
    // How it is laid out is nothing that an edition which is out could still be asked for.
    expect(headlines(await line("digest layout:compact"))).toBe(8);
    expect(await line("digest now layout:tiny")).toContain("There is no layout “tiny”");
  });

  test("carries the words that stand behind it, in whatever way it is asked for", async () => {
    const { line, file } = await replyDesk(BRIDGE);
    await file({ id: "a4", path: "grain.txt", title: "Grain ships leave", tags: ["grain"] });
    for (const ask of ["grain", "now grain", "grain now", "latest grain", "topic:tag:grain"]) {
      const text = await line(`digest ${ask}`);
      expect(text).toContain("Grain ships leave");
      expect(text).not.toContain("Harbour bridge reopens");
      expect(text).toMatch(/For you · “(?:tag:)?grain” came in since Thursday 7 May, 06:20/u);
    }
    expect(await line("digest wheat")).toContain("Nothing on “wheat” came in since");
    expect(await line("digest front-page")).toContain("The latest edition");
  });
});

describe("one grammar", () => {
  const inside = async (command: CommandName, options: Record<string, string>) => {
    const { desk, file } = await replyDesk(FERRY);
    await file(BRIDGE, { quotes: [sampleQuote({ text: "Bridge held" })] });
    return textOf(await desk.ask({ ...asked(), command, options }));
  };

  test("holds within the options of a platform", async () => {
    const both = await inside("search", { words: "harbour speaker:solen since:2026-05-01" });
    expect(both).toContain("Articles for “harbour”, said by solen, since Friday 1 May");
    const none = await inside("search", { words: "harbour speaker:arkell" });
    expect(none).toContain("Nothing found for “harbour”, said by arkell");
    expect(await inside("quotes", { about: "bridge speaker:solen" })).toContain("“Bridge held”");
    expect(await inside("search", { words: "harbour plase:x" })).toContain(
      "/desk search has no option “plase:”. Did you mean place:?",
    );
  });

  test("leaves alone what is no option, or has a text of its own", async () => {
    expect(await inside("search", { words: "speaker:x harbour", speaker: "solen" })).toContain(
      "Nothing found for “speaker:x harbour”, said by solen",
    );
    expect(await inside("search", { words: '"speaker: harbour"' })).toContain(
      'Nothing found for “"speaker: harbour"”',
    );
  });

  test.each([
    "-",
    '"',
    "- -",
    '""',
    "…",
  ])("a search for %s alone says how to search", async (words) => {
    expect(await inside("search", { words })).toContain("has no word to search for");
    expect(await inside("search", { words, speaker: "solen" })).toContain("Articles for");
  });
});

describe("why", () => {
  const EDITOR = asked({ role: "editor" });

  test("tells an editor what became of an article, by its words or its path, and who orders it", async () => {
    const { line, channels } = await replyDesk({ ...BRIDGE, section: "local" });
    const [, sport] = channels;
    if (sport !== undefined) channels[1] = { ...sport, sections: ["sport"] };
    for (const ask of ["why a1", "why harbour bridge", "why bridge.txt"]) {
      const text = await line(ask, EDITOR);
      expect(text).toContain("What became of “Harbour bridge reopens”\nbridge.txt\n");
      expect(text).toContain("Taken in · It was read as text");
      expect(text).toContain("front-page · orders it");
      expect(text).toContain("sport · Its section is local, and the channel carries sport");
    }
    expect(await line("why nothing.txt", EDITOR)).toContain("Nothing is known of “nothing.txt”");
  });

  test("tells a reader where an article stands, and what orders it there, in channels that they may read", async () => {
    const { line, channels, links } = await replyDesk({
      ...BRIDGE,
      section: "local",
      tags: ["sea"],
    });
    const [front, sport] = channels;
    if (front === undefined || sport === undefined) return expect.unreachable();
    channels.splice(0, 2, { ...front, sections: ["local"] }, { ...sport, sections: ["sport"] });
    channels.push({ ...sampleChannel("sea"), tags: ["Sea", "harbour"] });
    channels.push({ ...sampleChannel("inner"), audience: "internal" });
    channels.push({ ...sampleChannel("for-ana"), owner: "slack:U0009" });
    for (const name of ["front-page", "inner", "for-ana"]) {
      const subscription = `${name}@slack:C0001`;
      links.push({ article: "a1", subscription, platform: "slack", address: "C0001", url: "u" });
    }
    for (const ask of ["why a1", "why harbour bridge"]) {
      expect(await line(ask)).toMatch(
        /^Where “Harbour bridge reopens” stands\nfront-page · posted on Slack · orders it, since its section is local\nsea · orders it, since it is tagged sea\n(?!.*(?:inner|for-ana|sport · ))/su,
      );
    }
  });

  test("of a channel for the outside world alone a reader there hears, and of no other", async () => {
    const { line, channels } = await replyDesk(BRIDGE);
    channels.push({ ...sampleChannel("web"), audience: "public" });
    const text = await line("why a1", asked({ whereabouts: { kind: "foreign" } }));
    expect(text).toContain("web · orders it\n");
    expect(text).not.toMatch(/front-page|sport/u);
  });

  test.each([
    ["a reader", asked()],
    ["who edits one channel", asked({ asker: { ...asked().asker, edits: ["front-page"] } })],
  ])("tells %s nothing of files, of the ledger and of who decided", async (_, from) => {
    const { line, ledger, clock, archive } = await replyDesk(BRIDGE);
    const entry = { contentHash: "0", at: clock.now() };
    await ledger.record({
      ...{ ...entry, path: "broken.pdf", stage: "quarantined", articleId: null },
      rule: "It has no text layer",
    });
    await ledger.record({
      ...{ ...entry, path: "bridge.txt", stage: "held", articleId: "a1" },
      rule: "Withheld by “HOLD for Zelmira”",
    });
    expect((await archive.get("a1", clock.now()))?.article.path).toBe("bridge.txt");
    for (const ask of ["why broken.pdf", "why bridge.txt"]) {
      const text = await line(ask, from);
      expect(text).toContain("Nothing is known of");
      expect(text).not.toMatch(/Quarantined|text layer|path/u);
    }
    expect(await line("why a1", from)).not.toMatch(/bridge\.txt|Zelmira|Taken in|Withheld/u);
  });

  test("tells an editor of what lay at the path of an article before, as far as that is for the place", async () => {
    const { line, ledger, file, clock } = await replyDesk(BRIDGE);
    await file({ id: "b2", path: "old.txt", contentHash: "b2", internal: true });
    await file({ id: "c3", path: "older.txt", contentHash: "c3" });
    for (const [articleId, rule] of [
      ["b2", "Zelmira was here"],
      ["c3", "Corvin was here"],
    ] as const) {
      const entry = { path: "bridge.txt", contentHash: articleId, articleId, at: clock.now() };
      await ledger.record({ ...entry, stage: "merged", rule });
    }
    const text = await line("why a1", EDITOR);
    expect(text).toContain("Corvin was here");
    expect(text).not.toContain("Zelmira");
    const direct = { whereabouts: OF_THE_NEWSROOM, channel: null, place: null };
    expect(await line("why a1", asked({ role: "editor", ...direct }))).toContain("Zelmira");
  });

  test("tells an editor of a file that was quarantined", async () => {
    const { line, ledger, clock } = await replyDesk();
    await ledger.record({
      ...{ path: "broken.pdf", contentHash: "0", stage: "quarantined", at: clock.now() },
      ...{ rule: "It has no text layer", articleId: null },
    });
    expect(await line("why broken.pdf", EDITOR)).toContain("Quarantined · It has no text layer");
  });
});

test("an empty archive says what to do", async () => {
  const { line } = await replyDesk();
  expect(await line("brief")).toContain("put one into the watched folder or bucket");
});

test("suggestions are headlines, names, channels, zones and commands, for options that have any", async () => {
  const { desk, file } = await replyDesk(BRIDGE, FERRY);
  await file({
    id: "a3",
    path: "c.txt",
    title: "Storm",
    tags: ["weather", "storm surge"],
    source: "Tarn Wire",
  });
  const values = async (
    ...[command, option, typed]: [Parameters<typeof desk.suggest>[0], string, string]
  ) => (await desk.suggest(command, option, typed, asked())).map(({ value }) => value);
  expect(await values("brief", "article", "harb bri")).toEqual(["a1"]);
  expect(await values("digest", "channel", "#Sp")).toEqual(["sport"]);
  expect(await values("help", "command", "/s")).toContain("search");
  expect(await values("quotes", "speaker", "sol")).toEqual(["Mira Solen"]);
  expect(await values("facts", "about", "wea")).toEqual(["weather"]);
  expect(await values("search", "from", "tarn")).toEqual(["Tarn Wire"]);
  expect(await values("digest", "topic", "flood OR sto")).toEqual(['flood OR tag:"storm surge"']);
  expect((await values("digest", "zone", "new york"))[0]).toBe("America/New_York");
  expect(await values("search", "words", "h")).toEqual([]);
  expect(await values("kill", "article", "harb")).toEqual([]);
});

test("an editors' command is for editors, whatever a platform shows", async () => {
  const { line, given } = await replyDesk();
  const denied = await line("kill a1 sure:yes");
  expect(denied).toContain("/desk kill is for editors.");
  expect(denied).toContain("Trace t0");
  expect(given).toEqual([]);
  expect(await line("kill a1 sure:yes", asked({ role: "editor" }))).toContain("kill was given");
});

test("a typed option is cut as a line is", async () => {
  const { desk } = await replyDesk(BRIDGE);
  const question = {
    ...asked(),
    command: "search",
    options: { words: "harbour ".repeat(500) },
  } as const;
  expect(textOf(await desk.ask(question)).length).toBeLessThan(3_000);
});
