import type { IncomingMessage, ServerResponse } from "node:http";
import { type Spoiling, spoil } from "#tests/fake/spoil.ts";

/** What goes wrong with one call. */
export type Fault =
  | { readonly kind: "status"; readonly status: number; readonly retryAfter?: number }
  | { readonly kind: "error"; readonly error: string; readonly needed?: string }
  /** Breaks the connection before the call is looked at. */
  | { readonly kind: "reset" }
  /** Does the work and replies once it is told to. */
  | { readonly kind: "wait"; readonly until: Promise<void> }
  /** Does the work, and its reply goes wrong. */
  | { readonly kind: Spoiling };

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
    case "wait":
      void fault.until.then(() => sendJson(response, work()));
      return;
    default:
      spoil(fault.kind, request, response, { status: 200, body: JSON.stringify(work()) });
      return;
  }
}

function sendJson(response: ServerResponse, body: object): void {
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
}
