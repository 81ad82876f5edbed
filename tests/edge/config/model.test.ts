import { expect, test } from "vitest";
import type { z } from "zod";
import { modelOrders, modelShape } from "#edge/config/model.ts";

const LOCAL = { address: "http://localhost:11434/v1", name: "llama3.1" };

const faultsOf = (written: unknown) =>
  modelShape.safeParse(written).error?.issues.map(({ message }) => message) ?? [];
const read = (written: z.input<typeof modelShape>) => modelOrders(modelShape.parse(written));

test("an address and a name are enough", () => {
  expect(read(LOCAL)).toEqual({
    ...{ ...LOCAL, api: "openai", takesSchema: true, patience: 60, asksBacklog: false },
    ...{ budget: { questions: 500, tokens: null, cost: null }, prices: null },
  });
  expect(read(undefined)).toBeNull();
});

test("Anthropic's own address is known", () => {
  expect(read({ api: "anthropic", name: "claude" })).toMatchObject({ address: null });
});

test.each([
  [{ name: "x" }, "write where it is"],
  [{ ...LOCAL, api: "other" }, "write openai or anthropic"],
  [{ ...LOCAL, address: "http://me:word@localhost/v1" }, "leave name and password out"],
  [{ ...LOCAL, address: "file:///etc/passwd" }, "write an address"],
  [{ ...LOCAL, name: " " }, "write the model's name"],
  [{ ...LOCAL, budget: { cost: 2 } }, "needs prices"],
  [{ ...LOCAL, budget: { questions: -1 } }, "0 or more"],
  [{ ...LOCAL, prices: { read: -1, written: 1 } }, "0 or more"],
  [{ ...LOCAL, patience: 0 }, "a second or more"],
  [{ ...LOCAL, key: "sk-1" }, "write an address and a name"],
  ["llama3.1", "write an address and a name"],
])("%j is refused", (written, says) => {
  expect(faultsOf(written).join("\n")).toContain(says);
});
