import { rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { random } from "#tests/bench/articles.ts";
import { type FakeSlack, startFakeSlack } from "#tests/edge/slack/fake/slack.ts";
import { type Desk, newDesk } from "#tests/main/bot.ts";
import { startPostgres } from "#tests/postgres/server.ts";
import { type Cluster, openCluster } from "./cluster.ts";
import { EVENTS, happen } from "./cluster-events.ts";
import { accountOf, body, corrected, counted, headline, lede, notOnce } from "./reports.ts";

/** `npm run crash -- cluster` asks for more. */
const COUNT = Number(process.env.COPYDESK_EVENTS ?? 7);
const SEED = Number(process.env.COPYDESK_SEED ?? Date.now() % 2 ** 31);
/** Each kind of event once, and one more: what every test run takes. */
const SHORT = COUNT <= EVENTS.length + 1;
const PROCESSES = 3;
/** What a retry may wait for after the last event is over after so many starts. */
const MOST_STARTS = 8;
/** Looks, one a second, that may find nothing new in the channels while something is still to be posted. */
const MOST_IDLE_LOOKS = 90;

/** Slack's channels; the last one carries one section alone. */
const CHANNELS = ["C0001", "C0002", "C0003"];
const HARBOUR = "C0003";
const CONFIG = `timeZone: UTC
deleteMeansKill: true
channels:
${CHANNELS.map(
  (address) => `  - name: desk-${address.toLowerCase()}
    schedule: "0 8 1 1 *"
    atOnce: 3
    most: 50
    slack: ${address}
${address === HARBOUR ? "    sections: [harbour]\n" : ""}`,
).join("")}`;

const fileOf = (index: number) => `report-${index}.md`;

interface Report {
  readonly index: number;
  readonly section: string;
  /** Milliseconds since 1970; `null`: none. */
  readonly embargo: number | null;
  revision: number;
  state: "there" | "deleted";
}

const NEVER = Date.parse("2999-01-01T00:00:00Z");
const LONGEST_EMBARGO = 20_000;

/** Copy that comes in, is revised and is deleted by chance. */
class CopyFlow {
  readonly reports: Report[] = [];
  readonly #desk: Desk;
  readonly #slack: FakeSlack;
  readonly #next: () => number;

  constructor(desk: Desk, slack: FakeSlack, next: () => number) {
    this.#desk = desk;
    this.#slack = slack;
    this.#next = next;
  }

  add(embargo: number | null): Report {
    const index = this.reports.length;
    const section = this.#next() < 0.5 ? "harbour" : "council";
    const report: Report = { index, section, embargo, revision: 0, state: "there" };
    this.reports.push(report);
    this.#write(report);
    return report;
  }

  change(): void {
    const chance = this.#next();
    if (chance < 0.12)
      this.add(this.#next() < 0.3 ? NEVER : Date.now() + this.#next() * LONGEST_EMBARGO);
    else if (chance < 0.3) this.#revise();
    else if (chance < 0.36) this.#delete();
    else this.add(null);
  }

  #write({ index, section, embargo, revision }: Report): void {
    const held = embargo === null ? "" : `embargo: ${new Date(embargo).toISOString()}\n`;
    const front = `---\ntitle: "${headline(index)}"\nurgency: 2\nsection: ${section}\n${held}---\n\n`;
    this.#desk.write(fileOf(index), front + body(index, lede(index, revision)));
  }

  #revise(): void {
    const report = this.#any(({ state, embargo }) => state === "there" && embargo === null);
    if (report === null) return;
    report.revision += 1;
    this.#write(report);
  }

  /** Only what the ledger must know: a file that nobody has seen is nobody's. */
  #delete(): void {
    const report = this.#any(({ index, state }) => {
      return (
        state === "there" && this.#slack.posted.some(({ text }) => text.includes(headline(index)))
      );
    });
    if (report === null) return;
    report.state = "deleted";
    rmSync(join(this.#desk.folder, "articles", fileOf(report.index)));
  }

  #any(fits: (report: Report) => boolean): Report | null {
    const fitting = this.reports.filter(fits);
    return fitting[Math.floor(this.#next() * fitting.length)] ?? null;
  }
}

/** The top of a channel, oldest first. */
const topOf = (slack: FakeSlack, channel: string) =>
  slack.posted.filter((post) => post.channel === channel && post.thread === null);

const textsIn = (slack: FakeSlack, channel: string) =>
  topOf(slack, channel).map(({ blocks }) => JSON.stringify(blocks));

const ordered = (reports: readonly Report[], channel: string) =>
  reports.filter(({ section }) => channel !== HARBOUR || section === "harbour");

/** What is missing in the channels, or stands there more often than once, a list a channel. */
function wrongIn(slack: FakeSlack, reports: readonly Report[]) {
  const due = reports.filter(({ state, embargo }) => state === "there" && embargo !== NEVER);
  return CHANNELS.flatMap((channel) =>
    notOnce(
      textsIn(slack, channel),
      ordered(due, channel).map(({ index }) => index),
    ),
  );
}

async function setUp(next: () => number) {
  const server = await startPostgres();
  onTestFinished(() => server.stop());
  const slack = await startFakeSlack({ pageSize: 100 });
  onTestFinished(() => slack.close());
  for (const channel of CHANNELS) slack.addChannel(channel);
  const desk = newDesk(CONFIG);
  const url = await server.emptyDatabase();
  const env = { SLACK_BOT_TOKEN: slack.token, SLACK_API: slack.api };
  const alone = { ...env, DATABASE_URL: url, COPYDESK_DATA: "alone" };
  // The first edition is behind them, empty: from now on what lands is due at once.
  expect(await desk.run(["start", "--once"], { env: alone })).toMatchObject({ code: 0 });
  const cluster = await openCluster({ desk, server, url, env, size: PROCESSES });
  onTestFinished(() => cluster.close("SIGKILL"));
  const copy = new CopyFlow(desk, slack, next);
  return { server, slack, desk, alone, cluster, copy };
}

const say = (text: string) => {
  if (!SHORT) process.stdout.write(`${new Date().toISOString()} ${text}\n`);
};

test(
  `${PROCESSES} processes on one database lose, double and misplace nothing in ${COUNT} events (seed ${SEED})`,
  async () => {
    const next = random(SEED);
    const { server, slack, desk, alone, cluster, copy } = await setUp(next);
    const scene = { cluster, server, next, scale: SHORT ? 0.3 : 1, write: () => copy.change() };
    for (let event = 0; event < COUNT; event += 1) {
      const name = EVENTS[event < EVENTS.length ? event : Math.floor(next() * EVENTS.length)];
      if (name !== undefined) say(`${event + 1}: ${await happen(scene, name)}`);
    }
    await goesOn(slack, copy, cluster);
    await cluster.close();
    const ends = cluster.ends.filter(
      ({ code, said }) => code !== 1 || !said.includes("has taken over"),
    );
    expect(ends).toEqual([]);

    await wait(untilShown(copy.reports));
    for (let start = 0; start < MOST_STARTS; start += 1) {
      await desk.run(["start", "--once"], { env: alone });
      const missing = wrongIn(slack, copy.reports).some(({ length }) => length === 1);
      if (!missing && wrongText(slack, copy.reports).length === 0) break;
      await wait(1_000);
    }
    const account = { env: alone, fileOf };
    expect(await accountOf(desk, account, wrongIn(slack, copy.reports))).toEqual([]);
    expect(wrongText(slack, copy.reports)).toEqual([]);
    checkEmbargoes(slack, copy.reports);
    await checkDeliveries(slack, cluster);
    await checkLedger(desk, alone, copy.reports);
  },
  300_000 + COUNT * 40_000,
);

/** Those that are left carry on by themselves, and show the same page. */
async function goesOn(slack: FakeSlack, copy: CopyFlow, cluster: Cluster): Promise<void> {
  const last = copy.add(null);
  const stands = () =>
    textsIn(slack, CHANNELS[0] ?? "").some((text) => text.includes(headline(last.index)));
  const calls = () => slack.calls.all.length;
  for (let idle = 0, before = 0; idle < MOST_IDLE_LOOKS && !stands(); before = calls()) {
    await wait(1_000);
    idle = calls() === before ? idle + 1 : 0;
  }
  const said = cluster.members.map((member) => `${member.name}\n${member.bot().said()}`);
  expect(stands(), `nobody goes on:\n${said.join("\n")}`).toBe(true);
  say("goes on");
  const shown = cluster.members.map(async (member) => {
    const [address] = await member.bot().printed(/http:\/\/127\.0\.0\.1:\d+/);
    return (await fetch(`${address}/api/channels/desk-c0001/editions`)).status;
  });
  expect(await Promise.all(shown)).toEqual(cluster.members.map(() => 200));
}

/** Milliseconds until every article that is ever to be shown may be. */
function untilShown(reports: readonly Report[]): number {
  const ends = reports.flatMap(({ embargo }) =>
    embargo === null || embargo === NEVER ? [] : embargo,
  );
  return Math.max(0, Math.max(...ends, 0) - Date.now());
}

/** Posts that do not show the last revision, or show anything of what was deleted. */
function wrongText(slack: FakeSlack, reports: readonly Report[]): readonly string[] {
  return CHANNELS.flatMap((channel) => {
    const texts = textsIn(slack, channel);
    return ordered(reports, channel).flatMap(({ index, revision, state, embargo }) => {
      const shown = state === "there" && embargo !== NEVER ? [revision] : [];
      const posts = texts.filter((text) => text.includes(headline(index)));
      return Array.from({ length: revision + 1 }, (_, one) => one)
        .filter((one) => tells(posts, index, one) !== shown.includes(one))
        .map((one) =>
          [`${channel}: ${headline(index)}, ${state}, ${one} of ${revision}`, ...posts].join("\n"),
        );
    });
  });
}

/** Whether posts tell a revision, by its words, or in a full one by its correction, in the section of its article. */
function tells(posts: readonly string[], index: number, revision: number): boolean {
  // A long edition names its headlines above all sections, too.
  const sections = posts.flatMap((text) => {
    const parts = text.split('"type":"divider"').filter((part) => part.includes(headline(index)));
    return parts.map((part) => part.slice(part.indexOf(headline(index))));
  });
  return sections.some(
    (text) => text.includes(counted(index, revision)) || text.includes(corrected(revision)),
  );
}

/** Nothing of an article is sent before its time. */
function checkEmbargoes(slack: FakeSlack, reports: readonly Report[]): void {
  const sent = [...slack.sent("chat.postMessage"), ...slack.sent("chat.update")];
  const early = reports.flatMap(({ index, embargo }) =>
    embargo === null
      ? []
      : sent.filter(
          ({ at, fields }) => at < embargo && JSON.stringify(fields).includes(headline(index)),
        ),
  );
  expect(early).toEqual([]);
}

interface Row {
  readonly key: string;
  readonly kind: string;
  readonly state: string;
  readonly address: string;
}

/** What the outbox has delivered stands in the channels: each part once, in the order of editions. */
async function checkDeliveries(slack: FakeSlack, { ask }: Cluster): Promise<void> {
  const rows = await ask<Row>(
    "select key, kind, state, address from delivery where platform = 'slack' order by slot, part",
  );
  expect(rows.filter(({ state }) => state !== "delivered")).toEqual([]);
  const keyOf = ({ metadata }: FakeSlack["posted"][number]) => metadata.event_payload.key;
  for (const channel of CHANNELS) {
    const posts = rows.filter(({ address, kind }) => address === channel && kind === "post");
    expect(topOf(slack, channel).map(keyOf)).toEqual(posts.map(({ key }) => key));
  }
  const replies = slack.posted.filter(({ thread }) => thread !== null).map(keyOf);
  const told = rows.filter(({ kind }) => kind === "reply").map(({ key }) => key);
  expect(replies.toSorted()).toEqual(told.toSorted());
}

async function checkLedger(
  desk: Desk,
  env: Readonly<Record<string, string>>,
  reports: readonly Report[],
): Promise<void> {
  const { out } = await desk.run(["ledger", "--since", "2020-01-01", "--json"], { env });
  const held = reports.filter(
    ({ state, embargo }) => state === "there" && embargo === NEVER,
  ).length;
  const killed = reports.filter(({ state }) => state === "deleted").length;
  expect(JSON.parse(out.split("\n")[0] ?? "")).toMatchObject({
    in: reports.length,
    ...{ posted: reports.length - held - killed, held, filtered: killed },
    ...{ waiting: 0, merged: 0, quarantined: 0 },
  });
}
