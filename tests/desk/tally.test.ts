import { expect, test } from "vitest";
import type { Article } from "#core/article/article.ts";
import { parseWords } from "#core/digest/topic-parse.ts";
import { createEditionDesk } from "#desk/edition.ts";
import type { Archive } from "#desk/port/archive.ts";
import type { Ledger } from "#desk/port/ledger.ts";
import { tallySince } from "#desk/tally.ts";
import { textOf } from "#tests/message-text.ts";
import { sampleArticle, sampleBrief, sampleSubscription } from "#tests/samples.ts";
import { cadence } from "../core/digest/samples.ts";
import { testClock, testStore } from "./fixture.ts";

const WHOLE = { fits: () => true };

/** A store whose readings are counted. */
async function setUp() {
  const store = await testStore();
  const clock = testClock("2026-05-08T06:20Z");
  const asked = { standings: 0, current: 0, pauses: 0 };
  const ledger: Pick<Ledger, "standings"> = {
    standings: (since, now) => {
      asked.standings += 1;
      return store.ledger.standings(since, now);
    },
  };
  const archive: Pick<Archive, "current" | "get" | "withdrawal"> = {
    get: (id, now) => store.archive.get(id, now),
    withdrawal: (id, now) => store.archive.withdrawal(id, now),
    current: (id) => {
      asked.current += 1;
      return store.archive.current(id);
    },
  };
  const pause = async () => {
    asked.pauses += 1;
  };
  const file = (fields: Partial<Article>) => {
    const article = sampleArticle({ takenIn: clock.now(), path: `${fields.id}.txt`, ...fields });
    const { id: articleId, path, contentHash, takenIn: at } = article;
    const seen = { articleId, path, contentHash, at, stage: "briefed", rule: "read" } as const;
    return store.archive.file(article, sampleBrief(article), [seen]);
  };
  return { store, clock, asked, file, parts: { archive, ledger, clock, pause } };
}

test("each place counts by its own order what came in since", async () => {
  const { file, parts } = await setUp();
  await file({ id: "a1", section: "sport" });
  await file({ id: "a2", section: "world" });
  await file({ id: "a3", section: "world", tags: ["grain"] });
  const tallies = await tallySince(
    parts,
    [
      sampleSubscription({ id: "all" }),
      sampleSubscription({ id: "sport", sections: ["sport"] }),
      sampleSubscription({ id: "grain", sections: ["world"], tags: ["grain"] }),
    ],
    0,
  );
  expect(Object.fromEntries([...tallies].map(([id, { filtered }]) => [id, filtered]))).toEqual({
    ...{ all: 0, sport: 2, grain: 2 },
  });
});

test("thirty places that count from one moment ask the ledger once, and read each article once", async () => {
  const { store, clock, asked, file, parts } = await setUp();
  const subscriptions = Array.from({ length: 30 }, (_, index) =>
    sampleSubscription({
      ...{ id: `place-${index}`, sections: index % 2 === 0 ? [] : ["sport"] },
      ...{ cadence: cadence("0 * * * *", "UTC"), balance: true },
    }),
  );
  const desk = createEditionDesk({
    ...{ subscriptions: () => subscriptions, store, clock },
    tally: (all, since) => tallySince(parts, all, since),
    pause: parts.pause,
    budgets: { slack: WHOLE, discord: WHOLE, preview: WHOLE },
  });
  await desk.makeDue();
  expect(asked).toMatchObject({ standings: 0, current: 0 });
  for (const id of ["a1", "a2", "a3"]) await file({ id });
  clock.set(Date.parse("2026-05-08T07:00Z"));
  asked.pauses = 0;
  await desk.makeDue();
  expect(asked).toMatchObject({ standings: 1, current: 3 });
  // One once the slots of all are looked up, one for each place and for each ten of them that are dealt with, one an article.
  expect(asked.pauses).toBe(1 + 30 + 3 + 2);
});

test.each([
  [true, "1 file: 1 here"],
  [false, null],
])("a place that asks for the balance: %s, is told %s", async (balance, told) => {
  const { store, clock, asked, file, parts } = await setUp();
  const place = sampleSubscription({ cadence: cadence("0 * * * *", "UTC"), balance });
  const desk = createEditionDesk({
    ...{ subscriptions: () => [place], store, clock, pause: parts.pause },
    tally: (all, since) => tallySince(parts, all, since),
    budgets: { slack: WHOLE, discord: WHOLE, preview: WHOLE },
  });
  await desk.makeDue();
  await file({ id: "a1" });
  clock.set(Date.parse("2026-05-08T07:00Z"));
  await desk.makeDue();
  const [latest] = await store.editions.issued(place.id, 1);
  const text = (latest?.messages ?? []).map(textOf).join("");
  expect(text).toContain("1 article");
  expect(/\d+ files?: [^\n]*/u.exec(text)?.[0] ?? null).toBe(told);
  // Where nobody asks, nobody counts.
  expect(asked.standings).toBe(balance ? 1 : 0);
});

test("an edition that an editor has made closes with the balance too, and a first one has nothing to count from", async () => {
  const { store, clock, file, parts } = await setUp();
  const place = sampleSubscription({ cadence: cadence("0 * * * *", "UTC"), balance: true });
  const desk = createEditionDesk({
    ...{ subscriptions: () => [place], store, clock, pause: parts.pause },
    tally: (all, since) => tallySince(parts, all, since),
    budgets: { slack: WHOLE, discord: WHOLE, preview: WHOLE },
  });
  const closed: (string | null)[] = [];
  const latest = async () => {
    const [made] = await store.editions.issued(place.id, 1);
    const text = (made?.messages ?? []).map(textOf).join("");
    closed.push(/\d+ files?: [^\n]*/u.exec(text)?.[0] ?? null);
  };
  for (const id of ["a1", "a2"]) {
    await file({ id, title: `Report ${id}` });
    clock.pass(60_000);
    await desk.makeNow([place], async () => undefined);
    await latest();
  }
  await file({ id: "a3" });
  clock.set(Date.parse("2026-05-08T07:00Z"));
  await desk.makeDue();
  await latest();
  // What an Extra counted is not counted once more.
  expect(closed).toEqual([null, "1 file: 1 here", "1 file: 1 here"]);
});

test("what one place mutes is not counted out in another", async () => {
  const { file, parts } = await setUp();
  await file({ id: "a1", title: "Rail strike goes on" });
  const mute = ["rail strike"].flatMap((text) => parseWords(text) ?? []);
  const tallies = await tallySince(
    parts,
    [sampleSubscription({ id: "all" }), sampleSubscription({ id: "no-rail", mute })],
    0,
  );
  expect([tallies.get("all")?.filtered, tallies.get("no-rail")?.filtered]).toEqual([0, 1]);
});

test("what is held is counted nowhere, and what was killed in the open counts for all", async () => {
  const { file, parts } = await setUp();
  const instant = parts.clock.now() + 3_600_000;
  await file({ id: "held", embargo: { kind: "until", instant, text: "later" } });
  await file({ id: "gone" });
  await file({ id: "gone", revision: 2, status: "killed" });
  await file({ id: "open", section: "world" });
  await file({ id: "never out" });
  await file({ id: "never out", revision: 2, status: "killed" });
  // Only what was posted and taken back is told of.
  const withdrawal = async (id: string) =>
    id === "gone" ? ({ how: "killed", at: parts.clock.now() } as const) : null;
  const tallies = await tallySince(
    { ...parts, archive: { ...parts.archive, withdrawal } },
    [sampleSubscription({ id: "all" }), sampleSubscription({ id: "sport", sections: ["sport"] })],
    0,
  );
  expect([tallies.get("all")?.filtered, tallies.get("sport")?.filtered]).toEqual([1, 2]);
});
