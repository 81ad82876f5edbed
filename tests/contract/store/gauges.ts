import { expect, test } from "vitest";
import { article, file, issue, keyOf, MINUTE, NOON, type Place, subscription } from "./samples.ts";
import { withStore } from "./with-store.ts";

const FRONT = subscription("front");
const SPORT = subscription("sport", { channel: "sport", platform: "discord" });
const DAY = 24 * 60 * MINUTE;
const NOTHING = { waiting: 0, oldest: null, oldestUntried: null };

export function gaugesContract(newPlace: () => Promise<Place>): void {
  test("an outbox with nothing in it", () =>
    withStore(newPlace, async ({ gauges }) => {
      expect(await gauges.outbox(["slack", "discord"])).toEqual(NOTHING);
      expect(await gauges.outbox([])).toEqual(NOTHING);
    }));

  test("what waits is counted until it is settled, of the platforms that there are", () =>
    withStore(newPlace, async (store) => {
      await file(store, article("a"));
      await issue(store, FRONT, NOON);
      await issue(store, FRONT, NOON + MINUTE);
      await issue(store, SPORT, NOON - MINUTE);
      const both = { waiting: 3, oldest: NOON - MINUTE, oldestUntried: NOON - MINUTE };
      expect(await store.gauges.outbox(["slack", "discord"])).toEqual(both);
      const ofSlack = { waiting: 2, oldest: NOON, oldestUntried: NOON };
      expect(await store.gauges.outbox(["slack"])).toEqual(ofSlack);
      await store.outbox.claim(NOON, ["slack"]);
      // What is on its way waits still.
      expect(await store.gauges.outbox(["slack"])).toEqual(ofSlack);
      await store.outbox.delivered(keyOf(FRONT, NOON, 0), { messageId: "1", url: null }, NOON);
      const { waiting, oldest } = await store.gauges.outbox(["slack"]);
      expect([waiting, oldest]).toEqual([1, NOON + MINUTE]);
    }));

  test("what waits behind a failure waits for a mend, and not for the bot", () =>
    withStore(newPlace, async (store) => {
      await file(store, article("a"));
      await issue(store, FRONT, NOON);
      await issue(store, FRONT, NOON + MINUTE);
      await issue(store, SPORT, NOON + 2 * MINUTE);
      await store.outbox.claim(NOON, ["slack"]);
      await store.outbox.retry(keyOf(FRONT, NOON, 0), NOON + MINUTE, "not in the channel", false);
      expect(await store.gauges.outbox(["slack", "discord"])).toEqual({
        waiting: 3,
        oldest: NOON,
        oldestUntried: NOON + 2 * MINUTE,
      });
      expect((await store.gauges.outbox(["slack"])).oldestUntried).toBeNull();
    }));

  test("embargoes are counted until they end, those of a day apart; what is held for good is none", () =>
    withStore(newPlace, async (store) => {
      const until = (id: string, instant: number) =>
        file(store, article(id, { embargo: { kind: "until", instant, text: "?" } }));
      await file(store, article("free"));
      await file(store, article("unclear", { embargo: { kind: "unreadable", text: "?" } }));
      await until("over", NOON);
      await until("soon", NOON + 1);
      await until("in a day", NOON + DAY);
      await until("later", NOON + DAY + 1);
      expect(await store.gauges.embargoes(NOON, NOON + DAY)).toEqual({ embargoed: 3, due: 2 });
      const none = { embargoed: 0, due: 0 };
      expect(await store.gauges.embargoes(NOON + 2 * DAY, NOON + 3 * DAY)).toEqual(none);
    }));

  test("a write that is tried changes nothing", () =>
    withStore(newPlace, async (store) => {
      await store.greetings.take("slack:C1", NOON);
      await store.tryWrite();
      expect(await store.greetings.take("slack:C1", NOON)).toBe(false);
    }));
}
