import { expect, test } from "vitest";
import { changesBetween } from "#core/change/changes.ts";
import type { Item, StoryNote } from "#core/digest/edition.ts";
import { groupByStory, toItem } from "#core/digest/group.ts";
import { composeEdition } from "#core/message/edition.ts";
import type { Section } from "#core/message/message.ts";
import { besideBlocks, changeBlocks, originSpans } from "#core/message/story.ts";
import { filingOf } from "#tests/core/story/filing.ts";
import { textOf } from "#tests/message-text.ts";
import { sampleFiled } from "#tests/samples.ts";

const SIX = Date.parse("2026-05-08T06:00Z");
const HOUR = 3_600_000;

function report(
  id: string,
  source: string,
  hours: number,
  body: string,
  title = `Ferry sinks (${id})`,
) {
  const at = new Date(SIX + hours * HOUR).toISOString();
  return filingOf({ id, source, at, title, body });
}

const ferry = (dead: number, owner: string, more = "") =>
  `VELSK – A ferry sank off Velsk and ${dead} people were killed, ${owner} said.${more}`;
const KNOWN = report("known", "AFP", 0, ferry(12, "police"));
const LATER = report(
  "later",
  "AFP",
  4,
  ferry(15, "police", "\n\nThe coastguard, Joss Harrow, called off the search of the wreck."),
);
const OTHER = report(
  "other",
  "Reuters",
  3.5,
  ferry(9, "the owners", "\n\nThe minister, Karl Anders, ordered checks on every ferry."),
  "Ferry sinks: minister orders checks",
);

function itemOf(...reports: readonly ReturnType<typeof report>[]): Item {
  const known = [KNOWN];
  const candidates = reports.map((filed) => ({ filed, carried: null, story: "ferry", known }));
  const [group] = groupByStory(candidates, null, SIX + 5 * HOUR).groups;
  return group === undefined ? expect.unreachable() : toItem(group);
}

const noteOf = ({ story }: Item): StoryNote => story ?? expect.unreachable();
const said = (section: Section) => textOf({ summary: "", sections: [section] });

test("figures come first, each with its source and its owner, then facts, then names", () => {
  const text = said({ blocks: changeBlocks(noteOf(itemOf(LATER)), 9) });
  expect(text).toMatch(
    /^\s*killed: 12 → 15 — AFP, citing police\nThe coastguard, Joss Harrow, called off/u,
  );
  // Someone who stands in a new fact is not named once more.
  expect(text).not.toContain("Named for the first time");
});

test.each([
  ["AFP", "police", " — AFP, citing police"],
  ["AFP", null, " — AFP"],
  [null, "police", " — citing police"],
  // Nobody is named, and "unnamed source" would name somebody.
  [null, null, ""],
])("whose a figure of %j is that it has from %j is said as “%s”", (source, owner, expected) => {
  const changed = changesBetween([KNOWN], LATER).find(({ kind }) => kind === "figure");
  const after = changed?.kind === "figure" ? changed.after : expect.unreachable();
  expect(
    originSpans({ ...after, source, owner })
      .map(({ text }) => text)
      .join(""),
  ).toBe(expected);
});

test("what is drawn from several reports says from which", () => {
  const story = noteOf(itemOf(LATER, OTHER));
  const [changes] = changeBlocks(story, 9);
  expect(changes).toMatchObject({ kind: "list", from: ["known", "later", "other"] });
  const [differ, others] = besideBlocks(story);
  expect(differ).toMatchObject({ kind: "paragraph", from: ["later", "other"] });
  expect(others).toMatchObject({ kind: "note", from: ["other", "known"] });
});

test("who else reports a story is named with a link, where the copy has one", () => {
  const linked = { ...OTHER, article: { ...OTHER.article, sourceUrl: "https://wire.example/2" } };
  const [, others] = besideBlocks(noteOf(itemOf(LATER, linked)));
  expect(others).toMatchObject({
    spans: [{ text: "also: " }, { text: "Reuters", href: "https://wire.example/2" }],
  });
});

test("a fact of another report than the lead names its source", () => {
  const text = said({ blocks: changeBlocks(noteOf(itemOf(LATER, OTHER)), 9) });
  expect(text).toContain("ordered checks on every ferry. (Reuters)");
  expect(text).not.toContain("search of the wreck. (AFP)");
});

test("an edition marks what is new only where not all of it is", () => {
  const edition = (items: readonly Item[]) =>
    textOf(
      composeEdition({
        ...{ subscription: "s", channel: "front", slot: SIX, timeZone: "UTC", waiting: 0, items },
      }),
    );
  const plain: Item = { filed: sampleFiled({ id: "b", title: "Bonds rise" }), update: false };
  expect(edition([plain])).not.toContain("New ·");
  const both = edition([itemOf(LATER, OTHER), plain]);
  expect(both).toContain("New · Bonds rise");
  expect(both).toContain("Update · Ferry sinks (later)");
  expect(both).toContain(
    "Sources differ: killed: 15 (AFP, citing police) · 9 (Reuters, citing the owners)",
  );
  expect(both).toContain("also: Reuters");
  expect(both).toContain("[More → brief later]");
});

test("a list of headlines says no more of a story than its mark", () => {
  const message = composeEdition(
    {
      ...{ subscription: "s", channel: "front", slot: SIX, timeZone: "UTC", waiting: 0 },
      items: [itemOf(LATER, OTHER)],
    },
    { layout: "headlines", audience: null, tally: null },
  );
  expect(textOf(message)).toContain("Update · Ferry sinks (later)");
  expect(textOf(message)).not.toContain("killed:");
});
