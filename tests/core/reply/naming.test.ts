import { expect, test } from "vitest";
import type { Platform } from "#core/digest/subscription.ts";
import { COMMANDS } from "#core/reply/command.ts";
import { helpAnswer } from "#core/reply/help.ts";
import { namingFor } from "#core/reply/naming.ts";
import { asked } from "#tests/asked.ts";
import { textOf } from "#tests/message-text.ts";

const on = (platform: Platform) =>
  namingFor(asked({ place: { platform, address: "1", name: null } }));

test.each([
  ["search flood", "/desk search flood", "/search words:flood", "/search flood"],
  ["quotes solen", "/quotes solen", "/quotes speaker:solen", "/quotes solen"],
  ["digest now grain", "/digest now grain", "/digest edition:now topic:grain", "/digest now grain"],
  ["digest", "/digest", "/digest", "/digest"],
  ["kill a1", "/desk kill a1", "/kill article:a1", "/kill a1"],
])("%s is named as each platform has it", (line, slack, discord, page) => {
  expect([on("slack")(line), on("discord")(line), on("preview")(line)]).toEqual([
    ...[slack, discord, page],
  ]);
});

test("in a direct message it is told by who asks", () => {
  expect(namingFor({ ...asked(), place: null })("search x")).toBe("/desk search x");
  const elsewhere = { id: "other:1", name: "Ines", editor: false };
  expect(namingFor({ asker: elsewhere, place: null })("search x")).toBe("/search x");
});

test("Slack's help names no command that it does not have", () => {
  const alone = COMMANDS.filter(({ aloneOnSlack }) => aloneOnSlack).map(({ name }) => name);
  for (const about of [null, ...COMMANDS.map(({ name }) => name)]) {
    const text = textOf(helpAnswer(about, true, on("slack")));
    for (const { groups } of text.matchAll(/(?<![\w/.])\/(?<name>[a-z]+)/gu))
      expect(["desk", ...alone]).toContain(groups?.name);
  }
});
