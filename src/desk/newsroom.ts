import { NOBODY } from "./announcer.ts";
import { type LookParts, nextOf, watchHandlers } from "./look.ts";
import type { ChatService } from "./port/chat-service.ts";
import type { Ticker } from "./port/ticker.ts";
import type { Watch } from "./port/watch.ts";
import type { RetryDesk } from "./retry.ts";
import { carryEditions, chaseCorrections, makeAll, tellAdmins } from "./round.ts";

export interface NewsroomParts extends LookParts {
  readonly watch: Watch;
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
  /** Amends at once what is posted of articles that an editor has decided on. */
  chase(): Promise<void>;
  /** Tells the admins at once what has come up. */
  tell(): Promise<void>;
  /** Carries at once what is in the outbox. */
  carry(): void;
}

export function createNewsroom(parts: NewsroomParts): Newsroom {
  const { watch, services, ticker, announcer, delivery } = parts;
  // Nobody waits for a post: a channel that hangs must not hold back the next slot of another.
  let closing = false;
  let opening: Promise<void> = Promise.resolve();
  const round = async () => {
    await parts.refresh();
    for (const path of await beginRetries(parts)) watch.again(path);
    if (!(await settleFreed(parts))) return;
    await makeAll(parts);
    void carryEditions(parts);
  };
  let telling = Promise.resolve();
  const openAll = async () => {
    for (const service of services) {
      service.start((state) => {
        announcer.service(service.courier.platform, state);
        if (state.kind === "ready") void carryEditions(parts);
      });
    }
    await beginRetries(parts);
    const { handlers, known, lookIsThrough } = await watchHandlers(parts);
    if (closing) return;
    await watch.start(handlers);
    // A watch that is stopped has not seen everything, and what it leads to is no work for the end.
    if (closing) return;
    await sayReady(known.size);
    lookIsThrough();
    await round();
    if (!closing) ticker.start(round);
  };
  const sayReady = async (known: number) =>
    announcer.ready(nextOf(parts), known, (await parts.ledger.quarantined()).length);
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
      void carryEditions(parts);
    },
    tell() {
      telling = telling.then(() => tellAdmins(parts)).then(() => void carryEditions(parts));
      return telling;
    },
    carry: () => void carryEditions(parts),
    async close() {
      // First of all, so that no post is started while the watch finishes the file that it is at.
      closing = true;
      const delivered = delivery.stop();
      await watch.stop();
      await opening;
      await ticker.stop();
      await delivered;
      // The last post in flight may have been refused: the store is open until that is told.
      await telling;
      await Promise.all(services.map((service) => service.stop()));
    },
  };
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
async function beginRetries({ retry, announcer, log }: NewsroomParts): Promise<readonly string[]> {
  try {
    return await retry.begin();
  } catch (error) {
    log.error("retries failed", { error });
    announcer.trouble("reading files again", error);
    return [];
  }
}
