import type { IncomingHttpHeaders, ServerResponse } from "node:http";
import type { Spoiling } from "#tests/fake/spoil.ts";

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
  /** Does the work, and replies, once it is told to. */
  | { readonly kind: "wait"; readonly until: Promise<void> }
  /** Does the work, and its reply goes wrong. */
  | { readonly kind: Spoiling };

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export function send(response: ServerResponse, { status, headers, body }: Reply): void {
  const kept = Object.entries(headers).filter(([name]) => /^(?:x-|retry|content-type)/i.test(name));
  response.writeHead(status, Object.fromEntries(kept)).end(body);
}

/** An error as Discord names it. */
export function refusal(status: number, code: number): Fault {
  return { kind: "reply", status, body: { code, message: "It is refused." } };
}
