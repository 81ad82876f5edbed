import { expect, test } from "vitest";
import { openShared } from "#edge/store/postgres/open.ts";
import { ask, describePostgres } from "#tests/postgres/server.ts";
import { newDesk } from "./bot.ts";

const FERRY = `Ferry keeps its berth

PORT ARDEN, May 8 (Tarn Wire) – The ferry keeps its berth in Port Arden, the council said.
`;
/** Nobody takes it over within a test. */
const LONG = 600_000;
const FILED = "select count(*)::int as files from ledger";

describePostgres("processes on one database", (server) => {
  test("beside one at work others take in nothing, stand by, and go on once it has ended", async () => {
    const url = await server().emptyDatabase();
    const store = await openShared(url, LONG);
    const shift = await store.takeShift("the test");
    const desk = newDesk();
    desk.write("ferry.txt", FERRY);
    // Processes on different machines have different data folders.
    const on = (folder: string) => ({ env: { DATABASE_URL: url, COPYDESK_DATA: folder } });
    const standing = desk.start(on("one"));
    const [once, digest] = await Promise.all([
      desk.run(["start", "--once"], on("two")),
      desk.run(["digest", "front-page"], on("three")),
      standing.printed(/Another process is at work on postgres:\/\/127\.0\.0\.1/),
    ]);
    expect([once.code, digest.code]).toEqual([1, 0]);
    expect(once.err).toContain("Another process is at work on postgres://127.0.0.1");
    expect(Object.values({ ...once, ...digest }).join("")).not.toContain(new URL(url).password);
    expect(await ask(url, FILED)).toEqual([{ files: 0 }]);

    await shift?.end();
    await standing.printed(/The work is free: this process goes on with it\./);
    await standing.printed(/Edition of front-page: 1 article/);
    expect(await store.takeShift("the test")).toBeNull();
    expect(await standing.stop("SIGTERM")).toBe(0);
    expect(await store.takeShift("the test")).not.toBeNull();
    await store.close();
  }, 90_000);
});
