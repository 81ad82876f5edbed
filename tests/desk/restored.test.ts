import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Parcel } from "#core/outbox/courier.ts";
import { createCorrectionDesk } from "#desk/correction.ts";
import { createEditionDesk } from "#desk/edition.ts";
import { createIntake } from "#desk/intake.ts";
import { createReportDesk } from "#desk/report.ts";
import { restoredText, settlePast } from "#desk/restored.ts";
import { backUp } from "#edge/store/backup/backup.ts";
import { settleFolder } from "#edge/store/backup/past.ts";
import { restore } from "#edge/store/backup/restore.ts";
import { checkStore } from "#edge/store/check/check.ts";
import { openStore, type Store } from "#edge/store/store.ts";
import { linesOf } from "#tests/message-text.ts";
import { sampleSubscription } from "#tests/samples.ts";
import { intakeParts, settledFile, type TestClock, testClock } from "./fixture.ts";

const ROOM = { fits: () => true };
const BUDGETS = { slack: ROOM, discord: ROOM, preview: ROOM };
const pause = async () => undefined;
const WATCH = { begins: () => undefined, came: () => undefined, ends: () => undefined };
const HOUR = 60 * 60 * 1000;

/** What lies in the folder, by path: the one thing that both lives of the bot see, beside the channel. */
type Files = Map<string, string>;

/** What reached the channel. */
type Sent = Pick<Parcel, "message"> & { readonly kind: string; readonly key: string };

const SUBSCRIPTIONS = [
  sampleSubscription({ id: "front@slack:C1", platform: "slack", address: "C1", most: 50 }),
];

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "copydesk-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

interface World {
  readonly clock: TestClock;
  readonly files: Files;
  readonly channel: Sent[];
}

const newWorld = (): World => ({
  clock: testClock("2026-05-08T06:20Z"),
  files: new Map(),
  channel: [],
});

async function takeIn(store: Store, { clock, files }: World): Promise<void> {
  const intake = createIntake(intakeParts(store, clock, { there: new Set(files.keys()) }));
  const stamps = await store.ledger.stamps();
  for (const [path, text] of files) {
    const found = settledFile(path, text);
    if (stamps.get(path) !== found.stamp) await intake.take(found);
  }
}

const correctionsOf = (store: Store, { clock }: World) =>
  createCorrectionDesk({ store, clock, budgets: BUDGETS, pause });

/** One round of a bot at work; `sends`: its courier reaches the channel. */
async function round(store: Store, world: World, sends = true): Promise<void> {
  const { clock, channel } = world;
  await takeIn(store, world);
  await createEditionDesk({
    ...{ subscriptions: () => SUBSCRIPTIONS, store, clock, budgets: BUDGETS, tally: null, pause },
  }).makeDue();
  await correctionsOf(store, world).chase();
  while (sends) {
    const claimed = await store.outbox.claim(clock.now(), ["slack"]);
    if (claimed.length === 0) return;
    for (const { key, kind, message } of claimed) {
      channel.push({ key, kind, message });
      await store.outbox.delivered(key, { messageId: key, url: null }, clock.now());
    }
  }
}

async function backedUp(folder: string, { clock }: World): Promise<string> {
  const file = join(newFolder(), "backup.db");
  const order = { folder, url: undefined, file, replace: false, program: "1.0.0" };
  await backUp({ ...order, now: clock.now }, WATCH);
  return file;
}

/** The backup becomes the store of a folder of its own. */
async function restored(file: string, world: World): Promise<Store> {
  const { clock } = world;
  const folder = newFolder();
  await restore(
    { folder, url: undefined, file, replace: false, now: clock.now },
    async (workshop, note) => {
      const given = { folder: workshop, madeAt: note?.madeAt ?? null, now: clock.now() };
      await settleFolder(given, (store, had) =>
        settlePast({
          ...{ store, clock, takeIn: () => takeIn(store, world) },
          corrections: correctionsOf(store, world),
          reports: createReportDesk({ store, clock, timeZone: "UTC", places: [] }),
          subscriptions: [...new Set([...had, ...SUBSCRIPTIONS.map(({ id }) => id)])],
          by: { by: "terminal", name: "Ana" },
        }),
      );
    },
    WATCH,
  );
  const findings = await checkStore({ folder, url: undefined }, clock.now());
  expect(findings.filter(({ ok }) => !ok)).toEqual([]);
  return opened(folder);
}

async function opened(folder: string): Promise<Store> {
  const store = await openStore({ folder });
  await store.takeShift("the test");
  onTestFinished(() => store.close());
  return store;
}

const story = (title: string, more = "") =>
  `title: ${title}\n${more}\nThe council said on Friday that ${title} is open.`;
const posts = ({ channel }: World) => channel.filter(({ kind }) => kind === "post");
const said = (sent: readonly Sent[]) => sent.map(({ message }) => linesOf(message)).join("\n");

describe("a store that was restored", () => {
  test("posts nothing that was there or due before, and carries what comes from then on", async () => {
    const world = newWorld();
    const { clock, files, channel } = world;
    const folder = newFolder();
    const first = await opened(folder);
    files.set("a.txt", story("Bridge A"));
    await round(first, world);
    files.set("b.txt", story("Bridge B"));
    await takeIn(first, world);
    const file = await backedUp(folder, world);
    // What the backup does not know: an edition with B, another with C, and one that is due just now with D.
    clock.pass(HOUR);
    await round(first, world);
    files.set("c.txt", story("Bridge C"));
    clock.pass(HOUR);
    await round(first, world);
    files.set("d.txt", story("Bridge D"));
    clock.pass(HOUR);
    expect(posts(world)).toHaveLength(3);
    channel.length = 0;
    const second = await restored(file, world);
    await round(second, world);
    clock.pass(HOUR);
    await round(second, world);
    expect(channel).toEqual([]);
    files.set("e.txt", story("Bridge E"));
    clock.pass(HOUR);
    await round(second, world);
    expect(posts(world)).toHaveLength(1);
    // The slot before the restore is past as well: what comes then waits for the next.
    const third = await restored(await backedUp(folder, world), world);
    files.set("f.txt", story("Bridge F"));
    await round(third, world);
    expect(posts(world)).toHaveLength(1);
    expect(said(channel)).toContain("Bridge E");
    expect(said(channel)).not.toMatch(/Bridge [A-D]/u);
  });

  test("begins a place that had no edition yet with what comes from then on", async () => {
    const world = newWorld();
    const { clock, files, channel } = world;
    const folder = newFolder();
    const first = await opened(folder);
    files.set("a.txt", story("Bridge A"));
    await takeIn(first, world);
    const file = await backedUp(folder, world);
    await round(first, world);
    expect(posts(world)).toHaveLength(1);
    const second = await restored(file, world);
    await round(second, world);
    expect(posts(world)).toHaveLength(1);
    files.set("b.txt", story("Bridge B"));
    clock.pass(HOUR);
    await round(second, world);
    expect(said(channel.slice(1))).toContain("Bridge B");
  });

  test("leaves what stood in its outbox, and says how much that is", async () => {
    const world = newWorld();
    const { clock, files, channel } = world;
    const folder = newFolder();
    const first = await opened(folder);
    files.set("a.txt", story("Bridge A"));
    await round(first, world, false);
    const file = await backedUp(folder, world);
    const second = await restored(file, world);
    await round(second, world);
    clock.pass(HOUR);
    await round(second, world);
    expect(channel).toEqual([]);
    const open = await second.restorations.open();
    expect(open).toMatchObject({ unsent: 1, waiting: 0, madeAt: Date.parse("2026-05-08T06:20Z") });
    expect(open === null ? "" : restoredText(open, "UTC")).toContain("nor are 1 post on the way");
  });

  test("carries what was under embargo at its time, and only then", async () => {
    const world = newWorld();
    const { clock, files, channel } = world;
    const folder = newFolder();
    const first = await opened(folder);
    files.set("a.txt", story("Bridge A"));
    files.set("known.txt", story("Known", "embargo: 2026-05-08T12:00Z\n"));
    await round(first, world);
    const file = await backedUp(folder, world);
    files.set("since.txt", story("Since", "embargo: 2026-05-08T12:00Z\n"));
    files.set("over.txt", story("Over", "embargo: 2026-05-08T07:00Z\n"));
    clock.pass(2 * HOUR);
    channel.length = 0;
    const second = await restored(file, world);
    for (let hour = 0; hour < 3; hour += 1) {
      await round(second, world);
      clock.pass(HOUR);
    }
    expect(channel).toEqual([]);
    clock.set(Date.parse("2026-05-08T12:00Z"));
    await round(second, world);
    expect(said(channel)).toMatch(/Known[\s\S]*Since|Since[\s\S]*Known/u);
    expect(said(channel)).not.toContain("Over");
  });

  test("amends what stands by what copy says now, once, and says nothing of it in threads", async () => {
    const world = newWorld();
    const { clock, files, channel } = world;
    const folder = newFolder();
    const first = await opened(folder);
    files.set("a.txt", story("Bridge A"));
    files.set("k.txt", story("Bridge K"));
    await round(first, world);
    // An edit is on its way when the backup is made.
    files.set("a.txt", story("Bridge A").replace("Friday", "Thursday"));
    clock.pass(60_000);
    await round(first, world, false);
    const file = await backedUp(folder, world);
    await round(first, world);
    files.set("k.txt", story("Bridge K", "status: canceled\n"));
    clock.pass(60_000);
    await round(first, world);
    expect(channel.map(({ kind }) => kind)).toEqual(["post", "edit", "edit", "reply"]);
    channel.length = 0;
    clock.pass(60_000);
    const second = await restored(file, world);
    await round(second, world);
    expect(channel.map(({ kind }) => kind)).toEqual(["edit"]);
    expect(said(channel)).toContain("do not use");
    expect(said(channel)).toContain("Bridge K");
  });

  test("drops what waited for an editor, ends sign-ins, and notes who restored it", async () => {
    const world = newWorld();
    const { clock, files } = world;
    const folder = newFolder();
    const first = await opened(folder);
    files.set("a.txt", story("Bridge A"));
    await takeIn(first, world);
    const approval = { required: true, unless: null, after: null } as never;
    await createEditionDesk({
      ...{ store: first, clock, budgets: BUDGETS, tally: null, pause },
      subscriptions: () => SUBSCRIPTIONS.map((one) => ({ ...one, approval })),
    }).makeDue();
    expect(await first.approvals.open()).toHaveLength(1);
    const asker = { id: "slack:U1", name: "Ana", role: "admin" } as const;
    await first.sessions.begin({ hash: "s", asker, proof: "link", begun: 1, seen: 1 });
    const file = await backedUp(folder, world);
    const second = await restored(file, world);
    expect(await second.approvals.open()).toEqual([]);
    expect(await second.sessions.find("s")).toBeNull();
    expect(await second.restorations.open()).toMatchObject({ waiting: 1, unsent: 0 });
    const [line] = await second.orders.audit(0, 0, 1);
    expect(line).toMatchObject({ name: "Ana", did: "restored the store from a backup" });
  });

  test("keeps from readers what was out, which may have been killed since, until all is decided anew", async () => {
    const world = newWorld();
    const { files, clock } = world;
    const folder = newFolder();
    const first = await opened(folder);
    files.set("a.txt", story("Bridge A"));
    files.set("r.txt", story("Bridge R", "usage: Not for use in Norway\n"));
    files.set("h.txt", story("Bridge H", "embargo: 2026-05-08T12:00Z\n"));
    await takeIn(first, world);
    const file = await backedUp(folder, world);
    files.set("b.txt", story("Bridge B"));
    const second = await restored(file, world);
    files.set("c.txt", story("Bridge C"));
    await takeIn(second, world);
    const seenBy = async (audience: "public" | "internal" | null) => {
      const readers = second.archive.forReaders({ audience, internalSections: [] });
      const found = await readers.latest(clock.now(), 9);
      return found.map(({ article }) => article.title).toSorted();
    };
    const all = ["Bridge A", "Bridge B", "Bridge C", "Bridge R"];
    expect(await seenBy("public")).toEqual(["Bridge C"]);
    expect(await seenBy(null)).toEqual(["Bridge C"]);
    expect(await seenBy("internal")).toEqual(all);
    // What was not out by then nobody can have had out.
    clock.set(Date.parse("2026-05-08T12:00Z"));
    expect(await seenBy("public")).toEqual(["Bridge C", "Bridge H"]);
    expect(await second.restorations.close(clock.now())).toBe(true);
    expect(await seenBy(null)).toEqual([...all, "Bridge H"].toSorted());
    expect(await seenBy("public")).not.toContain("Bridge R");
    expect(await second.restorations.open()).toBeNull();
    expect(await second.restorations.close(clock.now())).toBe(false);
  });

  test("whatever came before and after, says nothing twice", async () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant("new" as const) }),
      fc.record({ kind: fc.constant("revise" as const), of: fc.nat(5) }),
      fc.record({ kind: fc.constant("wait" as const), minutes: fc.integer({ min: 1, max: 150 }) }),
      fc.record({ kind: fc.constant("round" as const) }),
    );
    const steps = fc.array(step, { minLength: 3, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(steps, steps, steps, async (before, between, after) => {
        const world = newWorld();
        const live = async (store: Store, all: typeof before) => {
          for (const one of all) await liveThrough(store, world, one);
        };
        const folder = newFolder();
        const first = await opened(folder);
        await live(first, before);
        const file = await backedUp(folder, world);
        await live(first, between);
        const second = await restored(file, world);
        await live(second, after);
        await round(second, world);
        const told = world.channel.filter(({ kind }) => kind !== "edit").flatMap(versionsIn);
        expect(told.toSorted()).toEqual([...new Set(told)].toSorted());
      }),
      { numRuns: 8 },
    );
  });
});

type Step =
  | { readonly kind: "new" | "round" }
  | { readonly kind: "revise"; readonly of: number }
  | { readonly kind: "wait"; readonly minutes: number };

async function liveThrough(store: Store, world: World, step: Step): Promise<void> {
  const { files, clock } = world;
  const versions = [...files.values()].length;
  if (step.kind === "new") files.set(`n${versions}.txt`, version(versions, 1));
  if (step.kind === "wait") clock.pass(step.minutes * 60_000);
  if (step.kind === "round") await round(store, world);
  if (step.kind !== "revise" || versions === 0) return;
  const of = step.of % versions;
  const [, last = "1"] = /version (\d+)/u.exec(files.get(`n${of}.txt`) ?? "") ?? [];
  files.set(`n${of}.txt`, version(of, Number(last) + 1));
}

const version = (of: number, number: number) =>
  `title: Story ${of} version ${number}\n\nThe council said on Friday that it is so in version ${number} of ${of}.`;

/** Which versions of which stories a message tells as such, by its headlines. */
const versionsIn = ({ message }: Sent) => [
  ...new Set(linesOf(message).match(/Story \d+ version \d+/gu) ?? []),
];
