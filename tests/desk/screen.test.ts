import { describe, expect, test } from "vitest";
import { OF_THE_NEWSROOM, OUTSIDE } from "#core/access/audience.ts";
import type { Article } from "#core/article/article.ts";
import type { Audience } from "#core/article/audience.ts";
import { type Channel, subscriptionsOf } from "#core/digest/channel.ts";
import { type Courier, DeliveryError } from "#core/outbox/courier.ts";
import { amendingIn, createCorrectionDesk, readersOfPosts } from "#desk/correction.ts";
import { createDeliveryDesk } from "#desk/delivery.ts";
import { createEditionDesk } from "#desk/edition.ts";
import type { Belonging, PlaceReaders } from "#desk/port/chat-service.ts";
import type { Claimed } from "#desk/port/outbox.ts";
import { cappedReaders, createReadersNow } from "#desk/readers-now.ts";
import { createScreen } from "#desk/screen.ts";
import { silentLog } from "#tests/fake/log.ts";
import { linesOf } from "#tests/message-text.ts";
import { sampleArticle, sampleBrief, sampleChannel } from "#tests/samples.ts";
import { testAlarm, testClock, testStore } from "./fixture.ts";

const ROOM = { fits: () => true };
const BUDGETS = { slack: ROOM, discord: ROOM, preview: ROOM };
const pause = async () => undefined;
const ADMINS = [{ id: "admin@slack:C9", platform: "slack", address: "C9" }];
const MINUTE = 60_000;
const MEMBER: Belonging = { role: "reader", whereabouts: OF_THE_NEWSROOM };

const SECRET = "Mayor under investigation";
const OPEN = "Bridge reopens";
const NOTE = "call the harbour master first";

interface Given {
  readonly channel?: Partial<Channel>;
  readonly articles?: readonly Partial<Article>[];
}

/** A newsroom that has an edition for one channel of the desk's own in its outbox, and a platform that answers as it is told. */
async function setUp({ channel = {}, articles = USUAL }: Given = {}) {
  const store = await testStore();
  const clock = testClock("2026-05-08T06:20Z");
  let channels: readonly Channel[] = [
    { ...sampleChannel("inner"), places: { slack: "C1" }, audience: "internal", ...channel },
  ];
  const become = (changes: Partial<Channel>) => {
    channels = channels.map((one) => ({ ...one, ...changes }));
  };
  const file = async (given: Partial<Article>) => {
    const article = sampleArticle({ takenIn: clock.now(), path: "a.txt", ...given });
    await store.archive.file(
      article,
      sampleBrief(article, { headline: article.title ?? OPEN }),
      [],
    );
  };
  for (const one of articles) await file(one);
  const makeDue = () =>
    createEditionDesk({
      subscriptions: () => subscriptionsOf(channels, new Set(["slack"])),
      ...{ store, clock, budgets: BUDGETS, tally: null, pause },
    }).makeDue();
  await makeDue();
  const said: Pick<Claimed, "kind" | "message">[] = [];
  let answer: (parcel: Claimed) => Promise<void> = async () => undefined;
  const take = (kind: Claimed["kind"]) => async (parcel: Claimed) => {
    await answer({ ...parcel, kind });
    said.push({ kind, message: parcel.message });
    return { messageId: `m${said.length}`, url: null };
  };
  const courier = {
    ...{ platform: "slack", budget: ROOM },
    ...{ post: take("post"), edit: take("edit"), reply: take("reply") },
  } as unknown as Courier;
  let placeNow: PlaceReaders | null = "own";
  let ownerNow: Belonging | "gone" | null = MEMBER;
  const told: (string | null)[] = [];
  const questions: string[] = [];
  const now = createReadersNow({
    ...{ clock, channels: () => channels },
    ask: async (_, address) => {
      questions.push(address);
      return placeNow;
    },
    roleNow: async (owner) => {
      questions.push(owner);
      return ownerNow;
    },
    tell: (_, says) => told.push(says),
  });
  const readersOf = cappedReaders(
    readersOfPosts(() => channels, [], ADMINS),
    now,
  );
  const troubles: unknown[] = [];
  let refresh: () => Promise<void> = pause;
  const delivery = createDeliveryDesk({
    ...{ outbox: store.outbox, troubles: store.placeTroubles, couriers: [courier], clock },
    ...{ alarm: testAlarm(), log: silentLog, jitter: () => 0, onDelivered: () => undefined },
    onTrouble: (error) => troubles.push(error),
    screen: createScreen({
      ...{ store, clock, readersOf, now, amend: amendingIn(BUDGETS, readersOf) },
      refresh: () => refresh(),
      onTrouble: (error) => troubles.push(error),
    }),
  });
  const corrections = createCorrectionDesk({ store, clock, budgets: BUDGETS, pause, readersOf });
  return {
    ...{
      store,
      clock,
      become,
      file,
      makeDue,
      delivery,
      corrections,
      said,
      troubles,
      told,
      questions,
    },
    /** What platforms tell from now on of who reads the place, and of what its owner is. */
    tell: (place: PlaceReaders | null, owner: Belonging | "gone" | null = MEMBER) => {
      placeNow = place;
      ownerNow = owner;
    },
    /** What the platform does with the next attempt, and with it alone. */
    once: (next: () => Promise<void>) => {
      answer = async () => {
        answer = async () => undefined;
        await next();
      };
    },
    onRefresh: (work: () => Promise<void>) => {
      refresh = work;
    },
    words: () => said.map(({ message }) => `${message.summary}\n${linesOf(message)}`).join("\n"),
  };
}

const USUAL: readonly Partial<Article>[] = [
  { id: "open", title: OPEN, editorNote: NOTE },
  { id: "secret", title: SECRET, internal: true },
];

const refuses = async () => {
  throw new DeliveryError("rate-limited", "slow down", { retryAfter: 25_000 });
};
const isLost = async () => {
  throw new DeliveryError("unreachable", "reset");
};

/** The same article as another version, or as an editor decided on it. */
const REVISED: Partial<Article> = { id: "secret", title: SECRET, revision: 2 };
const DECIDED = { by: "Ana", at: 0 } as const;

test.each<readonly [string, Audience, Partial<Article>]>([
  ["marked internal, where the outside world reads now", "public", { internal: true }],
  ["marked internal, where the newsroom's people read now", null, { internal: true }],
  ["restricted by its terms", "public", { usageTerms: "Not for public use" }],
])("an edition that waits goes out without what is %s, and without a word of it", async (_, audience, secret) => {
  const room = await setUp({
    articles: [USUAL[0] ?? {}, { id: "secret", title: SECRET, ...secret }],
  });
  room.once(refuses);
  await room.delivery.drain();
  room.become({ audience });
  room.clock.pass(MINUTE);
  await room.delivery.drain();
  expect(room.said.map(({ kind }) => kind)).toEqual(["post"]);
  expect(room.words()).toContain(OPEN);
  expect(room.words()).toContain("1 article ·");
  expect(room.words()).not.toMatch(new RegExp(`${SECRET}|secret|WITHHELD|${NOTE}`, "u"));
  expect(await room.store.editions.carriers("secret")).toEqual(new Set());
  const history = await room.store.ledger.history("a.txt");
  expect(history.map(({ stage, articleId }) => [stage, articleId])).toEqual([
    ["left-out", "secret"],
    ["posted", "open"],
  ]);
});

test("an edition that waits goes out at once and once where its readers may have it, with the desk's note", async () => {
  const room = await setUp();
  room.once(refuses);
  await room.delivery.drain();
  room.clock.pass(MINUTE);
  await room.delivery.drain();
  await room.delivery.drain();
  expect(room.said).toHaveLength(1);
  for (const word of [OPEN, SECRET, NOTE]) expect(room.words()).toContain(word);
});

test("a section that becomes the desk's own leaves what waits", async () => {
  const room = await setUp({
    channel: { audience: null },
    articles: [
      { id: "open", title: OPEN },
      { id: "secret", title: SECRET, section: "Business" },
    ],
  });
  room.become({ internalSections: ["business"] });
  await room.delivery.drain();
  expect(room.words()).toContain(OPEN);
  expect(room.words()).not.toContain(SECRET);
});

test("of an edition of nothing else nothing is posted, and its article comes once it may", async () => {
  const room = await setUp({ articles: [{ id: "secret", title: SECRET }] });
  await room.file({ ...REVISED, decision: { kind: "hold", ...DECIDED } });
  await room.delivery.drain();
  expect(room.said).toEqual([]);
  expect(await room.store.editions.newest(["inner@slack:C1"])).toEqual(new Map());
  room.clock.pass(60 * MINUTE);
  await room.makeDue();
  await room.delivery.drain();
  expect(room.said).toEqual([]);
  await room.file({ ...REVISED, revision: 3 });
  room.clock.pass(60 * MINUTE);
  for (const _ of ["once", "and only once"]) {
    await room.makeDue();
    await room.delivery.drain();
  }
  expect(room.said.map(({ kind }) => kind)).toEqual(["post"]);
  expect(room.words()).toContain(SECRET);
  expect(room.words()).not.toMatch(/WITHHELD|RELEASED|Restored/u);
});

const HELD: readonly (readonly [string, Partial<Article>])[] = [
  ["held by an editor", { decision: { kind: "hold", ...DECIDED } }],
  ["killed by an editor", { decision: { kind: "kill", ...DECIDED } }],
  ["killed by its publisher", { status: "killed" }],
  ["withheld by its publisher", { status: "withheld" }],
  ["under embargo", { embargo: { kind: "until", instant: Infinity, text: "HOLD" } }],
  ["marked internal", { internal: true }],
];

test.each(
  HELD,
)("what is %s before anybody has read it is not named, whoever finds it first", async (_, changes) => {
  for (const first of ["the round", "the post"]) {
    const room = await setUp({
      channel: { audience: "public" },
      articles: [
        { id: "open", title: OPEN },
        { id: "secret", title: SECRET },
      ],
    });
    room.once(refuses);
    await room.delivery.drain();
    await room.file({ ...REVISED, ...changes });
    if (first === "the round") await room.corrections.chase();
    room.clock.pass(MINUTE);
    await room.delivery.drain();
    expect(room.said.map(({ kind }) => kind)).toEqual(["post"]);
    expect(room.words()).toContain(OPEN);
    expect(room.words()).not.toMatch(new RegExp(`${SECRET}|WITHHELD|KILLED|2 articles`, "u"));
  }
});

test("what may have reached its readers is withdrawn by name, and its thread is told", async () => {
  const room = await setUp({
    channel: { audience: "public" },
    articles: [{ id: "secret", title: SECRET }],
  });
  room.once(isLost);
  await room.delivery.drain();
  await room.file({ ...REVISED, decision: { kind: "hold", ...DECIDED } });
  room.clock.pass(MINUTE);
  await room.delivery.drain();
  expect(room.said.map(({ kind }) => kind)).toEqual(["post", "edit", "reply"]);
  expect(room.words()).toMatch(new RegExp(`WITHHELD .*${SECRET}`, "u"));
});

test("what may have reached the desk is called by its id where the outside world reads by now", async () => {
  const room = await setUp();
  room.once(isLost);
  await room.delivery.drain();
  room.become({ audience: "public" });
  room.clock.pass(MINUTE);
  await room.delivery.drain();
  expect(room.words()).toMatch(/WITHHELD .* id secret/u);
  expect(room.words()).not.toMatch(new RegExp(`${SECRET}|${NOTE}`, "u"));
});

test("what is on its way when it is killed is taken back as soon as it has landed", async () => {
  const room = await setUp();
  room.once(async () => {
    await room.file({ ...REVISED, internal: true, decision: { kind: "kill", ...DECIDED } });
    expect(await room.corrections.chase()).toBe(0);
  });
  await room.delivery.drain();
  expect(room.said.map(({ kind }) => kind)).toEqual(["post", "edit", "reply"]);
  expect(room.words()).toMatch(new RegExp(`KILLED .*${SECRET}`, "u"));
});

test("what is on its way when its channel becomes public is taken back as well, with the desk's notes", async () => {
  const room = await setUp();
  room.once(async () => room.become({ audience: "public" }));
  await room.delivery.drain();
  const last = room.said.findLast(({ kind }) => kind === "edit");
  expect(linesOf(last?.message ?? null)).toContain(OPEN);
  expect(linesOf(last?.message ?? null)).not.toMatch(new RegExp(`${SECRET}|${NOTE}`, "u"));
});

test("an edit and a word about it that wait say nothing of what may not be shown by then", async () => {
  const room = await setUp({ articles: [{ id: "secret", title: SECRET }] });
  await room.delivery.drain();
  room.become({ audience: "public" });
  room.said.length = 0;
  await room.file({
    ...REVISED,
    title: "Mayor cleared",
    change: { kind: "correction", details: ["12 → 15"], note: null },
  });
  await room.corrections.chase();
  await room.file({ ...REVISED, revision: 3, title: "Mayor charged", internal: true });
  room.clock.pass(MINUTE);
  await room.delivery.drain();
  expect(room.words()).toContain("WITHHELD");
  expect(room.words()).not.toMatch(/Mayor c|12 → 15/u);
});

test("an order that another process has taken is known before anything goes", async () => {
  const room = await setUp();
  room.onRefresh(async () => room.become({ audience: "public" }));
  await room.delivery.drain();
  expect(room.words()).toContain(OPEN);
  expect(room.words()).not.toMatch(new RegExp(`${SECRET}|${NOTE}`, "u"));
});

test("what nobody can look at does not go, and goes once they can", async () => {
  const room = await setUp();
  room.onRefresh(async () => {
    throw new RangeError("the store is away");
  });
  await room.delivery.drain();
  expect([room.said.length, room.troubles.length]).toEqual([0, 1]);
  room.onRefresh(pause);
  room.clock.pass(MINUTE);
  await room.delivery.drain();
  expect(room.said).toHaveLength(1);
});

test.each([
  ["alert-1-u1", "slack:U1"],
  ["for-u1", "slack:U1"],
])("somebody's own %s has what it may have when it goes, and an ended one what everybody may", async (name, owner) => {
  const own = { name, owner, audience: null, places: { slack: "D1" } } as const;
  const articles = [
    { id: "open", title: OPEN },
    { id: "secret", title: SECRET, usageTerms: "Not for public use" },
  ];
  for (const after of [{ audience: "public" }, { name: "another" }] as const) {
    const room = await setUp({ channel: own, articles });
    room.once(refuses);
    await room.delivery.drain();
    room.become(after);
    room.clock.pass(MINUTE);
    await room.delivery.drain();
    expect(room.words()).toContain(OPEN);
    expect(room.words()).not.toContain(SECRET);
  }
});

test.each([
  "per-brief",
  "forum",
] as const)("posts of their own (%s) go, or do not, each with its thread", async (parting) => {
  const room = await setUp({
    channel: parting === "forum" ? { forum: { on: "slack", tags: [] } } : { thread: "per-brief" },
  });
  room.become({ audience: "public" });
  await room.delivery.drain();
  expect(room.words()).toContain(OPEN);
  expect(room.words()).not.toMatch(new RegExp(`${SECRET}|${NOTE}`, "u"));
  expect(await room.store.decisions.waiting()).toEqual([]);
  const stages = (await room.store.ledger.history("a.txt")).map(({ stage }) => stage);
  expect(stages.toSorted()).toEqual(["left-out", "posted"]);
});

test("a place that is read from outside by now gets what is for anyone alone, its admins hear of it, and it is asked once in a while", async () => {
  const room = await setUp();
  room.tell("outside");
  await room.delivery.drain();
  expect(room.words()).toContain(OPEN);
  expect(room.words()).not.toMatch(new RegExp(`${SECRET}|${NOTE}`, "u"));
  expect(room.told).toEqual([
    expect.stringContaining("people from outside the newsroom read there"),
  ]);
  expect(room.questions).toEqual(["C1"]);
  room.tell("own");
  room.clock.pass(4 * MINUTE);
  await room.file({ id: "next", title: "Another secret", internal: true });
  room.clock.pass(60 * MINUTE);
  await room.makeDue();
  await room.delivery.drain();
  expect(room.words()).toContain("Another secret");
  expect([room.questions, room.told.at(-1)]).toEqual([["C1", "C1"], null]);
});

test("where nobody can tell who reads a place, what is for anyone goes and the rest waits, until somebody can", async () => {
  const room = await setUp();
  room.tell(null);
  for (let minute = 0; minute < 4; minute += 1) {
    await room.delivery.drain();
    room.clock.pass(MINUTE);
  }
  expect(room.said).toEqual([]);
  expect(new Set(room.told)).toEqual(
    new Set([expect.stringContaining("nobody can tell who reads there")]),
  );
  room.tell("own");
  await room.delivery.drain();
  expect(room.words()).toContain(SECRET);
  const open = await setUp({
    channel: { audience: null },
    articles: [{ id: "open", title: OPEN }],
  });
  open.tell(null);
  await open.delivery.drain();
  expect([open.words().includes(OPEN), open.questions]).toEqual([true, []]);
});

const OWN: Partial<Channel> = { name: "mine-1", owner: "slack:U1", audience: null };
const TERMS = [
  { id: "open", title: OPEN },
  { id: "secret", title: SECRET, usageTerms: "No resale" },
];

test.each<readonly [string, Belonging | "gone" | null, string, string]>([
  ["of the newsroom", MEMBER, SECRET, "ZZZ"],
  ["a guest by now", { role: "reader", whereabouts: OUTSIDE }, OPEN, SECRET],
])("a digest of somebody's own, who is %s, has what they may see", async (_, owner, has, lacks) => {
  const room = await setUp({ channel: OWN, articles: TERMS });
  room.tell("own", owner);
  await room.delivery.drain();
  expect(room.words()).toContain(has);
  expect(room.words()).not.toContain(lacks);
});

test("nothing goes to somebody who is gone, and what they ordered rests; where that cannot be told it waits", async () => {
  const room = await setUp({ channel: OWN, articles: [{ id: "open", title: OPEN }] });
  room.tell("own", null);
  await room.delivery.drain();
  expect([room.said, await room.store.orders.pauses()]).toEqual([[], new Map()]);
  room.tell("own", "gone");
  room.clock.pass(MINUTE);
  await room.delivery.drain();
  expect(room.said).toEqual([]);
  expect(await room.store.orders.pauses()).toEqual(new Map([["mine-1", Infinity]]));
  expect(room.told).toEqual([expect.stringContaining("is of the newsroom no more")]);
  room.tell("own");
  room.clock.pass(9 * MINUTE);
  await room.delivery.drain();
  expect(room.said).toEqual([]);
});

describe("a correction that was drawn for the desk, where the outside world reads the place by now", () => {
  const change = { kind: "correction", details: ["paid: 12 → 15"], note: null } as const;
  const drawn = async () => {
    const room = await setUp({ articles: [{ id: "secret", title: SECRET, internal: true }] });
    await room.delivery.drain();
    await room.file({ ...REVISED, title: `${SECRET} again`, internal: true, change });
    await room.corrections.chase();
    return room;
  };

  test("tells nothing of versions that were for the desk, though the next one is for anyone", async () => {
    const room = await drawn();
    room.become({ audience: "public" });
    await room.file({ ...REVISED, title: OPEN, revision: 3 });
    await room.corrections.chase();
    await room.delivery.drain();
    const [, ...later] = room.said.map(({ kind, message }) => [kind, linesOf(message)] as const);
    expect(later.map(([kind]) => kind)).toContain("edit");
    expect(JSON.stringify(later)).toContain(OPEN);
    expect(JSON.stringify(later)).not.toMatch(new RegExp(`12 → 15|${SECRET}|Corrected`, "u"));
    expect(room.troubles).toEqual([]);
  });

  test("nor does the line in the post, where the version that it tells of was drawn there before", async () => {
    const room = await drawn();
    const next = { ...change, details: ["headline changed", "paid: 15 → 17"] };
    await room.file({ ...REVISED, title: OPEN, revision: 3, change: next });
    await room.corrections.chase();
    room.become({ audience: "public" });
    await room.delivery.drain();
    const later = JSON.stringify(room.said.slice(1).map(({ message }) => linesOf(message)));
    expect(later).toContain(OPEN);
    expect(later).not.toMatch(/1[257] → 1|Corrected/u);
    expect(room.troubles).toEqual([]);
  });

  test("is told as it was drawn where the desk still reads the place", async () => {
    const room = await drawn();
    await room.delivery.drain();
    expect(room.said.map(({ kind }) => kind)).toEqual(["post", "edit", "reply"]);
    expect(room.words()).toContain("12 → 15");
  });
});
