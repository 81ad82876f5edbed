import { describe, expect, test } from "vitest";
import { DE } from "#core/language/de.ts";
import { EN } from "#core/language/en.ts";
import { FR } from "#core/language/fr.ts";
import { inTheirLanguage } from "#desk/reply/in-language.ts";
import { asked } from "#tests/asked.ts";
import { formsNewsroom } from "#tests/form-faults.ts";
import { textOf } from "#tests/message-text.ts";

const READER = asked();
const FRENCH = asked({ language: FR });
const UNKNOWN = asked({ language: null });
const PLACE = { platform: "slack", address: "C0002", name: "Flood Watch" } as const;

async function german() {
  const { desk } = await formsNewsroom();
  return inTheirLanguage(desk, DE);
}

describe("who asks is answered in their language, else in the newsroom's", () => {
  test.each([
    ["nobody knows which", UNKNOWN, DE],
    ["it is not said", READER, DE],
    ["it is French", FRENCH, FR],
    ["it is English", asked({ language: EN }), EN],
  ])("where %s", async (_, from, { help, labels, commands }) => {
    const desk = await german();
    const overview = textOf(await desk.ask({ ...from, command: "help", options: {} }));
    expect(overview).toContain(help.title);
    expect(overview).toContain(commands.search);
    expect(textOf(await desk.askLine("breif x", from))).toContain(
      help.noCommand.replace("{typed}", "breif"),
    );
    expect(textOf(await desk.askTyped("/breif x", from))).toContain(`[${labels.help} → help]`);
    const found = textOf(await desk.askLine("search ferry", from));
    expect(found).toContain(`[${labels.more} → brief f1y]`);
    expect(textOf(await desk.home(from))).toContain(`[${labels.whatCanIAsk} → help]`);
    const sheet = textOf(await desk.askLine("brief f1y", from));
    expect(sheet).toContain(`[${labels.thisIsWrong} → wrong f1y]`);
  });

  test.each([
    ["the newsroom's", READER, DE],
    ["their own", FRENCH, FR],
  ])("forms and what is wrong in them, in %s", async (_, from, { forms, faults, labels }) => {
    const desk = await german();
    expect(desk.formForLine("search", from)).toMatchObject({
      ...{ title: forms.search.title, submit: forms.search.submit, cancel: labels.cancel },
      fields: [forms.search.fields.words],
    });
    const editor = asked({ ...from, asker: { ...from.asker, role: "editor" }, place: PLACE });
    const order = desk.formFor({ ...editor, command: "subscribe", options: {} });
    expect(order?.fields.map(({ label }) => label)).toEqual(
      Object.values(forms.subscribe.fields).map(({ label }) => label),
    );
    const refused = await desk.check({ name: "wrong" }, { article: "volcano", what: "" }, from);
    expect(refused?.form.title).toBe(forms.wrong.title);
    expect(refused?.faults.map(({ text }) => text)).toEqual([
      `${faults.nothingFound.replace("{typed}", "“volcano”")}.`,
      `${faults.missing.replace("{hint}", forms.wrong.fields.what.hint)}.`,
    ]);
  });
});
