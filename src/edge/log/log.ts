import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { type Level, pino, stdSerializers } from "pino";
import type { Log } from "#desk/port/log.ts";
import { Sink } from "./sink.ts";

export interface LogOptions {
  /** The file that lines are added to, made with its folder where it is missing. */
  readonly file: string;
  readonly level: Level;
  /** Values that never appear in a line, wherever they turn up: tokens. */
  readonly secrets: readonly string[];
  /** The file takes no lines, as on a full disk; told once until it takes them again. */
  readonly onFailing?: (error: unknown) => void;
  /** Milliseconds since the epoch, by which a file grows old. */
  readonly now?: () => number;
}

/** A log that writes one JSON object a line into a file. */
export interface FileLog extends Log {
  /** Writes out what is still in memory, as far as the file takes it. */
  close(): Promise<void>;
}

/**
 * Opens the log. Lines hold what happened and to what; never the text of an article. A file that takes no
 * lines ends nothing: they are kept for a while, and it says how many were dropped.
 */
export function openLog({ file, level, secrets, onFailing, now }: LogOptions): FileLog {
  mkdirSync(dirname(file), { recursive: true });
  const sink = new Sink({
    file,
    onFailing: onFailing ?? (() => undefined),
    dropped: (lines) => warning("log lines dropped", { lines }),
    unturned: (error) => warning("log could not be put by", { code: codeOf(error) }),
    now: now ?? (() => Date.now()),
  });
  const mask = masker(secrets);
  const logger = pino(
    {
      level,
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { error: stdSerializers.err },
      hooks: { streamWrite: mask },
    },
    sink,
  );
  return {
    debug: (event, fields) => logger.debug(fields ?? {}, event),
    info: (event, fields) => logger.info(fields ?? {}, event),
    warn: (event, fields) => logger.warn(fields ?? {}, event),
    error: (event, fields) => logger.error(fields ?? {}, event),
    close: () => sink.close(),
  };
}

/** A line of the log about itself, which pino has no part in. */
function warning(
  msg: string,
  fields: { readonly lines: number } | { readonly code: string },
): string {
  const time = new Date().toISOString();
  return `${JSON.stringify({ level: "warn", time, ...fields, msg })}\n`;
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown";
}

/** What tokens of both platforms, our own keys and Amazon's look like, for those that turn up inside an error of an SDK. */
const TOKENS =
  /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b|xox[a-z]-[\w-]{6,}|xapp-[\w-]{6,}|copydesk_[\w-]{20,}|[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}|(?<=(?:Bot|Bearer) )[\w.-]{20,}/g;

/**
 * Masks secrets in a finished line, so that no field can be forgotten: the secrets that are known,
 * and whatever looks like a token.
 */
export function masker(secrets: readonly string[]): (line: string) => string {
  const known = secrets.filter((secret) => secret.length >= 6);
  return (line) =>
    known
      .reduce((masked, secret) => masked.replaceAll(secret, "[masked]"), line)
      .replace(TOKENS, "[masked]");
}
