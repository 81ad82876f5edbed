import { describe, expect, test } from "vitest";
import type { Asker } from "#core/reply/front-desk.ts";
import { openShared } from "#edge/store/postgres/open.ts";
import type { Store } from "#edge/store/store.ts";
import { Died, dyingStore } from "#tests/fake/dying-store.ts";
import { describePostgres } from "#tests/postgres/server.ts";
import { editorsNewsroom } from "./editor/newsroom.ts";
import { testStore } from "./fixture.ts";

const HALF_AN_HOUR = 1_800_000;
const INES: Asker = { id: "slack:U1", name: "Ines", role: "editor" };
const BO: Asker = { id: "slack:U2", name: "Bo", role: "editor" };

type Room = Awaited<ReturnType<typeof editorsNewsroom>>;

const newsroomOn = (store: Store) =>
  editorsNewsroom({ store, terms: { approval: { after: HALF_AN_HOUR } } });

/** Two articles have come, and nothing is made of them. */
async function withCopy(store: Store): Promise<Room> {
  const room = await newsroomOn(store);
  const { file, clock } = room;
  await file({ id: "a", path: "a.txt", title: "Headline a", published: clock.now() });
  await file({ id: "b", path: "b.txt", title: "Headline b", published: clock.now() - 1 });
  return room;
}

/** An edition of both waits, and the admins have been told. */
async function waiting(store: Store): Promise<Room> {
  const room = await withCopy(store);
  await room.editionDesk.makeDue();
  await room.approvalWatch.tend();
  await carriedBy(room);
  return room;
}

async function leftToItself(store: Store): Promise<Room> {
  const room = await waiting(store);
  room.clock.pass(HALF_AN_HOUR);
  return room;
}

/** Everything in the outbox, as it arrives. */
async function carriedBy({ outbox, clock }: Room): Promise<readonly string[]> {
  const arrived: string[] = [];
  for (;;) {
    const claimed = await outbox.claim(clock.now(), ["slack", "preview"]);
    if (claimed.length === 0) return arrived.toSorted();
    for (const { key, platform, kind, message } of claimed) {
      const about = message.sections.flatMap((one) => one.about ?? []);
      arrived.push([platform, kind, ...about].join(" "));
      await outbox.delivered(key, { messageId: key, url: null }, clock.now());
    }
  }
}

/** All that is known of it, but for what goes out. */
async function standing({ approvals, orders, ledger, wishes, approvalDesk }: Room) {
  const open = await approvals.open();
  return {
    open: open.map(({ channel, kept }) => `${channel} ${kept.items.map(({ id }) => id).join(" ")}`),
    told: open.map(({ toldAt }) => toldAt !== null),
    editions: (await approvalDesk.open()).length,
    audit: (await orders.audit(0, 0, 99)).map(({ name, did }) => `${name} ${did}`),
    ledger: (await Promise.all(["a.txt", "b.txt"].map((path) => ledger.history(path))))
      .flat()
      .map(({ path, stage }) => `${path} ${stage}`),
    leftOut: (await wishes.leftForGood()).map(({ article }) => article).toSorted(),
  };
}

const numberOf = async ({ approvalDesk }: Room) => (await approvalDesk.open())[0]?.number ?? 1;

interface Act {
  readonly set: (store: Store) => Promise<Room>;
  readonly act: (room: Room, number: number) => Promise<unknown>;
  /** Arrives once it is done, and ever after. */
  readonly arrives: readonly string[];
  /** Its line in the audit trail; `null`: it is nobody's decision. */
  readonly audit: string | null;
}

const EDITION = "the edition of front-page of 8 May, 06:20";
const POSTED = ["preview post a b", "slack post a b", "slack reply"];

const ACTS: Readonly<Record<string, Act>> = {
  "is kept": {
    ...{ set: withCopy, arrives: [], audit: null },
    act: ({ editionDesk }) => editionDesk.makeDue(),
  },
  "is told of": {
    set: async (store) => {
      const room = await withCopy(store);
      await room.editionDesk.makeDue();
      return room;
    },
    act: ({ approvalWatch }) => approvalWatch.tend(),
    ...{ arrives: ["slack notice"], audit: null },
  },
  "is let go": {
    ...{ set: waiting, arrives: POSTED, audit: `Ines let ${EDITION} go` },
    act: ({ approvalDesk }, number) => approvalDesk.letGo(number, INES),
  },
  "is dropped": {
    ...{ set: waiting, arrives: ["slack reply"], audit: `Ines dropped ${EDITION}` },
    act: ({ approvalDesk }, number) => approvalDesk.drop(number, INES),
  },
  "has a story left out": {
    ...{ set: waiting, arrives: [], audit: `Ines left a out of ${EDITION}` },
    act: ({ approvalDesk }, number) => approvalDesk.leaveOut(number, "a", INES),
  },
  "has its last story left out": {
    set: async (store) => {
      const room = await waiting(store);
      await room.approvalDesk.leaveOut(await numberOf(room), "a", BO);
      return room;
    },
    act: ({ approvalDesk }, number) => approvalDesk.leaveOut(number, "b", INES),
    ...{ arrives: ["slack reply"], audit: `Ines dropped ${EDITION}` },
  },
  "goes by itself": {
    ...{ set: leftToItself, arrives: POSTED, audit: `Copydesk let ${EDITION} go` },
    act: ({ approvalWatch }) => approvalWatch.tend(),
  },
};

/** More than any of them has. */
const MOST_STEPS = 200;

describe.each(Object.entries(ACTS))("an edition that %s", (_, { set, act, arrives, audit }) => {
  test("is as before where the process ends at any step of it, and then done once", async () => {
    const dying = dyingStore(await testStore());
    const room = await set(dying.store);
    const number = await numberOf(room);
    const before = await standing(room);
    let steps = 0;
    for (let isDone = false; !isDone; ) {
      steps += 1;
      expect(steps).toBeLessThan(MOST_STEPS);
      dying.dieAt(steps);
      isDone = await act(room, number).then(() => true, diedAlone);
      dying.dieAt(null);
      if (isDone) break;
      expect({ steps, ...(await standing(room)) }).toEqual({ steps, ...before });
      expect({ steps, arrives: await carriedBy(room) }).toEqual({ steps, arrives: [] });
    }
    // It has written something, and looked at what it is about.
    expect(steps).toBeGreaterThan(3);
    await expectDone(room, number);
  });

  test("is done once where nobody heard that it was", async () => {
    const dying = dyingStore(await testStore());
    const room = await set(dying.store);
    const number = await numberOf(room);
    dying.dieBehindCommit();
    expect(await act(room, number).then(() => true, diedAlone)).toBe(false);
    dying.dieAt(null);
    await expectDone(room, number);
  });

  /** Whoever has not heard of it does it once more, and a bot that starts again does all that it does. */
  async function expectDone(room: Room, number: number): Promise<void> {
    const before = await standing(room);
    expect(before.audit.filter((line) => line === audit)).toHaveLength(audit === null ? 0 : 1);
    await act(room, number);
    const { editionDesk } = await newsroomOn(room.storeItself);
    await editionDesk.makeDue();
    expect(await standing(room)).toEqual(before);
    expect(await carriedBy(room)).toEqual(arrives);
    const posted = arrives.filter((line) => line.includes("post")).length;
    const stages = (await standing(room)).ledger.filter((line) => line.endsWith("posted"));
    expect(stages).toHaveLength(2 * posted);
  }
});

test("one for which it fails each time holds back no other, and admins are told of both", async () => {
  const torn = new RangeError("it cannot be drawn");
  const room = await newsroomOn(
    letting(await testStore(), (number) => {
      if (number <= 2) throw torn;
    }),
  );
  const { file, clock, editionDesk, approvalDesk, approvalWatch } = room;
  await file({ id: "a", path: "a.txt" });
  await editionDesk.makeDue();
  clock.pass(2 * HALF_AN_HOUR);
  await file({ id: "b", path: "b.txt" });
  await editionDesk.makeDue();
  clock.pass(HALF_AN_HOUR);
  await expect(approvalWatch.tend()).rejects.toBe(torn);
  expect((await approvalDesk.open()).map(({ number }) => number)).toEqual([2]);
  expect(await carriedBy(room)).toEqual(["preview post b", "slack notice", "slack post b"]);
});

/** A store that is told of each number before its edition goes. */
function letting(store: Store, tell: (number: number) => void): Store {
  const transaction: Store["transaction"] = (work) =>
    store.transaction((tx) => {
      const { approvals } = tx;
      const { letGo } = approvals;
      approvals.letGo = async (number, ...given) => {
        tell(number);
        return letGo.call(approvals, number, ...given);
      };
      return work(tx);
    });
  return { ...store, transaction };
}

/** @returns false */
function diedAlone(error: unknown): false {
  if (error instanceof Died) return false;
  throw error;
}

type Deciding = (room: Room, number: number, by: Asker) => Promise<{ readonly kind: string }>;

const DECISIONS: readonly (readonly [name: string, one: Deciding, other: Deciding])[] = (() => {
  const letGo: Deciding = ({ approvalDesk }, number, by) => approvalDesk.letGo(number, by);
  const drop: Deciding = ({ approvalDesk }, number, by) => approvalDesk.drop(number, by);
  return [
    ["both let it go", letGo, letGo],
    ["both drop it", drop, drop],
    ["one lets it go and one drops it", letGo, drop],
    ["one drops it and one lets it go", drop, letGo],
  ];
})();

/** @param pair what two processes have of one database */
function decidingAtOnce(
  pair: (work: (stores: readonly [Store, Store]) => Promise<void>) => Promise<void>,
) {
  test.each(DECISIONS)("%s: one wins, and the other is told who", (_, one, other) =>
    pair(async ([first, second]) => {
      const [own, others] = [await waiting(first), await newsroomOn(second)];
      const number = await numberOf(own);
      const outcomes = await Promise.all([one(own, number, INES), other(others, number, BO)]);
      const kinds = outcomes.map(({ kind }) => kind);
      expect(kinds.toSorted()).toEqual(["decided", "done"]);
      const [winner, verb] =
        kinds[0] === "done" ? (["Ines", one] as const) : (["Bo", other] as const);
      const loser = outcomes.find(({ kind }) => kind === "decided");
      expect(loser).toMatchObject({ decided: { by: winner } });
      const isGone = verb === DECISIONS[0]?.[1];
      const { audit, open } = await standing(own);
      expect(audit).toEqual([`${winner} ${isGone ? `let ${EDITION} go` : `dropped ${EDITION}`}`]);
      expect(open).toEqual([]);
      expect(await carriedBy(own)).toEqual(isGone ? POSTED : ["slack reply"]);
    }));

  test("one lets it go by the page while its time comes: it goes once", () =>
    pair(async ([first, second]) => {
      const own = await leftToItself(first);
      const others = await newsroomOn(second);
      others.clock.set(own.clock.now());
      const number = await numberOf(own);
      await Promise.all([own.approvalDesk.letGo(number, INES), others.approvalWatch.tend()]);
      expect((await standing(own)).audit).toHaveLength(1);
      expect(await carriedBy(own)).toEqual(POSTED);
    }));

  test("of two that tell the admins one does", () =>
    pair(async ([first, second]) => {
      const own = await withCopy(first);
      await own.editionDesk.makeDue();
      const others = await newsroomOn(second);
      await Promise.all([own.approvalWatch.tend(), others.approvalWatch.tend()]);
      expect(await carriedBy(own)).toEqual(["slack notice"]);
    }));
}

describe("two editors at the same moment on the embedded store", () => {
  decidingAtOnce(async (work) => {
    // Of one file there is one store in a process.
    const store = await testStore();
    await work([store, store]);
  });
});

describePostgres("two editors at the same moment on one PostgreSQL", (server) => {
  decidingAtOnce(async (work) => {
    const url = await server().emptyDatabase();
    const stores = [await openShared(url), await openShared(url)] as const;
    try {
      await work(stores);
    } finally {
      for (const store of stores) await store.close();
      await server().giveBack(url);
    }
  });
});
