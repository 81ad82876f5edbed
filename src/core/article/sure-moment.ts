import type { Instant } from "./instant.ts";

/** What a machine says of the time, both at one moment. */
export interface Reading {
  /** What its clock shows. */
  readonly shown: Instant;
  /** Milliseconds since it was started, those that it slept among them; nobody can put this forward. */
  readonly ran: number;
}

/** The moment at which the machine was started, by the latest clock of it that was believed. */
export type Started = Instant;

/** So far ahead of the time that has passed, in milliseconds, a clock may come: it is put right by little all the time. */
const TOLERANCE = 5_000;

/**
 * A machine is started with the time at which it was last put out, and put right by the network soon
 * after: within so many milliseconds any time is believed.
 */
const STARTING = 15 * 60_000;

/**
 * Believes a clock, or goes on with what was believed: where it jumps ahead while less time has passed,
 * nobody here knows whether it was right before, or is now. `null`: nothing was believed yet.
 */
export function believe(started: Started | null, { shown, ran }: Reading): Started {
  const claimed = shown - ran;
  if (started === null) return claimed;
  if (claimed <= started + TOLERANCE) return Math.max(started, claimed);
  return ran <= STARTING ? claimed : started;
}

/**
 * The latest moment that has come for sure, by which embargoes end: what the clock shows, or what has
 * passed since it was believed, whichever is less.
 */
export function sureMoment(started: Started, { shown, ran }: Reading): Instant {
  return shown - ran <= started + TOLERANCE ? shown : Math.floor(started + ran);
}
