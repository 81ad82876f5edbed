import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { proveBrief } from "#core/brief/proof.ts";
import { KINDS } from "#core/judgement/kinds.ts";
import { isSurelySpoken } from "#core/judgement/sure-speaker.ts";
import { COPY } from "#tests/core/brief/mend-copy.ts";
import { agreeing, draft, JUDGE, numberOf, onBench, PORT } from "./copy.ts";

const port = onBench(PORT);

describe("key facts", () => {
  test("are those that the model chose, the most important first, with what they speak of", () => {
    const facts = [numberOf(port, "Fishermen"), numberOf(port, "The work will cost")];
    const brief = port.by({ ...agreeing(port), facts });
    expect(brief.facts.map(({ text }) => text.slice(0, 10))).toEqual([
      ...["Fishermen ", "The port o", "The work w"],
    ]);
  });

  test("stay as the rules have them where it chooses none that there is", () => {
    const brief = port.by({ ...agreeing(port), facts: [99, 0, -1, 1.5, "2"] });
    expect(brief.facts).toEqual(port.rules.facts);
  });

  test("keep whose claim they are", () => {
    const facts = [numberOf(port, "The work will cost")];
    const brief = port.by({ ...agreeing(port), facts });
    expect(brief.facts.map(({ attribution }) => attribution)).toEqual([
      null,
      "Northern Harbour Authority",
    ]);
  });

  test("stand in the article's order where one of them could not be read in another", () => {
    // Which quay it is, the first sentence tells.
    const facts = [numberOf(port, "Two cranes"), numberOf(port, "The port of")];
    const brief = port.by({ ...agreeing(port), facts });
    expect(brief.facts.map(({ text }) => text.slice(0, 10))).toEqual(["The port o", "Two cranes"]);
  });

  test("that speak of somebody come behind the sentence that names them", () => {
    const facts = [numberOf(port, "She was shown")];
    const brief = port.by({ ...agreeing(port), facts });
    expect(brief.facts.map(({ text }) => text.slice(0, 10))).toEqual(["Mayor Anna", "She was sh"]);
  });
});

describe("speakers", () => {
  const of = (words: string) => port.sheet.quotes.findIndex(({ text }) => text.includes(words));
  const speakerOf = (person: number, words: string) => {
    const { quotes, ...rest } = agreeing(port);
    const said = quotes.map((one) => (one.quote === of(words) + 1 ? { ...one, person } : one));
    return port.by({ ...rest, quotes: said }).quotes[of(words)]?.speaker?.name ?? null;
  };
  const person = (name: string) => port.sheet.people.findIndex((one) => one.name === name) + 1;

  test.each([
    ["agrees", "lucky", "Anna Vale", "Anna Vale"],
    ["says somebody else of whom the text calls she", "lucky", "Mira Solen", null],
    ["says nobody of whom the text calls she", "lucky", "", null],
    [
      "says somebody else of whom the text names beside the words",
      "quay",
      "Anna Vale",
      "Mira Solen",
    ],
    ["says nobody of whom the text names beside the words", "quay", "", "Mira Solen"],
  ])("where the model %s", (_what, words, named, printed) => {
    expect(speakerOf(person(named), words)).toBe(printed);
  });

  test("of whom the rules name nobody are nobody's, whoever the model names", () => {
    const bench = onBench({
      ...PORT,
      body: PORT.body.replace(
        "“We were lucky that nobody was hurt,” she said.",
        "“Luck was all we had.”",
      ),
    });
    const { quotes, ...rest } = agreeing(bench);
    const brief = bench.by({ ...rest, quotes: quotes.map((one) => ({ ...one, person: 1 })) });
    const before = bench.rules.quotes.filter(({ speaker }) => speaker === null);
    const after = brief.quotes.filter(({ speaker }) => speaker === null);
    expect(after.length).toBeGreaterThanOrEqual(before.length);
    expect(new Set(brief.quotes.flatMap(({ speaker }) => speaker?.name ?? []))).toEqual(
      new Set(
        bench.rules.quotes
          .flatMap(({ speaker }) => speaker?.name ?? [])
          .filter((name) => brief.quotes.some(({ speaker }) => speaker?.name === name)),
      ),
    );
  });
});

test("a doubted name goes also where none of the facts that were chosen can stand", () => {
  const asked = [...COPY, TURNED].map(onBench);
  let emptied = 0;
  for (const bench of asked) {
    const quotes = bench.sheet.quotes.map((_, at) => ({ quote: at + 1, person: 0 }));
    for (const { number } of bench.sheet.sentences) {
      if (number === null) continue;
      const brief = bench.by({ ...agreeing(bench), facts: [number], quotes });
      if (brief.facts.length === bench.rules.facts.length) emptied += 1;
      const named = brief.quotes.filter(({ speaker }) => speaker !== null);
      expect(named.every((quote) => isSurelySpoken(brief.body, quote))).toBe(true);
    }
  }
  expect(emptied).toBeGreaterThan(0);
});

/** Its second sentence takes back a part of the first, so that neither can be chosen alone. */
const TURNED = draft(
  "Most ferries to Arvik run again after storm",
  "Mayor Anna Vale came to the port of Velsk on Thursday and spoke to the crews. “We were lucky that nobody was hurt,” she said.\n\nAll ferries to Arvik ran again on Friday after the storm. Only the night ferry to Tarn did not.\n\nSome 40 ships waited off Velsk.",
);

test("of which a model says two people are nobody's", () => {
  const { quotes, ...rest } = agreeing(port);
  const [, vale] = quotes;
  const twice = [{ quote: 2, person: 1 }, ...quotes];
  expect(vale?.person).toBeGreaterThan(1);
  expect(port.by({ ...rest, quotes: twice }).quotes[1]?.speaker).toBeNull();
});

describe("what kind of text it is", () => {
  const column = onBench({
    ...PORT,
    body: `${PORT.body}\n\nThe council of Velsk must act now, and nobody can deny it.`,
  });

  test("a sentence that judges in nobody's name cannot be chosen for a report", () => {
    const found = column.sheet.sentences.find(({ text }) => text.includes("must act"));
    expect(found?.number).toBeNull();
  });

  test("where a model takes a report for something else, nothing is added to what the rules tell", () => {
    const facts = [numberOf(port, "The port of"), numberOf(port, "Fishermen")];
    const brief = port.by({ ...agreeing(port), kind: "opinion", facts });
    expect(brief.kind).toBe("report");
    expect(brief.facts.map(({ text }) => text.slice(0, 8))).toEqual(["The port"]);
    expect(port.by({ ...agreeing(port), facts }).facts).toHaveLength(2);
    expect(brief.judged?.notes.join(" ")).toContain("what judges is left out");
  });

  test("no model takes an owner from what an opinion says", () => {
    const view = onBench(
      draft(
        "Opinion: The last ferry should stay",
        "The council should keep the last ferry. I have used it for twenty years, and nobody has ever asked me why.\n\nThe boat costs 2 million crowns a year. It carried 40,000 people in May.",
        { byline: "By Ruth Amadi", genre: "Opinion" },
      ),
    );
    const brief = view.by({ ...agreeing(view), kind: "report" });
    expect(brief.kind).toBe("opinion");
    expect(brief.facts.map(({ attribution }) => attribution)).toEqual(
      view.rules.facts.map(({ attribution }) => attribution),
    );
    expect(view.rules.facts.some(({ attribution }) => attribution === "Ruth Amadi")).toBe(true);
    expect(brief.judged?.notes.join(" ")).toContain("its claims keep their owner");
  });

  test("of a text whose form tells its kind no sentence can be chosen", () => {
    const entries = ["0810", "0915", "1005", "1120", "1240"].map((time, at) => {
      return `${time.slice(0, 2)}:${time.slice(2)}\nThe port of Velsk lost ${at + 2} of its cranes to the storm on Monday.`;
    });
    const live = onBench(draft("Live: storm at Velsk", entries.join("\n\n")));
    expect(live.rules.kind).toBe("live");
    expect(live.rules.facts.length).toBeGreaterThan(0);
    expect(live.sheet.sentences.length).toBeGreaterThan(0);
    expect(live.sheet.sentences.filter(({ number }) => number !== null)).toEqual([]);
  });
});

test("a headline is one that the copy has", () => {
  expect(port.by({ ...agreeing(port), headline: 77 }).headline).toBe(PORT.title);
  const other = port.sheet.headlines.length;
  expect(other).toBeGreaterThan(1);
  expect(port.by({ ...agreeing(port), headline: other }).headline).toBe(
    port.sheet.headlines[other - 1],
  );
});

test("the brief says who judged it, by which answer, and where they differ", () => {
  const { judged } = port.by({ ...agreeing(port), headline: 2 });
  expect(judged).toMatchObject({ ...JUDGE, notes: ["It chose another headline."] });
  expect(port.by(agreeing(port)).judged?.notes).toEqual([]);
});

test.each([
  ["nothing", null],
  ["prose", "The port of Velsk will shut."],
  ["half of it", { kind: "report" }],
  [
    "numbers of nothing",
    { kind: "novel", headline: 0, facts: [0], quotes: [{ quote: 9, person: 9 }] },
  ],
  ["a list", [1, 2, 3]],
])("an answer that is %s leaves the rules' brief", (_what, answer) => {
  const { judged, ...brief } = port.by(answer);
  expect(brief).toEqual(port.rules);
  expect(judged?.notes.length).toBeGreaterThan(0);
});

const number = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer(), fc.constant(null));
const answers = fc.oneof(
  fc.record({
    kind: fc.constantFrom(...KINDS, "novel"),
    headline: number,
    facts: fc.array(number, { maxLength: 8 }),
    quotes: fc.array(fc.record({ quote: number, person: number }), { maxLength: 8 }),
  }),
  fc.jsonValue(),
);

test.each(
  COPY.map((article) => [article.title ?? "", article] as const),
)("whatever is answered about “%s”, the brief passes the gate and names nobody whom the rules do not", (_title, article) => {
  const bench = onBench(article);
  const named = new Set(
    bench.rules.quotes.map(({ start, speaker }) => `${start} ${speaker?.name}`),
  );
  fc.assert(
    fc.property(answers, (answer) => {
      const brief = bench.by(answer);
      expect(proveBrief(brief, article)).toEqual([]);
      expect(brief.facts.length > 0 || bench.rules.facts.length === 0).toBe(true);
      for (const { start, speaker } of brief.quotes)
        if (speaker !== null) expect(named).toContain(`${start} ${speaker.name}`);
    }),
    { numRuns: 60 },
  );
});
