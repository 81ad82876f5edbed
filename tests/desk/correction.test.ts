import { expect, test } from "vitest";
import { createCorrectionDesk } from "#desk/correction.ts";
import { createEditionDesk } from "#desk/edition.ts";
import { createIntake } from "#desk/intake.ts";
import { sampleSubscription } from "#tests/samples.ts";
import { intakeParts, settledFile, testClock, testStore } from "./fixture.ts";

const RECEIPT = { messageId: "m1", url: null };
const ROOM = { fits: () => true };
const BUDGETS = { slack: ROOM, discord: ROOM, preview: ROOM };

/** A newsroom that has posted one article to one Slack channel. */
async function setUp(text: string) {
  const store = await testStore();
  const clock = testClock("2026-05-08T06:20Z");
  const intake = createIntake(intakeParts(store, clock));
  await intake.take(settledFile("a.txt", text));
  const subscriptions = [sampleSubscription({ id: "front@slack:C1", platform: "slack" })];
  const editions = store.editions;
  await createEditionDesk({
    ...{ subscriptions: () => subscriptions, editions, clock, budgets: BUDGETS, tally: null },
  }).makeDue();
  for (const { key } of await store.outbox.claim(clock.now(), ["slack"])) {
    await store.outbox.delivered(key, RECEIPT, clock.now());
  }
  const desk = createCorrectionDesk({ corrections: store.corrections, clock, budgets: BUDGETS });
  clock.pass(60_000);
  const next = async () => {
    const [claimed] = await store.outbox.claim(clock.now(), ["slack"]);
    if (claimed !== undefined) await store.outbox.delivered(claimed.key, RECEIPT, clock.now());
    return claimed;
  };
  return { ...store, clock, intake, desk, next };
}

const STORY = "title: Bridge reopens\n\nThe bridge reopened on Friday, the council said.";

test("a corrected article is edited where it stands, and nothing is posted twice", async () => {
  const { intake, desk, next } = await setUp(STORY);
  expect(await desk.chase()).toBe(0);
  await intake.take(settledFile("a.txt", STORY.replace("Friday", "Thursday")));
  expect(await desk.chase()).toBe(1);
  const edit = await next();
  expect(edit).toMatchObject({ kind: "edit", target: RECEIPT });
  expect(JSON.stringify(edit?.message)).toMatch(/(?:Corrected|Updated) 06:21 UTC/u);
  expect(await next()).toBeUndefined();
});

test("a date that is bumped changes nothing that was posted", async () => {
  const { intake, desk } = await setUp(`date: 2026-05-08\n${STORY}`);
  await intake.take(settledFile("a.txt", `date: 2026-05-09\n${STORY}`));
  expect(await desk.chase()).toBe(0);
});

test("an article that comes under embargo leaves its post until it ends", async () => {
  const { intake, desk, next, clock } = await setUp(STORY);
  const held = STORY.replace("\n\n", "\nembargo: 2026-05-08T09:00Z\n\n");
  await intake.take(settledFile("a.txt", held.replace("Friday", "Thursday")));
  expect(await desk.chase()).toBe(1);
  const edit = await next();
  expect(JSON.stringify(edit?.message)).toContain("WITHHELD");
  expect(JSON.stringify(edit?.message)).not.toContain("Bridge");
  expect(await next()).toMatchObject({ kind: "reply" });
  clock.set(Date.parse("2026-05-08T09:00Z"));
  expect(await desk.chase()).toBe(1);
  expect(JSON.stringify((await next())?.message)).toContain("Bridge reopens");
});

test("a killed article leaves nothing but the word for it", async () => {
  const { archive, desk, next } = await setUp(STORY);
  const filed = await archive.current("atxt");
  expect(filed).not.toBeNull();
  if (filed === null) return;
  const killed = { ...filed.article, revision: 2, status: "killed" } as const;
  await archive.file(killed, filed.brief, []);
  await desk.chase();
  const edit = await next();
  expect(JSON.stringify(edit?.message)).toContain("KILLED – do not use");
  expect(JSON.stringify(edit?.message)).not.toContain("Bridge");
  expect((await next())?.message.summary).toContain("KILLED");
});
