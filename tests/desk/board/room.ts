import { createBoardDesk } from "#desk/board/desk.ts";
import { statusFor } from "#desk/editor/status.ts";
import { forEditors } from "#desk/held-copy.ts";
import { editorsNewsroom } from "../editor/newsroom.ts";

/** A newsroom with the tabs of its page. */
export async function boardRoom(given: Parameters<typeof editorsNewsroom>[0] = {}) {
  const room = await editorsNewsroom(given);
  const { archive, ledger, stories, arrivals, heldCopy, retries, orders, placeTroubles } = room;
  const board = createBoardDesk({
    ...{ arrivals, ledger, retries, orders, placeTroubles, live: room.live },
    reader: {
      ...{ archive, ledger, stories, clock: room.clock, timeZone: "UTC", channels: room.live.list },
      internalSections: given.internalSections ?? [],
      ...{ nextSlot: () => null, latestEdition: async () => null, deny: () => "t0", whoEdits: "" },
      heldCopyFor: forEditors(heldCopy),
      isStored: async (id) => (await archive.revision(id)) > 0,
      linksTo: (ids, now) => room.editions.linksTo(ids, now),
      articlesIn: async () => [],
    },
    platforms: new Set(["slack", "preview"]),
    newest: async () => new Map(),
    peek: async (path) => ({ lines: [`beginning of ${path}`], size: 9, more: false }),
    status: async (asked) => statusFor(room.parts, { ...asked, command: "status", options: {} }),
    inWords: () => "every hour",
    postsOf: (id) => room.decisions.postsOf(id),
  });
  return { ...room, board };
}
