import type { IncomingMessage, ServerResponse } from "node:http";

/** How a reply goes wrong after the work is done. */
export type Spoiling =
  /** The connection breaks. */
  | "reply-lost"
  /** Half of it comes. */
  | "reply-cut"
  /** It never comes. */
  | "hang"
  /** It begins and never ends. */
  | "hang-in-body"
  /** It is a page. */
  | "garbled"
  /** A proxy on the way has lost it, and says so. */
  | "bad-gateway";

/** Sends a reply, in JSON, in a way that goes wrong. */
export function spoil(
  how: Spoiling,
  incoming: IncomingMessage,
  response: ServerResponse,
  reply: { readonly status: number; readonly body: string },
): void {
  const json = { "content-type": "application/json" };
  switch (how) {
    case "reply-lost":
      incoming.socket.resetAndDestroy();
      return;
    case "reply-cut": {
      const length = Buffer.byteLength(reply.body);
      response.writeHead(reply.status, { ...json, "content-length": length });
      response.write(reply.body.slice(0, Math.floor(length / 2)), () => incoming.socket.destroy());
      return;
    }
    case "hang":
      return;
    case "hang-in-body":
      response.writeHead(200, json);
      response.write(reply.body.slice(0, 1));
      return;
    case "bad-gateway":
      response.writeHead(502, { "content-type": "text/html" }).end("<h1>Bad gateway</h1>");
      return;
    case "garbled":
      response.writeHead(200, { "content-type": "text/html" }).end("<h1>Bad gateway</h1>");
      return;
  }
}
