import { once } from "node:events";
import type { Server } from "node:http";
import { PreviewError } from "./error.ts";

const NEIGHBOURS = 20;
const HIGHEST_PORT = 65_535;

/** A port that someone else has, or that this user may not take: the next one may do. */
const TRY_NEXT: ReadonlySet<string> = new Set(["EADDRINUSE", "EACCES"]);

/** Where to listen. */
export interface Wanted {
  /** A name or an address of this machine. */
  readonly host: string;
  /** 0 for any. */
  readonly port: number;
  /** Whoever looks for the page elsewhere than at this port would not find it, as a proxy would not. */
  readonly exactly: boolean;
}

/**
 * Listens at a port or, unless it must be that one, at the next free one of the twenty after it, else wherever there
 * is room.
 * @returns the port taken
 * @throws {PreviewError} `no-port`
 */
export async function listenNear(server: Server, wanted: Wanted): Promise<number> {
  const { host, port, exactly } = wanted;
  const last = Math.min(port + NEIGHBOURS, HIGHEST_PORT);
  const near = port === 0 ? [] : Array.from({ length: last - port + 1 }, (_, step) => port + step);
  for (const candidate of exactly ? [port] : [...near, 0]) {
    const taken = await tryPort(server, host, candidate);
    if (taken !== null) return taken;
  }
  const says = exactly
    ? `Port ${port} of ${host} is taken, or not to be had: whoever is sent there by COPYDESK_URL would find no page. End what has it, or change COPYDESK_PORT.`
    : `No port of ${host} can be listened on.`;
  throw new PreviewError("no-port", says);
}

async function tryPort(server: Server, host: string, port: number): Promise<number | null> {
  try {
    server.listen({ port, host, exclusive: true });
    await once(server, "listening");
  } catch (cause) {
    if (isSystemError(cause) && TRY_NEXT.has(cause.code)) return null;
    const says = `${host}:${port} cannot be listened on: is COPYDESK_HOST an address of this machine?`;
    throw new PreviewError("no-port", says, { cause });
  }
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : null;
}

function isSystemError(cause: unknown): cause is Error & { readonly code: string } {
  return cause instanceof Error && "code" in cause && typeof cause.code === "string";
}
