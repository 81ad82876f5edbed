import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { changesIn } from "#desk/config-changes.ts";
import { readNewsroom } from "#edge/config/read-newsroom.ts";
import { REGISTRY } from "#main/platforms.ts";
import { saidIn } from "#main/settings.ts";

function said(text: string) {
  const folder = mkdtempSync(join(tmpdir(), "copydesk-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "newsroom.yaml");
  writeFileSync(file, text);
  return saidIn({ orders: readNewsroom(file, REGISTRY.shape) });
}

const PLAIN = `timeZone: UTC
channels:
  - { name: front-page, schedule: "0 8 * * *", slack: { channel: C0123ABCD, bookmark: false } }
`;

test.each<[string, string, readonly string[]]>([
  ["the same", PLAIN, []],
  [
    "the same in other words of YAML, with a remark",
    `# Morning
timeZone: UTC
channels:
  - slack: { bookmark: false, channel: "C0123ABCD" }
    schedule: '0 8 * * *'
    name: front-page
`,
    [],
  ],
  ["another hour", PLAIN.replace("0 8", "0 9"), ["changed front-page: schedule"]],
  ["another place", PLAIN.replace("C0123", "C0999"), ["changed front-page: slack"]],
  [
    "roles, and another channel",
    `roles: { editors: { slack: [U0123ABCD] } }\n${PLAIN}  - { name: sport, schedule: "0 8 * * *" }\n`,
    ["changed who may do what (roles)", "added the channel sport"],
  ],
  ["no zone", PLAIN.replace("timeZone: UTC\n", ""), ["changed timeZone"]],
])("a config that says %s", (_, text, expected) => {
  expect(changesIn(said(PLAIN), said(text))).toEqual(expected);
});

test("no value of it is kept, but by its hash", () => {
  const text = JSON.stringify([...said(PLAIN)]);
  expect(text).not.toContain("C0123ABCD");
  expect(text).toContain("front-page");
});
