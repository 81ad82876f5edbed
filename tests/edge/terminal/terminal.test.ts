import { PassThrough } from "node:stream";
import { describe, expect, test } from "vitest";
import type { Message } from "#core/message/message.ts";
import type { LedgerEntry } from "#desk/port/ledger.ts";
import { briefFiles, briefLines } from "#edge/terminal/brief.ts";
import type { Output } from "#edge/terminal/output.ts";
import { type Commands, runProgram } from "#edge/terminal/program.ts";
import { renderTerminal } from "#edge/terminal/render.ts";
import { readTime } from "#edge/terminal/time.ts";
import { printWhy } from "#edge/terminal/why.ts";
import { sampleArticle, sampleBrief } from "#tests/samples.ts";

const ALL_DUTIES = '["intake","editions","delivery","front"]';

function recorder(width = 60): Output & { lines: string[]; complaints: string[] } {
  const lines: string[] = [];
  const complaints: string[] = [];
  return {
    ...{ lines, complaints, width, interactive: false },
    line: (text = "") => void lines.push(text),
    complain: (text) => void complaints.push(text),
    style: (_, text) => text,
  };
}

const ABOUT = { version: "1.2.3", platforms: ["discord", "slack"] };

describe("the command line", () => {
  const asked: string[] = [];
  const note =
    (name: string) =>
    async (...words: readonly unknown[]) => {
      asked.push(`${name} ${JSON.stringify(words)}`);
      return 0;
    };
  const commands: Commands = {
    ...{ start: note("start"), brief: note("brief"), briefLines: note("briefLines") },
    ...{ digest: note("digest"), why: note("why"), doctor: note("doctor") },
    ...{ ledger: note("ledger"), retry: note("retry"), orders: note("orders") },
    passphrase: note("passphrase"),
    init: note("init"),
    ...{ check: note("check"), backup: note("backup"), restore: note("restore") },
    ...{ rehearse: note("rehearse"), storyLines: note("storyLines"), move: note("move") },
  };
  const run = async (line: string) => {
    asked.length = 0;
    const out = recorder();
    const words = line.split(" ").filter((word) => word !== "");
    return { code: await runProgram(words, commands, out, ABOUT), asked: asked[0], out };
  };

  test.each([
    ["start", `start [{"once":false,"only":${ALL_DUTIES}}]`],
    ["start --once", `start [{"once":true,"only":${ALL_DUTIES}}]`],
    ["start --only intake front", 'start [{"once":false,"only":["intake","front"]}]'],
    ["brief a.txt b.txt --json", 'brief [["a.txt","b.txt"],{"json":true,"model":false}]'],
    ["brief --jsonl", "briefLines []"],
    ["stories --jsonl", "storyLines []"],
    ["digest front-page", 'digest ["front-page",{"at":null,"as":"terminal","json":false}]'],
    ["digest a --as slack --at 18:00", 'digest ["a",{"at":"18:00","as":"slack","json":false}]'],
    ["why a.txt", 'why ["a.txt",{"json":false}]'],
    [
      "rehearse --from 2026-05-08 --config other.yaml",
      'rehearse [{"from":"2026-05-08","to":null,"config":"other.yaml","json":false}]',
    ],
    ["ledger --since 18:00 --json", 'ledger [{"since":"18:00","json":true}]'],
    ["passphrase", "passphrase []"],
    ["init", "init []"],
    ["retry a.zip", 'retry [["a.zip"]]'],
    ["orders", 'orders [{"json":false}]'],
    ["doctor --json", 'doctor [{"json":true}]'],
    ["backup news.db", 'backup ["news.db",{"replace":false}]'],
    ["backup news.db --replace", 'backup ["news.db",{"replace":true}]'],
    ["check --json", 'check [{"json":true}]'],
    ["restore news.db", 'restore [{"file":"news.db","replace":false}]'],
    ["restore news.db --replace", 'restore [{"file":"news.db","replace":true}]'],
    ["restore --done", 'restore [{"done":true}]'],
    ["move --to postgres://desk@db/news", 'move [{"to":"postgres://desk@db/news"}]'],
    ["move --from postgresql://db/news", 'move [{"from":"postgresql://db/news"}]'],
  ])("%s is understood", async (line, expected) => {
    expect(await run(line)).toMatchObject({ code: 0, asked: expected });
  });

  test.each([
    ["brief", "name at least one file"],
    ["brief a.txt --jsonl", "name at least one file"],
    ["digest", "missing required argument"],
    ["digest a --as telegram", "Allowed choices are terminal, discord, slack"],
    ["strat", "Did you mean start?"],
    ["start --onec", "unknown option"],
    ["start --only posting", "Allowed choices are intake, editions, delivery, front"],
    ["start --once --only intake", "cannot be used with option '--once'"],
    ["why", "missing required argument"],
    ["backup", "missing required argument"],
    ["restore", "name one backup, or --done"],
    ["restore news.db --done", "name one backup, or --done"],
    ["restore --done --replace", "name one backup, or --done"],
    ["move", "name one address"],
    ["move --to postgres://a/b --from postgres://a/b", "name one address"],
    ["move --to mysql://desk:hush@db/news", "name one address"],
    ["move --to data:hush", "name one address"],
    ["move --to", "argument missing"],
    ["move postgres://desk:hush@db/news", "name one address"],
    ["move --url=postgres://desk:hush@db/news", "name one address"],
    ["brief --pdf", "(npm run copydesk -- brief --help says how)"],
    ["strat", "(npm run copydesk -- --help says how)"],
  ])("%s is wrong use: exit code 2, and it says why", async (line, complaint) => {
    const { code, asked: nothing, out } = await run(line);
    expect(code).toBe(2);
    expect(nothing).toBeUndefined();
    expect(out.complaints.join("\n")).toContain(complaint);
    expect(out.complaints.join("\n")).not.toContain("hush"); // what is typed may be a password
  });

  test("--help is called as people call it", async () => {
    const { out } = await run("brief --help");
    expect(out.lines.join("\n")).toContain("Usage: npm run copydesk -- brief [options] [file...]");
  });

  test("--help lists every command, and is no failure", async () => {
    const { code, out } = await run("--help");
    expect(code).toBe(0);
    for (const name of Object.keys(commands).filter((key) => !key.endsWith("Lines"))) {
      expect(out.lines.join("\n")).toContain(`${name} `);
    }
  });
});

describe("a message on the terminal", () => {
  const message: Message = {
    summary: "S",
    sections: [
      {
        blocks: [
          { kind: "headline", spans: [{ text: "Bridge reopens" }] },
          {
            kind: "list",
            items: [
              [{ text: "The bridge over the Tarn reopened on Friday after six years of work." }],
            ],
          },
          { kind: "quote", text: "It held\u001b[2J", by: [{ text: "Mira Solen" }] },
          { kind: "buttons", buttons: [{ kind: "ask", label: "Details", ask: "brief a1" }] },
        ],
      },
    ],
  };

  test("is wrapped with hanging indents, and no control character of an article gets through", () => {
    expect(renderTerminal(message, recorder(40))).toEqual([
      "Bridge reopens",
      "  • The bridge over the Tarn reopened on",
      "    Friday after six years of work.",
      "  │ “It held [2J”",
      "  │ — Mira Solen",
    ]);
  });

  test("says whose picture an item has", () => {
    const picture = { url: "https://p.example/a.jpg", alt: "The bridge", credit: "Ana Field" };
    const blocks = [{ kind: "picture", ...picture }] as const;
    const message = { summary: "", sections: [{ blocks }] };
    expect(renderTerminal(message, recorder(40))).toEqual(["Picture: Ana Field"]);
  });

  test("keeps within its columns, and tells headlines and corrections apart", () => {
    const by = [{ text: "Mira Solen, chief engineer of the port of Ellery" }];
    const headline = { kind: "headline", spans: [{ text: "Ferry stays" }] } as const;
    const lines = renderTerminal(
      {
        summary: "",
        sections: [
          { blocks: [headline] },
          {
            blocks: [
              headline,
              { kind: "paragraph", spans: [{ text: "Corrected: 12 → 15" }], notice: "amended" },
              { kind: "quote", text: "No", by },
              { kind: "note", spans: [{ text: `https://tarn.example/${"a".repeat(40)}` }] },
            ],
          },
        ],
      },
      recorder(40),
    );
    expect(lines).toEqual([
      ...["Ferry stays", "", "Ferry stays", "  ! Corrected: 12 → 15", "  │ “No”"],
      ...["  │ — Mira Solen, chief engineer of", "  │   the port of Ellery"],
      ...[`https://tarn.example/${"a".repeat(19)}`, "a".repeat(21)],
    ]);
  });
});

describe("brief", () => {
  const brief = sampleBrief(sampleArticle());
  const command = (out: Output) => ({
    out,
    briefFile: async () => [{ ok: true, part: "", brief, held: null }] as const,
    briefText: async ({ id, text }: { id: string; text: string }) =>
      text === "hostile" ? { reason: "It takes too long." } : { ...brief, id },
    lanes: 2,
  });

  test("--json says what holds copy, until when, and by which words", async () => {
    const rule = "Under embargo until 2025-05-09 00:01 UTC, by “EMBARGOED” in the page header";
    const held = { until: Date.UTC(2025, 4, 9, 0, 1), rule };
    const out = recorder();
    const briefFile = async () => [{ ok: true, part: "", brief, held }] as const;
    expect(await briefFiles({ out, briefFile }, [import.meta.filename], true)).toBe(0);
    expect(JSON.parse(out.lines.join("\n")).held).toEqual({
      until: "2025-05-09T00:01:00.000Z",
      rule,
    });
    expect(out.complaints.join("\n")).toContain("not for publication");
  });

  test.each([
    [{ url: "https://p.example/a.jpg", alt: null, credit: "Ana Field" }, "Picture: Ana Field"],
    [null, "“It held”"],
  ])("tells the picture that the copy may be shown with: %j", async (picture, last) => {
    const briefFile = async () =>
      [{ ok: true, part: "", brief, held: null, ...(picture && { picture }) }] as const;
    const [text, json] = [recorder(), recorder()];
    await briefFiles({ out: text, briefFile }, [import.meta.filename], false);
    expect(text.lines.join("\n")).toContain(last);
    expect(text.lines.join("\n").includes("Picture:")).toBe(picture !== null);
    await briefFiles({ out: json, briefFile }, [import.meta.filename], true);
    expect(JSON.parse(json.lines.join("\n")).picture).toEqual(picture);
  });

  test("--jsonl answers in order, names what is no article, and goes on", async () => {
    const out = recorder();
    const input = new PassThrough();
    const hostile = '{"id":"h","text":"hostile"}';
    input.end(
      `{"id":"1","text":"a"}\n\nnonsense\n{"id":2}\n${hostile}\n{"id":"3","text":"c","title":null}\n`,
    );
    expect(await briefLines(command(out), input)).toBe(1);
    expect(out.lines.map((line) => JSON.parse(line).id)).toEqual(["1", "3"]);
    expect(out.complaints.map((line) => line.split(":")[0])).toEqual([
      "line 3",
      "line 4",
      "line 5",
    ]);
    expect(out.complaints.at(-1)).toBe("line 5: It takes too long.");
  });

  test("prints for people what kind of text it is, where that is no report", async () => {
    const out = recorder();
    const briefFile = async () =>
      [{ ok: true, part: "", brief: { ...brief, kind: "opinion" }, held: null }] as const;
    await briefFiles({ out, briefFile }, [import.meta.filename], false);
    expect(out.lines).toContain("Opinion · Bridge reopens");
  });

  test("prints for people by default, and says which file cannot be opened", async () => {
    const out = recorder();
    expect(await briefFiles(command(out), [import.meta.filename], false)).toBe(0);
    expect(out.lines).toContain("  │ — Mira Solen, engineer (said)");
    expect(out.lines).toContain("Bridge reopens");
    expect(await briefFiles(command(out), ["/nowhere/a.txt"], false)).toBe(1);
    expect(out.complaints[0]).toContain("/nowhere/a.txt: it cannot be opened");
  });
});

test.each([
  ["18:00", "2026-05-08T13:00"],
  ["2026-05-09", "2026-05-08T19:00"],
  ["2026-05-09 08:30", "2026-05-09T03:30"],
  ["2026-05-09T08:30", "2026-05-09T03:30"],
  ["2026-05-09T08:30Z", "2026-05-09T08:30"],
  ["2026-05-09T08:30+01:00", "2026-05-09T07:30"],
  ["25:00", null],
  ["2026-02-30", null],
  ["tomorrow", null],
  ["", null],
  ["Z", null],
])("the moment “%s” in Karachi is %s", (text, expected) => {
  const now = Date.parse("2026-05-08T06:00Z");
  const read = readTime(text, "Asia/Karachi", now);
  expect(read === null ? null : new Date(read).toISOString().slice(0, 16)).toBe(expected);
});

const ARTICLES = { kind: "folder", folder: "articles" } as const;

test("why takes a path as the shell completes it or as the folder knows it", async () => {
  const asked: string[] = [];
  const history = async (path: string) => {
    asked.push(path);
    return [];
  };
  const out = recorder();
  const parts = { history, traceOf: () => "t1", log: "data/copydesk.log" };
  expect(await printWhy(out, ARTICLES, "articles/sport/a.txt", parts, false)).toBe(1);
  expect(await printWhy(out, ARTICLES, "sport/a.txt", parts, false)).toBe(1);
  expect(asked).toEqual(["sport/a.txt", "sport/a.txt"]);
  expect(out.complaints[0]).toContain("was never seen");
});

test("why says by which traces the way of a file is found in the log", async () => {
  const entry = (path: string, articleId: string | null): LedgerEntry => ({
    ...{ path, articleId, contentHash: "h", stage: "merged", rule: "Known already", at: 0 },
  });
  const history = async () => [
    entry("news.zip", null),
    entry("news.zip#flood.txt", "a1"),
    entry("news.zip#flood.txt", "a1"),
  ];
  const parts = { history, traceOf: (path: string) => `of ${path}`, log: "data/copydesk.log" };
  const out = recorder();
  await printWhy(out, ARTICLES, "news.zip", parts, false);
  expect(out.lines.at(-1)).toBe("Traces  of news.zip, a1 (in data/copydesk.log)");
  const rows = recorder();
  await printWhy(rows, ARTICLES, "news.zip", parts, true);
  expect(rows.lines.map((line) => JSON.parse(line).trace)).toEqual(["of news.zip", "a1", "a1"]);
});
