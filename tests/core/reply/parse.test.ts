import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { COMMANDS } from "#core/reply/command.ts";
import { lineFor } from "#core/reply/line.ts";
import { concernsEditors, parseLine } from "#core/reply/parse.ts";
import { asked } from "#tests/asked.ts";

const reader = asked({ channel: "front-page" });

describe("a line of text", () => {
  test.each([
    ["/brief", "brief", {}],
    ["brief harbour bridge", "brief", { article: "harbour bridge" }],
    ["/desk quotes  Mira Solen ", "quotes", { speaker: "Mira Solen" }],
    [
      "quotes speaker:solen about:bridge since:3d",
      "quotes",
      { speaker: "solen", about: "bridge", since: "3d" },
    ],
    ["quotes since: 8 May 2026 solen", "quotes", { since: "8 May 2026", speaker: "solen" }],
    [
      'quotes about:"harbour bridge" by:"Mira Solen"',
      "quotes",
      { about: "harbour bridge", speaker: "Mira Solen" },
    ],
    [
      "quotes about: harbour bridge speaker: Mira Solen",
      "quotes",
      { about: "harbour bridge", speaker: "Mira Solen" },
    ],
    ["/SEARCH flood", "search", { words: "flood" }],
    [
      'search "harbour bridge" -ferry from:"Tarn Wire"',
      "search",
      { words: '"harbour bridge" -ferry', from: "Tarn Wire" },
    ],
    [
      "search from:tarn flood place:tarnmouth",
      "search",
      { words: "flood", from: "tarn", place: "tarnmouth" },
    ],
    ["search https://news.example/1", "search", { words: "https://news.example/1" }],
    ["search 10:30 train", "search", { words: "10:30 train" }],
    ["desk", "help", {}],
    ["", "help", {}],
    ["/help search", "help", { command: "search" }],
    ["digest front-page", "digest", { topic: "front-page" }],
    [
      "digest now topic:flood OR tag:weather since:yesterday",
      "digest",
      { edition: "now", topic: "flood OR tag:weather", since: "yesterday" },
    ],
    [
      "digest me at:07:30 topic:tag:politics",
      "digest",
      { edition: "me", at: "07:30", topic: "tag:politics" },
    ],
    [
      "subscribe flood OR tag:weather schedule:0 8 * * 1-5 layout:compact",
      "subscribe",
      { topics: "flood OR tag:weather", schedule: "0 8 * * 1-5", layout: "compact" },
    ],
    ["post now channel:front-page", "post", { channel: "front-page" }],
    ["post channel:front-page now", "post", { channel: "front-page" }],
    ["post now front-page", "post", { channel: "front-page" }],
    ["post front-page now sure:yes", "post", { channel: "front-page", sure: "yes" }],
    ["post now", "post", {}],
    ["pause now in #front-page", "pause", { channel: "#front-page" }],
    ["schedule for front-page", "schedule", { channel: "front-page" }],
    // Another word is not passed over: it may name the channel that was meant.
    ["post sport channel:front-page", "post", { channel: "sport front-page" }],
    ["post now-here", "post", { channel: "now-here" }],
    ["post snow", "post", { channel: "snow" }],
    ["pause front-page until:2026-05-11", "pause", { channel: "front-page", until: "2026-05-11" }],
    ["quotes about:bridge solen", "quotes", { about: "bridge", speaker: "solen" }],
    ["quotes solen about:bridge", "quotes", { about: "bridge", speaker: "solen" }],
    [
      "quotes harbour about:bridge by:solen",
      "quotes",
      { about: "harbour bridge", speaker: "solen" },
    ],
    [
      "quotes about:harbour bridge by:solen",
      "quotes",
      { about: "harbour bridge", speaker: "solen" },
    ],
    ["facts about:harbour bridge", "facts", { about: "harbour bridge" }],
    ["facts bridge about:harbour", "facts", { about: "bridge harbour" }],
    ["digest grain", "digest", { topic: "grain" }],
    ["digest now grain", "digest", { edition: "now", topic: "grain" }],
    ["digest grain OR tag:wheat now", "digest", { edition: "now", topic: "grain OR tag:wheat" }],
    ["digest Now", "digest", { edition: "now" }],
    [
      "digest grain since:yesterday topic:wheat",
      "digest",
      { topic: "grain wheat", since: "yesterday" },
    ],
    [
      "digest me grain weekdays at noon",
      "digest",
      { edition: "me", topic: "grain", at: "weekdays at noon" },
    ],
    ["digest me", "digest", { edition: "me" }],
    ["search flood order:newest", "search", { words: "flood", order: "newest" }],
    ["context a1 part:q2", "context", { article: "a1", part: "q2" }],
    ["kill a1 sure:yes", "kill", { article: "a1", sure: "yes" }],
    ["status", "status", {}],
  ])("%s is a question", (line, command, options) => {
    expect(parseLine(line, reader)).toEqual({ ...reader, command, options });
  });

  test.each([
    ["/breif x", "brief", "brief x"],
    ["quote", "quotes", "quotes"],
    ["fact x", "facts", "facts x"],
    ["desktop", null, null],
    ["weather", null, null],
    ["x", null, null],
  ])("%s is a mistake for %s", (line, meant, instead) => {
    expect(parseLine(line, reader)).toMatchObject({ command: null, meant, instead });
  });

  test.each([
    ["quotes speakr:solen", "speaker", "quotes speaker:solen"],
    ["search flood plase:tarnmouth", "place", "search flood place:tarnmouth"],
  ])("%s has a mistake in its option", (line, meant, instead) => {
    expect(parseLine(line, reader)).toMatchObject({ meant, instead });
  });

  test.each([
    "search tcp:ip",
    'search "speakr: a play"',
    "brief Ferry: what we know",
    "facts x:y",
  ])("%s has none: a colon is not always an option's", (line) => {
    expect(parseLine(line, reader)).not.toHaveProperty("typed");
  });

  test("means the same after a slash, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (line) => {
        const plain = line.trim().replace(/^\/+/, "").trim();
        expect(parseLine(`/${plain}`, reader)).toEqual(parseLine(plain, reader));
      }),
    );
  });
});

describe("the line of a question", () => {
  const word = fc.stringMatching(/^[a-z]{3,9}$/u);
  const words = fc.array(word, { minLength: 1, maxLength: 3 }).map((all) => all.join(" "));

  test("is read as the question that it was made of", () => {
    const command = fc.constantFrom(
      "brief",
      "quotes",
      "facts",
      "search",
      "timeline",
      "why",
      "kill",
    );
    fc.assert(
      fc.property(command, words, words, (name, one, other) => {
        const [first, second] = COMMANDS.find((spec) => spec.name === name)?.options ?? [];
        const options = Object.fromEntries([
          [first?.name ?? "", one],
          ...(second?.kind === "subject" || second?.kind === "source"
            ? [[second.name, other]]
            : []),
        ]);
        const line = lineFor(name, options);
        expect(line).not.toBeNull();
        expect(parseLine(line ?? "", reader)).toEqual({ ...reader, command: name, options });
      }),
    );
  });

  test("keeps the language of a search, and a page", () => {
    const options = { words: '"harbour bridge" -ferry', since: "8 May", page: "2" };
    const line = lineFor("search", options) ?? "";
    expect(parseLine(line, reader)).toMatchObject({ command: "search", options });
  });

  test("is none where no button has room for it", () => {
    expect(lineFor("search", { words: "x".repeat(90) })).toBeNull();
  });
});

test.each([
  ["kill a1", true],
  ["/desk status", true],
  ["", true], // the help, which lists for editors what is theirs
  ["help", true],
  ["why bridge", true], // editors are told of what is held
  ["brief bridge", false],
  ["storm velsk", false],
])("whether it matters who is an editor: “%s”", (line, expected) => {
  expect(concernsEditors(line)).toBe(expected);
});
