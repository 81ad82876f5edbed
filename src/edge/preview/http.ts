import type { IncomingMessage, ServerResponse } from "node:http";
import { RequestError } from "./error.ts";

/** A command line is 500 characters at most, so a body that asks one stays far below this. */
const LARGEST_BODY = 32 * 1024;

/**
 * The page loads nothing but its own files, and even an error of its own could not turn text into
 * markup: with trusted types required and none allowed, `innerHTML` throws.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");

/** Headers that every answer carries. */
export function setSafeHeaders(response: ServerResponse): void {
  response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
  response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
  response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
  response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
  response.setHeader("Referrer-Policy", "no-referrer");
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.setHeader("X-Frame-Options", "DENY");
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  sendBytes(response, status, Buffer.from(JSON.stringify(value)));
}

/** Sends what is JSON already. */
export function sendBytes(response: ServerResponse, status: number, json: Buffer): void {
  response
    .writeHead(status, {
      "Content-Type": "application/json; charset=utf-8",
      "Cache-Control": "no-store",
    })
    .end(json);
}

/**
 * Reads a JSON body.
 * @throws {RequestError} `wrong-type`, `too-large` or `malformed`
 */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const type = request.headers["content-type"]?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") {
    throw new RequestError("wrong-type", "The body must be JSON, sent as application/json.");
  }
  const body = await readBytes(request, LARGEST_BODY);
  try {
    return JSON.parse(body.toString("utf8"));
  } catch (cause) {
    throw new RequestError("malformed", "The body is no JSON.", { cause });
  }
}

/**
 * Reads a body as it is.
 * @param most bytes
 * @throws {RequestError} `too-large`
 */
export async function readBytes(request: IncomingMessage, most: number): Promise<Buffer> {
  const tooLarge = () => new RequestError("too-large", `The body is longer than ${most} bytes.`);
  if (Number(request.headers["content-length"] ?? 0) > most) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  // Left early, the request must stay open, or the answer that says why could not be sent.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > most) throw tooLarge();
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
