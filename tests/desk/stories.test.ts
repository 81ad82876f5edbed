import fc from "fast-check";
import { expect, test } from "vitest";
import { createWriteBrief } from "#core/brief/write.ts";
import { balanceOf, standEach } from "#desk/balance.ts";
import { createCorrectionDesk } from "#desk/correction.ts";
import type { TallySince } from "#desk/count-for.ts";
import { createEditionDesk } from "#desk/edition.ts";
import { createIntake } from "#desk/intake.ts";
import { createStoryDesk } from "#desk/story.ts";
import { readGoldEvents } from "#tests/eval/stories/gold.ts";
import { textOf } from "#tests/message-text.ts";
import { HOURLY, sampleSubscription } from "#tests/samples.ts";
import { intakeParts, settledFile, testClock, testStore } from "./fixture.ts";

const HOUR = 3_600_000;
const ROOM = { fits: () => true };
const BUDGETS = { slack: ROOM, discord: ROOM, preview: ROOM };
const FRONT = sampleSubscription({
  balance: true,
  ...{ id: "front@slack:C1", platform: "slack", address: "C1", most: 99, baseline: 99 },
  cadence: { ...HOURLY, timeZone: "UTC" },
});

interface Told {
  readonly source: string;
  readonly title?: string;
  readonly text: string;
  /** Further fields of the copy. */
  readonly fields?: Readonly<Record<string, string>>;
}

const countNone: TallySince = async (all) =>
  new Map(all.map(({ id }) => [id, { merged: 0, filtered: 0, quarantined: 0 }]));

/** A newsroom with one channel on Slack that has an edition every hour. */
async function newsroom(subscription = FRONT) {
  const store = await testStore();
  const clock = testClock("2026-05-08T06:20Z");
  const writeBrief = createWriteBrief();
  const intake = createIntake(intakeParts(store, clock, { writeBrief }));
  const stories = createStoryDesk({ store, clock, pause: async () => undefined });
  const corrections = createCorrectionDesk({
    ...{ store, clock, budgets: BUDGETS, pause: async () => undefined },
  });
  const editions = createEditionDesk({
    ...{ subscriptions: () => [subscription], store, clock },
    ...{ budgets: BUDGETS, tally: countNone, pause: async () => undefined },
  });
  const posted = new Map<string, string>();
  const deliver = async () => {
    for (;;) {
      const [claimed] = await store.outbox.claim(clock.now(), ["slack"]);
      if (claimed === undefined) return;
      const { key, kind, target, message } = claimed;
      posted.set(kind === "edit" ? (target?.messageId ?? key) : key, textOf(message));
      await store.outbox.delivered(key, { messageId: key, url: null }, clock.now());
    }
  };
  /** What stands in the channel after the round of this minute. */
  const minute = async () => {
    await stories.placeAll();
    await editions.makeDue();
    await corrections.chase();
    await deliver();
    return [...posted.values()];
  };
  return {
    ...{ store, clock },
    file: (name: string, { source, title = "Ferry sinks off Velsk", text, fields = {} }: Told) => {
      const head = { title, source, guid: name, ...fields };
      const lines = Object.entries(head).map(([field, value]) => `${field}: ${value}`);
      return intake.take(settledFile(`${name}.txt`, `${lines.join("\n")}\n\n${text}`));
    },
    minute,
    /** What stands in the channel after the next hour's round. */
    async round() {
      clock.pass(HOUR);
      return minute();
    },
    async balance() {
      const parts = { archive: store.archive, ledger: store.ledger, clock };
      return balanceOf(await standEach({ ...parts, whyFiltered: () => null }, 0));
    },
  };
}

const ferry = (dead: number, owner: string, more = "") =>
  `VELSK – A ferry sank off Velsk on Friday and ${dead} people were killed, ${owner} said. The captain, Pavel Orm, was rescued.${more}`;

/** Four reports on one event, and one that carries the text of the first. */
const FIVE = [
  "VELSK – A ferry sank off Velsk on Friday and 12 people were killed, police said.\n\nThe captain, Pavel Orm, was rescued by a trawler.",
  "VELSK – Rescuers searched the sea off Velsk after a ferry went down with 80 on board.\n\nPavel Orm, its captain, told the coastguard of a wave.",
  "VELSK – Twelve people drowned when the Velsk ferry sank in heavy seas.\n\nThe mayor, Ines Brandt, opened the school to survivors.",
  "VELSK – The ferry that sank off Velsk had passed its inspection in March, its owners said.\n\nThey praised the captain, Pavel Orm.",
  "VELSK – A ferry sank off Velsk on Friday and 12 people were killed, police said.\n\nThe captain, Pavel Orm, was rescued by a trawler.\n\nAgencies",
];

test("what five agencies file is told once, and every file is accounted for", async () => {
  const desk = await newsroom();
  await desk.round();
  for (const [index, text] of FIVE.entries()) {
    const source = ["AFP", "Reuters", "Tarn Wire", "DPA", "Velsk Post"][index] ?? "";
    await desk.file(`ferry${index}`, { source, text });
  }
  const [edition = ""] = await desk.round();
  expect(edition.split("Ferry sinks off Velsk")).toHaveLength(2);
  expect(edition).toMatch(/also: (?:[\w ]+, ){2}[\w ]+\n/u);
  expect(edition).toContain("5 files: 1 here, 4 merged");
  expect(await desk.balance()).toMatchObject({ in: 5, posted: 1, merged: 4, waiting: 0 });
});

test("a later report of a story that was carried is an update with what is new", async () => {
  const desk = await newsroom();
  await desk.file("first", { source: "Tarn Wire", text: ferry(12, "police") });
  await desk.round();
  desk.clock.pass(2 * HOUR);
  await desk.file("later", {
    source: "Tarn Wire",
    title: "Ferry toll rises",
    text: ferry(15, "police", " The coastguard, Joss Harrow, called off the search."),
  });
  const posts = await desk.round();
  expect(posts.at(-1)).toMatch(/Update · Ferry toll rises/u);
  expect(posts.at(-1)).toContain("killed: 12 → 15 — Tarn Wire, citing police");
  expect(posts.at(-1)).not.toContain("The captain");
});

test("two figures for one thing stand beside each other, and go when one report is withdrawn", async () => {
  const desk = await newsroom();
  await desk.round();
  const one = { source: "AFP", text: ferry(31, "police") };
  const two = { source: "Reuters", text: ferry(26, "the coastguard", " It was dark.") };
  await desk.file("one", one);
  await desk.file("two", two);
  const differ =
    "Sources differ: killed: 31 (AFP, citing police) · 26 (Reuters, citing the coastguard)";
  expect((await desk.round()).at(-1)).toContain(differ);
  await desk.file("two", { ...two, fields: { status: "canceled", version: "2" } });
  const posts = await desk.round();
  const all = posts.join("\n");
  expect(all).not.toContain(differ);
  expect(all).toMatch(/Taken out|KILLED/u);
});

test("a copy of what was carried is no edition, and is told in the next one", async () => {
  const desk = await newsroom();
  const text = ferry(
    12,
    "police",
    " The ship was built in 1988 and had passed its last inspection.",
  );
  await desk.file("first", { source: "AFP", text });
  await desk.round();
  await desk.file("copy", { source: "Velsk Post", text: `${text}\n\nReporting by the desk.` });
  expect(await desk.round()).toHaveLength(1);
  expect(await desk.balance()).toMatchObject({ in: 2, posted: 1, waiting: 1 });
  await desk.file("bonds", { source: "AFP", title: "Bonds rise", text: "Bonds rose in Merrow." });
  expect((await desk.round()).at(-1)).toContain("2 files: 1 here, 1 merged");
  expect(await desk.balance()).toMatchObject({ in: 3, posted: 2, merged: 1, waiting: 0 });
});

test("what is held names nobody, moves nothing and is told nowhere until its time", async () => {
  const desk = await newsroom();
  await desk.round();
  await desk.file("one", { source: "AFP", text: ferry(31, "police") });
  await desk.file("two", {
    source: "Reuters",
    text: ferry(26, "the coastguard", " It was dark."),
    fields: { embargo: "2026-05-08T10:00Z" },
  });
  expect((await desk.round()).join("\n")).not.toContain("Reuters");
  expect(await desk.balance()).toMatchObject({ in: 2, posted: 1, held: 1 });
  desk.clock.pass(2 * HOUR);
  expect((await desk.round()).join("\n")).toContain("Reuters");
});

test("a report that stood behind a flash does not come again in the digest", async () => {
  const desk = await newsroom({ ...FRONT, atOnce: 2 });
  await desk.round();
  for (const [index, source] of ["AFP", "Reuters"].entries()) {
    const fields = { urgency: "1" };
    await desk.file(`flash${index}`, { source, text: FIVE[index] ?? "", fields });
  }
  desk.clock.pass(60_000);
  const flash = await desk.minute();
  expect(flash.at(-1)).toMatch(/Flash\n.*also: /su);
  expect(await desk.round()).toHaveLength(flash.length);
  expect(await desk.balance()).toMatchObject({ in: 2, posted: 1, merged: 1, waiting: 0 });
});

/** Each report has a source of its own, which no post may name while the report is killed. */
const sourceOf = (index: number) => `Agency ${index} of ${index}`;

test("in whatever order reports come, are killed and are told, none is lost and none that is killed is named", async () => {
  const reports = readGoldEvents().flatMap(({ articles }) => articles);
  const step = fc.oneof(
    fc.record({ kind: fc.constant("file" as const), of: fc.nat(reports.length - 1) }),
    fc.record({ kind: fc.constant("kill" as const), of: fc.nat(reports.length - 1) }),
    fc.record({ kind: fc.constant("round" as const), of: fc.constant(0) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 30 }), async (steps) => {
      const desk = await newsroom();
      const filed = new Set<number>();
      const killed = new Set<number>();
      for (const { kind, of } of steps) {
        const report = reports[of];
        if (kind === "round" || report === undefined) {
          await desk.round();
          continue;
        }
        if (kind === "kill" && !filed.has(of)) continue;
        filed.add(of);
        if (kind === "kill") killed.add(of);
        const fields = killed.has(of) ? { status: "canceled", version: "2" } : { version: "1" };
        const { title, body: text } = report;
        await desk.file(report.id, { source: sourceOf(of), title, text, fields });
      }
      // Copies of what was carried wait for an edition that is made of something else.
      await desk.file("last", { source: "AFP", title: "Bonds rise", text: "Bonds rose in Ulm." });
      const posts = await desk.round();
      for (const of of killed) {
        expect(posts.filter((post) => post.includes(sourceOf(of)))).toEqual([]);
      }
      const { in: files, ...kinds } = await desk.balance();
      expect(files).toBe(filed.size + 1);
      expect(Object.values(kinds).reduce((sum, count) => sum + count, 0)).toBe(files);
      expect(kinds).toMatchObject({ waiting: 0, held: 0, quarantined: 0 });
    }),
    { numRuns: 10 },
  );
}, 60_000);

test("a report that another process has placed meanwhile is not placed once more", async () => {
  const { store, stories, file, clock } = await placing();
  await file("a");
  await file("b");
  let placed = 0;
  const counting: Pick<typeof store, "transaction"> = {
    transaction: (work) =>
      store.transaction((tx) => {
        const storyMembers = new Proxy(tx.storyMembers, {
          get(members, verb) {
            if (verb === "keep") placed += 1;
            const value: unknown = Reflect.get(members, verb);
            return typeof value === "function" ? value.bind(members) : value;
          },
        });
        return work({ ...tx, storyMembers });
      }),
  };
  // It has found both when the other places them.
  const late = createStoryDesk({
    ...{ store: counting, clock, pause: () => stories.placeAll() },
  });
  await late.placeAll();
  expect(placed).toBe(1);
});

/** A store into which the test files reports, and who places them. */
async function placing() {
  const store = await testStore();
  const clock = testClock("2026-05-08T06:20Z");
  const stories = createStoryDesk({ store, clock, pause: async () => undefined });
  const intake = createIntake(intakeParts(store, clock));
  const file = (name: string) =>
    intake.take(
      settledFile(`${name}.txt`, `title: The ${name} ferry\n\nIt keeps its ${name} berth.`),
    );
  return { store, clock, stories, file };
}
