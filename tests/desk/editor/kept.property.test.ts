import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Role } from "#core/access/role.ts";
import type { Article } from "#core/article/article.ts";
import { type Audience, isFor } from "#core/article/audience.ts";
import { createStoryDesk } from "#desk/story.ts";
import { textOf } from "#tests/message-text.ts";
import { type AskedAt, askedAt, CHANNELS, PLACES } from "#tests/places.ts";
import { sampleQuote } from "#tests/samples.ts";
import { type Ask, buttons, commands, completions, posts, typedLines } from "./asks.ts";
import { editorsNewsroom } from "./newsroom.ts";

const OPEN: Partial<Article> = {
  ...{ id: "a1", path: "bridge.txt", title: "Harbour bridge reopens", tags: ["transport"] },
  ...{ section: "city", body: "The harbour bridge of Tarnmouth reopened on Friday." },
};
/** Whatever is said of it has one of these words, none of which stands anywhere else. */
const SECRET: Partial<Article> = {
  ...{ id: "zq9", path: "secret/resignation.txt", title: "Zelmira resigns from harbour board" },
  ...{ slug: "ZELMIRA", tags: ["resignation"], source: "Quorn Gazette", located: "Vexholm" },
  body: "Zelmira resigned on Friday.\n\n“I am done,” said Zelmira Quist.",
};
const WORDS = /zelmira|quist|quorn|vexholm|resign|I am done/iu;
const SPEAKER = { name: "Zelmira Quist", role: null, start: 0, end: 1 };
const QUOTES = { quotes: [sampleQuote({ text: "I am done", speaker: SPEAKER })] };
const SECTIONS = ["legal"];

/** Why it is kept back, and from whom it is not. */
const KEPT: readonly (readonly [says: string, Partial<Article>, Audience])[] = [
  ["by its terms of use", { usageTerms: "For internal use only" }, null],
  ["since it is marked internal", { internal: true }, "internal"],
  ["since its section is", { section: "Legal" }, "internal"],
];

const VALUE = fc.constantFrom(
  ...["", "a1", "zq9", "zelmira", "Zelmira Quist", "resigns harbour", "harbour", "z", "q", "1"],
  // A letter or two are wrong.
  ...["zelmria", "Zelmira Qiust", "resingation harbour", "harbuor", "vexhlom", "qourn"],
  ...["quorn", "vexholm", "resignation", "tag:resignation", "section:legal", "urgency<=1"],
  ...["now", "latest", "web", "desk", "front-page", "2026-05-01", "secret/resignation.txt"],
);

type Room = Awaited<ReturnType<typeof editorsNewsroom>>;
const BUTTON = buttons(
  fc.constantFrom(
    ...["brief zq9", "quotes zq9", "facts zq9", "text zq9", "context zq9 part:1", "wrong zq9"],
    ...["why zq9", "brief a1", "why a1", "search harbour", "digest now", "digest latest"],
    ...["alert zelmira", "search zelmria", "timeline harbour", "digest web", "digest desk"],
  ),
);

const TYPED = typedLines(
  fc.constantFrom(
    ...[
      "who is Zelmira Quist?",
      "what did zelmira quist say",
      "zelmria",
      "resignations at vexholm",
    ],
    ...["please tell me about the harbour", "brief zelmira resigns", "less resignation please"],
    ...["there is a mistake in Zelmira resigns", "what's new?", "quotes quist harbour"],
  ),
);

const FORM: fc.Arbitrary<Ask<Room>> = fc
  .tuple(fc.constantFrom("search", "wrong", "subscribe"), VALUE, VALUE)
  .map(
    ([name, one, other]): Ask<Room> =>
      async ({ desk }, from) => {
        const form = name === "wrong" ? { name, along: { article: one } } : { name };
        const values = name === "search" ? { words: one } : { what: other, topics: one };
        return [name, one, other, await desk.check(form as never, values, from)];
      },
  );

const ASK: fc.Arbitrary<Ask<Room>> = fc.oneof(
  { arbitrary: commands(VALUE), weight: 4 },
  { arbitrary: completions(VALUE), weight: 3 },
  ...[BUTTON, TYPED, FORM, posts],
);

/** A newsroom whose channels have had their editions, and in which stories are told. */
async function newsroom(...articles: readonly Partial<Article>[]): Promise<Room> {
  const room = await editorsNewsroom({ channels: CHANNELS, internalSections: SECTIONS });
  for (const one of articles) await room.file(one, one.id === "zq9" ? QUOTES : {});
  await room.editionDesk.makeDue();
  const claimed = await room.outbox.claim(room.clock.now(), ["slack", "preview"]);
  for (const [index, { key, platform }] of claimed.entries()) {
    const url = `https://chat.example/${platform}/${index}`;
    await room.outbox.delivered(key, { messageId: `m${index}`, url }, room.clock.now());
  }
  const { clock } = room;
  await createStoryDesk({ store: room, clock, pause: async () => undefined }).placeAll();
  return room;
}

/** Everywhere that copy for this audience may not be shown. */
function closedTo(audience: Audience): readonly (readonly [AskedAt, Role])[] {
  return PLACES.flatMap((place) =>
    (["reader", "editor", "admin"] as const)
      .filter((role) => !isFor(audience, role === "reader" ? place.reader : place.editor))
      .map((role) => [place, role] as const),
  );
}

describe.each(KEPT)("copy that is kept back %s", (_, kept, audience) => {
  const places = closedTo(audience);

  test("changes no answer, completion, form and button where it may not be shown", async () => {
    const bare = await newsroom(OPEN);
    const holding = await newsroom(OPEN, { ...SECRET, ...kept });
    await fc.assert(
      fc.asyncProperty(ASK, fc.constantFrom(...places), async (ask, [place, role]) => {
        const from = askedAt(place, role);
        expect(await ask(holding, from)).toEqual(await ask(bare, from));
      }),
      { numRuns: 250 },
    );
  });

  test.each([
    ...["kill", "hold", "release"].flatMap((verb) => [`${verb} zq9`, `${verb} harbour board`]),
    ...["kill zq9 sure:yes", "hold zq9", "release zq9", "post front-page", "preview desk"],
    ...["status", "audit", "reports", "reports 1"],
  ])("is not described by “%s”, given by an editor where it may not be shown", async (line) => {
    const room = await newsroom(OPEN, { ...SECRET, ...kept });
    const desk = PLACES.find(({ at }) => at.channel === "desk");
    const told = askedAt(desk ?? PLACES[0] ?? fail(), "editor");
    await room.desk.askLine("wrong zq9 what:Zelmira Quist never resigned", told);
    await room.desk.askLine("hold zq9", told);
    await room.desk.askLine("release zq9", told);
    for (const [place, role] of places.filter(([, role]) => role === "editor")) {
      const from = askedAt(place, role);
      expect(textOf(await room.desk.askLine(line, from))).not.toMatch(WORDS);
    }
  });

  test("is given where it may be shown", async () => {
    const room = await newsroom(OPEN, { ...SECRET, ...kept });
    for (const place of PLACES) {
      for (const role of ["reader", "editor"] as const) {
        if (places.some(([one, of]) => one === place && of === role)) continue;
        const answer = textOf(await room.desk.askLine("brief zq9", askedAt(place, role)));
        expect(answer).toMatch(WORDS);
      }
    }
  });
});

function fail(): never {
  throw new RangeError("there is no such place");
}
