import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import type { Filing } from "#core/change/filing.ts";
import { type StoryLine, storyLines } from "#edge/terminal/stories.ts";
import { filingOf } from "#tests/core/story/filing.ts";

const FLOOD =
  "KELMAR – A flash flood in the Sarn valley killed 12 people in the village of Tevik on Monday, the governor, Halim Dorro, said.\n\nTwo bridges were washed away.";

async function tell(...lines: readonly (Partial<StoryLine> | string)[]) {
  const [said, complaints]: [string[], string[]] = [[], []];
  const out = {
    line: (text: string) => said.push(text),
    complain: (text: string) => complaints.push(text),
    style: (_: unknown, text: string) => text,
    ...{ width: 80, interactive: false },
  };
  const input = new PassThrough();
  const printed = lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line)));
  input.end(`${printed.join("\n")}\n`);
  const fileText = async (line: StoryLine, at: number): Promise<Filing> =>
    filingOf({
      ...{ id: line.id, body: line.text, title: line.title ?? null, source: line.source ?? null },
      at: new Date(at).toISOString(),
    });
  const code = await storyLines({ out, fileText, lanes: 2 }, input);
  return { code, complaints, told: said.map((line) => JSON.parse(line)) };
}

test("each report is told with its final story and with what it changes in those before it", async () => {
  const { code, told } = await tell(
    { id: "a", date: "2026-05-04T06:00:00Z", title: "Flood kills 12", text: FLOOD, source: "Tarn" },
    { id: "x", date: "2026-05-04", title: "Bonds rise", text: "Bonds rose in Port Arden." },
    {
      ...{
        id: "b",
        date: "2026-05-04T09:00:00Z",
        title: "Flood toll rises to 19",
        source: "Velsk",
      },
      text: FLOOD.replace("12 people", "19 people"),
    },
  );
  expect(code).toBe(0);
  expect(told.map(({ id, story }) => `${id} ${story}`)).toEqual(["a a", "x x", "b a"]);
  expect(told[0]).toMatchObject({ changes: [], differ: [] });
  expect(told[2]).toMatchObject({ copyOf: "a" });
  expect(told[2].changes.length).toBeGreaterThan(0);
});

test("what is no report is named, and the others go on", async () => {
  const { code, told, complaints } = await tell(
    "nonsense",
    { id: "a", date: "2026-05-04", text: FLOOD },
    { id: "b", date: "soon", text: FLOOD },
    "",
  );
  expect(code).toBe(1);
  expect(told.map(({ id }) => id)).toEqual(["a"]);
  expect(complaints.map((line) => line.split(":")[0])).toEqual(["line 1", "line 3"]);
});
