import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import { openLogOf, readEnv } from "#main/setting.ts";

afterEach(() => vi.unstubAllEnvs());

test("no secret of the environment gets into the log, whoever writes it there", async () => {
  const folder = mkdtempSync(join(tmpdir(), "copydesk-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const secrets = {
    ...{ DISCORD_TOKEN: "a-token-of-some-length", SLACK_BOT_TOKEN: "xoxb-of-slack" },
    ...{ AWS_ACCESS_KEY_ID: "minio-key", AWS_SECRET_ACCESS_KEY: "minio-secret" },
    AWS_SESSION_TOKEN: "minio-session",
    COPYDESK_PASSPHRASE: `scrypt:15:8:3:${"s".repeat(22)}:${"h".repeat(43)}`,
  };
  for (const [name, value] of Object.entries({ ...secrets, COPYDESK_DATA: folder }))
    vi.stubEnv(name, value);
  const log = openLogOf(readEnv());
  for (const secret of Object.values(secrets))
    log.warn("said", { error: new RangeError(`with ${secret} in it`), header: secret });
  await log.close();
  const written = readFileSync(join(folder, "copydesk.log"), "utf8");
  expect(written).toContain("[masked] in it");
  for (const secret of Object.values(secrets)) expect(written).not.toContain(secret);
});
