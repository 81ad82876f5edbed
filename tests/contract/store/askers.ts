import { expect, test } from "vitest";
import type { Store } from "#edge/store/store.ts";
import {
  article,
  file,
  issue,
  MINUTE,
  message,
  NOON,
  type Place,
  subscription,
} from "./samples.ts";
import { withStore } from "./with-store.ts";

const ANA = "slack:U1";
const NAMES = ["for-slack-u1"];
const at = (name: string, address: string) =>
  subscription(`${name}@slack:${address}`, { channel: name, address });
const HERS = at("for-slack-u1", "D1");
/** Whose name begins with hers. */
const OTHERS = at("for-slack-u12", "D12");

/** Ana and another reader, each with a digest, an edition of it, a report and lines of the audit. */
async function fill(store: Store): Promise<void> {
  await file(store, article("ferry"));
  for (const [by, of] of [
    [ANA, HERS],
    ["slack:U12", OTHERS],
  ] as const) {
    const { channel: name } = of;
    const order = { name, entry: { name }, by, byName: "Ana", at: NOON, owner: by };
    await store.orders.save(order, { at: NOON, by, name: "Ana", did: `ordered ${name}` });
    await issue(store, of, NOON);
    const direct = { platform: "slack", address: of.address } as const;
    const said = { article: "ferry", revision: 1, by, byName: "Ana", what: "It sailed", at: NOON };
    const number = await store.reports.add({ ...said, direct });
    const key = `n${number}`;
    const place = { id: "admin@slack:C9", platform: "slack", address: "C9" } as const;
    const notice = { key, message: message(`by ${by}`) };
    await store.notices.put(place, NOON + number, notice, NOON);
    await store.reports.noteNotice(number, key);
  }
}

/** All that the store says of somebody, by whatever verb. */
async function saidOf(store: Store, by: string, names: readonly string[]) {
  const { id } = by === ANA ? HERS : OTHERS;
  return {
    traces: await store.askers.tracesOf(by, names),
    orders: (await store.orders.orders()).filter(({ owner }) => owner === by).length,
    audit: (await store.orders.audit(0, 0, 99)).filter(
      (line) => line.by === by || names.some((name) => line.did.endsWith(name)),
    ),
    editions: (await store.editions.issued(id, 9)).length,
    lastSlot: await store.editions.lastSlot(id),
    progress: (await store.editions.progress([id])).size,
    carried: (await store.editions.carriers("ferry")).has(id),
    reports: await store.reports.countBy(by, 0),
    notices: (await store.askers.noticesNaming(by)).length,
  };
}

const NOTHING = {
  ...{ traces: { digests: 0, reports: 0, sent: 0, audit: 0 }, orders: 0, audit: [], editions: 0 },
  ...{ lastSlot: null, progress: 0, carried: false, reports: 0, notices: 0 },
};

export function askersContract(newPlace: () => Promise<Place>): void {
  test("who asks for it is forgotten, and nobody else is", () =>
    withStore(newPlace, async (store) => {
      await fill(store);
      const before = await saidOf(store, "slack:U12", ["for-slack-u12"]);
      const traces = { digests: 1, reports: 1, sent: 1, audit: 1 };
      expect(await store.askers.tracesOf(ANA, NAMES)).toEqual(traces);
      expect(before).toMatchObject({ traces, orders: 1, editions: 1, carried: true, notices: 1 });
      const last = await store.orders.lastChange();
      expect(await store.askers.forget(ANA, NAMES, NOON + MINUTE)).toEqual(traces);
      expect(await saidOf(store, ANA, NAMES)).toEqual(NOTHING);
      expect(await saidOf(store, "slack:U12", ["for-slack-u12"])).toEqual(before);
      const said = (await store.orders.audit(0, 0, 99)).map(({ name, did }) => `${name} ${did}`);
      expect(said).toEqual([
        "somebody asked to be forgotten",
        "Ana ordered for-slack-u12",
        "somebody ordered a digest of their own",
      ]);
      // Other processes see that something has changed.
      expect(await store.orders.lastChange()).toBeGreaterThan(last);
      expect(JSON.stringify(await store.ledger.history("wire/ferry.txt"))).not.toContain("-u1 ");
      // A number is never given twice, and a report of somebody forgotten is open no more.
      expect(await store.reports.get(1)).toMatchObject({ by: "forgotten", what: "", direct: null });
      expect(await store.reports.countOpen()).toBe(1);
    }));

  test("what is on its way that moment ends as it would, and says nothing of anybody", () =>
    withStore(newPlace, async (store) => {
      await fill(store);
      const claimed = await store.outbox.claim(NOON, ["slack"]);
      const hers = claimed.find(({ address }) => address === "D1") ?? expect.unreachable();
      await store.askers.forget(ANA, NAMES, NOON);
      expect((await saidOf(store, ANA, NAMES)).traces.sent).toBe(0);
      await store.outbox.retry(hers.key, NOON, "busy", true);
      await store.outbox.putOff(hers.key, NOON);
      await store.outbox.delivered(hers.key, { messageId: "m1", url: null }, NOON);
      const waiting = (await store.outbox.claim(NOON, ["slack"])).map(({ address }) => address);
      expect(waiting).not.toContain("D1");
      expect(await store.notices.deadLetters(0, NOON + MINUTE)).toEqual([]);
    }));

  test("who was never there is forgotten, too", () =>
    withStore(newPlace, async (store) => {
      expect(await store.askers.forget("slack:U9", [], NOON)).toMatchObject({
        digests: 0,
        sent: 0,
      });
    }));
}
