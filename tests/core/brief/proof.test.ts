import { describe, expect, test } from "vitest";
import type { Brief, Fact } from "#core/brief/brief.ts";
import type { FaultKind } from "#core/brief/brief-fault.ts";
import { createGate } from "#core/brief/gate.ts";
import { proveBrief } from "#core/brief/proof.ts";
import type { Quote } from "#core/speech/quote.ts";
import { PROVEN, type Proven, provenBrief } from "./proof-copy.ts";

const kindsOf = (brief: Brief, of: Proven): readonly FaultKind[] =>
  proveBrief(brief, of).map(({ kind }) => kind);

test.each(PROVEN.map((of) => [of.title, of] as const))("the brief of %s is proven", (_, of) => {
  expect(proveBrief(provenBrief(of), of)).toEqual([]);
});

/** Plants one fault into the first fact that can have it; `null` where none can. */
type Plant = (brief: Brief, of: Proven) => Brief | null;

function inFact(change: (fact: Fact, of: Proven) => Partial<Fact> | null): Plant {
  return (brief, of) => {
    const at = brief.facts.findIndex((fact) => change(fact, of) !== null);
    const facts = brief.facts.map((fact, index) =>
      index === at ? { ...fact, ...change(fact, of) } : fact,
    );
    return at < 0 ? null : { ...brief, facts };
  };
}

function inQuote(change: (quote: Quote, of: Proven) => Partial<Quote>): Plant {
  return (brief, of) => ({
    ...brief,
    quotes: brief.quotes.map((quote) => ({ ...quote, ...change(quote, of) })),
  });
}

const words = (text: string) => text.split(" ");
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const BOUND =
  /\b(?:not|no|never|nobody|unless|up to|at least|about|less than|fewer than|nearly|some)\b/iu;

const PLANTS: readonly (readonly [FaultKind, string, Plant])[] = [
  [
    "not verbatim",
    "a word of its own",
    inFact(({ text }) => ({ text: text.replace(/ \p{L}+/u, " gladly") })),
  ],
  [
    "not verbatim",
    "a word left out in the middle",
    inFact(({ text }) => ({ text: words(text).toSpliced(3, 1).join(" ") })),
  ],
  [
    "not verbatim",
    "two words changed about",
    inFact(({ text }) => {
      const [a = "", b = "", c = "", ...rest] = words(text);
      return { text: [a, c, b, ...rest].join(" ") };
    }),
  ],
  ["not verbatim", "a quote with a letter more", inQuote(({ text }) => ({ text: `${text}s` }))],
  [
    "out of order",
    "a fact twice",
    (brief) => ({ ...brief, facts: [...brief.facts, ...brief.facts.slice(0, 1)] }),
  ],
  [
    "out of order",
    "a quote twice",
    (brief) => ({ ...brief, quotes: [...brief.quotes, ...brief.quotes] }),
  ],
  [
    "owner lost",
    "a claim told as a fact",
    inFact(({ attribution, text }, { body }) => {
      const isCut = attribution !== null && !text.includes(attribution) && !body.includes(text);
      return isCut ? { attribution: null } : null;
    }),
  ],
  ["wrong owner", "an owner from elsewhere", inFact(() => ({ attribution: "Sabine Quast" }))],
  [
    "wrong owner",
    "an owner in the article's letters only",
    inFact(({ text }, { body }) => {
      const name = /(?<=[a-z] )\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/u.exec(body)?.[0] ?? "Mona Teuila";
      return { attribution: [...name].reverse().join(""), text };
    }),
  ],
  [
    "bound lost",
    "the end of its sentence with a bound",
    inFact(({ text }) => {
      const at = text.slice(12).search(BOUND) + 12;
      return at < 12 ? null : { text: `${text.slice(0, at).trimEnd().replace(/,$/u, "")}.` };
    }),
  ],
  [
    "bound lost",
    "the front of its sentence with a bound",
    inFact(({ text }) => {
      const found = BOUND.exec(text);
      const from = (found?.index ?? 0) + (found?.[0].length ?? 0) + 1;
      return found === null || from > text.length / 2 ? null : { text: capital(text.slice(from)) };
    }),
  ],
  [
    "fragment",
    "a small letter in front",
    inFact(({ text }) => ({ text: text.charAt(0).toLowerCase() + text.slice(1) })),
  ],
  [
    "fragment",
    "half of its sentence",
    inFact(({ text }) => ({ text: `${words(text).slice(0, 4).join(" ").replace(/[,.]$/u, "")}.` })),
  ],
  ["fragment", "a letter cut off", inFact(({ text }) => ({ text: capital(text.slice(1)) }))],
  [
    "fragment",
    "a range that begins in a word",
    inFact(({ text, start }) => ({ text: capital(text.slice(1)), start: start + 1 })),
  ],
  [
    "furniture",
    "a line of the page",
    inFact((_, { body, furniture }) => {
      const start = body.indexOf(furniture);
      return {
        text: furniture,
        start,
        end: start + furniture.length,
        attribution: null,
        hedge: null,
      };
    }),
  ],
  [
    "no such speaker",
    "a name that the article has not",
    inQuote(({ speaker }) => ({ speaker: speaker && { ...speaker, name: "Sabine Quast" } })),
  ],
  [
    "no such speaker",
    "a mention inside the words said",
    inQuote(({ speaker, start, end }) => ({ speaker: speaker && { ...speaker, start, end } })),
  ],
  [
    "no such speaker",
    "another's mention",
    inQuote(({ speaker }, { body }) => {
      const at = /(?<=[a-z] )\p{Lu}\p{Ll}{3,}/u.exec(
        body.replaceAll(/\p{L}+/gu, (word) =>
          speaker?.name.includes(word) ? word.toLowerCase() : word,
        ),
      );
      const start = at?.index ?? 0;
      return { speaker: speaker && { ...speaker, start, end: start + (at?.[0].length ?? 0) } };
    }),
  ],
  [
    "no such speaker",
    "a role that the article has not",
    inQuote(({ speaker }) => ({ speaker: speaker && { ...speaker, role: "astronaut" } })),
  ],
  [
    "false quote",
    "words that nobody said",
    inQuote((_, { body, title }) => {
      const start = body.indexOf(" ", 4) + 1;
      return {
        text: body.slice(start, start + 12),
        start,
        end: start + 12,
        speaker: null,
        cue: title.slice(0, 0),
      };
    }),
  ],
  [
    "headline",
    "a headline of its own",
    (brief) => ({ ...brief, headline: "Astronaut finds teapot" }),
  ],
  ["headline", "none", (brief) => ({ ...brief, headline: "" })],
  [
    "hedge lost",
    "a hedge with the front of its sentence",
    inFact(({ text, hedge }) => {
      const from = hedge === null ? -1 : text.indexOf(hedge) + hedge.length + 1;
      return from > 0 && from < text.length - 8
        ? { text: capital(text.slice(from)), hedge: null }
        : null;
    }),
  ],
];

describe.each(PLANTS)("%s: %s", (kind, _, plant) => {
  const planted = PROVEN.flatMap((of) => {
    const brief = plant(provenBrief(of), of);
    return brief === null ? [] : [[of.title, of, brief] as const];
  });

  test("can be planted", () => expect(planted.length).toBeGreaterThan(0));

  test.each(planted)("%s", (_, of, brief) => {
    expect(kindsOf(brief, of)).toContain(kind);
  });
});

test("ten kinds of faults and more are planted, each of them ten times", () => {
  const counts = new Map<FaultKind, number>();
  for (const [kind, , plant] of PLANTS) {
    const planted = PROVEN.filter((of) => plant(provenBrief(of), of) !== null).length;
    counts.set(kind, (counts.get(kind) ?? 0) + planted);
  }
  expect([...counts.values()].filter((times) => times >= 10).length).toBeGreaterThanOrEqual(10);
});

describe("the gate", () => {
  const of = PROVEN[0] as Proven;
  const draft = { ...of, id: "a", dateline: null, language: "en" };

  test("lets a proven brief pass as it is", () => {
    const brief = provenBrief(of);
    expect(createGate(() => brief)(draft)).toBe(brief);
  });

  test("gives the headline and the lede for one that is not, and says why", () => {
    const brief = provenBrief(of);
    const facts = [{ ...(brief.facts[1] as Fact), attribution: null }];
    expect(createGate(() => ({ ...brief, facts }))(draft)).toMatchObject({
      headline: of.title,
      facts: [{ text: of.body.split("\n", 1)[0], attribution: null }],
      quotes: [],
      faults: [{ kind: "owner lost" }],
    });
  });

  test("gives the copy's own headline for one that is none of the article's", () => {
    const brief = { ...provenBrief(of), headline: "Astronaut finds teapot" };
    expect(createGate(() => brief)(draft)).toMatchObject({ headline: of.title, quotes: [] });
  });
});

test.each([
  ["The PM", "Otto Lund", []],
  ["The Governor", "Otto Lund", []],
  ["Ada Voss", "Otto Lund", ["no such speaker"]],
  ["The TWPA", "Tarn Water and Port Authority", []],
  ["TWPA", "Tarn Water and Port Authority", []],
  ["TWPA", "Otto Lund", ["no such speaker"]],
  ["Ada Voss", "Tarn Water and Port Authority", ["no such speaker"]],
])("an office or letters name nobody by themselves: %s, %s", (mention, name, kinds) => {
  const title = "Lund laughs";
  const body =
    "Otto Lund met Ada Voss. The PM laughed. The Governor of the Tarn Water and Port Authority did not. The TWPA had no word. “It is ours,” he said.";
  const start = body.indexOf(mention);
  const speaker = { name, role: null, start, end: start + mention.length };
  const text = "It is ours,";
  const at = body.indexOf(text);
  const [first = null] = PROVEN;
  const brief = first === null ? null : provenBrief(first);
  const [known] = brief?.quotes ?? [];
  if (brief === null || known === undefined) throw new Error("no brief to begin with");
  const quote = { ...known, text, start: at, end: at + text.length, speaker };
  const made = { ...brief, headline: title, facts: [], quotes: [quote] };
  expect(proveBrief(made, { title, body }).map(({ kind }) => kind)).toEqual(kinds);
});
