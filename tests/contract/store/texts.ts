import fc from "fast-check";
import { expect, test } from "vitest";
import type { Article } from "#core/article/article.ts";
import { ANYTHING, NAME_KINDS } from "#core/reply/sought.ts";
import type { Store } from "#edge/store/store.ts";
import { sampleQuote } from "#tests/samples.ts";
import {
  article,
  briefOf,
  entry,
  ids,
  issueAbout,
  keyOf,
  message,
  NOON,
  type Place,
  subscription,
} from "./samples.ts";
import { withStore } from "./with-store.ts";

/** What a file may hold, and what a database may not like: NUL, halves of a letter, quotation marks, JSON's own escapes. */
const TEXT = fc.oneof(
  fc.string({ unit: "binary", maxLength: 20 }),
  fc
    .array(
      fc.constantFrom("a", " ", "\0", "\ud800", "\udfff", "\\u0000", "\\", "'", '"', "{", ":"),
      {
        maxLength: 8,
      },
    )
    .map((pieces) => pieces.join("")),
);

/** As it comes back from a column of text: what is no letter may be replaced. */
const plain = (text: string) => text.replaceAll("\0", "\ufffd").toWellFormed();
const asPlain = (text: string | undefined) => (text === undefined ? undefined : plain(text));

function withText(id: string, text: string): Article {
  return article(id, {
    ...{ title: `tide ${text}`, body: `tide ${text} tide.`, byline: `By ${text} Solen` },
    ...{ tags: ["tide", `t${text}`], section: `s${text}`, slug: `tide-${text}`, source: text },
    ...{ located: `Port ${text}`, places: [`Bay ${text}`], people: [text], editorNote: text },
    ...{ path: `wire/${text}/${id}.txt`, contentHash: `hash ${text} ${id}` },
    dateline: { place: text, date: text, agency: text },
  });
}

async function fileWith(store: Store, id: string, text: string): Promise<Article> {
  const of = withText(id, text);
  const speaker = { name: `Mira ${text}`, role: text, start: 0, end: 1 };
  const brief = { ...briefOf(of), quotes: [sampleQuote({ speaker })] };
  await store.archive.file(of, brief, [{ ...entry(of, "briefed"), rule: text }]);
  expect(await store.archive.get(id, NOON)).toEqual({ article: of, brief });
  return of;
}

/** Verbs that ask the database for a part of what it keeps. */
async function askAll({ archive, heldCopy, editions, ...store }: Store, of: Article, text: string) {
  const found = await archive.find({ ...ANYTHING, words: ["tide"] }, "best", NOON, {
    ...{ skip: 0, limit: 999 },
  });
  expect(ids(found)).toContain(of.id);
  for (const kind of NAME_KINDS) await archive.names(kind, text, NOON, 9);
  await archive.search(text, NOON, 9);
  await archive.headlines(text, NOON, 9);
  await archive.bodiesOf(text, 9);
  await archive.ofContent(of.contentHash);
  await heldCopy.heldLike(text, "text", NOON, 9);
  await heldCopy.heldInDoubt();
  const place = subscription("all", { tags: [`t${text}`, "tide"] });
  const span = { now: NOON, asOf: NOON, since: null, limit: null };
  await editions.offers([{ subscription: place, span }]);
  const [last] = (await store.ledger.history(of.path)).toReversed();
  expect([last?.path, last?.rule].map(asPlain)).toEqual([plain(of.path), plain(text)]);
}

export function textsContract(newPlace: () => Promise<Place>): void {
  test("whatever letters a file has, it is filed, comes back as it was, and every verb can ask for it", () =>
    withStore(newPlace, async (store) => {
      let number = 0;
      await fc.assert(
        fc.asyncProperty(TEXT, async (text) => {
          number += 1;
          await askAll(store, await fileWith(store, `a${number}`, text), text);
        }),
        { numRuns: 60, examples: [["\0"], ["x\ud800"], ["\udc00\\u0000"], ["\\ud83d"]] },
      );
    }));

  test("whatever letters an error, a message, a name or an order has, it is kept", () =>
    withStore(newPlace, async (store) => {
      const front = subscription("front");
      await fileWith(store, "a", "plain");
      await issueAbout(store, front);
      const key = keyOf(front, NOON, 0);
      let at = NOON;
      await fc.assert(
        fc.asyncProperty(TEXT, async (text) => {
          at += 1;
          await store.outbox.claim(at, ["slack"]);
          await store.outbox.retry(key, at, text, false);
          const place = { id: `admins ${text}`, platform: "slack", address: `C${text}` } as const;
          const slot = await store.notices.freeSlot(place.id, at);
          await store.notices.put(place, slot, { key: `n${at}`, message: message(text) }, at);
          const claimed = await store.outbox.claim(at, ["slack"]);
          expect(claimed.find((one) => one.key === `n${at}`)?.message).toEqual(message(text));
          await store.outbox.giveUp(`n${at}`, text, at);
          const failure = { subscription: front.id, platform: "slack", address: "C1" } as const;
          await store.placeTroubles.failed({ ...failure, error: text, ripe: at }, at);
          await store.orders.note({ at, by: text, name: text, did: text });
          const [audit] = await store.orders.audit(at, 0, 1);
          expect([audit?.by, audit?.name, audit?.did].map(asPlain)).toEqual(
            Array.from({ length: 3 }, () => plain(text)),
          );
          await store.retries.plan({ path: text, contentHash: text, attempt: 1, due: at });
          expect(asPlain((await store.retries.of(text))?.path)).toBe(plain(text));
          await store.ledger.noteStamp(text, text);
          expect([...(await store.ledger.stamps()).values()].map(asPlain)).toContain(plain(text));
        }),
        { numRuns: 40, examples: [["\0"], ["\ud800"]] },
      );
    }));
}
