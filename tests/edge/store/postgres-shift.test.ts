import { expect, test } from "vitest";
import type { PlaceFailure } from "#desk/port/place-troubles.ts";
import type { Ports } from "#edge/store/ports.ts";
import { openShared } from "#edge/store/postgres/open.ts";
import type { Shift, Store } from "#edge/store/verbs.ts";
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
const SIGNATURE = { article: "a", at: NOON } as never; // it never gets as far as being read
const ITEM = { key: keyOf(FRONT, NOON, 0), article: "a" };
const PLACEMENT = { story: "a", rule: "nothing alike", likeness: 0, shared: [] } as never;
const MADE = editionOf(FRONT, NOON + 1, 1, []);

type Write = (ports: Ports) => Promise<unknown>;

/** Every verb: how it writes, or that it is only asked. One that is new has no row here, and does not compile. */
const VERBS: { readonly [Port in keyof Ports]: Record<keyof Ports[Port], Write | "asks"> } = {
  archive: {
    file: ({ archive }) => archive.file(REVISED, briefOf(REVISED), []),
    restate: ({ archive }) => archive.restate(A, [], NOON),
    ...{ current: "asks", sharing: "asks", revision: "asks", ofContent: "asks", heldOf: "asks" },
    ...{ freed: "asks", bodiesOf: "asks", get: "asks", latest: "asks", search: "asks" },
    ...{ find: "asks", arrived: "asks", revisions: "asks", withdrawal: "asks", names: "asks" },
    headlines: "asks",
  },
  heldCopy: { heldArticle: "asks", heldLike: "asks", heldInDoubt: "asks" },
  editions: {
    takeSlot: ({ editions }) =>
      editions.takeSlot({ subscription: "new", slot: NOON, now: NOON, late: false }),
    takeMoment: ({ editions }) => editions.takeMoment("new", NOON),
    store: ({ editions }) => editions.store(FRONT, MADE, NOON),
    pass: ({ editions }) => editions.pass(FRONT.id, NOON, 0),
    goBack: ({ editions }) => editions.goBack(FRONT.id, NOON),
    ...{ lastSlot: "asks", lastSlots: "asks", newest: "asks", progress: "asks", offers: "asks" },
    ...{ carried: "asks", standing: "asks", urgent: "asks", carriers: "asks" },
    ...{ passed: "asks", issued: "asks" },
  },
  decisions: {
    decide: ({ decisions }) => decisions.decide(REVISED, briefOf(REVISED), [], AUDIT),
    ...{ postsOf: "asks", waiting: "asks", givenUp: "asks", articlesIn: "asks" },
  },
  stories: {
    passAll: ({ stories }) => stories.passAll(NOON),
    ...{ unplaced: "asks", placements: "asks", reports: "asks", strands: "asks" },
  },
  storyMembers: {
    dropKeys: ({ storyMembers }) =>
      storyMembers.dropKeys({ number: 1, at: NOON, signature: null, copyOf: null }, ["word"]),
    dropLinks: ({ storyMembers }) => storyMembers.dropLinks(1, 0.5),
    forget: ({ storyMembers }) => storyMembers.forget(1),
    count: ({ storyMembers }) => storyMembers.count(["word"], true),
    keep: ({ storyMembers }) =>
      storyMembers.keep({ signature: SIGNATURE, revision: 1, copyOf: null, rule: "nothing alike" }),
    addKeys: ({ storyMembers }) => storyMembers.addKeys(1, NOON, ["word"]),
    addLinks: ({ storyMembers }) =>
      storyMembers.addLinks(1, [{ other: "a", score: 1, shared: [] } as never]),
    move: ({ storyMembers }) => storyMembers.move(1, PLACEMENT),
    ...{ of: "asks", olderThan: "asks", commonness: "asks", sharing: "asks", near: "asks" },
    ...{ linksAmong: "asks", storiesOfOthers: "asks" },
  },
  replays: { copy: "asks", received: "asks" },
  ledger: {
    record: ({ ledger }) => ledger.record(entry(A, "gone")),
    noteStamp: ({ ledger }) => ledger.noteStamp("b.txt", "7"),
    ...{ lastSeen: "asks", history: "asks", standings: "asks", copiesOf: "asks" },
    ...{ articlesAt: "asks", quarantined: "asks", stamps: "asks" },
  },
  outbox: {
    claim: ({ outbox }) => outbox.claim(NOON, ["slack"]),
    delivered: ({ outbox }) => outbox.delivered(ITEM.key, { messageId: "m", url: null }, NOON),
    retry: ({ outbox }) => outbox.retry(ITEM.key, NOON, "busy", true),
    giveUp: ({ outbox }) => outbox.giveUp(ITEM.key, "gone", NOON),
    hasten: ({ outbox }) => outbox.hasten(NOON),
    nextDue: "asks",
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
    ...{ told: "asks", stuck: "asks", deadLetters: "asks", freeSlot: "asks" },
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
    ...{ outdated: "asks", standing: "asks" },
  },
  orders: {
    save: ({ orders }) => orders.save(ORDER, AUDIT),
    remove: ({ orders }) => orders.remove("tide", AUDIT),
    pause: ({ orders }) => orders.pause("tide", NOON, AUDIT),
    resume: ({ orders }) => orders.resume("tide", AUDIT),
    keepDraft: ({ orders }) =>
      orders.keepDraft("k", { by: "slack:U1", order: ORDER, at: NOON } as never),
    note: ({ orders }) => orders.note(AUDIT),
    ...{ orders: "asks", pauses: "asks", draft: "asks", audit: "asks" },
  },
  installations: {
    save: ({ installations }) => installations.save({ team: "T1", sealed: "x", at: NOON }),
    remove: ({ installations }) => installations.remove("T1"),
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
    lease = LONG,
  ): Promise<void> {
    const url = await server().emptyDatabase();
    const stores = [await openShared(url, lease), await openShared(url, lease)] as const;
    try {
      await work(...stores, url);
    } finally {
      for (const store of stores) await store.close();
      await ask(url, "delete from shift");
      await server().giveBack(url);
    }
  }

  async function taken(store: Store): Promise<Shift> {
    const shift = await store.takeShift("a test");
    if (shift === null) throw new TypeError("Another has the work");
    return shift;
  }

  async function tokenAt(url: string): Promise<unknown> {
    return ask(url, "select token, owner from shift");
  }

  test("one process has it, and the next gets it as soon as the first has ended it", () =>
    withTwo(async (one, other, url) => {
      const first = await taken(one);
      expect(await other.takeShift("two")).toBeNull();
      expect(await one.takeShift("one again")).toBeNull();
      await first.end();
      expect(first.isOurs()).toBe(false);
      const second = await other.takeShift("two");
      expect(second?.isOurs()).toBe(true);
      expect(await tokenAt(url)).toEqual([{ token: "2", owner: "two" }]);
    }));

  test("a process that is closed ends it", () =>
    withTwo(async (_, other, url) => {
      const third = await openShared(url, LONG);
      await taken(third);
      expect(await other.takeShift("two")).toBeNull();
      await third.close();
      expect(await other.takeShift("two")).not.toBeNull();
    }));

  test("of several that ask at once one gets it", () =>
    withTwo(async (one, other) => {
      const asked = [one, other, one, other, other].map((store) => store.takeShift("many"));
      const got = (await Promise.all(asked)).filter((shift) => shift !== null);
      expect(got).toHaveLength(1);
    }));

  test("whoever takes over frees what was claimed: it may be in its channel, or not", () =>
    withTwo(async (one, other, url) => {
      const { store } = await taken(one);
      await file(store, A);
      await issueAbout(store, FRONT);
      const [claimed] = await store.outbox.claim(NOON, ["slack"]);
      expect(claimed).toMatchObject({ again: false, attempt: 1 });
      expect(await other.takeShift("two")).toBeNull();
      expect(await other.outbox.claim(NOON, ["slack"])).toEqual([]);
      await ask(url, LET_RUN_OUT);
      const next = await taken(other);
      expect(await next.store.outbox.claim(NOON, ["slack"])).toMatchObject([
        { key: claimed?.key, again: true, attempt: 1 },
      ]);
    }));

  test("once another has taken over, no verb of the one before writes, and none stays in the way", () =>
    withTwo(async (one, other, url) => {
      const stale = (await taken(one)).store;
      await file(stale, A);
      await issueAbout(stale, FRONT);
      await stale.retries.plan(RETRY);
      await stale.placeTroubles.failed(FAILURE, NOON);
      await ask(url, LET_RUN_OUT);
      const next = await taken(other);
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

  test("the process that was taken over from is told with its next renewal", () =>
    withTwo(async (one, other, url) => {
      const shift = await taken(one);
      await ask(url, "update shift set token = token + 1, until = clock_timestamp()");
      await shift.lost;
      expect(shift.isOurs()).toBe(false);
      // Its renewals have ended, so that it holds up nobody.
      expect(await other.takeShift("two")).not.toBeNull();
    }, 200));

  test("while the server is away it is not relied on; where nobody took over it goes on", () =>
    withTwo(async (one) => {
      const shift = await taken(one);
      await server().restart(async () => {
        await expect.poll(() => shift.isOurs(), { timeout: 10_000 }).toBe(false);
      });
      await expect.poll(() => shift.isOurs(), { timeout: 10_000 }).toBe(true);
      await shift.store.orders.note(AUDIT);
    }, 400));
});
