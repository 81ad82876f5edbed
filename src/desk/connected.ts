import type { Instant } from "#core/article/instant.ts";
import type { ServiceState } from "./port/chat-service.ts";

/** A platform's connection, and since when it is so. */
export interface Connected {
  readonly state: ServiceState;
  readonly since: Instant;
  /** Since when it does not stand, however often it was tried meanwhile; `null`: it stands. */
  readonly lostSince: Instant | null;
}

/** How a platform is connected once it says so, by how it was before. */
export function nowConnected(
  before: Connected | undefined,
  state: ServiceState,
  now: Instant,
): Connected {
  const lostSince = state.kind === "ready" ? null : (before?.lostSince ?? now);
  return { state, since: now, lostSince };
}

/** Milliseconds: connections are lost and had again within seconds, as the platforms have it. */
const LONGEST_LOSS = 60_000;

/** Whether a connection has been lost for so long that it is no passing matter. */
export function isLost({ lostSince }: Pick<Connected, "lostSince">, now: Instant): boolean {
  return lostSince !== null && now - lostSince > LONGEST_LOSS;
}
