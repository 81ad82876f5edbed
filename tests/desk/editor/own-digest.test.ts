import { expect, test } from "vitest";
import { readEntry } from "#edge/config/read-order.ts";
import { REGISTRY } from "#main/platforms.ts";
import { asked } from "#tests/asked.ts";
import { editorsNewsroom } from "./newsroom.ts";

async function newsroom() {
  const room = await editorsNewsroom({
    readOrder: (entry) => readEntry(entry, "UTC", REGISTRY.shape),
  });
  return { ...room, ask: (line: string) => room.line(line, asked()) };
}

test("a search is kept up as a digest to the asker, and the next one beside it", async () => {
  const { ask, file } = await newsroom();
  await file({ id: "b1", title: "Storm in Velsk Bay", body: "A storm." });
  expect(await ask("search storm")).toContain("[Keep me posted → digest me plus:storm]");
  expect(await ask("digest me plus:storm")).toContain("Carries: storm\n");
  expect(await ask("digest me plus:flood AND velsk")).toContain(
    "Carries: storm OR flood AND velsk",
  );
  expect(await ask("digest me plus:storm")).toContain("carries “storm” already");
  expect(await ask("digest me at:07:30")).toContain("Carries: storm OR flood AND velsk");
  expect(await ask("digest me topic:sport")).toContain("Carries: sport\n");
});

test("a digest of everything carries it already, and what cannot be read is told", async () => {
  const { ask } = await newsroom();
  await ask("digest me at:08:00");
  expect(await ask("digest me plus:storm")).toContain("carries every article already");
  expect(await ask("digest me plus:storm AND")).toContain("cannot be read");
});
