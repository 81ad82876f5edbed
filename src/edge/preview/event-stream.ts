import type { ServerResponse } from "node:http";
import { RequestError } from "./error.ts";

/** Streams of one visitor: more pages than one reader has open. */
export const MOST_OF_ONE = 20;
/** All streams: more pages than a newsroom has readers. */
const MOST_OF_ALL = 2_000;
/** Bytes that may wait for one page: it reads nothing any more, and they would wait in memory. */
const MOST_WAITING = 64 * 1024;
/** Milliseconds; the page takes twice and a half of it without a sign as the bot being gone. */
const HEARTBEAT = 15_000;
/** Milliseconds between two tidings: of a wave of copy a page hears once, and once more at its end. */
const PAUSE = 500;
/** Milliseconds between two looks of a page that does not hear of changes as they happen. */
const LOOK = 30_000;
/** Milliseconds that a page waits before it connects again. */
const RETRY = 1_000;

const CHANGED = "event: changed\ndata:\n\n";

/** Whose stream it is. */
export interface Follower {
  /** Those of one visitor count together. */
  readonly visitor: string;
  /** The hash of their session, with which it ends; `null` at the machine. */
  readonly session: string | null;
  /**
   * Hears of a change as it happens: whoever sees all that comes in. To anyone else when, and how often, something happens tells that
   * there is what they may not see, so that their page looks again at intervals, whatever happens.
   */
  readonly atOnce: boolean;
}

/** The open pages, told of changes by server-sent events (HTML Standard, section 9.2). */
export interface EventStream {
  /**
   * Turns a response into a stream that lasts until the page leaves, the session ends, or the same visitor opens
   * more than twenty later ones.
   * @throws {RequestError} `crowded`
   */
  open(response: ServerResponse, follower: Follower): void;
  /** Tells open pages that what they show may be out of date; at once, and in a wave of changes twice a second. */
  publish(): void;
  /** Ends the streams of sessions that go on no more. */
  sweep(): Promise<void>;
  close(): void;
}

export interface EventStreamOptions {
  /** Names the page's own files: an open page of another edition loads itself anew. */
  readonly edition: () => string;
  /** Whether a session goes on, in whichever process it was ended. */
  readonly goesOn: (session: string) => Promise<boolean>;
}

export function createEventStream({ edition, goesOn }: EventStreamOptions): EventStream {
  /** The oldest first. */
  const open = new Map<ServerResponse, Follower>();
  const writeTo = (response: ServerResponse, text: string) => {
    if (response.writableLength > MOST_WAITING) response.destroy();
    else response.write(text);
  };
  const write = (text: string, isFor: (one: Follower) => boolean = () => true) => {
    for (const [response, one] of open) if (isFor(one)) writeTo(response, text);
  };
  const end = (response: ServerResponse) => {
    open.delete(response);
    response.end("event: over\ndata:\n\n");
  };
  const makeRoom = ({ visitor }: Follower) => {
    const own = [...open].filter(([, one]) => one.visitor === visitor).map(([one]) => one);
    for (const oldest of own.slice(0, Math.max(0, own.length - MOST_OF_ONE + 1))) end(oldest);
    if (open.size >= MOST_OF_ALL) {
      throw new RequestError("crowded", "Too many pages are open: close some of them.");
    }
  };
  const sweep = async () => {
    const sessions = new Set([...open.values()].flatMap(({ session }) => session ?? []));
    for (const session of sessions) {
      if (await goesOn(session)) continue;
      for (const [response, one] of open) if (one.session === session) end(response);
    }
  };
  let pause: NodeJS.Timeout | null = null;
  let isDue = false;
  const publish = () => {
    isDue = pause !== null;
    if (isDue) return;
    write(CHANGED, ({ atOnce }) => atOnce);
    pause = setTimeout(() => {
      pause = null;
      if (isDue) publish();
    }, PAUSE).unref();
  };
  let heart: NodeJS.Timeout | null = null;
  const beat = () => {
    write("event: alive\ndata:\n\n");
    // A stream tells no more than that something changed: a store that cannot be asked ends none.
    sweep().catch(() => undefined);
  };
  return {
    open(response, follower) {
      makeRoom(follower);
      response.writeHead(200, {
        "Content-Type": "text/event-stream; charset=utf-8",
        "Cache-Control": "no-store",
        "X-Accel-Buffering": "no",
      });
      response.write(`retry: ${RETRY}\nevent: hello\ndata: ${edition()}\n\n`);
      open.set(response, follower);
      const look = follower.atOnce
        ? undefined
        : setInterval(() => writeTo(response, CHANGED), LOOK);
      look?.unref();
      response.on("close", () => {
        clearInterval(look);
        open.delete(response);
      });
      heart ??= setInterval(beat, HEARTBEAT).unref();
    },
    publish,
    sweep,
    close() {
      if (heart !== null) clearInterval(heart);
      heart = null;
      if (pause !== null) clearTimeout(pause);
      for (const response of open.keys()) response.end();
      open.clear();
    },
  };
}
