import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";

/** What happens to one call. */
export type Fault =
  /** A reply of our own, and the twin never hears of it. */
  | {
      readonly kind: "reply";
      readonly status: number;
      readonly body: unknown;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** Breaks the connection before the call is looked at. */
  | { readonly kind: "reset" }
  /** Does the work and breaks the connection. */
  | { readonly kind: "reply-lost" }
  /** Does the work and sends half of the reply. */
  | { readonly kind: "reply-cut" }
  /** Does the work and never replies. */
  | { readonly kind: "hang" }
  /** Does the work, begins its reply and never ends it. */
  | { readonly kind: "hang-in-body" }
  /** Does the work and replies with a page. */
  | { readonly kind: "garbled" };

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export function send(response: ServerResponse, { status, headers, body }: Reply): void {
  const kept = Object.entries(headers).filter(([name]) => /^(?:x-|retry|content-type)/i.test(name));
  response.writeHead(status, Object.fromEntries(kept)).end(body);
}

/** Replies in a way that goes wrong after the work is done. */
export function spoil(
  kind: Exclude<Fault["kind"], "reply" | "reset">,
  incoming: IncomingMessage,
  response: ServerResponse,
  reply: Reply,
): void {
  if (kind === "reply-lost") incoming.socket.resetAndDestroy();
  else if (kind === "garbled") {
    response.writeHead(200, { "content-type": "text/html" }).end("<h1>Bad gateway</h1>");
  } else if (kind === "hang-in-body") {
    response.writeHead(200, { "content-type": "application/json" });
    response.write(reply.body.slice(0, 1));
  } else if (kind === "reply-cut") {
    const length = Buffer.byteLength(reply.body);
    response.writeHead(reply.status, {
      "content-type": "application/json",
      "content-length": length,
    });
    response.write(reply.body.slice(0, Math.floor(length / 2)), () => incoming.socket.destroy());
  }
}

/** An error as Discord names it. */
export function refusal(status: number, code: number): Fault {
  return { kind: "reply", status, body: { code, message: "It is refused." } };
}
