import type { IncomingMessage, ServerResponse } from "node:http";

/** What goes wrong with one call. */
export type Fault =
  | { readonly kind: "status"; readonly status: number; readonly retryAfter?: number }
  | { readonly kind: "error"; readonly error: string; readonly needed?: string }
  /** Breaks the connection before the call is looked at. */
  | { readonly kind: "reset" }
  /** Does the work and breaks the connection. */
  | { readonly kind: "reply-lost" }
  /** Does the work and sends half of the reply. */
  | { readonly kind: "reply-cut" }
  /** Does the work and never replies. */
  | { readonly kind: "hang" }
  /** Does the work and replies once it is told to. */
  | { readonly kind: "wait"; readonly until: Promise<void> }
  /** Does the work and replies with a page. */
  | { readonly kind: "garbled" };

/** Handles one call as the fault says; `work` does what was asked, and gives the reply. */
export function misbehave(
  fault: Fault,
  request: IncomingMessage,
  response: ServerResponse,
  work: () => object,
): void {
  switch (fault.kind) {
    case "status":
      if (fault.retryAfter !== undefined) response.setHeader("retry-after", fault.retryAfter);
      response.writeHead(fault.status).end("no");
      return;
    case "error":
      sendJson(response, { ok: false, error: fault.error, needed: fault.needed });
      return;
    case "reset":
      request.socket.destroy();
      return;
    case "reply-lost":
      work();
      request.socket.destroy();
      return;
    case "reply-cut": {
      const reply = JSON.stringify(work());
      response.writeHead(200, { "content-length": reply.length });
      response.write(reply.slice(0, reply.length / 2), () => request.socket.destroy());
      return;
    }
    case "hang":
      work();
      return;
    case "wait":
      void fault.until.then(() => sendJson(response, work()));
      return;
    case "garbled":
      work();
      response.writeHead(200, { "content-type": "text/html" }).end("<html>oops</html>");
      return;
  }
}

function sendJson(response: ServerResponse, body: object): void {
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
}
