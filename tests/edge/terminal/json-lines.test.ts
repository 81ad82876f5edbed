import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { readJsonLines } from "#edge/terminal/json-lines.ts";

async function linesOf(...chunks: readonly (string | Buffer)[]) {
  return Array.fromAsync(readJsonLines(Readable.from(chunks, { objectMode: true })));
}

test("only a line feed ends a line", async () => {
  const line = JSON.stringify({ text: "The dam held.\u2028The town did not.\u2029" });
  expect(await linesOf(`${line}\n\r\n`, "last\r\n")).toEqual([line, "", "last"]);
});

test("a line and a letter may come in pieces", async () => {
  const bytes = Buffer.from("Škoda\nTatra");
  expect(await linesOf(bytes.subarray(0, 1), bytes.subarray(1, 8), bytes.subarray(8))).toEqual([
    "Škoda",
    "Tatra",
  ]);
});
