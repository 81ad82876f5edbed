import { expect, test, vi } from "vitest";
import { PLAIN_TERMS } from "#core/digest/subscription.ts";
import type { Announcer } from "#desk/announcer.ts";
import { createCorrectionDesk } from "#desk/correction.ts";
import { createDeliveryDesk } from "#desk/delivery.ts";
import { createEditionDesk } from "#desk/edition.ts";
import { createIntake } from "#desk/intake.ts";
import { createNewsroom } from "#desk/newsroom.ts";
import type { News } from "#desk/port/bell.ts";
import type { ChatService, ServiceState } from "#desk/port/chat-service.ts";
import type { SettledFile } from "#desk/port/copy.ts";
import type { Log } from "#desk/port/log.ts";
import type { WatchHandlers } from "#desk/port/watch.ts";
import { createRetryDesk } from "#desk/retry.ts";
import { type Share, WHOLE } from "#desk/share.ts";
import { createStoryDesk } from "#desk/story.ts";
import { fakeCourier } from "#tests/fake/courier.ts";
import { silentLog } from "#tests/fake/log.ts";
import { NO_SCREEN } from "#tests/fake/screen.ts";
import { HOURLY, sampleArticle, sampleBrief, sampleSubscription } from "#tests/samples.ts";
import { intakeParts, settledFile, testAlarm, testClock, testStore } from "./fixture.ts";

const CHANNEL = {
  ...{ ...PLAIN_TERMS, name: "front-page", cadence: HOURLY },
  ...{ places: {}, forum: null },
};

/** A whole newsroom, but for the folder, the tick and the platform, which the test plays. */
async function setUp(
  files: readonly SettledFile[] = [],
  tell: () => Promise<boolean> = async () => false,
  share: () => Share = () => WHOLE,
  services: readonly ChatService[] = [],
) {
  const store = await testStore();
  const clock = testClock("2026-05-08T06:20Z");
  const said: string[] = [];
  const lengths: (number | undefined)[] = [];
  const announcer: Announcer = {
    found: (count) => said.push(`found ${count}`),
    tookIn: (outcome, carriers, took) => {
      said.push(`${outcome.kind} for ${carriers.named.map(({ channel }) => channel).join()}`);
      lengths.push(took);
    },
    ready: ({ named }) => said.push(`ready, next ${named.map(({ channel }) => channel).join()}`),
    made: () => said.push("made 1"),
    service: (platform, { kind }) => said.push(`${platform} ${kind}`),
    trouble: (what) => said.push(`trouble with ${what}`),
  };
  let handlers: WatchHandlers | null = null;
  const look = async (given: WatchHandlers) => {
    handlers = given;
    given.onFound(files.length, false);
    // As the watch does: it keeps what was not dealt with, and goes on.
    for (const file of files)
      await given.onFile(file, 0).catch(() => said.push(`keeps ${file.path}`));
  };
  let tick = () => Promise.resolve();
  const posts: string[] = [];
  const courier = fakeCourier("preview", async ({ key }) => {
    posts.push(key);
    return { messageId: key, url: null };
  });
  const warnings: Readonly<Record<string, unknown>>[] = [];
  const debugged: Readonly<Record<string, unknown>>[] = [];
  const lines: Log = {
    ...silentLog,
    debug: (event, fields) => debugged.push({ event, ...fields }),
  };
  const tidings: News[] = [];
  let told = 0;
  let stopped = 0;
  const countStop = async () => {
    stopped += 1;
  };
  const newsroom = createNewsroom({
    watch: {
      start: look,
      scan: look,
      stop: countStop,
      again: (path) => said.push(`again ${path}`),
      waiting: () => ({ files: 0, longest: 0 }),
    },
    retry: createRetryDesk({ store, clock }),
    intake: createIntake(
      intakeParts(store, clock, {
        writeBrief: ({ id, title, body }) => {
          if (body.includes("breaks the writer")) throw new TypeError("a fault of ours");
          const faults = [{ kind: "owner lost", text: body }] as const;
          return sampleBrief(
            sampleArticle({ id, title, body }),
            body.includes("breaks a promise") ? { faults } : {},
          );
        },
      }),
    ),
    ledger: store.ledger,
    reports: { settle: async () => 0 },
    releases: { note: async () => 0 },
    approvals: { tend: async () => false },
    notices: {
      tell: () => {
        told += 1;
        return tell();
      },
    },
    stories: createStoryDesk({ store, clock, pause: async () => undefined }),
    corrections: createCorrectionDesk({
      ...{ store, clock, pause: async () => undefined },
      budgets: { slack: courier.budget, discord: courier.budget, preview: courier.budget },
    }),
    editions: createEditionDesk({
      ...{ subscriptions: () => [sampleSubscription()], store, clock },
      tally: null,
      pause: async () => undefined,
      budgets: { slack: courier.budget, discord: courier.budget, preview: courier.budget },
    }),
    delivery: createDeliveryDesk({
      screen: NO_SCREEN,
      ...{
        outbox: store.outbox,
        troubles: store.placeTroubles,
        couriers: [courier],
        clock,
        alarm: testAlarm(),
        log: lines,
      },
      ...{ jitter: () => 0, onDelivered: () => undefined, onTrouble: () => undefined },
    }),
    ticker: {
      start: (onTick) => {
        tick = onTick;
      },
      beat: () => void tick(),
      stop: countStop,
    },
    services,
    share,
    tell: (news) => tidings.push(news),
    channels: () => [CHANNEL],
    refresh: async () => undefined,
    ...{ clock, announcer },
    log: { ...lines, warn: (event, fields) => warnings.push({ event, ...fields }) },
  });
  return {
    ...{ warnings, debugged, tidings },
    ...{ newsroom, said, lengths, posts, clock, store },
    tick: () => tick(),
    drop: (file: SettledFile) => handlers?.onFile(file, 40),
    lose: (path: string) => handlers?.onGone(path),
    stops: () => stopped,
    tells: () => told,
  };
}

const BRIDGE = settledFile("bridge.txt", "title: Bridge reopens\n\nIt reopened.");
const FERRY = settledFile("ferry.txt", "title: Ferry stays\n\nIt stays.");

test("it takes in what is there, posts a first edition, and carries a late file at the next slot", async () => {
  const room = await setUp([BRIDGE]);
  const { newsroom, said, posts, clock, tick, drop, stops, store } = room;
  await newsroom.open();
  expect(said).toEqual(["found 1", "filed for front-page", "ready, next front-page", "made 1"]);
  await expect.poll(() => posts.length).toBe(1);
  await drop(FERRY);
  // What a file has waited is told with it: this clock stands still meanwhile.
  expect(room.lengths).toEqual([0, 40]);
  await tick();
  expect(posts).toHaveLength(1);
  clock.set(Date.parse("2026-05-08T07:00Z"));
  await tick();
  await expect.poll(() => posts.length).toBe(2);
  await newsroom.close();
  expect(stops()).toBe(2);
  // One trace leads from each file to its edition and its post.
  for (const path of ["bridge.txt", "ferry.txt"]) {
    const [{ articleId: id } = expect.unreachable()] = await store.ledger.history(path);
    const way = room.debugged.filter(({ trace }) => [trace].flat().includes(id));
    expect(way.map(({ event }) => event)).toEqual(["file", "edition", "delivered"]);
  }
});

test("the log says that a brief was not proven, by the kind of its fault and never in its words", async () => {
  const { newsroom, drop, warnings } = await setUp([BRIDGE]);
  await newsroom.open();
  await drop(settledFile("odd.txt", "title: Odd\n\nThis breaks a promise."));
  const [warning, ...more] = warnings.filter(({ event }) => event === "brief not proven");
  expect(more).toEqual([]);
  expect(warning).toEqual({
    ...{ event: "brief not proven", path: "odd.txt", trace: expect.any(String) },
    faults: ["owner lost"],
  });
  await newsroom.close();
});

test("admins are told at once of what is held since its file cannot be read, and of a hundred such in one go", async () => {
  const { newsroom, drop, tells, tick, clock } = await setUp([BRIDGE, FERRY]);
  await newsroom.open();
  const before = tells();
  await drop(settledFile("mill.txt", "unreadable"));
  expect(tells()).toBe(before);
  await drop(settledFile("bridge.txt", "unreadable"));
  expect(tells()).toBe(before + 1);
  await drop(settledFile("ferry.txt", "unreadable"));
  expect(tells()).toBe(before + 1);
  clock.pass(10_000);
  await drop(settledFile("ferry.txt", "unreadable in another way"));
  expect(tells()).toBe(before + 2);
  await tick();
  expect(tells()).toBe(before + 3);
  await newsroom.close();
});

test("a file that was given up is handed over again when it is due, in a round or at the start", async () => {
  const { newsroom, said, clock, store, tick } = await setUp();
  const plan = (path: string) =>
    store.retries.plan({ path, contentHash: "h", attempt: 1, due: clock.now() });
  await plan("at-start.pdf");
  await store.ledger.noteStamp("at-start.pdf", "1");
  await newsroom.open();
  expect(await store.ledger.stamps()).toEqual(new Map());
  expect(said).not.toContain("again at-start.pdf");
  await plan("later.pdf");
  await tick();
  expect(said).toContain("again later.pdf");
});

test("a stop during the first look ends with it: nothing is made, said or ticked after it", async () => {
  const { newsroom, said, stops } = await setUp([BRIDGE]);
  const opened = newsroom.open();
  await newsroom.close();
  await opened;
  expect(said.filter((line) => line.startsWith("ready") || line.startsWith("made"))).toEqual([]);
  expect(stops()).toBe(2);
});

test("once, it posts what is due before it is done", async () => {
  const { newsroom, posts } = await setUp([BRIDGE, FERRY]);
  await newsroom.once();
  expect(posts).toHaveLength(1);
});

test("a file that fails is told of and stops no other; it stays out of the ledger, to be tried again", async () => {
  const broken = settledFile("broken.txt", "title: B\n\nThis breaks the writer.");
  const { newsroom, said, store } = await setUp([broken, BRIDGE]);
  await newsroom.once();
  expect(said).toContain("trouble with broken.txt");
  expect(said).toContain("filed for front-page");
  expect(await store.ledger.lastSeen("broken.txt")).toBeNull();
});

test("a platform's states are passed on, and being ready starts what waits for it", async () => {
  const { newsroom: _, ...parts } = await setUp();
  const states: ServiceState[] = [{ kind: "connecting" }, { kind: "ready", as: "bot" }];
  const drains: string[] = [];
  const newsroom = createNewsroom({
    watch: {
      start: async () => undefined,
      scan: async () => undefined,
      again: () => expect.unreachable(),
      waiting: () => expect.unreachable(),
      stop: async () => undefined,
    },
    intake: {
      ...{ take: () => expect.unreachable(), refuse: () => expect.unreachable() },
      gone: () => expect.unreachable(),
      freed: async () => ({ files: [], outcomes: [] }),
    },
    ledger: parts.store.ledger,
    retry: { begin: async () => [] },
    reports: { settle: async () => 0 },
    releases: { note: async () => 0 },
    approvals: { tend: async () => false },
    ...{ notices: { tell: async () => false }, corrections: { chase: async () => 0 } },
    stories: { placeAll: async () => undefined },
    editions: {
      makeUrgent: async () => undefined,
      makeDue: async () => undefined,
      rehearse: async () => null,
      lookAhead: async () => ({ edition: null, choices: [] }),
      makeNow: async () => [],
    },
    delivery: { drain: async () => void drains.push("drain"), stop: async () => undefined },
    services: [
      {
        courier: fakeCourier("slack", () => expect.unreachable()),
        onlyOneConnects: false,
        start: (report) => states.forEach(report),
        stop: async () => void drains.push("stopped"),
        check: async () => [],
        openDirect: () => expect.unreachable(),
        roleOf: async () => null,
        readBy: async () => "own",
      },
    ],
    ticker: { start: () => undefined, beat: () => undefined, stop: async () => undefined },
    channels: () => [],
    share: () => WHOLE,
    tell: (news) => expect.unreachable(news),
    refresh: async () => undefined,
    ...{ clock: parts.clock, log: silentLog },
    announcer: {
      ...{ found: () => undefined, tookIn: () => undefined, ready: () => undefined },
      ...{ made: () => undefined, trouble: (what) => expect.unreachable(what) },
      service: (platform, { kind }) => parts.said.push(`${platform} ${kind}`),
    },
  });
  await newsroom.open();
  await newsroom.close();
  expect(parts.said).toEqual(["slack connecting", "slack ready"]);
  expect(drains).toEqual(["drain", "drain", "stopped"]);
});

test("it is not closed before what the admins must know is on its way", async () => {
  const told = Promise.withResolvers<boolean>();
  const { newsroom } = await setUp([], () => told.promise);
  let closed = false;
  void newsroom.tell();
  const closing = newsroom.close().then(() => {
    closed = true;
  });
  await new Promise(setImmediate);
  expect(closed).toBe(false);
  told.resolve(true);
  await closing;
  expect(closed).toBe(true);
});

/** The share of one of several processes, which the test changes. */
function sharing() {
  const own = { files: new Set<string>(), leads: true, posts: true };
  const share = (): Share => ({
    ...WHOLE,
    hasFile: (path) => own.files.has(path),
    leads: (duty) => (duty === "delivery" ? own.posts : own.leads),
  });
  return { own, share };
}

test("a file that another process reads is left alone, and read here once it falls to this one, unless it was read", async () => {
  const { own, share } = sharing();
  own.files.add("bridge.txt");
  const { newsroom, said, store, drop } = await setUp([BRIDGE, FERRY], undefined, share);
  await newsroom.open();
  const mill = settledFile("mill.txt", "title: Mill burns\n\nIt burns.");
  await drop(mill);
  expect(said.filter((line) => /filed|again/.test(line))).toEqual(["filed for front-page"]);
  // Another process has read this one, and ends.
  await store.ledger.noteStamp(mill.path, mill.stamp);
  own.files = new Set(["bridge.txt", "ferry.txt", "mill.txt"]);
  await newsroom.hear();
  await newsroom.hear();
  expect(said.filter((line) => line.startsWith("again"))).toEqual(["again ferry.txt"]);
  await newsroom.close();
});

test("a file that was deleted while another process read it is accounted for here once it falls to this one", async () => {
  const { own, share } = sharing();
  own.files.add("bridge.txt");
  const { newsroom, said, store, lose } = await setUp([BRIDGE], undefined, share);
  await newsroom.open();
  own.files.clear();
  await lose("bridge.txt");
  await newsroom.hear();
  const stageAt = async () => (await store.ledger.history("bridge.txt")).at(-1)?.stage;
  expect(await stageAt()).not.toBe("gone");
  own.files.add("bridge.txt");
  await newsroom.hear();
  expect(await stageAt()).toBe("gone");
  expect(said.filter((line) => line.startsWith("again"))).toEqual([]);
  await newsroom.close();
});

test("a deletion that could not be accounted for when it fell to this process is, the next time it hears of others", async () => {
  const { own, share } = sharing();
  own.files.add("bridge.txt");
  const { newsroom, said, store, lose } = await setUp([BRIDGE], undefined, share);
  await newsroom.open();
  own.files.clear();
  await lose("bridge.txt");
  own.files.add("bridge.txt");
  const filing = vi.spyOn(store, "filing").mockRejectedValueOnce(new RangeError("away"));
  await newsroom.hear();
  expect(said.filter((line) => line.startsWith("trouble"))).toEqual(["trouble with bridge.txt"]);
  await newsroom.hear();
  expect((await store.ledger.history("bridge.txt")).at(-1)?.stage).toBe("gone");
  filing.mockRestore();
  await newsroom.close();
});

test("a single look heeds no others: nothing goes out before it is through, and nobody is connected", async () => {
  const started: string[] = [];
  const service: ChatService = {
    courier: fakeCourier("slack", async () => ({ messageId: "m1", url: null })),
    onlyOneConnects: false,
    start: () => void started.push("slack"),
    stop: async () => undefined,
    openDirect: async () => "D1",
    roleOf: async () => null,
    readBy: async () => "own",
    check: async () => [],
  };
  const { newsroom } = await setUp([BRIDGE], undefined, () => WHOLE, [service]);
  await newsroom.hear();
  expect(started).toEqual([]);
  await newsroom.open();
  await newsroom.hear();
  expect(started).toEqual(["slack"]);
  await newsroom.close();
});

test("corrections and notices are one process's, which does them as soon as it hears of others", async () => {
  const { own, share } = sharing();
  own.leads = false;
  const { newsroom, tells, tick } = await setUp([], undefined, share);
  await newsroom.open();
  await tick();
  await newsroom.hear();
  expect(tells()).toBe(0);
  own.leads = true;
  await newsroom.hear();
  expect(tells()).toBe(1);
  await newsroom.close();
});

test("what others have made is carried as soon as it is heard of, where this process posts", async () => {
  const { own, share } = sharing();
  own.posts = false;
  own.files.add("bridge.txt");
  const { newsroom, posts } = await setUp([BRIDGE], undefined, share);
  await newsroom.open();
  await newsroom.hear();
  await newsroom.hear("posts");
  expect(posts).toEqual([]);
  own.posts = true;
  await newsroom.hear("posts");
  await expect.poll(() => posts.length).toBe(1);
  await newsroom.close();
});

test.each<[string, boolean, readonly News[]]>([
  [
    "another posts: it is told at once, and again where somebody asks for it",
    false,
    ["posts", "posts"],
  ],
  ["this one posts: nobody need be told", true, []],
])("an edition is made, and %s", async (_, posts, told) => {
  const { own, share } = sharing();
  own.posts = posts;
  own.files.add("bridge.txt");
  const { newsroom, tidings } = await setUp([BRIDGE], undefined, share);
  await newsroom.open();
  // A round in which nothing is made has nothing to tell.
  await newsroom.hear();
  newsroom.carry();
  expect(tidings).toEqual(told);
  await newsroom.close();
});

test("what is said while a process looks is looked for once more, however often it is said", async () => {
  const { own, share } = sharing();
  const looks: PromiseWithResolvers<void>[] = [];
  const look = async () => {
    const one = Promise.withResolvers<void>();
    looks.push(one);
    await one.promise;
    return false;
  };
  own.leads = false;
  const { newsroom } = await setUp([], look, share);
  await newsroom.open();
  own.leads = true;
  const heard = [newsroom.hear("copy"), newsroom.hear("copy"), newsroom.hear()];
  await expect.poll(() => looks.length).toBe(1);
  looks[0]?.resolve();
  await expect.poll(() => looks.length).toBe(2);
  looks[1]?.resolve();
  await Promise.all(heard);
  expect(looks).toHaveLength(2);
  await newsroom.close();
});

/** A platform that counts how often it is connected. */
function platform(onlyOneConnects: boolean) {
  let starts = 0;
  const service: ChatService = {
    courier: fakeCourier("slack", () => expect.unreachable()),
    onlyOneConnects,
    start: () => {
      starts += 1;
    },
    stop: async () => undefined,
    check: async () => [],
    openDirect: () => expect.unreachable(),
    roleOf: async () => null,
    readBy: async () => "own",
  };
  return { service, starts: () => starts };
}

test("where one process alone may be connected the one that leads is, once; elsewhere each that answers", async () => {
  const { own, share } = sharing();
  own.leads = false;
  const [one, each] = [platform(true), platform(false)];
  const { newsroom } = await setUp([], undefined, share, [one.service, each.service]);
  await newsroom.open();
  await newsroom.hear();
  expect([one.starts(), each.starts()]).toEqual([0, 1]);
  own.leads = true;
  await newsroom.hear();
  await newsroom.hear();
  expect([one.starts(), each.starts()]).toEqual([1, 1]);
  await newsroom.close();
});

test("a process that leaves the answers to others is connected to nothing", async () => {
  const each = platform(false);
  const share = (): Share => ({ ...WHOLE, has: (duty) => duty !== "front" });
  const { newsroom } = await setUp([], undefined, share, [each.service]);
  await newsroom.open();
  expect(each.starts()).toBe(0);
  await newsroom.close();
});
