import { z } from "zod";
import type { Budget, Prices } from "#core/judgement/budget.ts";

/** A language model, as the config names it. */
export interface ModelOrders {
  readonly api: "openai" | "anthropic";
  /** `null`: the API's own. */
  readonly address: string | null;
  readonly name: string;
  readonly takesSchema: boolean;
  /** In seconds: a question that takes longer is given up. */
  readonly patience: number;
  readonly asksBacklog: boolean;
  readonly budget: Budget;
  readonly prices: Prices | null;
}

const QUESTIONS_A_DAY = 500;
const PATIENCE = 60;

const price = (what: string) =>
  z
    .number("write a price, such as 0.15")
    .min(0, "0 or more")
    .describe(`For a million tokens ${what}`);

const budget = z
  .strictObject(
    {
      questions: z
        .int("write a whole number")
        .min(0, "0 or more")
        .default(QUESTIONS_A_DAY)
        .describe("Most questions in 24 hours: one an article and revision"),
      tokens: z
        .int("write a whole number")
        .min(1, "1 or more; leave it out for any number")
        .optional()
        .describe("Most tokens in 24 hours, read and written; any number if left out"),
      cost: z
        .number("write an amount, such as 2.50")
        .min(0, "0 or more")
        .optional()
        .describe(
          "Most that may be spent in 24 hours, in the currency of the prices; any amount if left out",
        ),
    },
    "write questions, tokens or cost",
  )
  .prefault({})
  .describe("What may be spent in 24 hours; what comes then has the rules' brief");

/** The language model that gives a second opinion, where there is one. */
export const modelShape = z
  .strictObject(
    {
      api: z
        .enum(["openai", "anthropic"], "write openai or anthropic")
        .default("openai")
        .describe(
          "How it is spoken to: openai is the chat API of Ollama, llama.cpp, vLLM, LM Studio, OpenAI and most others",
        ),
      address: z
        .url({ protocol: /^https?$/, error: "write an address, such as http://localhost:11434/v1" })
        .refine((address) => {
          const { username, password } = new URL(address);
          return username === "" && password === "";
        }, "leave name and password out: the key stands in COPYDESK_MODEL_KEY (.env)")
        .optional()
        .describe(
          "Of its API: http://localhost:11434/v1; Anthropic's own if left out with api: anthropic",
        ),
      name: z
        .string("write the model's name there")
        .trim()
        .min(1, "write the model's name there")
        .max(200, "200 characters at most")
        .describe("What the model is called there"),
      schema: z
        .boolean("write true or false")
        .default(true)
        .describe("false: the endpoint takes no JSON schema for its answer, and is asked in words"),
      patience: z
        .int("write seconds, such as 60")
        .min(1, "a second or more")
        .max(600, "ten minutes (600) or less")
        .default(PATIENCE)
        .describe("Seconds after which a question is given up; no edition waits for it"),
      backlog: z
        .boolean("write true or false")
        .default(false)
        .describe("It is asked about what is there at a start, too"),
      budget,
      prices: z
        .strictObject({ read: price("read"), written: price("written") }, "write read and written")
        .optional()
        .describe("What it takes, for /status, the figures and the budget"),
    },
    "write an address and a name, as in { address: http://localhost:11434/v1, name: llama3.1 }",
  )
  .refine(({ api, address }) => api === "anthropic" || address !== undefined, {
    path: ["address"],
    error: "write where it is, such as http://localhost:11434/v1",
  })
  .refine(({ budget: { cost }, prices }) => cost === undefined || prices !== undefined, {
    path: ["prices"],
    error: "a budget of money needs prices: write what a million tokens take",
  })
  .optional()
  .describe(
    "A language model that gives a second opinion of each brief: it chooses among the article's own words, and writes none; without it nothing leaves this machine",
  );

export function modelOrders(model: z.infer<typeof modelShape>): ModelOrders | null {
  if (model === undefined) return null;
  const { address = null, schema, backlog, budget: most, prices = null, ...rest } = model;
  const { questions, tokens = null, cost = null } = most;
  return {
    ...{ api: rest.api, name: rest.name, patience: rest.patience, address, prices },
    ...{ takesSchema: schema, asksBacklog: backlog, budget: { questions, tokens, cost } },
  };
}
