import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Edition, Item } from "#core/digest/edition.ts";
import type { Layout } from "#core/digest/subscription.ts";
import { amendMessage } from "#core/message/amend.ts";
import { editionParts, type Parting } from "#core/message/edition-parts.ts";
import { flashesIn } from "#core/message/mention.ts";
import { budgetOf, type Message } from "#core/message/message.ts";
import { giveBack, withdrawMessage } from "#core/message/withdraw.ts";
import { editBody, postBody } from "#edge/discord/body.ts";
import { withinLimits as fitsDiscord } from "#edge/discord/limits.ts";
import { postArguments, updateArguments } from "#edge/slack/arguments.ts";
import { withinLimits as fitsSlack } from "#edge/slack/limits.ts";
import { renderMessage as renderSlack } from "#edge/slack/render.ts";
import { REGISTRY } from "#main/platforms.ts";
import { sampleFact, sampleFiled, sampleQuote } from "#tests/samples.ts";

/** Pieces of copy that mean something to a platform, run the other way, or are long. */
const PIECES = [
  ...[
    "@everyone",
    "@here",
    "<@1>",
    "<@&1>",
    "<#1>",
    "<!channel>",
    "<!here|x>",
    "<t:0:R>",
    ":tada:",
  ],
  ...["<!date^0^{date}|x>", "&lt;!here&gt;", "**b**", "*a*", "_c_", "# H", "-# s", "> q", "||s||"],
  ...[
    "`",
    "```",
    "\\",
    "\u202e",
    "\u2066",
    "\u202c",
    "\u0000",
    "\ud800",
    "\n\n",
    "[a](https://b.c)",
  ],
  ...[
    "مرحبا بالعالم",
    "שלום עולם",
    "پل بند",
    "日本語の長い見出し",
    "👩‍🚀",
    "word",
    "Solen said",
    "1.5",
  ],
  ...["long ".repeat(60), "x".repeat(300)],
];
const copy = (most: number) =>
  fc
    .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: "binary", maxLength: 12 })), {
      minLength: 1,
      maxLength: most,
    })
    .map((pieces) => pieces.join(" "));

const item = fc
  .record({
    title: copy(8),
    section: fc.option(fc.constantFrom("local", "sport", "@here *b*", "أخبار")),
    source: fc.option(copy(3)),
    byline: fc.option(copy(2)),
    sourceUrl: fc.option(
      fc.constantFrom("https://a.example/1", `https://b.example/${"p".repeat(400)}`),
    ),
    published: fc.option(fc.integer({ min: 0, max: 4e12 })),
    picture: fc.option(
      fc.record({
        url: fc.constantFrom("https://p.example/1.jpg", `https://p.example/${"p".repeat(1_900)}`),
        alt: fc.option(copy(6).map((text) => text.slice(0, 1_000))),
        credit: copy(3).map((text) => text.slice(0, 200)),
      }),
      { nil: undefined },
    ),
    facts: fc.array(copy(6), { maxLength: 5 }),
    quotes: fc.array(copy(6), { maxLength: 2 }),
    update: fc.boolean(),
    urgency: fc.constantFrom(null, 1 as const, 2 as const, 5 as const),
  })
  .map(({ facts, quotes, update, picture, ...words }) => (id: string): Item => {
    const fields = { ...words, ...(picture !== undefined && { picture }) };
    const brief = {
      facts: facts.map((text) => sampleFact({ text, attribution: fields.byline })),
      quotes: quotes.map((text) => sampleQuote({ text })),
    };
    return { filed: sampleFiled({ ...fields, id, editorNote: fields.byline }, brief), update };
  });

const edition: fc.Arbitrary<Edition> = fc
  .record({
    items: fc.array(item, { minLength: 1, maxLength: 14 }),
    name: fc.option(copy(2)),
    waiting: fc.nat(9),
    kind: fc.constantFrom("digest" as const, "at-once" as const),
  })
  .map(({ items, name, ...rest }) => ({
    ...{ subscription: "front@slack:C1", channel: "front-page", timeZone: "Europe/London" },
    ...{ slot: Date.UTC(2026, 4, 8, 7), ...rest, ...(name !== null && { name }) },
    items: items.map((one, index) => one(`a${index}`)),
  }));

const LAYOUTS: readonly Layout[] = ["full", "compact", "headlines"];
const PARTINGS: readonly Parting[] = [
  { thread: "none", forum: null },
  { thread: "per-brief", forum: null },
  { thread: "none", forum: ["news"] },
];
const TALLY = { merged: 1, filtered: 2, quarantined: 3 };

/** Whom flashes mention, by the platform. */
const GROUPS = { slack: "S0001", discord: "112233445566778899" } as const;
type On = keyof typeof GROUPS;

/** What would be refused, or would reach somebody but whom the message mentions. */
function faultsOn(platform: On, message: Message): readonly string[] {
  const parcel = { address: "C1", message, key: "k1p1" };
  if (platform === "discord") {
    const { mention } = message;
    const body = postBody(parcel);
    const call = `"<@&${mention}>"`;
    const allowed = mention === undefined ? { parse: [] } : { parse: [], roles: [mention] };
    // Once, and as all of a text of its own.
    const words = JSON.stringify(body.components).replace(call, '""');
    return [
      ...(fitsDiscord(body) ? [] : ["limits"]),
      ...(JSON.stringify(body.allowed_mentions) === JSON.stringify(allowed)
        ? []
        : ["mentions allowed"]),
      ...mentionIn(wordsAlone(words)),
    ];
  }
  const call = `"<!subteam^${message.mention}>"`;
  const words = JSON.stringify(postArguments(parcel)).replace(call, '""');
  return [...(fitsSlack(renderSlack(message)) ? [] : ["limits"]), ...slackMentionIn(words)];
}

/** In JSON a backslash is two. */
function mentionIn(words: string): readonly string[] {
  return /(?<!\\\\)@(?:everyone|here)|(?<!\\\\)<[@#]/u.test(words) ? ["mention"] : [];
}

function slackMentionIn(words: string): readonly string[] {
  const ours = /<!date\^-?\d+\^[^|<>]*\|[^|<>]*>/gu;
  return /<[!@#]/u.test(words.replace(ours, "")) ? ["mention"] : [];
}

/** How often a platform's group is mentioned in what it is sent. */
function callsIn(platform: On, sent: unknown): number {
  return (
    JSON.stringify(sent).split(platform === "slack" ? "<!subteam^S0001>" : `<@&${GROUPS.discord}>`)
      .length - 1
  );
}

/** A label and the words of a picture read no markup, and so no mention. */
function wordsAlone(components: string): string {
  return components.replace(/"(?:label|custom_id|url|description)":"(?:\\.|[^"\\])*"/gu, "");
}

describe.each(["slack", "discord"] as const)("on %s", (platform) => {
  const budget = budgetOf(REGISTRY.budgets, platform);

  test("whatever an edition carries, and however it is laid out and parted, each post is taken and mentions nobody", () => {
    fc.assert(
      fc.property(edition, (any) => {
        for (const layout of LAYOUTS) {
          for (const parting of PARTINGS) {
            const face = { layout, audience: "internal", tally: TALLY, pictures: true } as const;
            for (const { message } of editionParts(any, face, parting, budget)) {
              expect(faultsOn(platform, message)).toEqual([]);
            }
          }
        }
      }),
      { numRuns: 40 },
    );
  }, 240_000);

  test("of the posts of an edition with a flash one mentions the group that its channel names, and no edit does", () => {
    const group = GROUPS[platform];
    fc.assert(
      fc.property(edition, (any) => {
        const articles = flashesIn(any);
        const call = articles.length === 0 ? null : { group, articles };
        for (const parting of PARTINGS) {
          const face = { layout: "full", audience: null, tally: TALLY } as const;
          const parts = editionParts(any, face, parting, budget, call);
          const bodies = parts.map(({ message }) => {
            expect(faultsOn(platform, message)).toEqual([]);
            const parcel = { address: "C1", message, key: "k1p1" };
            return platform === "slack" ? postArguments(parcel) : postBody(parcel);
          });
          expect(callsIn(platform, bodies)).toBe(call === null ? 0 : 1);
          for (const { message } of parts) {
            const target = { key: "k1p1", messageId: "1.1", url: null };
            const edit = { address: "C1", message, key: "e1", again: false, target };
            const body = platform === "slack" ? updateArguments(edit, "1.1") : editBody(edit);
            expect(callsIn(platform, body)).toBe(0);
            if ("allowed_mentions" in body) expect(body.allowed_mentions).toEqual({ parse: [] });
          }
        }
      }),
      { numRuns: 40 },
    );
  }, 240_000);

  test("so is what becomes of an article in each post that shows something of it, and it comes back as it was", () => {
    const moment = { at: Date.UTC(2026, 4, 8, 12), timeZone: "Europe/London" };
    fc.assert(
      fc.property(edition, copy(8), (any, title) => {
        const face = { layout: "full", audience: null, tally: null, pictures: true } as const;
        const parts = editionParts(any, face, { thread: "none", forum: null }, budget);
        const [{ filed } = expect.unreachable()] = any.items;
        const change = { kind: "correction", details: ["toll: 1 → 2"], note: null } as const;
        const revised = {
          ...filed,
          brief: { ...filed.brief, headline: title },
          article: { ...filed.article, revision: 2 },
        };
        for (const { message } of parts) {
          const headline = filed.brief.headline;
          const amended = amendMessage(
            message,
            { filed: revised, change, headline, ...moment },
            budget,
          );
          expect(faultsOn(platform, amended)).toEqual([]);
          const held = withdrawMessage(message, { posted: filed, how: "held", ...moment }, budget);
          expect(faultsOn(platform, held.message)).toEqual([]);
          expect(faultsOn(platform, giveBack(held.message, filed.article.id, held.kept))).toEqual(
            [],
          );
        }
      }),
      { numRuns: 40 },
    );
  }, 240_000);
});
