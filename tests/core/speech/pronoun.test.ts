import { expect, test } from "vitest";
import { genderOfName } from "#core/speech/given-name.ts";
import { whoSaid } from "./read-quotes.ts";

const last = (body: string) => whoSaid(body).at(-1)?.[1] ?? null;

test.each([
  [
    "the only one of the paragraph",
    "Mel Arden rose late. “We sail at six,” she said.",
    "Mel Arden",
  ],
  [
    "the one whom the nearest sentence is about",
    "Sol Marsh said the plan by Lee Tarn was sound.\n\n“It floats,” he said.",
    "Sol Marsh",
  ],
  [
    "the one whom the article shows to be a woman",
    "Sol Marsh and his wife, Pat Marsh, were found. “It was cold,” she said.",
    "Pat Marsh",
  ],
])("names %s", (_, body, name) => expect(last(body)).toBe(name));

test.each([
  [
    "the cousin of her who may be meant",
    "Ash Dorsey runs the booth.\n\nHer cousin Lee Lunn was hurt. She said: “I warned him of the rail.”",
  ],
  [
    "one of two who speak in one sentence",
    "President Sol Marsh said they were “joyful”, while Minister Lee Tarn wrote he had sent help. He added, “I want to thank all of you.”",
  ],
  [
    "one whose given name says otherwise",
    "Hillary Voss made an appearance. “I bought a suit for it,” he said.",
  ],
])("does not name %s", (_, body) => expect(last(body)).toBe(null));

test.each([
  ["Victor Lunn", "male"],
  ["Agnes Thule", "female"],
  ["Robin Lunn", "unknown"],
  ["Victor", "unknown"], // a lone word may be a surname
])("the given name of %s says %s", (name, gender) => expect(genderOfName(name)).toBe(gender));
