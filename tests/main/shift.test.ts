import { setTimeout as wait } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { openShared } from "#edge/store/postgres/open.ts";
import { startFakeSlack } from "#tests/edge/slack/fake/slack.ts";
import { ask, describePostgres } from "#tests/postgres/server.ts";
import { newDesk, type Running } from "./bot.ts";

const report = (index: number) => `Ferry ${index} keeps its berth

PORT ARDEN, May 8 (Tarn Wire) – Ferry number ${index} keeps its berth in Port Arden, the council said.
`;
const TAKEN_IN =
  "select count(distinct path)::int as files, count(*)::int as times from ledger where stage = 'taken-in'";
const WORKERS = "select count(*)::int as workers from shift";
/** Seconds until a newcomer has its share, or that of one that was killed falls to the others, and some more. */
const MOST_LOOKS = 40;

describePostgres("processes on one database", (server) => {
  test("share what comes in, and go on with what one leaves behind that is killed", async () => {
    const url = await server().emptyDatabase();
    const desk = newDesk();
    // Processes on different machines have different data folders.
    const on = (folder: string) => ({ env: { DATABASE_URL: url, COPYDESK_DATA: folder } });
    const one = desk.start(on("one"));
    await one.printed(/new articles? taken in/);
    const two = desk.start(on("two"));
    await two.printed(
      /At work on postgres:\/\/127\.0\.0\.1\S* already: .*, process \d+\. This process takes its share\./,
    );
    await two.printed(/new articles? taken in/);
    const [once, digest] = await Promise.all([
      desk.run(["start", "--once"], on("three")),
      desk.run(["digest", "front-page"], on("four")),
    ]);
    expect([once.code, digest.code]).toEqual([1, 0]);
    expect(once.err).toContain("Another process is at work on postgres://127.0.0.1");

    const reads = (bot: Running) => bot.said().match(/ferry-\d+\.txt/g)?.length ?? 0;
    let written = 0;
    const write = () => {
      desk.write(`ferry-${written}.txt`, report(written));
      written += 1;
    };
    for (let look = 0; look < MOST_LOOKS && reads(two) === 0; look += 1) {
      write();
      await wait(1_000);
    }
    expect([reads(one) > 0, reads(two) > 0]).toEqual([true, true]);
    await expect
      .poll(() => ask(url, TAKEN_IN), { timeout: 20_000 })
      .toEqual([{ files: written, times: written }]);

    await one.stop("SIGKILL");
    for (let more = 0; more < 6; more += 1) write();
    await expect
      .poll(() => ask(url, TAKEN_IN), { timeout: 30_000 })
      .toEqual([{ files: written, times: written }]);
    expect(await ask(url, WORKERS)).toEqual([{ workers: 1 }]);
    const said = [one.said(), two.said(), ...Object.values({ ...once, ...digest })].join("");
    expect(said).not.toContain(new URL(url).password);
    expect(await two.stop("SIGTERM")).toBe(0);
    expect(await ask(url, WORKERS)).toEqual([{ workers: 0 }]);
    const store = await openShared(url);
    expect(await store.takeWhole("the test")).not.toBeNull();
    await store.close();
  }, 180_000);

  test("a process may be started for some of the work, and says what nobody does yet", async () => {
    const url = await server().emptyDatabase();
    const desk = newDesk();
    const on = (folder: string, ...args: string[]) =>
      desk.start({ env: { DATABASE_URL: url, COPYDESK_DATA: folder }, args });
    const reader = on("one", "--only", "intake");
    await reader.printed(/Nobody is there yet for delivery: start another process for it/);
    desk.write("ferry.txt", report(1));
    await reader.printed(/ferry\.txt/);
    const rest = on("two", "--only", "editions", "delivery");
    await rest.printed(/already: .*, process \d+ \(intake\)\. This process takes its share\./);
    await rest.printed(/Edition of front-page: 1 article/);
    expect(reader.said()).not.toContain("Edition of");
    expect(await Promise.all([reader.stop("SIGTERM"), rest.stop("SIGTERM")])).toEqual([0, 0]);
  }, 90_000);

  test("one that ends leaves its channels to the others a second after it has posted there", async () => {
    const slack = await startFakeSlack();
    onTestFinished(() => slack.close());
    const url = await server().emptyDatabase();
    const desk = newDesk(
      'timeZone: UTC\nchannels: [{ name: quay, schedule: "0 8 * * *", slack: C0001 }]\n',
    );
    desk.write("ferry.txt", report(1));
    const on = (folder: string, ...args: string[]) =>
      desk.start({
        env: {
          ...{ DATABASE_URL: url, COPYDESK_DATA: folder },
          ...{ SLACK_BOT_TOKEN: slack.token, SLACK_API: slack.api },
        },
        args: ["--only", ...args],
      });
    const reader = on("one", "intake", "editions", "front");
    await reader.printed(/Edition of quay: 1 article/);
    const courier = on("two", "delivery");
    await courier.printed(/Posted to Slack/);
    const ended = courier.stop("SIGTERM");
    await expect.poll(() => ask(url, WORKERS), { timeout: 30_000 }).toEqual([{ workers: 1 }]);
    const [post] = slack.sent("chat.postMessage");
    expect(Date.now() - (post?.at ?? Number.NaN)).toBeGreaterThan(1_000);
    expect(await ended).toBe(0);
  }, 90_000);
});

test("a store in a folder is not shared, so that nothing of its work can be left to others", async () => {
  const desk = newDesk();
  const { code, err } = await desk.run(["start", "--only", "intake"]);
  expect(code).toBe(2);
  expect(err).toContain("--only: leaves the rest of the work to other processes");
});
