import { config as loadDotenv } from "dotenv";
import { z } from "zod";
import type { Platform } from "#core/digest/subscription.ts";
import { type Place, readPlace } from "#desk/source/place.ts";
import type { ChatPlatform, SetUp } from "#edge/chat/platform.ts";
import { address, optional, text } from "#edge/chat/variable.ts";
import { ConfigError } from "./error.ts";

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
/** Without TLS a session could be read on its way; on the machine itself there is no way to be read on. */
const publicAddress = z.preprocess(
  (value) => (value === "" ? undefined : value),
  z
    .string()
    .optional()
    .transform((value, context): URL | undefined => {
      if (value === undefined) return undefined;
      const url = URL.parse(value);
      const isLocal = url !== null && ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
      const hasTls = url?.protocol === "https:" || (isLocal && url?.protocol === "http:");
      const isBare = url !== null && url.href === `${url.origin}/`;
      if (url !== null && hasTls && isBare) return url;
      context.addIssue({ code: "custom", message: NO_URL });
      return z.NEVER;
    }),
);
const NO_URL =
  "write the address by which people reach the page, with https and without a path: https://desk.example.org";
const yesOrNo = z.enum(["yes", "no"], "write yes or no");
const NO_PLACE =
  "write a folder, or s3://bucket or s3://bucket/prefix; credentials go into AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY";

/** Every variable that is read, but for those of the chat platforms; `.env.example` explains each. */
const Variables = z.object({
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
  COPYDESK_HOST: text("127.0.0.1"),
  COPYDESK_URL: publicAddress,
  COPYDESK_PASSPHRASE: optional(
    z
      .string()
      .regex(
        /^scrypt:\d{1,2}:\d{1,2}:\d{1,2}:[\w-]{22,}:[\w-]{43}$/,
        "write the line that “npm run copydesk -- passphrase” prints, not the passphrase itself",
      ),
  ),
  COPYDESK_METRICS_TOKEN: optional(
    z
      .string()
      .regex(
        /^[\w.~+/=-]{24,}$/,
        "write 24 characters or more, of letters and digits: openssl rand -hex 24 makes some",
      ),
  ),
  COPYDESK_MODEL_KEY: optional(z.string()),
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
});

/** What the environment says. */
export interface Env extends z.infer<typeof Variables> {
  /** Of each chat platform that there is. */
  readonly chats: ReadonlyMap<Platform, SetUp>;
}

/**
 * Reads the environment, and `.env` below it: a variable that is set already wins over the file.
 * @param platforms the chat platforms, each of which reads its own variables
 * @throws {ConfigError} with every variable that cannot be used; a value is never repeated in it
 */
export function readEnv(platforms: readonly Pick<ChatPlatform, "name" | "variables">[]): Env {
  loadDotenv({ quiet: true });
  const own = Variables.safeParse(process.env);
  const chats = platforms.map(
    ({ name, variables }) => [name, variables.safeParse(process.env)] as const,
  );
  const read = [own, ...chats.map(([, one]) => one)];
  const issues = read.flatMap(({ error }) => error?.issues ?? []);
  if (own.success && issues.length === 0) {
    const setUps = chats.flatMap(([name, { data }]) =>
      data === undefined ? [] : [[name, data] as const],
    );
    return { ...own.data, chats: new Map(setUps) };
  }
  throw new ConfigError(
    issues.map(({ path, message }) => ({
      where: path.join("."),
      line: null,
      says: `${message} (.env, explained in .env.example)`,
    })),
  );
}

/** What a variable is not, as a fault of a form has it. */
export interface VariableFault {
  readonly variable: string;
  /** A value is never repeated in it. */
  readonly says: string;
}

/**
 * A platform as it would be set up if some of its variables were others; the rest is as the environment says.
 * @param given values by their variables
 */
export function readOther(
  { variables }: Pick<ChatPlatform, "variables">,
  given: Readonly<Record<string, string>>,
): SetUp | readonly VariableFault[] {
  const read = variables.safeParse({ ...process.env, ...given });
  if (read.success) return read.data;
  return read.error.issues.map(({ path, message }) => ({
    variable: path.join("."),
    says: message,
  }));
}
