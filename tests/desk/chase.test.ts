import { expect, test } from "vitest";
import { plainMessage } from "#core/message/say.ts";
import { amendmentOf } from "#desk/amendment.ts";
import { chase, following, isOutdated, MOST_AT_ONCE } from "#desk/correction.ts";
import { createEditionDesk } from "#desk/edition.ts";
import type { StandingItem } from "#desk/port/corrections.ts";
import type { StoreOf } from "#desk/port/unit-of-work.ts";
import type { Store } from "#edge/store/store.ts";
import { sampleArticle, sampleBrief, sampleFiled, sampleSubscription } from "#tests/samples.ts";
import { testClock, testStore } from "./fixture.ts";

/** Whoever may read everything. */
const DESK = { audience: "internal", internalSections: [] } as const;
const ROOM = { fits: () => true };
const BUDGETS = { slack: ROOM, discord: ROOM, preview: ROOM };
/** Two units, and some posts of a third. */
const PLACES = 2 * MOST_AT_ONCE + 10;

const pause = async () => undefined;
const REPLY = plainMessage("It was corrected.");
const amend = (post: StandingItem, now: number) => ({
  ...amendmentOf(post, now, { budget: ROOM, readers: DESK }),
  reply: REPLY,
});

/** One article that was posted to many channels, one of them after the other. */
async function setUp({ delivered = true } = {}) {
  const store = await testStore();
  const clock = testClock("2026-05-08T06:20Z");
  const subscriptions = Array.from({ length: PLACES }, (_, index) =>
    sampleSubscription({
      id: `c${index}@slack:C${index}`,
      platform: "slack",
      address: `C${index}`,
    }),
  );
  const file = (revision: number, day: string) => {
    const body = `The bridge reopened on ${day}, the council said.`;
    const article = sampleArticle({ id: "a", revision, takenIn: clock.now(), body });
    return store.archive.file(article, sampleBrief(article), []);
  };
  await file(1, "Friday");
  await createEditionDesk({
    ...{ subscriptions: () => subscriptions, store, clock, budgets: BUDGETS, tally: null, pause },
  }).makeDue();
  if (delivered) await carry(store, clock.now());
  clock.pass(60_000);
  return { store, clock, file };
}

/** Delivers whatever is due. @returns what it is, by channel */
async function carry(store: Store, now: number): Promise<ReadonlyMap<string, readonly string[]>> {
  const kinds = new Map<string, string[]>();
  for (;;) {
    const claimed = await store.outbox.claim(now, ["slack"]);
    if (claimed.length === 0) return kinds;
    for (const { key, kind, address } of claimed) {
      kinds.set(address, [...(kinds.get(address) ?? []), kind]);
      await store.outbox.delivered(key, { messageId: key, url: null }, now);
    }
  }
}

/** In how many channels it is these that came. */
function channelsWith(
  kinds: ReadonlyMap<string, readonly string[]>,
  ...wanted: readonly string[]
): number {
  return [...kinds.values()].filter((own) => own.join() === wanted.join()).length;
}

/** A store whose unit of work fails, once so many were done. */
function failingAfter(store: Store, units: number): StoreOf<"corrections"> {
  let done = 0;
  return {
    corrections: store.corrections,
    transaction: (work) => {
      done += 1;
      if (done > units) return Promise.reject(new Error("the machine is gone"));
      return store.transaction(work);
    },
  };
}

test("what stands in many channels is corrected in units, and others have their turn between them", async () => {
  const { store, clock, file } = await setUp();
  await file(2, "Thursday");
  const between: number[] = [];
  const look = async () => {
    between.push((await store.decisions.waiting()).length);
    await store.ledger.noteStamp(`turn ${between.length}`, "1");
  };
  expect(await chase({ store, clock, pause: look }, amend)).toBe(PLACES);
  expect(between).toEqual([MOST_AT_ONCE, 2 * MOST_AT_ONCE]);
  expect((await store.ledger.stamps()).size).toBe(2);
  const kinds = await carry(store, clock.now());
  expect(channelsWith(kinds, "edit", "reply")).toBe(PLACES);
  expect(await chase({ store, clock, pause }, amend)).toBe(0);
});

test("what an end between two units leaves is corrected at the next round, and nothing twice", async () => {
  const { store, clock, file } = await setUp();
  await file(2, "Thursday");
  const failing = chase({ store: failingAfter(store, 1), clock, pause }, amend);
  await expect(failing).rejects.toThrow("gone");
  const first = await carry(store, clock.now());
  expect(first.size).toBe(MOST_AT_ONCE);
  expect(await chase({ store, clock, pause }, amend)).toBe(PLACES - MOST_AT_ONCE);
  const second = await carry(store, clock.now());
  expect(channelsWith(new Map([...first, ...second]), "edit", "reply")).toBe(PLACES);
  expect(new Set(first.keys()).isDisjointFrom(new Set(second.keys()))).toBe(true);
});

test("a unit that fails midway leaves nothing of itself, and all of those before it", async () => {
  const { store, clock, file } = await setUp();
  await file(2, "Thursday");
  let asked = 0;
  const tearing = (post: StandingItem, now: number) => {
    asked += 1;
    if (asked > MOST_AT_ONCE + 7) throw new Error("torn");
    return amend(post, now);
  };
  await expect(chase({ store, clock, pause }, tearing)).rejects.toThrow("torn");
  expect(channelsWith(await carry(store, clock.now()), "edit", "reply")).toBe(MOST_AT_ONCE);
  expect(await chase({ store, clock, pause }, amend)).toBe(PLACES - MOST_AT_ONCE);
});

test("a post that cannot be amended leaves none of the others as it was", async () => {
  const { store, clock, file } = await setUp();
  await file(2, "Thursday");
  const poisoned = (post: StandingItem, now: number) => {
    if (post.subscription === "c60@slack:C60") throw new RangeError("that is poison");
    return amend(post, now);
  };
  await expect(chase({ store, clock, pause }, poisoned)).rejects.toThrow("that is poison");
  const kinds = await carry(store, clock.now());
  expect(channelsWith(kinds, "edit", "reply")).toBe(PLACES - 1);
  expect(kinds.has("C60")).toBe(false);
});

test("of two that chase at one time each post is amended by one", async () => {
  const { store, clock, file } = await setUp();
  await file(2, "Thursday");
  const parts = { store, clock, pause };
  const [one, other] = await Promise.all([chase(parts, amend), chase(parts, amend)]);
  expect(one + other).toBe(PLACES);
  expect(channelsWith(await carry(store, clock.now()), "edit", "reply")).toBe(PLACES);
});

test("a version that comes between two units is what the later ones are amended to, and the earlier at the next round", async () => {
  const { store, clock, file } = await setUp();
  await file(2, "Thursday");
  let isFirst = true;
  const reviseOnce = async () => {
    if (isFirst) await file(3, "Wednesday");
    isFirst = false;
  };
  expect(await chase({ store, clock, pause: reviseOnce }, amend)).toBe(PLACES);
  expect(await chase({ store, clock, pause }, amend)).toBe(MOST_AT_ONCE);
  const kinds = await carry(store, clock.now());
  expect(channelsWith(kinds, "edit", "reply")).toBe(PLACES - MOST_AT_ONCE);
  expect(channelsWith(kinds, "edit", "reply", "edit", "reply")).toBe(MOST_AT_ONCE);
});

test("what is on its way when its unit comes is left to the next round", async () => {
  const { store, clock, file } = await setUp({ delivered: false });
  await file(2, "Thursday");
  const claimed: string[] = [];
  const claim = async () => {
    for (;;) {
      const some = await store.outbox.claim(clock.now(), ["slack"]);
      if (some.length === 0) return;
      claimed.push(...some.map(({ key }) => key));
    }
  };
  expect(await chase({ store, clock, pause: claim }, amend)).toBe(MOST_AT_ONCE);
  for (const key of claimed) {
    await store.outbox.delivered(key, { messageId: key, url: null }, clock.now());
  }
  expect(await chase({ store, clock, pause }, amend)).toBe(PLACES - MOST_AT_ONCE);
  expect(channelsWith(await carry(store, clock.now()), "edit", "reply")).toBe(
    PLACES - MOST_AT_ONCE,
  );
});

const NOW = Date.parse("2026-05-08T06:20Z");
const OUT = sampleFiled({ revision: 2 });
const HELD = sampleFiled({ revision: 2, status: "withheld" });

function standing(changes: Partial<StandingItem>): StandingItem {
  return {
    ...{ key: "k", article: OUT.article.id, kind: "post", state: "delivered", timeZone: "UTC" },
    isUnread: false,
    ...{ subscription: "front", platform: "slack", message: plainMessage("old"), revision: 2 },
    ...{ filed: OUT, posted: OUT, wasWithdrawn: false, kept: null },
    ...changes,
  };
}

test.each<readonly [string, Partial<StandingItem>, boolean]>([
  ["of an older revision", { revision: 1 }, true],
  ["of the latest", {}, false],
  [
    "of an older revision, which is withdrawn",
    { revision: 1, wasWithdrawn: true, filed: HELD },
    true,
  ],
  ["withdrawn, and may be shown again", { wasWithdrawn: true }, true],
  ["withdrawn, and held still", { wasWithdrawn: true, filed: HELD }, false],
  ["held by what is no revision, and stands", { filed: HELD }, false],
  ["held by what is no revision, and waits", { filed: HELD, state: "unseen" }, true],
  ["held by what is no revision, and may be on its way", { filed: HELD, state: "waiting" }, true],
  ["waits, and may go", { state: "unseen" }, false],
])("a post is outdated: %s", (_, changes, expected) => {
  expect(isOutdated(standing(changes), NOW, DESK)).toBe(expected);
});

test.each<readonly [string, Partial<StandingItem>, string, readonly string[]]>([
  ["that stands in its channel", {}, "new", ["edit", "reply"]],
  ["that may stand there", { state: "waiting" }, "new", ["edit", "reply"]],
  ["that nobody has seen", { state: "unseen" }, "new", []],
  ["that says the same", {}, "old", []],
  ["on the page", { platform: "preview" }, "new", ["reply"]],
  ["that is a reply itself", { kind: "reply" }, "new", ["edit"]],
])("what follows a post %s", (_, changes, text, expected) => {
  const amendment = { message: plainMessage(text), withdrawn: false, reply: REPLY };
  const kinds = following(standing(changes), amendment).map(({ kind }) => kind);
  expect(kinds).toEqual(expected);
});
