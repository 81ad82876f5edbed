import { nowConnected } from "#desk/connected.ts";
import { readinessOf, type Vitals } from "#desk/health.ts";
import type { CopyGauge } from "#desk/port/gauges.ts";
import type { ModelGauge } from "#edge/metrics/gauged.ts";
import { createMetrics, type Metrics } from "#edge/metrics/metrics.ts";

const NOW = Date.parse("2026-11-22T18:05Z");
const VITALS: Vitals = {
  now: NOW,
  store: { waiting: 3, oldest: NOW - 90_000, oldestUntried: null },
  links: new Map([
    ["slack", nowConnected(undefined, { kind: "ready", as: "copydesk" }, NOW)],
    ["discord", nowConnected(undefined, { kind: "connecting" }, NOW - 300_000)],
  ]),
  files: { files: 2, longest: 1_500 },
  copyTrouble: null,
  roundAt: NOW,
  clockAhead: 0,
  room: 5e9,
  loopLag: 1,
};
const COPY: CopyGauge = { held: 1, quarantined: 2, embargoed: 3, due: 1 };

/** The figures of a bot that stands so. */
export function measured(
  changes: Partial<Vitals> = {},
  copy: CopyGauge | null = COPY,
  model: ModelGauge | null = null,
): Metrics {
  const vitals = { ...VITALS, ...changes };
  return createMetrics({
    ...{ version: "1.2.3", platforms: ["preview", "slack", "discord"] },
    figures: async () => ({ look: { vitals, readiness: readinessOf(vitals) }, copy, model }),
  });
}
