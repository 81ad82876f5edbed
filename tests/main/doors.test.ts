import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { Stage } from "#desk/port/ledger.ts";
import { openStore } from "#edge/store/store.ts";
import { needWays, pageFinding, waysOf } from "#main/doors.ts";
import { readEnv } from "#main/setting.ts";
import { send } from "../edge/preview/send.ts";
import { newDesk } from "./bot.ts";

afterEach(() => vi.unstubAllEnvs());

const SEALED = `scrypt:15:8:3:${"s".repeat(22)}:${"h".repeat(43)}`;
const SLACK = { SLACK_BOT_TOKEN: "xoxb-of-slack" };
const URL_SET = { COPYDESK_URL: "https://desk.example.org" };

describe("who may come in from elsewhere", () => {
  test.each([
    ["nobody, as it comes", {}, [], true, "on this machine alone"],
    ["nobody, with a platform", SLACK, [], true, "on this machine alone"],
    ["by link", { ...SLACK, ...URL_SET }, ["link"], true, "a link that the bot sends"],
    [
      "by passphrase",
      { ...URL_SET, COPYDESK_PASSPHRASE: SEALED },
      ["passphrase"],
      true,
      "the passphrase",
    ],
    [
      "by link alone, where a passphrase is set as well",
      { ...SLACK, ...URL_SET, COPYDESK_PASSPHRASE: SEALED },
      ["link"],
      true,
      "COPYDESK_PASSPHRASE is not used",
    ],
    ["nobody, so that it does not start", URL_SET, [], false, "npm run copydesk -- passphrase"],
    ["nobody, listening to all", { COPYDESK_HOST: "0.0.0.0" }, [], false, "a platform's token"],
    [
      "nobody, since links would lead nowhere",
      { ...SLACK, COPYDESK_HOST: "192.168.1.7" },
      [],
      false,
      "set COPYDESK_URL",
    ],
    [
      "by passphrase, listening to all",
      { COPYDESK_HOST: "::", COPYDESK_PASSPHRASE: SEALED },
      ["passphrase"],
      true,
      "port 8484 of ::",
    ],
  ] as const)("%s", (_, variables: Readonly<Record<string, string>>, ways, ok, says) => {
    for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
    const env = readEnv();
    expect(waysOf(env)).toEqual(ways);
    expect(pageFinding(env)).toEqual({ subject: "Page", ok, says: expect.stringContaining(says) });
    if (ok) expect(() => needWays({ env })).not.toThrow();
    else expect(() => needWays({ env })).toThrow(says);
  });
});

test("open to others without a sign-in it does not start; with a passphrase that it made, that lets one in", async () => {
  const desk = newDesk();
  const env = { COPYDESK_URL: "https://desk.example.org" };
  const refused = await desk.run(["start"], { env });
  expect(refused.code).toBe(2);
  expect(refused.err).toContain("nobody could sign in");
  const passphrase = "four words of brass";
  const made = await desk.run(["passphrase"], { input: `${passphrase}\n` });
  expect(made.out).toMatch(/^COPYDESK_PASSPHRASE=scrypt:\S+\n$/);
  const [name = "", value = ""] = made.out.trim().split("=");
  const port = await freePort();
  desk.write(
    "bridge.txt",
    "Harbour bridge closes\n\nOVERTON (AP) — The harbour bridge closed on Monday.\n",
  );
  desk.write("torn.docx", "no archive");
  const token = "0123456789abcdef01234567";
  const set = { [name]: value, COPYDESK_PORT: String(port), COPYDESK_METRICS_TOKEN: token };
  const bot = desk.start({ env: { ...env, ...set } });
  await bot.printed(/Page +https:\/\/desk\.example\.org/);
  const typed = (words: string) =>
    send(`http://127.0.0.1:${port}/api/sign-in/passphrase`, {
      ...{ method: "POST", body: JSON.stringify({ passphrase: words }) },
      headers: {
        ...{ host: "desk.example.org", origin: "https://desk.example.org" },
        "content-type": "application/json",
      },
    });
  // Whoever probes comes without a session, and hears yes or no; whether a busy machine is ready, nobody can say.
  const probed = await send(`http://127.0.0.1:${port}/readyz`, { headers: { host: "pod" } });
  expect(probed.json).toEqual({ ready: probed.status === 200 });
  const headers = { host: "pod", authorization: `Bearer ${token}` };
  let scraped = "";
  const figure = (line: string) =>
    Number(
      scraped
        .split("\n")
        .find((one) => one.startsWith(`${line} `))
        ?.split(" ")
        .at(-1),
    );
  await vi.waitFor(
    async () => {
      scraped = (await send(`http://127.0.0.1:${port}/metrics`, { headers })).text;
      expect(figure('copydesk_posts_total{kind="post",platform="preview"}')).toBe(1);
      // The store's figures are kept for a while.
      expect(figure("copydesk_files_quarantined")).toBe(1);
    },
    { timeout: 100_000, interval: 500 },
  );
  expect((await typed("four words of glass")).status).toBe(403);
  const entered = await typed(passphrase);
  expect([entered.status, entered.json]).toEqual([
    200,
    { name: "somebody with the passphrase", role: "admin" },
  ]);
  await bot.stop();
  const log = readFileSync(join(desk.folder, "data/copydesk.log"), "utf8");
  expect(log).toContain("sign-in refused");
  // The figures are what the ledger says.
  const store = await openStore({ folder: join(desk.folder, "data") });
  const entries = [
    ...(await store.ledger.history("bridge.txt")),
    ...(await store.ledger.history("torn.docx")),
  ];
  const inAll = (stage: Stage) => entries.filter((entry) => entry.stage === stage).length;
  await store.close();
  expect(figure('copydesk_files_total{outcome="filed"}')).toBe(inAll("taken-in"));
  expect(figure('copydesk_files_total{outcome="quarantined"}')).toBe(inAll("quarantined"));
  expect(figure("copydesk_file_to_brief_seconds_count")).toBe(1);
  expect(figure('copydesk_posts_total{kind="post",platform="preview"}')).toBe(inAll("posted"));
  expect(figure('copydesk_slot_to_post_seconds_count{platform="preview"}')).toBe(1);
  expect(figure("copydesk_outbox_waiting")).toBe(0);
  for (const secret of [value, passphrase, token, "glass", "copydesk_"]) {
    expect(bot.said() + log).not.toContain(secret);
  }
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  return typeof address === "object" && address !== null ? address.port : 0;
}

test("a short passphrase is refused, and nothing is made of it", async () => {
  const { code, out, err } = await newDesk().run(["passphrase"], { input: "short\n" });
  expect([code, out]).toEqual([1, ""]);
  expect(err).toContain("12 characters or more");
});
