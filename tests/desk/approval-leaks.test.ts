import { expect, test } from "vitest";
import { COMMANDS } from "#core/reply/command.ts";
import type { Asked } from "#core/reply/front-desk.ts";
import { asked } from "#tests/asked.ts";
import { textOf } from "#tests/message-text.ts";
import { boardRoom } from "./board/room.ts";

const READER = asked({ role: "reader" });
const EDITOR = asked({ role: "editor" });

/** An edition of two articles waits; there is no other channel. */
async function newsroom() {
  const room = await boardRoom({ terms: { approval: { after: null } } });
  const { file, editionDesk, clock } = room;
  await file({ id: "a1", path: "a1.txt", title: "Bridge reopens", body: "The bridge reopened." });
  await file({ id: "b2", path: "b2.txt", title: "Ferry sails", body: "The ferry sailed." });
  await editionDesk.makeDue();
  clock.pass(60_000);
  return room;
}
type Room = Awaited<ReturnType<typeof newsroom>>;

const LINES = [
  ...["digest latest", "schedule", "schedule front-page", "help", "brief a1", "why a1"],
  ...[
    "why a1.txt",
    "search bridge",
    "timeline bridge",
    "context a1",
    "approve",
    "approve edition:1",
  ],
  ...["approve edition:2 answer:go", "approve front-page", "status", "audit"],
];

/** Whatever is answered, offered and shown to somebody, each with what was asked. */
async function everything({ desk, line, board }: Room, from: Asked): Promise<readonly string[]> {
  const said: string[] = [];
  for (const text of LINES) said.push(`${text}: ${await line(text, from)}`);
  for (const { name, options } of COMMANDS) {
    for (const option of options) {
      const offered = await desk.suggest(name, option.name, "", from);
      said.push(`${name} ${option.name}: ${JSON.stringify(offered)}`);
    }
  }
  said.push(`home: ${textOf(await desk.home(from))}`);
  said.push(`/a/a1: ${JSON.stringify(await board.article(from, "a1"))}`);
  return said;
}

/** What only somebody can say who knows of the edition: that it waits, its slot, that something is in it or was posted. */
const OF_IT =
  /waits for an editor|edition of front-page (?:of|on)|posted in|is in the|[Ll]et it go/u;

test("a reader is told nothing of an edition that waits, wherever they ask", async () => {
  const room = await newsroom();
  for (const said of await everything(room, READER)) expect(said).not.toMatch(OF_IT);
  expect(await room.line("digest latest", READER)).not.toMatch(/Bridge|Ferry/u);
  expect(await room.approvalDesk.open()).toHaveLength(1);
  // It is there to be told of.
  expect((await everything(room, EDITOR)).join(" ")).toMatch(OF_IT);
});
