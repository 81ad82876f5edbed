import { expect, test } from "vitest";
import { changesBetween, sayChange } from "#core/change/changes.ts";
import { disagreements, sayDisagreement } from "#core/change/disagreement.ts";
import { exclude, hasMoved, isOneOwner } from "#core/change/same.ts";
import type { Bound } from "#core/text/bound.ts";
import { filingOf } from "#tests/core/story/filing.ts";

const span = (value: number, bound: Bound | null = null, upTo: number | null = null) => ({
  ...{ value, bound, upTo },
});

test.each([
  ["12", "15", span(12), span(15), true],
  ["12", "12", span(12), span(12), false],
  ["at least 12", "15", span(12, "at least"), span(15), true],
  ["at least 12", "more than 14", span(12, "at least"), span(14, "more than"), true],
  ["15", "at least 12", span(15), span(12, "at least"), false],
  ["up to 70", "at least 90", span(70, "at most"), span(90, "at least"), true],
  ["up to 70", "at least 31", span(70, "at most"), span(31, "at least"), false],
  ["about 200", "about 210", span(200, "about"), span(210, "about"), false],
  ["about 200", "about 400", span(200, "about"), span(400, "about"), true],
  ["10 to 12", "15", span(10, null, 12), span(15), false],
] as const)("%s → %s moved", (_, __, was, now, expected) => {
  expect(hasMoved(was, now)).toBe(expected);
});

test.each([
  ["at least 12", "15", span(12, "at least"), span(15), false],
  ["at least 16", "15", span(16, "at least"), span(15), true],
  ["about 30", "31", span(30, "about"), span(31), false],
] as const)("%s and %s can't both be true", (_, __, one, other, expected) => {
  expect(exclude(one, other)).toBe(expected);
});

test.each([
  ["police", "the police chief", true],
  ["Marna", "Ostrava", false],
  [null, "police", true],
  [null, "Ostrava", false],
  [null, null, true],
])("%s and %s are one owner: %s", (one, other, expected) => {
  expect(isOneOwner(one, other)).toBe(expected);
});

const at = (hours: number) => new Date(Date.UTC(2026, 4, 8, 6 + hours, 20)).toISOString();
const before = (body: string) => filingOf({ id: "one", source: "Tarn Wire", at: at(0), body });
const later = (body: string) => filingOf({ id: "two", source: "Tarn Wire", at: at(9), body });
const figures = (one: string, other: string) =>
  changesBetween([before(one)], later(other))
    .filter(({ kind }) => kind === "figure")
    .map(sayChange);

const KILLED = "Four people were killed when shots were fired at a depot in Yarrow on Tuesday.";

test("what a blaze of another year destroyed is no figure of this one", () => {
  const one = "A fire near Yarrow has destroyed 14 homes. A 2014 blaze destroyed 300 homes there.";
  expect(figures(one, "A fire near Yarrow has destroyed 38 homes.")).toEqual([
    "homes destroyed: 14 → 38",
  ]);
});

test.each([
  [
    "the same thing",
    "The toll from the depot in Yarrow is higher: on Tuesday 9 people were killed.",
    1,
  ],
  ["another day", "On Thursday 9 people were killed when a depot in Yarrow burned down.", 0],
  ["another place", "On Tuesday 9 people were killed when a bridge fell in Halse.", 0],
  ["whom it takes in", "On Tuesday 9 people, including the gunman, were killed in Yarrow.", 0],
  ["the city's year", "So far this year 9 people were killed in Yarrow.", 0],
  ["a weekend", "Over the weekend 9 people were killed in Yarrow.", 0],
  ["since when it counts", "Since noon of Tuesday 9 people were killed in Yarrow.", 0],
  ["hours of a day", "From 5 am until 7 pm on Tuesday 9 people were killed in Yarrow.", 0],
  ["several events", "In three separate shootings 9 people were killed in Yarrow.", 0],
  ["a far date", "On January 3 a blast killed 9 people in Yarrow.", 0],
  ["a caller's words", "A caller said that 9 people were killed at a depot in Yarrow.", 0],
  ["two fates in one", "On Tuesday 9 people were killed or injured in Yarrow.", 0],
  ["an age", "Ida Moe, 9, was killed at a depot in Yarrow on Tuesday.", 0],
] as const)("a figure of %s", (_, other, expected) => {
  expect(figures(KILLED, other)).toHaveLength(expected);
});

test("a count that may take in who did it is held against none", () => {
  const other = "On Tuesday 5 people were killed in Yarrow. The gunman was shot dead.";
  expect(figures(KILLED, other)).toEqual([]);
});

test("a bare sentence is of the place that its report opens with", () => {
  const town = (name: string, turnout: number) =>
    `The Liberals held ${name} on Thursday. Turnout was ${turnout} per cent.`;
  expect(figures(town("Orrin", 41), town("Orrin", 47))).toEqual([
    "turnout: 41 per cent → 47 per cent",
  ]);
  expect(
    figures("Orrin voted. Turnout was 41 per cent.", "Halse voted. Turnout was 47 per cent."),
  ).toEqual([]);
});

test("what is counted anew each day has not moved, though its sentence stayed", () => {
  const day = (number: number, span: string) =>
    `The volcano of Orrin stays quiet. The network recorded ${number} tremors ${span}.`;
  expect(figures(day(92, "in the past 24 hours"), day(123, "in the past 24 hours"))).toEqual([]);
  expect(figures(day(3, "from 5 am to 5 pm"), day(763, "since 1 pm of 12 January"))).toEqual([]);
});

test("half a dozen are six", () => {
  expect(
    figures(
      "In Orrin 6 people were hurt by a barge.",
      "A barge hurt half a dozen people in Orrin.",
    ),
  ).toEqual([]);
});

test.each([
  ["including the gunman", []],
  ["not counting two guards", []],
  ["including three children", ["injured: 4 → 9"]],
])("a count %s", (taken, expected) => {
  const one = "On Tuesday 4 people were injured at a depot in Yarrow.";
  expect(
    figures(one, `By then the toll was known: in Yarrow 9 people were injured, ${taken}.`),
  ).toEqual(expected);
});

test("whom the soldiers belong to is part of what is counted", () => {
  const one = "Some 40 Ostravan soldiers were killed near the Ilm on Friday.";
  const other = "On Friday 70 Marnan soldiers were killed near the Ilm.";
  expect(figures(one, other)).toEqual([]);
});

test.each([
  [
    "The storm displaced two lakh people, the commissioner said.",
    "The storm displaced three lakh people, the commissioner said.",
    "displaced: two lakh → three lakh",
  ],
  [
    "More than 20,000 people were evacuated before the storm, the council said.",
    "As the storm came nearer, more than 55,000 people were evacuated, the council said.",
    "displaced: more than 20,000 → more than 55,000",
  ],
  [
    "Nine sailors are missing off Skerra, the coastguard said on Tuesday.",
    "Four sailors are missing off Skerra, the coastguard said on Wednesday.",
    "sailors missing: 9 → 4",
  ],
])("bounds and units are printed: %j → %j", (one, other, expected) => {
  expect(figures(one, other)).toEqual([expected]);
});

test("of counts that grow by the hour, dates alone do not say which came first", () => {
  const report = (id: string, source: string, when: string, body: string) =>
    filingOf({ id, source, at: when, body });
  const pair = (when: string) => [
    report("a", "Tarn Wire", when, "A mine fell in and 31 people were killed, the ministry said."),
    report("b", "Velsk Press", when, "A mine fell in and 26 people were killed, the union said."),
  ];
  expect(disagreements(pair("2026-05-08T06:20:00Z")).map(sayDisagreement)).toEqual([
    "killed: 31 (Tarn Wire, citing the ministry) · 26 (Velsk Press, citing the union)",
  ]);
  expect(disagreements(pair("2026-05-08"))).toEqual([]);
});
