import type { ServerResponse } from "node:http";
import { isEditor, type Role } from "#core/access/role.ts";
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
   * Hears of a change as it happens: whoever sees all that comes in, for as long as their session says so. To anyone else when, and how often, something happens tells that
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
  /** What whoever has a session may do at this moment, in whichever process that was changed; `null`: it goes on no more. */
  readonly roleIn: (session: string) => Promise<Role | null>;
}

interface Open {
  readonly follower: Follower;
  /** As it was found last: a page that follows as an editor goes at a reader's pace once its visitor is none. */
  atOnce: boolean;
}

export function createEventStream({ edition, roleIn }: EventStreamOptions): EventStream {
  /** The oldest first. */
  const open = new Map<ServerResponse, Open>();
  const writeTo = (response: ServerResponse, text: string) => {
    if (response.writableLength > MOST_WAITING) response.destroy();
    else response.write(text);
  };
  const write = (text: string, isFor: (one: Open) => boolean = () => true) => {
    for (const [response, one] of open) if (isFor(one)) writeTo(response, text);
  };
  const end = (response: ServerResponse) => {
    open.delete(response);
    response.end("event: over\ndata:\n\n");
  };
  const makeRoom = ({ visitor }: Follower) => {
    const own = [...open].filter(([, one]) => one.follower.visitor === visitor);
    for (const [oldest] of own.slice(0, Math.max(0, own.length - MOST_OF_ONE + 1))) end(oldest);
    if (open.size >= MOST_OF_ALL) {
      throw new RequestError("crowded", "Too many pages are open: close some of them.");
    }
  };
  const lookAt = async (session: string) => {
    // What cannot be asked ends no stream, but its page hears no more than any reader's.
    const role = await roleIn(session).catch(() => undefined);
    for (const [response, one] of open) {
      if (one.follower.session !== session) continue;
      if (role === null) end(response);
      else one.atOnce = one.follower.atOnce && role !== undefined && isEditor({ role });
    }
  };
  const sessionsOf = (isMeant: (one: Open) => boolean) =>
    new Set([...open.values()].filter(isMeant).flatMap(({ follower }) => follower.session ?? []));
  const sweep = async () => {
    await Promise.all([...sessionsOf(() => true)].map((session) => lookAt(session)));
  };
  /** A page hears of nothing as an editor's before it was looked whether its visitor is one still. */
  const tell = () => {
    write(CHANGED, ({ follower }) => follower.session === null && follower.atOnce);
    for (const session of sessionsOf(({ follower }) => follower.atOnce)) void lookAndTell(session);
  };
  const lookAndTell = async (session: string) => {
    await lookAt(session);
    write(CHANGED, ({ follower, atOnce }) => follower.session === session && atOnce);
  };
  let pause: NodeJS.Timeout | null = null;
  let isDue = false;
  const publish = () => {
    isDue = pause !== null;
    if (isDue) return;
    tell();
    pause = setTimeout(() => {
      pause = null;
      if (isDue) publish();
    }, PAUSE).unref();
  };
  let heart: NodeJS.Timeout | null = null;
  const beat = () => {
    write("event: alive\ndata:\n\n");
    void sweep();
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
      const one: Open = { follower, atOnce: follower.atOnce };
      open.set(response, one);
      const look = setInterval(() => {
        if (!one.atOnce) writeTo(response, CHANGED);
      }, LOOK).unref();
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
