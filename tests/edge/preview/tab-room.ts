import type { Article } from "#core/article/article.ts";
import { createWriteBrief } from "#core/brief/write.ts";
import { createMendDesk } from "#desk/editor/mending.ts";
import { placeArticle } from "#desk/place-story.ts";
import type { Board } from "#edge/preview/board.ts";
import { AT_THE_MACHINE } from "#edge/preview/visitor.ts";
import type { WaitingBoard } from "#edge/preview/waiting-board.ts";
import { createWaitingBoard } from "#main/waiting.ts";
import { sampleArticle } from "#tests/samples.ts";
import { boardRoom } from "../../desk/board/room.ts";
import { createNewsroom, type Newsroom, NOW, sampleEdition } from "./newsroom.ts";

const writeBrief = createWriteBrief();
const HOUR = 3_600_000;

const BRIDGE =
  "PORT ELLERY, Nov 22 (Tideline) – The Halden harbour bridge will close to all traffic for eleven nights from Monday, the port authority said.\n\n“We would rather close a bridge at night than explain by day why we did not,” said Mira Solen, the authority's chief engineer.\n\nThe bridge carried 31,000 vehicles a day last year.";
const LATER =
  "PORT ELLERY (Tarn Wire) – The Halden harbour bridge will close for nine nights from Monday, the port authority said on Sunday.\n\nHauliers expect detours of 40 minutes.";

/**
 * A newsroom with a store of its own: two reports of one story, one that is held, one that was killed, one from right to left, and a file in
 * quarantine; an edition that waits for an editor's word, and stories that wait for the next one; its page has tabs, and its desk gives
 * orders.
 */
export async function tabRoom() {
  const terms = { approval: { after: 4 * HOUR }, most: 4 };
  const room = await boardRoom({ start: new Date(NOW).toISOString(), terms });
  const { file, ledger, clock, line } = room;
  const filed = async (id: string, fields: Partial<Article>) => {
    const own = { id, path: `${id}.txt`, ...fields };
    await file(own, writeBrief(sampleArticle({ takenIn: clock.now(), ...own })));
    clock.pass(60_000);
  };
  await filed("b1r", {
    ...{ title: "Harbour bridge to close for eleven nights", body: BRIDGE, source: "Tideline" },
    ...{ section: "Local", tags: ["transport"], sourceUrl: "https://tideline.example/bridge" },
  });
  await filed("b2r", {
    title: "Bridge to close for nine nights",
    body: LATER,
    source: "Tarn Wire",
  });
  await filed("rt1", {
    title: "بلدية المرفأ تعلن إغلاق الجسر ليلاً",
    body: "أعلنت بلدية المرفأ إغلاق الجسر ليلاً.",
  });
  await filed("s3c", {
    ...{ title: "Secret plans for the ferry", body: "The ferry will be sold, the port said." },
    embargo: { kind: "until", instant: clock.now() + 48 * HOUR, text: "until then" },
  });
  await filed("k4d", { title: "Wrong toll of the storm", body: "The toll was 99, the port said." });
  await line("kill k4d sure:yes");
  await placeBeside(room, "b1r", []);
  await placeBeside(room, "b2r", ["b1r"]);
  await ledger.record({
    ...{ path: "wire/torn <b>.docx", contentHash: "x", stage: "quarantined", articleId: null },
    ...{ rule: "It is torn. Save it anew.", at: clock.now() },
  });
  await room.editionDesk.makeDue();
  for (const [id, title] of WAITING) await filed(id, { title, body: `${title}, the port said.` });
  const waiting = waitingIn(room);
  await waiting.leaveOut("front-page", "w5t", "next", AT_THE_MACHINE);
  const { archive, transaction, parts } = room;
  const mend = createMendDesk({ archive, clock, store: { transaction }, chase: parts.chase });
  const own = { desk: room.board, frontDesk: room.desk, mend, waiting };
  const newsroom: Newsroom = { ...createNewsroom(), ...own };
  const { board } = createNewsroom();
  const shown: Board = { ...board, editions: async () => [sampleEdition(NOW)] };
  return { ...newsroom, board: shown, room };
}

/** Stories of the next edition, and more than it has room for. */
const WAITING = [
  ["w1t", "Ferry sails at noon"],
  ["w2t", "Crane is oiled"],
  ["w3t", "Quay is swept"],
  ["w4t", "Buoy is painted"],
  ["w5t", "Mole is lit"],
  ["w6t", "Tug is sold"],
] as const;

function waitingIn(room: Awaited<ReturnType<typeof boardRoom>>): WaitingBoard {
  return createWaitingBoard({
    ...{ store: room.storeItself, editions: room.editionDesk, approvals: room.approvalDesk },
    ...{ clock: room.clock, channels: room.live.list, internalSections: [] },
    platforms: new Set(["slack", "preview"]),
  });
}

async function placeBeside(
  { transaction, archive, clock }: Awaited<ReturnType<typeof boardRoom>>,
  id: string,
  others: readonly string[],
): Promise<void> {
  const filed = await archive.current(id);
  if (filed === null) throw new RangeError(`no article ${id}`);
  const links = others.map((other) => ({ one: id, other, score: 6, shared: ["bridge"] }));
  const rules = { link: () => ({ duplicate: null, links }), weigh: (known: never) => known };
  await placeArticle({ transaction } as never, filed, clock.now(), rules as never);
}
