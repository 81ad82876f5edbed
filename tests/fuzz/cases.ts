import fc from "fast-check";
import { FORMATS, type Told } from "#tests/copy/formats.ts";

/** A file as hostile or unlucky senders make it. */
export interface FuzzCase {
  readonly path: string;
  readonly bytes: Uint8Array;
}

const WORDS = fc.array(
  fc.oneof(
    fc.stringMatching(/^[\p{L}\d“”’,;$€%&<>-]{1,12}$/u),
    fc.string({ unit: "binary", maxLength: 6 }),
  ),
  { minLength: 1, maxLength: 30 },
);
const STORY: fc.Arbitrary<Told> = fc.record({
  id: fc.stringMatching(/^[a-z0-9]{1,8}$/u),
  headline: WORDS.map((words) => words.join(" ")),
  paragraphs: fc.array(
    WORDS.map((words) => `${words.join(" ")}.`),
    { minLength: 1, maxLength: 5 },
  ),
});

const encoder = new TextEncoder();

const WHOLE = fc
  .tuple(fc.constantFrom(...FORMATS), STORY)
  .map(([{ extension, write }, story]): FuzzCase => {
    const file = write(story);
    return {
      path: `a.${extension}`,
      bytes: typeof file === "string" ? encoder.encode(file) : file,
    };
  });

/** One thing that goes wrong with bytes on their way. */
type Mutation = (bytes: Uint8Array) => Uint8Array;

const at = (share: number, bytes: Uint8Array) => Math.floor(share * bytes.length);
const share = fc.double({ min: 0, max: 1, noNaN: true });

const joined = (...parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(parts));

const MUTATION: fc.Arbitrary<Mutation> = fc.oneof(
  share.map(
    (where): Mutation =>
      (bytes) =>
        bytes.slice(0, at(where, bytes)),
  ),
  share.map(
    (where): Mutation =>
      (bytes) =>
        bytes.slice(at(where, bytes)),
  ),
  fc.tuple(share, fc.uint8Array({ minLength: 1, maxLength: 12 })).map(
    ([where, put]): Mutation =>
      (bytes) => {
        const place = at(where, bytes);
        return joined(bytes.slice(0, place), put, bytes.slice(place));
      },
  ),
  fc.tuple(share, share).map(
    ([from, to]): Mutation =>
      (bytes) => {
        const [start, end] = [at(Math.min(from, to), bytes), at(Math.max(from, to), bytes)];
        return joined(bytes.slice(0, start), bytes.slice(end));
      },
  ),
  fc.tuple(share, share, fc.integer({ min: 2, max: 400 })).map(
    ([from, to, times]): Mutation =>
      (bytes) => {
        const start = at(Math.min(from, to), bytes);
        const piece = bytes.slice(start, Math.min(at(Math.max(from, to), bytes), start + 200));
        const many = Array.from({ length: times }, () => piece);
        return joined(bytes.slice(0, start), ...many, bytes.slice(start));
      },
  ),
  fc.tuple(share, fc.integer({ min: 0, max: 255 })).map(
    ([where, byte]): Mutation =>
      (bytes) => {
        const changed = bytes.slice();
        changed[at(where, bytes)] = byte;
        return changed;
      },
  ),
);

const MUTATED = fc
  .tuple(WHOLE, fc.array(MUTATION, { minLength: 1, maxLength: 4 }))
  .map(([{ path, bytes }, mutations]): FuzzCase => {
    return { path, bytes: mutations.reduce((changed, mutate) => mutate(changed), bytes) };
  });

const EXTENSIONS = [
  ...new Set(FORMATS.map(({ extension }) => extension)),
  "pdf",
  "docx",
  "zip",
  "rtf",
  "odt",
  "",
  "tst",
];

const ANYTHING = fc
  .tuple(fc.constantFrom(...EXTENSIONS), fc.uint8Array({ maxLength: 2_000 }))
  .map(([extension, bytes]): FuzzCase => ({ path: `a.${extension}`, bytes }));

/** How files of each format begin, so that random bytes get past the door. */
const HEADS = [
  "%PDF-1.7\n",
  "PK\u0003\u0004",
  "{\\rtf1 ",
  "\u001f\u008b\b",
  '<?xml version="1.0"?>',
  "\u0001",
  "\u0016\u0016\u0001",
  "From: a@b.example\nMIME-Version: 1.0\n\n",
  '{"uri":',
  '<rss version="2.0"><channel>',
];

const HEADED = fc
  .tuple(fc.constantFrom(...HEADS), fc.uint8Array({ maxLength: 2_000 }))
  .map(
    ([head, bytes]): FuzzCase => ({ path: "a", bytes: joined(Buffer.from(head, "latin1"), bytes) }),
  );

/** Whole files, spoiled files, and files that never were any. */
export const FUZZ_CASE: fc.Arbitrary<FuzzCase> = fc.oneof(
  { arbitrary: WHOLE, weight: 1 },
  { arbitrary: MUTATED, weight: 6 },
  { arbitrary: ANYTHING, weight: 2 },
  { arbitrary: HEADED, weight: 2 },
);
