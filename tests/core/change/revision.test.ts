import fc from "fast-check";
import { expect, test } from "vitest";
import type { Copy } from "#core/article/copy.ts";
import { compareRevisions } from "#core/change/revision.ts";
import { articleOf, STORY } from "#tests/core/article/sample.ts";

function change(before: Partial<Copy>, after: Partial<Copy>, texts?: [string[], string[]]) {
  const [old, now] = texts ?? [STORY, STORY];
  return compareRevisions(articleOf(before, old), articleOf(after, now));
}

/** What is told where one sentence of the story has become another. */
function details(was: string, is: string, after: Partial<Copy> = {}): readonly string[] {
  const around = ["The harbour lies in the west of the town.", "Ferries were sent elsewhere."];
  const [old, now] = [was, is].map((text) => [around[0] ?? "", text, around[1] ?? ""]);
  return change({}, after, [old ?? [], now ?? []]).details;
}

/** Of that the figures and names, without the sentences that are told as they stand. */
function moves(was: string, is: string, after: Partial<Copy> = {}): readonly string[] {
  return details(was, is, after).filter((detail) => !detail.startsWith("new: "));
}

test.each([
  ["12 people were killed in Oslo.", "15 people were killed in Oslo.", "killed: 12 → 15"],
  ["Twelve people were killed in Oslo.", "Fifteen people were killed in Oslo.", "killed: 12 → 15"],
  [
    "Police said 12 people died at the pier.",
    "Police said 15 people died at the pier.",
    "died: 12 → 15 (citing Police)",
  ],
  [
    "At least 12 people were killed in Oslo.",
    "At least 1,200 people were killed in Oslo.",
    "killed: at least 12 → at least 1,200",
  ],
  [
    "12 people were killed in Oslo.",
    "At least 15 people have been killed in Oslo.",
    "killed: 12 → at least 15",
  ],
  [
    "The pier fell, killing 12 people.",
    "The pier fell, killing at least 15 people.",
    "killed: 12 → at least 15",
  ],
  [
    "Police arrested 3 men at the pier.",
    "Police arrested 5 men at the pier.",
    "men arrested: 3 → 5",
  ],
  [
    "The death toll rose to 12, police said.",
    "The death toll rose to 15, police said.",
    "toll: 12 → 15 (citing police)",
  ],
  [
    "The toll rose to 12 from 9, police said.",
    "The toll rose to 15 from 12, police said.",
    "toll: 12 → 15 (citing police)",
  ],
  [
    "The storm broke 40 windows in Oslo.",
    "The storm broke 400 windows in Oslo.",
    "windows: 40 → 400",
  ],
  [
    "The court set a fine of $3m on Friday.",
    "The court set a fine of $4m on Friday.",
    "fine: $3m → $4m",
  ],
  [
    "Up to 12 people were killed in Oslo.",
    "At least 15 people were killed in Oslo.",
    "killed: up to 12 → at least 15",
  ],
  [
    "In Oslo 12 people were feared killed.",
    "In Oslo 15 people were feared killed.",
    "killed: 12 (feared) → 15 (feared)",
  ],
  [
    "Floods in Oslo displaced two lakh people.",
    "Floods in Oslo displaced three lakh people.",
    "displaced: two lakh → three lakh",
  ],
  // The gunmen are counted, not whom they killed.
  [
    "The 12 gunmen killed a guard in Oslo.",
    "The 15 gunmen killed a guard in Oslo.",
    "gunmen: 12 → 15",
  ],
  // An age, too, was put right; who says the rest is not read for sure.
  [
    "Ida Moe, 52, said 12 people were killed in Oslo.",
    "Ida Moe, 53, said 15 people were killed in Oslo.",
    "new: “Ida Moe, 53, said 15 people were killed in Oslo.”",
  ],
])("%j → %j: %s", (was, is, expected) => {
  expect(details(was, is)).toEqual([expected]);
});

test("a line is printed whole or not at all, and then the sentence is told as it stands", () => {
  const [was, is] = [
    "It cut its forecast to a share of 3%.",
    "It cut its forecast to a share of 4%.",
  ];
  expect(details(was, is)).toEqual([`new: “${is}”`]);
});

test("a bound that goes makes a sentence new, though its words stood there", () => {
  expect(
    details("At least 12 people were killed in Oslo.", "12 people were killed in Oslo."),
  ).toEqual(["new: “12 people were killed in Oslo.”"]);
  expect(
    details("It rained. 12 people came. It was cold.", "12 people came. It was cold."),
  ).toEqual([]);
});

test("a sentence that counts a second thing now is told beside the figure that moved", () => {
  const is = "3 people were killed and 15 people were injured in Oslo.";
  expect(details("12 people were injured in Oslo.", is)).toEqual([
    "injured: 12 → 15",
    `new: “${is}”`,
  ]);
});

test("every figure of a sentence is told, the others being the same", () => {
  const was = "In Oslo 12 people were killed and 30 were injured at the pier.";
  const is = "In Oslo 15 people were killed and 42 were injured at the pier.";
  expect(details(was, is)).toEqual(["killed: 12 → 15", "injured: 30 → 42"]);
});

test.each([
  ["12 people were killed on Monday in Oslo.", "15 people were killed on Friday in Oslo."],
  ["12 people were killed in Oslo.", "15 people were killed in Bergen."],
  ["12 people were killed in Oslo harbour.", "15 people were not killed in Oslo harbour."],
  ["12 people were killed in the flood.", "15 people were killed in the fire."],
  ["12 people were killed in Oslo.", "15 people were killed or injured in Oslo."],
  ["12 people were killed in Oslo.", "15 people were nearly killed in Oslo."],
  ["12 people were killed in Oslo last night.", "15 people were killed in Oslo this year."],
  ["Between 6 and 12 people went to Oslo.", "Between 6 and 15 people went to Oslo."],
  ["Some 6 to 12 people went to Oslo.", "Some 6 to 15 people went to Oslo."],
  ["The road is 12 kilometers long in Oslo.", "The road is 15 kilometers long in Oslo."],
  ["He turns 31 later this year in Oslo.", "He turns 32 later this year in Oslo."],
  ["12 people were killed in Oslo.", "Twelve people were killed in Oslo."],
  ["At least 12 people were killed in Oslo.", "Up to 15 people were killed in Oslo."],
  ["The road toll rose to 12 in Oslo.", "The road toll rose to 15 in Oslo."],
  ["Viewers of Channel 12 in Oslo saw it.", "Viewers of Channel 15 in Oslo saw it."],
  ["Police came at 8:12 p.m. in Oslo.", "Police came at 8:15 p.m. in Oslo."],
  ["Ranked 12 in Oslo, she won again.", "Ranked 15 in Oslo, she won again."],
  ["The pier fell 12 hours after the storm.", "The pier fell 15 hours after the storm."],
  ["Shares fell 12 percent in Oslo on Friday.", "Shares fell 15 percent in Oslo on Friday."],
  ["The pier was built in 1912 by the town.", "The pier was built in 1915 by the town."],
  ["The pier fell on May 12 in the storm.", "The pier fell on May 15 in the storm."],
  ["The match in Oslo ended 3-1 on Friday.", "The match in Oslo ended 4-1 on Friday."],
  ["The pier opened at 10:30 on Friday.", "The pier opened at 11:30 on Friday."],
  ["Bo Miller, 52, was at the pier then.", "Bo Miller, 53, was at the pier then."],
  ["12 more people were killed in Oslo.", "15 more people were killed in Oslo."],
])("of %j → %j no figure is told", (was, is) => {
  expect(moves(was, is)).toEqual([]);
});

test("figures that may be those of two places are not told", () => {
  const sentences = (one: number, other: number): string[] => [
    `In the old town ${one} people were killed by the flood.`,
    `Beyond the river and the hills ${other} people were killed later.`,
  ];
  const told = change({}, {}, [sentences(12, 3), sentences(15, 4)]).details;
  expect(told.filter((detail) => detail.includes("→"))).toEqual([]);
});

test.each([
  [
    "The harbour master, Ann Field, said so.",
    "The harbour master, Anne Field, said so.",
    "Ann Field → Anne Field",
  ],
  [
    "Bo Miller said the pier was safe.",
    "Bo Millar said the pier was safe.",
    "Bo Miller → Bo Millar",
  ],
])("the name in %j is %j now", (was, is, expected) => {
  expect(details(was, is)).toEqual([expected]);
});

test.each([
  ["The minister met Ann Field in Oslo.", "The minister met Bo Miller in Oslo."],
  ["The council met on Sunday in Oslo.", "The council met on Monday in Oslo."],
  ["Pierre fell into the sea at night.", "Pierry fell into the sea at night."],
])("of %j → %j no name is told", (was, is) => {
  expect(moves(was, is)).toEqual([]);
});

test("another name is told where the copy says that it corrects", () => {
  const was = "The minister met Ann Field in Oslo.";
  const is = "The minister met Bo Miller in Oslo.";
  const title = "CORRECTED-Pier collapses in Oslo harbour";
  expect(details(was, is, { title })).toEqual(["Ann Field → Bo Miller"]);
});

test("two people of similar names are not one", () => {
  const before = ["The town met Ann Field at the pier.", "Anne Field was there too, with her son."];
  const after = ["The town met Anne Field at the pier.", "Anne Field was there too, with her son."];
  expect(change({}, {}, [before, after]).details).toEqual([`new: “${after[0]}”`]);
});

const ADDED = "Divers from Bergen searched the water all night without finding anyone alive.";

test.each<[string, Partial<Copy>, string[], Partial<Copy>, string[], string, string[]]>([
  ["nothing", {}, STORY, {}, STORY, "unchanged", []],
  [
    "a date and a version",
    { date: "2025-05-07T09:00Z" },
    STORY,
    { date: "2025-05-07T10:00Z", version: "2" },
    STORY,
    "unchanged",
    [],
  ],
  [
    "white space and marks",
    {},
    STORY,
    {},
    STORY.map((text) => ` ${text.replace("“", '"').replace("”", '"')}  `),
    "unchanged",
    [],
  ],
  [
    "a step over the same words",
    {},
    STORY,
    { title: "UPDATE 1-Pier collapses in Oslo harbour" },
    STORY,
    "unchanged",
    [],
  ],
  [
    "tags and urgency",
    { tags: ["Oslo"] },
    STORY,
    { tags: ["Pier"], urgency: "1" },
    STORY,
    "unchanged",
    [],
  ],
  [
    "a headline",
    {},
    STORY,
    { title: "Twelve die as pier collapses" },
    STORY,
    "update",
    ["headline changed"],
  ],
  ["a paragraph", {}, STORY, {}, [...STORY, ADDED], "update", [`new: “${ADDED}”`]],
  [
    "a paragraph for another",
    {},
    STORY,
    {},
    [...STORY.slice(0, 2), ADDED],
    "update",
    [`new: “${ADDED}”`],
  ],
  [
    "a write-through",
    {},
    STORY,
    { title: "1st Ld-Writethru: Pier collapses in Oslo harbour" },
    [...STORY, ADDED],
    "write-through",
    [`new: “${ADDED}”`],
  ],
  [
    "a correction",
    {},
    STORY,
    { title: "CORRECTION: Pier collapses in Oslo harbour" },
    STORY,
    "correction",
    [],
  ],
  [
    "a correction once more",
    { title: "CORRECTION: Pier collapses in Oslo harbour" },
    STORY,
    { title: "CORRECTION: Pier collapses in Oslo harbour" },
    STORY,
    "unchanged",
    [],
  ],
  [
    "an update behind a correction",
    { title: "CORRECTION: Pier collapses in Oslo harbour" },
    STORY,
    { title: "CORRECTION: Pier collapses in Oslo harbour" },
    [...STORY, ADDED],
    "update",
    [`new: “${ADDED}”`],
  ],
  ["a kill", {}, STORY, { status: "canceled" }, STORY, "kill", []],
  [
    "a kill once more",
    { status: "canceled" },
    STORY,
    { status: "canceled" },
    ["Killed."],
    "unchanged",
    [],
  ],
  ["a story that is usable again", { status: "canceled" }, STORY, {}, STORY, "restored", []],
  ["a story that is withheld", {}, STORY, { status: "withheld" }, STORY, "update", []],
  ["an embargo", {}, STORY, { embargo: "2025-05-09T00:01Z" }, STORY, "update", []],
  ["terms that restrict", {}, STORY, { usageTerms: "No resale" }, STORY, "update", []],
])("%s", (_, before, old, after, now, kind, expected) => {
  const found = change(before, after, [old, now]);
  expect([found.kind, found.details]).toEqual([kind, expected]);
});

test("a correction is told in the copy's own words", () => {
  const notice = "(Corrects the toll in paragraph 1)";
  const found = change({}, {}, [STORY, [notice, ...STORY]]);
  expect([found.kind, found.note]).toEqual(["correction", notice]);
});

test("any two texts are compared, and long ones at once", () => {
  const word = fc.constantFrom(
    "12",
    "people",
    "were",
    "killed",
    "Ann",
    "Field",
    ".",
    "\n\n",
    "$3m",
    "from",
  );
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(word, { maxLength: 60 }).map((words) => words.join(" ")),
  );
  fc.assert(
    fc.property(text, text, (one, other) => {
      const { kind, details: told } = change({}, {}, [[one], [other]]);
      expect(change({}, {}, [[one], [one]]).kind).toBe("unchanged");
      if (kind === "unchanged") expect(told).toEqual([]);
    }),
  );
  for (const piece of ["12 people were killed. ", "a", "12 ", "Ann ", "“ ", ".\n\n", " ", "A. "]) {
    const [one, other] = [piece.repeat(3000), `${piece.repeat(2999)}Oslo. ${piece}`];
    expect(change({}, {}, [[one], [other]])).toBeDefined();
    const long = piece.repeat(50_000);
    expect(change({}, {}, [[long], [`${long} Oslo.`]]).details).toEqual([]);
  }
});

test("another end of any notice that holds an article is a change, not of the first alone", () => {
  const article = articleOf();
  const until = (instant: number) => ({ kind: "until" as const, instant, text: "EMBARGO" });
  const held = (...also: readonly number[]) => ({
    ...article,
    embargo: { ...until(1), also: also.map(until) },
  });
  expect(compareRevisions(held(2), held(2)).kind).toBe("unchanged");
  expect(compareRevisions(held(2), held(3)).kind).toBe("update");
});
