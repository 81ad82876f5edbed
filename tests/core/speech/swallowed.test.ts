import { expect, test } from "vitest";
import { readQuotes } from "./read-quotes.ts";

const SAID = "“It is ours and it stays,”";

test.each([
  ["the seat of an office", `Former envoy to Orva Ada Voss left. ${SAID} Voss said.`, "Ada Voss"],
  ["no seat", `A letter to Orva Ada Voss sent was lost. ${SAID} said Otto Lund.`, "Otto Lund"],
  [
    "a firm's branch",
    "Merrow Wash of Sable Owner Ada Voss said, “It is ours and it stays.”",
    "Ada Voss",
  ],
  [
    "a spokesman",
    `A spokesman for Prime Minister Ada Voss said, ${SAID}`,
    "A spokesman for Prime Minister Ada Voss",
  ],
  ["what tells of it", `According to the release, Ada Voss said: ${SAID}`, "Ada Voss"],
  ["what tells it", `According to the release, ${SAID}`, "the release"],
  ["one who is only likened", `Lund is the calm father who says, ${SAID}`, null],
  ["one who is there", `The father who says, ${SAID} left.`, "The father"],
  [
    "a photographer in brackets",
    `Ada Voss walks. (OTTO LUND/HARBOUR PRESS)\n\n${SAID} said Ada Voss.\n\n${SAID} Lund said.`,
    "Ada Voss",
  ],
  [
    "the paper of a photographer",
    // The line is the page's: nobody's full name is read there, and nobody's wrong one.
    `Otto Lund/for Tarn Daily News Ada Voss walks.\n\n${SAID} Voss, 37, said Wednesday.`,
    "Voss",
  ],
])("tells the speaker apart from %s", (_, body, name) =>
  expect(readQuotes(body).quotes[0]?.speaker?.name ?? null).toBe(name));
