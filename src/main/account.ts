import { count } from "#core/message/say.ts";
import { balanceOf, standEach } from "#desk/balance.ts";
import type { Store } from "#edge/store/store.ts";
import { printLedger } from "#edge/terminal/ledger.ts";
import { pathInPlace } from "#edge/terminal/path.ts";
import { readTime } from "#edge/terminal/time.ts";
import { printable } from "#edge/terminal/wrap.ts";
import { liveChannels, whyFiltered } from "./desks.ts";
import { takeInIfIdle } from "./look.ts";
import {
  atTheTerminal,
  clock,
  complainOfOrder,
  DONE,
  FAILED,
  openStoreOf,
  out,
  readSetting,
  type Setting,
  WRONG_USE,
} from "./setting.ts";
import { sourceOf } from "./source.ts";

const DAY = 24 * 60 * 60 * 1000;

/** `ledger`: files in = posted + waiting + merged + filtered + held + quarantined. */
export async function ledger(options: {
  readonly since: string | null;
  readonly json: boolean;
}): Promise<number> {
  const setting = readSetting();
  const now = clock.now();
  const since =
    options.since === null ? now - DAY : readTime(options.since, setting.orders.timeZone, now);
  if (since === null) {
    out.complain(`“${options.since}” is no time: write 18:00, 2026-05-08 or 2026-05-08T18:00Z`);
    return WRONG_USE;
  }
  const store = await openStoreOf(setting.env);
  const { archive, ledger: book } = store;
  const channels = await liveChannels(() => setting, store, complainOfOrder);
  const parts = {
    archive,
    ledger: book,
    clock,
    whyFiltered: await whyFiltered(setting, store, channels.list()),
  };
  const stood = await standEach(parts, since);
  await store.close();
  printLedger(out, { since, stood, balance: balanceOf(stood) }, options.json);
  return DONE;
}

/** `retry`: marks quarantined files as unread; a bot at work is told, else they are read here. */
export async function retry(files: readonly string[]): Promise<number> {
  const setting = readSetting();
  const { COPYDESK_ARTICLES: place } = setting.env;
  const store = await openStoreOf(setting.env);
  const waiting = filesOf(await store.ledger.quarantined(), await store.ledger.stamps());
  const wanted = files.map((file) => pathInPlace(place, file));
  const unknown = wanted.filter((path) => !waiting.has(path));
  for (const path of unknown) out.complain(`${printable(path)} is not in quarantine.`);
  const chosen =
    wanted.length === 0 ? [...waiting.keys()] : wanted.filter((path) => waiting.has(path));
  for (const path of chosen) await markUnread(store, path, waiting.get(path) ?? []);
  if (chosen.length > 0) await noteRetry(store, chosen);
  const readHere = chosen.length > 0 && (await takeInIfIdle(setting, store));
  if (chosen.length > 0 && !readHere) await tellAll(setting, store, chosen);
  await sayWhatCame(store, chosen, readHere);
  await store.close();
  return unknown.length > 0 ? FAILED : DONE;
}

/** The files in which something is quarantined, each with the paths that are. */
function filesOf(
  quarantined: readonly string[],
  stamps: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly string[]> {
  const files = new Map<string, string[]>();
  for (const path of quarantined) {
    const file = fileOf(path, stamps);
    files.set(file, [...(files.get(file) ?? []), path]);
  }
  return files;
}

/** `news.zip#flood.txt` lies in `news.zip`; a file's own name may have a `#` too. */
function fileOf(path: string, stamps: ReadonlyMap<string, string>): string {
  if (stamps.has(path)) return path;
  for (let at = path.indexOf("#"); at !== -1; at = path.indexOf("#", at + 1)) {
    if (stamps.has(path.slice(0, at))) return path.slice(0, at);
  }
  return path;
}

async function markUnread(store: Store, file: string, paths: readonly string[]): Promise<void> {
  const rule = "An editor asked to read it once more";
  await store.filing(async ({ ledger }) => {
    for (const path of new Set([file, ...paths])) {
      const entry = { path, contentHash: "", stage: "retried", rule, at: clock.now() } as const;
      await ledger.record({ ...entry, articleId: null });
    }
    await ledger.noteStamp(file, null);
  });
}

/** Named by a few of them: all of a full quarantine may have been meant. */
const MOST_NAMED = 5;

async function noteRetry({ orders }: Store, paths: readonly string[]): Promise<void> {
  const named = paths.slice(0, MOST_NAMED).map(printable).join(", ");
  const more = paths.length > MOST_NAMED ? `, and ${paths.length - MOST_NAMED} more` : "";
  const did = `had ${count(paths.length, "file")} read once more: ${named}${more}`;
  await orders.note({ at: clock.now(), ...atTheTerminal(), did });
}

/** The bot that is at work sees the new time of a file, and reads it; of an object it is told by what is due to be tried again. */
async function tellAll(
  { env }: Setting,
  { retries }: Store,
  paths: readonly string[],
): Promise<void> {
  const now = clock.now();
  const source = sourceOf(env);
  for (const path of paths) {
    if (await source.touch(path, now)) continue;
    await retries.plan({ path, contentHash: "", attempt: 0, due: now });
  }
}

async function sayWhatCame(store: Store, paths: readonly string[], read: boolean): Promise<void> {
  if (paths.length === 0) out.line("Nothing is in quarantine that could be read once more.");
  for (const path of paths) {
    const last = read ? (await store.ledger.history(path)).at(-1) : undefined;
    const said = last === undefined ? "the bot reads it once more" : `${last.stage}. ${last.rule}`;
    out.line(`${printable(path)}: ${printable(said)}`);
  }
}
