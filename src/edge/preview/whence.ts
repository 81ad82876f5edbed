import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { BlockList, isIP } from "node:net";
import { RequestError } from "./error.ts";

/** Where the page may be reached. */
export interface Gate {
  /** It listens on this machine alone, and no address was named by which it is reached from elsewhere. */
  readonly machineAlone: boolean;
  /** The public address, without a path; `null`: there is none. */
  readonly url: URL | null;
}

/** `machine`: by whoever sits at it; `elsewhere`: they must say who they are. */
export type Whence = "machine" | "elsewhere";

/** What of a request says where it comes from. */
export interface Arrived {
  readonly headers: IncomingHttpHeaders;
  readonly method?: string | undefined;
  /** `1.1`; no browser speaks 1.0, and nginx does to what stands behind it. */
  readonly httpVersion: string;
  readonly peer: string | undefined;
}

export function arrivedBy({ headers, method, httpVersion, socket }: IncomingMessage): Arrived {
  return { headers, method, httpVersion, peer: socket.remoteAddress };
}

const OWN_NAMES: ReadonlySet<string> = new Set(["127.0.0.1", "localhost", "[::1]"]);

/** What proxies, balancers and tunnels write, and no browser does. */
const BY_PROXY =
  /^(?:forwarded|via|x-forwarded(?:-.+)?|x-real-ip|x-original-.+|x-client-ip|x-cluster-client-ip|x-remote-.+|x-proxy.*|x-scheme|x-envoy-.+|x-amzn-trace-id|x-azure-.+|x-arr-.+|x-appengine-.+|x-cloud-trace-context|client-ip|true-client-ip|fastly-client-ip|fly-client-ip|cf-.+|cdn-loop|proxy-.+|tailscale-.+|ngrok-.+)$/;

/**
 * Lets a request pass that was sent to the page under a name of its own, and that no other site had a hand in, and
 * says where it comes from.
 *
 * The name is checked because of DNS rebinding: a foreign page whose name is made to point at this machine may send
 * requests here, but it cannot change the Host header. The port is not checked, so that a forwarded port (a
 * container, a remote editor) works.
 *
 * Whoever sits at the machine is known by what is not there: traces of a proxy, and a setting by which the page is
 * reached from elsewhere. A proxy that writes the Host anew and says nothing of itself could not be told from them.
 * @throws {RequestError} `foreign`
 */
export function whenceCame(arrived: Arrived, { machineAlone, url }: Gate): Whence {
  const { host = "" } = arrived.headers;
  const own = isOwnName(host);
  if (!own && (url === null || host.toLowerCase() !== url.host)) {
    throw new RequestError("foreign", `This page answers at ${named(url)} only.`);
  }
  checkSite(arrived.headers, [...(own ? [`http://${host}`] : []), ...(url ? [url.origin] : [])]);
  const near = machineAlone && own && isLoopback(arrived.peer) && !cameByProxy(arrived);
  const from = near ? "machine" : "elsewhere";
  // A program at the machine may send none; a browser with somebody's cookie always does.
  if (from === "elsewhere" && arrived.method === "POST" && arrived.headers.origin === undefined) {
    throw new RequestError("foreign", "This page takes nothing without the Origin of a browser.");
  }
  return from;
}

function named(url: URL | null): string {
  return url === null ? "127.0.0.1 and localhost" : `${url.host}, 127.0.0.1 and localhost`;
}

/** @throws {RequestError} `foreign` */
function checkSite(headers: IncomingHttpHeaders, origins: readonly string[]): void {
  const { origin } = headers;
  // `none` is an address that the reader typed.
  const site = headers["sec-fetch-site"];
  const foreignSite = site !== undefined && site !== "same-origin" && site !== "none";
  const foreignOrigin = origin !== undefined && !origins.includes(origin);
  if (foreignOrigin || (foreignSite && headers["sec-fetch-mode"] !== "navigate")) {
    throw new RequestError("foreign", "This page answers no request from another site.");
  }
}

function cameByProxy({ headers, httpVersion }: Arrived): boolean {
  return httpVersion === "1.0" || Object.keys(headers).some((name) => BY_PROXY.test(name));
}

function isOwnName(host: string): boolean {
  const { name } = /^(?<name>.+?)(?::\d{1,5})?$/u.exec(host.toLowerCase())?.groups ?? {};
  return name !== undefined && OWN_NAMES.has(name);
}

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet("127.0.0.0", 8, "ipv4");
LOOPBACK.addAddress("::1", "ipv6");

/** RFC 1918, RFC 6598, RFC 3927, RFC 4193 and RFC 4291: where a proxy of one's own stands. */
const PRIVATE = new BlockList();
for (const [net, bits] of [
  ["10.0.0.0", 8],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
  ["100.64.0.0", 10],
  ["169.254.0.0", 16],
] as const) {
  PRIVATE.addSubnet(net, bits, "ipv4");
}
PRIVATE.addSubnet("fc00::", 7, "ipv6");
PRIVATE.addSubnet("fe80::", 10, "ipv6");

function isIn(list: BlockList, address: string): boolean {
  return list.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
}

/** Whether an address, or the name of a host to listen on, is this machine's own and nobody else's. */
export function isLoopback(address: string | undefined): boolean {
  if (address === undefined) return false;
  const bare = plainAddress(address);
  return bare === "localhost" || (isIP(bare) !== 0 && isIn(LOOPBACK, bare));
}

/** `::ffff:10.0.0.1` is 10.0.0.1; a zone (`fe80::1%eth0`) says nothing here. */
function plainAddress(address: string): string {
  return address
    .toLowerCase()
    .replace(/%.*$/u, "")
    .replace(/^::ffff:(?=\d+\.)/u, "");
}

/**
 * By which address attempts are counted: the peer's or, where the page has a public address and the peer is a proxy
 * of one's own (loopback or private), the last one of X-Forwarded-For, which that proxy wrote itself. Whatever stands
 * before it anybody may have written. Of an IPv6 address the first half counts, which is one household's.
 */
export function addressOf(
  { headers, peer = "" }: Pick<Arrived, "headers" | "peer">,
  { url }: Gate,
): string {
  const near = plainAddress(peer);
  const byOwnProxy =
    url !== null && isIP(near) !== 0 && (isIn(LOOPBACK, near) || isIn(PRIVATE, near));
  const last = plainAddress(forwardedFor(headers).split(",").at(-1)?.trim() ?? "");
  const address = byOwnProxy && isIP(last) !== 0 ? last : near;
  return isIP(address) === 6 ? `${firstHalf(address)}::/64` : address;
}

function forwardedFor(headers: IncomingHttpHeaders): string {
  const given = headers["x-forwarded-for"] ?? "";
  return typeof given === "string" ? given : given.join(",");
}

const GROUPS = 8;

/** The first four groups of an IPv6 address, written out. */
function firstHalf(address: string): string {
  const [head = "", tail] = address.split("::");
  const before = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = Array.from(
    { length: Math.max(0, GROUPS - before.length - after.length) },
    () => "0",
  );
  const all = tail === undefined ? before : [...before, ...zeros, ...after];
  return all.slice(0, GROUPS / 2).join(":");
}
