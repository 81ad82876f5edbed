import { expect, test } from "vitest";
import type { Outbox } from "#desk/port/outbox.ts";
import {
  article,
  file,
  issue,
  keyOf,
  MINUTE,
  message,
  NOON,
  type Place,
  subscription,
} from "./samples.ts";
import { withStore } from "./with-store.ts";

const FRONT = subscription("front");
const SPORT = subscription("sport", { channel: "sport", platform: "discord" });
const RECEIPT = { messageId: "m1", url: "https://chat.example/m1" };

async function claimed(outbox: Outbox, now = NOON): Promise<readonly string[]> {
  return (await outbox.claim(now, ["slack", "discord"])).map(({ key }) => key);
}

export function outboxContract(newPlace: () => Promise<Place>): void {
  const key = (part: number, slot = NOON) => keyOf(FRONT, slot, part);

  test("of many that are due a hundred are claimed at once, in order, and the others next", () =>
    withStore(newPlace, async (store) => {
      await file(store, article("a"));
      const places = Array.from({ length: 103 }, (_, index) =>
        subscription(`place-${String(index).padStart(3, "0")}`),
      );
      // The last one is the longest due.
      for (const place of places) await issue(store, place, NOON);
      await issue(store, subscription("oldest"), NOON - MINUTE);
      const first = await store.outbox.claim(NOON, ["slack"]);
      expect(first.map((one) => one.subscription)).toEqual([
        "oldest",
        ...places.slice(0, 99).map(({ id }) => id),
      ]);
      const second = await store.outbox.claim(NOON, ["slack"]);
      expect(second.map((one) => one.subscription)).toEqual(places.slice(99).map(({ id }) => id));
      expect(await store.outbox.claim(NOON, ["slack"])).toEqual([]);
    }));

  test("receipts that come at once are all stored, and one for what nobody knows fails alone", () =>
    withStore(newPlace, async (store) => {
      await file(store, article("a"));
      for (let place = 0; place < 45; place += 1)
        await issue(store, subscription(`place-${place}`), NOON);
      const claims = await store.outbox.claim(NOON, ["slack"]);
      const keys = [...claims.map((one) => one.key).toSpliced(30, 0, "nobody's")];
      const stored = await Promise.allSettled(
        keys.map((one) => store.outbox.delivered(one, RECEIPT, NOON)),
      );
      const failed = stored.flatMap(({ status }, index) => (status === "rejected" ? [index] : []));
      expect(failed).toEqual([30]);
      const [last] = await store.editions.issued("place-44", 1);
      expect(last?.postedAt).toBe(NOON);
      expect(await store.outbox.nextDue(["slack"])).toBeNull();
      const posted = (await store.ledger.history("wire/a.txt")).filter(
        ({ stage }) => stage === "posted",
      );
      expect(posted).toHaveLength(45);
    }));

  test("a claim tells all that a courier needs", () =>
    withStore(newPlace, async (store) => {
      await issue(store, FRONT, NOON);
      expect(await store.outbox.claim(NOON, ["slack"])).toEqual([
        {
          key: key(0),
          ...{ kind: "post", target: null, silent: false },
          ...{ subscription: "front", slot: NOON },
          platform: "slack",
          address: "address of front",
          message: message(key(0)),
          attempt: 1,
          again: false,
        },
      ]);
    }));

  test("nothing is claimed before it is due, twice, or for a platform that is not asked for", () =>
    withStore(newPlace, async (store) => {
      await issue(store, FRONT, NOON);
      const { outbox } = store;
      expect(await outbox.claim(NOON - 1, ["slack"])).toEqual([]);
      expect(await outbox.claim(NOON, ["discord", "preview"])).toEqual([]);
      expect(await outbox.claim(NOON, [])).toEqual([]);
      const calls = Array.from({ length: 5 }, () => claimed(outbox));
      expect((await Promise.all(calls)).flat()).toEqual([key(0)]);
    }));

  test("parts go one after the other, then the next edition", () =>
    withStore(newPlace, async (store) => {
      const { outbox } = store;
      await issue(store, FRONT, NOON + MINUTE, { now: NOON });
      await issue(store, FRONT, NOON, { parts: 11 });
      const order: string[] = [];
      for (let next = await claimed(outbox); next.length > 0; next = await claimed(outbox)) {
        for (const each of next) await outbox.delivered(each, RECEIPT, NOON);
        order.push(...next);
      }
      const parts = Array.from({ length: 11 }, (_, part) => key(part));
      expect(order).toEqual([...parts, key(0, NOON + MINUTE)]);
    }));

  test("one subscription's trouble holds no other", () =>
    withStore(newPlace, async (store) => {
      const { outbox } = store;
      await issue(store, FRONT, NOON, { parts: 2 });
      await issue(store, SPORT, NOON, { parts: 2 });
      expect(await claimed(outbox)).toEqual([key(0), keyOf(SPORT, NOON, 0)]);
      await outbox.retry(key(0), NOON + MINUTE, "the line is dead", true);
      await outbox.delivered(keyOf(SPORT, NOON, 0), RECEIPT, NOON);
      expect(await claimed(outbox)).toEqual([keyOf(SPORT, NOON, 1)]);
      expect(await claimed(outbox, NOON + MINUTE)).toEqual([key(0)]);
    }));

  test("what is due longest is claimed first, whichever was stored first", () =>
    withStore(newPlace, async (store) => {
      await issue(store, SPORT, NOON + 1);
      await issue(store, FRONT, NOON);
      expect(await claimed(store.outbox, NOON + 1)).toEqual([key(0), keyOf(SPORT, NOON + 1, 0)]);
    }));

  test("a part that waits for its retry holds those behind it", () =>
    withStore(newPlace, async (store) => {
      const { outbox } = store;
      await issue(store, FRONT, NOON, { parts: 2 });
      await claimed(outbox);
      await outbox.retry(key(0), NOON + MINUTE, "too many requests", false);
      expect(await claimed(outbox, NOON + MINUTE - 1)).toEqual([]);
      const [retried] = await outbox.claim(NOON + MINUTE, ["slack"]);
      expect(retried).toMatchObject({ key: key(0), attempt: 2, again: false });
    }));

  test("what is put off waits as what is tried again does, and nobody counts it as an attempt", () =>
    withStore(newPlace, async (store) => {
      const { outbox } = store;
      await issue(store, FRONT, NOON, { parts: 2 });
      await claimed(outbox);
      await outbox.retry(key(0), NOON, "no answer", true);
      for (const wait of [0, MINUTE]) {
        await claimed(outbox);
        await outbox.putOff(key(0), NOON + wait);
      }
      expect(await claimed(outbox, NOON + MINUTE - 1)).toEqual([]);
      expect(await outbox.nextDue(["slack"])).toBe(NOON + MINUTE);
      const [next] = await outbox.claim(NOON + MINUTE, ["slack"]);
      expect(next).toMatchObject({ key: key(0), attempt: 2, again: true });
      await outbox.delivered(key(0), RECEIPT, NOON);
      await outbox.putOff(key(0), NOON);
      expect(await claimed(outbox, NOON + MINUTE)).toEqual([key(1)]);
    }));

  test("an attempt that may have posted is remembered, whatever the next one says", () =>
    withStore(newPlace, async (store) => {
      const { outbox } = store;
      await issue(store, FRONT, NOON);
      for (const again of [true, false, false]) {
        await claimed(outbox);
        await outbox.retry(key(0), NOON, "no answer", again);
      }
      const [last] = await outbox.claim(NOON, ["slack"]);
      expect(last).toMatchObject({ attempt: 4, again: true });
    }));

  test("what is given up is posted no more, and lets the next one go", () =>
    withStore(newPlace, async (store) => {
      const { outbox } = store;
      await issue(store, FRONT, NOON, { parts: 2 });
      await claimed(outbox);
      await outbox.giveUp(key(0), "no such channel", NOON);
      expect(await claimed(outbox)).toEqual([key(1)]);
      await outbox.delivered(key(1), RECEIPT, NOON);
      expect(await claimed(outbox)).toEqual([]);
      expect(await outbox.nextDue(["slack"])).toBeNull();
    }));

  test("what is delivered stays delivered, whatever comes after", () =>
    withStore(newPlace, async (store) => {
      const { outbox, ledger } = store;
      await file(store, article("a"));
      await issue(store, FRONT, NOON);
      await claimed(outbox);
      await outbox.delivered(key(0), RECEIPT, NOON + 1);
      await outbox.delivered(key(0), { messageId: "m2", url: null }, NOON + 2);
      await outbox.retry(key(0), NOON, "late trouble", true);
      await outbox.giveUp(key(0), "later trouble", NOON + 3);
      expect(await claimed(outbox, NOON + MINUTE)).toEqual([]);
      expect((await store.editions.issued("front", 1))[0]?.postedAt).toBe(NOON + 1);
      const posted = (await ledger.history("wire/a.txt")).filter((e) => e.stage === "posted");
      expect(posted).toHaveLength(1);
    }));

  test("a receipt counts also for a part that was put back or given up", () =>
    withStore(newPlace, async (store) => {
      const { outbox } = store;
      await issue(store, FRONT, NOON, { parts: 2 });
      await claimed(outbox);
      await outbox.retry(key(0), NOON, "no answer", true);
      await outbox.delivered(key(0), RECEIPT, NOON);
      expect(await claimed(outbox)).toEqual([key(1)]);
      await outbox.giveUp(key(1), "no answer for a day", NOON);
      expect((await store.editions.issued("front", 1))[0]?.postedAt).toBe(NOON);
      await outbox.delivered(key(1), RECEIPT, NOON + 7);
      expect((await store.editions.issued("front", 1))[0]?.postedAt).toBe(NOON + 7);
    }));

  test("putting back what waits, or what was given up, changes nothing", () =>
    withStore(newPlace, async (store) => {
      const { outbox } = store;
      await issue(store, FRONT, NOON);
      await outbox.retry(key(0), NOON + MINUTE, "not claimed", true);
      await outbox.putOff(key(0), NOON + MINUTE);
      const [first] = await outbox.claim(NOON, ["slack"]);
      expect(first).toMatchObject({ attempt: 1, again: false });
      await outbox.giveUp(key(0), "refused", NOON);
      await outbox.retry(key(0), NOON, "given up already", true);
      expect(await claimed(outbox)).toEqual([]);
    }));

  test("a key that the outbox does not know is refused", () =>
    withStore(newPlace, async ({ outbox }) => {
      const refusal = { name: "StoreError", code: "unknown-delivery" };
      await expect(outbox.delivered("x", RECEIPT, NOON)).rejects.toMatchObject(refusal);
      await expect(outbox.retry("x", NOON, "", true)).rejects.toMatchObject(refusal);
      await expect(outbox.putOff("x", NOON)).rejects.toMatchObject(refusal);
      await expect(outbox.giveUp("x", "", NOON)).rejects.toMatchObject(refusal);
    }));

  test("the next due moment is that of a part which can be claimed then", () =>
    withStore(newPlace, async (store) => {
      const { outbox } = store;
      expect(await outbox.nextDue(["slack"])).toBeNull();
      await issue(store, FRONT, NOON, { parts: 2 });
      await issue(store, SPORT, NOON, { now: NOON + 5 * MINUTE });
      expect(await outbox.nextDue(["slack", "discord"])).toBe(NOON);
      expect(await outbox.nextDue(["discord"])).toBe(NOON + 5 * MINUTE);
      await claimed(outbox);
      expect(await outbox.nextDue(["slack"])).toBeNull(); // its second part waits for the first
      await outbox.retry(key(0), NOON + 9 * MINUTE, "later", false);
      expect(await outbox.nextDue(["slack"])).toBe(NOON + 9 * MINUTE);
      expect(await outbox.nextDue(["slack", "discord"])).toBe(NOON + 5 * MINUTE);
      expect(await outbox.nextDue([])).toBeNull();
    }));

  test("the ledger notes the files of an edition once all its parts are posted", () =>
    withStore(newPlace, async (store) => {
      const { outbox, ledger } = store;
      await file(store, article("a"));
      await file(store, article("b"));
      await issue(store, FRONT, NOON, { parts: 2 });
      const posted = async (path: string) =>
        (await ledger.history(path)).filter(({ stage }) => stage === "posted");
      await claimed(outbox);
      await outbox.delivered(key(0), RECEIPT, NOON + 1);
      expect(await posted("wire/a.txt")).toEqual([]);
      await claimed(outbox);
      await outbox.delivered(key(1), RECEIPT, NOON + 2);
      for (const id of ["a", "b"]) {
        expect(await posted(`wire/${id}.txt`)).toEqual([
          {
            path: `wire/${id}.txt`,
            contentHash: `hash-${id}-1`,
            stage: "posted",
            rule: "in the 13:00 edition of front-page on Slack", // noon in Greenwich
            at: NOON + 2,
            articleId: id,
          },
        ]);
      }
    }));

  test("of parts that arrive together each edition is noted once, and none that is not whole", () =>
    withStore(newPlace, async (store) => {
      for (const id of ["a", "b"]) await file(store, article(id));
      const partsOf = async (id: string): Promise<readonly [string, string]> => {
        const place = subscription(id);
        await issue(store, place, NOON, { parts: 2 });
        return [keyOf(place, NOON, 0), keyOf(place, NOON, 1)];
      };
      const [other, whole] = [await partsOf("other"), await partsOf("whole")];
      const [[half], [torn, behind]] = [await partsOf("half"), await partsOf("torn")];
      await store.outbox.giveUp(torn, "too long", NOON);
      // While the first is stored the rest come in, and are stored together; the last of them for the second time.
      const arriving = [...other, ...whole, half, behind, whole[1]];
      await Promise.all(
        arriving.map((one, index) =>
          store.outbox.delivered(one, { messageId: `m${index}`, url: null }, NOON + index),
        ),
      );
      const posted = (await store.ledger.history("wire/b.txt")).filter(
        ({ stage }) => stage === "posted",
      );
      expect(posted.map(({ at }) => at - NOON)).toEqual([1, 3]);
      const said = (id: string) => store.editions.issued(id, 1).then(([one]) => one?.postedAt);
      expect(await said("whole")).toBe(NOON + 3);
      expect(await said("half")).toBeNull();
    }));

  test("an edition is posted when the part arrives that came last, whichever that is", () =>
    withStore(newPlace, async (store) => {
      await file(store, article("a"));
      const [other, own] = [subscription("other"), subscription("own")];
      for (const place of [other, own]) await issue(store, place, NOON, { parts: 3 });
      const arriving = [keyOf(other, NOON, 0), ...[2, 0, 1].map((part) => keyOf(own, NOON, part))];
      await Promise.all(
        arriving.map((one, index) =>
          store.outbox.delivered(one, { messageId: one, url: null }, NOON + index),
        ),
      );
      const posted = (await store.ledger.history("wire/a.txt")).filter(
        ({ stage }) => stage === "posted",
      );
      expect(posted.map(({ at }) => at - NOON)).toEqual([3]);
    }));

  test("where a part was given up, nobody says that the files are posted", () =>
    withStore(newPlace, async (store) => {
      await file(store, article("a"));
      await issue(store, FRONT, NOON, { parts: 2 });
      await claimed(store.outbox);
      await store.outbox.giveUp(key(0), "too long", NOON);
      await claimed(store.outbox);
      await store.outbox.delivered(key(1), RECEIPT, NOON);
      const stages = (await store.ledger.history("wire/a.txt")).map(({ stage }) => stage);
      expect(stages).toEqual(["taken-in", "briefed"]);
    }));

  test("what waits for a later moment is due at the next start, and when it is hastened", () =>
    withStore(newPlace, async (store, place) => {
      await issue(store, FRONT, NOON);
      const later = NOON + 24 * 60 * MINUTE;
      await store.outbox.claim(NOON, ["slack"]);
      await store.outbox.retry(key(0), later, "reset", false);
      expect(await store.outbox.claim(NOON, ["slack"])).toEqual([]);
      await store.outbox.hasten(NOON);
      expect(await store.outbox.claim(NOON, ["slack"])).toHaveLength(1);
      await store.outbox.retry(key(0), later, "reset", false);
      const next = await place.open({ recover: true });
      expect(await next.outbox.claim(NOON, ["slack"])).toHaveLength(1);
      await next.close();
    }));

  test("a claim that was left behind is claimed again by the process that recovers, and only by it", () =>
    withStore(newPlace, async (store, place) => {
      await issue(store, FRONT, NOON, { parts: 2 });
      await issue(store, SPORT, NOON);
      await store.outbox.claim(NOON, ["slack"]);
      const reader = await place.open();
      expect(await reader.outbox.claim(NOON, ["slack"])).toEqual([]);
      await reader.close();
      const next = await place.open({ recover: true });
      const again = await next.outbox.claim(NOON, ["slack", "discord"]);
      expect(again).toMatchObject([
        { key: key(0), attempt: 1, again: true },
        { key: keyOf(SPORT, NOON, 0), attempt: 1, again: false },
      ]);
      await next.close();
    }));
}
