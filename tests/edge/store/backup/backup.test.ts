import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { backUp } from "#edge/store/backup/backup.ts";
import { checkStore } from "#edge/store/check/check.ts";
import { lockFolder } from "#edge/store/lock.ts";
import { openStore } from "#edge/store/store.ts";
import { article, briefOf, entry, NOON } from "../../../contract/store/samples.ts";
import { startChild } from "../child.ts";
import { dump, fillStore } from "../move/sample.ts";
import { temporaryFolder } from "../temporary.ts";
import { orderOf, orphan, SILENT, spoil } from "./sample.ts";

/** A store with rows in every table, of which tests take copies. */
const full = mkdtempSync(join(tmpdir(), "copydesk-store-"));
beforeAll(() => fillStore(full));
afterAll(() => rmSync(full, { recursive: true }));

function filled(): string {
  const folder = temporaryFolder();
  copyFileSync(join(full, "copydesk.db"), join(folder, "copydesk.db"));
  return folder;
}

/** Of a backup, by the path of its file: what a store has in that place. */
function restored(backup: string): string {
  const folder = temporaryFolder();
  copyFileSync(backup, join(folder, "copydesk.db"));
  return folder;
}

describe("a backup", () => {
  test("is one file with every row, and says of what and when, while the bot has the folder", async () => {
    const [folder, out] = [filled(), temporaryFolder()];
    const lock = lockFolder(folder);
    const made = await backUp(orderOf(folder, join(out, "a.db")), SILENT);
    lock.release();
    expect(made).toMatchObject({ articles: 4, editions: 1, note: { madeAt: NOON } });
    expect(made.size).toBe(statSync(join(out, "a.db")).size);
    expect(readdirSync(out)).toEqual(["a.db"]);
    expect(statSync(join(out, "a.db")).mode & 0o777).toBe(0o600);
    const { backup_note: note, ...rows } = Object.fromEntries(dump(restored(join(out, "a.db"))));
    expect(note).toEqual([
      JSON.stringify({ made_at: `${NOON}n`, program: "1.0.0", store: join(folder, "copydesk.db") }),
    ]);
    expect(rows).toEqual(Object.fromEntries(dump(folder)));
  });

  test("that is taken while a store is written is what was committed at one moment", async () => {
    const [folder, out] = [temporaryFolder(), temporaryFolder()];
    const store = await openStore({ folder });
    let writing = true;
    let written = 0;
    const writer = (async () => {
      for (; writing; written += 1) {
        const of = article(`n${written}`);
        await store.transaction(async (tx) => {
          await tx.ledger.record(entry(of, "retried"));
          await tx.archive.file(of, briefOf(of), [entry(of, "taken-in")]);
        });
      }
    })();
    const counts: number[] = [];
    for (let round = 0; round < 6; round += 1) {
      const before = written;
      const backup = join(out, `${round}.db`);
      const made = await backUp(orderOf(folder, backup), SILENT);
      const database = new DatabaseSync(backup);
      const ids = database.prepare("select id from article order by number").all();
      const lines = database.prepare("select count(*) as lines from ledger").get();
      database.close();
      expect(ids.map(({ id }) => id)).toEqual(ids.map((_, index) => `n${index}`));
      expect(lines).toEqual({ lines: 2 * made.articles });
      expect(made.articles).toBeGreaterThanOrEqual(before);
      const findings = await checkStore({ folder: restored(backup), url: undefined }, NOON);
      expect(findings.filter(({ ok }) => !ok)).toEqual([]);
      counts.push(made.articles);
    }
    writing = false;
    await writer;
    await store.close();
    expect(counts.at(-1)).toBeGreaterThan(counts[0] ?? 0);
  });

  test("takes the place of another only where that is asked for", async () => {
    const [folder, out] = [filled(), temporaryFolder()];
    const name = join(out, "a.db");
    writeFileSync(name, "mine");
    await expect(backUp(orderOf(folder, name), SILENT)).rejects.toMatchObject({ code: "taken" });
    expect(readFileSync(name, "utf8")).toBe("mine");
    // One that comes while the backup is made.
    rmSync(name);
    const meanwhile = { ...SILENT, ends: () => writeFileSync(name, "theirs") };
    const late = backUp(orderOf(folder, name), meanwhile);
    await expect(late).rejects.toMatchObject({ code: "taken" });
    expect(readFileSync(name, "utf8")).toBe("theirs");
    expect(readdirSync(out)).toEqual(["a.db"]);
    await backUp(orderOf(folder, name, true), SILENT);
    expect(dump(restored(name)).get("article")).toHaveLength(4);
  });

  test("that is killed leaves what was there, and the next one takes away what it left", async () => {
    const [folder, out] = [filled(), temporaryFolder()];
    const name = join(out, "a.db");
    await backUp(orderOf(folder, name), SILENT);
    const before = readFileSync(name);
    const child = startChild("stop-in-backup", folder, name);
    expect(await child.line()).toBe("inside");
    await child.kill();
    expect(readFileSync(name).equals(before)).toBe(true);
    expect(readdirSync(out).length).toBeGreaterThan(1);
    await backUp(orderOf(folder, name, true), SILENT);
    expect(readdirSync(out)).toEqual(["a.db"]);
  });

  test.each([
    ["whose pages are damaged", (name: string) => spoil(name)],
    ["that is cut off", (name: string) => truncateSync(name, 40_960)],
    ["with a row that points at none", (name: string) => orphan(name)],
    ["that is none of ours", (name: string) => writeFileSync(name, "x".repeat(9_000))],
  ])("is not made of a store %s", async (_, breakIt) => {
    const [folder, out] = [filled(), temporaryFolder()];
    breakIt(join(folder, "copydesk.db"));
    const refused = backUp(orderOf(folder, join(out, "a.db")), SILENT);
    await expect(refused).rejects.toMatchObject({ code: "unreadable" });
    expect(readdirSync(out)).toEqual([]);
  });

  test("needs a store, and makes none", async () => {
    const [folder, out] = [temporaryFolder(), temporaryFolder()];
    const refused = backUp(orderOf(folder, join(out, "a.db")), SILENT);
    await expect(refused).rejects.toMatchObject({ code: "absent" });
    expect(existsSync(join(folder, "copydesk.db"))).toBe(false);
  });

  test("names the folder that is not there, and not the store", async () => {
    const folder = filled();
    const refused = backUp(orderOf(folder, join(folder, "none", "a.db")), SILENT);
    await expect(refused).rejects.toMatchObject({
      code: "unwritable",
      message: expect.stringContaining(join("none", "a.db")),
    });
  });
});
