import fc from "fast-check";
import { expect, test } from "vitest";
import type { Article } from "#core/article/article.ts";
import type { WordField } from "#core/reply/sought.ts";
import type { Store } from "#edge/store/store.ts";
import { sampleQuote } from "#tests/samples.ts";
import { article, briefOf, file, MINUTE, NOON, type Place } from "./samples.ts";
import { withStore } from "./with-store.ts";

const BRIDGE = article("bridge", {
  title: "Harbour bridge closes in Velsk",
  body: "Everyone waited on the bridge. The number 4417 was painted on it, and Zelín rose.",
  byline: "Ana Őrsely",
  tags: ["weather"],
  dateline: { place: "TARNMOUTH", date: null, agency: null },
  source: "Evening Post",
});

async function fileBridge({ archive }: Store): Promise<void> {
  const quotes = ["Mira Solen", "Владимир Ёлкин"].map((name) =>
    sampleQuote({ speaker: { name, role: null, start: 0, end: 1 } }),
  );
  await archive.file(BRIDGE, { ...briefOf(BRIDGE), quotes }, []);
}

/** Where a word is looked for, what is typed, and what may be meant. */
const TYPED: readonly (readonly [WordField, string, readonly string[]])[] = [
  ["words", "hrabour", ["harbour"]],
  ["words", "brigde", ["bridge"]],
  ["words", "HARBUOR", ["harbour"]],
  ["words", "bridge", []], // it stands there
  ["words", "bridges", []], // a form of it stands there
  ["words", "numbers", []],
  ["words", "bridgs", ["bridge"]],
  ["words", "veslk", ["velsk"]],
  ["words", "vekls", []], // two slips in a short word
  ["words", "everione", ["everyone"]],
  ["words", "evrion", ["everyone"].slice(1)], // three
  ["words", "zelim", ["zelin"]], // accents are no slip
  ["words", "oresly", ["orsely"]], // of the byline
  ["words", "wether", ["weather"]], // of a tag
  ["words", "waht", []],
  ["words", "4418", []],
  ["words", "ana", []],
  ["words", "hrabour brigde", []], // one word at a time
  ["words", "", []],
  ["words", "tarnmuoth", []], // of the dateline alone
  ["place", "tarnmuoth", ["tarnmouth"]],
  ["place", "hrabour", []],
  ["speaker", "solem", ["solen"]],
  ["speaker", "solen", []],
  ["speaker", "solens", ["solen"]], // names have no forms
  ["speaker", "владимер", ["владимир"]],
  ["speaker", "bridge", []], // nobody is nearly called so
  ["words", "solem", []], // in no text
  ["from", "evenign", ["evening"]],
];

export function slipsContract(newPlace: () => Promise<Place>): void {
  test("a word that is a slip or two away is found where it is looked for", () =>
    withStore(newPlace, async (store) => {
      await fileBridge(store);
      for (const [field, typed, expected] of TYPED) {
        const meant = await store.archive.meant(typed, field, NOON, 9);
        expect(meant, `${field} ${typed}`).toEqual(expected);
      }
    }));

  test("of several words the likeliest come first, and no more than are wanted", () =>
    withStore(newPlace, async (store) => {
      await file(store, article("a", { title: "Bride", body: "Bridge. Brigade. Fridge." }));
      await file(store, article("b", { title: "Brigade", body: "Ridge." }));
      const meant = (limit: number) => store.archive.meant("brigde", "words", NOON, limit);
      expect(await meant(9)).toEqual(["bridge", "brigade", "bride", "fridge"]);
      expect(await meant(2)).toEqual(["bridge", "brigade"]);
    }));

  test("a word that is in no article any more is meant by nobody", () =>
    withStore(newPlace, async (store) => {
      await file(store, article("a", { title: "Harbour" }));
      await file(store, article("a", { title: "Port", revision: 2 }));
      expect(await store.archive.meant("hrabour", "words", NOON, 9)).toEqual([]);
      await file(store, article("b", { title: "Harbour" }));
      expect(await store.archive.meant("hrabour", "words", NOON, 9)).toEqual(["harbour"]);
    }));

  test("words of a transaction that failed are stored with whatever has them next", () =>
    withStore(newPlace, async (store) => {
      const lost = article("a", { title: "Ferry" });
      const failing = store.transaction(async ({ archive }) => {
        await archive.file(lost, briefOf(lost), []);
        throw new Error("failed");
      });
      await expect(failing).rejects.toThrow("failed");
      await file(store, lost);
      expect(await store.archive.meant("ferri", "words", NOON, 9)).toEqual(["ferry"]);
    }));

  test("words of a failed transaction are not taken for known where the database is asked for very many", () =>
    withStore(newPlace, async (store) => {
      const failing = store.transaction(async ({ archive }) => {
        // So many that the database is asked which of them it has, and by the transaction itself, too.
        for (const id of ["a", "b"] as const) {
          const lost = article(id, { title: "Harbour", body: `${MANY[id]} ridge` });
          await archive.file(lost, briefOf(lost), []);
        }
        throw new Error("failed");
      });
      await expect(failing).rejects.toThrow("failed");
      await file(store, article("c", { body: MANY.c }));
      await file(store, article("d", { body: `${MANY.c} harbour` }));
      await file(store, article("e", { body: `${MANY.a} harbour ridge` }));
      for (const [typed, meant] of [
        ["hrabour", "harbour"],
        ["rigde", "ridge"],
      ] as const)
        expect(await store.archive.meant(typed, "words", NOON, 9)).toEqual([meant]);
      const [last = ""] = MANY.a.split(" ");
      expect(await store.archive.meant(`${last}q`, "words", NOON, 99)).toContain(last);
    }));

  test("what is held changes nothing of what may be meant", () =>
    fc.assert(
      fc.asyncProperty(COPY, COPY, TYPED_ONES, (shown, held, typed) =>
        withStore(newPlace, async (store) => {
          const ask = () =>
            Promise.all(typed.map((word) => store.archive.meant(word, "words", NOON, 3)));
          for (const [index, body] of shown.entries()) {
            await file(store, article(`s${index}`, { body }));
          }
          const before = await ask();
          for (const [index, body] of held.entries()) {
            await file(store, article(`h${index}`, { body, ...HOLDS[index % HOLDS.length] }));
          }
          expect(await ask()).toEqual(before);
        }),
      ),
      { numRuns: 10 },
    ));
}

const HOLDS: readonly Partial<Article>[] = [
  { embargo: { kind: "until", instant: NOON + MINUTE, text: "later" } },
  { embargo: { kind: "unreadable", text: "when we say so" } },
  { status: "withheld" },
  { status: "killed" },
  { decision: { kind: "hold", by: "Ana", at: NOON } },
];

/** Words that are slips of each other, most of them. */
const WORD = fc
  .array(fc.constantFrom("a", "b", "o"), { minLength: 4, maxLength: 7 })
  .map((letters) => letters.join(""));
const TYPED_ONES = fc.array(WORD, { minLength: 3, maxLength: 12 });
const COPY = fc.array(
  fc.array(WORD, { minLength: 1, maxLength: 5 }).map((words) => words.join(" ")),
  { maxLength: 3 },
);

/** Texts of 1,200 words each, which none of the others has. */
const MANY = { a: manyWords("a"), b: manyWords("b"), c: manyWords("c") };

function manyWords(first: string): string {
  const letters = "bcdfghjklmn";
  const words = Array.from({ length: 1_200 }, (_, index) => {
    const digits = index.toString(11).padStart(4, "0");
    return first + [...digits].map((digit) => letters[parseInt(digit, 11)]).join("");
  });
  return words.join(" ");
}
