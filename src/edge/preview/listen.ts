import { once } from "node:events";
import type { Server } from "node:http";
import { PreviewError } from "./error.ts";

const HOST = "127.0.0.1";
const NEIGHBOURS = 20;
const HIGHEST_PORT = 65_535;

/** A port that someone else has, or that this user may not take: the next one may do. */
const TRY_NEXT: ReadonlySet<string> = new Set(["EADDRINUSE", "EACCES"]);

/**
 * Listens on 127.0.0.1 at `port`, else at the next free one of the twenty after it, else wherever
 * there is room.
 * @param port 0 for any
 * @returns the port taken
 * @throws {PreviewError} `no-port`
 */
export async function listenNear(server: Server, port: number): Promise<number> {
  const last = Math.min(port + NEIGHBOURS, HIGHEST_PORT);
  const near = port === 0 ? [] : Array.from({ length: last - port + 1 }, (_, step) => port + step);
  for (const candidate of [...near, 0]) {
    const taken = await tryPort(server, candidate);
    if (taken !== null) return taken;
  }
  throw new PreviewError("no-port", `No port of ${HOST} can be listened on.`);
}

async function tryPort(server: Server, port: number): Promise<number | null> {
  try {
    server.listen({ port, host: HOST, exclusive: true });
    await once(server, "listening");
  } catch (cause) {
    if (isSystemError(cause) && TRY_NEXT.has(cause.code)) return null;
    throw new PreviewError("no-port", `${HOST}:${port} cannot be listened on.`, { cause });
  }
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : null;
}

function isSystemError(cause: unknown): cause is Error & { readonly code: string } {
  return cause instanceof Error && "code" in cause && typeof cause.code === "string";
}
