import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What a scripted model answers. */
export type Scripted =
  | { readonly says: string }
  | { readonly status: number; readonly retryAfter?: number }
  | { readonly does: "hang" | "never end" | "redirect" };

/** A question as it came over the wire. */
export interface Received {
  readonly api: "openai" | "anthropic";
  readonly model: string;
  readonly task: string;
  readonly matter: string;
  /** As the endpoint was given it; `null`: none. */
  readonly schema: unknown;
  readonly key: string | null;
  readonly path: string;
  /** All of it, as it came. */
  readonly raw: string;
}

export interface ModelServer {
  /** Of the common API. */
  readonly openai: string;
  /** Of Anthropic's. */
  readonly anthropic: string;
  readonly received: readonly Received[];
  close(): Promise<void>;
}

/** Speaks both APIs on loopback, and answers by a script. */
export async function startModel(
  script: (received: Received, count: number) => Scripted | Promise<Scripted>,
): Promise<ModelServer> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const raw = await bodyOf(request);
      const one = read(request, raw);
      received.push(one);
      answer(response, one, await script(one, received.length));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const at = `http://127.0.0.1:${port}`;
  return {
    ...{ openai: `${at}/v1`, anthropic: `${at}/v1`, received },
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

// biome-ignore lint/suspicious/noExplicitAny: whatever came over the wire
type Json = any;

function read(request: IncomingMessage, raw: string): Received {
  const body = JSON.parse(raw) as Json;
  const path = request.url ?? "";
  if (request.url?.endsWith("/messages") === true) {
    const format = body.output_config?.format ?? body.output_format ?? null;
    const tool = body.tools?.[0]?.input_schema ?? null;
    return {
      ...{ api: "anthropic", model: body.model, raw, path },
      task: body.system.map((one: Json) => one.text).join("\n"),
      matter: body.messages
        .flatMap((one: Json) => one.content.map((part: Json) => part.text))
        .join("\n"),
      schema: format?.schema ?? tool,
      key: request.headers["x-api-key"]?.toString() ?? null,
    };
  }
  const of = (role: string) => body.messages.find((one: Json) => one.role === role)?.content ?? "";
  return {
    ...{ api: "openai", model: body.model, raw, path, task: of("system"), matter: of("user") },
    schema: body.response_format?.json_schema?.schema ?? null,
    key: request.headers.authorization?.replace(/^Bearer /u, "") ?? null,
  };
}

const USED = { read: 900, written: 40 };

function answer(response: ServerResponse, to: Received, scripted: Scripted): void {
  if ("status" in scripted) {
    const { status, retryAfter } = scripted;
    response.writeHead(status, {
      "content-type": "application/json",
      ...(retryAfter !== undefined && { "retry-after": String(retryAfter) }),
    });
    response.end(JSON.stringify({ error: { message: `no: ${to.key}`, type: "scripted" } }));
    return;
  }
  if ("does" in scripted) {
    misbehave(response, scripted.does);
    return;
  }
  response.writeHead(200, { "content-type": "application/json" });
  response.end(
    JSON.stringify(
      to.api === "openai" ? completion(to, scripted.says) : message(to, scripted.says),
    ),
  );
}

function misbehave(response: ServerResponse, how: "hang" | "never end" | "redirect") {
  if (how === "hang") return;
  if (how === "redirect") {
    response.writeHead(307, { location: "/elsewhere/v1/messages" });
    response.end();
    return;
  }
  response.writeHead(200, { "content-type": "application/json" });
  const pour = () => {
    if (response.destroyed) return;
    if (response.write(`"${"x".repeat(60_000)}`)) setImmediate(pour);
    else response.once("drain", pour);
  };
  pour();
}

function completion({ model }: Received, content: string) {
  return {
    ...{ id: "c1", object: "chat.completion", created: 1, model },
    choices: [{ index: 0, message: { role: "assistant", content }, finish_reason: "stop" }],
    usage: {
      prompt_tokens: USED.read,
      completion_tokens: USED.written,
      total_tokens: USED.read + USED.written,
    },
  };
}

function message({ model, raw }: Received, text: string) {
  const isByTool = (JSON.parse(raw) as Json).tools !== undefined;
  const content = isByTool
    ? [{ type: "tool_use", id: "t1", name: "json", input: jsonOr(text) }]
    : [{ type: "text", text }];
  return {
    ...{ id: "m1", type: "message", role: "assistant", model, content },
    ...{ stop_reason: isByTool ? "tool_use" : "end_turn", stop_sequence: null },
    usage: { input_tokens: USED.read, output_tokens: USED.written },
  };
}

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return { said: text };
  }
}
