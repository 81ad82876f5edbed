import type { Subscription } from "#core/digest/subscription.ts";
import { ANYTHING, NAME_KINDS } from "#core/reply/sought.ts";
import { keysOf } from "#core/story/place.ts";
import { candidatesFor } from "#desk/candidates.ts";
import type { Ports } from "#edge/store/ports.ts";
import type { Store } from "#edge/store/store.ts";
import { NOON, subscription } from "./samples.ts";

/** The place that articles are posted to. */
export const FRONT: Subscription = subscription("front@preview:front", {
  ...{ platform: "preview", address: "front", most: 99, baseline: 99, layout: "full" },
});
const SLICE = { skip: 0, limit: 99 };
const SPAN = { from: 0, to: NOON + 9_000 };

/** The articles that there are, by their ids, and when one looks. */
export interface Look {
  readonly now: number;
  readonly ids: readonly string[];
  /** Those that may not be shown then. */
  readonly held: readonly string[];
}

/** What one verb gives; each asks as a reader's path could. */
type Ask = (store: Store, look: Look) => Promise<unknown>;
/**
 * `readers`: it may be asked on a reader's path, and gives nothing of what is held; `silent`: nor of what
 * is shown, `some`: and not all else · `editors`: it gives what is held alone · `desk`: it answers nobody, or it writes.
 */
export type Row =
  | { readonly readers: readonly Ask[]; readonly silent?: true; readonly some?: true }
  | { readonly editors: readonly Ask[] }
  | "desk";

const each = (ask: (store: Store, id: string, now: number) => Promise<unknown>): Ask => {
  return (store, { ids, now }) => Promise.all(ids.map((id) => ask(store, id, now)));
};
/** Every edition of the page is told to stand in this one. */
const post = { platform: "preview", address: "front", messageId: "m1" } as const;

type Rows = {
  readonly [Port in keyof Ports]: Record<keyof Ports[Port], Row>;
};

/** Every verb of every port of the store: one that is new has no row here, and the suite fails. */
const VERBS: Rows = {
  archive: {
    ...{ file: "desk", restate: "desk", current: "desk", sharing: "desk" },
    ...{
      revision: "desk",
      ofContent: "desk",
      heldOf: "desk",
      freed: "desk",
      freedUnnoted: "desk",
      bodiesOf: "desk",
      improve: "desk",
    },
    // The same verbs as are tried here, for some readers alone: `readers.ts` tries them.
    ...{ forReaders: "desk", keptFrom: "desk" },
    get: { readers: [each(({ archive }, id, now) => archive.get(id, now))] },
    latest: { readers: [({ archive }, { now }) => archive.latest(now, 99)] },
    search: { readers: [({ archive }, { now }) => archive.search("tide", now, 99)] },
    find: {
      readers: [[], ["tide"]].flatMap((words) =>
        [false, true].flatMap((quoted) =>
          (["best", "newest", "oldest"] as const).map((order): Ask => {
            const sought = { ...ANYTHING, words, quoted };
            return ({ archive }, { now }) => archive.find(sought, order, now, SLICE);
          }),
        ),
      ),
    },
    arrived: { readers: [({ archive }, { now }) => archive.arrived(0, now, 99)] },
    revisions: { readers: [each(({ archive }, id, now) => archive.revisions(id, now, 99))] },
    withdrawal: {
      silent: true,
      readers: [each(({ archive }, id, now) => archive.withdrawal(id, now))],
    },
    count: {
      readers: [
        each(async ({ archive }, id, now) => {
          const counted = await archive.count({ ...ANYTHING, words: [id] }, now, 99);
          return counted > 0 ? id : counted;
        }),
      ],
    },
    // A letter is wrong. Of ids with a figure nothing is a slip.
    meant: {
      some: true,
      readers: [
        each(({ archive }, id, now) => archive.meant(`${id.slice(0, -1)}x`, "words", now, 99)),
      ],
    },
    named: {
      readers: [
        async ({ archive }, { now }) => {
          const kinds = NAME_KINDS.map((kind) => archive.names(kind, "", now, 99));
          return archive.named((await Promise.all(kinds)).flat(), now);
        },
      ],
    },
    names: {
      readers: NAME_KINDS.map(
        (kind): Ask =>
          ({ archive }, { now }) =>
            archive.names(kind, "", now, 99),
      ),
    },
    headlines: {
      readers: ["", "ti"].map(
        (typed): Ask =>
          ({ archive }, { now }) =>
            archive.headlines(typed, now, 99),
      ),
    },
  },
  // For editors, who see what is held beside what is not.
  arrivals: { before: "desk", countAfter: "desk" },
  // What is about one asker is told to them alone, and is no copy.
  askers: { tracesOf: "desk", noticesNaming: "desk", restate: "desk", forget: "desk" },
  greetings: { take: "desk" },
  heldCopy: {
    heldArticle: { editors: [each(({ heldCopy }, id, now) => heldCopy.heldArticle(id, now))] },
    heldLike: {
      editors: (["headline", "text"] as const).flatMap((where) =>
        ["", "tid"].map(
          (typed): Ask =>
            ({ heldCopy }, { now }) => {
              return heldCopy.heldLike(typed, where, now, 99);
            },
        ),
      ),
    },
    findHeld: {
      editors: [[], ["tide"]].map(
        (words): Ask =>
          ({ heldCopy }, { now }) =>
            heldCopy.findHeld({ ...ANYTHING, words }, "newest", now, SLICE),
      ),
    },
    ...{
      history: "desk",
      heldNow: "desk",
      countHeld: "desk",
      heldInDoubt: "desk",
      forReaders: "desk",
    },
  },
  editions: {
    ...{
      lastSlot: "desk",
      lastSlots: "desk",
      newest: "desk",
      momentsSince: "desk",
      carriers: "desk",
      mentioned: "desk",
      takeSlots: "desk",
      takeMoments: "desk",
      store: "desk",
      pass: "desk",
      passed: "desk",
      goBack: "desk",
    },
    progress: "desk",
    urgent: {
      readers: [
        async ({ editions }, { now }) =>
          (await editions.urgent({ number: 0, at: 0 }, now, { most: 8, limit: 99 })).found,
      ],
    },
    offers: {
      readers: [
        ({ editions }, { now }) => {
          const span = { now, asOf: now + 9_000, since: null, limit: null };
          return editions.offers([{ subscription: subscription("new"), span }]);
        },
        (store, { now }) => candidatesFor(store, subscription("new"), now, now),
      ],
    },
    carried: {
      readers: [
        async ({ editions }, { ids, now }) => {
          const of = { subscription: FRONT.id, stories: new Set<string>(), ids };
          const carried = await editions.carried([of], { now, asOf: now });
          return (carried.get(FRONT.id) ?? []).map((report) => report.read());
        },
      ],
    },
    // No post of the page has an address.
    linksTo: {
      silent: true,
      readers: [({ editions }, { ids, now }) => editions.linksTo(ids, now)],
    },
    // What stands in posts is corrected there: what is withdrawn is named, and nothing of it is told.
    issued: {
      silent: true,
      readers: [
        async ({ editions }, { held }) => {
          const issued = await editions.issued(FRONT.id, 9);
          const text = JSON.stringify(issued.map(({ messages }) => messages));
          return held.filter((id) => text.includes(`turned at ${id}`));
        },
      ],
    },
  },
  decisions: {
    ...{ decide: "desk", postsOf: "desk", waiting: "desk", givenUp: "desk" },
    articlesIn: { readers: [({ decisions }) => decisions.articlesIn(post)] },
  },
  stories: {
    ...{ passAll: "desk", forReaders: "desk" },
    unplaced: { readers: [({ stories }, { now }) => stories.unplaced(now, 0, 99)] },
    placements: {
      readers: [async ({ stories }, { ids, now }) => [...(await stories.placements(ids, now))]],
    },
    strands: {
      some: true,
      readers: [
        async ({ stories }, { ids, now }) => [...(await stories.strands(new Set(ids), -9, now))],
      ],
    },
    active: { some: true, readers: [({ stories }, { now }) => stories.active(null, now, 99)] },
    reports: { readers: [each(({ stories }, id, now) => stories.reports(id, now, 99))] },
  },
  // What waits for an editor's word is for editors, and as they are.
  approvals: {
    ...{ open: "desk", get: "desk", letGo: "desk", drop: "desk", replace: "desk" },
    ...{ noteTold: "desk", noteNotice: "desk", noticesOf: "desk", carriedBeside: "desk" },
  },
  wishes: {
    ...{ of: "desk", arrange: "desk", leaveOut: "desk", takeBack: "desk", use: "desk" },
    leftForGood: "desk",
  },
  storyMembers: {
    ...{
      of: "desk",
      olderThan: "desk",
      dropKeys: "desk",
      dropLinks: "desk",
      linksOf: "desk",
      opinionsAmong: "desk",
      keepOpinion: "desk",
      dropOpinions: "desk",
      forget: "desk",
    },
    ...{ commonness: "desk", count: "desk", keep: "desk", addKeys: "desk" },
    ...{
      addLinks: "desk",
      restateLinks: "desk",
      linksAmong: "desk",
      storiesOfOthers: "desk",
      move: "desk",
    },
    near: {
      readers: [
        async ({ storyMembers }, { ids, now }) => {
          const first = await storyMembers.of(ids[0] ?? "");
          return storyMembers.near(first?.number ?? 0, 99, now);
        },
      ],
    },
    sharing: {
      readers: [
        async ({ storyMembers }, { ids, now }) => {
          const first = await storyMembers.of(ids[0] ?? "");
          const keys = first?.signature == null ? [] : keysOf(first.signature);
          return storyMembers.sharing({ keys, from: 0, to: now + 9_000, limit: 99 }, now);
        },
      ],
    },
  },
  replays: {
    copy: { readers: [({ replays }, { now }) => replays.copy(SPAN, now)] },
    digests: "desk",
    received: { readers: [({ replays }, { now }) => replays.received(FRONT.id, SPAN, now)] },
  },
  ledger: {
    ...{ lastSeen: "desk", record: "desk", history: "desk", standings: "desk" },
    ...{
      copiesOf: "desk",
      articlesAt: "desk",
      quarantined: "desk",
      inQuarantine: "desk",
      stamps: "desk",
      noteStamp: "desk",
    },
  },
  outbox: {
    ...{
      claim: "desk",
      delivered: "desk",
      retry: "desk",
      putOff: "desk",
      giveUp: "desk",
      nextDue: "desk",
      hasten: "desk",
    },
  },
  // A report is its reader's own words, and names an article that the reader was shown.
  reports: {
    ...{ add: "desk", get: "desk", countBy: "desk", open: "desk", countOpen: "desk" },
    ...{ stirred: "desk", look: "desk", expect: "desk", settle: "desk" },
    ...{ noteNotice: "desk", noticesOf: "desk" },
  },
  retries: { of: "desk", plan: "desk", drop: "desk", due: "desk" },
  notices: {
    ...{ told: "desk", noteTold: "desk", stuck: "desk", unkept: "desk", deadLetters: "desk" },
    ...{ freeSlot: "desk", put: "desk" },
  },
  placeTroubles: {
    ...{ failed: "desk", worked: "desk", standing: "desk", toldTo: "desk", noteTold: "desk" },
  },
  corrections: {
    ...{ outdated: "desk", standing: "desk", amend: "desk", follow: "desk" },
    ...{ unfit: "desk", keptFrom: "desk", unseenParts: "desk", takeOut: "desk", retract: "desk" },
  },
  orders: {
    ...{
      orders: "desk",
      lastChange: "desk",
      save: "desk",
      remove: "desk",
      pauses: "desk",
      pause: "desk",
    },
    ...{ resume: "desk", keepDraft: "desk", draft: "desk", audit: "desk", note: "desk" },
  },
  gauges: { outbox: "desk", embargoes: "desk" },
  installations: { save: "desk", find: "desk", remove: "desk" },
  interactions: { take: "desk" },
  judgements: { put: "desk", note: "desk", spent: "desk" },
  settings: { seen: "desk", see: "desk" },
  restorations: { last: "desk", open: "desk", close: "desk" },
  sessions: {
    ...{ offer: "desk", offered: "desk", take: "desk", begin: "desk", find: "desk", saw: "desk" },
    ...{ end: "desk", endAll: "desk", dropOld: "desk" },
  },
};

export function rows(): readonly (readonly [name: string, row: Row])[] {
  return Object.entries(VERBS).flatMap(([port, verbs]) =>
    Object.entries<Row>(verbs).map(([verb, row]) => [`${port}.${verb}`, row] as const),
  );
}
