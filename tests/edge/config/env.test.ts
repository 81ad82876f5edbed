import { afterEach, expect, test, vi } from "vitest";
import { readEnv } from "#edge/config/env.ts";
import { ConfigError } from "#edge/config/error.ts";

afterEach(() => vi.unstubAllEnvs());

function withEnv(variables: Readonly<Record<string, string>>) {
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  return readEnv();
}

test("nothing needs to be set, and an empty variable is one that is not set", () => {
  expect(withEnv({ DISCORD_TOKEN: "", SLACK_BOT_TOKEN: "", COPYDESK_PORT: "" })).toMatchObject({
    COPYDESK_ARTICLES: "articles",
    COPYDESK_DATA: "data",
    COPYDESK_CONFIG: "config/newsroom.yaml",
    COPYDESK_PORT: 8484,
  });
});

test("every fault is told at once, and no value of a token is repeated", () => {
  const secret = "xoxp-wrong-kind-of-token";
  try {
    withEnv({ SLACK_BOT_TOKEN: secret, COPYDESK_PORT: "eighty", COPYDESK_LOG_LEVEL: "loud" });
    expect.unreachable();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    expect(error.faults.map(({ where }) => where).sort()).toEqual([
      ...["COPYDESK_LOG_LEVEL", "COPYDESK_PORT", "SLACK_BOT_TOKEN"],
    ]);
    expect(error.message).not.toContain(secret);
    expect(error.message).toContain("it must start with xoxb-");
  }
});
