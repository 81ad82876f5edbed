import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openStore } from "#edge/store/store.ts";
import { newDesk } from "./bot.ts";

/** What the audit says, the first line first. */
async function auditIn(folder: string): Promise<readonly string[]> {
  const store = await openStore({ folder: join(folder, "data") });
  const rows = await store.orders.audit(0, 0, 99);
  await store.close();
  return rows.map(({ by, did }) => `${by} ${did}`).toReversed();
}

const KILLED = `---
title: Ferry keeps its berth
status: canceled
---
PORT ARDEN, May 8 (Tarn Wire) – The ferry keeps its berth in Port Arden, the council said.
`;

test("what the terminal, the config and copy have changed is in the audit of the bot, each once", async () => {
  const desk = newDesk();
  desk.write("ferry.md", KILLED.replace("status: canceled\n", ""));
  desk.write("torn.pdf", "%PDF-1.7 torn");
  await desk.run(["start", "--once"]);
  expect(await auditIn(desk.folder)).toEqual([]);

  expect((await desk.run(["retry"])).out).toContain("torn.pdf");
  const retried = "terminal had 1 file read once more: torn.pdf";
  expect(await auditIn(desk.folder)).toEqual([retried]);

  desk.write("ferry.md", KILLED);
  writeFileSync(
    join(desk.folder, "newsroom.yaml"),
    `timeZone: UTC
roles: { editors: { slack: [U0123ABCD] } }
channels:
  - { name: front-page, schedule: "0 9 * * *" }
`,
  );
  await desk.run(["start", "--once"]);
  await desk.run(["start", "--once"]);
  expect(await auditIn(desk.folder)).toEqual([
    retried,
    "config changed who may do what (roles)",
    "config changed front-page: schedule",
    expect.stringMatching(/^copy killed \w+: /u),
  ]);
}, 240_000);
