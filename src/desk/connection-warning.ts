import type { Instant } from "#core/article/instant.ts";
import { type Platform, platformLabel } from "#core/digest/subscription.ts";
import { duration, titleCase } from "#core/message/say.ts";
import { type Connected, isLost } from "./connected.ts";
import type { Warnings } from "./warning.ts";

/** Warns of platforms that are not connected, and says that they are back; a loss that heals within a minute is none. */
export function warnOfConnections(
  warnings: Pick<Warnings, "raise" | "clear">,
  connections: ReadonlyMap<Platform, Connected>,
  now: Instant,
): void {
  for (const [platform, connected] of connections) {
    const name = titleCase(platformLabel(platform));
    const subject = `connection ${platform}` as const;
    if (connected.lostSince === null) warnings.clear(subject, `${name} is back.`);
    else if (isLost(connected, now)) warnings.raise(subject, lostText(name, connected, now));
  }
}

function lostText(name: string, { state, lostSince }: Connected, now: Instant): string {
  const why = state.kind === "failed" ? ` (${state.reason})` : "";
  const long = duration(now - (lostSince ?? now));
  return `${name} is not connected, for ${long}${why}. Nobody is answered there until it is; it is tried again by itself.`;
}
