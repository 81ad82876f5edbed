import { Gauge, type Registry } from "prom-client";
import { type Look, PARTS } from "#desk/health.ts";
import type { CopyGauge } from "#desk/port/gauges.ts";

/** How the bot stands at the moment of a scrape. */
export interface Figures {
  readonly look: Look;
  /** `null`: the store does not say. */
  readonly copy: CopyGauge | null;
  /** What a language model took in the last day; `null`: there is none, or the store does not say. */
  readonly model: ModelGauge | null;
}

/** What was spent on a language model. */
export interface ModelGauge {
  readonly questions: number;
  readonly tokens: number;
  /** `null`: no prices are set. */
  readonly cost: number | null;
}

const SECOND = 1_000;

/** What is asked when somebody looks. What nobody can say then is left out, and is no nought. */
export function createGauged(registry: Registry): (figures: Figures) => void {
  const gauge = (name: string, help: string) => {
    const one = new Gauge({ name, help, registers: [registry] });
    return (value: number | null) => (value === null ? one.remove() : one.set(value));
  };
  const labelled = <Label extends string>(name: string, help: string, label: Label) =>
    new Gauge({ name, help, labelNames: [label], registers: [registry] });
  const parts = labelled("copydesk_part_ready", "1 where a part of readyz is well.", "part");
  const links = labelled("copydesk_connection_up", "1 while a platform is connected.", "platform");
  const outbox = gauge("copydesk_outbox_waiting", "Deliveries that wait, in the store.");
  const oldest = gauge(
    "copydesk_outbox_oldest_age_seconds",
    "Since the slot or the making of the oldest delivery that waits; 0 where none does.",
  );
  const files = gauge("copydesk_files_waiting", "Files found and not dealt with, here.");
  const longest = gauge(
    "copydesk_files_longest_wait_seconds",
    "Of those, the one that waits longest.",
  );
  const held = gauge("copydesk_articles_held", "Held until an editor says more, in the store.");
  const quarantined = gauge("copydesk_files_quarantined", "In quarantine, in the store.");
  const embargoed = gauge(
    "copydesk_articles_embargoed",
    "Held until a known moment, in the store.",
  );
  const due = gauge("copydesk_embargoes_due", "Of those, what comes free within a day.");
  const ahead = gauge("copydesk_clock_ahead_seconds", "By which the clock is not believed.");
  const room = gauge("copydesk_data_free_bytes", "Free on the disk of the data folder.");
  const asked = gauge(
    "copydesk_model_questions_last_day",
    "Put to the language model, in the store.",
  );
  const tokens = gauge("copydesk_model_tokens_last_day", "Read and written by it, in the store.");
  const cost = gauge("copydesk_model_cost_last_day", "By the prices of the config, in the store.");
  return ({ look: { vitals, readiness }, copy, model }) => {
    asked(model?.questions ?? null);
    tokens(model?.tokens ?? null);
    cost(model?.cost ?? null);
    for (const part of PARTS) parts.set({ part }, readiness.parts[part].ok ? 1 : 0);
    for (const [platform, { lostSince }] of vitals.links) {
      links.set({ platform }, lostSince === null ? 1 : 0);
    }
    const waits = typeof vitals.store === "string" ? null : vitals.store;
    outbox(waits?.waiting ?? null);
    oldest(waits === null ? null : ageOf(waits.oldest, vitals.now));
    files(vitals.files.files);
    longest(vitals.files.longest / SECOND);
    held(copy?.held ?? null);
    quarantined(copy?.quarantined ?? null);
    embargoed(copy?.embargoed ?? null);
    due(copy?.due ?? null);
    ahead(vitals.clockAhead / SECOND);
    room(vitals.room);
  };
}

function ageOf(since: number | null, now: number): number {
  return since === null ? 0 : Math.max(0, now - since) / SECOND;
}
