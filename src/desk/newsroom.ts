import { NOBODY } from "./announcer.ts";
import { type Look, type LookParts, nextOf, watchHandlers } from "./look.ts";
import type { News } from "./port/bell.ts";
import type { ChatService } from "./port/chat-service.ts";
import type { Ticker } from "./port/ticker.ts";
import type { RetryDesk } from "./retry.ts";
import {
  carryEditions,
  chaseCorrections,
  makeAll,
  makeUrgent,
  settleReports,
  tellAdmins,
  tellPoster,
} from "./round.ts";

export interface NewsroomParts extends LookParts {
  readonly services: readonly ChatService[];
  readonly ticker: Ticker;
  readonly retry: RetryDesk;
  /** Reads what was ordered since, before each round. */
  readonly refresh: () => Promise<void>;
}

/** The bot at work. */
export interface Newsroom {
  /** Takes in what is there, posts the first editions, and goes on until it is stopped. */
  open(): Promise<void>;
  /** Takes in what is there, posts what is due, and is done. */
  once(): Promise<void>;
  /** Finishes what is in flight and starts nothing more. */
  close(): Promise<void>;
  /** Amends at once what is posted of articles that an editor has decided on, and tells who reported them. */
  chase(): Promise<void>;
  /** Tells the admins at once what has come up. */
  tell(): Promise<void>;
  /** Has a round at once, or as soon as the one at hand is over: what it goes by has changed. */
  again(): void;
  /** Carries at once what is in the outbox. */
  carry(): void;
  /**
   * Does what has fallen to this process since others came or went, and what must not wait of all that they did.
   * @param news what they say that they did; left out, or `null`: they may have done anything
   */
  hear(news?: News | null): Promise<void>;
}

export function createNewsroom(parts: NewsroomParts): Newsroom {
  const { watch, services, ticker, announcer, delivery, share } = parts;
  // Nobody waits for a post: a channel that hangs must not hold back the next slot of another.
  let closing = false;
  /** `null`: it is not open; a single look heeds nobody. */
  let opening: Promise<void> | null = null;
  let look: Look | null = null;
  let telling = Promise.resolve();
  let hearing: Promise<void> | null = null;
  let rung = false;
  const connected = new Set<ChatService>();
  const round = async () => {
    await parts.refresh();
    for (const path of await beginRetries(parts)) watch.again(path);
    if (share().has("editions")) {
      if (!(await settleFreed(parts))) return;
      await makeAll(parts);
    }
    void carryEditions(parts);
  };
  const connect = () => {
    for (const service of services) {
      const isOurs = service.onlyOneConnects ? share().leads("front") : share().has("front");
      if (!isOurs || connected.has(service)) continue;
      connected.add(service);
      service.start((state) => {
        announcer.service(service.courier.platform, state);
        if (state.kind === "ready") void carryEditions(parts);
      });
    }
  };
  const takeIn = async () => {
    if (!share().has("intake")) return 0;
    await beginRetries(parts);
    const begun = await watchHandlers(parts);
    if (closing) return 0;
    await watch.start(begun.handlers);
    look = begun;
    return begun.known.size;
  };
  const openAll = async () => {
    connect();
    const known = await takeIn();
    // A watch that is stopped has not seen everything, and what it leads to is no work for the end.
    if (closing) return;
    await sayReady(known);
    look?.lookIsThrough();
    await round();
    if (!closing) ticker.start(round);
  };
  const sayReady = async (known: number) =>
    announcer.ready(nextOf(parts), known, (await parts.ledger.quarantined()).length);
  const hearOut = async () => {
    // What is said while one looks may be about what was looked at already.
    while (rung && !closing) {
      rung = false;
      connect();
      await takeOver(parts, look);
      if (share().has("editions")) await makeUrgent(parts);
      void carryEditions(parts);
    }
  };
  return {
    open() {
      opening = openAll();
      return opening;
    },
    async once() {
      await beginRetries(parts);
      const { handlers, known } = await watchHandlers(parts);
      await watch.scan(handlers);
      await sayReady(known.size);
      await makeAll(parts);
      await carryEditions(parts);
    },
    async chase() {
      await chaseCorrections(parts);
      await settleReports(parts);
      void carryEditions(parts);
    },
    tell() {
      telling = telling.then(() => tellAdmins(parts)).then(() => void carryEditions(parts));
      return telling;
    },
    again: () => ticker.beat(),
    carry() {
      tellPoster(parts);
      void carryEditions(parts);
    },
    async hear(news = null) {
      if (opening === null) return;
      await opening;
      if (closing) return;
      if (news === "posts") return void carryEditions(parts);
      rung = true;
      hearing ??= hearOut().finally(() => {
        hearing = null;
      });
      await hearing;
    },
    async close() {
      // First of all, so that no post is started while the watch finishes the file that it is at.
      closing = true;
      const delivered = delivery.stop();
      await watch.stop();
      await opening;
      await hearing;
      await ticker.stop();
      await delivered;
      // The last post in flight may have been refused: the store is open until that is told.
      await telling;
      await Promise.all(services.map((service) => service.stop()));
    },
  };
}

/** What was left to others, and is this process's own since they are gone. */
async function takeOver({ announcer, log }: NewsroomParts, look: Look | null): Promise<void> {
  try {
    await look?.takeOver();
  } catch (error) {
    log.error("taking over failed", { error });
    announcer.trouble("taking over files of another process", error);
  }
}

/** @returns false where it failed: what nobody has looked at must not go out */
async function settleFreed({ intake, watch, announcer, log }: NewsroomParts): Promise<boolean> {
  try {
    const { files, outcomes } = await intake.freed();
    for (const file of files) watch.again(file);
    for (const outcome of outcomes) announcer.tookIn(outcome, NOBODY);
    return true;
  } catch (error) {
    log.error("looking for files failed", { error });
    announcer.trouble("looking for files whose embargo has ended", error);
    return false;
  }
}

/** What is due to be read again comes with the first look, or by `again`. */
async function beginRetries({
  retry,
  share,
  announcer,
  log,
}: NewsroomParts): Promise<readonly string[]> {
  try {
    return await retry.begin((path) => share().hasFile(path));
  } catch (error) {
    log.error("retries failed", { error });
    announcer.trouble("reading files again", error);
    return [];
  }
}
