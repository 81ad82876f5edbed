import { expect, test } from "vitest";
import { z } from "zod";
import { zipOf } from "#tests/edge/format/fixture/zip.ts";
import { newDesk } from "./bot.ts";

const MEGABYTE = 1024 * 1024;
const ENTITIES = [..."bcdefghij"]
  .map((name, index) => `<!ENTITY ${name} "${`&${"abcdefghij"[index]};`.repeat(10)}">`)
  .join("");
const BOMB = `<?xml version="1.0"?><!DOCTYPE nitf [<!ENTITY a "boom">${ENTITIES}]><nitf><body><body.content><p>&j;</p></body.content></body></nitf>`;
const OUTSIDE = `<?xml version="1.0"?><!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/passwd">]><nitf><body><body.content><p>root is &x;</p></body.content></body></nitf>`;

/** Files that nobody means well with, by name. */
const HOSTILE: Readonly<Record<string, () => string | Uint8Array>> = {
  "bomb.zip": () => zipOf([{ name: "a.txt", content: new Uint8Array(200 * MEGABYTE) }]),
  "many.zip": () =>
    zipOf(Array.from({ length: 20_000 }, (_, index) => ({ name: `${index}.txt`, content: "x" }))),
  "outside.zip": () => zipOf([{ name: "../../outside.txt", content: "It was outside." }]),
  "bomb.xml": () => BOMB,
  "outside.xml": () => OUTSIDE,
  "line.txt": () => Buffer.alloc(60 * MEGABYTE, "x"),
  "deep.html": () => `<html><body>${"<div>".repeat(200_000)}deep${"</div>".repeat(200_000)}`,
  "deep.json": () =>
    `{"uri":"urn:x:deep","body_text":${"[".repeat(400_000)}${"]".repeat(400_000)}}`,
  "deep.xml": () => `<?xml version="1.0"?>${"<nitf>".repeat(300_000)}`,
  "nulls.txt": () => new Uint8Array(3 * MEGABYTE),
  "huge.pdf": () =>
    Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(30 * MEGABYTE, "9 0 obj ")]),
  "groups.rtf": () => `{\\rtf1 ${"{".repeat(500_000)}`,
  "emphasis.md": () => "*_".repeat(120_000),
};

test("hostile files end in quarantine, and the bot runs on", async () => {
  const desk = newDesk();
  for (const [name, content] of Object.entries(HOSTILE)) desk.write(name, content());
  const bot = desk.start();
  await bot.printed(/quarantined\.\n[\s\S]*front-page: next edition/);
  desk.write(
    "bridge.txt",
    "Bridge reopens\n\nTARNMOUTH, May 8 (Tarn Wire) – The bridge reopened on Friday.\n",
  );
  await bot.printed(/\+ bridge\.txt/);
  expect(await bot.stop()).toBe(0);

  const { out } = await desk.run(["ledger", "--json"]);
  const [sum = "", ...files] = out.trim().split("\n");
  const stood = files.map((line) =>
    z.object({ path: z.string(), kind: z.string(), rule: z.string() }).parse(JSON.parse(line)),
  );
  const others = stood.filter(({ kind }) => kind !== "quarantined").map(({ path }) => path);
  expect(others).toEqual(["bridge.txt"]);
  const seen = new Set(stood.map(({ path }) => path.split("#")[0]));
  expect([...seen].toSorted()).toEqual([...Object.keys(HOSTILE), "bridge.txt"].toSorted());
  expect(JSON.parse(sum)).toMatchObject({ in: stood.length, quarantined: stood.length - 1 });
  expect(out).not.toMatch(/root:|boomboom/u);
}, 120_000);
