import { readdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { listenOnLoopback } from "#tests/fake/listen.ts";
import { newDesk } from "./bot.ts";

const item = (guid: string, title: string) =>
  `<item><guid isPermaLink="false">tag:feed.example,2026:${guid}</guid><title>${title}</title><description>TARNMOUTH (Tarn Wire) – ${title}, the council said on Friday after six years of work.</description></item>`;
const rss = (...items: readonly string[]) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Tarn Wire</title>${items.join("")}</channel></rss>`;

test("a feed that is set is in an edition, and only where it may be asked for", async () => {
  const asked: (string | undefined)[] = [];
  const server = createServer(({ headers }, response) => {
    asked.push(headers["if-none-match"]);
    response.setHeader("etag", '"1"');
    response.end(rss(item("1", "The harbour bridge reopens"), item("2", "The library closes")));
  });
  const port = await listenOnLoopback(server);
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const config = (more: string) =>
    `timeZone: UTC\nchannels:\n  - { name: front-page, schedule: "0 8 * * *" }\nfeeds:\n  - { name: council, url: "http://127.0.0.1:${port}/news.xml?token=hush"${more} }\n`;
  const desk = newDesk(config(""));
  const refused = await desk.run(["doctor"]);
  expect(refused.out + refused.err).toMatch(/Feed council.*private network/);
  expect(asked).toEqual([]);
  writeFileSync(join(desk.folder, "newsroom.yaml"), config(", private: true"));
  expect((await desk.run(["doctor"])).out).toMatch(/Feed council.*can be read/);
  const bot = desk.start();
  await bot.printed(/feed-council\.xml#.*\n[\s\S]*feed-council\.xml#/);
  expect(readdirSync(join(desk.folder, "articles"))).toContain("feed-council.xml");
  writeFileSync(join(desk.folder, "newsroom.yaml"), config(""));
  await bot.printed(/The feeds count from the next start\./);
  expect(await bot.stop()).toBe(0);
  // What lies there and was read is known to the next start.
  const again = await desk.run(["why", "feed-council.xml"]);
  expect(again.out).toContain("2 stories");
});

test("an entry that falls off its feed is neither withdrawn nor brought twice, also where a deleted file kills", async () => {
  const config = `timeZone: UTC\ndeleteMeansKill: true\nchannels:\n  - { name: front-page, schedule: "0 8 * * *" }\n`;
  const desk = newDesk(config);
  desk.write(
    "feed-council.xml",
    rss(item("1", "The harbour bridge reopens"), item("2", "The library closes")),
  );
  const first = await desk.run(["start", "--once"]);
  expect(first.out).toMatch(/Edition of front-page: 2 articles/);
  desk.write("feed-council.xml", rss(item("2", "The library closes")));
  const second = await desk.run(["start", "--once"]);
  desk.write(
    "feed-council.xml",
    rss(item("2", "The library closes"), item("1", "The harbour bridge reopens")),
  );
  const third = await desk.run(["start", "--once"]);
  for (const { out } of [second, third]) expect(out).not.toMatch(/[Ww]ithdrawn|killed|Edition of/);
});
