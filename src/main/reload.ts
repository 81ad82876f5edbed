import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import type { Channel } from "#core/digest/channel.ts";
import { EN } from "#core/language/en.ts";
import { languageOf } from "#core/language/languages.ts";
import { changesIn, noteConfig } from "#desk/config-changes.ts";
import type { Log } from "#desk/port/log.ts";
import type { Warnings } from "#desk/warning.ts";
import { ConfigError, type Fault, faultLine } from "#edge/config/error.ts";
import { newsroomIn } from "#edge/config/read-newsroom.ts";
import type { Store } from "#edge/store/store.ts";
import { missingTokenWarnings } from "#edge/terminal/welcome.ts";
import type { InForce } from "./in-force.ts";
import { clock, out, type Setting } from "./setting.ts";
import { saidIn } from "./settings.ts";

/** Reads the config again while the bot works. */
export interface Reload {
  /** Something may have happened to the file: it is read once it is written out. */
  look(): Promise<void>;
  /** Somebody asks for it, and is told also that nothing has changed. */
  ask(): Promise<void>;
  /** Begins nothing more. */
  stop(): void;
}

export interface ReloadParts {
  readonly force: InForce;
  readonly store: Store;
  readonly log: Log;
  readonly warnings: () => Warnings | undefined;
  /** A new config is in force: what it feeds is looked at. */
  readonly onChanged: () => Promise<void>;
}

/** Milliseconds: two readings so far apart that are the same are of a file that nobody is writing. */
const QUIET = 300;
/** What is faulty, or gone, may be an editor's half of a file: it gets so much longer. */
const DOUBT = 1_500;

const GOES_ON = "Copydesk goes on with what it said before.";
const MENDED = "The config file can be used again, and is in force.";

export function createReload(parts: ReloadParts): Reload {
  const { force, log } = parts;
  const file = force.now().env.COPYDESK_CONFIG;
  let inForce = readText(file);
  /** What was looked at last, in force or not. */
  let seen = inForce;
  let stopped = false;
  let looking: Promise<void> | null = null;
  const settled = async (text: string | null, quiet: number): Promise<string | null> => {
    await wait(quiet, undefined, { ref: false });
    const again = readText(file);
    return again === text ? text : settled(again, QUIET);
  };
  const lookNow = async (): Promise<void> => {
    const text = await settled(readText(file), QUIET);
    if (stopped || text === seen) return;
    const reading = read(force.now(), text);
    if (reading.ok) {
      seen = text;
      await putInForce(parts, reading.setting, text !== inForce);
      inForce = text;
      return;
    }
    if ((await settled(text, DOUBT)) !== text) return lookNow();
    if (stopped) return;
    seen = text;
    tellFaults(parts, reading.faults);
  };
  const look = () => {
    looking ??= lookNow()
      .catch((error: unknown) => {
        // The next look tries it again.
        seen = null;
        log.error("config not read again", { error });
      })
      .finally(() => {
        looking = null;
      });
    return looking;
  };
  return {
    look,
    async ask() {
      const before = seen;
      await look();
      if (!stopped && seen === before)
        out.line(
          seen === inForce
            ? `${file} says what it said: nothing to change.`
            : `${file} is as faulty as before. ${GOES_ON}`,
        );
    },
    stop() {
      stopped = true;
    },
  };
}

/** `null`: it is not there, or nobody may read it. */
function readText(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

type Reading =
  | { readonly ok: true; readonly setting: Setting }
  | { readonly ok: false; readonly faults: readonly Fault[] };

function read(before: Setting, text: string | null): Reading {
  const { env, registry, orders } = before;
  const where = env.COPYDESK_CONFIG;
  if (text === null)
    return { ok: false, faults: [{ where, line: null, says: "this file is not there any more" }] };
  try {
    const after = newsroomIn(where, text, registry.shape);
    // What is posted is made to fit in the language of the start, a question may be out, and so may a call for a feed: the next one has the others.
    const { language, model, feeds } = orders;
    return { ok: true, setting: { ...before, orders: { ...after, language, model, feeds } } };
  } catch (error) {
    if (error instanceof ConfigError) return { ok: false, faults: error.faults };
    throw error;
  }
}

async function putInForce(parts: ReloadParts, setting: Setting, isNew: boolean): Promise<void> {
  const { force, store, log } = parts;
  const changes = changesIn(saidIn(force.now()), saidIn(setting));
  if (isNew && changes.length > 0) {
    // What cannot be noted is not in force either: the next look tries it again.
    await noteConfig(store, clock, saidIn(setting));
    force.set(setting);
    await parts.onChanged();
    out.line(out.style("green", inForceLine(setting, changes)));
    for (const warning of warningsOf(setting, setting.orders.channels))
      out.line(out.style("yellow", `  Note      ${warning}`));
    log.info("config in force", { changes });
  }
  parts.warnings()?.clear("config", MENDED);
}

/** `config/newsroom.yaml is in force: changed front-page: schedule; added the channel sport.` */
function inForceLine({ env, orders }: Setting, changes: readonly string[]): string {
  const written = orders.settings.get("")?.language;
  const isLater =
    (languageOf(typeof written === "string" ? written : null) ?? EN) !== orders.language;
  const isModelLater = changes.some((change) => /\bmodel\b/u.test(change));
  const areFeedsLater = changes.some((change) => /\bfeeds\b/u.test(change));
  const later = [
    ...(isLater ? [" The language counts from the next start."] : []),
    ...(isModelLater ? [" The language model counts from the next start."] : []),
    ...(areFeedsLater ? [" The feeds count from the next start."] : []),
  ].join("");
  return `${env.COPYDESK_CONFIG} is in force: ${changes.join("; ")}.${later}`;
}

/** What works, but perhaps not as meant: told at a start, and whenever the config is read. */
export function warningsOf(
  { orders, registry, live }: Setting,
  channels: readonly Channel[],
): readonly string[] {
  return [
    ...orders.warnings.map(faultLine),
    ...missingTokenWarnings(channels, registry.tokens, live),
  ];
}

function tellFaults({ force, log, warnings }: ReloadParts, faults: readonly Fault[]): void {
  const { COPYDESK_CONFIG: file } = force.now().env;
  for (const fault of faults) out.complain(out.style("red", faultLine(fault)));
  out.complain(GOES_ON);
  log.warn("config faulty", { faults: faults.map(faultLine) });
  const says = `${file} was changed, and cannot be used as it is: \`npm run copydesk -- doctor\` names what is wrong. ${GOES_ON}`;
  warnings()?.raise("config", says);
}
