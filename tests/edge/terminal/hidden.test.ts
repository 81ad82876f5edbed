import { PassThrough, Readable } from "node:stream";
import { expect, test } from "vitest";
import { askHidden, readGiven } from "#edge/terminal/hidden.ts";

function keyboard() {
  const modes: boolean[] = [];
  return {
    modes,
    keys: Object.assign(new PassThrough(), { setRawMode: (raw: boolean) => void modes.push(raw) }),
  };
}

test.each([
  ["what is typed", ["brass ", "band\r"], "brass band"],
  ["what is put right", ["brasz\u007fs\n"], "brass"],
  ["no key that is no character", ["br\u0001a\u0009ss\r"], "brass"],
  ["the end of input", ["brass\u0004"], "brass"],
  ["a giving up", ["brass\u0003"], null],
  ["letters of two units", ["br\u{1F511}\u007fass\r"], "brass"],
])("%s is read and never shown", async (_, typed, expected) => {
  const { keys, modes } = keyboard();
  const shown = new PassThrough();
  const asked = askHidden(keys, shown, "Passphrase: ");
  for (const piece of typed) keys.write(piece);
  expect(await asked).toBe(expected);
  expect(shown.read()?.toString()).toBe("Passphrase: \n");
  expect(modes).toEqual([true, false]);
});

test("of what is piped in the first line counts", async () => {
  expect(await readGiven(Readable.from(["brass ba", "nd\r\nmore\n"]))).toBe("brass band");
  expect(await readGiven(Readable.from([]))).toBe("");
});
