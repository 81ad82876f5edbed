import { expect, test } from "vitest";
import type { Article } from "#core/article/article.ts";
import type { Brief } from "#core/brief/brief.ts";
import type { Subscription } from "#core/digest/subscription.ts";
import { ANYTHING, NAME_KINDS } from "#core/reply/sought.ts";
import { createCorrectionDesk } from "#desk/correction.ts";
import { createEditionDesk } from "#desk/edition.ts";
import { createStoryDesk } from "#desk/story.ts";
import type { Ports } from "#edge/store/ports.ts";
import type { Store } from "#edge/store/store.ts";
import { article, briefOf, entry, NOON, type Place, subscription } from "./samples.ts";
import { withStore } from "./with-store.ts";

/** Copy that readers may see: plain, and let go by an editor. */
const SHOWN = {
  openone: {},
  freedone: {
    status: "withheld",
    decision: { kind: "release", by: "Ana", at: NOON, released: ["withheld: "] },
  },
} as const satisfies Readonly<Record<string, Partial<Article>>>;

/** Copy that they may not see, for each reason that there is. */
const HELD = {
  hembargo: { embargo: { kind: "until", instant: NOON + 9_000, text: "later" } },
  hunread: { embargo: { kind: "unreadable", text: "when we say so" } },
  htorn: { unread: { reason: "htorn.txt is torn", file: "htorn.txt", at: NOON } },
  hwithheld: { status: "withheld" },
  hkilled: { status: "killed" },
  heditor: { decision: { kind: "hold", by: "Ana", at: NOON } },
  heditkill: { decision: { kind: "kill", by: "Ana", at: NOON } },
  hother: {
    status: "withheld",
    announced: { kind: "advisory", text: "other words" },
    decision: { kind: "release", by: "Ana", at: NOON, released: ["withheld: "] },
  },
} as const satisfies Readonly<Record<string, Partial<Article>>>;

const ALL = [...Object.keys(SHOWN), ...Object.keys(HELD)];
const FRONT: Subscription = subscription("front@preview:front", {
  ...{ platform: "preview", address: "front", most: 99, baseline: 99, layout: "full" },
});
const SLICE = { skip: 0, limit: 99 };
const SPAN = { from: 0, to: NOON + 9_000 };

/** Whatever names an article in it names it by its id. */
function copyOfId(id: string, changes: Partial<Article> = {}): Article {
  return article(id, {
    ...{ title: `Tide turns at ${id}`, body: `The tide turned at ${id}, said Solen ${id}.` },
    ...{ tags: [`tag ${id}`], source: `Wire ${id}`, located: `Port ${id}` },
    ...changes,
  });
}

function briefOfId(of: Article): Brief {
  const text = `The tide turned at ${of.id}`;
  const speaker = { name: `Solen ${of.id}`, role: null, start: 0, end: 1 };
  const quote = {
    text,
    start: 0,
    end: text.length,
    cue: "said",
    hedge: null,
    through: null,
    speaker,
  };
  return { ...briefOf(of), quotes: [quote] };
}

async function fileAll(store: Store, revision: number): Promise<void> {
  for (const [id, changes] of Object.entries({ ...SHOWN, ...HELD })) {
    const of = copyOfId(id, revision === 1 ? {} : { ...changes, revision });
    await store.archive.file(of, briefOfId(of), [entry(of, "taken-in")]);
  }
}

/** All of them were posted, each by itself, stand in one story since, and then came to be what they are. */
async function setUp(store: Store): Promise<void> {
  const clock = { now: () => NOON };
  const whole = { fits: () => true };
  const budgets = { slack: whole, discord: whole, preview: whole };
  await fileAll(store, 1);
  await createEditionDesk({
    ...{ store, clock, budgets, tally: null, subscriptions: () => [FRONT] },
    pause: async () => undefined,
  }).makeDue();
  for (const { key } of await store.outbox.claim(NOON, ["preview"])) {
    await store.outbox.delivered(key, { messageId: "m1", url: null }, NOON);
  }
  await createStoryDesk({
    ...{ store, clock, pause: async () => undefined },
  }).placeAll();
  await fileAll(store, 2);
  await createCorrectionDesk({ store, clock, budgets, pause: async () => undefined }).chase();
}

/** What one verb gives; each asks as a reader's path could. */
type Ask = (store: Store) => Promise<unknown>;
/**
 * `readers`: it may be asked on a reader's path, and gives nothing of what is held; `silent`: nor of what
 * is shown · `editors`: it gives what is held alone · `desk`: it answers nobody, or it writes.
 */
type Row =
  | { readonly readers: readonly Ask[]; readonly silent?: true }
  | { readonly editors: readonly Ask[] }
  | "desk";

const each = (ask: (store: Store, id: string) => Promise<unknown>): Ask => {
  return (store) => Promise.all(ALL.map((id) => ask(store, id)));
};
const post = { platform: "preview", address: "front", messageId: "m1" } as const;

type Rows = {
  readonly [Port in keyof Ports]: Record<keyof Ports[Port], Row>;
};

/** Every verb of every port of the store: one that is new has no row here, and the suite fails. */
const VERBS: Rows = {
  archive: {
    ...{ file: "desk", restate: "desk", current: "desk", sharing: "desk" },
    ...{ revision: "desk", ofContent: "desk", heldOf: "desk", freed: "desk", bodiesOf: "desk" },
    get: { readers: [each(({ archive }, id) => archive.get(id, NOON))] },
    latest: { readers: [({ archive }) => archive.latest(NOON, 99)] },
    search: { readers: [({ archive }) => archive.search("tide", NOON, 99)] },
    find: {
      readers: [[], ["tide"]].flatMap((words) =>
        [false, true].flatMap((quoted) =>
          (["best", "newest", "oldest"] as const).map((order): Ask => {
            const sought = { ...ANYTHING, words, quoted };
            return ({ archive }) => archive.find(sought, order, NOON, SLICE);
          }),
        ),
      ),
    },
    arrived: { readers: [({ archive }) => archive.arrived(0, NOON, 99)] },
    revisions: { readers: [each(({ archive }, id) => archive.revisions(id, NOON, 99))] },
    withdrawal: {
      silent: true,
      readers: [each(({ archive }, id) => archive.withdrawal(id, NOON))],
    },
    names: {
      readers: NAME_KINDS.map(
        (kind): Ask =>
          ({ archive }) =>
            archive.names(kind, "", NOON, 99),
      ),
    },
    headlines: {
      readers: ["", "ti"].map(
        (typed): Ask =>
          ({ archive }) =>
            archive.headlines(typed, NOON, 99),
      ),
    },
  },
  heldCopy: {
    heldArticle: { editors: [each(({ heldCopy }, id) => heldCopy.heldArticle(id, NOON))] },
    heldLike: {
      editors: (["headline", "text"] as const).flatMap((where) =>
        ["", "tid"].map(
          (typed): Ask =>
            ({ heldCopy }) => {
              return heldCopy.heldLike(typed, where, NOON, 99);
            },
        ),
      ),
    },
    heldInDoubt: "desk",
  },
  editions: {
    ...{
      lastSlot: "desk",
      takeSlot: "desk",
      takeMoment: "desk",
      store: "desk",
      pass: "desk",
      passed: "desk",
      goBack: "desk",
    },
    candidates: {
      readers: [({ editions }) => editions.candidates(subscription("new"), NOON, NOON)],
    },
    // What stands in posts is corrected there: what is withdrawn is named, and nothing of it is told.
    issued: {
      silent: true,
      readers: [
        async ({ editions }) => {
          const issued = await editions.issued(FRONT.id, 9);
          const text = JSON.stringify(issued.map(({ messages }) => messages));
          return Object.keys(HELD).filter((id) => text.includes(`turned at ${id}`));
        },
      ],
    },
  },
  decisions: {
    ...{ decide: "desk", postsOf: "desk", waiting: "desk", givenUp: "desk" },
    articlesIn: { readers: [({ decisions }) => decisions.articlesIn(post)] },
  },
  stories: {
    passAll: "desk",
    unplaced: { readers: [({ stories }) => stories.unplaced(NOON, 0, 99)] },
    placements: {
      readers: [async ({ stories }) => [...(await stories.placements(ALL, NOON))]],
    },
    reports: { readers: [each(({ stories }, id) => stories.reports(id, NOON, 99))] },
  },
  storyMembers: {
    ...{ of: "desk", olderThan: "desk", dropKeys: "desk", dropLinks: "desk", forget: "desk" },
    ...{ commonness: "desk", count: "desk", sharing: "desk", keep: "desk", addKeys: "desk" },
    ...{
      addLinks: "desk",
      near: "desk",
      linksAmong: "desk",
      storiesOfOthers: "desk",
      move: "desk",
    },
  },
  replays: {
    copy: { readers: [({ replays }) => replays.copy(SPAN, NOON)] },
    received: { readers: [({ replays }) => replays.received(FRONT.id, SPAN, NOON)] },
  },
  ledger: {
    ...{ lastSeen: "desk", record: "desk", history: "desk", standings: "desk" },
    ...{
      copiesOf: "desk",
      articlesAt: "desk",
      quarantined: "desk",
      stamps: "desk",
      noteStamp: "desk",
    },
  },
  outbox: {
    ...{
      claim: "desk",
      delivered: "desk",
      retry: "desk",
      giveUp: "desk",
      nextDue: "desk",
      hasten: "desk",
    },
  },
  retries: { of: "desk", plan: "desk", drop: "desk", due: "desk" },
  notices: {
    ...{ told: "desk", noteTold: "desk", stuck: "desk", deadLetters: "desk" },
    ...{ freeSlot: "desk", put: "desk" },
  },
  placeTroubles: {
    ...{ failed: "desk", worked: "desk", standing: "desk", toldTo: "desk", noteTold: "desk" },
  },
  corrections: { outdated: "desk", standing: "desk", amend: "desk", follow: "desk" },
  orders: {
    ...{ orders: "desk", save: "desk", remove: "desk", pauses: "desk", pause: "desk" },
    ...{ resume: "desk", keepDraft: "desk", draft: "desk", audit: "desk", note: "desk" },
  },
  installations: { save: "desk", find: "desk", remove: "desk" },
};

export function verbsContract(newPlace: () => Promise<Place>): void {
  test("every verb that gives what readers see gives nothing of what is held, and all else", () =>
    withStore(newPlace, async (store) => {
      await setUp(store);
      for (const [name, row] of rows()) {
        if (row === "desk") continue;
        const isOpen = "readers" in row;
        for (const ask of isOpen ? row.readers : row.editors) {
          const text = JSON.stringify(await ask(store));
          const found = ALL.filter((id) => text.includes(id));
          const wanted = Object.keys(isOpen ? SHOWN : HELD);
          expect({ name, found }).toEqual({ name, found: isOpen && row.silent ? [] : wanted });
        }
      }
    }));

  test("no verb of the store is without a row", () =>
    withStore(newPlace, async (store) => {
      const { close: _, probe: __, transaction: ___, ...ports } = store;
      const verbs = Object.entries(ports).flatMap(([port, verbsOf]) =>
        Object.getOwnPropertyNames(Object.getPrototypeOf(verbsOf))
          .filter((verb) => verb !== "constructor")
          .map((verb) => `${port}.${verb}`),
      );
      expect(
        rows()
          .map(([name]) => name)
          .toSorted(),
      ).toEqual(verbs.toSorted());
    }));
}

function rows(): readonly (readonly [name: string, row: Row])[] {
  return Object.entries(VERBS).flatMap(([port, verbs]) =>
    Object.entries<Row>(verbs).map(([verb, row]) => [`${port}.${verb}`, row] as const),
  );
}
