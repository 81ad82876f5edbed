import { expect, test } from "vitest";
import { readCue } from "#core/speech/cue.ts";

test.each([
  ["said", { verb: "say", form: "past", commitment: "neutral" }],
  ["says", { verb: "say", form: "present", commitment: "neutral" }],
  ["adding", { verb: "add", form: "participle", commitment: "neutral" }],
  ["confirmed", { verb: "confirm", form: "past", commitment: "factive" }],
  ["admits", { verb: "admit", form: "present", commitment: "factive" }],
  ["alleged", { verb: "allege", form: "past", commitment: "doubt" }],
  ["claims", { verb: "claim", form: "present", commitment: "doubt" }],
  ["denied", { verb: "deny", form: "past", commitment: "denial" }],
  ["replied", { verb: "reply", form: "past", commitment: "neutral" }],
])("reads %s as a verb of speech", (word, cue) => expect(readCue(word)).toMatchObject(cue));

test.each(["house", "ran", "saying's", "constructor"])("does not read %s as one", (word) =>
  expect(readCue(word)).toBeNull());
