import { expect, test } from "vitest";
import { readEntry } from "#edge/config/read-order.ts";
import { REGISTRY } from "#main/platforms.ts";
import { asked } from "#tests/asked.ts";
import { HOUSE } from "#tests/samples.ts";
import { editorsNewsroom } from "./newsroom.ts";

async function newsroom() {
  const room = await editorsNewsroom({
    readOrder: (entry) => readEntry(entry, HOUSE, REGISTRY.shape),
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

test("what is not for somebody is left out of their own digest, until they want it again", async () => {
  const { ask, file } = await newsroom();
  await file({ id: "b1", title: "Final tonight", section: "sport", tags: ["cup"] });
  await file({ id: "b2", title: "Storm in Velsk Bay", section: "weather", tags: [] });
  const choice = "Sport · 1 article → digest me minus:section:sport";
  expect(await ask("digest mute")).toContain(choice);
  expect(await ask("digest mute")).toContain("#cup · 1 article → digest me minus:tag:cup");
  expect(await ask("digest me minus:section:sport")).toContain("Carries: NOT section:sport\n");
  const told = await ask("digest mute");
  expect(told).not.toContain(choice);
  expect(told).toContain("section:sport → digest me plus:section:sport");
  expect(await ask("digest me minus:section:sport")).toContain(
    "leaves out “section:sport” already",
  );
  expect(await ask("digest me plus:storm")).toContain("carries “storm” already");
  expect(await ask("digest me plus:section:sport")).toContain("Carries: every article\n");
});

test("a digest of one thing alone is ended rather than emptied", async () => {
  const { ask } = await newsroom();
  await ask("digest me topic:flood");
  expect(await ask("digest me minus:flood")).toContain("say /digest off");
  expect(await ask("digest me minus:flood AND")).toContain("cannot be read");
});
