import type { Instant } from "#core/article/instant.ts";
import type { Edition } from "#core/digest/edition.ts";
import type { Platform } from "#core/digest/subscription.ts";
import type { Outcome } from "./outcome.ts";
import type { ServiceState } from "./port/chat-service.ts";

/** A channel that will carry an article, and when. */
export interface Carrier {
  readonly channel: string;
  readonly at: Instant | null;
  readonly timeZone: string;
}

/** The channels that will carry an article: a few of them, and how many more there are. */
export interface Carriers {
  readonly named: readonly Carrier[];
  readonly more: number;
}

export const NOBODY: Carriers = { named: [], more: 0 };

/** Port: tells the people at the terminal what happens. */
export interface Announcer {
  /** How many files the first look found; `created`: the folder was missing and has been made. */
  found(files: number, created: boolean): void;
  /**
   * One file was dealt with; `carriers` for one that was filed.
   * @param took milliseconds since it was found; left out: it came by no file
   */
  tookIn(outcome: Outcome, carriers: Carriers, took?: number): void;
  /** The first look is through; so many files were known and have not changed, and so many are in quarantine, new or old. */
  ready(next: Carriers, known: number, quarantined: number): void;
  made(edition: Edition): void;
  service(platform: Platform, state: ServiceState): void;
  /** Something failed that the bot goes on after; `what` says which work. */
  trouble(what: string, error: unknown): void;
}
