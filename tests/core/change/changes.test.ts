import { expect, test } from "vitest";
import { changesBetween, sayChange } from "#core/change/changes.ts";
import { markOf } from "#core/story/mark.ts";
import { filingOf } from "#tests/core/story/filing.ts";

const HOUR = 3_600_000;
const SIX = Date.parse("2026-05-08T06:00:00Z");

interface Given {
  readonly id?: string;
  readonly source?: string;
  /** Hours after six. */
  readonly hours?: number;
}

function report(body: string, { id = "before", source = "Tarn Wire", hours = 0 }: Given = {}) {
  const at = new Date(SIX + hours * HOUR).toISOString();
  return filingOf({ id, source, at, title: "Ferry sinks off Velsk", body });
}
const LATER = { id: "after", hours: 4 };
const changed = (before: ReturnType<typeof report>, after: ReturnType<typeof report>) =>
  changesBetween([before], after).map(sayChange);

const TWELVE = report("VELSK – A ferry sank on Friday and 12 people were killed, police said.");

test("a figure that moved is told with both sentences as proof", () => {
  const after = report(
    "VELSK – A ferry sank on Friday and 15 people were killed, police said.",
    LATER,
  );
  const [change] = changesBetween([TWELVE], after);
  expect(change).toMatchObject({
    ...{ kind: "figure", label: "killed" },
    before: { value: 12, proof: { article: "before" } },
    after: { value: 15, proof: { article: "after" } },
  });
  expect(sayChange(change ?? expect.unreachable())).toBe("killed: 12 → 15");
  if (change?.kind !== "figure") return;
  for (const [{ proof }, { brief }] of [
    [change.before, TWELVE],
    [change.after, after],
  ] as const) {
    expect(brief.body.slice(proof.start, proof.end)).toBe(proof.text);
  }
});

test.each([
  ["the same figure", "A ferry sank on Friday and 12 people were killed, police said.", LATER],
  ["another owner's", "A ferry sank on Friday and 15 people were killed, the owners said.", LATER],
  ["another measure's", "A ferry sank on Friday and 15 people were injured, police said.", LATER],
  ["a bound below it", "A ferry sank and at most 15 people were killed, police said.", LATER],
  [
    "another source's of the same hour",
    "A ferry sank on Friday and 15 people were killed, police said.",
    { id: "after", source: "Example Wire", hours: 1 },
  ],
  [
    "an older report's",
    "A ferry sank on Friday and 9 people were killed, police said.",
    { id: "after", hours: -3 },
  ],
])("no figure has moved: %s", (_, body, given) => {
  const changes = changesBetween([TWELVE], report(body, given));
  expect(changes.filter(({ kind }) => kind === "figure")).toEqual([]);
});

test("another owner's later count is no figure that moved, and is told as the fact that it is", () => {
  const body = "VELSK – A ferry sank on Friday and 15 people were killed, the owners said.";
  const changes = changesBetween([TWELVE], report(body, LATER));
  expect(changes.map(({ kind }) => kind)).toEqual(["fact"]);
  expect(changed(TWELVE, report(body, LATER))[0]).toContain("15 people were killed");
});

test("of a report under whose headline another story stands nothing is told", () => {
  const names = (last: string) => {
    const body = `Gareth Ollivant, 44, was charged with setting a barn alight after a quarrel over hay, prosecutors told a judge. Neighbours had smelled petrol and heard dogs bark at midnight, an inspector wrote. ${last}`;
    // A revision, which needs no other bond with what readers know.
    const after = report(body, { ...LATER, id: "before" });
    return changesBetween([TWELVE], after).filter(({ kind }) => kind === "name");
  };
  expect(names("Two horses and a tractor burned.")).toEqual([]);
  expect(names("The ferry that sank off Velsk lay nearby.")).toHaveLength(1);
});

const FIVE = "A ferry sank on Friday. Five people were injured on board, police said.";

test.each([
  ["in other words", "Eight passengers were hit by ropes.", 0],
  ["told one by one", "An eighth person was hurt later.", 0],
  ["as what became of others", "Eight people were rescued.", 1],
  ["of other things", "Eight boats came.", 1],
])("a value that readers have seen %s has not moved for them", (_, seen, expected) => {
  const after = report(
    "A ferry sank on Friday. Eight people were injured on board, police said.",
    LATER,
  );
  const changes = changesBetween([report(`${FIVE} ${seen}`)], after);
  expect(changes.filter(({ kind }) => kind === "figure")).toHaveLength(expected);
  expect(changes.filter(({ kind }) => kind === "fact")).toEqual([]);
});

test("a count that another has followed since is not what readers know", () => {
  const other = report(
    "Nine people were killed on the coast this week, two of them by lightning.",
    {
      ...{ id: "other", source: "Coast Press", hours: 2 },
    },
  );
  const after = report(
    "VELSK – A ferry sank on Friday and 15 people were killed, police said.",
    LATER,
  );
  const figures = changesBetween([TWELVE, other], after).filter(({ kind }) => kind === "figure");
  expect(figures).toEqual([]);
});

test("a number of things is no figure that moved without what became of them", () => {
  const homes = (count: number, given?: Given) =>
    report(`About ${count} homes were without power after the ferry hit a mast.`, given);
  const kinds = changesBetween([homes(900)], homes(300, LATER)).map(({ kind }) => kind);
  expect(kinds).not.toContain("figure");
});

test("readers who have the newest figure already are told nothing", () => {
  const fifteen = "A ferry sank on Friday and 15 people were killed, police said.";
  const known = [TWELVE, report(fifteen, { id: "known", hours: 2 })];
  expect(changesBetween(known, report(fifteen, LATER))).toEqual([]);
});

test("a name that nobody has read yet is told, and a part of one that they have is not", () => {
  const before = report("VELSK – A ferry sank, the mayor, Ines Solen, said.");
  const after = report(
    "VELSK – A ferry sank, the mayor, Solen, said. Joss Harrow, 31, was arrested.",
    LATER,
  );
  const names = changesBetween([before], after).filter(({ kind }) => kind === "name");
  expect(names.map(sayChange)).toEqual(["Joss Harrow"]);
});

test("a fact that the older copy does not tell is told, and one that it tells in other words is not", () => {
  const after = report(
    "VELSK – A ferry sank on Friday, killing 12 people.\n\nVelsk Lines has grounded every ship of its fleet for inspections.",
    LATER,
  );
  expect(changed(TWELVE, after)).toEqual([
    "Velsk Lines has grounded every ship of its fleet for inspections.",
  ]);
});

test.each([
  ["correction", ["The mayor opened the fair, not her deputy."]],
  ["update", []],
] as const)("of an article's own %s these sentences are told that are no fact of its brief: %j", (kind, lines) => {
  const was =
    "VELSK – A fair opened in Velsk on Friday. Its stalls were full by noon, traders said.";
  const is = was.replace("Its", "The mayor opened the fair, not her deputy. Its");
  const before = report(was);
  const after = report(is, { hours: 4 });
  const announced = { kind, text: "Corrects who opened it" };
  const now = {
    article: { ...after.article, announced },
    brief: { ...after.brief, facts: [] },
  };
  expect(changesBetween([before], now).map(sayChange)).toEqual(lines);
  // Another article's sentences are none of this one's.
  const other = { ...before, article: { ...before.article, id: "other" } };
  expect(changesBetween([other], now)).toEqual([]);
});

test("to readers who know nothing of a story nothing has changed", () => {
  expect(changesBetween([], TWELVE)).toEqual([]);
});

test.each([
  [false, null, 0, "new"],
  [true, null, 2, "update"],
  [true, "correction", 0, "correction"],
  [true, "update", 0, "known"],
] as const)("carried %s, revised by %s, %s changes: %s", (carried, revised, count, mark) => {
  const after = report("VELSK – A ferry sank and 15 people were killed, police said.", LATER);
  const changes = count === 0 ? [] : changesBetween([TWELVE], after);
  expect(markOf(carried, revised, changes)).toBe(mark);
});

test.each([
  ["killed: 12 → 9", "Tarn Wire", "9 people were killed"],
  ["killed: 12 → 15", "Example Wire", "15 people were killed"],
  [null, "Example Wire", "9 people were killed"],
])("the dead grow in number, unless whoever counted them counts anew: %s", (line, source, told) => {
  const after = report(`VELSK – A ferry sank on Friday and ${told}, police said.`, {
    ...LATER,
    source,
  });
  expect(changed(TWELVE, after)).toEqual(line === null ? [] : [line]);
});

test("and so do the injured", () => {
  const one = report("VELSK – A ferry sank on Friday and 640 people were injured, police said.");
  const two = report(
    "VELSK – A ferry sank on Friday and more than 40 people were injured, police said.",
    {
      ...LATER,
      source: "Example Wire",
    },
  );
  expect(changed(one, two)).toEqual([]);
});
