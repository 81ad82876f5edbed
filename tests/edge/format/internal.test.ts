import { expect, test } from "vitest";
import { readInternal } from "#core/article/audience.ts";
import { copyOf } from "./helpers.ts";

const BODY = "The harbour board met on Friday and agreed a plan for the quay.";

test.each([
  ["one.txt", `Internal: yes\nTitle: A plan for the quay\n\n${BODY}\n`, true],
  ["two.txt", `Title: A plan for the quay\nINTERNAL: only\n\n${BODY}\n`, true],
  ["three.txt", `Title: A plan for the quay\ninternal: no\n\n${BODY}\n`, false],
  ["four.txt", `Title: A plan for the quay\ninternal: n\n\n${BODY}\n`, false],
  // It is a headline.
  ["five.txt", `Internal: what the harbour board knew\n\n${BODY}\n`, false],
  ["six.md", `---\ntitle: A plan for the quay\ninternal: true\n---\n\n${BODY}\n`, true],
  ["seven.md", `---\ntitle: A plan for the quay\ninternal: "False"\n---\n\n${BODY}\n`, false],
  // Whatever else stands there keeps it in.
  [
    "eight.md",
    `---\ntitle: A plan for the quay\ninternal: desk of politics\n---\n\n${BODY}\n`,
    true,
  ],
])("copy is marked for the desk alone, or not: %s", async (path, text, internal) => {
  const copy = await copyOf(path, text);
  expect(readInternal(copy.internal)).toBe(internal);
  expect(copy.body).toBe(BODY);
});
