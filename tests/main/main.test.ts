import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { newDesk } from "./bot.ts";

const BRIDGE = `Bridge reopens after six years

TARNMOUTH, May 8 (Tarn Wire) – The harbour bridge reopened on Friday after six years of work.

“It held from the first hour,” said Mira Solen, the chief engineer.
`;
const FERRY = `Ferry keeps its berth

PORT ARDEN, May 8 (Tarn Wire) – The ferry keeps its berth in Port Arden, the council said.
`;

describe("start --once", () => {
  test("takes in what is there, posts the first edition, and posts nothing twice", async () => {
    const desk = newDesk();
    desk.write("bridge.txt", BRIDGE);
    const first = await desk.run(["start", "--once"]);
    expect(first).toMatchObject({ code: 0, err: "" });
    expect(first.out).toContain("1 new article taken in");
    expect(first.out).toContain("Edition of front-page: 1 article");
    expect(first.out).toContain("reopened on Friday after six years of work");
    desk.write("ferry.txt", FERRY);
    const second = await desk.run(["start", "--once"]);
    expect(second.out).toContain("1 new article taken in, 1 known");
    expect(second.out).not.toContain("Edition of front-page");
  });

  test("accounts for what it cannot read, and goes on", async () => {
    const desk = newDesk();
    desk.write("photo.txt", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"));
    desk.write("bridge.txt", BRIDGE);
    const { code, out } = await desk.run(["start", "--once"]);
    expect(code).toBe(0);
    expect(out).toContain("photo.txt: quarantined.");
    expect(out).toContain("Edition of front-page: 1 article");
    const why = await desk.run(["why", "articles/photo.txt"]);
    expect(why.out).toContain("quarantined");
  });

  test("shows nothing of an article under embargo: not in its output, its log, or a digest", async () => {
    const desk = newDesk();
    desk.write(
      "secret.md",
      `---\ntitle: Minister resigns\nembargo: 2999-01-01T00:00Z\n---\nShe left.\n`,
    );
    const { out, err } = await desk.run(["start", "--once"]);
    expect(out).toContain("secret.md: held. Under embargo until 2999-01-01");
    const digest = await desk.run(["digest", "front-page", "--at", "2999-01-02"]);
    expect(`${out}${err}${digest.out}${digest.err}`).not.toContain("resigns");
  });
});

describe("the bot at work", () => {
  test("says what it does, takes in a dropped file, and ends in order", async () => {
    const desk = newDesk();
    const bot = desk.start();
    await bot.printed(/Folder .*articles/);
    await bot.printed(/No Slack or Discord token is set[\s\S]*on the page and in this terminal/);
    const [, url = ""] = await bot.printed(/Page +(http:\/\/127\.0\.0\.1:\d+)/);
    await bot.printed(/front-page: next edition/);
    desk.write("bridge.txt", BRIDGE);
    await bot.printed(
      /\+ bridge\.txt: “Bridge reopens after six years”[\s\S]*front-page, next edition/,
    );
    expect((await fetch(url)).status).toBe(200);
    expect(await bot.stop()).toBe(0);
  });

  test("a second process on the same data folder is refused with the first one's pid", async () => {
    const desk = newDesk();
    const bot = desk.start();
    await bot.printed(/front-page: next edition/);
    const second = await desk.run(["start"]);
    expect(second.code).toBe(1);
    expect(second.err).toContain(`Process ${bot.pid} already runs Copydesk`);
  });

  test("after a kill the next start goes on, and posts nothing twice", async () => {
    const desk = newDesk();
    desk.write("bridge.txt", BRIDGE);
    const bot = desk.start();
    await bot.printed(/reopened on Friday/);
    await bot.stop("SIGKILL");
    const again = await desk.run(["start", "--once"]);
    expect(again.code).toBe(0);
    expect(again.out).not.toContain("reopened on Friday");
  });

  test("a missing folder is made, and said", async () => {
    const desk = newDesk();
    const bot = desk.start({ env: { COPYDESK_ARTICLES: "incoming" } });
    await bot.printed(/Folder .*incoming[\s\S]*Note +the folder was missing and has been made/);
  });
});

describe("wrong config", () => {
  test("is told whole, with lines, exit code 2, and nothing is posted", async () => {
    const desk = newDesk(`channels:\n  - name: a\n    schedule: "0 8 * *"\n    colour: red\n`);
    desk.write("bridge.txt", BRIDGE);
    const { code, out, err } = await desk.run(["start", "--once"]);
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(err).toContain("newsroom.yaml:3: schedule:");
    expect(err).toContain("newsroom.yaml:4: unknown key “colour”");
  });
});

describe("digest", () => {
  test("prints the platforms' exact JSON, one post a line, and posts nothing", async () => {
    const desk = newDesk();
    desk.write("bridge.txt", BRIDGE);
    const slack = await desk.run(["digest", "front-page", "--as", "slack"]);
    expect(JSON.parse(slack.out)).toMatchObject({ unfurl_links: false, unfurl_media: false });
    const discord = await desk.run(["digest", "front-page", "--as", "discord"]);
    expect(JSON.parse(discord.out)).toMatchObject({ allowed_mentions: { parse: [] } });
    const people = await desk.run(["digest", "front-page"]);
    expect(people.out).toContain("Bridge reopens after six years");
    expect((await desk.run(["start", "--once"])).out).toContain("Edition of front-page: 1 article");
    expect((await desk.run(["digest", "front-page"])).err).toMatch(
      /Nothing new for front-page.*\n {2}No article for it has come in since its edition of /,
    );
  });

  test("is what the channel would be sent: in its layout, and with its pictures", async () => {
    const desk = newDesk(`channels:
  - { name: pictured, schedule: "0 8 * * *", pictures: true }
  - { name: listed, schedule: "0 8 * * *", pictures: true, layout: headlines }
`);
    const image = "image: https://p.example/bridge.jpg\nimage_credit: Ana Field";
    desk.write("bridge.md", `---\n${image}\n---\n\n# Bridge reopens\n\n${BRIDGE}`);
    const pictured = await desk.run(["digest", "pictured", "--as", "slack"]);
    expect(pictured.out).toContain("https://p.example/bridge.jpg");
    expect((await desk.run(["digest", "pictured"])).out).toContain("Picture: Ana Field");
    expect((await desk.run(["digest", "listed"])).out).not.toMatch(/Picture|said Mira Solen/u);
  });

  test("a channel or a time that is none is wrong use", async () => {
    const desk = newDesk();
    const channel = await desk.run(["digest", "sport"]);
    expect(channel).toMatchObject({ code: 2, out: "" });
    expect(channel.err).toContain("There are: front-page");
    expect(await desk.run(["digest", "front-page", "--at", "noon"])).toMatchObject({ code: 2 });
  });
});

describe("brief", () => {
  test("prints JSON whose texts stand in the body where it says", async () => {
    const desk = newDesk();
    desk.write("bridge.txt", BRIDGE);
    const { code, out } = await desk.run(["brief", "articles/bridge.txt", "--json"]);
    expect(code).toBe(0);
    const { headline, body, dateline, quotes } = JSON.parse(out);
    expect(headline).toBe("Bridge reopens after six years");
    expect(dateline).toEqual({ place: "TARNMOUTH", date: "May 8", agency: "Tarn Wire" });
    expect(quotes).toHaveLength(1);
    for (const { text, start, end } of quotes) expect(body.slice(start, end)).toBe(text);
  });

  test("--jsonl briefs lines in order", async () => {
    const lines = ["a", "b"].map((id) =>
      JSON.stringify({ id, text: BRIDGE, title: `Title ${id}` }),
    );
    const { code, out } = await newDesk().run(["brief", "--jsonl"], { input: lines.join("\n") });
    expect(code).toBe(0);
    const briefs = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(briefs.map(({ id, headline }) => [id, headline])).toEqual([
      ["a", "Title a"],
      ["b", "Title b"],
    ]);
  });
});

test("doctor says in a sentence what is wrong with the data folder, and looks at the rest", async () => {
  const desk = newDesk();
  desk.write("a file", "where a folder should be");
  const COPYDESK_DATA = join(desk.folder, "articles", "a file");
  const { code, out, err } = await desk.run(["doctor"], { env: { COPYDESK_DATA } });
  expect(code).toBe(1);
  expect(out).toMatch(/✗ Store: The data folder .* cannot be made/u);
  expect(out).toContain("✓ Channel front-page");
  expect(err).toBe("");
});

test("a signal while copy is taken in ends the bot without a fault, and the next start goes on", async () => {
  const desk = newDesk();
  const names = Array.from({ length: 200 }, (_, index) => `dock-${index}.txt`);
  for (const name of names)
    desk.write(name, `Dock ${name} opens\n\nTARNMOUTH (Wire) – It is open.\n`);
  const bot = desk.start();
  await bot.printed(/Reading 200 files/u);
  expect(await bot.stop("SIGINT")).toBe(0);
  const { out, err } = await desk.run(["start", "--once"]);
  expect(out + err).not.toContain("failed");
  const ledger = await desk.run(["ledger", "--json"]);
  expect(JSON.parse(ledger.out.split("\n")[0] ?? "")).toMatchObject({ in: 200, quarantined: 0 });
});

test("doctor names what is to mend", async () => {
  const desk = newDesk(`channels:\n  - name: a\n    schedule: "0 8 * * *"\n    slack: C0123\n`);
  const { code, out } = await desk.run(["doctor"]);
  expect(code).toBe(1);
  expect(out).toContain("✗ Tokens: a names a Slack channel, but SLACK_BOT_TOKEN is not set");
});
