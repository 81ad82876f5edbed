import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Article } from "#core/article/article.ts";
import { COMMANDS } from "#core/reply/command.ts";
import { createStoryDesk } from "#desk/story.ts";
import { asked } from "#tests/asked.ts";
import { textOf } from "#tests/message-text.ts";
import { sampleQuote } from "#tests/samples.ts";
import { replyDesk } from "./desk.ts";

const SHOWN = {
  id: "a1",
  path: "bridge.txt",
  title: "Harbour bridge reopens",
  tags: ["transport"],
};
const SECRET = {
  ...{ id: "zq9", path: "secret/resignation.txt", title: "Zelmira resigns from harbour board" },
  ...{ slug: "ZELMIRA", tags: ["resignation"], source: "Quorn Gazette", section: "boardroom" },
  ...{
    body: "Zelmira resigned on Friday.\n\n“I am done,” said Zelmira Quist.",
    urgency: 1 as const,
  },
};
const SECRET_BRIEF = {
  quotes: [
    sampleQuote({
      text: "I am done",
      speaker: { name: "Zelmira Quist", role: null, start: 0, end: 1 },
    }),
  ],
};
const HELD: readonly (readonly [string, Partial<Article>])[] = [
  ["under embargo", { embargo: { kind: "until", instant: Date.UTC(2026, 4, 9), text: "9 May" } }],
  ["under an embargo that cannot be read", { embargo: { kind: "unreadable", text: "soon" } }],
  [
    "since its file cannot be read",
    {
      unread: {
        reason: "resignation.txt is torn",
        file: "secret/resignation.txt",
        at: Date.UTC(2026, 4, 8),
      },
    },
  ],
  ["withheld", { status: "withheld" }],
  ["killed", { status: "killed" }],
];

const VALUE = fc.constantFrom(
  ...[
    "",
    "zq9",
    "zelmira",
    "Zelmira Quist",
    "resigns harbour",
    "harbour",
    "secret/resignation.txt",
  ],
  // A letter or two are wrong.
  ...["zelmria", "Zelmira Qiust", "resingation harbour", "harbuor", "hrabour baord"],
  ...[
    "quorn",
    "resignation",
    "tag:resignation",
    "urgency<=1",
    "now",
    "latest",
    "2026-05-01",
    "z",
    "1",
  ],
);

/** Any command of readers, with any of the values for each of its options. */
const QUESTION = fc
  .constantFrom(
    ...COMMANDS.filter(({ permission, name }) => permission === "reader" && name !== "schedule"),
  )
  .chain(({ name, options }) =>
    fc.record({
      command: fc.constant(name),
      options: fc
        .subarray(options.map((one) => one.name))
        .chain((names) => fc.tuple(...names.map((one) => fc.tuple(fc.constant(one), VALUE))))
        .map((entries): Readonly<Record<string, string>> => Object.fromEntries(entries)),
    }),
  );

describe.each(HELD)("an article %s", (_, held) => {
  test("changes no answer and no suggestion, by whatever way it is asked for", async () => {
    const bare = await replyDesk(SHOWN);
    const holding = await replyDesk(SHOWN);
    await holding.file({ ...SECRET, ...held }, SECRET_BRIEF);
    await holding.ledger.record({
      ...{ path: SECRET.path, contentHash: "0", articleId: SECRET.id, at: holding.clock.now() },
      ...{ stage: "held", rule: "Held" },
    });
    await expectAlike(holding, bare);
  });

  test("changes none either where it was told in one story with what is shown", async () => {
    const bare = await replyDesk({ ...SHOWN, body: TEXT });
    const holding = await replyDesk({ ...SHOWN, body: TEXT }, { ...SECRET, body: TEXT });
    for (const one of [bare, holding]) await placeAll(one);
    expect(await holding.line("why a1")).toContain("Zelmira");
    await holding.file({ ...SECRET, body: TEXT, revision: 2, ...held }, SECRET_BRIEF);
    await placeAll(holding);
    await expectAlike(holding, bare);
  });
});

/** Near-identical copy is of one story. */
const TEXT =
  "The harbour bridge of Tarnmouth reopened on Friday after nine months of repairs, and the first lorries crossed it at noon, the council said.";

type ReplyDesk = Awaited<ReturnType<typeof replyDesk>>;

function placeAll(desk: ReplyDesk): Promise<void> {
  return createStoryDesk({
    store: desk,
    clock: desk.clock,
    pause: async () => undefined,
  }).placeAll();
}

/** Holds two desks to the same answers and suggestions. */
async function expectAlike(holding: ReplyDesk, bare: ReplyDesk): Promise<void> {
  await fc.assert(
    fc.asyncProperty(QUESTION, fc.boolean(), async ({ command, options }, asEditor) => {
      // Of an article that editors hold, or may let go, they alone are told what became of it.
      const from = asked({ role: asEditor && command !== "why" ? "editor" : "reader" });
      const said = async ({ desk }: ReplyDesk) => [
        textOf(await desk.ask({ ...from, command, options })),
        ...(await Promise.all(
          Object.entries(options).map(([option, text]) =>
            desk.suggest(command, option, text, from),
          ),
        )),
      ];
      expect(await said(holding)).toEqual(await said(bare));
    }),
    { numRuns: 300 },
  );
}

test.each([
  "brief zq9",
  "search zelmira",
  "quotes quist",
  "why zq9",
  "facts",
])("once it is out, “%s” finds it", async (ask) => {
  const { line, file } = await replyDesk(SHOWN);
  const before = await line(ask);
  await file(SECRET, SECRET_BRIEF);
  expect(await line(ask)).not.toBe(before);
});
