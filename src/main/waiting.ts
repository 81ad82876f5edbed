import { type Channel, isAlert, knownTo } from "#core/digest/channel.ts";
import { titleCase } from "#core/message/say.ts";
import { DESK_ALONE, shownOf } from "#desk/approval-shown.ts";
import type { EditionDesk } from "#desk/edition.ts";
import { createWaitingDesk } from "#desk/editor/waiting.ts";
import type { WaitingBoard } from "#edge/preview/waiting-board.ts";
import type { Store } from "#edge/store/store.ts";
import { nextSlot } from "./board.ts";
import { approvalDeskOf } from "./desks.ts";
import { clock, type Setting } from "./setting.ts";

/** What waits for the next edition of each channel, as the page asks for it. */
export function waitingBoardOf(
  setting: Setting,
  store: Store,
  editions: EditionDesk,
  channels: () => readonly Channel[],
): WaitingBoard {
  const desk = createWaitingDesk({ store, editions, clock, platforms: setting.live });
  const approvals = approvalDeskOf(setting, store, channels);
  const shown = (asker: string) => knownTo(channels(), asker).filter((one) => !isAlert(one));
  const named = async <Done>(
    name: string,
    asker: string,
    work: (channel: Channel) => Promise<Done>,
  ) => {
    const channel = shown(asker).find((one) => one.name === name);
    return channel === undefined ? null : work(channel);
  };
  return {
    all: async ({ id }) => {
      const known = shown(id);
      const names = new Set(known.map(({ name }) => name));
      const awaiting = [];
      for (const edition of await approvals.open()) {
        if (!names.has(edition.channel)) continue;
        const { message: _message, ...own } = await shownOf(store.archive, edition, DESK_ALONE);
        awaiting.push(own);
      }
      const rows = known.map((channel) => ({
        ...{ channel: channel.name, title: channel.title ?? titleCase(channel.name) },
        ...{ slot: nextSlot(channel), timeZone: channel.cadence.timeZone },
      }));
      return { channels: rows, awaiting };
    },
    next: (name, { id }) => named(name, id, desk.look),
    arrange: (name, ids, by) => named(name, by.id, (channel) => desk.arrange(channel, ids, by)),
    leaveOut: (name, id, until, by) =>
      named(name, by.id, (channel) => desk.leaveOut(channel, id, until, by)),
    takeBack: (name, id, by) => named(name, by.id, (channel) => desk.takeBack(channel, id, by)),
  };
}
