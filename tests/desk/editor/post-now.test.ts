import { expect, test } from "vitest";
import type { Channel } from "#core/digest/channel.ts";
import type { Store } from "#edge/store/store.ts";
import { Died, dyingStore } from "#tests/fake/dying-store.ts";
import { testStore } from "../fixture.ts";
import { editorsNewsroom } from "./newsroom.ts";

const POST = "post front-page sure:yes";

/** A place and the page have had their first edition, empty; an article has come since. */
async function setUp(store: Store, terms: Partial<Channel> = {}) {
  const room = await editorsNewsroom({ store, terms });
  await room.editionDesk.makeDue();
  room.clock.pass(60_000);
  await room.file({ id: "a" });
  const audit = async () => (await room.orders.audit(0, 0, 9)).map(({ did }) => did);
  const sent = async () => {
    const claimed = await room.outbox.claim(room.clock.now(), ["slack", "preview"]);
    return claimed.map(({ platform }) => platform).toSorted();
  };
  return { ...room, audit, sent };
}

const BOTH = "posted front-page now: 1 article to front-page on the page, front-page on Slack";

test("it is made for all places with its line in the audit trail, or for none without, wherever the process ends", async () => {
  const dying = dyingStore(await testStore());
  const { line, audit, sent } = await setUp(dying.store);
  let steps = 0;
  for (let answer: string | null = null; answer === null; ) {
    steps += 1;
    dying.dieAt(steps);
    answer = await line(POST).catch(died);
    dying.dieAt(null);
    if (answer !== null) {
      expect(answer).toContain("On its way: 1 article to front-page on the page");
      break;
    }
    expect({ steps, audit: await audit(), sent: await sent() }).toEqual({
      ...{ steps, audit: [], sent: [] },
    });
  }
  expect(steps).toBeGreaterThan(8);
  expect(await line(POST)).toContain("Nothing waits for front-page.");
  expect(await audit()).toEqual([BOTH]);
  expect(await sent()).toEqual(["preview", "slack"]);
});

test("whoever did not hear that it was made finds it made, once", async () => {
  const dying = dyingStore(await testStore());
  const { line, audit, sent } = await setUp(dying.store);
  dying.dieBehindCommit();
  expect(await line(POST).catch(died)).toBeNull();
  dying.dieAt(null);
  expect(await line(POST)).toContain("Nothing waits for front-page.");
  expect(await audit()).toEqual([BOTH]);
  expect(await sent()).toEqual(["preview", "slack"]);
});

test("a place for which it fails each time holds back no other, and the audit trail has those that were made", async () => {
  const torn = new RangeError("it cannot be drawn");
  const real = await testStore();
  const { line, audit, sent, done } = await setUp(unableToMake(real, "preview", torn));
  await expect(line(POST)).rejects.toBe(torn);
  expect(await audit()).toEqual(["posted front-page now: 1 article to front-page on Slack"]);
  expect(await sent()).toEqual(["slack"]);
  expect(done).toEqual(["carry"]);
});

test("one that waits for an editor is one edition, however long its places take", async () => {
  const { line, clock, approvalDesk, editionDesk, audit } = await setUp(await testStore(), {
    approval: { after: null },
  });
  const { now } = clock;
  // As a clock goes on between any two looks at it.
  clock.now = () => {
    clock.pass(7);
    return now();
  };
  expect(await line(POST)).toContain("It waits for an editor");
  expect((await approvalDesk.open()).map(({ places }) => places.length)).toEqual([2]);
  await editionDesk.makeDue();
  expect(await audit()).toEqual([BOTH.replace("posted", "made")]);
});

/** @returns `null` */
function died(error: unknown): null {
  if (error instanceof Died) return null;
  throw error;
}

/** A store that stores no edition with an item for a platform. */
function unableToMake(store: Store, platform: string, torn: Error): Store {
  const transaction: Store["transaction"] = (work) =>
    store.transaction((tx) => {
      const { editions } = tx;
      const { store: put } = editions;
      editions.store = async (made, now) => {
        if (made.some(({ subscription }) => subscription.platform === platform)) throw torn;
        await put.call(editions, made, now);
      };
      return work(tx);
    });
  return { ...store, transaction };
}
