import { copyFile, mkdir, readFile, realpath, stat } from "node:fs/promises";
import { dirname } from "node:path";
import type { Asker } from "#core/reply/front-desk.ts";
import { ConfigError } from "#edge/config/error.ts";
import { newsroomIn } from "#edge/config/read-newsroom.ts";
import { replaceFile } from "#edge/config/replace-file.ts";
import { withChannel, writtenIn } from "#edge/config/write-channel.ts";
import { type Asking, askingAt, GivenUp } from "#edge/terminal/ask.ts";
import { type ConfigDraft, runInit } from "#edge/terminal/init.ts";
import { firstRunOf } from "./first-run.ts";
import { NO_LOG, NOBODY } from "./nobody.ts";
import { REGISTRY, type Registry } from "./platforms.ts";
import { servicesOf } from "./services.ts";
import {
  atTheTerminal,
  clock,
  DONE,
  FAILED,
  livePlatforms,
  openStoreOf,
  out,
  readEnv,
  WRONG_USE,
} from "./setting.ts";

/** Readable by whoever looks after the machine: no secret stands in it. */
const READABLE = 0o644;
/** How a config begins that is made here. */
const HEAD = `# yaml-language-server: $schema=./newsroom.schema.json
#
# Which channels get a digest, of what, and when. docs/config.md names every key, and config/examples/ has more to copy.

`;

const NO_TERMINAL =
  "init asks in a terminal, and this is none. The page does the same: start Copydesk (npm start), open it, and choose Set-up.";

/** `init`: asks what Copydesk needs, writes .env and the config, and posts a test message. */
export async function init(): Promise<number> {
  const { stdin, stderr } = process;
  if (!stdin.isTTY || !stderr.isTTY) {
    out.complain(NO_TERMINAL);
    return WRONG_USE;
  }
  return initBy(askingAt(stdin, stderr));
}

/** @param ask whoever sits there */
export async function initBy(ask: Asking, registry: Registry = REGISTRY): Promise<number> {
  const env = readEnv(registry);
  const config = await draftOf(env.COPYDESK_CONFIG, registry);
  const store = await openStoreOf(env);
  const { installations } = store;
  const parts = { frontDesk: NOBODY, installations, log: NO_LOG };
  const services = await servicesOf(
    () => ({ env, orders: { roles: {} } }),
    () => [],
    parts,
  );
  const firstRun = firstRunOf({ live: livePlatforms(env), registry }, store, () => services);
  const { by, name } = atTheTerminal();
  const asker: Asker = { id: by, name, role: "admin" };
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  try {
    await runInit({ ask, out, config, firstRun, asker, timeZone });
    return DONE;
  } catch (error) {
    if (!(error instanceof GivenUp)) throw error;
    out.complain("\nEnded. What was said to be written stands; nothing else was.");
    return FAILED;
  } finally {
    await Promise.all(firstRun.services().map((service) => service.stop()));
    await store.close();
  }
}

async function draftOf(file: string, registry: Registry): Promise<ConfigDraft> {
  const before = await readFile(file, "utf8").catch(ifMissing);
  // What cannot be read is mended by hand: nothing is written over it.
  const isEmpty = before === null || before.trim() === "";
  if (!isEmpty) newsroomIn(file, before, registry.shape);
  return draft({ file, registry, before }, before ?? "", isEmpty);
}

interface Drafting {
  readonly file: string;
  readonly registry: Registry;
  /** `null`: there is none. */
  readonly before: string | null;
}

/** @param isNew it takes the place of all that stands there */
function draft(drafting: Drafting, text: string, isNew: boolean): ConfigDraft {
  const { file, registry, before } = drafting;
  const base = isNew ? HEAD : text;
  const { timeZone, channels } = writtenIn(base);
  return {
    ...{ file, timeZone, channels },
    anew: () => draft(drafting, text, true),
    draft({ timeZone: zone, ...channel }) {
      const after = withChannel(base, channel, zone);
      return {
        faults: faultsIn(file, after, registry),
        async write() {
          const isLost = isNew && before !== null && before.trim() !== "";
          const kept = isLost ? `${file}.${stamp(clock.now())}` : null;
          await mkdir(dirname(file), { recursive: true });
          if (kept !== null) await copyFile(file, kept);
          // A link stays one: what it names is written.
          const path = before === null ? file : await realpath(file);
          const mode = before === null ? READABLE : (await stat(path)).mode & 0o777;
          await replaceFile(path, after, mode);
          return kept;
        },
      };
    },
  };
}

function faultsIn(file: string, text: string, { shape }: Registry): readonly string[] {
  try {
    newsroomIn(file, text, shape);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.faults.map(({ says }) => says);
  }
}

/** `2026-12-01T01-50-00` */
function stamp(now: number): string {
  return new Date(now).toISOString().slice(0, 19).replaceAll(":", "-");
}

function ifMissing(error: unknown): null {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
  throw error;
}
