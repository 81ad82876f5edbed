import { createAnthropic } from "@ai-sdk/anthropic";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import {
  APICallError,
  generateText,
  jsonSchema,
  type LanguageModel,
  NoObjectGeneratedError,
  Output,
  RetryError,
} from "ai";
import type { ModelQuestion } from "#core/judgement/question.ts";
import { type Model, ModelError, type ModelReply } from "#desk/port/model.ts";
import { boundedFetch, EndlessReply } from "./bounded-fetch.ts";

/** Where a model is, and how it is spoken to. */
export interface Endpoint {
  /** `openai`: the common chat API, which most servers of models speak · `anthropic`: Anthropic's own. */
  readonly api: "openai" | "anthropic";
  /** Of the API: `http://localhost:11434/v1`; `null`: Anthropic's own. */
  readonly address: string | null;
  /** The model's name there. */
  readonly name: string;
  /** `null` where the endpoint asks for none. */
  readonly key: string | null;
  /** It takes a JSON schema for its answer; else it is asked for JSON, and for the keys in words. */
  readonly takesSchema: boolean;
}

/** After the first: of a refusal that says "later", and of a break. */
const MOST_RETRIES = 2;
/** In tokens: numbers for forty quotations, and room for a model that thinks aloud. */
const LONGEST_ANSWER = 4_000;

/** A model at an endpoint, by the AI SDK. */
export function createModel(endpoint: Endpoint): Model {
  // What it has to remark is for programmers, and would stand between the lines of the bot.
  globalThis.AI_SDK_LOG_WARNINGS = false;
  const model = modelAt(endpoint);
  return {
    name: endpoint.name,
    ask: (question, signal) => ask(model, question, signal),
  };
}

function modelAt({ api, address, name, key, takesSchema }: Endpoint): LanguageModel {
  const at = { fetch: boundedFetch, ...(key !== null && { apiKey: key }) };
  if (api === "anthropic") {
    return createAnthropic({ ...at, ...(address !== null && { baseURL: address }) })(name);
  }
  const baseURL = address ?? "";
  return createOpenAICompatible({
    ...{ ...at, name: "model", baseURL, supportsStructuredOutputs: takesSchema },
  })(name);
}

async function ask(
  model: LanguageModel,
  { task, matter, schema }: ModelQuestion,
  signal: AbortSignal,
): Promise<ModelReply> {
  try {
    const { text, usage } = await generateText({
      ...{ model, instructions: task, prompt: matter, abortSignal: signal },
      output: Output.object({ schema: jsonSchema(schema) }),
      ...{ maxRetries: MOST_RETRIES, maxOutputTokens: LONGEST_ANSWER, temperature: 0 },
    });
    return replyOf(text, usage);
  } catch (error) {
    // No JSON is a reply all the same: whether it is an answer is not said here.
    if (NoObjectGeneratedError.isInstance(error)) return replyOf(error.text ?? "", error.usage);
    throw modelError(error, signal);
  }
}

interface Usage {
  readonly inputTokens: number | undefined;
  readonly outputTokens: number | undefined;
}

function replyOf(text: string, usage: Usage | undefined): ModelReply {
  const { inputTokens = 0, outputTokens = 0 } = usage ?? {};
  return { text, tokens: { read: inputTokens, written: outputTokens } };
}

/** What the endpoint says itself may repeat the key, or the copy: only its number is told. */
function modelError(error: unknown, signal: AbortSignal): ModelError {
  const cause = RetryError.isInstance(error) ? error.lastError : error;
  if (signal.aborted) return new ModelError("slow", "it took too long", { cause });
  if (isEndless(cause)) return new ModelError("too-long", "its reply would not end", { cause });
  if (!APICallError.isInstance(cause) || cause.statusCode === undefined)
    return new ModelError("unreachable", "it cannot be reached", { cause });
  const { statusCode } = cause;
  const says = `it says ${statusCode}${MEANS[statusCode] ?? ""}`;
  if (statusCode === TOO_MANY) return new ModelError("rate-limited", says, { cause });
  const isDown = statusCode >= FIRST_OF_SERVER || statusCode < FIRST_OF_FAULTS;
  return new ModelError(isDown ? "unreachable" : "refused", says, { cause });
}

const TOO_MANY = 429;
const FIRST_OF_FAULTS = 400;
const FIRST_OF_SERVER = 500;

const MEANS: Readonly<Record<number, string>> = {
  400: ": the question is not taken; schema: false may help",
  401: ": the key is not right",
  403: ": the key may not do this",
  404: ": there is no such model, or the address is another one",
  429: ": too often, or the account is used up",
};

function isEndless(error: unknown): boolean {
  for (let one: unknown = error; one instanceof Error; one = one.cause)
    if (one instanceof EndlessReply) return true;
  return false;
}
