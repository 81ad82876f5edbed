import { statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fileIn, openStore } from "#edge/store/store.ts";
import { prepareAside } from "#main/prepare-aside.ts";
import { createLook } from "#main/tend-log.ts";
import { createLogInbox, silentLog } from "#tests/fake/log.ts";
import { article, file as fileArticle } from "../contract/store/samples.ts";
import { temporaryFolder } from "../edge/store/temporary.ts";

test("the log is taken in when something was written, and not again before more is", async () => {
  const file = fileIn(temporaryFolder());
  const write = (second: number) => {
    writeFileSync(`${file}-wal`, "");
    utimesSync(`${file}-wal`, second, second);
  };
  let taken = 0;
  const takeIn = async () => {
    taken += 1;
  };
  const look = createLook({ file, takeIn, log: silentLog });
  const seen: number[] = [];
  for (const second of [1, 1, 2, 2, 3]) {
    write(second);
    await look();
    seen.push(taken);
  }
  expect(seen).toEqual([1, 1, 2, 2, 3]);
});

test("where that fails it is noted, and tried again; a look during another one is left out", async () => {
  const file = fileIn(temporaryFolder());
  writeFileSync(`${file}-wal`, "");
  const { log, lines } = createLogInbox();
  let taken = 0;
  const takeIn = async () => {
    taken += 1;
    if (taken === 1) throw new RangeError("no room");
  };
  const look = createLook({ file, takeIn, log });
  await look();
  expect(await lines.take()).toMatchObject({ level: "warn", event: "store's log not taken in" });
  await Promise.all([look(), look()]);
  expect(taken).toBe(2);
});

test("a thread takes the log in while the store is open, and in a transaction", async () => {
  const folder = temporaryFolder();
  const store = await openStore({ folder });
  const aside = prepareAside();
  const size = () => statSync(join(folder, "copydesk.db")).size;
  await fileArticle(store, article("ferry", { body: "The ferry was late. ".repeat(5_000) }));
  const before = size();
  await store.transaction(async ({ orders }) => {
    await orders.note({ at: 5, by: "slack:U1", name: "Ines", did: "looked" });
    await aside.takeLogIn(fileIn(folder));
  });
  expect(size()).toBeGreaterThan(before + 50_000);
  expect(await store.orders.audit(0, 0, 9)).toHaveLength(1);
  await aside.close();
  await store.close();
});
