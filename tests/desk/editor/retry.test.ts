import { expect, test } from "vitest";
import { quarantineStory } from "#desk/quarantine.ts";
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

test("what is not for us is out of quarantine and stays known, until other bytes come; it is in the audit, and can be taken back", async () => {
  const room = await withQuarantine("torn.docx", "other.docx");
  const { line, ledger, orders, retries, clock } = room;
  await retries.plan({ path: "torn.docx", contentHash: "x", attempt: 1, due: clock.now() });
  expect(await line("retry torn.docx answer:dismiss", asked())).toContain("is for editors");
  const answer = await line("retry torn.docx answer:dismiss");
  expect(answer).toContain("torn.docx is out of the list.");
  expect(answer).toContain('[Take it back → retry "torn.docx" answer:back]');
  expect(await ledger.quarantined()).toEqual(["other.docx"]);
  expect(await line("status")).not.toContain("torn.docx");
  // It is not read again by itself, and the same bytes are known.
  expect(await retries.of("torn.docx")).toBeNull();
  expect(await ledger.lastSeen("torn.docx")).toMatchObject({ contentHash: "x", articleId: null });
  expect(await line("why torn.docx")).toMatch(/Not for us.*It is torn Not for us, says Ines\./u);
  expect(await line("retry torn.docx answer:dismiss")).toContain("Nothing in quarantine");
  const standing = await ledger.standings(0, clock.now());
  expect(standing.map(({ kind }) => kind)).toEqual(["quarantined", "quarantined"]);

  expect(await line('retry "torn.docx" answer:back')).toContain("in quarantine again");
  expect(await ledger.quarantined()).toEqual(["other.docx", "torn.docx"]);
  expect(await ledger.lastSeen("torn.docx")).toMatchObject({
    rule: "It is torn",
    contentHash: "x",
  });
  expect(await line("retry torn.docx answer:back")).toContain("Nobody has dismissed");
  expect((await orders.audit(0, 0, 9)).map(({ did }) => did)).toEqual([
    "took torn.docx back into quarantine",
    "dismissed torn.docx from quarantine: not for us",
  ]);
  await line("retry torn.docx answer:dismiss");
  await ledger.record({
    ...TORN,
    contentHash: "y",
    path: "torn.docx",
    stage: "quarantined",
    at: clock.now(),
  });
  expect(await ledger.quarantined()).toEqual(["other.docx", "torn.docx"]);
});

test("a story that is not for us is not asked about again each time its file comes", async () => {
  const room = await withQuarantine("news.zip#logo.psd");
  await room.line("retry logo.psd answer:dismiss");
  const again = (reason: string) => {
    const unknown = { file: "news.zip", contentHash: "unread", reason };
    return quarantineStory(room as never, "news.zip#logo.psd", unknown);
  };
  expect(await again("It is torn")).toMatchObject({ kind: "unchanged" });
  expect(await room.ledger.quarantined()).toEqual([]);
  expect(await again("It is empty")).toMatchObject({ kind: "quarantined" });
});
