import { collectDefaultMetrics, Gauge, Registry } from "prom-client";
import type { Platform } from "#core/digest/subscription.ts";
import type { Meter } from "#desk/port/meter.ts";
import { createCounted } from "./counted.ts";
import { createGauged, type Figures } from "./gauged.ts";

export interface MetricsOptions {
  readonly version: string;
  /** Those to which something may be posted. */
  readonly platforms: readonly Platform[];
  /** Asked at each scrape. */
  readonly figures: () => Promise<Figures>;
}

/** The figures of this process, as Prometheus reads them. */
export interface Metrics {
  readonly meter: Meter;
  readonly contentType: string;
  /** Everything, in Prometheus' text form. */
  scrape(): Promise<string>;
}

/** Milliseconds between two looks of Node's own at the event loop's lag. */
const LOOP_LOOK = 50;

export function createMetrics({ version, platforms, figures }: MetricsOptions): Metrics {
  const registry = new Registry();
  const meter = createCounted(registry, platforms);
  const note = createGauged(registry);
  new Gauge({
    ...{ name: "copydesk_build_info", help: "Always 1.", labelNames: ["version"] },
    registers: [registry],
  }).set({ version }, 1);
  // Node's own figures cost a little all the time: only where somebody looks.
  let begun = false;
  return {
    meter,
    contentType: registry.contentType,
    async scrape() {
      if (!begun) {
        begun = true;
        collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: LOOP_LOOK });
      }
      note(await figures());
      return registry.metrics();
    },
  };
}
