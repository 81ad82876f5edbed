import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";

const FactCase = z.strictObject({
  /** Words that one fact has. */
  has: z.string().optional(),
  /** The whole of one fact. */
  is: z.string().optional(),
  /** `null`: the article says it in its own voice. */
  attribution: z.string().nullish(),
  hedge: z.string().nullish(),
});

/** A few sentences, and what the brief of them must be; what is left out is not looked at. */
const Case = z.strictObject({
  in: z.string(),
  title: z.string().optional(),
  /** All quotes, each with its speaker. */
  quotes: z.record(z.string(), z.string().nullable()).optional(),
  /** Quotes that may be there or not. */
  open: z.array(z.string()).default([]),
  /** Somebody who said nothing. */
  notBy: z.string().optional(),
  /** Of the first quote. */
  cue: z.string().optional(),
  role: z.string().nullish(),
  facts: z.array(FactCase).optional(),
  /** Words that stand in no fact. */
  noFact: z.array(z.string()).default([]),
  /** Words that no fact begins with. */
  noLead: z.array(z.string()).default([]),
  headline: z.string().optional(),
  headlineHas: z.array(z.string()).default([]),
});
export type Case = z.infer<typeof Case>;

const Rule = z.strictObject({
  rule: z.string(),
  /** The rule applies. */
  hit: z.array(Case).min(1),
  /** It looks as if it did. */
  miss: z.array(Case).min(1),
});
const KnownMiss = z.strictObject({ in: z.string(), cause: z.string() });

/** One case with the rule that it is a hit or a near miss of. */
export interface Listed {
  readonly rule: string;
  readonly kind: "hit" | "near miss";
  readonly given: Case;
}

const FOLDER = join(import.meta.dirname, "cases");

/** Reads every table, in the order of the file names. */
export function readCorpus(): Listed[] {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith(".yaml"));
  const rules = files
    .sort()
    .flatMap((file) => z.array(Rule).parse(parse(readFileSync(join(FOLDER, file), "utf8"))));
  return rules.flatMap(({ rule, hit, miss }) => [
    ...hit.map((given): Listed => ({ rule, kind: "hit", given })),
    ...miss.map((given): Listed => ({ rule, kind: "near miss", given })),
  ]);
}

/** Cases that fail, and why: each must go on failing until it is taken off the list. */
export function readKnownMisses(): Map<string, string> {
  const text = readFileSync(join(import.meta.dirname, "known-misses.yaml"), "utf8");
  return new Map(
    z
      .array(KnownMiss)
      .parse(parse(text))
      .map(({ in: given, cause }) => [given, cause]),
  );
}
