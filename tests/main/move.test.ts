import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { type PostgresServer, startPostgres } from "#tests/postgres/server.ts";
import { newDesk } from "./bot.ts";

let server: PostgresServer;

beforeAll(async () => {
  server = await startPostgres();
});

afterAll(() => server.stop());

const FERRY = `Ferry keeps its berth

PORT ARDEN, May 8 (Tarn Wire) – The ferry keeps its berth in Port Arden, the council said.
`;

test("a store moves to PostgreSQL and back: nothing is posted twice, and no password is printed", async () => {
  const desk = newDesk();
  const url = await server.emptyDatabase();
  onTestFinished(() => server.giveBack(url));
  const shown = url.replace(/\/\/.*@/u, "//");
  desk.write("ferry.txt", FERRY);
  await desk.run(["start", "--once"]);
  const there = await desk.run(["move", "--to", url]);
  expect(there).toMatchObject({ code: 0, err: "" });
  expect(there.out).toMatch(/^ {2}article +1$/mu);
  expect(there.out).toContain("each compared with what it was");
  expect(there.out).toContain(`To   ${shown}\nNow set DATABASE_URL in .env`);

  const shared = await desk.run(["start", "--once"], { env: { DATABASE_URL: url } });
  expect(shared.out).toContain("1 known");
  expect(shared.out).not.toContain("Edition of front-page");
  const again = await desk.run(["move", "--to", url]);
  expect(again.code).toBe(1);
  expect(again.err).toContain(`The database ${shown} has rows already`);

  const env = { COPYDESK_DATA: "second" };
  const back = await desk.run(["move", "--from", url], { env });
  expect(back).toMatchObject({ code: 0, err: "" });
  expect(back.out).toContain("Now take DATABASE_URL out of .env");
  const embedded = await desk.run(["start", "--once"], { env });
  expect(embedded.out).toContain("1 known");
  expect(embedded.out).not.toContain("Edition of front-page");

  const log = join(desk.folder, "data", "copydesk.log");
  const printed = [there, shared, again, back, embedded].map(({ out, err }) => `${out}${err}`);
  printed.push(existsSync(log) ? readFileSync(log, "utf8") : "");
  expect(printed.join("")).not.toContain(new URL(url).password);
});
