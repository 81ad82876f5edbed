import { expect, test } from "vitest";
import { createCorrectionDesk } from "#desk/correction.ts";
import { createEditionDesk } from "#desk/edition.ts";
import { createIntake } from "#desk/intake.ts";
import { linesOf } from "#tests/message-text.ts";
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
  await createEditionDesk({
    ...{ subscriptions: () => subscriptions, store, clock, budgets: BUDGETS, tally: null },
    pause: async () => undefined,
  }).makeDue();
  const [post] = await store.outbox.claim(clock.now(), ["slack"]);
  for (const { key } of post === undefined ? [] : [post]) {
    await store.outbox.delivered(key, RECEIPT, clock.now());
  }
  const desk = createCorrectionDesk({
    store,
    clock,
    budgets: BUDGETS,
    pause: async () => undefined,
  });
  clock.pass(60_000);
  const next = async () => {
    const [claimed] = await store.outbox.claim(clock.now(), ["slack"]);
    if (claimed !== undefined) await store.outbox.delivered(claimed.key, RECEIPT, clock.now());
    return claimed;
  };
  return { ...store, store, clock, intake, desk, next, first: post?.message };
}

const STORY = "title: Bridge reopens\n\nThe bridge reopened on Friday, the council said.";

test("a corrected article is edited where it stands, and nothing is posted twice", async () => {
  const { intake, desk, next } = await setUp(STORY);
  expect(await desk.chase()).toBe(0);
  await intake.take(settledFile("a.txt", STORY.replace("Friday", "Thursday")));
  expect(await desk.chase()).toBe(1);
  const edit = await next();
  expect(edit).toMatchObject({ kind: "edit", target: RECEIPT });
  expect(linesOf(edit?.message ?? null)).toMatch(/(?:Corrected|Updated) 06:21 UTC/u);
  expect(await next()).toBeUndefined();
});

test("a date that is bumped changes nothing that was posted", async () => {
  const { intake, desk } = await setUp(`date: 2026-05-07\n${STORY}`);
  await intake.take(settledFile("a.txt", `date: 2026-05-08\n${STORY}`));
  expect(await desk.chase()).toBe(0);
});

test("an article that comes under embargo leaves its post until it ends, and stands there again as it did", async () => {
  const { intake, desk, next, clock, first } = await setUp(STORY);
  const held = STORY.replace("\n\n", "\nembargo: 2026-05-08T09:00Z\n\n");
  await intake.take(settledFile("a.txt", held));
  expect(await desk.chase()).toBe(1);
  const edit = JSON.stringify((await next())?.message);
  expect(edit).toContain(
    "WITHHELD 06:21 UTC – do not use until it is released: “Bridge reopens” (id atxt)",
  );
  expect(edit).not.toContain("Mira Solen");
  expect(await next()).toMatchObject({
    kind: "reply",
    message: { summary: expect.stringContaining("WITHHELD 06:21 UTC") },
  });
  clock.set(Date.parse("2026-05-08T09:00Z"));
  expect(await desk.chase()).toBe(1);
  expect((await next())?.message).toEqual(first);
  expect((await next())?.message.summary).toContain("RELEASED 09:00 UTC – may be used again");
});

test("a text that changed while it was held is amended where it stood, by what readers of the post find", async () => {
  const { intake, desk, next, archive } = await setUp(STORY);
  const secret = STORY.replace("Friday", "Thursday").replace("\n\n", "\nstatus: withheld\n\n");
  await intake.take(settledFile("a.txt", secret.replace("title: Bridge reopens", "title: Secret")));
  await desk.chase();
  expect(JSON.stringify((await next())?.message)).not.toMatch(/Secret|Thursday/u);
  await next();
  await intake.take(settledFile("a.txt", STORY.replace("Friday", "Saturday")));
  expect((await archive.current("atxt"))?.article.change?.kind).toBe("restored");
  await desk.chase();
  const text = linesOf((await next())?.message ?? null);
  expect(text).toContain(
    "Updated 06:21 UTC: new: “The bridge reopened on Saturday, the council said.”",
  );
  expect(text).not.toMatch(/Restored|Released/u);
});

test("what its publisher withholds and sends again as it was stands there as it did", async () => {
  const { intake, desk, next, first } = await setUp(STORY);
  await intake.take(settledFile("a.txt", STORY.replace("\n\n", "\nstatus: withheld\n\n")));
  await desk.chase();
  expect(JSON.stringify((await next())?.message)).toContain("WITHHELD");
  await next();
  await intake.take(settledFile("a.txt", `date: 2026-05-08\n${STORY}`));
  await desk.chase();
  expect((await next())?.message).toEqual(first);
});

test("a second version of what is withheld says nothing a second time, and its kill does", async () => {
  const { intake, desk, next, clock } = await setUp(STORY);
  const held = STORY.replace("\n\n", "\nstatus: withheld\n\n");
  await intake.take(settledFile("a.txt", held));
  await desk.chase();
  for (const kind of ["edit", "reply"]) expect(await next()).toMatchObject({ kind });
  clock.pass(60_000);
  await intake.take(settledFile("a.txt", held.replace("Friday", "Sunday")));
  expect(await desk.chase()).toBe(1);
  expect(await next()).toBeUndefined();
  await intake.take(settledFile("a.txt", held.replace("withheld", "canceled")));
  await desk.chase();
  const [edit, reply] = [await next(), await next()];
  for (const one of [edit, reply]) {
    expect(one?.message.summary).toContain(
      "KILLED 06:22 UTC – do not use: “Bridge reopens” (id atxt)",
    );
  }
});

test("a killed article leaves nothing but its name and the word for it", async () => {
  const { archive, desk, next } = await setUp(STORY);
  const filed = await archive.current("atxt");
  expect(filed).not.toBeNull();
  if (filed === null) return;
  const killed = { ...filed.article, revision: 2, status: "killed" } as const;
  await archive.file(killed, filed.brief, []);
  await desk.chase();
  const text = JSON.stringify((await next())?.message);
  expect(text).toContain("KILLED 06:21 UTC – do not use: “Bridge reopens” (id atxt)");
  expect(text).not.toContain("Mira Solen");
  expect((await next())?.message.summary).toContain("KILLED 06:21 UTC");
});

test("a version that is not for those who read a post takes it out there, and one that is gives it back", async () => {
  const { store, clock, intake, next } = await setUp(STORY);
  const desk = createCorrectionDesk({
    ...{ store, clock, budgets: BUDGETS, pause: async () => undefined },
    readersOf: () => ({ audience: "public", internalSections: [] }),
  });
  const kept = `usage: For internal use only\n${STORY.replace("Friday", "Thursday")}`;
  await intake.take(settledFile("a.txt", kept));
  expect(await desk.chase()).toBe(1);
  const edit = await next();
  expect(edit).toMatchObject({ kind: "edit", target: RECEIPT });
  const shown = linesOf(edit?.message ?? null);
  expect(shown).toContain("WITHHELD");
  expect(shown).not.toContain("Thursday");
  expect(await desk.chase()).toBe(0);
  await next();
  clock.pass(60_000);
  await intake.take(settledFile("a.txt", STORY.replace("Friday", "Thursday")));
  expect(await desk.chase()).toBe(1);
  expect(linesOf((await next())?.message ?? null)).toContain("Thursday");
});
