import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import { type Duplex, Transform } from "node:stream";

/** The request as it came, for a socket that is passed on. */
export function rawHead({ method, url, headers }: IncomingMessage): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return `${method} ${url} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`;
}

/** What the gateway says may be changed on the way, such as the address at which it resumes a session. */
export function pair(
  socket: Duplex,
  upstream: Socket,
  sockets: Set<Duplex>,
  change: (chunk: string) => string,
): void {
  const moved = new Transform({
    transform: (chunk: Buffer, _, done) =>
      done(null, Buffer.from(change(chunk.toString("latin1")), "latin1")),
  });
  socket.pipe(upstream);
  upstream.pipe(moved).pipe(socket);
  for (const [one, other] of [
    [socket, upstream],
    [upstream, socket],
  ] as const) {
    sockets.add(one);
    one.on("error", () => other.destroy());
    one.on("close", () => {
      sockets.delete(one);
      other.destroy();
    });
  }
}
