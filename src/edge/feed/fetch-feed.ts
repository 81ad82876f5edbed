import { type LookupAddress, lookup as resolveName } from "node:dns";
import { request as askHttp, type IncomingMessage } from "node:http";
import { request as askHttps } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { type FeedAnswer, FeedError, type FeedMark, type FetchFeed } from "#desk/port/feed.ts";
import { isPublicAddress } from "./public-address.ts";

/** Bytes, unpacked. */
const LONGEST = 10_000_000;
const MOST_REDIRECTS = 5;
/** Milliseconds for all of it, redirects included. */
const PATIENCE = 30_000;
/** Milliseconds: no server puts a feed off for longer. */
const LONGEST_WAIT = 24 * 60 * 60_000;

export interface FetchParts {
  /** Whether what came is a feed: a server in trouble answers with a page, and calls it well. */
  readonly isFeed: (bytes: Uint8Array) => boolean;
  /** As `dns.lookup`; for tests. */
  readonly resolve?: typeof resolveName;
  readonly patience?: number;
  /** As `isPublicAddress`; for tests, which have no public one. */
  readonly isPublic?: (address: string) => boolean;
  /** Aborted when nobody waits any more. */
  readonly stopped?: AbortSignal;
}

/** Asks by HTTP and HTTPS. Every address that a host has is looked at, and the connection goes to one that was. */
export function createFetchFeed(parts: FetchParts): FetchFeed {
  return async ({ url, isPrivate }, known) => {
    const inTime = AbortSignal.timeout(parts.patience ?? PATIENCE);
    const signal = parts.stopped === undefined ? inTime : AbortSignal.any([inTime, parts.stopped]);
    let at = new URL(url);
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
      const answer = await ask({ ...parts, at, isPrivate, known, signal });
      if (!(answer instanceof URL)) return answer;
      at = answer;
    }
    throw new FeedError("refused", `was sent on more than ${MOST_REDIRECTS} times`);
  };
}

interface Asking extends FetchParts {
  readonly at: URL;
  readonly isPrivate: boolean;
  readonly known: FeedMark | null;
  readonly signal: AbortSignal;
}

async function ask(asking: Asking): Promise<FeedAnswer | URL> {
  const { at } = asking;
  try {
    const response = await send(asking);
    try {
      return await read(asking, response);
    } finally {
      response.destroy();
    }
  } catch (error) {
    if (error instanceof FeedError) throw error;
    const cause = error instanceof Error && error.cause instanceof FeedError ? error.cause : null;
    if (cause !== null) throw cause;
    const why = asking.signal.aborted ? "took too long" : reasonOf(error);
    throw new FeedError("unreachable", `${at.hostname} cannot be read: ${why}`, { cause: error });
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : null;
  return typeof code === "string" ? code : "the connection failed";
}

function send(asking: Asking): Promise<IncomingMessage> {
  const { at, known, signal, resolve = resolveName } = asking;
  const isOpen = asking.isPrivate ? () => true : (asking.isPublic ?? isPublicAddress);
  const host = at.hostname.replace(/^\[|\]$/gu, "");
  if (isIP(host) !== 0 && !isOpen(host)) throw privateAt(host);
  const headers = {
    "user-agent": "Copydesk",
    accept: "application/rss+xml, application/atom+xml, application/feed+json, */*;q=0.5",
    "accept-encoding": "gzip",
    ...(known?.etag == null ? {} : { "if-none-match": known.etag }),
    ...(known?.lastModified == null ? {} : { "if-modified-since": known.lastModified }),
  };
  const lookup = guarded(isOpen, resolve);
  const { promise, resolve: answer, reject } = Promise.withResolvers<IncomingMessage>();
  const request = at.protocol === "https:" ? askHttps : askHttp;
  request(at, { headers, lookup, signal, agent: false })
    .on("response", answer)
    .on("error", reject)
    .end();
  return promise;
}

/** One address in a network of one's own is enough to refuse a host: which one is taken is chance. */
function guarded(
  isOpen: (address: string) => boolean,
  resolve: typeof resolveName,
): LookupFunction {
  return (host, options, done) => {
    resolve(host, { ...options, all: true }, (error, found: LookupAddress[]) => {
      if (error !== null) return done(error, "");
      const own = found.find(({ address }) => !isOpen(address));
      if (own !== undefined) return done(privateAt(host), "");
      if (options.all === true) return done(null, found);
      const [first] = found;
      done(null, first?.address ?? "", first?.family);
    });
  };
}

function privateAt(host: string): FeedError {
  const says = `${host} lies in a private network: write private: true if that is meant`;
  return new FeedError("refused", says);
}

async function read(asking: Asking, response: IncomingMessage): Promise<FeedAnswer | URL> {
  const { at, known, signal, isFeed } = asking;
  const { statusCode: status = 0, headers } = response;
  if (status === 304 && known !== null) return { kind: "same" };
  if ([301, 302, 303, 307, 308].includes(status)) return nextAddress(at, headers.location);
  if (status === 410) throw new FeedError("gone", `${at.hostname} says that it is gone for good`);
  if (status !== 200) {
    const retryAfter = waitAsked(headers["retry-after"]);
    throw new FeedError("unreachable", `${at.hostname} answers with ${status}`, { retryAfter });
  }
  const bytes = await bodyOf(response, signal);
  if (!isFeed(bytes))
    throw new FeedError("unreadable", `what ${at.hostname} sends is no RSS, Atom or JSON Feed`);
  const mark = { etag: headers.etag ?? null, lastModified: headers["last-modified"] ?? null };
  return { kind: "feed", bytes, isJson: /^\s*\{/u.test(opening(bytes)), mark };
}

function opening(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes.subarray(0, 1_000));
}

/** @throws {FeedError} where it leads to nothing that is asked, or from https to what anybody on the way can change */
export function nextAddress(at: URL, location: string | undefined): URL {
  const next = URL.canParse(location ?? "", at.href) ? new URL(location ?? "", at) : null;
  const isSafe =
    next?.protocol === "https:" || (next?.protocol === "http:" && at.protocol === "http:");
  if (location === undefined || next === null || !isSafe)
    throw new FeedError("refused", `${at.hostname} sends on to an address that is not to be asked`);
  return next;
}

async function bodyOf(response: IncomingMessage, signal: AbortSignal): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const gather = async (source: AsyncIterable<Uint8Array>) => {
    for await (const chunk of source) {
      length += chunk.byteLength;
      if (length > LONGEST)
        throw new FeedError("unreadable", `it is longer than ${LONGEST / 1_000_000} MB`);
      chunks.push(chunk);
    }
  };
  if (/^(?:x-)?gzip$/iu.test(response.headers["content-encoding"] ?? ""))
    await pipeline(response, createGunzip(), gather, { signal });
  else await pipeline(response, gather, { signal });
  return Buffer.concat(chunks);
}

// Reads: 120 · Wed, 21 Oct 2026 07:28:00 GMT
function waitAsked(header: string | undefined): number | null {
  const text = header?.trim() ?? "";
  const asked = /^\d+$/u.test(text) ? Number(text) * 1_000 : Date.parse(text) - Date.now();
  return Number.isNaN(asked) || asked <= 0 ? null : Math.min(asked, LONGEST_WAIT);
}
