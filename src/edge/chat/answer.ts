import { randomUUID } from "node:crypto";
import type { Message } from "#core/message/message.ts";
import { plainMessage } from "#core/message/say.ts";
import type { Log } from "#desk/port/log.ts";

/** The way back to one asker, whose question the platform has been told is in hand. */
export interface Answering {
  /** Begins the lines of the log: `slack`. */
  readonly platform: string;
  readonly log: Log;
  /** Stands in each of these lines: which interaction it was, or what was asked. */
  readonly noted: Readonly<Record<string, unknown>>;
  readonly show: (message: Message) => Promise<void>;
  /** A failure in one line. */
  readonly explain: (error: unknown) => string;
  /** What of a failure may be logged; left out: all of it. */
  readonly safe?: (error: unknown) => unknown;
  /** Says that the platform takes no answer any more; left out: it always does. */
  readonly isTooLate?: (error: unknown) => boolean;
}

/** By so much of a trace a line of the log is found. */
const TRACE_LENGTH = 8;

/**
 * Shows the asker what `ask` answers, `null` for nothing. Never rejects: what fails is told as a plain sentence, with
 * a trace that the log knows.
 */
export async function answer(
  answering: Answering,
  ask: () => Promise<Message | null>,
): Promise<void> {
  try {
    const message = await ask();
    if (message !== null) await answering.show(message);
  } catch (error) {
    await apologise(answering, error);
  }
}

async function apologise(answering: Answering, error: unknown): Promise<void> {
  const { platform, log, noted, show, explain, safe = (any) => any } = answering;
  const trace = randomUUID().slice(0, TRACE_LENGTH);
  const says = explain(error);
  if (answering.isTooLate?.(error) === true) {
    log.warn(`${platform} answer too late`, { ...noted, trace, says });
    return;
  }
  log.error(`${platform} answer failed`, { ...noted, trace, says, error: safe(error) });
  await show(apology(trace)).catch((failure: unknown) => {
    const unsaid = `the asker could not be told: ${explain(failure)}`;
    log.error(`${platform} answer failed`, { ...noted, trace, says: unsaid });
  });
}

function apology(trace: string): Message {
  return plainMessage(
    "That did not work, and it is not your fault. Please try again; if it goes on, tell whoever runs Copydesk.",
    `Trace ${trace}`,
  );
}
