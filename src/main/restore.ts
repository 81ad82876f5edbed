import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { subscriptionsOf } from "#core/digest/channel.ts";
import { type LeftPast, RESTORE_DONE, restoredText, settlePast } from "#desk/restored.ts";
import type { FileLog } from "#edge/log/log.ts";
import { settleFolder } from "#edge/store/backup/past.ts";
import { restore as restoreStore } from "#edge/store/backup/restore.ts";
import { StoreError } from "#edge/store/error.ts";
import type { Store } from "#edge/store/store.ts";
import { moveBars } from "#edge/terminal/move.ts";
import type { RestoreOptions } from "#edge/terminal/program.ts";
import { printRestored } from "#edge/terminal/restore.ts";
import { correctionDeskOf, liveChannels, reportDeskOf } from "./desks.ts";
import {
  atTheTerminal,
  clock,
  complainOfOrder,
  DONE,
  FAILED,
  openLogOf,
  openStoreOf,
  out,
  readEnv,
  readSetting,
  type Setting,
} from "./setting.ts";
import { takeInAll } from "./take-in.ts";

/** `restore FILE`: a backup becomes the store, which posts nothing that may have been posted; `--done` ends what it keeps back. */
export async function restore(options: RestoreOptions): Promise<number> {
  return "file" in options ? restoreFile(options) : endRestore();
}

async function restoreFile({
  file,
  replace,
}: {
  readonly file: string;
  readonly replace: boolean;
}): Promise<number> {
  const setting = readSetting();
  needCopy(setting);
  const { COPYDESK_DATA: folder, DATABASE_URL: url } = setting.env;
  const order = { ...{ folder, url, replace }, file: resolve(file), now: clock.now };
  const left = { text: "" };
  const { store, aside } = await restoreStore(
    order,
    async (workshop, note) => {
      left.text = await settle(setting, workshop, note?.madeAt ?? null);
    },
    moveBars(out),
  );
  printRestored(out, { file, store, aside, says: left.text });
  return DONE;
}

/** What the folder has may have been posted since, and what is brought there later would be taken for new. */
function needCopy({ env: { COPYDESK_ARTICLES: place } }: Setting): void {
  if (place.kind !== "folder" || existsSync(place.folder)) return;
  throw new StoreError(
    "absent",
    `The articles are not at ${resolve(place.folder)}. Bring their folder there before, as it was, or name it in COPYDESK_ARTICLES: what came later would be posted as new.`,
  );
}

/** @returns what is to be said of it */
async function settle(setting: Setting, folder: string, madeAt: number | null): Promise<string> {
  const log = openLogOf(setting.env);
  const left = await settleFolder({ folder, madeAt, now: clock.now() }, (store, had) =>
    settleStore(setting, store, { had, log }),
  );
  await log.close();
  return restoredText(left, setting.orders.timeZone);
}

async function settleStore(
  setting: Setting,
  store: Store,
  { had, log }: { readonly had: readonly string[]; readonly log: FileLog },
): Promise<LeftPast> {
  const { registry, live } = setting;
  const channels = (await liveChannels(() => setting, store, complainOfOrder)).list();
  // A platform may get its token only before the next start.
  const every = new Set(registry.platforms.map(({ name }) => name)).union(live);
  const ordered = subscriptionsOf(channels, every).map(({ id }) => id);
  return settlePast({
    ...{ store, clock, by: atTheTerminal(), subscriptions: [...new Set([...had, ...ordered])] },
    corrections: correctionDeskOf(setting, store, () => channels),
    reports: reportDeskOf(setting, store),
    async takeIn() {
      const known = (await store.ledger.stamps()).size;
      const found = await takeInAll(setting, store, log);
      if (found < known / 2) out.complain(out.style("yellow", fewText(found, known)));
    },
  });
}

function fewText(found: number, known: number): string {
  return `Of ${known} files that the backup knows, ${found} are there. If the others are brought later, what changed in them since the backup is posted as new: bring them now, and restore again.`;
}

async function endRestore(): Promise<number> {
  const store = await openStoreOf(readEnv());
  const was = await store.restorations.close(clock.now());
  if (was) {
    const did = "said that all was decided anew that a restore had lost";
    await store.orders.note({ at: clock.now(), ...atTheTerminal(), did });
  }
  await store.close();
  if (was) out.line(RESTORE_DONE);
  else out.complain("Nothing waits for that: the store was not restored, or it was done before.");
  return was ? DONE : FAILED;
}
