import { expect, test } from "vitest";
import { freedKey } from "#desk/audit-trail.ts";
import { candidatesFor } from "#desk/candidates.ts";
import type { Amendment, StandingItem } from "#desk/port/corrections.ts";
import type { Store } from "#edge/store/store.ts";
import {
  article,
  candidateIds,
  chaseBy,
  entry,
  file,
  ids,
  issue,
  issueAbout,
  keyOf,
  MINUTE,
  message,
  NOON,
  type Place,
  subscription,
} from "./samples.ts";
import { withStore } from "./with-store.ts";

const FRONT = subscription("front");
const A = article("a", { section: "news", tags: ["merger"] });
const UNREAD = { ...A, unread: { reason: "a.txt is torn", file: "wire/a.txt", at: NOON } };

const LATER = NOON + MINUTE;

async function deliver({ outbox }: Store): Promise<void> {
  await outbox.claim(NOON, ["slack"]);
  await outbox.delivered(keyOf(FRONT, NOON, 0), { messageId: "1", url: null }, NOON);
}

/** Withdraws whatever it is asked about. */
function withdrawing() {
  const asked: StandingItem[] = [];
  const amend = (post: StandingItem): Amendment => {
    asked.push(post);
    return { message: message("withheld"), withdrawn: true, reply: message("told") };
  };
  return { asked, amend };
}

export function unreadContract(newPlace: () => Promise<Place>): void {
  test("what is held in its place is shown nowhere; what stands is left as it is", () =>
    withStore(newPlace, async (store) => {
      await file(store, A);
      await issueAbout(store, FRONT);
      await deliver(store);
      await store.archive.restate(UNREAD, [entry(A, "held")], NOON);
      expect(await store.archive.latest(LATER, 9)).toEqual([]);
      expect(await store.archive.heldOf(["a", "b"], LATER)).toEqual(["a"]);
      const { asked, amend } = withdrawing();
      expect(await chaseBy(store, LATER, amend)).toBe(0);
      expect(asked).toEqual([]);
    }));

  test("a post that waits does not carry it, and is asked about once", () =>
    withStore(newPlace, async (store) => {
      await file(store, A);
      await issueAbout(store, FRONT);
      await store.archive.restate(UNREAD, [], NOON);
      const { amend } = withdrawing();
      expect(await chaseBy(store, NOON, amend)).toBe(1);
      expect(await chaseBy(store, NOON, amend)).toBe(0);
      // Nobody has read it there: nothing is said of it, and it comes once it may.
      expect(await store.outbox.claim(NOON, ["slack"])).toEqual([]);
      await store.archive.restate(A, [], LATER);
      const after = LATER + 1;
      expect(candidateIds(await candidatesFor(store, FRONT, after, after))).toEqual(["a"]);
    }));

  test("let go, it is offered to a place that passed it by, and to none that carried it", () =>
    withStore(newPlace, async (store) => {
      await file(store, A);
      await issue(store, FRONT, NOON);
      await store.archive.restate(UNREAD, [], NOON);
      const other = subscription("other");
      await file(store, article("b"));
      // In the very moment in which it is let go.
      await issue(store, other, LATER);
      await store.archive.restate(A, [], LATER);
      const after = LATER + 1;
      expect(ids(await store.archive.latest(after, 9))).toContain("a");
      expect(await store.archive.heldOf(["a"], after)).toEqual([]);
      const offered = async (of: typeof other) =>
        candidateIds(await candidatesFor(store, of, after, after));
      expect(await offered(other)).toEqual(["a"]);
      expect(await offered(FRONT)).toEqual(["b"]);
    }));

  test("what came free of late, and neither what is held still nor what never was", () =>
    withStore(newPlace, async (store) => {
      const until = (instant: number) => ({ kind: "until", instant, text: "x" }) as const;
      await file(store, article("open"));
      await file(store, article("old", { embargo: until(NOON - MINUTE) }));
      await file(store, article("now", { embargo: until(NOON) }));
      await file(store, article("later", { embargo: until(NOON + 1) }));
      expect(await store.archive.freed(NOON - MINUTE, NOON)).toEqual(["wire/now.txt"]);
    }));

  test("what came free and is not in the audit: what was held before, and once it is noted no more", () =>
    withStore(newPlace, async (store) => {
      const until = (instant: number) => ({ kind: "until", instant, text: "x" }) as const;
      const held = (id: string, instant: number) =>
        file(store, article(id, { takenIn: NOON - 9 * MINUTE, embargo: until(instant) }));
      await file(store, article("open"));
      await held("second", NOON);
      await held("first", NOON - MINUTE);
      await held("later", NOON + 1);
      await file(store, article("late", { takenIn: NOON, embargo: until(NOON - MINUTE) }));
      const found = async (limit = 9) => {
        const all = await store.archive.freedUnnoted(NOON - 5 * MINUTE, NOON, limit);
        return all.map(({ id, until: at }) => `${id} ${at - NOON}`);
      };
      expect(await found()).toEqual([`first ${-MINUTE}`, "second 0"]);
      expect(await found(1)).toEqual([`first ${-MINUTE}`]);
      const key = freedKey("first", NOON - MINUTE);
      await store.orders.note({ at: NOON, by: "time", name: "x", did: "released first", key });
      expect(await found()).toEqual(["second 0"]);
    }));

  test("let go before the end of its embargo, it waits for that", () =>
    withStore(newPlace, async (store) => {
      const embargo = { kind: "until" as const, instant: NOON + 5 * MINUTE, text: "later" };
      await file(store, { ...A, embargo });
      await store.archive.restate({ ...UNREAD, embargo }, [], NOON);
      await store.archive.restate({ ...A, embargo }, [], LATER);
      expect(await store.archive.latest(NOON + 4 * MINUTE, 9)).toEqual([]);
      expect(await store.archive.latest(NOON + 5 * MINUTE, 9)).toHaveLength(1);
    }));

  test("a text that moved stands where it lies now, and in the section of that", () =>
    withStore(newPlace, async (store) => {
      await file(store, A);
      const moved = { ...A, path: "sport/a.txt", section: "sport", guid: "urn:tarn:ferry" };
      await store.archive.restate(moved, [], NOON);
      expect(await store.archive.get("a", NOON)).toMatchObject({ article: moved });
      const sport = subscription("sport", { sections: ["sport"] });
      expect(candidateIds(await candidatesFor(store, sport, NOON, NOON))).toEqual(["a"]);
      expect(await store.archive.sharing(["guid|urn:tarn:ferry"])).toHaveLength(1);
      expect(await store.archive.ofContent(A.contentHash)).toEqual({
        id: "a",
        path: "sport/a.txt",
      });
    }));

  test("what a file and each story in it was last found to be", () =>
    withStore(newPlace, async ({ ledger }) => {
      const at = (path: string, articleId: string | null, stage: "merged" | "posted" | "gone") =>
        ledger.record({ path, contentHash: "1", stage, rule: "", at: NOON, articleId });
      await at("x.zip", "a", "merged");
      await at("x.zip#1", "a", "merged");
      await at("x.zip#1", "b", "merged");
      await at("x.zip#1", null, "merged");
      await at("x.zip#1", "a", "posted");
      await at("x.zip.txt", "c", "merged");
      expect(await ledger.articlesAt("x.zip")).toEqual([
        { path: "x.zip", articleId: "a" },
        { path: "x.zip#1", articleId: "b" },
      ]);
      expect(await ledger.articlesAt("y.zip")).toEqual([]);
    }));
}
