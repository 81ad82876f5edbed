import { chmod, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "dotenv";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { envFile, withVariables } from "#edge/config/write-env.ts";

async function setUp(text: string | null = null) {
  const folder = await mkdtemp(join(tmpdir(), "copydesk-env-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, ".env");
  if (text !== null) await writeFile(path, text);
  return { folder, path, read: () => readFile(path, "utf8") };
}

const TOKEN = "xoxb-1234-abcd";

test.each([
  ["", "SLACK_BOT_TOKEN=xoxb-1234-abcd\n"],
  [
    "COPYDESK_HOST=0.0.0.0\nCOPYDESK_URL=https://desk.example.org\nSLACK_BOT_TOKEN=\nCOPYDESK_PASSPHRASE=scrypt:17:8:1:salt:hash\n",
    "COPYDESK_HOST=0.0.0.0\nCOPYDESK_URL=https://desk.example.org\nSLACK_BOT_TOKEN=xoxb-1234-abcd\nCOPYDESK_PASSPHRASE=scrypt:17:8:1:salt:hash\n",
  ],
  ["A=1", "A=1\nSLACK_BOT_TOKEN=xoxb-1234-abcd\n"],
  ["# Slack\nSLACK_BOT_TOKEN=\nB=2\n", "# Slack\nSLACK_BOT_TOKEN=xoxb-1234-abcd\nB=2\n"],
  ["SLACK_BOT_TOKEN=old # ours\r\nB=2\r\n", "SLACK_BOT_TOKEN=xoxb-1234-abcd # ours\r\nB=2\r\n"],
  ['export SLACK_BOT_TOKEN="old"\n', "export SLACK_BOT_TOKEN=xoxb-1234-abcd\n"],
  [
    "#SLACK_BOT_TOKEN=no\nMY_SLACK_BOT_TOKEN=x\n",
    "#SLACK_BOT_TOKEN=no\nMY_SLACK_BOT_TOKEN=x\nSLACK_BOT_TOKEN=xoxb-1234-abcd\n",
  ],
])("of %j it makes %j", (before, after) => {
  expect(withVariables(before, { SLACK_BOT_TOKEN: TOKEN })).toBe(after);
});

test("only the variables that are meant change, whatever the file holds, or nothing is written", async () => {
  const { path, read } = await setUp("");
  const line = fc.oneof(
    fc.constantFrom(
      "SLACK_BOT_TOKEN=a",
      "DISCORD_TOKEN='b'",
      'M="1\nSLACK_BOT_TOKEN=2"',
      "# x",
      "",
    ),
    fc.string({ unit: "grapheme-ascii", maxLength: 30 }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 6 }), async (lines) => {
      const before = lines.join("\n");
      await writeFile(path, before);
      const written = await envFile(path, {}).write({ SLACK_BOT_TOKEN: TOKEN });
      const expected = written.ok ? { ...parse(before), SLACK_BOT_TOKEN: TOKEN } : parse(before);
      expect(parse(await read())).toEqual(expected);
      if (!written.ok) expect(await read()).toBe(before);
    }),
    { numRuns: 60 },
  );
});

test("a file that is made is its owner's alone, and one that is there keeps its rights", async () => {
  const made = await setUp();
  expect(await envFile(made.path, {}).write({ SLACK_BOT_TOKEN: TOKEN })).toEqual({ ok: true });
  expect((await stat(made.path)).mode & 0o777).toBe(0o600);
  const there = await setUp("A=1\n");
  await chmod(there.path, 0o640);
  await envFile(there.path, {}).write({ SLACK_BOT_TOKEN: TOKEN });
  expect((await stat(there.path)).mode & 0o777).toBe(0o640);
  expect(await readdir(there.folder)).toEqual([".env"]);
});

test("a link stays one, and what it names is written", async () => {
  const { folder, path } = await setUp();
  await writeFile(join(folder, "secrets"), "A=1\n");
  await symlink(join(folder, "secrets"), path);
  await envFile(path, {}).write({ SLACK_BOT_TOKEN: TOKEN });
  expect(await readFile(join(folder, "secrets"), "utf8")).toBe(`A=1\nSLACK_BOT_TOKEN=${TOKEN}\n`);
  expect((await readdir(folder)).toSorted()).toEqual([".env", "secrets"]);
});

test.each([
  "xoxb-1\nA=2",
  'xoxb-"',
  "xoxb 1",
  "xoxb#1",
  "",
  "$(id)",
])("%j is no token, and is not repeated", async (value) => {
  const { path, folder } = await setUp();
  const written = await envFile(path, {}).write({ SLACK_BOT_TOKEN: value });
  expect(written).toEqual({
    ok: false,
    says: "What was given for SLACK_BOT_TOKEN is no token: copy it once more.",
  });
  expect(await readdir(folder)).toEqual([]);
});

test("a variable that the process was started with wins, and is said to be changed there", async () => {
  const { path, folder } = await setUp();
  const written = await envFile(path, { SLACK_BOT_TOKEN: "xoxb-old" }).write({
    SLACK_BOT_TOKEN: TOKEN,
  });
  expect(written).toMatchObject({ ok: false, says: expect.stringContaining("change it there") });
  expect(await readdir(folder)).toEqual([]);
});

test("where the file cannot be written, what to put there by hand is said, and no token", async () => {
  const { folder } = await setUp();
  const written = await envFile(join(folder, "none", ".env"), {}).write({ SLACK_BOT_TOKEN: TOKEN });
  expect(written).toMatchObject({
    ...{ ok: false, says: expect.stringContaining("SLACK_BOT_TOKEN=…") },
  });
  expect(JSON.stringify(written)).not.toContain(TOKEN);
});
