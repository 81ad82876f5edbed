import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { PreviewError, RequestError } from "./error.ts";

const TYPES: ReadonlyMap<string, string> = new Map([
  [".html", "text/html; charset=utf-8"],
  [".css", "text/css; charset=utf-8"],
  [".js", "text/javascript; charset=utf-8"],
  [".svg", "image/svg+xml; charset=utf-8"],
]);

/** An article's own address is the page itself, which then asks for the article. */
const ARTICLE = /^\/a\/[a-z0-9]{1,16}$/u;

interface Asset {
  readonly type: string;
  readonly bytes: Buffer;
  /** The same for browsers that take it so, as all do: the page is then a third as long. */
  readonly packed: Buffer;
  readonly tag: string;
}

const pack = promisify(gzip);

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
      const asset = { type, bytes, packed: await pack(bytes), tag: digest(bytes) };
      assets.set(pathOf(name), asset);
    }
  } catch (cause) {
    throw new PreviewError("no-page", `The page's files cannot be read in ${folder}.`, { cause });
  }
  const assetAt = (path: string) => assets.get(ARTICLE.test(path) ? "/" : path);
  return {
    edition: digest([...assets.values()].map(({ tag }) => tag).join()),
    isPage: (path) => assetAt(path)?.type === TYPES.get(".html"),
    send: (path, request, response) => sendAsset(assetAt(path), request, response),
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
  const takesPacked = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/u.test(
    String(request.headers["accept-encoding"] ?? ""),
  );
  const { type, tag } = asset;
  const [bytes, etag] = takesPacked ? [asset.packed, `"${tag}-gz"`] : [asset.bytes, `"${tag}"`];
  const headers = { ETag: etag, "Cache-Control": "no-cache", Vary: "Accept-Encoding" };
  if (request.headers["if-none-match"] === etag) {
    response.writeHead(304, headers).end();
    return;
  }
  response.writeHead(200, {
    ...headers,
    "Content-Type": type,
    "Content-Length": bytes.length,
    ...(takesPacked && { "Content-Encoding": "gzip" }),
  });
  response.end(request.method === "HEAD" ? undefined : bytes);
}

function digest(content: Buffer | string): string {
  return createHash("sha256").update(content).digest("base64url").slice(0, 16);
}
