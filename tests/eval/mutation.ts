import fc from "fast-check";

/** One thing that happens to copy on its way: it is cut, joined, mixed up, or loses characters. */
export type Mutation = (body: string) => string;

const share = fc.double({ min: 0, max: 1, noNaN: true });
const at = (place: number, body: string) => Math.floor(place * body.length);

const cut = fc.tuple(share, share).map(
  ([from, to]): Mutation =>
    (body) => {
      return body.slice(at(Math.min(from, to), body), at(Math.max(from, to), body));
    },
);

const shuffle = fc.infiniteStream(share).map(
  (keys): Mutation =>
    (body) => {
      const paragraphs = body.split("\n\n").map((text) => ({ text, key: keys.next().value }));
      return paragraphs
        .toSorted((a, b) => a.key - b.key)
        .map(({ text }) => text)
        .join("\n\n");
    },
);

const joinLines = fc.constantFrom("", " ", "\n", "\r\n", " . ").map(
  (by): Mutation =>
    (body) =>
      body.replace(/\n+/gu, by),
);

const swapMarks = fc
  .tuple(
    fc.constantFrom(/[“”"]/gu, /[‘’']/gu, /[“"]/gu, /[”"]/gu, /[.]/gu, /,/gu),
    fc.constantFrom('"', "“", "”", "'", "‘", "’", "«", "»", "?", "\ufffd", "", "\n"),
  )
  .map(
    ([from, by]): Mutation =>
      (body) =>
        body.replace(from, () => by),
  );

const dropCharacters = fc.array(share, { minLength: 1, maxLength: 30 }).map(
  (places): Mutation =>
    (body) => {
      const dropped = new Set(places.map((place) => at(place, body)));
      return [...body].filter((_, index) => !dropped.has(index)).join("");
    },
);

const repeat = fc.tuple(share, fc.integer({ min: 20, max: 400 })).map(
  ([place, length]): Mutation =>
    (body) => {
      const start = at(place, body);
      return `${body.slice(0, start)}${body.slice(start, start + length)}${body.slice(start)}`;
    },
);

const change = fc
  .constantFrom(
    (body: string) => body.toUpperCase(),
    (body: string) => body.toLowerCase(),
    (body: string) => body.normalize("NFD"),
    (body: string) => body.replaceAll(" ", "\u00a0"),
    (body: string) =>
      body.replace(/\p{L}{4,}/gu, (word) => `${word.slice(0, 2)}\u00ad${word.slice(2)}`),
  )
  .map((mutate): Mutation => mutate);

/** Some of them, one after another. */
export const MUTATIONS: fc.Arbitrary<readonly Mutation[]> = fc.array(
  fc.oneof(cut, shuffle, joinLines, swapMarks, dropCharacters, repeat, change),
  { minLength: 1, maxLength: 3 },
);
