import { expect, test } from "vitest";
import { createWriteBrief } from "#core/brief/write.ts";
import { draftOf } from "#tests/eval/gold.ts";
import { faultsOf } from "./check.ts";
import { readCorpus, readKnownMisses } from "./corpus.ts";

const CORPUS = readCorpus();
const KNOWN = readKnownMisses();
const writeBrief = createWriteBrief();
const run = ({ given }: (typeof CORPUS)[number]) =>
  faultsOf(writeBrief(draftOf("case", given.title ?? null, given.in)), given);

test("the tables are large, and no case stands in them twice", () => {
  expect(CORPUS.length).toBeGreaterThanOrEqual(120);
  expect(new Set(CORPUS.map(({ given }) => given.in + (given.title ?? ""))).size).toBe(
    CORPUS.length,
  );
});

test("every known miss is a case of the tables", () => {
  const cases = new Set(CORPUS.map(({ given }) => given.in));
  expect([...KNOWN.keys()].filter((text) => !cases.has(text))).toEqual([]);
});

const listed = CORPUS.map((entry) => [entry.rule, entry.kind, entry.given.in, entry] as const);

test.each(listed.filter(([, , text]) => !KNOWN.has(text)))("%s, %s: %s", (_, __, ___, entry) => {
  expect(run(entry)).toEqual([]);
});

const missed = listed.filter(([, , text]) => KNOWN.has(text));

// A case that passes again comes off the list: known-misses.yaml.
test.each(missed)("%s, %s, still missed: %s", (_, __, ___, entry) => {
  expect(run(entry)).not.toEqual([]);
});
