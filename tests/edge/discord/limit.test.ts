import { expect, onTestFinished, test } from "vitest";
import { plainMessage } from "#core/message/say.ts";
import { createApi, createGlobalPace } from "#edge/discord/api.ts";
import { createDiscord } from "#edge/discord/service.ts";
import { idleDesk } from "#tests/fake/front-desk.ts";
import { silentLog } from "#tests/fake/log.ts";
import { startRest } from "./fake/rest.ts";
import { QUICK } from "./fake/service.ts";

const TOKEN = "limit".repeat(15);
const MESSAGE = plainMessage("The harbour bridge reopens on Monday.");
const addressOf = (index: number) => String(10n ** 17n + BigInt(index));

test("a gateway that does not open costs no post its place, however often it is tried", async () => {
  const discord = await startRest();
  const service = createDiscord({
    ...{ token: TOKEN, frontDesk: idleDesk, log: silentLog, channelOf: () => null },
    ...{ api: discord.api, timing: { ...QUICK, first: 1, longest: 20, timeout: 10_000 } },
  });
  onTestFinished(async () => {
    await service.stop();
    discord.close();
  });
  let tried = 0;
  service.start(({ kind }) => {
    if (kind === "failed") tried += 1;
  });
  const post = (_: unknown, index: number) =>
    service.courier.post({
      ...{ address: addressOf(index), message: MESSAGE, key: `k${index}`, again: false },
    });
  await Promise.all(Array.from({ length: 60 }, post));
  expect(tried).toBeGreaterThan(1);
  expect(discord.posts).toHaveLength(60);
  expect(discord.limit.refused).toBe(0);
}, 60_000);

test("questions that somebody waits for go before the posts, and within the same limit", async () => {
  const discord = await startRest();
  onTestFinished(() => discord.close());
  const { signal } = new AbortController();
  const pace = createGlobalPace();
  const access = { token: TOKEN, api: discord.api, timeout: 10_000, signal, pace };
  const posting = createApi(access);
  const asking = createApi({ ...access, hurried: true });
  const answered: number[] = [];
  const posts = Array.from({ length: 90 }, (_, index) =>
    posting.post(`/channels/${addressOf(index)}/messages`, {}),
  );
  const questions = Array.from({ length: 20 }, async (_, index) => {
    await asking.get(`/channels/${addressOf(index)}`);
    answered.push(discord.posts.length);
  });
  await Promise.all([...posts, ...questions]);
  expect(Math.max(...answered)).toBeLessThan(60);
  expect(discord.limit.refused).toBe(0);
}, 60_000);
