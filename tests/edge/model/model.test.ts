import { afterEach, describe, expect, test } from "vitest";
import { objectOf } from "#core/judgement/question.ts";
import { ModelError } from "#desk/port/model.ts";
import { createModel, type Endpoint } from "#edge/model/model.ts";
import { type ModelServer, type Scripted, startModel } from "#tests/fake/model/server.ts";

const KEY = "sk-tarn-4711";
const SCHEMA = objectOf({ facts: { type: "array", items: { type: "integer" } } });
const QUESTION = { task: "Choose.", matter: '[1,"The ferry sank."]', schema: SCHEMA };
const RIGHT = '{"facts":[1]}';

let server: ModelServer | null = null;
afterEach(async () => {
  await server?.close();
  server = null;
});

async function ask(
  script: Parameters<typeof startModel>[0],
  own: Partial<Endpoint> = {},
  signal: AbortSignal = new AbortController().signal,
) {
  server = await startModel(script);
  const api = own.api ?? "openai";
  const model = createModel({
    ...{ api, address: server[api], name: "tarn-1", key: KEY, takesSchema: true },
    ...own,
  });
  return model.ask(QUESTION, signal);
}

async function failing(...given: Parameters<typeof ask>): Promise<ModelError> {
  const error: unknown = await ask(...given).then(
    () => null,
    (one: unknown) => one,
  );
  if (error instanceof ModelError) return error;
  throw new TypeError("It did not fail as a model does", { cause: error });
}

describe.each(["openai", "anthropic"] as const)("by the API of %s", (api) => {
  test("the question goes with its key and schema, and the answer comes with what it took", async () => {
    const reply = await ask(() => ({ says: RIGHT }), { api });
    expect(JSON.parse(reply.text)).toEqual({ facts: [1] });
    expect(reply.tokens).toEqual({ read: 900, written: 40 });
    expect(server?.received).toMatchObject([
      { ...{ api, model: "tarn-1", key: KEY, matter: QUESTION.matter }, task: QUESTION.task },
    ]);
    expect(server?.received[0]?.schema).toMatchObject({
      properties: SCHEMA.type === "object" ? SCHEMA.properties : {},
    });
  });

  test("what says “later” is asked again", async () => {
    const reply = await ask(
      (_, count) => (count === 1 ? { status: 429, retryAfter: 0 } : { says: RIGHT }),
      { api },
    );
    expect(JSON.parse(reply.text)).toEqual({ facts: [1] });
    expect(server?.received).toHaveLength(2);
  });

  test.each([
    ["does not know the key", 401, "refused"],
    ["knows no such model", 404, "refused"],
    ["takes no such question", 400, "refused"],
  ] as const)("an endpoint that %s is not asked again, and its words are not repeated", async (_what, status, code) => {
    const error = await failing(() => ({ status }), { api });
    expect(error).toMatchObject({ code });
    expect(error.message).not.toContain(KEY);
    expect(error.message).toContain(String(status));
    expect(server?.received).toHaveLength(1);
  });

  test.each([
    ["is used up", { status: 429, retryAfter: 0 }, "rate-limited"],
    ["is down", { status: 503, retryAfter: 0 }, "unreachable"],
  ] as const)("an endpoint that %s is given up after three attempts", async (_what, scripted, code) => {
    expect(await failing(() => scripted, { api })).toMatchObject({ code });
    expect(server?.received).toHaveLength(3);
  });

  test("one that hangs is given up when it has taken too long", async () => {
    const patience = new AbortController();
    const script = (): Scripted => {
      patience.abort();
      return { does: "hang" };
    };
    expect(await failing(script, { api }, patience.signal)).toMatchObject({ code: "slow" });
  });

  test("a reply that would not end is cut off", async () => {
    expect(await failing(() => ({ does: "never end" }), { api })).toMatchObject({
      code: "too-long",
    });
  });

  test("a redirect is not followed: it would take key and copy elsewhere", async () => {
    expect(await failing(() => ({ does: "redirect" }), { api })).toMatchObject({
      code: "unreachable",
    });
    expect(server?.received.filter(({ path }) => path.startsWith("/elsewhere"))).toEqual([]);
  });

  test.each([
    ["prose", "The ferry sank."],
    ["half of it", '{"facts":[1,'],
    ["nothing", ""],
  ])("what is no JSON (%s) is a reply all the same", async (_what, says) => {
    const reply = await ask(() => ({ says }), { api });
    expect(reply.tokens).toEqual({ read: 900, written: 40 });
  });
});

test("an endpoint that takes no schema is asked without one", async () => {
  await ask(() => ({ says: RIGHT }), { takesSchema: false });
  expect(server?.received).toMatchObject([{ schema: null, matter: QUESTION.matter }]);
});
