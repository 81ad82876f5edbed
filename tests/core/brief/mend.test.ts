import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Mending } from "#core/article/mending.ts";
import type { Brief, Draft } from "#core/brief/brief.ts";
import { keepMendings } from "#core/brief/keep-mendings.ts";
import { choicesFor, createMender, mended, writtenOf } from "#core/brief/mend.ts";
import { wordsAt } from "#core/brief/mendable.ts";
import { withMending, withoutMending } from "#core/brief/mendings.ts";
import { proveBrief } from "#core/brief/proof.ts";
import { about, BRIDGE, COPY, striking, write } from "./mend-copy.ts";

function made(brief: Brief, of: Draft, ...list: readonly Mending[]): Brief {
  const done = mended(brief, of, list);
  if (!done.ok) throw new TypeError(done.faults.join(" "));
  return done.brief;
}

const faultsOf = (of: Draft, ...list: readonly Mending[]) => {
  const done = mended(write(of), of, list);
  return done.ok ? [] : done.faults;
};

const textsOf = (brief: Brief) => brief.facts.map(({ text }) => text);

describe("what may be chosen", () => {
  const brief = write(BRIDGE);
  const choices = choicesFor(BRIDGE, brief);

  test("is whole sentences of the article, each at its offsets", () => {
    expect(choices.sentences.map(({ text }) => text)).toContain(
      "A second bridge, which would carry trams, is to be voted on in March.",
    );
    for (const { start, end, text } of choices.sentences)
      expect(BRIDGE.body.slice(start, end)).toBe(text);
    // Somebody's words are a quote, and no fact.
    expect(choices.sentences.some(({ text }) => text.includes("It held"))).toBe(false);
  });

  test("is whom the article names outside of anybody's words, as its cast has them", () => {
    const names = choices.speakers.map(({ name, role }) => `${name}, ${role}`);
    expect(names).toContain("Joss Harrow, Mayor");
    expect(names).toContain("Mira Solen, chief engineer of the Northern Harbour Authority");
    expect(names.some((name) => name.startsWith("He,"))).toBe(false);
  });

  test("is headlines that the copy has, and the one that its lede makes", () => {
    const titled = { ...BRIDGE, subheadline: "A bill that nobody wants to pay" };
    expect(choicesFor(titled, brief).headlines).toEqual([
      "Harbour bridge reopens after six years",
      "A bill that nobody wants to pay",
      "The swing bridge across Tarnmouth harbour reopened to traffic",
    ]);
  });
});

describe("mending", () => {
  const brief = write(BRIDGE);
  const first = brief.quotes[0] ?? expect.unreachable();

  test("strikes a fact, and chooses another sentence in its place", () => {
    const trams = about(
      "use",
      BRIDGE,
      "A second bridge, which would carry trams, is to be voted on in March.",
    );
    const paid = about(
      "use",
      BRIDGE,
      "The authority reportedly paid 3.2 million crowns to a contractor that withdrew in 2023.",
    );
    const after = made(brief, BRIDGE, striking(brief, 1), trams, paid);
    expect(textsOf(after)).toEqual([
      textsOf(brief)[0],
      textsOf(brief)[2],
      "The authority reportedly paid 3.2 million crowns to a contractor that withdrew in 2023.",
      "A second bridge, which would carry trams, is to be voted on in March.",
    ]);
    // Its hedge is kept, as in any fact.
    expect(after.facts[2]?.hedge).toBe("reportedly");
    expect(writtenOf(after)).toEqual(brief);
  });

  test("strikes a quote, also from those that are printed", () => {
    const second = brief.quotes[1] ?? expect.unreachable();
    const after = made(brief, BRIDGE, { kind: "strike-quote", at: wordsAt(BRIDGE.body, second) });
    expect(after.quotes.map(({ text }) => text)).toEqual([first.text, brief.quotes[2]?.text]);
    for (const at of after.pullQuotes ?? []) expect(after.quotes[at]).toBeDefined();
  });

  test("gives a quote to another mention, or to nobody", () => {
    const at = wordsAt(BRIDGE.body, first);
    const police = choicesFor(BRIDGE, brief).speakers.find(({ name }) => name === "the police");
    const speaker = police ?? expect.unreachable();
    const after = made(brief, BRIDGE, { kind: "speaker", at, speaker });
    expect(after.quotes[0]).toEqual({ ...first, speaker });
    expect(
      made(brief, BRIDGE, { kind: "speaker", at, speaker: null }).quotes[0]?.speaker,
    ).toBeNull();
  });

  test("takes another headline of the copy", () => {
    const text = "The swing bridge across Tarnmouth harbour reopened to traffic";
    expect(made(brief, BRIDGE, { kind: "headline", text }).headline).toBe(text);
  });

  test.each<[string, Mending, string]>([
    [
      "words that stand elsewhere",
      { kind: "strike-fact", at: { start: 1, end: 5, text: "The " } },
      "does not stand there",
    ],
    [
      "a part of a sentence",
      about("use", BRIDGE, "promised an inquiry into the cost."),
      "is no sentence",
    ],
    ["somebody's words", about("use", BRIDGE, first.text), "is no sentence"],
    [
      "a sentence that leans on one that is not told",
      about("use", BRIDGE, "Neither was taken to hospital."),
      "only another sentence tells",
    ],
    ["a headline of nobody's", { kind: "headline", text: "Bridge falls" }, "is no headline"],
    [
      "the headline's letters alone",
      { kind: "headline", text: "Harbour bridge reopens" },
      "is no headline",
    ],
    [
      "somebody whom the article does not name",
      {
        kind: "speaker",
        at: wordsAt(BRIDGE.body, first),
        speaker: { name: "Ines Falk", role: null, start: 240, end: 250 },
      },
      "does not name Ines Falk there",
    ],
    [
      "somebody by an office that is another's",
      {
        kind: "speaker",
        at: wordsAt(BRIDGE.body, first),
        speaker: { name: "Joss Harrow", role: "engineer", start: 701, end: 718 },
      },
      "does not name Joss Harrow there",
    ],
    [
      "a speaker for what is no quote",
      { kind: "speaker", at: wordsAt(BRIDGE.body, { start: 0, end: 9 }), speaker: null },
      "is no quote of this brief",
    ],
  ])("is refused of %s, in a sentence", (_, mending, says) => {
    expect(faultsOf(BRIDGE, mending).join(" ")).toContain(says);
  });

  test.each<[string, (of: Brief) => Partial<Brief>, string]>([
    [
      "a fact in other words",
      ({ facts }) => ({ facts: facts.map((fact) => ({ ...fact, text: "The bridge fell." })) }),
      "does not stand in the article so",
    ],
    [
      "a fact without its hedge",
      () => {
        const text = "The authority paid 3.2 million crowns to a contractor.";
        const start = BRIDGE.body.indexOf("The authority reportedly");
        return { facts: [{ text, start, end: start + 86, attribution: null, hedge: null }] };
      },
      "does not stand in the article so",
    ],
    [
      "a quote that is nobody's words",
      ({ quotes }) => ({ quotes: quotes.map((one) => ({ ...one, text: "It fell" })) }),
      "does not stand in the article so",
    ],
  ])("passes the gate with all that was written before: %s is refused", (_, broken, says) => {
    const before = { ...brief, ...broken(brief) };
    const done = mended(before, BRIDGE, [
      { kind: "headline", text: "The swing bridge across Tarnmouth harbour reopened to traffic" },
    ]);
    expect(done.ok ? "" : done.faults.join(" ")).toContain(says);
  });

  test("is refused beyond five facts", () => {
    const more = ["The authority reportedly", "A spokesman", "A second bridge"].map((opening) => {
      const { sentences } = choicesFor(BRIDGE, brief);
      const at = sentences.find(({ text }) => text.startsWith(opening)) ?? expect.unreachable();
      return { kind: "use", at } as const;
    });
    expect(faultsOf(BRIDGE, ...more)).toEqual([
      "A brief has 5 key facts at most: strike one first.",
    ]);
    expect(faultsOf(BRIDGE, striking(brief, 0), ...more)).toEqual([]);
  });

  test("takes a fact along that would be read of something else", () => {
    const of = {
      ...BRIDGE,
      body: "The ferry Marta sank off Velsk on Monday. It carried 40 lorries of grain. The port of Arvik stays closed until Friday.\n\nTom Brekke, who owns her, was on board. He denies that the boat was old.",
    };
    const written = write(of);
    const leans = written.facts.findIndex(({ text }) => text.startsWith("It carried"));
    expect(leans).toBe(1);
    const after = made(written, of, striking(written, 0));
    expect(textsOf(after).some((text) => text.startsWith("It "))).toBe(false);
    expect(textsOf(after)).toContain("The port of Arvik stays closed until Friday.");
  });
});

describe("a later revision", () => {
  const brief = write(BRIDGE);
  const strike = striking(brief, 1);
  const struck = textsOf(brief)[1] ?? "";
  const kept = (list: readonly Mending[], body: string) => {
    const of = { ...BRIDGE, body };
    return { ...keepMendings(list, BRIDGE.body, write(of), of), of };
  };
  const longer = BRIDGE.body.replace(
    "\n\n“It held",
    "\n\nThe mayor cut a ribbon at noon.\n\n“It held",
  );

  test("keeps what was struck, at its new place", () => {
    expect(textsOf(write({ ...BRIDGE, body: longer }))).toContain(struck);
    const after = kept([strike], longer);
    expect(textsOf(after.brief)).not.toContain(struck);
    expect(after.list).toEqual([about("strike-fact", after.of, struck)]);
    expect(after.dropped).toEqual([]);
  });

  test("keeps what was struck while its brief does not tell it, for one that does", () => {
    const of = { ...BRIDGE, body: `${longer}\n\nThe port of Tarnmouth closes on Monday.` };
    const bare = { ...write(of), facts: write(of).facts.filter(({ text }) => text !== struck) };
    const { list } = keepMendings([strike], BRIDGE.body, bare, of);
    expect(textsOf(keepMendings(list, of.body, write(of), of).brief)).not.toContain(struck);
  });

  test("strikes what was struck wherever it stands", () => {
    const twice = `${longer}\n\n${struck}`;
    expect(textsOf(kept([strike], twice).brief)).not.toContain(struck);
  });

  test("drops a chosen sentence that is another one now, and says so", () => {
    const trams = about(
      "use",
      BRIDGE,
      "A second bridge, which would carry trams, is to be voted on in March.",
    );
    const after = kept([trams, strike], longer.replace("in March", "in April"));
    expect(after.dropped).toEqual([{ mending: trams, why: "its words stand there no more" }]);
    expect(after.list).toHaveLength(1);
    expect(textsOf(after.brief).some((text) => text.includes("April"))).toBe(false);
  });

  test("drops a chosen sentence that stands there twice", () => {
    const text = "A second bridge, which would carry trams, is to be voted on in March.";
    const after = kept([about("use", BRIDGE, text)], `${text}\n\n${longer}`);
    expect(after.dropped[0]?.why).toBe("its words stand there more than once");
  });

  test("makes room for what was chosen, by what was written last", () => {
    const text = "A second bridge, which would carry trams, is to be voted on in March.";
    const full = { ...BRIDGE, body: longer };
    const { sentences } = choicesFor(full, write(full));
    const five = sentences.filter((one) => one.text !== text).slice(0, 5);
    const facts = five.map((at) => ({ ...at, attribution: null, hedge: null }));
    const written = { ...write(full), facts };
    const after = keepMendings([about("use", BRIDGE, text)], BRIDGE.body, written, full);
    expect(textsOf(after.brief)).toHaveLength(5);
    expect(textsOf(after.brief)).toContain(text);
  });

  test("keeps a speaker by the name, at the mention nearest to the quote", () => {
    const quote = brief.quotes[0] ?? expect.unreachable();
    const { speakers } = choicesFor(BRIDGE, brief);
    const speaker = speakers.find(({ name }) => name === "Joss Harrow") ?? expect.unreachable();
    const mending = { kind: "speaker", at: wordsAt(BRIDGE.body, quote), speaker } as const;
    const after = kept([mending], longer);
    expect(after.brief.quotes.find(({ text }) => text === quote.text)?.speaker?.name).toBe(
      "Joss Harrow",
    );
    const gone = kept([mending], longer.replaceAll("Harrow", "Haddon"));
    expect(gone.dropped[0]?.why).toBe("the article does not name Joss Harrow any more");
  });

  test("drops a headline that the copy has no more", () => {
    const titled = { ...BRIDGE, subheadline: "A bill that nobody wants to pay" };
    const headline = { kind: "headline", text: titled.subheadline } as const;
    const of = { ...titled, body: longer };
    expect(keepMendings([headline], BRIDGE.body, write(of), of).brief.headline).toBe(headline.text);
    const bare = { ...BRIDGE, body: longer };
    const after = keepMendings([headline], BRIDGE.body, write(bare), bare);
    expect(after.brief.headline).toBe(BRIDGE.title);
    expect(after.dropped).toHaveLength(1);
  });
});

/** One of all that might be asked of an article, sensible or not. */
function arbitraryMending(of: Draft): fc.Arbitrary<Mending> {
  const brief = write(of);
  const { sentences, speakers, headlines } = choicesFor(of, brief);
  const spots = [...brief.facts, ...brief.quotes, ...sentences].map((one) => wordsAt(of.body, one));
  const range = fc.tuple(fc.nat(of.body.length), fc.nat(80)).map(([start, length]) => {
    return wordsAt(of.body, { start, end: start + length });
  });
  const at = fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...spots) },
    { weight: 1, arbitrary: range },
  );
  const speaker = fc.constantFrom(null, ...speakers);
  const kinds = ["strike-fact", "strike-quote", "use"] as const;
  return fc.oneof(
    fc.record({ kind: fc.constantFrom(...kinds), at }),
    fc.record({ kind: fc.constant("speaker" as const), at, speaker }),
    fc.record({
      kind: fc.constant("headline" as const),
      text: fc.constantFrom(...headlines, "Nobody’s headline"),
    }),
  );
}

const MENDED = COPY.map((of) => [of.title, of] as const);

describe.each(MENDED)("any mendings of “%s”", (_, of) => {
  const brief = write(of);
  const lists = fc.array(arbitraryMending(of), { maxLength: 6 });
  const listed = (all: readonly Mending[]) =>
    all.reduce<readonly Mending[]>((list, one) => withMending(list, one, brief), []);

  test("give a brief that keeps every promise, or are refused in a sentence; taken back, they leave what was written", () => {
    const mender = createMender(brief, of);
    fc.assert(
      fc.property(lists, (all) => {
        const list = listed(all);
        const done = mender.apply(list);
        if (!done.ok) {
          for (const fault of done.faults) expect(fault).toMatch(/\.$/u);
          return;
        }
        expect(proveBrief(done.brief, of)).toEqual([]);
        expect(writtenOf(done.brief)).toEqual(brief);
        const undone = list.reduce(
          (left, one) => withoutMending(left, one.kind === "headline" ? "headline" : keyAt(one)),
          list,
        );
        expect(mended(done.brief, of, undone)).toEqual({ ok: true, brief });
      }),
      { numRuns: 30 },
    );
  });

  test("are kept by a later revision that keeps every promise and tells nothing that was struck", () => {
    const later = { ...of, body: `${of.body}\n\nThe port of Vessel Bay opens on Sunday.` };
    const written = write(later);
    const mender = createMender(brief, of);
    fc.assert(
      fc.property(lists, (all) => {
        const list = listed(all);
        if (!mender.apply(list).ok) return;
        const after = keepMendings(list, of.body, written, later);
        expect(proveBrief(after.brief, later)).toEqual([]);
        expect(after.list.length + after.dropped.length).toBeGreaterThanOrEqual(list.length);
        for (const one of list) {
          if (one.kind !== "strike-fact") continue;
          const told = after.brief.facts.map(({ start, end }) => later.body.slice(start, end));
          expect(told).not.toContain(one.at.text);
        }
        expect(writtenOf(after.brief)).toEqual(written);
      }),
      { numRuns: 15 },
    );
  });
});

function keyAt(one: Exclude<Mending, { readonly kind: "headline" }>): string {
  const isFact = one.kind === "strike-fact" || one.kind === "use";
  return `${isFact ? "fact" : "quote"}@${one.at.start}`;
}
