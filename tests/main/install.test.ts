import { execFile, spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DockerfileParser } from "dockerfile-ast";
import { expect, onTestFinished, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import packageInfo from "../../package.json" with { type: "json" };
import { newDesk } from "./bot.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const read = (file: string) => readFileSync(join(ROOT, file), "utf8");
const FLAGS = packageInfo.scripts.start.replace(/^node /, "").split(" ");

const docker = DockerfileParser.parse(read("Dockerfile"));
const stages = docker.getFROMs();
const last = docker
  .getInstructions()
  .filter((one) => one.getRange().start.line > (stages.at(-1)?.getRange().start.line ?? 0));
const of = (keyword: string) => last.filter((one) => one.getKeyword() === keyword);
const words = (text: string): readonly string[] => z.array(z.string()).parse(JSON.parse(text));
const commandOf = (keyword: string) => words(of(keyword)[0]?.getArgumentsContent() ?? "[]");

const Compose = z.object({
  services: z.object({
    copydesk: z.looseObject({
      environment: z.record(z.string(), z.string()),
      volumes: z.array(z.string()),
      ports: z.array(z.string()),
      read_only: z.boolean(),
      depends_on: z.object({ database: z.object({ required: z.boolean() }) }),
    }),
    database: z.looseObject({
      profiles: z.array(z.string()),
      environment: z.record(z.string(), z.string()),
    }),
  }),
  volumes: z.record(z.string(), z.null()),
});
const compose = Compose.parse(parse(read("compose.yaml")));

test("npm says what fails, and nothing of the engines that it brings itself", () => {
  const settings = read(".npmrc")
    .split("\n")
    .filter((line) => !/^(#|$)/.test(line));
  expect(settings).toEqual(["loglevel=error"]);
  expect(packageInfo.dependencies.node).toBeDefined();
  expect(packageInfo.allowScripts.node).toBe(true);
});

test("the image has the Node that is needed, no rights, and no step that compiles", () => {
  expect(stages.map((from) => from.getImage())).toEqual(["node:24-slim", "node:24-slim"]);
  expect(packageInfo.engines.node).toMatch(/^>=24\./);
  expect(of("USER").map((one) => one.getArgumentsContent())).toEqual(["node"]);
  const after = last.slice(last.findIndex((one) => one.getKeyword() === "USER"));
  expect(after.filter((one) => ["RUN", "COPY", "ADD"].includes(one.getKeyword()))).toEqual([]);
  const runs = docker.getInstructions().filter((one) => one.getKeyword() === "RUN");
  expect(runs.map((one) => one.getArgumentsContent() ?? "").join(" ")).not.toMatch(/tsc|npm run/);
  expect([...commandOf("ENTRYPOINT"), ...commandOf("CMD")]).toEqual(["node", ...FLAGS]);
});

test("what the image takes is enough to start, without a file of its own that can be written", async () => {
  const app = mkdtempSync(join(tmpdir(), "copydesk-image-"));
  onTestFinished(() => rmSync(app, { recursive: true, force: true }));
  const ignored = read(".dockerignore")
    .split("\n")
    .filter((line) => !/^(#|$)/.test(line));
  expect(ignored[0]).toBe("*");
  for (const copy of of("COPY")) {
    const [from = "", to = ""] = (copy.getArgumentsContent() ?? "").split(" ");
    if (from.startsWith("/")) continue; // from the other stage
    expect(ignored, from).toContain(`!${from}`);
    cpSync(
      join(ROOT, from),
      join(app, to, to.endsWith("/") ? (from.split("/").at(-1) ?? "") : ""),
      {
        recursive: true,
      },
    );
  }
  symlinkSync(join(ROOT, "node_modules"), join(app, "node_modules"));
  const desk = mkdtempSync(join(tmpdir(), "copydesk-volumes-"));
  onTestFinished(() => rmSync(desk, { recursive: true, force: true }));
  mkdirSync(join(desk, "articles"));
  writeFileSync(
    join(desk, "articles", "bridge.txt"),
    "Bridge reopens\n\nThe bridge reopened on Friday.\n",
  );
  const variables = {
    COPYDESK_ARTICLES: join(desk, "articles"),
    COPYDESK_DATA: join(desk, "data"),
    COPYDESK_CONFIG: join(app, "config/newsroom.yaml"),
  };
  const set = of("ENV").flatMap(
    (one) => (one.getArgumentsContent() ?? "").match(/\w+(?==)/g) ?? [],
  );
  expect(set).toEqual(expect.arrayContaining(Object.keys(variables)));
  expect(Object.keys(compose.services.copydesk.environment)).toEqual(
    expect.arrayContaining(Object.keys(variables)),
  );
  const ran = await new Promise<string>((resolve, reject) => {
    const env = { PATH: process.env.PATH, NO_COLOR: "1", ...variables };
    const args = [...commandOf("ENTRYPOINT").slice(1), "start", "--once"];
    execFile(process.execPath, args, { cwd: app, env }, (error, out) =>
      error === null ? resolve(out) : reject(error),
    );
  });
  expect(ran).toContain("1 new article taken in");
});

test("the check of the container's health tells a bot at work from none", async () => {
  const [, ...check] = words(
    (of("HEALTHCHECK")[0]?.getArgumentsContent() ?? "").replace(/^[^[]*/, ""),
  );
  const healthy = (port: string) =>
    spawnSync(process.execPath, check, { env: { COPYDESK_PORT: port } }).status;
  const bot = newDesk().start();
  const [, port = ""] = await bot.printed(/http:\/\/127\.0\.0\.1:(\d+)/);
  expect(healthy(port)).toBe(0);
  await bot.stop();
  expect(healthy(port)).toBe(1);
});

test("compose runs it alone, and with a database where that is asked for; nothing of it is open to a network", () => {
  const { copydesk, database } = compose.services;
  expect(database.profiles).toEqual(["postgres"]);
  expect(copydesk.depends_on.database.required).toBe(false);
  expect(copydesk.environment.DATABASE_URL).toMatch(/^\$\{DATABASE_URL:-\}$/);
  expect(copydesk.read_only).toBe(true);
  expect(copydesk.ports.every((port) => port.startsWith("127.0.0.1:"))).toBe(true);
  const { COPYDESK_ARTICLES: articles, COPYDESK_DATA: data } = copydesk.environment;
  const mounted = copydesk.volumes.map((volume) => volume.split(":")[1]);
  expect(mounted).toEqual([articles, "/config", data]);
  const named = copydesk.volumes
    .map((volume) => volume.split(":")[0])
    .filter((one) => !one?.startsWith("."));
  expect(Object.keys(compose.volumes)).toEqual([...named, "database"]);
  const told = read("docs/install.md");
  const { POSTGRES_USER: user, POSTGRES_DB: name } = database.environment;
  expect(told).toContain(`DATABASE_URL=postgres://${user}:…@database:5432/${name}`);
});

const unit = read("config/copydesk.service");

test("the systemd unit starts what npm starts, and reloads and ends it as the program takes it", () => {
  expect(unit).toContain(`node_modules/.bin/node ${FLAGS.join(" ")}\n`);
  expect(unit).toContain("ExecReload=/bin/kill -HUP $MAINPID");
  expect(unit).toContain("RestartPreventExitStatus=2");
  const told = read("docs/install.md");
  for (const path of ["/opt/copydesk", "/srv/copydesk/articles"]) {
    expect(unit).toContain(path);
    expect(told).toContain(path);
  }
});

const hasSystemd = spawnSync("systemd-analyze", ["--version"]).status === 0;

test.skipIf(!hasSystemd)(
  "systemd takes the unit, and finds little that it leaves open (skipped where there is no systemd)",
  () => {
    const folder = mkdtempSync(join(tmpdir(), "copydesk-unit-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const file = join(folder, "copydesk.service");
    // It wants to find the program.
    writeFileSync(file, unit.replace("/opt/copydesk/node_modules/.bin/node", process.execPath));
    const verified = spawnSync("systemd-analyze", ["verify", file], { encoding: "utf8" });
    expect(`${verified.stdout}${verified.stderr}`).toBe("");
    const secure = spawnSync("systemd-analyze", [
      "security",
      "--offline=true",
      "--threshold=20",
      file,
    ]);
    expect(secure.status).toBe(0);
  },
);
