import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openStore } from "#edge/store/store.ts";
import { newDesk } from "./bot.ts";

const FERRY = `Ferry keeps its berth

PORT ARDEN, May 8 (Tarn Wire) – The ferry keeps its berth in Port Arden, the council said.
`;

test("a backup is restored elsewhere with the folder's copy as past, and says what is to be done", async () => {
  const desk = newDesk();
  desk.write("ferry.txt", FERRY);
  await desk.run(["start", "--once"]);
  const backup = await desk.run(["backup", "news.db"]);
  expect(backup).toMatchObject({ code: 0, err: "" });
  expect(backup.out).toMatch(/Of data\/copydesk\.db, as it was at .* UTC: 1 article, 1 edition\./u);
  expect(backup.out).toContain("Not in it: the config, .env, and the articles' own files.");

  const env = { COPYDESK_DATA: "second" };
  const nowhere = { ...env, COPYDESK_ARTICLES: "none" };
  const early = await desk.run(["restore", "news.db"], { env: nowhere });
  expect(early).toMatchObject({
    code: 1,
    err: expect.stringContaining("Bring their folder there"),
  });
  expect(existsSync(join(desk.folder, "second", "copydesk.db"))).toBe(false);

  desk.write("mayor.txt", FERRY.replaceAll("ferry", "mayor").replaceAll("Ferry", "Mayor"));
  const restored = await desk.run(["restore", "news.db"], { env });
  expect(restored).toMatchObject({ code: 0, err: "" });
  expect(restored.out).toMatch(/^Restored: news\.db is the store at second\/copydesk\.db$/mu);
  expect(restored.out).toMatch(/restored from the backup of .*counts as posted/u);

  const store = await openStore({ folder: join(desk.folder, "second") });
  const place = "front-page@preview:front-page";
  const open = await store.restorations.open();
  expect(open).toMatchObject({ last: 2, unsent: 0 });
  expect(await store.editions.lastSlot(place)).toBe(open?.at);
  expect((await store.editions.passed()).get(place)).toBe(2);
  await store.close();
  expect(await desk.run(["restore", "--done"], { env })).toMatchObject({
    code: 0,
    out: expect.stringContaining("shown to readers again"),
  });
});
