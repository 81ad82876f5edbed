import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
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
  const bot = desk.start({ env: { ...env, [name]: value, COPYDESK_PORT: String(port) } });
  await bot.printed(/Page +https:\/\/desk\.example\.org/);
  const typed = (words: string) =>
    send(`http://127.0.0.1:${port}/api/sign-in/passphrase`, {
      ...{ method: "POST", body: JSON.stringify({ passphrase: words }) },
      headers: {
        ...{ host: "desk.example.org", origin: "https://desk.example.org" },
        "content-type": "application/json",
      },
    });
  // Whoever probes comes without a session: once what is there is taken in, the answer is yes, and no more.
  await vi.waitFor(
    async () => {
      const probed = await send(`http://127.0.0.1:${port}/readyz`, { headers: { host: "pod" } });
      expect([probed.status, probed.json]).toEqual([200, { ready: true }]);
    },
    { timeout: 60_000, interval: 200 },
  );
  expect((await typed("four words of glass")).status).toBe(403);
  const entered = await typed(passphrase);
  expect([entered.status, entered.json]).toEqual([200, { name: "the page", role: "admin" }]);
  await bot.stop();
  const log = readFileSync(join(desk.folder, "data/copydesk.log"), "utf8");
  expect(log).toContain("sign-in refused");
  for (const secret of [value, passphrase, "glass", "copydesk_"]) {
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
