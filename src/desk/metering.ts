import type { Instant } from "#core/article/instant.ts";
import type { Delivered } from "./delivery.ts";
import type { Meter } from "./port/meter.ts";

/** Counts what happened to a delivery. */
export function countDelivered(meter: Meter, outcome: Delivered, now: Instant): void {
  const { kind, platform, slot } = outcome.parcel;
  if (outcome.kind === "posted") meter.posted(kind, platform, Math.max(0, now - slot));
  if (outcome.kind !== "failed") return;
  const { code } = outcome.error;
  if (code !== "put-off") meter.failed(code, platform, outcome.retryIn === null);
}
