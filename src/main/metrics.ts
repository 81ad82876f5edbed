import { setTimeout as wait } from "node:timers/promises";
import type { HealthDesk } from "#desk/health.ts";
import { keepFor } from "#desk/keep-for.ts";
import type { CopyGauge } from "#desk/port/gauges.ts";
import type { Log } from "#desk/port/log.ts";
import type { Env } from "#edge/config/env.ts";
import { createMetrics, type Metrics } from "#edge/metrics/metrics.ts";
import { isSecret } from "#edge/secret/secrets.ts";
import type { Store } from "#edge/store/store.ts";
import packageInfo from "../../package.json" with { type: "json" };
import { modelSpent } from "./model.ts";
import { clock, type Setting } from "./setting.ts";

const DAY = 24 * 60 * 60 * 1_000;
/** Milliseconds for which the store's figures are told again. */
const KEPT = 10_000;
/** Milliseconds that the store may take: a scraper waits for ten seconds as a rule. */
const LONGEST_ANSWER = 5_000;

export interface MetricsSources {
  readonly store: Store;
  readonly log: Log;
  readonly health: Pick<HealthDesk, "look">;
}

/** The figures of this process. */
export function metricsOf(
  setting: Pick<Setting, "live" | "orders">,
  sources: MetricsSources,
): Metrics {
  const { live } = setting;
  const { store, log, health } = sources;
  const ask = keepFor(
    KEPT,
    () => performance.now(),
    async () => ({ copy: await copyIn(store), model: await modelSpent(setting, store) }),
  );
  const stored = () => {
    const asked = ask().catch((error: unknown) => {
      log.warn("no figures of the store", { error });
      return null;
    });
    return Promise.race([asked, wait(LONGEST_ANSWER, null, { ref: false })]);
  };
  return createMetrics({
    version: packageInfo.version,
    platforms: [...live],
    figures: async () => {
      const [look, had] = await Promise.all([health.look(), stored()]);
      return { look, copy: had?.copy ?? null, model: had?.model ?? null };
    },
  });
}

async function copyIn({ gauges, heldCopy, ledger }: Store): Promise<CopyGauge> {
  const now = clock.now();
  const { embargoed, due } = await gauges.embargoes(now, now + DAY);
  const held = await heldCopy.heldInDoubt();
  const quarantined = await ledger.quarantined();
  return { embargoed, due, held, quarantined: quarantined.length };
}

/** Who may read them from elsewhere: whoever has the token of the environment. */
export function tokenOf({
  COPYDESK_METRICS_TOKEN: token,
}: Env): ((typed: string) => boolean) | undefined {
  return token === undefined ? undefined : (typed) => isSecret(token, typed);
}
