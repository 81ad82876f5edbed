import { expect, test } from "vitest";
import type { Store } from "#edge/store/store.ts";
import {
  article,
  briefOf,
  chaseBy,
  editionOf,
  entry,
  file,
  issueBy,
  MINUTE,
  NOON,
  type Place,
  subscription,
} from "./samples.ts";
import { withStore } from "./with-store.ts";

const FRONT = subscription("front");
const PAGE = subscription("page", { platform: "preview" });
const AUDIT = { at: NOON, by: "slack:U1", name: "Ines", did: "killed a" };
const KILL = { kind: "kill", by: "Ines", at: NOON } as const;

/** An edition in two parts: of the first article, and of all others in the order of their ids, turned round. */
async function issueParts(store: Store, of = FRONT): Promise<void> {
  await issueBy(store, of, NOON, NOON, (all) => {
    const made = editionOf(of, NOON, 2, all);
    const [first, ...others] = all.map(({ filed }) => filed.article.id).toSorted();
    const about = [first === undefined ? [] : [first], others.toReversed()];
    const parts = made.parts.map((part, index) => {
      const sections = (about[index] ?? []).map((id) => ({ blocks: [], about: id }));
      return { ...part, message: { summary: part.key, sections } };
    });
    return { made: { ...made, parts }, waiting: [] };
  });
}

/** Delivers what is due, the parts as `m0`, `m1`, …, each at an address of its own where it has one. */
async function deliver(store: Store, hasUrl = false): Promise<void> {
  for (let part = 0; part < 2; part += 1) {
    for (const { key } of await store.outbox.claim(NOON, ["slack", "preview"])) {
      await store.outbox.delivered(
        key,
        {
          messageId: `m${part}`,
          url: hasUrl ? `https://chat.example/m${part}` : null,
        },
        NOON,
      );
    }
  }
}

const inFront = (messageId: string) =>
  ({ platform: "slack", address: FRONT.address, messageId }) as const;

export function decisionsContract(newPlace: () => Promise<Place>): void {
  test("what an editor decides is filed with its entry and its audit, all or nothing", () =>
    withStore(newPlace, async (store) => {
      const before = article("a");
      await file(store, before);
      const killed = article("a", { revision: 2, decision: KILL });
      await store.decisions.decide(killed, briefOf(killed), [entry(killed, "killed")], AUDIT);
      expect(await store.archive.get("a", NOON)).toBeNull();
      expect((await store.archive.current("a"))?.article.decision).toEqual(KILL);
      expect((await store.ledger.lastSeen(killed.path))?.stage).toBe("killed");
      expect(await store.orders.audit(0, 0, 9)).toEqual([AUDIT]);
    }));

  test("the posts of an article are told, on their way or delivered", () =>
    withStore(newPlace, async (store) => {
      await file(store, article("a"));
      await issueParts(store);
      await issueParts(store, PAGE);
      const posts = (...states: readonly string[]) => [
        { subscription: "front", platform: "slack", state: states[0] },
        { subscription: "page", platform: "preview", state: states[1] },
      ];
      expect(await store.decisions.postsOf("a")).toEqual(posts("waits", "waits"));
      const [{ key } = expect.unreachable()] = await store.outbox.claim(NOON, ["slack"]);
      expect(await store.decisions.postsOf("a")).toEqual(posts("on-its-way", "waits"));
      await store.outbox.retry(key, NOON, "reset", true);
      expect(await store.decisions.postsOf("a")).toEqual(posts("stands", "waits"));
      await deliver(store);
      expect(await store.decisions.postsOf("a")).toEqual(posts("stands", "stands"));
      expect(await store.decisions.postsOf("b")).toEqual([]);
    }));

  test("the articles of a delivered message are told in the order in which they stand there", () =>
    withStore(newPlace, async (store) => {
      for (const id of ["a", "b", "c"]) await file(store, article(id));
      await issueParts(store);
      expect(await store.decisions.articlesIn(inFront("m0"))).toEqual([]);
      await deliver(store);
      expect(await store.decisions.articlesIn(inFront("m0"))).toEqual(["a"]);
      expect(await store.decisions.articlesIn(inFront("m1"))).toEqual(["c", "b"]);
      for (const other of [
        inFront("m2"),
        { ...inFront("m0"), address: "elsewhere" },
        { ...inFront("m0"), platform: "discord" as const },
      ]) {
        expect(await store.decisions.articlesIn(other)).toEqual([]);
      }
    }));

  test("an article that was withdrawn from a message stands in it no more", () =>
    withStore(newPlace, async (store) => {
      for (const id of ["a", "b", "c"]) await file(store, article(id));
      await issueParts(store);
      await deliver(store);
      await file(store, article("b", { revision: 2, status: "killed" }));
      await chaseBy(store, NOON + MINUTE, ({ message }) => ({
        ...{ message, withdrawn: true, reply: null },
      }));
      expect(await store.decisions.articlesIn(inFront("m1"))).toEqual(["c"]);
      expect(await store.decisions.postsOf("b")).toEqual([]);
    }));

  test("the address of a post is told of each article that it shows and that may be shown, the latest first", () =>
    withStore(newPlace, async (store) => {
      for (const id of ["a", "b", "c"]) await file(store, article(id));
      await issueParts(store);
      const links = (now = NOON) => store.editions.linksTo(["a", "b", "c", "zz"], now);
      expect(await links()).toEqual([]);
      await deliver(store, true);
      const at = (id: string, part: number) => ({
        ...{ article: id, subscription: "front", platform: "slack", address: FRONT.address },
        url: `https://chat.example/m${part}`,
      });
      const all = [at("a", 0), at("b", 1), at("c", 1)];
      const inTurn = async (now?: number) =>
        (await links(now)).toSorted((one, other) => (one.article < other.article ? -1 : 1));
      expect(await inTurn()).toEqual(all);
      const until = { kind: "until" as const, instant: NOON + MINUTE, text: "later" };
      await file(store, article("b", { revision: 2, embargo: until }));
      expect(await inTurn()).toEqual([at("a", 0), at("c", 1)]);
      // Its post shows nothing of it until it is mended, and until then again once it may be shown.
      expect(await inTurn(NOON + MINUTE)).toEqual(all);
      await chaseBy(store, NOON, ({ message }) => ({
        ...{ message, withdrawn: true, reply: null },
      }));
      expect(await inTurn(NOON + MINUTE)).toEqual([at("a", 0), at("c", 1)]);
      expect(await store.editions.linksTo([], NOON)).toEqual([]);
      await issueParts(store, subscription("sport"));
      await deliver(store, true);
      const urls = (await store.editions.linksTo(["a"], NOON)).map((link) => link.subscription);
      expect(urls.toSorted()).toEqual(["front", "sport"]);
    }));

  test("of an article that stands in very many posts a bounded number of them is read", () =>
    withStore(newPlace, async (store) => {
      await file(store, article("a"));
      const places = Array.from({ length: 70 }, (_, index) => subscription(`place${index}`));
      for (const place of places) await issueParts(store, place);
      await deliver(store, true);
      expect(await store.editions.linksTo(["a"], NOON)).toHaveLength(64);
    }));

  test("what waits is told by channel, with its age and its trouble, and what was given up is counted", () =>
    withStore(newPlace, async (store) => {
      await file(store, article("a"));
      await issueParts(store);
      expect(await store.decisions.waiting()).toEqual([
        { subscription: "front", parts: 2, since: NOON, error: null },
      ]);
      const [first] = await store.outbox.claim(NOON, ["slack"]);
      await store.outbox.retry(first?.key ?? "", NOON + MINUTE, "not_in_channel", false);
      expect((await store.decisions.waiting())[0]?.error).toBe("not_in_channel");
      const [again] = await store.outbox.claim(NOON + MINUTE, ["slack"]);
      await store.outbox.giveUp(again?.key ?? "", "not_in_channel", NOON + MINUTE);
      expect((await store.decisions.waiting()).map(({ parts }) => parts)).toEqual([1]);
      expect(await store.decisions.givenUp(NOON)).toBe(1);
      expect(await store.decisions.givenUp(NOON + 2 * MINUTE)).toBe(0);
    }));
}
