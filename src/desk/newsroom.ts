import type { Article } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import { nextSlots } from "#core/digest/cadence.ts";
import type { Channel } from "#core/digest/channel.ts";
import type { Edition } from "#core/digest/edition.ts";
import { isOrdered } from "#core/digest/select.ts";
import type { Platform } from "#core/digest/subscription.ts";
import type { DeliveryDesk } from "./delivery.ts";
import type { EditionDesk } from "./edition.ts";
import type { Intake, Outcome } from "./intake.ts";
import type {
  ChatService,
  Clock,
  Log,
  ServiceState,
  Ticker,
  Watch,
  WatchHandlers,
} from "./port.ts";

/** A channel that will carry an article, and when. */
export interface Carrier {
  readonly channel: string;
  readonly at: Instant | null;
  readonly timeZone: string;
}

/** Port: tells the people at the terminal what happens. */
export interface Announcer {
  /** How many files the first look found; `created`: the folder was missing and has been made. */
  found(files: number, created: boolean): void;
  /** One file was dealt with; `carriers` for one that was filed. */
  tookIn(outcome: Outcome, carriers: readonly Carrier[]): void;
  /** The first look is through. */
  ready(next: readonly Carrier[]): void;
  made(editions: readonly Edition[]): void;
  service(platform: Platform, state: ServiceState): void;
  /** Something failed that the bot goes on after; `what` says which work. */
  trouble(what: string, error: unknown): void;
}

export interface NewsroomParts {
  readonly watch: Watch;
  readonly intake: Intake;
  readonly editions: EditionDesk;
  readonly delivery: DeliveryDesk;
  readonly services: readonly ChatService[];
  readonly ticker: Ticker;
  readonly channels: readonly Channel[];
  readonly clock: Clock;
  readonly announcer: Announcer;
  readonly log: Log;
}

/** The bot at work. */
export interface Newsroom {
  /** Takes in what is there, posts the first editions, and goes on until it is stopped. */
  open(): Promise<void>;
  /** Takes in what is there, posts what is due, and is done. */
  once(): Promise<void>;
  /** Finishes what is in flight and starts nothing more. */
  close(): Promise<void>;
}

export function createNewsroom(parts: NewsroomParts): Newsroom {
  const { watch, services, ticker, announcer, delivery } = parts;
  const handlers = watchHandlers(parts);
  // Nobody waits for a post: a channel that hangs must not hold back the next slot of another.
  const round = async () => {
    await makeEditions(parts);
    void carryEditions(parts);
  };
  return {
    async open() {
      for (const service of services) {
        service.start((state) => {
          announcer.service(service.courier.platform, state);
          if (state.kind === "ready") void carryEditions(parts);
        });
      }
      await watch.start(handlers);
      announcer.ready(nextOf(parts));
      await round();
      ticker.start(round);
    },
    async once() {
      await watch.scan(handlers);
      announcer.ready(nextOf(parts));
      await makeEditions(parts);
      await carryEditions(parts);
    },
    async close() {
      await watch.stop();
      await ticker.stop();
      await delivery.stop();
      await Promise.all(services.map((service) => service.stop()));
    },
  };
}

/** A file that could not be dealt with must not stop the others; it is tried again at the next start. */
function watchHandlers(parts: NewsroomParts): WatchHandlers {
  const { intake, announcer, log } = parts;
  const deal = async (path: string, work: () => Promise<Outcome>) => {
    try {
      const outcome = await work();
      log.info("file", { path, outcome: outcome.kind });
      announcer.tookIn(outcome, outcome.kind === "filed" ? carriersOf(parts, outcome.article) : []);
    } catch (error) {
      log.error("file failed", { path, error });
      announcer.trouble(path, error);
    }
  };
  return {
    onFound: (files, created) => announcer.found(files, created),
    onFile: (file) => deal(file.path, () => intake.take(file)),
    onUnreadable: (path, reason) => deal(path, () => intake.refuse(path, reason)),
  };
}

async function makeEditions({ editions, announcer, log }: NewsroomParts): Promise<void> {
  try {
    const made = await editions.makeDue();
    if (made.length > 0) announcer.made(made);
  } catch (error) {
    log.error("editions failed", { error });
    announcer.trouble("making editions", error);
  }
}

async function carryEditions({ delivery, announcer, log }: NewsroomParts): Promise<void> {
  try {
    await delivery.drain();
  } catch (error) {
    log.error("deliveries failed", { error });
    announcer.trouble("posting editions", error);
  }
}

function carriersOf(parts: NewsroomParts, article: Article): readonly Carrier[] {
  return nextOf({
    ...parts,
    channels: parts.channels.filter((channel) => isOrdered(article, channel)),
  });
}

/** The next slot of each channel. */
function nextOf({ channels, clock }: NewsroomParts): readonly Carrier[] {
  return channels.map(({ name, cadence }) => ({
    channel: name,
    at: nextSlots(cadence, clock.now(), 1)[0] ?? null,
    timeZone: cadence.timeZone,
  }));
}
