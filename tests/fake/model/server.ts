import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { z } from "zod";

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

/** As much of a request as is looked at, of the common API. */
const Completion = z.object({
  model: z.string(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })),
  response_format: z
    .object({ json_schema: z.object({ schema: z.unknown() }).optional() })
    .optional(),
});

/** And of Anthropic's, which takes a schema by its format or as that of a tool. */
const Messages = z.object({
  model: z.string(),
  system: z.array(z.object({ text: z.string() })),
  messages: z.array(z.object({ content: z.array(z.object({ text: z.string().optional() })) })),
  output_config: z.object({ format: z.object({ schema: z.unknown() }).optional() }).optional(),
  tools: z.array(z.object({ input_schema: z.unknown() })).optional(),
});

function read(request: IncomingMessage, raw: string): Received {
  const path = request.url ?? "";
  if (path.endsWith("/messages")) {
    const body = Messages.parse(JSON.parse(raw));
    const texts = body.messages.flatMap(({ content }) => content.map(({ text = "" }) => text));
    return {
      ...{ api: "anthropic", model: body.model, raw, path, matter: texts.join("\n") },
      task: body.system.map(({ text }) => text).join("\n"),
      schema: body.output_config?.format?.schema ?? body.tools?.[0]?.input_schema ?? null,
      key: request.headers["x-api-key"]?.toString() ?? null,
    };
  }
  const body = Completion.parse(JSON.parse(raw));
  const of = (role: string) => body.messages.find((one) => one.role === role)?.content ?? "";
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
  const isByTool = Messages.parse(JSON.parse(raw)).tools !== undefined;
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
