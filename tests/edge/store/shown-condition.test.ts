import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const STORE = join(import.meta.dirname, "../../../src/edge/store");

test("whether an article may be shown is asked by the conditions of one file, and kept by another", () => {
  const files = globSync("**/*.ts", { cwd: STORE }).filter((file) => !file.includes("migration/"));
  expect(files.length).toBeGreaterThan(30);
  const naming = files.filter((file) =>
    readFileSync(join(STORE, file), "utf8").includes("embargo_until"),
  );
  expect(naming.toSorted()).toEqual(["filed.ts", "latest.ts", "schema.ts"]);
});
