import { describe, expect, test } from "vitest";
import { createIntake, type Intake } from "#desk/intake.ts";
import type { IntakeParts, Outcome } from "#desk/outcome.ts";
import type { SettledFile } from "#desk/port/copy.ts";
import type { LedgerEntry } from "#desk/port/ledger.ts";
import { createRetryDesk } from "#desk/retry.ts";
import { openShared } from "#edge/store/postgres/open.ts";
import type { Store } from "#edge/store/store.ts";
import { describePostgres } from "#tests/postgres/server.ts";
import {
  intakeParts,
  readTestFeed,
  settledFile,
  type TestClock,
  testClock,
  testStore,
} from "./fixture.ts";

const MINUTE = 60_000;
const LOCK = "guid: lock\ntitle: Lock gate fails\n\nThe lower gate of Weir Lock has failed.";
const MILL = "title: Mill is sold\n\nThe mill at Orrin was sold for two million.";
const FAIR = "embargo: 2026-05-08T09:00Z\ntitle: Fair returns\n\nThe fair of Moor returns.";
const BOATS = "title: Boats wait\n\nNineteen boats wait below the weir.";
const RAIN = "part: rain\ntitle: Rain\n\nIt rained.";
const WIND = "part: wind\ntitle: Wind\n\nThe wind rose.";

/** Files as they come in, one wave after the other. */
const WAVES: readonly (readonly SettledFile[])[] = [
  [
    ...[settledFile("lock.txt", LOCK), settledFile("desk/lock.txt", LOCK)],
    ...[settledFile("mill.txt", MILL), settledFile("fair.txt", FAIR)],
    ...[settledFile("boats.txt", BOATS), settledFile("torn.txt", "unreadable")],
    settledFile("weather.xml", `${RAIN}\n====\n${WIND}`),
  ],
  [
    settledFile("lock.txt", `${LOCK} Divers are on their way.`),
    settledFile("mill.txt", `status: killed\n${MILL}`),
    settledFile("fair.txt", "unreadable"),
    settledFile(
      "weather.xml",
      `${RAIN} A lot.\n====\n${WIND}\n====\npart: snow\ntitle: S\n\nSnow.`,
    ),
  ],
];
const GONE = ["boats.txt", "lock.txt", "weather.xml", "fair.txt"];
const PATHS = [...new Set(WAVES.flat().map(({ path }) => path))];

/** A store as two processes have it, where it can be had so, and one to compare with. */
interface Place {
  readonly stores: readonly [Store, Store];
  readonly alone: Store;
}

type WithPlace = (work: (place: Place) => Promise<void>) => Promise<void>;

function intakeOn(store: Store, clock: TestClock, given: Partial<IntakeParts> = {}): Intake {
  const usual = intakeParts(store, clock, { readCopy: readFile, deleteKills: true });
  return createIntake({ ...usual, ...given });
}

const readFile: typeof readTestFeed = async (file) => {
  const reading = await readTestFeed(file);
  if (file.path.endsWith(".xml") || !reading.ok) return reading;
  return { ok: true, stories: reading.stories.map((story) => ({ ...story, part: "" })) };
};

/** All that the ledger says of the files, in its order. */
async function accountOf({ ledger }: Store): Promise<readonly LedgerEntry[]> {
  return (await Promise.all(PATHS.map((path) => ledger.history(path)))).flat();
}

/** Opens when as many have come. */
function gateFor(count: number): () => Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let come = 0;
  return () => {
    come += 1;
    if (come === count) resolve();
    return promise;
  };
}

/** Two intakes that have both read a file before either stores it. */
function inStep(place: Place, clock: TestClock): readonly Intake[] {
  const gates = new Map<string, () => Promise<void>>();
  return place.stores.map((store) => {
    const { prepare } = intakeParts(store, clock, { readCopy: readFile });
    return intakeOn(store, clock, {
      async prepare(file) {
        const prepared = await prepare(file);
        const key = `${file.path} ${new TextDecoder().decode(file.bytes)}`;
        const gate = gates.get(key) ?? gateFor(2);
        gates.set(key, gate);
        await gate();
        return prepared;
      },
    });
  });
}

const isNews = ({ kind }: Outcome) => kind !== "unchanged";

function sideBySide(withPlace: WithPlace): void {
  test("what two have read at the same moment is stored as if one had", () =>
    withPlace(async (place) => {
      const clock = testClock("2026-05-08T06:00Z");
      const lone = intakeOn(place.alone, clock);
      const both = inStep(place, clock);
      for (const file of WAVES.flat()) {
        const expected = await lone.take(file);
        const outcomes = (await Promise.all(both.map((intake) => intake.take(file)))).flat();
        const told = (some: readonly Outcome[]) => some.filter(isNews).map(({ kind }) => kind);
        expect([file.path, told(outcomes)]).toEqual([file.path, told(expected)]);
        clock.pass(MINUTE);
      }
      for (const path of GONE) {
        await lone.gone(path);
        await Promise.all(both.map((intake) => intake.gone(path)));
      }
      expect(await accountOf(place.stores[0])).toEqual(await accountOf(place.alone));
      const [shared] = place.stores;
      expect(await shared.ledger.stamps()).toEqual(await place.alone.ledger.stamps());
      const shown = (store: Store) => store.archive.latest(clock.now(), 99);
      expect(await shown(shared)).toEqual(await shown(place.alone));
    }));

  test.each([
    ["the same", (files: readonly SettledFile[]) => files],
    ["the other", (files: readonly SettledFile[]) => files.toReversed()],
  ])("each file is dealt with once where another takes them in %s order", (_, ordered) =>
    withPlace(async ({ stores: [one, other] }) => {
      const clock = testClock("2026-05-08T06:00Z");
      const [own, others] = [intakeOn(one, clock), intakeOn(other, clock)];
      const takeAll = async (intake: Intake, files: readonly SettledFile[]) => {
        for (const file of files) await intake.take(file);
      };
      for (const wave of WAVES) {
        await Promise.all([takeAll(own, wave), takeAll(others, ordered(wave))]);
        clock.pass(MINUTE);
      }
      for (const path of GONE) await Promise.all([own.gone(path), others.gone(path)]);
      for (const path of GONE.toReversed()) await Promise.all([others.gone(path), own.gone(path)]);
      const account = await accountOf(one);
      const said = account.map(({ path, stage, contentHash }) => `${path} ${stage} ${contentHash}`);
      expect(said.toSorted()).toEqual([...new Set(said)].toSorted());
      const stages = (path: string) => account.filter((entry) => entry.path === path).length;
      expect(stages("boats.txt")).toBe(3);
      expect(stages("weather.xml#rain")).toBe(5);
      expect(await one.archive.latest(clock.now(), 99)).toMatchObject([
        { article: { path: "desk/lock.txt", revision: 2 } },
      ]);
    }));

  test("a text that another has filed, and a newer one since, is not filed once more", () =>
    withPlace(async ({ stores: [one, other] }) => {
      const clock = testClock("2026-05-08T06:00Z");
      const [old, next] = [settledFile("a.txt", MILL), settledFile("a.txt", `${MILL} Again.`)];
      const intake = intakeOn(other, clock);
      const { prepare } = intakeParts(one, clock);
      const slow = intakeOn(one, clock, {
        async prepare(file) {
          await intake.take(old);
          await intake.take(next);
          return prepare(file);
        },
      });
      expect(await slow.take(old)).toEqual([{ kind: "unchanged", path: "a.txt" }]);
      expect(await one.archive.latest(clock.now(), 9)).toMatchObject([
        { article: { revision: 2, body: expect.stringContaining("Again.") } },
      ]);
      expect((await one.ledger.stamps()).get("a.txt")).toBe(next.stamp);
    }));

  test("a text that another has filed meanwhile is known by the stamp that its file has now", () =>
    withPlace(async ({ stores: [one, other] }) => {
      const clock = testClock("2026-05-08T06:00Z");
      const { prepare } = intakeParts(one, clock);
      const slow = intakeOn(one, clock, {
        async prepare(file) {
          await intakeOn(other, clock).take({ ...settledFile("a.txt", MILL), stamp: "before" });
          return prepare(file);
        },
      });
      const outcomes = await slow.take({ ...settledFile("a.txt", MILL), stamp: "now" });
      expect(outcomes).toEqual([{ kind: "unchanged", path: "a.txt" }]);
      expect((await one.ledger.stamps()).get("a.txt")).toBe("now");
    }));

  test("a text is filed that nobody has filed since it was read, whatever they filed else", () =>
    withPlace(async ({ stores: [one, other] }) => {
      const clock = testClock("2026-05-08T06:00Z");
      const [first, second] = [settledFile("a.txt", MILL), settledFile("a.txt", `${MILL} Again.`)];
      const third = settledFile("a.txt", `${MILL} And once more.`);
      const intake = intakeOn(other, clock);
      await intake.take(first);
      clock.pass(MINUTE);
      await intake.take(second);
      clock.pass(MINUTE);
      const { prepare } = intakeParts(one, clock);
      const slow = intakeOn(one, clock, {
        async prepare(file) {
          await intake.take(third);
          return prepare(file);
        },
      });
      // It was filed once, long before.
      expect(await slow.take(first)).toMatchObject([{ kind: "filed", article: { revision: 4 } }]);
    }));

  test("a file with very many stories is taken in once by two, and others write in between", () =>
    withPlace(async (place) => {
      const clock = testClock("2026-05-08T06:00Z");
      const parts = Array.from(
        { length: 120 },
        (_, index) => `part: p${index}\ntitle: Gauge ${index}\n\nGauge ${index} stood at ${index}.`,
      );
      const outcomes = await Promise.all(
        inStep(place, clock).map((intake) =>
          intake.take(settledFile("gauges.xml", parts.join("\n====\n"))),
        ),
      );
      expect(outcomes.flat().filter(isNews)).toHaveLength(parts.length);
      const [{ ledger }] = place.stores;
      const stages = Map.groupBy(await ledger.history("gauges.xml"), ({ stage }) => stage);
      expect(stages.get("taken-in")).toHaveLength(parts.length);
      expect(stages.get("opened")).toHaveLength(1);
    }));

  test("of two whose minute it is one has a file read again", () =>
    withPlace(async ({ stores: [one, other] }) => {
      const clock = testClock("2026-05-08T06:00Z");
      await one.retries.plan({ path: "a.pdf", contentHash: "h", attempt: 1, due: clock.now() });
      const begun = await Promise.all(
        [one, other].map((store) => createRetryDesk({ store, clock }).begin()),
      );
      expect(begun.flat()).toEqual(["a.pdf"]);
      expect(await one.ledger.history("a.pdf")).toHaveLength(1);
    }));
}

describe("two intakes on the embedded store", () => {
  sideBySide(async (work) => {
    // Of one file there is one store in a process.
    const store = await testStore();
    await work({ stores: [store, store], alone: await testStore() });
  });
});

describePostgres("two intakes on one PostgreSQL", (server) => {
  sideBySide(async (work) => {
    const urls = [await server().emptyDatabase(), await server().emptyDatabase()] as const;
    const [url, another] = urls;
    const stores = [await openShared(url), await openShared(url)] as const;
    const alone = await openShared(another);
    try {
      await work({ stores, alone });
    } finally {
      for (const store of [...stores, alone]) await store.close();
      for (const each of urls) await server().giveBack(each);
    }
  });
});
