import type { ServerResponse } from "node:http";
import { RequestError } from "./error.ts";

/** More pages than one reader opens; a program that opens them in a loop is stopped here. */
const MOST_LISTENERS = 100;
/** Milliseconds; the page takes twice and a half of it without a sign as the bot being gone. */
const HEARTBEAT = 15_000;
/** Milliseconds that a page waits before it connects again. */
const RETRY = 1_000;

/** The open pages, told of changes by server-sent events (HTML Standard, section 9.2). */
export interface EventStream {
  /**
   * Turns a response into a stream that lasts until the page leaves.
   * @throws {RequestError} `crowded`
   */
  open(response: ServerResponse): void;
  /** Tells every open page that what it shows may be out of date. */
  publish(): void;
  close(): void;
}

/** @param edition names the page's own files: an open page of another edition loads itself anew */
export function createEventStream(edition: () => string): EventStream {
  const open = new Set<ServerResponse>();
  const write = (text: string) => {
    for (const response of open) response.write(text);
  };
  let heart: NodeJS.Timeout | null = null;
  return {
    open(response) {
      if (open.size >= MOST_LISTENERS) {
        throw new RequestError("crowded", "Too many pages are open: close some of them.");
      }
      response.writeHead(200, {
        "Content-Type": "text/event-stream; charset=utf-8",
        "Cache-Control": "no-store",
        "X-Accel-Buffering": "no",
      });
      response.write(`retry: ${RETRY}\nevent: hello\ndata: ${edition()}\n\n`);
      open.add(response);
      response.on("close", () => open.delete(response));
      heart ??= setInterval(() => write("event: alive\ndata:\n\n"), HEARTBEAT).unref();
    },
    publish: () => write("event: changed\ndata:\n\n"),
    close() {
      if (heart !== null) clearInterval(heart);
      heart = null;
      for (const response of open) response.end();
      open.clear();
    },
  };
}
