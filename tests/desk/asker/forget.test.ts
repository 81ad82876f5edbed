import { expect, test } from "vitest";
import { asked } from "#tests/asked.ts";
import { textOf } from "#tests/message-text.ts";
import { editorsNewsroom } from "../editor/newsroom.ts";

const READER = asked();
const EDITOR = asked({ asker: { id: "slack:U0009", name: "Bo", role: "editor" } });

async function newsroom() {
  const room = await editorsNewsroom();
  await room.file({ id: "b1", title: "Harbour bridge reopens" });
  await room.line("digest me at:08:00", READER);
  await room.line("wrong b1 what:It closed", READER);
  /** What the outbox has for a place, delivered. */
  const sent = async (address: string) => {
    const claimed = await room.outbox.claim(room.clock.now(), ["slack"]);
    for (const { key } of claimed) {
      await room.outbox.delivered(key, { messageId: key, url: null }, room.clock.now());
    }
    return claimed.filter((one) => one.address === address);
  };
  return { ...room, sent };
}

test("being forgotten is asked about first, and says what would go", async () => {
  const { line, live } = await newsroom();
  expect(await line("forget", READER)).toContain("/desk forget who");
  const question = await line("forget me", READER);
  expect(question).toContain("1 digest or alert of yours, 1 report,");
  expect(question).toContain("[Forget me → forget me sure:yes]");
  expect(live.list().some(({ owner }) => owner === READER.asker.id)).toBe(true);
});

test("afterwards nothing names the asker: not the audit, not the digests, not what editors were told", async () => {
  const { line, live, sent } = await newsroom();
  const [told] = await sent("C0009");
  expect(textOf(told?.message ?? expect.unreachable())).toContain("Ines");
  const answer = await line("forget me sure:yes", READER);
  expect(answer).toContain("Forgotten: 1 digest or alert of yours, 1 report");
  expect(live.list().some(({ owner }) => owner === READER.asker.id)).toBe(false);
  expect(await line("audit", EDITOR)).not.toMatch(/Ines|U0001|u0001/u);
  expect(await line("reports", EDITOR)).toContain("No reader's report is open");
  const [edit] = await sent("C0009");
  expect(edit?.kind).toBe("edit");
  const shown = textOf(edit?.message ?? expect.unreachable());
  expect(shown).toContain("Whoever reported it is forgotten");
  expect(shown).not.toMatch(/Ines|It closed/u);
  expect(await line("digest off", READER)).toContain("You have no digest");
});

test("a notice that waits to be posted goes out without the name", async () => {
  const { line, sent } = await newsroom();
  await line("forget me sure:yes", READER);
  for (const { message } of await sent("C0009")) expect(textOf(message)).not.toContain("Ines");
});

test("a digest that is ordered anew begins anew", async () => {
  const { line, live } = await newsroom();
  await line("forget me sure:yes", READER);
  await line("digest me at:08:00", READER);
  expect(live.list().filter(({ owner }) => owner === READER.asker.id)).toHaveLength(1);
});
