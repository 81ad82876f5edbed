import fc from "fast-check";
import { expect, test } from "vitest";
import type { Article } from "#core/article/article.ts";
import { type Embargo, isHeld } from "#core/article/embargo.ts";
import type { Brief } from "#core/brief/brief.ts";
import { createCorrectionDesk } from "#desk/correction.ts";
import { createEditionDesk } from "#desk/edition.ts";
import { createStoryDesk } from "#desk/story.ts";
import type { Store } from "#edge/store/store.ts";
import { article, briefOf, entry, NOON, type Place } from "./samples.ts";
import { FRONT, type Look, type Row, rows } from "./verb-table.ts";
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
/** Whatever names an article in it names it by its id. */
function copyOfId(id: string, changes: Partial<Article> = {}): Article {
  return article(id, {
    urgency: 2,
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

const WHOLE = { fits: () => true };
const BUDGETS = { slack: WHOLE, discord: WHOLE, preview: WHOLE };
const pause = async () => undefined;

type Changes = Partial<Article>;

const OF_WHAT_WAS_SEEN: ReadonlySet<string> = new Set([
  ...["decisions.articlesIn", "stories.placements", "stories.reports", "replays.received"],
  ...["storyMembers.near", "storyMembers.sharing", "editions.carried"],
]);

async function fileOne(store: Store, id: string, changes: Changes): Promise<void> {
  const of = copyOfId(id, changes);
  await store.archive.file(of, briefOfId(of), [entry(of, "taken-in")]);
}

/** Articles were posted, stand in one story since, and then came to be what they are, revision by revision. */
export async function setUp(
  store: Store,
  articles: Readonly<Record<string, readonly Changes[]>>,
  { now, wasPublic = true }: { readonly now: number; readonly wasPublic?: boolean },
): Promise<void> {
  const clock = { now: () => now };
  if (wasPublic) {
    for (const id of Object.keys(articles)) await fileOne(store, id, {});
    await createEditionDesk({
      ...{ store, clock, budgets: BUDGETS, tally: null, subscriptions: () => [FRONT], pause },
    }).makeDue();
    for (const { key } of await store.outbox.claim(now, ["preview"])) {
      await store.outbox.delivered(key, { messageId: "m1", url: null }, now);
    }
    await createStoryDesk({ store, clock, pause }).placeAll();
  }
  for (const [id, revisions] of Object.entries(articles)) {
    for (const [index, changes] of revisions.entries()) {
      await fileOne(store, id, { ...changes, revision: index + 2 });
    }
  }
  await createCorrectionDesk({ store, clock, budgets: BUDGETS, pause }).chase();
}

/** What each asking of each verb gives, by the ids that it names. */
export async function askAll(
  store: Store,
  look: Look,
  isAsked: (verb: string) => boolean = () => true,
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for (const [name, row] of rows()) {
    if (row === "desk" || !isAsked(name)) continue;
    for (const ask of "readers" in row ? row.readers : row.editors) {
      const text = JSON.stringify(await ask(store, look));
      answers.push({ name, row, found: look.ids.filter((id) => text.includes(id)) });
    }
  }
  return answers;
}

interface Answer {
  readonly name: string;
  readonly row: Exclude<Row, "desk">;
  readonly found: readonly string[];
}

/** What a verb is to name. */
export function wanted({ row, found }: Answer, { ids, held }: Look): readonly string[] {
  if ("editors" in row) return held;
  if (row.some) return found.filter((id) => !held.includes(id));
  return row.silent ? [] : ids.filter((id) => !held.includes(id));
}

const EMBARGO: fc.Arbitrary<Embargo | null> = fc.oneof(
  fc.constant(null),
  fc.constant({ kind: "unreadable" as const, text: "until the bell" }),
  fc.record({
    kind: fc.constant("until" as const),
    instant: fc.integer({ min: NOON - 3, max: NOON + 3 }),
    text: fc.constant("until about noon"),
  }),
);

/** The embargoes of each article's revisions, in their order. */
const ARTICLES = fc.array(fc.array(EMBARGO, { minLength: 1, maxLength: 3 }), { maxLength: 6 });

export function verbsContract(newPlace: () => Promise<Place>): void {
  test("every verb that gives what readers see gives nothing of what is held, and all else", () =>
    withStore(newPlace, async (store) => {
      const articles = Object.entries({ ...SHOWN, ...HELD }).map(
        ([id, one]) => [id, [one]] as const,
      );
      await setUp(store, Object.fromEntries(articles), { now: NOON });
      const look = { now: NOON, ids: ALL, held: Object.keys(HELD) };
      for (const answer of await askAll(store, look)) {
        const { name, found } = answer;
        expect({ name, found }).toEqual({ name, found: wanted(answer, look) });
      }
    }));

  test("no reading verb shows an article whose latest revision is held, and each shows all others", () =>
    fc.assert(
      fc.asyncProperty(
        ...[ARTICLES, fc.integer({ min: NOON - 4, max: NOON + 4 }), fc.boolean()],
        (lists, now, wasPublic) =>
          withStore(newPlace, async (store) => {
            const named = lists.map((embargoes, index) => {
              return [`zeta${index}q`, embargoes.map((embargo) => ({ embargo }))] as const;
            });
            await setUp(store, Object.fromEntries(named), { now, wasPublic });
            const ids = named.map(([id]) => id);
            const held = named
              .filter(([, revisions]) => isHeld(revisions.at(-1)?.embargo ?? null, now))
              .map(([id]) => id);
            const look = { now, ids, held };
            for (const answer of await askAll(store, look)) {
              const { name, found } = answer;
              const due = wanted(answer, look);
              // What nobody has seen yet stands in no story and in no post.
              const isSeen = wasPublic || !OF_WHAT_WAS_SEEN.has(name);
              expect({ name, found }).toEqual({ name, found: isSeen ? due : [] });
            }
          }),
      ),
      { numRuns: 20 },
    ));

  test("no verb of the store is without a row", () =>
    withStore(newPlace, async (store) => {
      // What stands beside the ports goes to work, or does several verbs as one.
      const ports = Object.entries(store).filter(([, verbsOf]) => typeof verbsOf === "object");
      const verbs = ports.flatMap(([port, verbsOf]) =>
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
