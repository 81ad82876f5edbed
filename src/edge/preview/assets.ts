import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join } from "node:path";
import { PreviewError, RequestError } from "./error.ts";

const TYPES: ReadonlyMap<string, string> = new Map([
  [".html", "text/html; charset=utf-8"],
  [".css", "text/css; charset=utf-8"],
  [".js", "text/javascript; charset=utf-8"],
  [".svg", "image/svg+xml; charset=utf-8"],
]);

interface Asset {
  readonly type: string;
  readonly bytes: Buffer;
  readonly tag: string;
}

/** The files of the page, held in memory: no path that a request names ever reaches the disk. */
export interface Assets {
  /** Changes when any file does. */
  readonly edition: string;
  /** Whether a path is that of a page, and not of a part of one. */
  isPage(path: string): boolean;
  /** @throws {RequestError} `not-found` */
  send(path: string, request: IncomingMessage, response: ServerResponse): void;
}

/** @throws {PreviewError} `no-page` */
export async function loadAssets(folder: string): Promise<Assets> {
  const assets = new Map<string, Asset>();
  try {
    for (const name of (await readdir(folder)).toSorted()) {
      const type = TYPES.get(extname(name));
      if (type === undefined) continue;
      const bytes = await readFile(join(folder, name));
      assets.set(pathOf(name), { type, bytes, tag: digest(bytes) });
    }
  } catch (cause) {
    throw new PreviewError("no-page", `The page's files cannot be read in ${folder}.`, { cause });
  }
  return {
    edition: digest([...assets.values()].map(({ tag }) => tag).join()),
    isPage: (path) => assets.get(path)?.type === TYPES.get(".html"),
    send: (path, request, response) => sendAsset(assets.get(path), request, response),
  };
}

/** `sign-in.html` is at `/sign-in`. */
function pathOf(name: string): string {
  return name === "index.html" ? "/" : `/${name.replace(/\.html$/u, "")}`;
}

function sendAsset(
  asset: Asset | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  if (asset === undefined) throw new RequestError("not-found", "There is no such page here.");
  const { type, bytes, tag } = asset;
  const headers = { ETag: `"${tag}"`, "Cache-Control": "no-cache" };
  if (request.headers["if-none-match"] === `"${tag}"`) {
    response.writeHead(304, headers).end();
    return;
  }
  response.writeHead(200, { ...headers, "Content-Type": type, "Content-Length": bytes.length });
  response.end(request.method === "HEAD" ? undefined : bytes);
}

function digest(content: Buffer | string): string {
  return createHash("sha256").update(content).digest("base64url").slice(0, 16);
}
