import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { onTestFinished } from "vitest";
import { listenOnLoopback } from "../listen.ts";

/** What befalls a request on its way to the server. */
export type Mishap =
  /** No answer ever comes. */
  | { readonly kind: "silence" }
  /** The connection breaks before there is an answer. */
  | { readonly kind: "break" }
  /** Half of the answer's body comes, and then nothing more. */
  | { readonly kind: "half" }
  /** S3 refuses, by one of its codes. */
  | { readonly kind: "refuse"; readonly status: number; readonly code: string }
  /** Something in between answers with a page of its own. */
  | { readonly kind: "page"; readonly html: string };

/** A request as the server would see it: `GET /news/wire/a.txt`, with what is asked in the query. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** What the object must still be; `null`: it is not asked for. */
  readonly ifMatch: string | null;
}

export interface Proxy {
  readonly url: string;
  readonly asked: readonly Asked[];
  /** Looks at each request; `null` lets it pass. It may wait, or change what the server has. */
  meddle: (asked: Asked) => Mishap | null | Promise<Mishap | null>;
}

/** Stands between a client and a server until the test ends. */
export async function startProxy(target: string): Promise<Proxy> {
  const asked: Asked[] = [];
  const server = createServer((incoming, outgoing) => {
    const { pathname, searchParams } = new URL(incoming.url ?? "/", target);
    const own = {
      method: incoming.method ?? "",
      path: decodeURIComponent(pathname),
      query: searchParams,
      ifMatch: incoming.headers["if-match"] ?? null,
    };
    asked.push(own);
    Promise.resolve(proxy.meddle(own)).then(
      (mishap) => answer(target, incoming, outgoing, mishap),
      () => incoming.destroy(),
    );
  });
  const port = await listenOnLoopback(server);
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const proxy: Proxy = { url: `http://127.0.0.1:${port}`, asked, meddle: () => null };
  return proxy;
}

function answer(
  target: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  mishap: Mishap | null,
): void {
  switch (mishap?.kind) {
    case "silence":
      return;
    case "break":
      return void incoming.destroy();
    case "refuse": {
      const { status, code } = mishap;
      const xml = `<?xml version="1.0"?><Error><Code>${code}</Code><Message>No.</Message></Error>`;
      outgoing.writeHead(status, { "content-type": "application/xml" }).end(xml);
      return;
    }
    case "page":
      outgoing.writeHead(200, { "content-type": "text/html" }).end(mishap.html);
      return;
    default:
      pass(target, incoming, outgoing, mishap?.kind === "half");
  }
}

function pass(
  target: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  half: boolean,
): void {
  const { method = "GET", headers, url = "/" } = incoming;
  const onward = request(new URL(url, target), { method, headers }, (response) => {
    outgoing.writeHead(response.statusCode ?? 502, response.headers);
    if (!half) return void response.pipe(outgoing);
    response.once("data", (chunk: Buffer) =>
      outgoing.write(chunk.subarray(0, Math.ceil(chunk.length / 2))),
    );
  });
  onward.on("error", () => incoming.destroy());
  incoming.pipe(onward);
}
