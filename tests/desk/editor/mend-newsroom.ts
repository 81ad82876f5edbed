import { createWriteBrief } from "#core/brief/write.ts";
import { createPrepare } from "#desk/prepare.ts";
import { textOf } from "#tests/message-text.ts";
import { readTestCopy } from "../fixture.ts";
import { editorsNewsroom } from "./newsroom.ts";

export const ID = "bridgetxt";
const PAGE = "front-page@preview:front-page";

export const COPY = `guid: b1
title: Harbour bridge reopens after six years

The swing bridge across Tarnmouth harbour reopened to traffic on Friday after six years of repairs.

“It held from the first hour, and it will hold for sixty years,” said Mira Solen, chief engineer of the port.

About 12,000 vehicles a day are expected to use the bridge, which spares drivers a detour of 34 kilometres.

Mayor Joss Harrow promised an inquiry into the cost. “People waited long enough for the bridge,” Harrow told reporters.

The authority reportedly paid 3.2 million crowns to a contractor that withdrew in 2023.`;

/** What stands in the post that shows the article. */
export const SAID = "People waited long enough for the bridge";

/** A newsroom whose briefs are written by the rules, with an article that is posted on the page. */
export async function postedNewsroom() {
  const prepare = createPrepare({
    ...{ readCopy: readTestCopy, writeBrief: createWriteBrief() },
    hash: (text) => text.length.toString(16).padStart(8, "0") + text.slice(-20),
  });
  const newsroom = await editorsNewsroom({ prepare });
  await newsroom.take("bridge.txt", COPY);
  await newsroom.editionDesk.makeDue();
  for (const { key } of await newsroom.outbox.claim(newsroom.clock.now(), ["preview"])) {
    await newsroom.outbox.delivered(key, { messageId: key, url: null }, newsroom.clock.now());
  }
  const shown = async () => {
    const editions = await newsroom.editions.issued(PAGE, 5);
    return {
      text: editions.flatMap(({ messages }) => messages.map(textOf)).join("\n"),
      thread: editions.flatMap(({ replies }) => replies.flat().map(({ summary }) => summary)),
    };
  };
  const filed = async () => {
    const found = await newsroom.archive.current(ID);
    if (found === null) throw new RangeError(`no ${ID}`);
    return found;
  };
  return { ...newsroom, shown, filed };
}
