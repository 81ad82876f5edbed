import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { type Scripted, startModel } from "#tests/fake/model/server.ts";
import { newDesk } from "./bot.ts";

const KEY = "sk-tarn-4711";
const TITLE = "Port of Velsk to shut for a week";
const STORY = `${TITLE}

VELSK, Nov 20 (Tarn Wire) – The port of Velsk will shut for a week from Monday to repair a quay that a storm broke in October.

The work will cost 12 million crowns, the Northern Harbour Authority said. Some 40 ships have been sent to Arvik.

“The quay will not bear another winter,” said Mira Solen, chief engineer of the authority.

Fishermen will lose about 300,000 crowns a day, their union estimates. Two cranes were moved in November.
`;
const HELD =
  "EMBARGOED until 1 January 2040, 00:01 UTC\n\nTreaty to be signed\n\nThe treaty of Velsk will be signed on Monday. Nobody knows yet.\n";

/** Chooses the sentence about fishermen. */
const choosing = ({ matter }: { readonly matter: string }): Scripted => {
  const line = matter.split("\n").find((one) => one.includes("Fishermen will")) ?? "[0]";
  const facts = [JSON.parse(line)[0]];
  return { says: JSON.stringify({ kind: "report", headline: 1, facts, quotes: [] }) };
};

async function newsroom(
  script: Parameters<typeof startModel>[0],
  api: "openai" | "anthropic" = "openai",
) {
  const server = await startModel(script);
  onTestFinished(() => server.close());
  const desk = newDesk(`timeZone: UTC
model: { api: ${api}, address: "${server[api]}", name: tarn-1, patience: 5 }
channels:
  - { name: front-page, schedule: "0 8 * * *" }
`);
  const env = { COPYDESK_MODEL_KEY: KEY };
  return { server, desk, env };
}

describe.each(["openai", "anthropic"] as const)("by the API of %s", (api) => {
  test("what comes in gets a second opinion, and an edition shows it; what is held is never sent, and no key is logged", async () => {
    const { server, desk, env } = await newsroom(choosing, api);
    const bot = desk.start({ env });
    await bot.printed(/next/u);
    desk.write("held.txt", HELD);
    desk.write("port.txt", STORY);
    const log = () => readFileSync(join(desk.folder, "data", "copydesk.log"), "utf8");
    await expect.poll(log, { timeout: 60_000 }).toContain('"judging":"heeded"');
    await bot.stop();
    const { out } = await desk.run(["digest", "front-page"], { env });
    expect(out).toContain("Fishermen will lose about 300,000 crowns a day");
    expect(out).not.toContain("Some 40 ships");
    expect(server.received).toHaveLength(1);
    expect(server.received[0]).toMatchObject({ api, key: KEY, model: "tarn-1" });
    expect(server.received[0]?.raw).not.toContain("treaty");
    expect(log()).not.toContain(KEY);
    const why = await desk.run(["why", "port.txt"], { env });
    expect(why.out).toContain("By the rules and tarn-1 (answer ");
  });
});

test.each([
  ["hangs", { does: "hang" }],
  ["is broken", { status: 500 }],
  ["sends prose", { says: "The port will shut." }],
] as const)("a model that %s makes nothing late: the edition has the rules' brief", async (_what, scripted) => {
  const { server, desk, env } = await newsroom(() => scripted);
  const bot = desk.start({ env });
  await bot.printed(/next/u);
  desk.write("port.txt", STORY);
  await bot.printed(/port\.txt/u);
  await expect.poll(() => server.received.length, { timeout: 30_000 }).toBeGreaterThan(0);
  const { out } = await desk.run(["digest", "front-page"], { env });
  expect(out).toContain("Some 40 ships have been sent to Arvik");
  expect(await bot.stop()).toBe(0);
});

test("`brief --model` shows both, and sends nothing that is held", async () => {
  const { server, desk, env } = await newsroom(choosing);
  desk.write("port.txt", STORY);
  desk.write("held.txt", HELD);
  const both = await desk.run(["brief", "articles/port.txt", "--model"], { env });
  expect(both.out).toMatch(
    /By the rules[\s\S]*Some 40 ships[\s\S]*With tarn-1[\s\S]*Fishermen will lose/u,
  );
  const held = await desk.run(["brief", "articles/held.txt", "--model", "--json"], { env });
  expect(JSON.parse(held.out)).toMatchObject({ second: { ok: false, model: "tarn-1" } });
  expect(server.received).toHaveLength(1);
});

test("`brief --model` without a model says how to set one", async () => {
  const desk = newDesk();
  desk.write("port.txt", STORY);
  const { code, err } = await desk.run(["brief", "articles/port.txt", "--model"]);
  expect(code).toBe(2);
  expect(err).toContain("no language model is set");
});

test.each([
  ["answers", { says: '{"ready":true}' }, /Language model.*tarn-1 answers/u, 0],
  ["does not know the key", { status: 401 }, /tarn-1: it says 401: the key is not right/u, 1],
] as const)("`doctor` says that the model %s", async (_what, scripted, says, code) => {
  const { desk, env } = await newsroom(() => scripted);
  const done = await desk.run(["doctor"], { env });
  expect(done.out + done.err).toMatch(says);
  expect(done.code).toBe(code);
});

test("Anthropic's own API asks for a key", async () => {
  const desk = newDesk(
    'model: { api: anthropic, name: x }\nchannels:\n  - { name: front-page, schedule: "0 8 * * *" }\n',
  );
  const { code, err } = await desk.run(["start", "--once"]);
  expect(code).toBe(2);
  expect(err).toContain("Anthropic's API asks for a key");
});
