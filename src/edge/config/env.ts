import { config as loadDotenv } from "dotenv";
import { z } from "zod";
import { type Place, readPlace } from "#desk/source/place.ts";
import { ConfigError } from "./error.ts";

const optional = (schema: z.ZodType<string>) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());
const port = (fallback: number) =>
  z.preprocess(
    (value) => (value === "" ? undefined : value),
    z.coerce
      .number("write a port number, such as 8484")
      .int("write a port number, such as 8484")
      .min(0, "a port is 0 to 65535")
      .max(65_535, "a port is 0 to 65535")
      .default(fallback),
  );
const text = (fallback: string) =>
  z.preprocess((value) => (value === "" ? undefined : value), z.string().default(fallback));
const startsWith = (prefix: string, from: string) =>
  optional(z.string().startsWith(prefix, `it must start with ${prefix}; copy it from ${from}`));
const ids = (form: RegExp, says: string) =>
  z.preprocess(
    (value) => (typeof value === "string" ? value.split(/[\s,]+/u).filter(Boolean) : []),
    z.array(z.string().regex(form, says)),
  );
const yesOrNo = z.enum(["yes", "no"], "write yes or no");
const address = (name: string) =>
  optional(z.url({ protocol: /^https?$/, error: `${name} is no http address` }));

const NO_PLACE =
  "write a folder, or s3://bucket or s3://bucket/prefix; credentials go into AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY";

/** What the app needs beside `SLACK_CLIENT_ID` to be installed in further workspaces. */
const FOR_WORKSPACES = [
  ["SLACK_BOT_TOKEN", "the token of your own workspace"],
  ["SLACK_CLIENT_SECRET", "copy it from “Basic Information”"],
  ["SLACK_SIGNING_SECRET", "copy it from “Basic Information”"],
  ["SLACK_HTTP_PORT", "installing comes by HTTP"],
  ["SLACK_WORKSPACES", "name the workspaces that it may be installed in"],
  ["COPYDESK_SECRET", "the tokens are sealed with it; make one by: openssl rand -base64 32"],
] as const;

/** Every variable that Copydesk reads; `.env.example` explains each. */
const Variables = z.object({
  DISCORD_TOKEN: optional(
    z.string().min(20, "it is too short; copy the whole bot token from the Bot page"),
  ),
  DISCORD_SERVERS: ids(/^\d{15,21}$/, "write the ids of servers (15 to 21 digits), with commas"),
  SLACK_BOT_TOKEN: startsWith("xoxb-", "“OAuth & Permissions”"),
  SLACK_APP_TOKEN: startsWith("xapp-", "“Basic Information”, App-Level Tokens"),
  SLACK_SIGNING_SECRET: optional(z.string()),
  SLACK_CLIENT_ID: optional(z.string()),
  SLACK_CLIENT_SECRET: optional(z.string()),
  SLACK_WORKSPACES: ids(
    /^T[A-Z0-9]{2,}$/,
    "write the id of a workspace (T…), or several with commas",
  ),
  SLACK_EDITORS: ids(
    /^S[A-Z0-9]{2,}$/,
    "write the id of a user group (S…), or several with commas",
  ),
  SLACK_HTTP_PORT: z.preprocess(
    (value) => (value === "" ? undefined : value),
    z.coerce.number("write a port number, such as 3000").int().min(1).max(65_535).optional(),
  ),
  SLACK_HTTP_HOST: text("127.0.0.1"),
  COPYDESK_SECRET: optional(
    z.string().min(32, "it is too short; make one by: openssl rand -base64 32"),
  ),
  COPYDESK_ARTICLES: text("articles").transform((value, context): Place => {
    const place = readPlace(value);
    if (place !== null) return place;
    context.addIssue({ code: "custom", message: NO_PLACE });
    return z.NEVER;
  }),
  COPYDESK_DATA: text("data"),
  DATABASE_URL: optional(
    z
      .url({
        protocol: /^postgres(?:ql)?$/,
        error: "write postgres://user:password@host:5432/name, or nothing",
      })
      .refine((url) => !/%(?![\da-f]{2})/i.test(url), "write a % in a password as %25"),
  ),
  COPYDESK_CONFIG: text("config/newsroom.yaml"),
  COPYDESK_PORT: port(8484),
  COPYDESK_LOG_LEVEL: z.preprocess(
    (value) => (value === "" ? undefined : value),
    z.enum(["debug", "info", "warn", "error"], "write debug, info, warn or error").default("info"),
  ),
  COPYDESK_POLLING: z.preprocess(
    (value) => (value === "" ? undefined : value),
    yesOrNo.default("no"),
  ),
  COPYDESK_S3_SECONDS: z.preprocess(
    (value) => (value === "" ? undefined : value),
    z.coerce
      .number("write seconds, such as 10")
      .int("write whole seconds, such as 10")
      .min(1, "write a second or more")
      .max(3600, "write an hour (3600) or less")
      .default(10),
  ),
  COPYDESK_S3_PATH_STYLE: z.preprocess(
    (value) => (value === "" ? undefined : value),
    yesOrNo.optional(),
  ),
  // The SDK reads these by itself, and more: here they are checked, and kept out of the log.
  AWS_ENDPOINT_URL_S3: address("AWS_ENDPOINT_URL_S3"),
  AWS_ENDPOINT_URL: address("AWS_ENDPOINT_URL"),
  AWS_ACCESS_KEY_ID: optional(z.string()),
  AWS_SECRET_ACCESS_KEY: optional(z.string()),
  AWS_SESSION_TOKEN: optional(z.string()),
  DISCORD_API: address("DISCORD_API"),
  SLACK_API: address("SLACK_API"),
});

const Env = Variables.superRefine((env, context) => {
  if (env.SLACK_CLIENT_ID === undefined) return;
  for (const [name, says] of FOR_WORKSPACES) {
    const value = env[name];
    const isSet = Array.isArray(value) ? value.length > 0 : value !== undefined;
    if (isSet) continue;
    const message = `SLACK_CLIENT_ID needs it: ${says}`;
    context.addIssue({ code: "custom", path: [name], message });
  }
});
export type Env = z.infer<typeof Env>;

/**
 * Reads the environment, and `.env` below it: a variable that is set already wins over the file.
 * @throws {ConfigError} with every variable that cannot be used; a value is never repeated in it
 */
export function readEnv(): Env {
  loadDotenv({ quiet: true });
  const read = Env.safeParse(process.env);
  if (read.success) return read.data;
  throw new ConfigError(
    read.error.issues.map(({ path, message }) => ({
      where: path.join("."),
      line: null,
      says: `${message} (.env, explained in .env.example)`,
    })),
  );
}
