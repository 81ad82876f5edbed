import { afterEach, expect, test, vi } from "vitest";
import { readEnv } from "#edge/config/env.ts";
import { ConfigError } from "#edge/config/error.ts";
import { DISCORD } from "#edge/discord/platform.ts";
import { SLACK } from "#edge/slack/platform.ts";
import { SlackVariables } from "#edge/slack/variables.ts";

afterEach(() => vi.unstubAllEnvs());

function withEnv(variables: Readonly<Record<string, string>>) {
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  return readEnv([SLACK, DISCORD]);
}

test("nothing needs to be set, and an empty variable is one that is not set", () => {
  expect(withEnv({ DISCORD_TOKEN: "", SLACK_BOT_TOKEN: "", COPYDESK_PORT: "" })).toMatchObject({
    COPYDESK_ARTICLES: { kind: "folder", folder: "articles" },
    COPYDESK_DATA: "data",
    COPYDESK_CONFIG: "config/newsroom.yaml",
    COPYDESK_PORT: 8484,
  });
});

test.each([
  ["", undefined],
  ["https://desk.example.org", "https://desk.example.org"],
  ["https://desk.example.org:8443/", "https://desk.example.org:8443"],
  ["http://localhost:8484", "http://localhost:8484"], // a port of a container, on the machine itself
])("people reach the page at “%s”", (value, origin) => {
  expect(withEnv({ COPYDESK_URL: value }).COPYDESK_URL?.origin).toBe(origin);
});

test("ids come with commas or spaces between them", () => {
  const { SLACK_EDITORS, SLACK_WORKSPACES } = SlackVariables.parse({
    ...{ SLACK_EDITORS: "S0123, S0456", SLACK_WORKSPACES: "T0123 T0456" },
  });
  expect(SLACK_EDITORS).toEqual(["S0123", "S0456"]);
  expect(SLACK_WORKSPACES).toEqual(["T0123", "T0456"]);
  expect(SlackVariables.parse({}).SLACK_EDITORS).toEqual([]);
});

test("copy may lie in a bucket, whose SDK has settings of its own", () => {
  expect(
    withEnv({
      ...{ COPYDESK_ARTICLES: "s3://news/wire", COPYDESK_S3_SECONDS: "60" },
      ...{ COPYDESK_S3_PATH_STYLE: "no", AWS_ENDPOINT_URL_S3: "http://127.0.0.1:9000" },
    }),
  ).toMatchObject({
    COPYDESK_ARTICLES: { kind: "bucket", bucket: "news", prefix: "wire/" },
    ...{ COPYDESK_S3_SECONDS: 60, COPYDESK_S3_PATH_STYLE: "no" },
    AWS_ENDPOINT_URL_S3: "http://127.0.0.1:9000",
  });
  expect(withEnv({ COPYDESK_S3_SECONDS: "", COPYDESK_S3_PATH_STYLE: "" })).toMatchObject({
    COPYDESK_S3_SECONDS: 10,
  });
});

test.each([
  ["COPYDESK_ARTICLES", "s3://key:secret@news", "write a folder, or s3://bucket"],
  ["COPYDESK_S3_SECONDS", "0", "a second or more"],
  ["COPYDESK_S3_SECONDS", "often", "write seconds"],
  ["COPYDESK_S3_PATH_STYLE", "maybe", "write yes or no"],
  ["AWS_ENDPOINT_URL_S3", "127.0.0.1:9000", "no http address"],
  ["SLACK_EDITORS", "editors", "S…"],
  ["SLACK_WORKSPACES", "C0123", "T…"],
  ["DISCORD_SERVERS", "1234", "15 to 21 digits"],
  ["COPYDESK_SECRET", "short", "openssl rand"],
  ["COPYDESK_URL", "desk.example.org", "with https and without a path"],
  ["COPYDESK_URL", "http://desk.example.org", "with https and without a path"],
  ["COPYDESK_URL", "https://desk.example.org/page", "with https and without a path"],
  ["COPYDESK_URL", "https://ines@desk.example.org", "with https and without a path"],
  ["COPYDESK_METRICS_TOKEN", "short", "openssl rand -hex 24"],
  ["COPYDESK_PASSPHRASE", "four words of brass", "npm run copydesk -- passphrase"],
])("%s: %s is refused", (name, value, says) => {
  expect(() => withEnv({ [name]: value })).toThrow(says);
});

test("to be installed in further workspaces the app needs all that belongs to it", () => {
  const all = {
    ...{ SLACK_BOT_TOKEN: "xoxb-1", SLACK_SIGNING_SECRET: "s", SLACK_HTTP_PORT: "3000" },
    ...{ SLACK_CLIENT_ID: "1.2", SLACK_CLIENT_SECRET: "c", SLACK_WORKSPACES: "T0123" },
    COPYDESK_SECRET: "a secret of thirty-two characters",
  };
  expect(withEnv(all).chats.get("slack")?.connect).not.toBeNull();
  expect(() => withEnv({ ...all, SLACK_WORKSPACES: "", COPYDESK_SECRET: "" })).toThrow(
    /SLACK_WORKSPACES.*\n.*COPYDESK_SECRET/u,
  );
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

test.each([
  ["postgres://ana:s3cret-tide@db.example:5432/news", true],
  ["postgresql://db.example/news", true],
  ["postgres://ana:s3cret%25%20tide@[::1]:5432/news?sslmode=require", true],
  ["postgres:///news?host=/run/postgresql", true], // a socket of this machine
  ["", true], // not set
  ["mysql://ana:s3cret-tide@db.example/news", false],
  ["http://ana:s3cret-tide@db.example/news", false],
  ["ana:s3cret-tide@db.example/news", false],
  ["postgres//ana:s3cret-tide@db.example/news", false],
  ["host=db.example password=s3cret-tide", false],
  ["postgres://ana:s3cret-tide@db.example:port/news", false],
  ["postgres://ana:s3cret-tide%@db.example/news", false], // no escape: it could not be read
])("DATABASE_URL %s: accepted %s, and a refusal never repeats it", (url, isAccepted) => {
  try {
    const { DATABASE_URL } = withEnv({ DATABASE_URL: url });
    expect([isAccepted, DATABASE_URL]).toEqual([true, url === "" ? undefined : url]);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    expect([isAccepted, error.faults.map(({ where }) => where)]).toEqual([false, ["DATABASE_URL"]]);
    expect(error.message).not.toMatch(/s3cret|db\.example/u);
  }
});
