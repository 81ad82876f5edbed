import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { zipOf } from "./fixture/zip.ts";
import { copyOf, readBytes, reasonOf, storiesOf } from "./helpers.ts";

const STORY = "Ferry stops at Port Ellis\n\nThe ferry stops in June, the council said on Monday.";

/** Puts a name into a gzip header (RFC 1952, 2.3). */
function named(packed: Uint8Array, name: string): Uint8Array {
  const header = Uint8Array.from(packed.subarray(0, 10));
  header[3] = 8;
  return Buffer.concat([header, Buffer.from(`${name}\0`), packed.subarray(10)]);
}

test("a packed file is read as if it lay there itself", async () => {
  expect(await copyOf("ferry.txt.gz", gzipSync(STORY))).toMatchObject({
    format: "text",
    title: "Ferry stops at Port Ellis",
  });
});

test.each([
  ["ferry.md.gz", "other.txt", "markdown"],
  ["ferry.gz", "../../ferry.md", "markdown"],
  ["ferry.gz", "C:\\copy\\ferry.txt", "text"],
])("%s, packed as %s, is read as %s", async (name, stored, format) => {
  const copy = await copyOf(name, named(gzipSync("# Ferry stops\n\nIt stops in June."), stored));
  expect(copy.format).toBe(format);
});

test("a packed archive keeps the names of its stories", async () => {
  const archive = gzipSync(zipOf([{ name: "a/ferry.txt", content: STORY }]));
  expect([...(await storiesOf("a.zip.gz", archive)).keys()]).toEqual(["a/ferry.txt"]);
});

function withoutChecksum(packed: Uint8Array): Uint8Array {
  return Uint8Array.from(packed).fill(0, packed.length - 8, packed.length - 4);
}

function tarOf(name: string, content: string): Buffer {
  const header = Buffer.alloc(512);
  header.write(name);
  header.write("ustar", 257);
  return Buffer.concat([header, Buffer.from(content.padEnd(512, "\0"))]);
}

test.each<[string, () => Uint8Array, RegExp]>([
  ["a tar archive", () => gzipSync(tarOf("a.txt", STORY)), /tar archive; unpack/u],
  ["nothing", () => gzipSync(""), /empty/u],
  ["half of itself", () => gzipSync(STORY).subarray(0, -20), /cut off/u],
  ["a wrong checksum", () => withoutChecksum(gzipSync(STORY)), /damaged/u],
  ["no data", () => Uint8Array.of(0x1f, 0x8b, 8, 0), /cut off/u],
  ["a bomb", () => gzipSync(Buffer.alloc(65 * 1024 * 1024)), /more than 64 MB/u],
])("a gzip file with %s is quarantined", async (_, bytes, reason) => {
  expect(await reasonOf(readBytes("a.gz", bytes()))).toMatch(reason);
});
