import { audienceAt } from "#core/access/audience.ts";
import { mayGive, type Order } from "#core/access/may-give.ts";
import { isEditor } from "#core/access/role.ts";
import { isFor, type Readers } from "#core/article/audience.ts";
import { type Channel, isAlert, knownTo } from "#core/digest/channel.ts";
import type { Platform } from "#core/digest/subscription.ts";
import { titleCase } from "#core/message/say.ts";
import type { Visitor } from "#core/reply/front-desk.ts";
import type { ApprovalDesk } from "#desk/approval.ts";
import { shownOf } from "#desk/approval-shown.ts";
import type { EditionDesk } from "#desk/edition.ts";
import { createWaitingDesk } from "#desk/editor/waiting.ts";
import type { Clock } from "#desk/port/clock.ts";
import type { StoreOf } from "#desk/port/unit-of-work.ts";
import type { WaitingBoard } from "#edge/preview/waiting-board.ts";
import type { Store } from "#edge/store/store.ts";
import { nextSlot } from "./board.ts";
import { approvalDeskOf } from "./desks.ts";
import { clock, type Setting } from "./setting.ts";

/** What is wished for a channel is an editor's of the newsroom, or of that channel. */
const WISH: Order = { permission: "editor", ofChannel: true };

export interface WaitingBoardParts extends Pick<Readers, "internalSections"> {
  readonly store: StoreOf<"archive" | "editions">;
  readonly editions: Pick<EditionDesk, "lookAhead">;
  readonly approvals: Pick<ApprovalDesk, "open">;
  readonly clock: Clock;
  /** As they are at this moment. */
  readonly channels: () => readonly Channel[];
  /** Platforms that are set up. */
  readonly platforms: ReadonlySet<Platform>;
}

/** What waits for the next edition of each channel, as the page asks for it. */
export function waitingBoardOf(
  setting: Setting,
  store: Store,
  editions: EditionDesk,
  channels: () => readonly Channel[],
): WaitingBoard {
  const { live: platforms, orders } = setting;
  const approvals = approvalDeskOf(setting, store, channels);
  const { internalSections } = orders;
  return createWaitingBoard({
    ...{ store, editions, approvals, clock, channels, platforms, internalSections },
  });
}

export function createWaitingBoard(parts: WaitingBoardParts): WaitingBoard {
  const { store, clock, channels, approvals, internalSections } = parts;
  const readersFor = ({ role, as }: Visitor): Readers => {
    const standing = { role, channel: null, whereabouts: { kind: "page", as } } as const;
    return { audience: audienceAt(standing, channels()), internalSections };
  };
  const desk = createWaitingDesk({ ...parts, readersFor });
  const shown = (asker: Visitor) => {
    const { audience } = readersFor(asker);
    return knownTo(channels(), asker.id).filter(
      (one) => !isAlert(one) && mayGive(WISH, asker, one.name) && isFor(one.audience, audience),
    );
  };
  const named = async <Done>(
    name: string,
    asker: Visitor,
    work: (channel: Channel) => Promise<Done>,
  ) => {
    const channel = shown(asker).find((one) => one.name === name);
    return channel === undefined ? null : work(channel);
  };
  return {
    all: async (asker) => {
      const known = shown(asker);
      const names = new Set(known.map(({ name }) => name));
      const viewer = { ...readersFor(asker), seesHeld: isEditor(asker) };
      const awaiting = [];
      for (const edition of await approvals.open()) {
        if (!names.has(edition.channel)) continue;
        const showing = { archive: store.archive, clock };
        const { message: _message, ...own } = await shownOf(showing, edition, viewer);
        awaiting.push(own);
      }
      const rows = known.map((channel) => ({
        ...{ channel: channel.name, title: channel.title ?? titleCase(channel.name) },
        slot: nextSlot(channel, clock.now()),
        timeZone: channel.cadence.timeZone,
      }));
      return { channels: rows, awaiting };
    },
    next: (name, asker) => named(name, asker, (channel) => desk.look(channel, asker)),
    arrange: (name, ids, by) => named(name, by, (channel) => desk.arrange(channel, ids, by)),
    leaveOut: (name, id, until, by) =>
      named(name, by, (channel) => desk.leaveOut(channel, id, until, by)),
    takeBack: (name, id, by) => named(name, by, (channel) => desk.takeBack(channel, id, by)),
  };
}
