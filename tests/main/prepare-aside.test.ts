import { expect, test } from "vitest";
import { signatureOf } from "#core/story/signature.ts";
import { prepareAside } from "#main/prepare-aside.ts";
import { sampleArticle, sampleBrief } from "#tests/samples.ts";

const BODY = `TARNMOUTH (Harbour Wire) – The ferry Annick ran aground off Tarnmouth on Friday, the coastguard said.

All 41 passengers were taken off by noon, Mira Solen of the coastguard said.`;

function filing() {
  const article = sampleArticle({ id: "ferry", title: "Ferry runs aground", body: BODY });
  return { article, brief: sampleBrief(article) };
}

test("an article is signed on a thread as it is here", async () => {
  const aside = prepareAside();
  const filed = filing();
  expect(await aside.sign(filed)).toEqual(signatureOf(filed));
  await aside.close();
});

test("once the threads are gone an article is signed all the same, and a file is left", async () => {
  const aside = prepareAside();
  await aside.close();
  const filed = filing();
  expect(await aside.sign(filed)).toEqual(signatureOf(filed));
  const bytes = new TextEncoder().encode(BODY);
  expect(await aside.prepare({ path: "ferry.txt", bytes, takenIn: 0 })).toBe("stopped");
});
