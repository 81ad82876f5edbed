import type { IncomingHttpHeaders } from "node:http";
import { RequestError } from "./error.ts";

const OWN_NAMES: ReadonlySet<string> = new Set(["127.0.0.1", "localhost", "[::1]"]);

/**
 * Lets a request pass that was sent to this machine under one of its own names, and that no other
 * site had a hand in.
 *
 * The name is checked because of DNS rebinding: a foreign page whose name is made to point at
 * 127.0.0.1 may send requests here, but it cannot change the Host header. The port is not checked,
 * so that a forwarded port (a container, a remote editor) works.
 * @throws {RequestError} `foreign`
 */
export function checkSender(headers: IncomingHttpHeaders): void {
  const { host, origin } = headers;
  if (host === undefined || !isOwnName(host)) {
    throw new RequestError("foreign", "This page answers at 127.0.0.1 and localhost only.");
  }
  // `none` is an address that the reader typed.
  const site = headers["sec-fetch-site"];
  const foreignSite = site !== undefined && site !== "same-origin" && site !== "none";
  const foreignOrigin = origin !== undefined && origin !== `http://${host}`;
  if (foreignOrigin || (foreignSite && headers["sec-fetch-mode"] !== "navigate")) {
    throw new RequestError("foreign", "This page answers no request from another site.");
  }
}

function isOwnName(host: string): boolean {
  const { name } = /^(?<name>.+?)(?::\d{1,5})?$/u.exec(host.toLowerCase())?.groups ?? {};
  return name !== undefined && OWN_NAMES.has(name);
}
