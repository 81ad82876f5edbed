import { expect, test } from "vitest";
import { COMMANDS } from "#core/reply/command.ts";
import type { Manner } from "#core/reply/front-desk.ts";
import { helpAnswer } from "#core/reply/help.ts";
import { namingFor } from "#core/reply/naming.ts";
import { asked } from "#tests/asked.ts";
import { textOf } from "#tests/message-text.ts";

const on = (manner: Manner) => namingFor(asked({ manner }));

test.each([
  ["search flood", "/desk search flood", "/search words:flood", "/search flood"],
  ["quotes solen", "/quotes solen", "/quotes speaker:solen", "/quotes solen"],
  ["digest now grain", "/digest now grain", "/digest edition:now topic:grain", "/digest now grain"],
  ["digest", "/digest", "/digest", "/digest"],
  ["kill a1", "/desk kill a1", "/kill article:a1", "/kill a1"],
])("%s is named as each platform has it", (line, slack, discord, page) => {
  expect([on("word")(line), on("options")(line), on("line")(line)]).toEqual([
    ...[slack, discord, page],
  ]);
});

test("where nobody says how commands are typed, a line is named", () => {
  expect(namingFor({})("search x")).toBe("/search x");
});

test("Slack's help names no command that it does not have", () => {
  const alone = COMMANDS.filter(({ standsAlone }) => standsAlone).map(({ name }) => name);
  for (const about of [null, ...COMMANDS.map(({ name }) => name)]) {
    const text = textOf(helpAnswer(about, { role: "editor" }, on("word")));
    for (const { groups } of text.matchAll(/(?<![\w/.])\/(?<name>[a-z]+)/gu))
      expect(["desk", ...alone]).toContain(groups?.name);
  }
});
