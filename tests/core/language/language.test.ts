import { readdir, readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { EN } from "#core/language/en.ts";
import { filled, type Language } from "#core/language/language.ts";
import { LANGUAGES, languageOf } from "#core/language/languages.ts";
import { inLanguage, labelIn } from "#core/message/in-language.ts";
import { section } from "#core/message/say.ts";
import { COMMANDS } from "#core/reply/command.ts";
import { searchForm, subscribeForm, wrongForm } from "#core/reply/forms.ts";
import { helpAnswer, mistakeAnswer } from "#core/reply/help.ts";
import { noSuchCommand } from "#core/reply/mistake.ts";
import { wantedCommands } from "#edge/discord/commands.ts";
import { withinLimits } from "#edge/discord/limits.ts";
import { renderModal as discordModal } from "#edge/discord/modal.ts";
import { renderMessage } from "#edge/discord/render.ts";
import { textOf } from "#tests/message-text.ts";

/** Every text of a language by its path: `forms.search.title`. */
function textsOf(value: unknown, path = ""): readonly (readonly [string, string])[] {
  if (typeof value === "string") return [[path, value]];
  return Object.entries(value ?? {}).flatMap(([key, below]) => textsOf(below, `${path}.${key}`));
}

const placeholders = (text: string) => (text.match(/\{\w*\}/gu) ?? []).toSorted();
const byPath = new Map(textsOf(EN));
const OTHERS = LANGUAGES.filter((language) => language !== EN);
const named = (languages: readonly Language[]) =>
  languages.map((language) => [language.name, language] as const);

/** The same in every language, or names of places that are the same by chance. */
const MAY_BE_THE_SAME =
  /^\.(?:codes|forms\.search\.fields\.words\.hint$|labels\.(?:original|page)$)/u;

describe.each(named(OTHERS))("%s", (_, language) => {
  test("says all that English says, in words of its own, with the same filled in", () => {
    const own = textsOf(language).filter(([path]) => !path.startsWith(".codes"));
    const english = textsOf(EN).filter(([path]) => !path.startsWith(".codes"));
    expect(own.map(([path]) => path)).toEqual(english.map(([path]) => path));
    for (const [path, text] of own) {
      expect(text.trim(), path).toBe(path === ".faults.or" ? text.trim() : text);
      expect(text, path).not.toBe("");
      expect(placeholders(text), path).toEqual(placeholders(byPath.get(path) ?? ""));
      if (!MAY_BE_THE_SAME.test(path)) expect(text, path).not.toBe(byPath.get(path));
    }
  });

  test("leaves what is typed as it is", () => {
    for (const { options } of COMMANDS) {
      for (const { choices, says } of options) {
        if (says === null || !choices.some((choice) => EN.options[says].includes(choice))) continue;
        const there = choices.filter((choice) => EN.options[says].includes(choice));
        for (const choice of there) expect(language.options[says]).toContain(choice);
      }
    }
    const typed = /flood OR tag:weather(?:, NOT sport)?|weekdays at noon|0 8 \* \* 1-5|since:3d/gu;
    for (const [path, text] of textsOf(language)) {
      expect(text.match(typed), path).toEqual(byPath.get(path)?.match(typed) ?? null);
    }
  });
});

describe.each(named(LANGUAGES))("%s within the platforms' limits", (_, language) => {
  test("commands, options and labels", () => {
    for (const text of [...Object.values(language.commands), ...Object.values(language.options)]) {
      expect([...text].length, text).toBeLessThanOrEqual(100);
    }
    expect(language.briefThis.length).toBeLessThanOrEqual(32);
    for (const label of Object.values(language.labels)) {
      expect(label.length, label).toBeLessThanOrEqual(60);
    }
  });

  test("forms", () => {
    const values = { topics: "", schedule: "08:00", zone: "UTC", layout: "full", name: "" };
    for (const form of [
      subscribeForm(values, language),
      searchForm(language),
      wrongForm("", language),
    ]) {
      expect(form.title.length, form.title).toBeLessThanOrEqual(24);
      expect(form.submit.length, form.submit).toBeLessThanOrEqual(24);
      for (const { label, hint } of form.fields) {
        expect(label.length, label).toBeLessThanOrEqual(45);
        expect(hint.length, hint).toBeLessThanOrEqual(100);
      }
      expect(discordModal(form).components.length).toBeLessThanOrEqual(5);
    }
  });

  test("help", () => {
    for (const { name } of COMMANDS) {
      const message = helpAnswer(name, { role: "editor" }, undefined, language);
      expect(withinLimits(renderMessage(message))).toBe(true);
      expect(textOf(message)).toContain(language.commands[name]);
    }
    expect(textOf(helpAnswer(null, { role: "editor" }, undefined, language))).toContain(
      language.help.title,
    );
  });
});

test.each([
  ["de", "Deutsch"],
  ["DE-at", "Deutsch"],
  ["de-LI", "Deutsch"],
  ["es-419", "Español"],
  ["fr-CA", "Français"],
  ["en-US", "English"],
  ["pl", undefined],
  ["deu", undefined],
  ["", undefined],
  [null, undefined],
])("%s is %s", (code, name) => expect(languageOf(code)?.name).toBe(name));

test("each language has codes that no other has", () => {
  const codes = LANGUAGES.flatMap((language) => language.codes.map((code) => code.toLowerCase()));
  expect(new Set(codes).size).toBe(codes.length);
});

test("no label of a button or a menu is written anywhere but in a language", async () => {
  const literal = /\b(?:label: |ask\(|menu\(|to\([^,]+, )(?<quote>["`])(?<text>[^"`]+)\k<quote>/gu;
  const strange: string[] = [];
  for (const room of ["core/message", "core/reply", "desk"]) {
    const folder = `${import.meta.dirname}/../../../src/${room}`;
    for (const file of await readdir(folder, { recursive: true })) {
      if (!file.endsWith(".ts")) continue;
      const source = await readFile(`${folder}/${file}`, "utf8");
      for (const { groups: { text = "" } = {} } of source.matchAll(literal)) {
        const label = text.replace(/\$\{[^}]+\}/gu, "{}");
        if (!NO_LABELS.has(label)) strange.push(`${room}/${file}: ${text}`);
      }
    }
  }
  expect(strange).toEqual([]);
});

/** Names from copy, each with more of it. */
const NO_LABELS: ReadonlySet<string> = new Set(["{} · {}"]);

const DE = OTHERS.find(({ codes }) => codes[0] === "de") ?? EN;

test.each([
  ["More", "Mehr"],
  ["Page 3", "Seite 3"],
  ["Search ferry (old) instead", "Stattdessen ferry (old) suchen"],
  ["Quotes (12)", "Zitate (12)"],
  ["Other reports (2)", "Weitere Berichte (2)"],
  ["More: Harbour bridge $& reopens", "Mehr: Harbour bridge $& reopens"],
  ["Harbour bridge reopens", "Harbour bridge reopens"],
  ["/brief x", "/brief x"],
])("“%s” is “%s” in German", (label, expected) => expect(labelIn(label, DE)).toBe(expected));

test("buttons and menus are said in a language, and what somebody wrote stays", () => {
  const pages = [{ label: "Page 1", ask: "search a" }];
  const headlines = [{ label: "Page 1 of a diary", ask: "brief a1" }];
  const message = {
    summary: "More",
    sections: [
      section(
        { kind: "paragraph", spans: [{ text: "Search" }] },
        {
          kind: "buttons",
          buttons: [
            { kind: "ask", label: "More", ask: "brief a1", spoken: "More: Search" },
            { kind: "link", label: "Original", href: "https://a.example" },
          ],
        },
        { kind: "menu", label: "Page 2", choices: pages },
        { kind: "menu", label: "Choose an article", choices: headlines },
      ),
    ],
  } as const;
  expect(inLanguage(message, EN)).toBe(message);
  expect(inLanguage(message, DE)).toEqual({
    summary: "More",
    sections: [
      section(
        { kind: "paragraph", spans: [{ text: "Search" }] },
        {
          kind: "buttons",
          buttons: [
            { kind: "ask", label: "Mehr", ask: "brief a1", spoken: "Mehr: Search" },
            { kind: "link", label: "Original", href: "https://a.example" },
          ],
        },
        { kind: "menu", label: "Seite 2", choices: [{ label: "Seite 1", ask: "search a" }] },
        { kind: "menu", label: "Artikel wählen", choices: headlines },
      ),
    ],
  });
});

/** A language that is added: its own file would have this. */
const TOY: Language = JSON.parse(JSON.stringify(EN), (key, value) => {
  if (key === "codes") return ["it", "it-IT"];
  return typeof value === "string" ? value.replace(/^(?=\p{L})/u, "È ").slice(0, 100) : value;
});

test("a language is added by its data and its line in the list, and is heard everywhere", () => {
  const all = [...LANGUAGES, TOY];
  expect(languageOf("it-CH", all)).toBe(TOY);
  const brief = wantedCommands(all).find(({ name }) => name === "brief");
  expect(brief).toMatchObject({
    description: EN.commands.brief,
    description_localizations: { it: TOY.commands.brief, "es-419": expect.any(String) },
    options: [{ description_localizations: { it: TOY.options.article } }],
  });
  expect(Object.keys(brief ?? {})).not.toContain("it-IT");
  expect(textOf(helpAnswer("brief", undefined, undefined, TOY))).toContain("È The brief");
  expect(textOf(mistakeAnswer(noSuchCommand("breif", ""), undefined, TOY))).toContain("È There is");
  expect(searchForm(TOY).submit).toBe("È Search");
  expect(labelIn("Page 3", TOY)).toBe("È Page 3");
});

test("what is filled in is taken as it is, and what is not named stays", () => {
  expect(filled("{a} and {b} {c}", { a: "{b}", b: "$&" })).toBe("{b} and $& {c}");
});
