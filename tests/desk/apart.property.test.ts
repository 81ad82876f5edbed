import fc from "fast-check";
import { expect, test } from "vitest";
import type { Role } from "#core/access/role.ts";
import type { Article } from "#core/article/article.ts";
import { type Audience, isFor } from "#core/article/audience.ts";
import type { Brief } from "#core/brief/brief.ts";
import type { ArchiveFilters } from "#desk/board/archive.ts";
import { createStoryDesk } from "#desk/story.ts";
import { openStore, type Store } from "#edge/store/store.ts";
import { askedOnPage } from "#tests/asked.ts";
import { textOf } from "#tests/message-text.ts";
import { type AskedAt, askedAt, CHANNELS, PLACES } from "#tests/places.ts";
import { describePostgres } from "#tests/postgres/server.ts";
import { sampleFact, sampleQuote } from "#tests/samples.ts";
import { temporaryFolder } from "../edge/store/temporary.ts";
import { boardRoom } from "./board/room.ts";
import { type Ask, buttons, commands, completions, posts, typedLines } from "./editor/asks.ts";
import { testStore } from "./fixture.ts";

type Room = Awaited<ReturnType<typeof boardRoom>>;

const MINUTE = 60_000;
const SECTIONS = ["legal"];

/** Why copy is kept back, and from whom it is not; `held`: from whoever is no editor. */
const KEPT: readonly (readonly [says: string, Partial<Article>, Audience | "held"])[] = [
  ["by its terms of use", { usageTerms: "For internal use only" }, null],
  ["since it is marked internal", { internal: true }, "internal"],
  ["since its section is", { section: "Legal" }, "internal"],
  ["by an embargo", { embargo: { kind: "unreadable", text: "when we say so" } }, "held"],
];

/** Few words, so that what is kept back has those of what is not: in other cases, with other signs, in other stories. */
const WORDS = ["harbour", "bridge", "ferry", "tide", "crane", "Velsk", "grain", "strike", "Solen"];
const SPEAKERS = [
  "Mira Solen",
  "mira SOLEN",
  "Mira Sölen",
  "Ada Brandt",
  "Ada BRANDT",
  "Per Aldis",
];
const SOURCES = ["Tide Wire", "TIDE WIRE", "The Quay (Marna)", "The Quay, Marna", "Island News"];
const TAGS = ["transport", "Transport", "TRANSPORT", "labour", "Labour"];
const OF = (list: readonly string[]) => fc.constantFrom(...list);

/** What happened, in words that leave no doubt which reports are of one story. */
const EVENTS = [
  "The harbour bridge of Tarnmouth reopened on Friday after nine months of repairs, and lorries crossed it at noon, the council said.",
  "A ferry with 212 passengers ran aground off Velsk in thick fog, and tugs pulled it free before the tide turned, the coast guard said.",
  "Grain prices rose to a record in Port Arden as drought shrank the wheat crop of the southern plains for a third year, traders said.",
  "Dockers began a strike over night shifts at the container terminal of Sandholm, and forty ships waited in the roads, their union said.",
  "A crane toppled onto an empty warehouse in Marna during a gale, tearing its roof off, and nobody was injured, firefighters said.",
  "Parliament elected Ines Quill as its speaker by three votes after a debate of eleven hours about pensions and farm subsidies.",
];

interface Text {
  readonly title: string;
  readonly body: string;
  readonly speaker: string;
  readonly source: string;
  readonly tags: readonly string[];
  readonly located: string;
  readonly published: number | null;
}

const TEXT: fc.Arbitrary<Text> = fc.record({
  title: fc.array(OF(WORDS), { minLength: 1, maxLength: 2 }).map((words) => words.join(" ")),
  body: OF(EVENTS),
  ...{ speaker: OF(SPEAKERS), source: OF(SOURCES), located: OF(["Velsk", "VELSK", "Marna"]) },
  tags: fc.subarray(TAGS, { maxLength: 2 }),
  // Now and then at the very moment at which others are.
  published: fc.option(fc.constantFrom(...[1, 2, 3].map((day) => Date.UTC(2026, 4, day, 6)))),
});

/** What is kept back comes at any moment, with names and tags of what is not, and tells of something else. */
const HIDDEN = fc.record({
  text: TEXT,
  before: fc.nat(),
  words: fc.array(OF(WORDS), { maxLength: 3 }),
});

type Hidden = typeof HIDDEN extends fc.Arbitrary<infer One> ? One : never;

const OPEN = fc.array(TEXT, { minLength: 3, maxLength: 30 });
const HIDDEN_ONES = fc.array(HIDDEN, { minLength: 1, maxLength: 12 });

function copyOf(id: string, text: Text): [Partial<Article>, Partial<Brief>] {
  const { speaker, published, ...fields } = text;
  const quote = sampleQuote({
    text: `The ${text.title}`,
    speaker: { name: speaker, role: null, start: 0, end: 1 },
  });
  const facts = [sampleFact({ text: text.body })];
  return [
    { id, path: `${id}.txt`, contentHash: id, ...fields, published },
    { quotes: [quote], facts },
  ];
}

/** A newsroom in which this came in, with what is kept back between it, and whose channels have had their editions. */
async function newsroom(
  store: Store,
  open: readonly Text[],
  hidden: readonly Hidden[],
  kept: Partial<Article>,
): Promise<Room> {
  const room = await boardRoom({ store, channels: CHANNELS, internalSections: SECTIONS });
  const { clock } = room;
  const place = createStoryDesk({ store: room.storeItself, clock, pause: async () => undefined });
  for (const [index, text] of open.entries()) {
    for (const [number, one] of hidden.entries()) {
      if (one.before % open.length !== index) continue;
      const [fields, brief] = copyOf(`zq${number}`, {
        ...one.text,
        body: `Zelmira Quist quit office ${number} at Vexholm over a bribe, ${one.words.join(" ")}.`,
      });
      await room.file({ ...fields, ...kept }, brief);
    }
    await room.file(...copyOf(`open${index}`, text));
    clock.pass(index % 7 === 0 ? 20 * MINUTE : MINUTE);
    if (index % 10 !== 9) continue;
    await place.placeAll();
    await edition(room);
  }
  await place.placeAll();
  await edition(room);
  return room;
}

async function edition(room: Room): Promise<void> {
  await room.editionDesk.makeDue();
  for (const { key } of await room.outbox.claim(room.clock.now(), ["slack", "preview"])) {
    const receipt = {
      messageId: `m ${key}`,
      url: `https://chat.example/${encodeURIComponent(key)}`,
    };
    await room.outbox.delivered(key, receipt, room.clock.now());
  }
}

const VALUE = fc.oneof(
  OF(WORDS),
  OF(SPEAKERS),
  OF(SOURCES),
  fc.array(OF(WORDS), { minLength: 2, maxLength: 3 }).map((words) => words.join(" ")),
  ...[
    OF(["", "open0", "open2", "zq0", "zq1", "1", "2", "3", "m", "t", "tr", "s", "ada", "the"]),
    OF(["habour", "brigde", "solne", "bridge -ferry", '"harbour bridge"', "tag:transport"]),
    OF(["now", "latest", "web", "desk", "front-page", "newest", "2026-05-01", "zq0.txt"]),
  ],
);

const ANY: ArchiveFilters = {
  ...{ words: "", source: "", speaker: "", place: "", since: "", until: "", topic: "" },
  ...{ status: "shown", order: "newest" },
};

/** Rows of the page's tabs, each list to its last page. */
const ROWS: fc.Arbitrary<Ask<Room>> = fc
  .oneof(
    fc.constant<Ask<Room>>(async ({ board }, from) => {
      const pages: unknown[] = [];
      let next: Awaited<ReturnType<typeof board.stories>>["next"] = null;
      do {
        const page = await board.stories(from, next);
        pages.push(page);
        next = page.next;
        for (const { story } of page.rows) pages.push(await board.story(from, story));
      } while (next !== null && pages.length < 200);
      return pages;
    }),
    fc.constant<Ask<Room>>(async ({ board }, from) => [
      await board.channels(from, 1),
      await board.inbox(from, null, null),
      await board.held(from, 1),
      await board.archive(from, { ...ANY, status: "held" }, 1),
    ]),
    fc
      .tuple(
        OF(["words", "source", "speaker", "place", "topic"]),
        VALUE,
        OF(["newest", "oldest", "best"]),
      )
      .map(
        ([field, value, order]): Ask<Room> =>
          async ({ board }, from) => {
            const filters = { ...ANY, [field]: value, order: order as ArchiveFilters["order"] };
            return [
              filters,
              await board.archive(from, filters, 1),
              await board.archive(from, filters, 2),
            ];
          },
      ),
    OF(["open0", "open1", "open2", "zq0", "zq1", "none"]).map(
      (id): Ask<Room> =>
        async ({ board }, from) => [id, await board.article(from, id), await board.story(from, id)],
    ),
  )
  // Nobody has them anywhere else.
  .map(
    (rows) => async (room, from) => (from.whereabouts.kind === "page" ? rows(room, from) : null),
  );

const ASK: fc.Arbitrary<Ask<Room>> = fc.oneof(
  { arbitrary: commands(VALUE), weight: 4 },
  { arbitrary: completions(VALUE), weight: 4 },
  { arbitrary: ROWS, weight: 4 },
  ...[
    buttons(
      OF([
        "brief open0",
        "quotes open0",
        "facts open1",
        "why open0",
        "why zq0",
        "search harbour",
        "digest now",
        "digest latest",
        "timeline bridge",
      ]),
    ),
    typedLines(
      OF([
        "what did Mira Solen say",
        "who is Ada Brandt?",
        "Solen",
        "tide wire on grain",
        "The Quay",
        "what's new?",
        "grane strike",
      ]),
    ),
    posts,
  ],
);

function closedTo(audience: Audience | "held"): readonly (readonly [AskedAt, Role])[] {
  return PLACES.flatMap((place) =>
    (["reader", "editor"] as const)
      .filter((role) =>
        audience === "held"
          ? role === "reader"
          : !isFor(audience, role === "reader" ? place.reader : place.editor),
      )
      .map((role) => [place, role] as const),
  );
}

test("where a list of stories goes on tells nothing of what lies between", async () => {
  const text = (index: number): Text => ({
    ...{
      title: `${word(index, 1)} opens in ${word(index, 2)}`,
      speaker: "Mira Solen",
      source: "Tide Wire",
    },
    body: `The ${word(index, 1)} bridge of ${word(index, 2)} reopened on Friday after ${word(index, 3)} repairs, and ${word(index, 4)} lorries crossed it to ${word(index, 5)} at noon, the ${word(index, 6)} council said.`,
    ...{ tags: [], located: "Velsk", published: null },
  });
  const open = Array.from({ length: 44 }, (_, index) => text(Math.floor(index / 2)));
  const hidden = [3, 20, 40].map((before) => ({ text: text(99), before, words: ["tide"] }));
  const next = async (own: readonly Hidden[]) => {
    const { board } = await newsroom(await testStore(), open, own, { internal: true });
    const page = await board.stories(askedOnPage("reader"), null);
    return [page, await board.stories(askedOnPage("reader"), page.next)];
  };
  const [first, second] = await next([]);
  expect([first?.rows.length, second?.rows.length]).toEqual([20, 2]);
  expect(await next(hidden)).toEqual([first, second]);
});

test("an article of which earlier versions are kept back is to readers as one that began with those that they may see", async () => {
  const told = async (kept: readonly Partial<Article>[]) => {
    const room = await boardRoom({
      ...{ store: await testStore(), channels: CHANNELS, internalSections: SECTIONS },
    });
    const body = EVENTS[0] ?? "";
    const versions = [
      ...kept,
      { title: "Bridge", body },
      { title: "Bridge", body: `${body} It cost 12 million crowns.` },
    ].map((fields, index) => ({ ...fields, revision: index + 1 }));
    for (const fields of versions) {
      await room.file({
        ...{ id: "open0", path: "open0.txt", takenIn: room.clock.now() },
        ...fields,
      });
    }
    const place = createStoryDesk({
      ...{ store: room.storeItself, clock: room.clock },
      pause: async () => undefined,
    });
    await place.placeAll();
    const from = askedOnPage("reader");
    const typed = (line: string) => room.desk.askLine(line, from).then(textOf);
    return [
      await room.board.article(from, "open0"),
      await room.board.archive(from, ANY, 1),
      await room.board.story(from, "open0"),
      ...[await typed("brief open0"), await typed("why open0"), await typed("text open0")],
    ];
  };
  const bare = await told([]);
  expect(JSON.stringify(bare)).toContain("12 million");
  const hidden = {
    title: "Zelmira",
    body: "Zelmira Quist took 15 crowns.",
    internal: true,
  } as const;
  expect(await told([hidden])).toEqual(bare);
  expect(await told([hidden, { ...hidden, title: "Quist" }])).toEqual(bare);
});

/** A word that stands nowhere else. */
function word(index: number, number: number): string {
  const spelt = [...String(index * 10 + number + 1_000)].map(
    (digit) => "bdfgklmprs"[Number(digit)],
  );
  return `Q${spelt.join("a")}`;
}

// Not in the embedded store: what its full-text index weighs by (https://www.sqlite.org/fts5.html, "The bm25() function") is
// counted over all copy, so that the order in which it finds may be another one there.
describePostgres("with a server", (server) => {
  const withNewsroom = async (
    filed: readonly [readonly Text[], readonly Hidden[], Partial<Article>],
    work: (room: Room) => Promise<void>,
  ) => {
    const url = await server().emptyDatabase();
    const store = await openStore({ folder: temporaryFolder(), url });
    await store.takeShift("the test");
    await work(await newsroom(store, ...filed)).finally(() => store.close());
    await server().giveBack(url);
  };

  test.each(
    KEPT,
  )("of two newsrooms that differ in copy alone that is kept back %s, every answer, completion, list, count and row of the page is the same to whom it is not for", async (_, kept, audience) => {
    const places = closedTo(audience);
    await fc.assert(
      fc.asyncProperty(
        OPEN,
        HIDDEN_ONES,
        fc.array(fc.tuple(ASK, fc.constantFrom(...places)), { minLength: 40, maxLength: 40 }),
        (open, hidden, asks) =>
          withNewsroom([open, [], kept], (bare) =>
            withNewsroom([open, hidden, kept], async (holding) => {
              for (const [ask, [place, role]] of asks) {
                const from = askedAt(place, role);
                const said = await ask(holding, from);
                expect([place.place, said]).toEqual([place.place, await ask(bare, from)]);
              }
            }),
          ),
      ),
      { numRuns: 2, endOnFailure: true },
    );
  });
});
