import type { Instant } from "#core/article/instant.ts";
import { rehearse } from "#desk/rehearsal.ts";
import { readNewsroom } from "#edge/config/read-newsroom.ts";
import { printRehearsal } from "#edge/terminal/rehearse.ts";
import { readTime } from "#edge/terminal/time.ts";
import { liveChannels } from "./desks.ts";
import {
  clock,
  complainOfOrder,
  DONE,
  openStoreOf,
  out,
  readSetting,
  type Setting,
  WRONG_USE,
} from "./setting.ts";

export interface RehearseOptions {
  readonly from: string;
  /** `null`: until now. */
  readonly to: string | null;
  /** A config file to try; `null`: the newsroom's own. */
  readonly config: string | null;
  readonly json: boolean;
}

/** `rehearse`: what each channel would have had of stored copy; stores and posts nothing. */
export async function rehearseAll(options: RehearseOptions): Promise<number> {
  const setting = settingOf(options.config);
  const now = clock.now();
  const from = timeOf(options.from, setting, now);
  const to = options.to === null ? now : timeOf(options.to, setting, now);
  if (from === null || to === null) return WRONG_USE;
  if (from > to) {
    out.complain("--from comes after --to: nothing lies between them.");
    return WRONG_USE;
  }
  const store = await openStoreOf(setting.env);
  const channels = (await liveChannels(() => setting, store, complainOfOrder)).list();
  const copy = await store.replays.copy({ from, to }, now);
  for (const channel of channels) {
    const span = { from, to };
    printRehearsal(out, await rehearse(store.replays, copy, channel, span, now), options.json);
  }
  await store.close();
  return DONE;
}

function settingOf(config: string | null): Setting {
  const setting = readSetting();
  return config === null
    ? setting
    : { ...setting, orders: readNewsroom(config, setting.registry.shape) };
}

function timeOf(text: string, { orders }: Setting, now: Instant): Instant | null {
  const time = readTime(text, orders.timeZone, now);
  if (time === null) {
    out.complain(`“${text}” is no time: write 18:00, 2026-05-08 or 2026-05-08T18:00Z`);
  }
  return time;
}
