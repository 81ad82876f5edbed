import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { COMMANDS, commandOf, optionOf } from "#core/reply/command.ts";
import { commandWords, parseLine } from "#core/reply/parse.ts";
import type { Output } from "#edge/terminal/output.ts";
import { type Commands, runProgram } from "#edge/terminal/program.ts";
import { REGISTRY } from "#main/platforms.ts";
import packageInfo from "../package.json" with { type: "json" };
import { asked } from "./asked.ts";

const ROOT = join(import.meta.dirname, "..");
const read = (page: string) => readFileSync(join(ROOT, page), "utf8");
const GUIDES = readdirSync(join(ROOT, "docs"))
  .filter((name) => name.endsWith(".md"))
  .map((name) => `docs/${name}`);
/** What users are told; the map of the code is for who changes it. */
const PAGES = ["README.md", ...GUIDES];
/** Lines; what was measured is kept whole, and not read from the first line to the last. */
const LONGEST = 150;
const RECORDS = new Set(["docs/quality.md", "docs/performance.md"]);

const found = (pattern: RegExp): readonly (readonly [string, string])[] => {
  const all = PAGES.flatMap((page) =>
    [...read(page).matchAll(pattern)].map(([, text = ""]) => [page, text.trim()] as const),
  );
  return [...new Map(all.map((one) => [one.join(), one])).values()];
};

describe("where a page leads", () => {
  test.each([...PAGES, "src/README.md"])("%s", (page) => {
    const links = [...read(page).matchAll(/\]\((?!https?:)([^)\s]+)\)/g)].map(
      ([, link = ""]) => link,
    );
    for (const link of links) {
      const [file = "", anchor] = link.split("#");
      const target = file === "" ? page : join(dirname(page), file);
      expect(existsSync(join(ROOT, target)), `${page}: ${link}`).toBe(true);
      if (anchor !== undefined) expect(anchorsOf(target), `${page}: ${link}`).toContain(anchor);
    }
  });

  test("every page of the documentation is found from the first one", () => {
    const first = read("README.md");
    expect(GUIDES.filter((page) => !first.includes(`](${page})`))).toEqual([]);
  });

  test("a page can be read at once", () => {
    const long = PAGES.filter((page) => !RECORDS.has(page)).filter(
      (page) => read(page).split("\n").length > LONGEST,
    );
    expect(long).toEqual([]);
  });
});

/** As the places where such pages are read make them of headings. */
function anchorsOf(page: string): readonly string[] {
  return [...read(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, "")
      .trim()
      .replaceAll(/\s/g, "-"),
  );
}

describe("a command of the terminal", () => {
  const SCRIPTS = new Set(Object.keys(packageInfo.scripts));
  const did = async () => 0;
  const commands: Commands = {
    ...{ start: did, brief: did, briefLines: did, storyLines: did, digest: did, rehearse: did },
    ...{ why: did, ledger: did, retry: did, orders: did, doctor: did, passphrase: did, move: did },
    ...{ check: did, backup: did, restore: did, init: did },
  };
  const silent: Output = {
    ...{ width: 80, interactive: false, style: (_look, text) => text },
    ...{ line: () => undefined, complain: () => undefined },
  };

  test.each(found(/npm run ([a-z-]+)/g))("%s: npm run %s is there", (_page, name) => {
    expect(SCRIPTS).toContain(name);
  });

  const LISTED = [...read("docs/operations.md").matchAll(/^\| `([a-z]+[^`]*)`/gm)].map(
    ([, line = ""]) => ["docs/operations.md", line] as const,
  );

  test.each([
    ...found(/npm run copydesk -- ([^`#\n]+)/g),
    ...LISTED,
  ])("%s: %s is understood", async (_page, line) => {
    for (const form of formsOf(line)) {
      const about = { version: packageInfo.version, platforms: REGISTRY.names };
      expect(await runProgram(form, commands, silent, about), form.join(" ")).toBe(0);
    }
  });

  test("all of them are told of", () => {
    const told = read("docs/operations.md");
    const names = Object.keys(commands).filter((name) => !name.endsWith("Lines"));
    expect(names.filter((name) => !told.includes(`\`${name}`))).toEqual([]);
  });
});

const PLACEHOLDERS: Readonly<Record<string, string>> = {
  COMMAND: "doctor",
  TIME: "2026-05-01",
  CHANNEL: "front-page",
  ADDRESS: "postgres://user:password@host:5432/name",
  DUTY: "intake",
};

/** A line without what may be left out, and with each of that. */
function formsOf(line: string): readonly (readonly string[])[] {
  const bare = line.replaceAll(/\[[^\]]*\]/g, "");
  const more = [...line.matchAll(/\[([^\]]*)\]/g)].map(([, option = ""]) => `${bare} ${option}`);
  return [bare, ...more].map((form) =>
    form
      .replaceAll(/…|\\\|\w+/g, "")
      .trim()
      .split(/\s+/)
      .map((word) => PLACEHOLDERS[word] ?? word),
  );
}

describe("a command of the desk", () => {
  test.each(found(/`(\/(?!a\/)[a-z][^`]*)`/g))("%s: %s is understood", (_page, line) => {
    if (line === "/desk" || line === "/desk …") return;
    const { name, rest } = commandWords(line);
    const spec = commandOf(name);
    expect(spec, line).not.toBeNull();
    if (spec === null) return;
    const options = [...rest.matchAll(/\[(\w+)\]/g)].map(([, option = ""]) => option);
    expect(options.filter((option) => optionOf(spec, option) === null)).toEqual([]);
    const plain = rest.replaceAll(/\[[^\]]*\]|…/g, "");
    expect(parseLine(`${name} ${plain}`, asked({ role: "admin" }))).toHaveProperty("options");
  });

  test("all of them are told of", () => {
    const told = `${read("docs/commands.md")}${read("docs/editors.md")}`;
    expect(COMMANDS.filter(({ name }) => !told.includes(`\`/${name}`))).toEqual([]);
  });
});

describe("what is new", () => {
  const log = read("CHANGELOG.md");

  test("it tells of the version at work, and begins with what is not given out yet", () => {
    const versions = [...log.matchAll(/^## \[([^\]]+)\](?: - (\d{4}-\d{2}-\d{2}))?$/gm)];
    expect(versions[0]?.[1]).toBe("Unreleased");
    expect(versions.map(([, version]) => version)).toContain(packageInfo.version);
    expect(versions.slice(1).every(([, , date]) => date !== undefined)).toBe(true);
  });

  test("it is in the form that is known", () => {
    const kinds = [...log.matchAll(/^### (.+)$/gm)].map(([, kind]) => kind);
    const known = ["Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"];
    expect(kinds.filter((kind) => !known.includes(kind ?? ""))).toEqual([]);
  });
});
