import { Counter, Histogram, type Registry } from "prom-client";
import type { Platform } from "#core/digest/subscription.ts";
import type { Outcome } from "#desk/outcome.ts";
import type { Judging } from "#desk/port/judgements.ts";
import type { FailureCode, Meter } from "#desk/port/meter.ts";
import type { Claimed } from "#desk/port/outbox.ts";

const OUTCOMES: Readonly<Record<Outcome["kind"], null>> = {
  ...{ filed: null, held: null, killed: null, merged: null, quarantined: null, unchanged: null },
};
const CODES: Readonly<Record<FailureCode, null>> = {
  ...{ "rate-limited": null, unreachable: null, refused: null, gone: null },
};
const KINDS: Readonly<Record<Claimed["kind"], null>> = {
  ...{ post: null, notice: null, edit: null, reply: null },
};
const JUDGINGS: Readonly<Record<Judging, null>> = {
  ...{ heeded: null, "too-late": null, nonsense: null, "no-answer": null, "over-budget": null },
  crowded: null,
};
/** Seconds: a file settles for one; a backlog takes minutes. */
const TO_BRIEF = [0.5, 1, 2, 3, 5, 10, 30, 60, 300, 1_800];
/** Seconds: a round begins within five; an edition that waits for an editor takes as long as that. */
const TO_POST = [1, 2, 5, 10, 30, 60, 120, 300, 900, 3_600];
const SECOND = 1_000;

/**
 * What is counted since the start of this process, each from nought, so that a first failure is seen as one.
 *
 * @param platforms those to which something may be posted
 */
export function createCounted(registry: Registry, platforms: readonly Platform[]): Meter {
  const counter = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Counter({ name, help, labelNames, registers: [registry] });
  const files = counter(
    "copydesk_files_total",
    "Stories, and files that hold none, by what became of them.",
    ["outcome"],
  );
  const posts = counter("copydesk_posts_total", "Deliveries that stand in their channel.", [
    "kind",
    "platform",
  ]);
  const failures = counter(
    "copydesk_delivery_failures_total",
    "Attempts at a delivery that failed, by why.",
    ["code", "platform"],
  );
  const givenUp = counter("copydesk_deliveries_given_up_total", "Deliveries tried no more.", [
    "platform",
  ]);
  const troubles = counter(
    "copydesk_troubles_total",
    "Work that failed and that it went on after; the log says which.",
    [],
  );
  const judgings = counter(
    "copydesk_model_opinions_total",
    "Articles about which a language model was to be asked, by what became of that.",
    ["outcome"],
  );
  const toBrief = new Histogram({
    name: "copydesk_file_to_brief_seconds",
    help: "From a file's being found to the brief's being stored.",
    buckets: TO_BRIEF,
    registers: [registry],
  });
  const toPost = new Histogram({
    name: "copydesk_slot_to_post_seconds",
    help: "From the slot of an edition to each part of it that stands in its channel.",
    labelNames: ["platform"],
    buckets: TO_POST,
    registers: [registry],
  });
  for (const outcome of Object.keys(OUTCOMES)) files.inc({ outcome }, 0);
  for (const outcome of Object.keys(JUDGINGS)) judgings.inc({ outcome }, 0);
  for (const platform of platforms) {
    for (const kind of Object.keys(KINDS)) posts.inc({ kind, platform }, 0);
    for (const code of Object.keys(CODES)) failures.inc({ code, platform }, 0);
    givenUp.inc({ platform }, 0);
    toPost.zero({ platform });
  }
  return {
    tookIn(outcome, took) {
      files.inc({ outcome });
      if (took !== null && isBriefed(outcome)) toBrief.observe(took / SECOND);
    },
    posted(kind, platform, waited) {
      posts.inc({ kind, platform });
      if (kind === "post") toPost.observe({ platform }, waited / SECOND);
    },
    failed(code, platform, isOver) {
      failures.inc({ code, platform });
      if (isOver) givenUp.inc({ platform });
    },
    judged: (outcome) => judgings.inc({ outcome }),
    trouble: () => troubles.inc(),
  };
}

/** A brief was written: copy under embargo has one, too. */
function isBriefed(outcome: Outcome["kind"]): boolean {
  return outcome === "filed" || outcome === "held";
}
