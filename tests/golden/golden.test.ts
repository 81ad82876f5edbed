import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makeArticle } from "#core/article/make.ts";
import type { Brief } from "#core/brief/brief.ts";
import { createWriteBrief } from "#core/brief/write.ts";
import type { Filed } from "#core/digest/edition.ts";
import { composeEdition } from "#core/message/edition.ts";
import { DISCORD } from "#edge/discord/platform.ts";
import { createReadCopy } from "#edge/format/read-copy.ts";
import { SLACK } from "#edge/slack/platform.ts";
import { bodiesOf } from "#main/face.ts";

const PLATFORM = { discord: DISCORD, slack: SLACK };

import { articleId, contentHash } from "#main/identity.ts";

const ARTICLES = join(import.meta.dirname, "../../articles");
const SLOT = Date.parse("2026-11-23T08:00Z");
const readCopy = createReadCopy();
const writeBrief = createWriteBrief();

async function fileSample(path: string): Promise<Filed> {
  const bytes = readFileSync(join(ARTICLES, path));
  const reading = await readCopy({ path, bytes });
  const [story] = reading.ok ? reading.stories : [];
  if (story?.ok !== true) throw new TypeError(`${path} is not read`);
  const meta = { id: articleId(path), revision: 1, path, contentHash: contentHash(bytes) };
  const article = makeArticle(story.copy, { ...meta, takenIn: SLOT });
  return { article, brief: writeBrief(article) };
}

/** Words of a text in their order; what stands in square brackets is a referent from elsewhere. */
const wordsOf = (text: string) =>
  text
    .replace(/\[[^\]]*\]/gu, " ")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

function standsInOrder(words: readonly string[], whole: readonly string[]): boolean {
  let from = 0;
  return words.every((word) => {
    from = whole.indexOf(word, from) + 1;
    return from > 0;
  });
}

/** What the promise "nothing wrong" comes to, character by character. */
function expectProven({ body, facts, quotes }: Brief): void {
  for (const { text, start, end, speaker } of quotes) {
    expect(body.slice(start, end)).toBe(text);
    if (speaker === null) continue;
    expect(body.slice(speaker.start, speaker.end).trim()).not.toBe("");
    expect(standsInOrder(wordsOf(speaker.name), wordsOf(body))).toBe(true);
  }
  for (const { text, start, end } of facts) {
    expect(standsInOrder(wordsOf(text), wordsOf(body.slice(start, end)))).toBe(true);
  }
}

// To take new figures in after a change that was meant: npx vitest run tests/golden -u, and read the diff.
describe.each(readdirSync(ARTICLES).sort())("the sample %s", async (path) => {
  const filed = await fileSample(path);
  const name = path.replace(/\.\w+$/, "");
  const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

  test("has a brief whose every text is proven by its offsets", async () => {
    expectProven(filed.brief);
    expect(filed.brief.facts.length).toBeGreaterThan(0);
    expect(filed.brief.quotes.length).toBeGreaterThan(0);
    await expect(json(filed.brief)).toMatchFileSnapshot(`${name}.brief.json`);
  });

  test.each([
    "discord",
    "slack",
  ] as const)("is posted to %s as these exact bodies", async (platform) => {
    const id = `front-page@${platform}:C1`;
    const message = composeEdition({
      ...{ subscription: id, channel: "front-page", slot: SLOT, timeZone: "UTC", waiting: 0 },
      items: [{ filed, update: false }],
    });
    const bodies = bodiesOf(PLATFORM[platform], message, { id, address: "C1", at: SLOT });
    await expect(json(bodies)).toMatchFileSnapshot(`${name}.${platform}.json`);
  });
});
