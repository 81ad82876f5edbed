import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { expect, onTestFinished, test, vi } from "vitest";
import { askingAt } from "#edge/terminal/ask.ts";
import { initBy } from "#main/init.ts";
import { startFakeSlack } from "#tests/edge/slack/fake/slack.ts";
import { newDesk } from "./bot.ts";

/** A folder to set up, and somebody at its terminal who answers each question as it comes. */
function newcomer(config: string | null) {
  const folder = mkdtempSync(join(tmpdir(), "copydesk-init-"));
  const before = process.cwd();
  process.chdir(folder);
  for (const name of ["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "DISCORD_TOKEN"]) vi.stubEnv(name, "");
  vi.stubEnv("COPYDESK_CONFIG", "newsroom.yaml");
  vi.stubEnv("COPYDESK_DATA", "data");
  onTestFinished(() => {
    process.chdir(before);
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  });
  if (config !== null) writeFileSync("newsroom.yaml", config);
  const read = (name: string) => readFileSync(join(folder, name), "utf8");
  /** @param answers by what a question says; `null`: Ctrl+C. Each is used once, in its order; Enter for the rest */
  const run = async (answers: readonly (readonly [RegExp, string | null])[]) => {
    const keyboard = Object.assign(new PassThrough(), { setRawMode: () => undefined });
    const show = new PassThrough();
    const left = [...answers];
    let shown = "";
    let answered = 0;
    const said: string[] = [];
    const write = (text: string) => {
      said.push(text);
      return true;
    };
    const spies = [process.stdout, process.stderr].map((stream) =>
      vi.spyOn(stream, "write").mockImplementation((text) => write(String(text))),
    );
    show.on("data", (chunk: Buffer) => {
      shown += chunk.toString();
      if (!shown.slice(answered).endsWith(": ")) return;
      const question = shown.slice(answered);
      answered = shown.length;
      const at = left.findIndex(([pattern]) => pattern.test(question));
      const [, answer = ""] = at < 0 ? [] : (left.splice(at, 1)[0] ?? []);
      setImmediate(() => (answer === null ? keyboard.end() : keyboard.write(`${answer}\n`)));
    });
    const code = await initBy(askingAt(keyboard, show)).finally(() => {
      for (const spy of spies) spy.mockRestore();
    });
    return { code, shown, said: said.join(""), left };
  };
  return { folder, read, run };
}

const OURS = `# The desk's own remark
timeZone: Europe/London # where we sit
channels:
  # for everybody
  - name: front-page
    schedule: "0 8 * * *" # mornings
`;

test("a newcomer's answers are looked at, written, and tried on the channel", async () => {
  const slack = await startFakeSlack();
  onTestFinished(() => slack.close());
  vi.stubEnv("SLACK_API", slack.api);
  const { read, run, folder } = newcomer(null);
  const { code, shown, said, left } = await run([
    [/Connect Slack/, "y"],
    [/Bot User OAuth Token/, "xoxb-wrong"],
    [/once more/, "y"],
    [/Bot User OAuth Token/, slack.token],
    [/Name of the channel/, "Big News"],
    [/Name of the channel/, "city"],
    [/Time zone/, "Mars/Base"],
    [/Time zone/, "Europe/Rome"],
    [/Saturdays/, "n"],
    [/hours/, "99"],
    [/hours/, "7, 17"],
    [/Slack channel/, "#news"],
    [/Slack channel/, "C0001"],
  ]);
  expect(left).toEqual([]);
  expect(said).toContain("✗ Slack bot token");
  expect(said).toContain("Mars/Base");
  expect(read("newsroom.yaml")).toContain(`timeZone: Europe/Rome
channels:
  - name: city
    schedule: 0 7,17 * * 1-5
    slack: C0001
`);
  expect(read("newsroom.yaml")).toContain("# yaml-language-server");
  expect(read(".env")).toBe(`SLACK_BOT_TOKEN=${slack.token}\n`);
  expect(statSync(join(folder, ".env")).mode & 0o777).toBe(0o600);
  expect(slack.posted.map(({ channel }) => channel)).toEqual(["C0001"]);
  expect(shown + said).not.toContain(slack.token);
  expect(code).toBe(0);
});

test("a config that is there keeps all that stands in it, and begun anew it is kept beside", async () => {
  const { read, run } = newcomer(OURS);
  expect((await run([])).code).toBe(0);
  expect(read("newsroom.yaml")).toBe(`${OURS}  - name: news
    schedule: 0 8,13,18 * * *
`);
  const first = read("newsroom.yaml");
  await run([
    [/Keep that/, "n"],
    [/Name of/, "city"],
  ]);
  expect(read("newsroom.yaml")).not.toContain("front-page");
  const [kept = ""] = readdirSync(".").filter((name) => name.startsWith("newsroom.yaml.2"));
  expect(read(kept)).toBe(first);
});

test("who gives up, or says no, has nothing written", async () => {
  const { folder, read, run } = newcomer(OURS);
  expect((await run([[/hours/, null]])).code).toBe(1);
  expect((await run([[/Write this/, "n"]])).code).toBe(0);
  expect(read("newsroom.yaml")).toBe(OURS);
  expect(readdirSync(folder).toSorted()).toEqual(["data", "newsroom.yaml"]);
});

test("a config with a fault is not added to", async () => {
  const { read, run } = newcomer("channels: [");
  await expect(run([])).rejects.toThrow(/newsroom\.yaml:1/);
  expect(read("newsroom.yaml")).toBe("channels: [");
});

test("without a terminal it leads to the page, and does nothing", async () => {
  const desk = newDesk();
  const { code, err } = await desk.run(["init"]);
  expect(code).toBe(2);
  expect(err).toMatch(/npm start.*Set-up/);
  expect(readdirSync(desk.folder).toSorted()).toEqual(["articles", "newsroom.yaml"]);
});
