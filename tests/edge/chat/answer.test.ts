import { expect, test } from "vitest";
import type { Message } from "#core/message/message.ts";
import { plainMessage } from "#core/message/say.ts";
import { type Answering, answer } from "#edge/chat/answer.ts";
import { createLogInbox } from "#tests/fake/log.ts";

const ANSWER = plainMessage("Here it is.");
const EXPIRED = new Error("expired");

function answering(shown: Message[], more: Partial<Answering> = {}) {
  const { log, lines } = createLogInbox();
  const show = async (message: Message) => void shown.push(message);
  const explain = (error: unknown) => String(error);
  return { lines, parts: { platform: "toy", log, noted: { id: "1" }, show, explain, ...more } };
}

test.each([
  ["an answer is shown", async () => ANSWER, ["Here it is."]],
  ["nothing is shown where there is nothing to say", async () => null, []],
  [
    "what fails is told in plain words",
    () => Promise.reject(new Error("secret of the house")),
    [expect.stringMatching(/^That did not work, and it is not your fault/)],
  ],
  ["what comes too late is told to nobody", () => Promise.reject(EXPIRED), []],
])("%s", async (_, ask: () => Promise<Message | null>, summaries) => {
  const shown: Message[] = [];
  const { parts } = answering(shown, { isTooLate: (error) => error === EXPIRED });
  await answer(parts, ask);
  expect(shown.map(({ summary }) => summary)).toEqual(summaries);
  expect(JSON.stringify(shown)).not.toContain("secret");
});

test("the trace that the asker is told stands in the log, with what may be logged of the failure", async () => {
  const shown: Message[] = [];
  const { lines, parts } = answering(shown, { safe: () => "kept" });
  await answer(parts, () => Promise.reject(new Error("no")));
  const [line] = lines.all;
  expect(line?.fields).toMatchObject({ id: "1", says: "Error: no", error: "kept" });
  expect(JSON.stringify(shown)).toContain(`Trace ${String(line?.fields.trace)}`);
});

test("an asker who cannot be told is no unhandled failure", async () => {
  const { lines, parts } = answering([], { show: () => Promise.reject(new Error("gone")) });
  await answer(parts, async () => ANSWER);
  expect(lines.all.map(({ fields }) => fields.says)).toEqual([
    "Error: gone",
    "the asker could not be told: Error: gone",
  ]);
});
