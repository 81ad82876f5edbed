import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { listenOnLoopback } from "#tests/fake/listen.ts";

/** A proxy on loopback before a server, by which the way there goes wrong when a test says so. */
export interface Crossing {
  readonly port: number;
  /** Breaks every connection, as a proxy does that is restarted. */
  cut(): void;
  /** Lets nothing through and closes nothing, as a network does that is down. */
  hang(): void;
  /** Lets nothing through on the connections that there are, for good, as a proxy does that has forgotten them. */
  forget(): void;
  /** What was held back goes on, and new connections are let through. */
  flow(): void;
  close(): Promise<void>;
}

export async function openCrossing(to: number): Promise<Crossing> {
  const sockets = new Set<Socket>();
  const forgotten = new Set<Socket>();
  let hangs = false;
  const keep = (socket: Socket, other: Socket) => {
    sockets.add(socket);
    if (hangs) socket.pause();
    socket.on("data", (chunk) => other.write(chunk));
    // A fault is followed by the end.
    socket.on("error", () => undefined);
    socket.on("close", () => {
      sockets.delete(socket);
      if (!hangs) other.destroy();
    });
  };
  const server = createServer((socket) => {
    const upstream = connect(to, "127.0.0.1");
    keep(socket, upstream);
    keep(upstream, socket);
  });
  const port = await listenOnLoopback(server);
  const cut = () => {
    for (const socket of sockets) socket.resetAndDestroy();
  };
  return {
    port,
    cut,
    hang() {
      hangs = true;
      for (const socket of sockets) socket.pause();
    },
    forget() {
      for (const socket of sockets) forgotten.add(socket.pause());
    },
    flow() {
      hangs = false;
      for (const socket of sockets) if (!forgotten.has(socket)) socket.resume();
    },
    async close() {
      hangs = false;
      cut();
      server.close();
      await once(server, "close");
    },
  };
}
