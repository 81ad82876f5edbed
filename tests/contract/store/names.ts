import { expect, test } from "vitest";
import type { Article } from "#core/article/article.ts";
import type { NameKind } from "#core/reply/sought.ts";
import type { Store } from "#edge/store/store.ts";
import { sampleQuote } from "#tests/samples.ts";
import { article, briefOf, MINUTE, NOON, type Place } from "./samples.ts";
import { withStore } from "./with-store.ts";

/** Files an article in which these people are quoted. */
async function fileWith(
  { archive }: Store,
  of: Article,
  speakers: readonly string[],
): Promise<void> {
  const quotes = speakers.map((name) =>
    sampleQuote({ speaker: { name, role: null, start: 0, end: 1 } }),
  );
  await archive.file(of, { ...briefOf(of), quotes }, []);
}

/** Verbs of an archive, to be called by themselves. */
function bound(archive: Pick<Store["archive"], "names" | "named">) {
  const names: typeof archive.names = (...given) => archive.names(...given);
  const named: typeof archive.named = (...given) => archive.named(...given);
  return { names, named };
}

const COPY = article("copy", {
  section: "Culture",
  tags: ["Côte d’Ivoire", "AI", "—"],
  subjects: ["film", "culture"],
  dateline: { place: "SANDHOLM", date: null, agency: "Tarn Wire" },
  located: "Old Quay",
  places: ["Łódź", "Old Quay"],
  source: "Evening Post",
});

/** The kind, what is typed, and the names that are offered. */
const TYPED: readonly (readonly [NameKind, string, readonly string[]])[] = [
  ["speaker", "", ["Per Aldis", "Zoë Nguyễn"]],
  ["speaker", "n", ["Zoë Nguyễn"]],
  ["speaker", "zoe NGU", ["Zoë Nguyễn"]],
  ["speaker", "ngu zo", ["Zoë Nguyễn"]],
  ["speaker", "guyen", []], // within a word
  ["speaker", "zoe aldis", []], // two people
  ["speaker", "lodz", []], // a place
  ["topic", "", ["AI", "Culture", "Côte d’Ivoire", "film"]], // once, as it is written first
  ["topic", "d'i", ["Côte d’Ivoire"]],
  ["place", "", ["Old Quay", "SANDHOLM", "Łódź"]],
  ["place", "l", ["Łódź"]],
  ["source", "", ["Evening Post", "Tarn Wire"]],
  ["source", "p ev", ["Evening Post"]],
  ["source", '" OR "', []],
  ["source", "ev*", ["Evening Post"]], // a mark is no word
  ["place", "?!", ["Old Quay", "SANDHOLM", "Łódź"]], // nothing typed yet
];

export function namesContract(newPlace: () => Promise<Place>): void {
  test("names of each kind are offered by the beginnings of their words", () =>
    withStore(newPlace, async (store) => {
      await fileWith(store, COPY, ["Zoë Nguyễn", "Per Aldis"]);
      for (const [kind, typed, expected] of TYPED) {
        const names = await store.archive.names(kind, typed, NOON, 9);
        expect(names.toSorted(), `${kind} ${typed}`).toEqual(expected.toSorted());
      }
    }));

  test("thousands of words may be typed, and all of them begin words of a name", () =>
    withStore(newPlace, async (store) => {
      await fileWith(store, COPY, ["Zoë Nguyễn", "Per Aldis"]);
      const many = (last: string) => [...Array<string>(3_000).fill("Zo Ngu"), last].join(" ");
      expect(await store.archive.names("speaker", many("z"), NOON, 9)).toEqual(["Zoë Nguyễn"]);
      expect(await store.archive.names("speaker", many("al"), NOON, 9)).toEqual([]);
    }));

  test("those in the newest articles come first, and no more than are wanted", () =>
    withStore(newPlace, async (store) => {
      const at = (minutes: number) => ({ published: NOON + minutes * MINUTE });
      await fileWith(store, article("a", at(1)), ["Ada One"]);
      await fileWith(store, article("b", at(2)), ["Ben Two", "Abe Two"]);
      await fileWith(store, article("c", at(3)), ["Ada One"]);
      const { archive } = store;
      expect(await archive.names("speaker", "", NOON, 1)).toEqual(["Ada One"]);
      expect(await archive.names("speaker", "a", NOON, 9)).toEqual(["Ada One", "Abe Two"]);
      await fileWith(store, article("d", at(4)), ["Abe Two"]);
      expect(await archive.names("speaker", "a", NOON, 1)).toEqual(["Abe Two"]);
    }));

  test("what only a held article names is offered to nobody until it may be shown", () =>
    withStore(newPlace, async (store) => {
      const embargo = { kind: "until" as const, instant: NOON, text: "noon" };
      await fileWith(store, article("open", { published: NOON - MINUTE }), ["Mira Solen"]);
      const held = { ...{ embargo, tags: ["merger"], source: "Leak" }, published: NOON };
      await fileWith(store, article("held", held), ["Ada One", "Mira Solen"]);
      const { archive } = store;
      for (const typed of ["", "a", "m", "l"]) {
        const names = await archive.names("speaker", typed, NOON - 1, 9);
        expect(names).not.toContain("Ada One");
        expect(await archive.names("topic", typed, NOON - 1, 9)).toEqual([]);
        expect(await archive.names("source", typed, NOON - 1, 9)).toEqual([]);
      }
      expect(await archive.names("speaker", "", NOON - 1, 9)).toEqual(["Mira Solen"]);
      expect(await archive.names("speaker", "ad", NOON, 9)).toEqual(["Ada One"]);
      expect(await archive.names("topic", "", NOON, 9)).toEqual(["merger"]);
    }));

  test("phrases are whole names of their kinds, and of a speaker the last word is enough", () =>
    withStore(newPlace, async (store) => {
      await fileWith(store, COPY, ["Zoë Nguyễn", "Per Aldis"]);
      const phrases = ["old quay", "Quay", "Aldis", "Per", "per aldis", "nguyen", "EVENING POST"];
      const named = await store.archive.named([...phrases, "ai", "", "%", "ldis"], NOON);
      expect(named.map(({ kind, phrase }) => `${kind} ${phrase}`).toSorted()).toEqual([
        ...["place old quay", "source EVENING POST", "speaker Aldis", "speaker nguyen"],
        ...["speaker per aldis", "topic ai"],
      ]);
      expect(await store.archive.named([], NOON)).toEqual([]);
    }));

  test("a source that says in brackets which it is, is known without", () =>
    withStore(newPlace, async (store) => {
      await fileWith(store, article("o1", { source: "The Quay (Marna)" }), []);
      await fileWith(store, article("o2", { source: "Harbour Weekly News" }), []);
      const phrases = ["the quay", "quay", "The Quay (Marna)", "harbour weekly", "harbour"];
      const named = await store.archive.named(phrases, NOON);
      expect(named.map(({ kind, phrase }) => `${kind} ${phrase}`).toSorted()).toEqual([
        "source The Quay (Marna)",
        "source the quay",
      ]);
    }));

  test("what only a held article names is no name to anybody until it may be shown", () =>
    withStore(newPlace, async (store) => {
      const embargo = { kind: "until" as const, instant: NOON, text: "noon" };
      const held = { ...{ embargo, tags: ["merger"], source: "Leak" }, published: NOON };
      await fileWith(store, article("held", held), ["Ada One"]);
      const phrases = ["Ada One", "One", "merger", "leak"];
      expect(await store.archive.named(phrases, NOON - 1)).toEqual([]);
      expect(await store.archive.named(phrases, NOON)).toHaveLength(4);
    }));

  test("a name goes when no article has it any more", () =>
    withStore(newPlace, async (store) => {
      await fileWith(store, article("a"), ["Ada One"]);
      await fileWith(store, article("b"), ["Ben Two"]);
      await fileWith(store, article("a", { revision: 2 }), []);
      await fileWith(store, article("b", { revision: 2, status: "killed" }), ["Ben Two"]);
      expect(await store.archive.names("speaker", "", NOON, 9)).toEqual([]);
      await fileWith(store, article("c"), ["Ada One"]);
      expect(await store.archive.names("speaker", "a", NOON, 9)).toEqual(["Ada One"]);
    }));

  test("how a name is written, and where it stands, comes of copy alone that whoever asks may see", () =>
    withStore(newPlace, async (store) => {
      const at = (minutes: number) => ({ published: NOON + minutes * MINUTE });
      const secret = { internal: true } as const;
      await fileWith(store, article("k", { ...at(0), ...secret, source: "The Quay (Marna)" }), []);
      await fileWith(store, article("a", { ...at(1), source: "The Quay, Marna" }), ["Ada One"]);
      await fileWith(store, article("b", { ...at(2), source: "Island Wire (Sarn)" }), ["Abe Two"]);
      const later = { ...at(3), ...secret, source: "Island Wire, Sarn" };
      await fileWith(store, article("c", later), ["ADA ONE"]);
      const asked = async (audience: "public" | "internal") => {
        const { names, named } = bound(
          store.archive.forReaders({ audience, internalSections: [] }),
        );
        const phrases = await named(["the quay", "island wire"], NOON);
        const kinds = phrases.map(({ phrase }) => phrase).toSorted();
        return [
          await names("speaker", "", NOON, 9),
          await names("speaker", "a", NOON, 9),
          await names("source", "", NOON, 9),
          kinds,
        ];
      };
      expect(await asked("public")).toEqual([
        ...[
          ["Abe Two", "Ada One"],
          ["Abe Two", "Ada One"],
        ],
        ...[["Island Wire (Sarn)", "The Quay, Marna"], ["island wire"]],
      ]);
      expect(await asked("internal")).toEqual([
        ...[
          ["ADA ONE", "Abe Two"],
          ["ADA ONE", "Abe Two"],
        ],
        ...[
          ["Island Wire, Sarn", "The Quay, Marna"],
          ["island wire", "the quay"],
        ],
      ]);
    }));

  test("a field with a whole sentence in it offers no name", () =>
    withStore(newPlace, async (store) => {
      await fileWith(store, article("a", { source: "Evening Post ".repeat(9) }), []);
      expect(await store.archive.names("source", "", NOON, 9)).toEqual([]);
    }));

  test("of many hundred names the newest come first still", () =>
    withStore(newPlace, async (store) => {
      const name = (index: number) => `Ada N${index}`;
      const list = (from: number, to: number) =>
        Array.from({ length: to - from }, (_, index) => name(from + index));
      await fileWith(store, article("a", { published: NOON }), list(0, 400));
      await fileWith(store, article("b", { published: NOON + 1 }), list(400, 1_200));
      await fileWith(store, article("c", { published: NOON + 2 }), [name(7), name(900)]);
      const first = await store.archive.names("speaker", "ada", NOON, 2);
      expect(first.toSorted()).toEqual([name(7), name(900)]);
      expect(await store.archive.names("speaker", "n7", NOON, 1)).toEqual([name(7)]);
    }));
}
