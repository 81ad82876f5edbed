import { expect, test } from "vitest";
import type { Article } from "#core/article/article.ts";
import type { Audience } from "#core/article/audience.ts";
import type { Kept } from "#core/message/withdraw.ts";
import type { Amendment, StandingItem } from "#desk/port/corrections.ts";
import type { Store } from "#edge/store/store.ts";
import {
  article,
  chaseBy,
  file,
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
const PAGE = subscription("page", { platform: "preview" });
const RECEIPT = { messageId: "m1", url: null };
const PLATFORMS = ["slack", "preview"] as const;

async function deliver(store: Store, now = NOON): Promise<void> {
  for (const { key } of await store.outbox.claim(now, PLATFORMS)) {
    await store.outbox.delivered(key, RECEIPT, now);
  }
}

const claimOne = async (store: Store) => (await store.outbox.claim(NOON, PLATFORMS))[0];

const revise = (store: Store, changes: Partial<Article> = {}) =>
  file(store, article("a", { revision: 2, title: "New words", ...changes }));

/** Amends as told, and notes what it was asked about. */
function amender(withdrawn = false, reply = false) {
  const asked: StandingItem[] = [];
  const amend = (post: StandingItem): Amendment => {
    asked.push(post);
    return { message: message("new"), withdrawn, reply: reply ? message("told") : null };
  };
  return { asked, amend };
}

export function correctionsContract(newPlace: () => Promise<Place>): void {
  test("a post that stands in a channel is edited there, once, and its thread is told after it", () =>
    withStore(newPlace, async (store) => {
      await file(store, article("a"));
      await issueAbout(store, FRONT);
      await deliver(store);
      await revise(store);
      const { asked, amend } = amender(false, true);
      expect(await chaseBy(store, NOON + MINUTE, amend)).toBe(1);
      expect(await chaseBy(store, NOON + 2 * MINUTE, amend)).toBe(0);
      expect(asked).toMatchObject([
        { filed: { article: { title: "New words" } }, timeZone: "Europe/London" },
      ]);
      const [edit] = await store.outbox.claim(NOON + MINUTE, PLATFORMS);
      expect(edit).toMatchObject({ kind: "edit", target: RECEIPT, message: { summary: "new" } });
      expect(await store.outbox.claim(NOON + MINUTE, PLATFORMS)).toEqual([]);
      await store.outbox.delivered(edit?.key ?? "", RECEIPT, NOON + MINUTE);
      const [reply] = await store.outbox.claim(NOON + MINUTE, PLATFORMS);
      expect(reply).toMatchObject({ kind: "reply", target: RECEIPT, message: { summary: "told" } });
    }));

  test("an edit goes behind its post, also when the clock was put back since", () =>
    withStore(newPlace, async (store) => {
      await file(store, article("a"));
      await issueAbout(store, FRONT);
      const [post] = await store.outbox.claim(NOON, PLATFORMS);
      await store.outbox.retry(post?.key ?? "", NOON, "reset", true);
      await revise(store);
      const back = NOON - 60 * MINUTE;
      expect(await chaseBy(store, back, amender(false, true).amend)).toBe(1);
      const kinds: string[] = [];
      for (let next = await claimOne(store); next !== undefined; next = await claimOne(store)) {
        kinds.push(next.kind);
        await store.outbox.delivered(next.key, RECEIPT, back);
      }
      expect(kinds).toEqual(["post", "edit", "reply"]);
    }));

  test("a post that a crash left on its way may stand there in its old words: it is edited too", () =>
    withStore(newPlace, async (store, place) => {
      await file(store, article("a"));
      await issueAbout(store, FRONT);
      await store.outbox.claim(NOON, PLATFORMS);
      const next = await place.open({ recover: true });
      await revise(next);
      expect(await chaseBy(next, NOON + MINUTE, amender().amend)).toBe(1);
      await deliver(next);
      expect(await next.outbox.claim(NOON + MINUTE, PLATFORMS)).toMatchObject([{ kind: "edit" }]);
      await next.close();
    }));

  test("a post that waits is changed before it goes, and needs no edit", () =>
    withStore(newPlace, async (store) => {
      await file(store, article("a"));
      await issueAbout(store, FRONT);
      await revise(store);
      expect(await chaseBy(store, NOON, amender(false, true).amend)).toBe(1);
      expect(await store.outbox.claim(NOON, PLATFORMS)).toMatchObject([
        { kind: "post", message: { summary: "new" } },
      ]);
      await deliver(store);
      expect(await store.outbox.claim(NOON, PLATFORMS)).toEqual([]);
    }));

  test("a post that may stand in its channel already is changed and edited as well", () =>
    withStore(newPlace, async (store) => {
      await file(store, article("a"));
      await issueAbout(store, FRONT);
      const [post] = await store.outbox.claim(NOON, PLATFORMS);
      await revise(store);
      const { amend } = amender();
      // It is on its way this moment: its end is waited for.
      expect(await chaseBy(store, NOON, amend)).toBe(0);
      await store.outbox.retry(post?.key ?? "", NOON, "no answer", true);
      expect(await chaseBy(store, NOON + 1, amend)).toBe(1);
      await deliver(store, NOON + 1);
      expect(await store.outbox.claim(NOON + 1, PLATFORMS)).toMatchObject([{ kind: "edit" }]);
    }));

  test("a post on the page is changed where it stands", () =>
    withStore(newPlace, async (store) => {
      await file(store, article("a"));
      await issueAbout(store, PAGE);
      await deliver(store);
      await revise(store);
      await chaseBy(store, NOON + 1, amender(false, true).amend);
      expect(await store.editions.issued("page", 1)).toMatchObject([
        { messages: [{ summary: "new" }], replies: [[{ summary: "told" }]] },
      ]);
      const said = await store.outbox.claim(NOON + 1, PLATFORMS);
      expect(said).toMatchObject([
        { kind: "reply", target: RECEIPT, message: { summary: "told" } },
      ]);
    }));

  test("a post that was given up is left alone", () =>
    withStore(newPlace, async (store) => {
      await file(store, article("a"));
      await issueAbout(store, FRONT);
      const [post] = await store.outbox.claim(NOON, PLATFORMS);
      await store.outbox.giveUp(post?.key ?? "", "archived", NOON);
      await revise(store);
      expect(await chaseBy(store, NOON, amender().amend)).toBe(0);
    }));

  test("what was withdrawn under an embargo comes back when it ends, and not before", () =>
    withStore(newPlace, async (store) => {
      await file(store, article("a"));
      await issueAbout(store, PAGE);
      await deliver(store);
      const until = NOON + 5 * MINUTE;
      await revise(store, { embargo: { kind: "until", instant: until, text: "later" } });
      expect(await chaseBy(store, NOON, amender(true).amend)).toBe(1);
      expect(await chaseBy(store, until - 1, amender().amend)).toBe(0);
      expect(await chaseBy(store, until, amender().amend)).toBe(1);
      expect(await chaseBy(store, until, amender().amend)).toBe(0);
    }));

  test("what a post showed is kept while it is withdrawn, and the revision that it showed is known", () =>
    withStore(newPlace, async (store) => {
      await file(store, article("a", { title: "Old words" }));
      await issueAbout(store, PAGE);
      await deliver(store);
      const kept: Kept = {
        ...{ how: "held", at: NOON, revision: 1, summary: "old", title: null },
        ...{ sections: [], beside: [] },
      };
      const seen: StandingItem[] = [];
      const chase = (given: Partial<Amendment>) =>
        chaseBy(store, NOON, (post) => {
          seen.push(post);
          return { message: message("x"), withdrawn: false, reply: null, ...given };
        });
      await revise(store, { decision: { kind: "hold", by: "Ana", at: NOON } });
      await chase({ withdrawn: true, kept });
      expect(await store.archive.withdrawal("a", NOON)).toEqual({ how: "held", at: NOON });
      await file(store, article("a", { revision: 3, title: "Newer words" }));
      await chase({});
      expect(await store.archive.withdrawal("a", NOON)).toBeNull();
      await file(store, article("a", { revision: 4, title: "Newest words" }));
      await chase({});
      expect(seen.map((post) => [post.wasWithdrawn, post.kept, post.posted.article.title])).toEqual(
        [
          [false, null, "Old words"],
          [true, kept, "Old words"],
          [false, null, "Newer words"],
        ],
      );
    }));

  test("what a message must not show is found by its time, its readers and its revision", () =>
    withStore(newPlace, async (store) => {
      await file(store, article("a", { section: "Business" }));
      await file(store, article("b", { internal: true }));
      await file(store, article("c"));
      await issueAbout(store, FRONT);
      const [{ key } = expect.unreachable()] = await store.outbox.claim(NOON, PLATFORMS);
      const unfit = async (audience: Audience, ...internalSections: readonly string[]) => {
        const readers = { audience, internalSections };
        const items = await store.corrections.unfit([key], NOON, readers);
        const kept = await store.corrections.keptFrom(["a", "b", "c"], NOON, readers);
        return [items.map((one) => one.article), [...kept].toSorted()];
      };
      expect(await unfit("internal")).toEqual([[], []]);
      expect(await unfit("public")).toEqual([["b"], ["b"]]);
      expect(await unfit(null, "business")).toEqual([
        ["a", "b"],
        ["a", "b"],
      ]);
      await file(store, article("c", { revision: 2 }));
      expect(await unfit("internal")).toEqual([["c"], []]);
      await file(store, article("c", { revision: 3, status: "withheld" }));
      expect(await unfit("internal")).toEqual([["c"], ["c"]]);
      expect(await store.corrections.unfit([], NOON, FRONT)).toEqual([]);
    }));

  test("what is taken out before anybody has read it was never carried, and an edition of nothing is none", () =>
    withStore(newPlace, async (store) => {
      await file(store, article("a"));
      await file(store, article("b"));
      await issueAbout(store, FRONT);
      const [{ key } = expect.unreachable()] = await store.corrections.unseenParts({
        key: keyOf(FRONT, NOON, 0),
      });
      const end = { until: null, now: NOON };
      expect(await store.corrections.standing({ key, article: "a" })).toMatchObject({
        ...{ state: "unseen", isUnread: true },
      });
      const left = [{ key, message: message("b alone") }];
      expect(await store.corrections.takeOut({ key, article: "a" }, left, end)).toEqual([]);
      expect(await store.corrections.standing({ key, article: "a" })).toBeNull();
      expect(await store.editions.carriers("a")).toEqual(new Set());
      expect(await store.editions.carriers("b")).toEqual(new Set([FRONT.id]));
      await store.corrections.takeOut({ key, article: "b" }, [{ key, message: null }], end);
      expect(await store.outbox.claim(NOON, PLATFORMS)).toEqual([]);
      expect(await store.editions.issued(FRONT.id, 9)).toEqual([]);
      expect(await store.editions.lastSlot(FRONT.id)).toBe(NOON);
    }));

  test("an attempt that was refused has shown nothing, and one that was lost may have", () =>
    withStore(newPlace, async (store) => {
      await file(store, article("a"));
      await issueAbout(store, FRONT);
      const [{ key } = expect.unreachable()] = await store.outbox.claim(NOON, PLATFORMS);
      const item = { key, article: "a" };
      await store.outbox.retry(key, NOON, "slow down", false);
      expect(await store.corrections.standing(item)).toMatchObject({ isUnread: true });
      await store.outbox.claim(NOON, PLATFORMS);
      await store.outbox.retry(key, NOON, "reset", true);
      expect(await store.corrections.standing(item)).toMatchObject({ isUnread: false });
      expect(await store.corrections.unseenParts(item)).toEqual([]);
    }));

  test("two articles of one post are amended one after the other", () =>
    withStore(newPlace, async (store) => {
      await file(store, article("a"));
      await file(store, article("b"));
      await issueAbout(store, PAGE);
      await deliver(store);
      await revise(store);
      await file(store, article("b", { revision: 2 }));
      const summaries: string[] = [];
      await chaseBy(store, NOON + 1, ({ message: shown, filed }) => {
        summaries.push(shown.summary);
        return {
          message: { summary: filed.article.id, sections: [] },
          withdrawn: false,
          reply: null,
        };
      });
      expect(summaries).toEqual(["old", "a"]);
    }));
}
