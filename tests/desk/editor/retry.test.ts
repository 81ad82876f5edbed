import { expect, test } from "vitest";
import { asked } from "#tests/asked.ts";
import { editorsNewsroom } from "./newsroom.ts";

const TORN = { contentHash: "x", articleId: null, rule: "It is torn" } as const;

async function withQuarantine(...paths: readonly string[]) {
  const room = await editorsNewsroom();
  for (const path of paths) {
    await room.ledger.record({ ...TORN, path, stage: "quarantined", at: room.clock.now() });
  }
  const due = async () => (await room.retries.due(room.clock.now())).map(({ path }) => path);
  return { ...room, due };
}

test.each([
  ["retry wire/torn.docx", ["wire/torn.docx"]],
  ["retry torn.docx", ["wire/torn.docx"]],
  ["retry TORN", ["wire/torn.docx"]],
  ["retry a #1 tip.txt", ["wire/a #1 tip.txt"]], // a sign in its own name
  ["retry flood.txt", ["news.zip"]], // a story in a file
  ["retry wire", []], // two fit
  ["retry nothing.txt", []],
])("%s has read once more: %j", async (line, expected) => {
  const {
    ledger,
    clock,
    due,
    line: ask,
  } = await withQuarantine(...["wire/torn.docx", "wire/a #1 tip.txt", "news.zip#flood.txt"]);
  await ledger.record({ ...TORN, path: "news.zip", stage: "opened", at: clock.now() });
  const answer = await ask(line);
  expect(await due()).toEqual(expected);
  expect(answer).toContain(expected.length === 0 ? "“" : "once more within a minute");
});

test("it is in the audit, and takes an editor", async () => {
  const { line, due, orders } = await withQuarantine("torn.docx");
  expect(await line("retry torn.docx", asked())).toContain("is for editors");
  expect(await due()).toEqual([]);
  await line("retry torn.docx");
  expect(await orders.audit(0, 0, 9)).toMatchObject([{ did: "asked to read torn.docx once more" }]);
});
