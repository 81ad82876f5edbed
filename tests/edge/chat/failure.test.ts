import { expect, test } from "vitest";
import { callFailure, lookFailure, reasonOf, withMend } from "#edge/chat/failure.ts";
import { readMessageId, writeMessageId } from "#edge/chat/message-id.ts";

const failure = callFailure("Toy", "posting to C1");

test.each([
  [failure.wait(null, 5), "rate-limited", "Toy asks to wait, posting to C1", 5],
  [
    failure.wait("slow mode", null),
    "rate-limited",
    "Toy asks to wait, posting to C1: slow mode",
    null,
  ],
  [failure.gone("x"), "gone", "What it belongs to was deleted, posting to C1: x", null],
  [failure.refused("x"), "refused", "Toy refuses, posting to C1: x", null],
  [failure.failed("x"), "unreachable", "Toy failed, posting to C1: x", null],
  [failure.unreachable("x"), "unreachable", "Toy cannot be reached, posting to C1: x", null],
])("a failure is told: %s", (error, code, message, retryAfter) => {
  expect(error).toMatchObject({ code, message, retryAfter });
});

test.each([
  [failure.refused("x"), "refused", null], // it stays so, as this look asks
  [failure.gone("x"), "unreachable", null],
  [failure.wait(null, 7), "unreachable", 7],
])("what was looked for may be there all the same: %s", (error, code, retryAfter) => {
  expect(lookFailure(error, new Set(["refused"]))).toMatchObject({ code, retryAfter });
});

test.each([
  [new Error("fetch failed", { cause: new Error("ECONNREFUSED") }), "fetch failed (ECONNREFUSED)"],
  [new Error("fetch failed", { cause: "x" }), "fetch failed"],
  ["thrown", "thrown"],
])("the reason of %s", (error, reason) => expect(reasonOf(error)).toBe(reason));

test("a mend stands where one is known", () => {
  expect(withMend("gone", undefined)).toBe("gone");
  expect(withMend("gone", "come back")).toBe("gone: come back");
});

test.each([
  ["1.5", { within: null, message: "1.5" }],
  ["1.4/1.5", { within: "1.4", message: "1.5" }],
])("the id %s of a message is read and written", (id, standing) => {
  expect(readMessageId(id)).toEqual(standing);
  expect(writeMessageId(standing)).toBe(id);
});
