import { readFile, realpath, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { parse } from "dotenv";
import type { EnvFile, EnvWriting } from "#desk/port/env-file.ts";
import { replaceFile } from "./replace-file.ts";

/** For whoever runs the bot alone, where the file is made. */
const OWNERS = 0o600;
/** Tokens have no blank, no quote and nothing that a file of the environment reads as something else. */
const PLAIN = /^[\w.:/+=-]{1,500}$/u;

/** What the process was started with: this file is loaded before `readEnv` adds what the file of the environment says. */
const STARTED_WITH = { ...process.env };

/**
 * The file of variables in the folder that the bot was started in.
 * @param outside the environment without it, whose variables win
 */
export function envFile(
  path = resolve(".env"),
  outside: Readonly<Record<string, string | undefined>> = STARTED_WITH,
): EnvFile {
  return {
    name: path,
    async write(values) {
      const odd = Object.entries(values).find(([, value]) => !PLAIN.test(value));
      if (odd !== undefined)
        return { ok: false, says: `What was given for ${odd[0]} is no token: copy it once more.` };
      const fixed = Object.keys(values).find((name) => (outside[name] ?? "") !== "");
      if (fixed !== undefined) {
        const says = `${fixed} is set in the environment that Copydesk was started with, which wins over ${path}: change it there.`;
        return { ok: false, says };
      }
      return writeInto(path, values);
    },
  };
}

async function writeInto(
  path: string,
  values: Readonly<Record<string, string>>,
): Promise<EnvWriting> {
  try {
    // A link stays one: what it names is written.
    const file = await realpath(path).catch(() => path);
    const before = await readFile(file, "utf8").catch(ifMissing);
    const after = withVariables(before ?? "", values);
    if (!changesOnly(before ?? "", after, values)) return { ok: false, says: byHand(path, values) };
    const mode = before === null ? OWNERS : await ownMode(file);
    if (mode === null) return { ok: false, says: byHand(path, values) };
    await replaceFile(file, after, mode);
    return { ok: true };
  } catch {
    return { ok: false, says: byHand(path, values) };
  }
}

function ifMissing(error: unknown): null {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
  throw error;
}

/** `null` for a file of another user's: it would become ours. */
async function ownMode(file: string): Promise<number | null> {
  const { mode, uid } = await stat(file);
  return process.getuid !== undefined && uid !== process.getuid() ? null : mode & 0o777;
}

/** The text with these variables set: each in the line that it has, with its remark; else in a line at the end. */
export function withVariables(text: string, values: Readonly<Record<string, string>>): string {
  return Object.entries(values).reduce((whole, [name, value]) => {
    const own = new RegExp(`^([ \\t]*(?:export[ \\t]+)?${name}[ \\t]*=)([^\\r\\n]*)$`, "gmu");
    if (own.test(whole)) {
      return whole.replace(own, (_, head: string, rest: string) => head + value + remarkIn(rest));
    }
    const gap = whole === "" || whole.endsWith("\n") ? "" : "\n";
    return `${whole}${gap}${name}=${value}\n`;
  }, text);
}

// Reads: abc # the desk's own
function remarkIn(rest: string): string {
  return /^[^'"`#]*?(?<remark>\s+#.*)$/u.exec(rest)?.groups?.remark ?? "";
}

/** A value of several lines may hold what looks like a variable: then nothing is written. */
function changesOnly(
  before: string,
  after: string,
  values: Readonly<Record<string, string>>,
): boolean {
  const wanted = Object.entries({ ...parse(before), ...values }).toSorted();
  return JSON.stringify(Object.entries(parse(after)).toSorted()) === JSON.stringify(wanted);
}

function byHand(path: string, values: Readonly<Record<string, string>>): string {
  const lines = Object.keys(values).map((name) => `${name}=…`);
  return `${path} cannot be written from here. Put there by hand, with what you have pasted above: ${lines.join(" and ")}`;
}
