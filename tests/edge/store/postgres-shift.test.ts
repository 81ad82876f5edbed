import { expect, test } from "vitest";
import { keepEdition } from "#core/digest/kept.ts";
import type { PlaceFailure } from "#desk/port/place-troubles.ts";
import type { Ports } from "#edge/store/ports.ts";
import { openShared } from "#edge/store/postgres/open.ts";
import type { Store } from "#edge/store/verbs.ts";
import { ask, describePostgres } from "#tests/postgres/server.ts";
import {
  article,
  briefOf,
  editionOf,
  entry,
  file,
  issueAbout,
  keyOf,
  message,
  NOON,
  subscription,
} from "../../contract/store/samples.ts";

const FRONT = subscription("front");
const A = article("a");
const REVISED = article("a", { revision: 2, title: "Revised" });
const AUDIT = { at: NOON, by: "slack:U1", name: "Ines", did: "ordered tide" };
const ORDER = {
  ...{ name: "tide", entry: { name: "tide" }, by: "slack:U1", byName: "Ines" },
  ...{ at: NOON, owner: null },
};
const RETRY = { path: "b.txt", contentHash: "hash", attempt: 1, due: NOON };
const FAILURE: PlaceFailure = {
  ...{ subscription: FRONT.id, platform: "slack", address: "C1", error: "gone", ripe: NOON },
};
const REPORT = {
  ...{ article: "a", revision: 1, by: "slack:U1", byName: "Ana", what: "Not so", at: NOON },
  direct: null,
};
const SESSION = {
  ...{ hash: "h", asker: { id: "slack:U1", name: "Ana", role: "reader" } as const },
  ...{ proof: "link", begun: NOON, seen: NOON },
};
const SIGNATURE = { article: "a", at: NOON } as never; // it never gets as far as being read
const ITEM = { key: keyOf(FRONT, NOON, 0), article: "a" };
const PLACEMENT = { story: "a", rule: "nothing alike", likeness: 0, shared: [] } as never;
const MADE = editionOf(FRONT, NOON + 1, 1, []);
const DECIDED = { how: "let-go", by: "Ines", at: NOON } as const;

const ASKING = { key: "k", model: "tarn-1", article: "a", at: NOON };

type Write = (ports: Ports) => Promise<unknown>;

/** Every verb: how it writes, or that it is only asked. One that is new has no row here, and does not compile. */
const VERBS: { readonly [Port in keyof Ports]: Record<keyof Ports[Port], Write | "asks"> } = {
  archive: {
    file: ({ archive }) => archive.file(REVISED, briefOf(REVISED), []),
    restate: ({ archive }) => archive.restate(A, [], NOON),
    improve: ({ archive }) => archive.improve(A, briefOf(A)),
    ...{ current: "asks", sharing: "asks", revision: "asks", ofContent: "asks", heldOf: "asks" },
    ...{
      freed: "asks",
      freedUnnoted: "asks",
      bodiesOf: "asks",
      get: "asks",
      latest: "asks",
      search: "asks",
    },
    ...{ find: "asks", arrived: "asks", revisions: "asks", withdrawal: "asks", names: "asks" },
    named: "asks",
    headlines: "asks",
    ...{ meant: "asks", count: "asks", forReaders: "asks", keptFrom: "asks" },
  },
  askers: {
    forget: ({ askers }) => askers.forget("slack:U1", ["for-slack-u1"], NOON),
    restate: ({ askers }) => askers.restate(ITEM.key, { summary: "x", sections: [] }),
    ...{ tracesOf: "asks", noticesNaming: "asks" },
  },
  arrivals: { before: "asks", countAfter: "asks" },
  gauges: { outbox: "asks", embargoes: "asks" },
  greetings: { take: ({ greetings }) => greetings.take("slack:C1", NOON) },
  heldCopy: {
    ...{ heldArticle: "asks", history: "asks" },
    heldLike: "asks",
    heldInDoubt: "asks",
    ...{ findHeld: "asks", heldNow: "asks", countHeld: "asks", forReaders: "asks" },
  },
  editions: {
    takeSlots: ({ editions }) =>
      editions.takeSlots([{ subscription: "new", slot: NOON, now: NOON, late: false }]),
    takeMoments: ({ editions }) => editions.takeMoments(["new"], NOON),
    store: ({ editions }) => editions.store([{ subscription: FRONT, made: MADE }], NOON),
    pass: ({ editions }) => editions.pass([{ subscription: FRONT.id, waiting: 0 }], NOON),
    goBack: ({ editions }) => editions.goBack(FRONT.id, NOON),
    ...{ lastSlot: "asks", lastSlots: "asks", newest: "asks", progress: "asks", offers: "asks" },
    ...{
      carried: "asks",
      momentsSince: "asks",
      urgent: "asks",
      carriers: "asks",
      mentioned: "asks",
    },
    ...{ passed: "asks", issued: "asks", linksTo: "asks" },
  },
  decisions: {
    decide: ({ decisions }) => decisions.decide(REVISED, briefOf(REVISED), [], AUDIT),
    ...{ postsOf: "asks", waiting: "asks", givenUp: "asks", articlesIn: "asks" },
  },
  stories: {
    passAll: ({ stories }) => stories.passAll(NOON),
    ...{ unplaced: "asks", placements: "asks", reports: "asks", strands: "asks", active: "asks" },
    forReaders: "asks",
  },
  approvals: {
    letGo: ({ approvals }) => approvals.letGo(1, { subscription: FRONT, made: MADE }, DECIDED),
    drop: ({ approvals }) => approvals.drop(1, DECIDED),
    replace: ({ approvals }) => approvals.replace(1, keepEdition(MADE.edition)),
    noteTold: ({ approvals }) => approvals.noteTold(1, NOON),
    noteNotice: ({ approvals }) => approvals.noteNotice(1, "n9"),
    ...{ open: "asks", get: "asks", noticesOf: "asks", carriedBeside: "asks" },
  },
  wishes: {
    arrange: ({ wishes }) => wishes.arrange([FRONT.id], ["a"], { by: "Ines", at: NOON }),
    leaveOut: ({ wishes }) => wishes.leaveOut(FRONT.id, ["a"], "next", { by: "Ines", at: NOON }),
    takeBack: ({ wishes }) => wishes.takeBack(FRONT.id, ["a"]),
    use: ({ wishes }) => wishes.use([FRONT.id]),
    ...{ of: "asks", leftForGood: "asks" },
  },
  storyMembers: {
    dropKeys: ({ storyMembers }) =>
      storyMembers.dropKeys({ number: 1, at: NOON, signature: null, copyOf: null, revision: 1 }, [
        "word",
      ]),
    dropLinks: ({ storyMembers }) => storyMembers.dropLinks(1, 0.5),
    forget: ({ storyMembers }) => storyMembers.forget(1),
    ...{ linksOf: "asks", opinionsAmong: "asks" },
    keepOpinion: ({ storyMembers }) =>
      storyMembers.keepOpinion({ one: "b", other: "a", isSame: true }),
    dropOpinions: ({ storyMembers }) => storyMembers.dropOpinions("a"),
    count: ({ storyMembers }) => storyMembers.count(["word"], true),
    keep: ({ storyMembers }) =>
      storyMembers.keep({ signature: SIGNATURE, revision: 1, copyOf: null, rule: "nothing alike" }),
    addKeys: ({ storyMembers }) => storyMembers.addKeys(1, NOON, ["word"]),
    addLinks: ({ storyMembers }) =>
      storyMembers.addLinks(1, [{ other: "a", score: 1, shared: [] } as never]),
    restateLinks: ({ storyMembers }) =>
      storyMembers.restateLinks(
        [
          { number: 1, article: "a" },
          { number: 2, article: "b" },
        ] as never,
        [{ one: "a", other: "b", score: 1, shared: [] }],
      ),
    move: ({ storyMembers }) => storyMembers.move(1, PLACEMENT),
    ...{ of: "asks", olderThan: "asks", commonness: "asks", sharing: "asks", near: "asks" },
    ...{ linksAmong: "asks", storiesOfOthers: "asks" },
  },
  replays: { copy: "asks", digests: "asks", received: "asks" },
  ledger: {
    record: ({ ledger }) => ledger.record(entry(A, "gone")),
    noteStamp: ({ ledger }) => ledger.noteStamp("b.txt", "7"),
    ...{ lastSeen: "asks", history: "asks", standings: "asks", copiesOf: "asks" },
    ...{ articlesAt: "asks", quarantined: "asks", inQuarantine: "asks", stamps: "asks" },
  },
  outbox: {
    claim: ({ outbox }) => outbox.claim(NOON, ["slack"]),
    delivered: ({ outbox }) => outbox.delivered(ITEM.key, { messageId: "m", url: null }, NOON),
    retry: ({ outbox }) => outbox.retry(ITEM.key, NOON, "busy", true),
    putOff: ({ outbox }) => outbox.putOff(ITEM.key, NOON),
    giveUp: ({ outbox }) => outbox.giveUp(ITEM.key, "gone", NOON),
    hasten: ({ outbox }) => outbox.hasten(NOON),
    nextDue: "asks",
  },
  reports: {
    add: ({ reports }) => reports.add(REPORT),
    look: ({ reports }) => reports.look(1, 2),
    expect: ({ reports }) => reports.expect(1),
    settle: ({ reports }) => reports.settle(1, "held", null, NOON),
    noteNotice: ({ reports }) => reports.noteNotice(1, "n2"),
    ...{ get: "asks", countBy: "asks", open: "asks", countOpen: "asks", stirred: "asks" },
    noticesOf: "asks",
  },
  judgements: {
    put: ({ judgements }) => judgements.put(ASKING, NOON, () => true),
    note: ({ judgements }) => judgements.note("k", { ok: false, code: "slow" }),
    spent: "asks",
  },
  restorations: {
    ...{ last: "asks", open: "asks" },
    close: ({ restorations }) => restorations.close(NOON),
  },
  sessions: {
    offer: ({ sessions }) => sessions.offer({ ...SESSION, until: NOON }, NOON),
    take: ({ sessions }) => sessions.take("h", NOON),
    begin: ({ sessions }) => sessions.begin(SESSION),
    saw: ({ sessions }) => sessions.saw("h", NOON),
    end: ({ sessions }) => sessions.end("h"),
    endAll: ({ sessions }) => sessions.endAll("slack:U1"),
    dropOld: ({ sessions }) => sessions.dropOld({ begun: NOON, seen: NOON }),
    ...{ offered: "asks", find: "asks" },
  },
  retries: {
    plan: ({ retries }) => retries.plan(RETRY),
    drop: ({ retries }) => retries.drop(RETRY.path),
    ...{ of: "asks", due: "asks" },
  },
  notices: {
    noteTold: ({ notices }) => notices.noteTold("admins", NOON),
    put: ({ notices }) =>
      notices.put(
        { id: "admins", platform: "slack", address: "C2" },
        NOON,
        { key: "n1", message: message("notice") },
        NOON,
      ),
    ...{ told: "asks", stuck: "asks", unkept: "asks", deadLetters: "asks", freeSlot: "asks" },
  },
  placeTroubles: {
    failed: ({ placeTroubles }) => placeTroubles.failed(FAILURE, NOON),
    worked: ({ placeTroubles }) => placeTroubles.worked(FAILURE, NOON),
    noteTold: ({ placeTroubles }) => placeTroubles.noteTold("admins", FRONT.id, NOON),
    ...{ standing: "asks", toldTo: "asks" },
  },
  corrections: {
    amend: async ({ corrections }) => {
      const item = await corrections.standing(ITEM);
      if (item === null) throw new TypeError("Nothing stands there");
      const amendment = { message: item.message, withdrawn: false, reply: null };
      await corrections.amend(item, amendment);
    },
    follow: ({ corrections }) => corrections.follow(ITEM, "reply", message("more"), NOON),
    takeOut: ({ corrections }) => corrections.takeOut(ITEM, [], { until: null, now: NOON }),
    retract: ({ corrections }) => corrections.retract(ITEM.key),
    ...{ outdated: "asks", standing: "asks", unfit: "asks", keptFrom: "asks", unseenParts: "asks" },
  },
  orders: {
    save: ({ orders }) => orders.save(ORDER, AUDIT),
    remove: ({ orders }) => orders.remove("tide", AUDIT),
    pause: ({ orders }) => orders.pause("tide", NOON, AUDIT),
    resume: ({ orders }) => orders.resume("tide", AUDIT),
    keepDraft: ({ orders }) =>
      orders.keepDraft("k", { by: "slack:U1", order: ORDER, at: NOON } as never),
    note: ({ orders }) => orders.note(AUDIT),
    ...{ orders: "asks", lastChange: "asks", pauses: "asks", draft: "asks", audit: "asks" },
  },
  settings: { see: ({ settings }) => settings.see(new Map([["a", {}]])), seen: "asks" },
  interactions: { take: ({ interactions }) => interactions.take("1.2.a", NOON) },
  installations: {
    save: ({ installations }) => installations.save({ team: "T1", sealed: "x", at: NOON }, AUDIT),
    remove: ({ installations }) => installations.remove("T1", AUDIT),
    find: "asks",
  },
};

const WRITES = Object.entries(VERBS).flatMap(([port, verbs]) =>
  Object.entries<Write | "asks">(verbs).flatMap(([verb, row]) =>
    row === "asks" ? [] : [[`${port}.${verb}`, row] as const],
  ),
);

/** The shift of whoever stood still for longer than the others wait. */
const LET_RUN_OUT = "update shift set until = clock_timestamp() - interval '1 minute'";
/** It is never renewed in a test by itself, nor does it run out. */
const LONG = 600_000;

describePostgres("shifts on PostgreSQL", (server) => {
  /** Two processes at one database. */
  async function withTwo(
    work: (one: Store, other: Store, url: string) => Promise<void>,
    { lease = LONG, other = lease }: { readonly lease?: number; readonly other?: number } = {},
  ): Promise<void> {
    const url = await server().emptyDatabase();
    const stores = [await openShared(url, lease), await openShared(url, other)] as const;
    try {
      await work(...stores, url);
    } finally {
      for (const store of stores) await store.close();
      await ask(url, "delete from shift");
      await server().giveBack(url);
    }
  }

  const rowsAt = (url: string) =>
    ask(url, "select token::int, owner, duties from shift order by token");

  test("processes share the work, each with a shift of its own, until they end it", () =>
    withTwo(async (one, other, url) => {
      const first = await one.takeShift("one");
      const second = await other.takeShift("two", ["intake", "front"]);
      expect(await rowsAt(url)).toEqual([
        { token: 1, owner: "one", duties: "intake editions delivery front" },
        { token: 2, owner: "two", duties: "intake front" },
      ]);
      expect(second.share().others).toMatchObject([{ token: 1, owner: "one" }]);
      await first.end();
      expect([first.isOurs(), second.isOurs()]).toEqual([false, true]);
      await second.end();
      // A token is never given twice: whoever slept with it would be taken for another.
      await one.takeShift("one again");
      expect(await rowsAt(url)).toMatchObject([{ token: 3 }]);
    }));

  test("all of the work is taken only where nobody is at it", () =>
    withTwo(async (one, other) => {
      const first = await one.takeShift("one");
      expect(await other.takeWhole("two")).toBeNull();
      await first.end();
      const asked = [one, other, one, other].map((store) => store.takeWhole("many"));
      expect((await Promise.all(asked)).filter((shift) => shift !== null)).toHaveLength(1);
    }));

  test("a process that is closed ends its shift", () =>
    withTwo(async (_, other, url) => {
      const third = await openShared(url, LONG);
      await third.takeShift("three");
      expect(await other.takeWhole("two")).toBeNull();
      await third.close();
      expect(await other.takeWhole("two")).not.toBeNull();
    }));

  async function claimedBy(store: Store) {
    await file(store, A);
    await issueAbout(store, FRONT);
    const [claimed] = await store.outbox.claim(NOON, ["slack"]);
    if (claimed === undefined) throw new TypeError("Nothing was claimed");
    return claimed;
  }

  test("a newcomer leaves what others have claimed; once they are gone it may be in its channel, or not", () =>
    withTwo(async (one, other, url) => {
      const claimed = await claimedBy((await one.takeShift("one")).store);
      expect(claimed).toMatchObject({ again: false, attempt: 1 });
      const second = await other.takeShift("two");
      expect(await second.store.outbox.claim(NOON, ["slack"])).toEqual([]);
      await ask(url, `${LET_RUN_OUT} where owner = 'one'`);
      await one.takeShift("three");
      expect(await second.store.outbox.claim(NOON, ["slack"])).toMatchObject([
        { key: claimed.key, again: true, attempt: 1 },
      ]);
    }));

  test("what one has claimed who is at work stays claimed, whoever goes", () =>
    withTwo(async (one, other, url) => {
      await claimedBy((await one.takeShift("one")).store);
      await one.takeShift("gone");
      await ask(url, `${LET_RUN_OUT} where owner = 'gone'`);
      const second = await other.takeShift("two");
      const third = await other.takeShift("three");
      expect(second.share().others.map(({ owner }) => owner)).toEqual(["one"]);
      await second.end();
      expect(await third.store.outbox.claim(NOON, ["slack"])).toEqual([]);
    }));

  test("those at work relieve who is not heard of, and learn that the work is theirs", () =>
    withTwo(
      async (one, other, url) => {
        const claimed = await claimedBy((await one.takeShift("one")).store);
        const second = await other.takeShift("two");
        const heard = Promise.withResolvers<void>();
        second.onHeard(() => {
          if (second.share().others.length === 0) heard.resolve();
        });
        expect([second.share().leads("front"), second.share().leads("delivery")]).toEqual([
          false,
          false,
        ]);
        await ask(url, `${LET_RUN_OUT} where owner = 'one'`);
        await heard.promise;
        expect([second.share().leads("front"), second.share().leads("delivery")]).toEqual([
          true,
          true,
        ]);
        expect(await second.store.outbox.claim(NOON, ["slack"])).toMatchObject([
          { key: claimed.key, again: true },
        ]);
      },
      { other: 2_000 },
    ));

  test("what waits for its retry waits on while others are at work, and is due where nobody was", () =>
    withTwo(async (one, other) => {
      const first = await one.takeShift("one");
      const { key } = await claimedBy(first.store);
      await first.store.outbox.retry(key, NOON + 5, "busy", false);
      const second = await other.takeShift("two");
      expect(await second.store.outbox.nextDue(["slack"])).toBe(NOON + 5);
      await Promise.all([first.end(), second.end()]);
      const third = await one.takeShift("three");
      expect(await third.store.outbox.nextDue(["slack"])).toBe(0);
    }));

  test("once another has taken over, no verb of the one before writes, and none stays in the way", () =>
    withTwo(async (one, other, url) => {
      const stale = (await one.takeShift("one")).store;
      await file(stale, A);
      await issueAbout(stale, FRONT);
      await stale.retries.plan(RETRY);
      await stale.placeTroubles.failed(FAILURE, NOON);
      await ask(url, LET_RUN_OUT);
      const next = await other.takeShift("two");
      const said = await Promise.all(
        WRITES.map(async ([name, write]) => {
          const code = await write(stale).then(
            () => "wrote",
            (error: unknown) => (error instanceof Object && "code" in error ? error.code : error),
          );
          return [name, code] as const;
        }),
      );
      expect(said).toEqual(WRITES.map(([name]) => [name, "relieved"]));
      await expect(stale.transaction(async () => "done")).rejects.toMatchObject({
        code: "relieved",
      });
      // Connections that were refused hold no lock: others write, and the one before may still ask.
      await next.store.ledger.record(entry(A, "gone"));
      expect((await stale.ledger.history(A.path)).at(-1)?.stage).toBe("gone");
      // Who has no shift writes for editors and readers: that takes no work from anybody.
      await one.orders.note(AUDIT);
    }));

  test("the process that was relieved is told with its next renewal", () =>
    withTwo(
      async (one, other, url) => {
        const shift = await one.takeShift("one");
        await ask(url, "delete from shift");
        await shift.lost;
        expect(shift.isOurs()).toBe(false);
        // Its renewals have ended, so that it holds up nobody.
        expect(await other.takeWhole("two")).not.toBeNull();
      },
      { lease: 200 },
    ));

  test("while the server is away it is not relied on; where nobody relieved it, it goes on", () =>
    withTwo(
      async (one) => {
        const shift = await one.takeShift("one");
        await server().restart(async () => {
          await expect.poll(() => shift.isOurs(), { timeout: 10_000 }).toBe(false);
        });
        await expect.poll(() => shift.isOurs(), { timeout: 10_000 }).toBe(true);
        await shift.store.orders.note(AUDIT);
      },
      { lease: 400 },
    ));
});
