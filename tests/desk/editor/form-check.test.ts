import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FormName } from "#core/reply/form.ts";
import { asked } from "#tests/asked.ts";
import { FAULTY, type Filled, formsNewsroom, RIGHT } from "#tests/form-faults.ts";
import { textOf } from "#tests/message-text.ts";

const EDITOR = asked({
  role: "editor",
  place: { platform: "slack", address: "C0002", name: "Flood Watch" },
});

/** What a command says where it takes a form. */
const TAKEN: Readonly<Record<FormName, RegExp>> = {
  subscribe: /\[Save → subscribe draft:/u,
  search: /^(?:Articles for|Nothing found|There is no page|Showing)/u,
  wrong: /Thank you/u,
};

async function room() {
  const newsroom = await formsNewsroom();
  const check = ({ form, values }: Filled, from = EDITOR) =>
    newsroom.desk.check(form, values, from);
  const submit = async ({ form, values }: Filled) =>
    textOf(await newsroom.desk.submit(form.name, { ...form.along, ...values }, EDITOR));
  return { ...newsroom, check, submit };
}

describe("a form is looked at before it closes", () => {
  test.each(
    FAULTY,
  )("%s is said at its field, and would be refused", async (_, filled, expected) => {
    const { check, submit } = await room();
    const refused = await check(filled);
    const said = Object.fromEntries(refused?.faults.map(({ field, text }) => [field, text]) ?? []);
    expect(Object.keys(said).toSorted()).toEqual(Object.keys(expected).toSorted());
    for (const [field, words] of Object.entries(expected)) expect(said[field]).toMatch(words);
    expect(JSON.stringify(said)).not.toMatch(/Secret|regex|invalid_|zod|undefined/u);
    const kept = refused?.form.fields.map(({ name, value }) => [name, value]) ?? [];
    expect(filled.values).toEqual(Object.fromEntries(kept));
    // A field that must be filled in is the form's own rule: the command has what is usual, or its own form.
    if (!JSON.stringify(said).includes("must be filled in")) {
      expect(await submit(filled)).not.toMatch(/Thank you|\[Save →/u);
    }
  });

  test.each(RIGHT)("%s is handed in, and taken", async (_, filled) => {
    const { check, submit } = await room();
    expect(await check(filled)).toBeNull();
    expect(await submit(filled)).toMatch(TAKEN[filled.form.name]);
  });

  test("whoever may not give the command is told nothing by its form", async () => {
    const { check } = await room();
    const [, order] = FAULTY[0] ?? [];
    expect(order && (await check(order, asked()))).toBeNull();
  });

  test("what is held is the same to a form as what is not there", async () => {
    const { check } = await room();
    const of = async (article: string) => {
      const refused = await check({ form: { name: "wrong" }, values: { article, what: "No" } });
      return refused?.faults.map(({ text }) => text.replaceAll(article, "…"));
    };
    expect(await of("secret plans")).toEqual(await of("hidden plans"));
    expect(await of("zq9")).toEqual(await of("zq8"));
  });

  test("a form whose topics were emptied asks for everything", async () => {
    const { submit, line } = await room();
    const values = { topics: "flood", schedule: "08:00", name: "tide" };
    const filled = { form: { name: "subscribe" }, values } as const;
    const save = /\[Save → (?<line>[^\]]+)\]/u.exec(await submit(filled))?.groups?.line ?? "";
    expect(await line(save, EDITOR)).toContain("flood");
    const emptied = { ...filled, values: { ...values, topics: "" } };
    expect(await submit(emptied)).not.toContain("flood");
  });
});

const pieces = {
  topics: fc.constantFrom(
    "",
    "flood",
    "(",
    ")",
    "OR",
    "NOT",
    "tag:",
    "tag:x",
    "urgency<9",
    '"',
    "-",
  ),
  schedule: fc.constantFrom(
    "08:00",
    "25:00",
    "0 8 * * *",
    "0 99 * * *",
    "every 7 minutes",
    "at",
    ";",
  ),
  zone: fc.constantFrom("", "UTC", "Europe/London", "mars", "new york"),
  layout: fc.constantFrom("full", "compact", "huge", ""),
  name: fc.constantFrom("", "tide", "front-page", "!!", "Ö"),
};
const some = (pieces: fc.Arbitrary<string>) =>
  fc.array(pieces, { minLength: 1, maxLength: 3 }).map((all) => all.join(" "));
const ORDERS = fc.record({
  ...pieces,
  topics: some(pieces.topics),
  schedule: some(pieces.schedule),
});
const WORDS = some(
  fc.constantFrom(
    "bridge",
    "-",
    "-ferry",
    '"',
    "since:3d",
    "since:never",
    "page:2",
    "page:x",
    "speaker:-",
    "order:z",
    "speakr:x",
    " ",
  ),
);
const FILLED: fc.Arbitrary<Filled> = fc.oneof(
  ORDERS.map((values) => ({ form: { name: "subscribe" } as const, values })),
  WORDS.map((words) => ({ form: { name: "search" } as const, values: { words } })),
  fc
    .record({
      article: some(fc.constantFrom("ferry", "bridge", "strke", "f1y", "zq9", "secret", "-", '"')),
      what: fc.constantFrom("", "It was Monday", "what:x", "-"),
    })
    .map((values) => ({ form: { name: "wrong" } as const, values })),
);

test("what the check lets through the command takes, and what the command refuses the check has said", async () => {
  const { check, submit } = await room();
  await fc.assert(
    fc.asyncProperty(FILLED, async (filled) => {
      const refused = await check(filled);
      const answer = await submit(filled);
      const taken = TAKEN[filled.form.name].test(answer) || answer.includes("reported 5 things");
      if (refused === null) expect(taken, `${JSON.stringify(filled)} → ${answer}`).toBe(true);
      else if (taken) {
        // The form asks for what the command could do without, and for nothing else.
        expect(refused.faults.map(({ text }) => text).join()).toMatch(/must be filled in/u);
      }
    }),
    { numRuns: 300 },
  );
});
