import { describe, expect, test } from "vitest";
import { ROLES } from "#core/access/role.ts";
import { isFor } from "#core/article/audience.ts";
import { COMMANDS } from "#core/reply/command.ts";
import { editorsNewsroom } from "#tests/desk/editor/newsroom.ts";
import { textOf } from "#tests/message-text.ts";
import { askedAt, CHANNELS, PLACES } from "#tests/places.ts";
import { sampleQuote } from "#tests/samples.ts";
import { accessPage, KINDS } from "./access-page.ts";

test("the page of the documentation says what the rule says", async () => {
  await expect(accessPage()).toMatchFileSnapshot("../../../docs/access.md");
});

/** One article for each audience, which is told by its name wherever it is shown. */
const COPY = [
  { id: "a1", name: "Anselm", says: {} },
  { id: "b2", name: "Belmont", says: { usageTerms: "Not for publication" } },
  { id: "c3", name: "Corvin", says: { internal: true } },
] as const;

/** Every verb that tells of copy, as it asks for one of these articles. */
const VERBS: Readonly<Record<string, (id: string, name: string) => string>> = {
  brief: (id) => `brief ${id}`,
  quotes: (_id, name) => `quotes ${name}`,
  facts: (_id, name) => `facts ${name}`,
  text: (_id, name) => `text ${name}`,
  context: (id) => `context ${id}`,
  search: () => "search harbour",
  digest: () => "digest now layout:headlines",
  timeline: () => "timeline harbour",
  why: (id) => `why ${id}`,
  wrong: (id) => `wrong ${id}`,
};

/** Those that tell of no copy, or of what an editor names by its id. */
const OTHERS = new Set([
  ...["help", "subscribe", "unsubscribe", "schedule", "pause", "resume", "preview", "post"],
  ...["kill", "hold", "release", "mend", "approve", "status", "audit", "reports", "alert"],
  ...["forget", "retry", "signin"],
]);

test("every command is tried, or tells of no copy", () => {
  const names = COMMANDS.map(({ name }) => name).filter((name) => !OTHERS.has(name));
  expect(names.toSorted()).toEqual(Object.keys(VERBS).toSorted());
});

async function newsroom() {
  const room = await editorsNewsroom({ channels: CHANNELS });
  for (const { id, name, says } of COPY) {
    const fields = {
      title: `${name} opens harbour`,
      body: `${name} opened the harbour on Friday.`,
    };
    const speaker = { name: `Ada ${name}`, role: null, start: 0, end: 1 };
    const quotes = [sampleQuote({ text: `${name} opened`, speaker })];
    const path = `${name}.txt`;
    await room.file({ id, path, contentHash: id, ...fields, ...says }, { quotes });
    const entry = { path, contentHash: id, articleId: id, at: room.clock.now() };
    await room.ledger.record({ ...entry, stage: "taken-in", rule: "It was read" });
  }
  return room;
}

describe.each(PLACES)("in $place", (place) => {
  test.each(
    ROLES,
  )("each verb shows a %s what is for them there, and nothing else", async (role) => {
    const { desk } = await newsroom();
    const from = askedAt(place, role);
    const readers = role === "reader" ? place.reader : place.editor;
    for (const [index, { id, name }] of COPY.entries()) {
      const kind = KINDS[index];
      const expected = kind !== undefined && isFor(kind.audience, readers);
      for (const [verb, lineFor] of Object.entries(VERBS)) {
        const typed = lineFor(id, name);
        const answer = textOf(await desk.askLine(typed, from));
        const isShown = answer.includes(`${name} open`);
        expect({ verb, name, isShown }).toEqual({ verb, name, isShown: expected });
      }
      const offered = await desk.suggest("brief", "article", name, from);
      expect(offered.map(({ value }) => value)).toEqual(expected ? [id] : []);
      expect(await desk.suggest("quotes", "speaker", name, from)).toHaveLength(expected ? 1 : 0);
    }
  });
});
