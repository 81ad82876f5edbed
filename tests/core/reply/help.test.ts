import { describe, expect, test } from "vitest";
import { EN } from "#core/language/en.ts";
import { COMMANDS } from "#core/reply/command.ts";
import { helpAnswer, mistakeAnswer } from "#core/reply/help.ts";
import { parseLine } from "#core/reply/parse.ts";
import { asked } from "#tests/asked.ts";
import { textOf } from "#tests/message-text.ts";

describe("help", () => {
  test("lists every command for an editor, and each has an example that can be asked", () => {
    const text = textOf(helpAnswer(null, { role: "editor" }));
    for (const { name, examples } of COMMANDS) {
      expect(text).toContain(`/${name}`);
      expect(text).toContain(EN.commands[name]);
      for (const example of examples)
        expect(parseLine(example, asked())).toMatchObject({ command: name });
    }
  });

  test("lists for a reader what a reader may ask", () => {
    const text = textOf(helpAnswer(null));
    for (const { name, permission } of COMMANDS) {
      expect(text.includes(`/${name} `) || text.includes(`/${name}\n`)).toBe(
        permission === "reader",
      );
    }
  });

  test("explains one command, with or without its slash", () => {
    expect(textOf(helpAnswer("/search"))).toContain("For example: /search flood");
    expect(textOf(helpAnswer("nonsense"))).toBe(textOf(helpAnswer(null)));
    expect(textOf(helpAnswer("kill"))).not.toContain("sure");
  });

  test("a mistake is named, with what may have been meant", () => {
    const said = (line: string) => {
      const mistake = parseLine(line, asked());
      return "typed" in mistake ? textOf(mistakeAnswer(mistake)) : "";
    };
    expect(said("breif x")).toContain(
      "There is no command “breif”. Did you mean /brief [article]?",
    );
    expect(said("breif x")).toContain("[/brief x → brief x]");
    expect(said("quotes speakr:x")).toContain(
      "/quotes has no option “speakr:”. Did you mean speaker:?",
    );
  });

  test("every command fits both platforms' limits", () => {
    for (const { name, options } of COMMANDS) {
      expect(name).toMatch(/^[a-z]{1,32}$/);
      expect(options.length).toBeLessThanOrEqual(25);
      for (const option of options) {
        expect(option.name).toMatch(/^[a-z]{1,32}$/);
        expect(option.choices.length).toBeLessThanOrEqual(25);
      }
      // Discord docs, "Application Command Structure": required options stand before the others.
      const required = options.map((option) => option.required);
      expect(required.lastIndexOf(true)).toBeLessThanOrEqual(required.filter(Boolean).length - 1);
    }
  });
});
