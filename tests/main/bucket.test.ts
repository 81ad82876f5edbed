import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startProxy } from "#tests/fake/s3/proxy.ts";
import {
  awsEnvironment,
  KEYS,
  makeBucket,
  type S3Server,
  startS3rver,
} from "#tests/fake/s3/server.ts";
import { newDesk } from "./bot.ts";

let server: S3Server;
beforeAll(async () => {
  server = await startS3rver();
});
afterAll(() => server.stop());

const QUAY = `Quay opens to walkers

TARNMOUTH, May 8 (Tarn Wire) – The old quay opened to walkers on Friday after two years of work.

“It was worth the wait,” said Mira Solen, the harbour master.
`;
const PHOTO = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");

/** A newsroom whose articles lie in a bucket, and a proxy on the way to it. */
async function setUp() {
  const filled = await makeBucket(server);
  const proxy = await startProxy(server.url);
  const name = `s3://${filled.bucket}/wire`;
  const desk = newDesk();
  writeFileSync(
    join(desk.folder, ".env"),
    Object.entries(KEYS)
      .map(([key, value]) => `${key}=${value}\n`)
      .join(""),
  );
  const { AWS_ACCESS_KEY_ID: _, AWS_SECRET_ACCESS_KEY: __, ...own } = awsEnvironment(proxy.url);
  const env = {
    ...own,
    COPYDESK_ARTICLES: name,
    COPYDESK_S3_SECONDS: "1",
  };
  const put = (path: string, content: string | Uint8Array) => filled.put(`wire/${path}`, content);
  const log = () => readFileSync(join(desk.folder, "data", "copydesk.log"), "utf8");
  const run = (...words: readonly string[]) => desk.run(words, { env });
  return { ...filled, put, proxy, name, desk, env, log, run };
}

test("start --once reads a bucket and posts as from a folder, and what it has read is known", async () => {
  const { put, run, name } = await setUp();
  await put("sport/quay.txt", QUAY);
  await put("photo.txt", PHOTO);
  const first = await run("start", "--once");
  expect(first).toMatchObject({ code: 0, err: "" });
  expect(first.out).toContain(`Bucket    ${name}: put articles there`);
  expect(first.out).toContain("1 new article taken in, 1 quarantined");
  expect(first.out).toContain("Edition of front-page: 1 article");
  expect(first.out).toContain("opened to walkers on Friday");
  const second = await run("start", "--once");
  expect(second.out).toContain("0 new articles taken in, 2 known");
  expect(second.out).not.toContain("Edition of front-page");
});

test("why knows an object by its path and by its address, and digest reads what is new", async () => {
  const { put, run, name } = await setUp();
  await put("sport/quay.txt", QUAY);
  expect((await run("digest", "front-page")).out).toContain("Quay opens to walkers");
  const { code, out } = await run("why", `${name}/sport/quay.txt`);
  expect(code).toBe(0);
  expect(out).toMatch(/taken-in +Read as text, revision 1/u);
  expect((await run("why", "sport/none.txt")).err).toContain(
    `sport/none.txt was never seen in ${name}`,
  );
});

test("the bot at work takes in what is put, and tells of a bucket that is away", async () => {
  const { desk, env, put, proxy, log, bucket } = await setUp();
  const bot = desk.start({ env });
  await bot.printed(/front-page: next edition/u);
  await put("quay.txt", QUAY);
  await bot.printed(/\+ quay\.txt: “Quay opens to walkers”/u);
  proxy.meddle = () => ({ kind: "break" });
  await bot.printed(/cannot be reached .*Until then no copy is taken in/u);
  proxy.meddle = () => null;
  await bot.printed(/can be read again/u);
  expect(await bot.stop()).toBe(0);
  expect(log()).toContain(`"bucket":"${bucket}"`);
}, 60_000);

test("retry has a bot at work read an object once more, though nobody may write to it", async () => {
  const { desk, env, put, run } = await setUp();
  await put("photo.txt", PHOTO);
  const bot = desk.start({ env });
  await bot.printed(/front-page: next edition/u);
  expect((await run("retry")).out).toContain("photo.txt: the bot reads it once more");
  await bot.stop();
  // Within a minute, by the bot; at once, by the next start.
  expect((await run("start", "--once")).out).toContain("photo.txt: quarantined. ");
});

test("a bucket that is not there is told in a sentence, by start --once and by doctor", async () => {
  const { env, desk, name } = await setUp();
  const elsewhere = { ...env, COPYDESK_ARTICLES: `${name.replace("news", "olds")}` };
  const once = await desk.run(["start", "--once"], { env: elsewhere });
  expect(once.code).toBe(1);
  expect(once.err).toMatch(/^There is no bucket “olds-\S+” at http:.*: make it, or name another/u);
  const doctor = await desk.run(["doctor"], { env: elsewhere });
  expect(doctor.code).toBe(1);
  expect(doctor.out).toMatch(/✗ Bucket: There is no bucket/u);
  expect((await desk.run(["doctor"], { env })).out).toMatch(/✓ Bucket: s3:\S+ can be listed/u);
});

test("credentials are nowhere that people or programs read, whether they are accepted or not", async () => {
  const { env, desk, put, log } = await setUp();
  await put("quay.txt", QUAY);
  const wrong = {
    ...{ AWS_ACCESS_KEY_ID: "AKIAIOSFODNN7NOBODYS", AWS_SECRET_ACCESS_KEY: "wJalr/none+of+yours" },
    AWS_SESSION_TOKEN: "a-session-that-is-over",
  };
  const bot = desk.start({ env: { ...env, ...wrong, COPYDESK_LOG_LEVEL: "debug" } });
  const [said = ""] = await bot.printed(/The credentials for .* are not accepted.*/u);
  await bot.stop();
  const once = await desk.run(["start", "--once"], { env: { ...env, ...wrong } });
  expect(once.code).toBe(1);
  const all = `${said}${once.out}${once.err}${log()}`;
  expect(all).toContain("InvalidAccessKeyId");
  for (const secret of [...Object.values(wrong), ...Object.values(KEYS)])
    expect(all).not.toContain(secret);
});

test("credentials in the address are refused, and not repeated", async () => {
  const { env, desk } = await setUp();
  const COPYDESK_ARTICLES = "s3://AKIAIOSFODNN7:secret@news/wire";
  const { code, err } = await desk.run(["start", "--once"], { env: { ...env, COPYDESK_ARTICLES } });
  expect(code).toBe(2);
  expect(err).toContain("COPYDESK_ARTICLES: write a folder, or s3://bucket");
  expect(err).not.toContain("secret@");
});
