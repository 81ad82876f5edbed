import { expect, test } from "vitest";
import { measured } from "./measured.ts";

const figuresOf = (text: string) =>
  new Map(
    text
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"))
      .map((line): [string, number] => {
        const at = line.lastIndexOf(" ");
        return [line.slice(0, at), Number(line.slice(at + 1))];
      }),
  );

test("what happens is counted", async () => {
  const { meter, scrape } = measured();
  meter.tookIn("filed", 1_200);
  meter.tookIn("held", 400);
  meter.tookIn("filed", null);
  meter.tookIn("quarantined", 9_000);
  meter.posted("post", "slack", 7_000);
  meter.posted("notice", "slack", 90_000);
  meter.failed("refused", "slack", false);
  meter.failed("gone", "discord", true);
  meter.trouble();
  meter.judged("too-late");
  const figures = figuresOf(await scrape());
  const expected = {
    'copydesk_files_total{outcome="filed"}': 2,
    'copydesk_files_total{outcome="held"}': 1,
    'copydesk_files_total{outcome="quarantined"}': 1,
    'copydesk_files_total{outcome="killed"}': 0,
    // A quarantined file has no brief, and what came by no file has waited for none.
    copydesk_file_to_brief_seconds_count: 2,
    copydesk_file_to_brief_seconds_sum: 1.6,
    'copydesk_file_to_brief_seconds_bucket{le="0.5"}': 1,
    'copydesk_file_to_brief_seconds_bucket{le="2"}': 2,
    'copydesk_posts_total{kind="post",platform="slack"}': 1,
    'copydesk_posts_total{kind="notice",platform="slack"}': 1,
    // Nobody waits for a notice by a schedule.
    'copydesk_slot_to_post_seconds_count{platform="slack"}': 1,
    'copydesk_slot_to_post_seconds_sum{platform="slack"}': 7,
    'copydesk_delivery_failures_total{code="refused",platform="slack"}': 1,
    'copydesk_delivery_failures_total{code="unreachable",platform="slack"}': 0,
    'copydesk_deliveries_given_up_total{platform="discord"}': 1,
    'copydesk_deliveries_given_up_total{platform="slack"}': 0,
    copydesk_troubles_total: 1,
    'copydesk_model_opinions_total{outcome="too-late"}': 1,
    'copydesk_model_opinions_total{outcome="heeded"}': 0,
  };
  for (const [name, value] of Object.entries(expected)) {
    expect([name, figures.get(name)]).toEqual([name, value]);
  }
});

test("how the bot stands is asked when somebody looks", async () => {
  const figures = figuresOf(await measured().scrape());
  const expected = {
    copydesk_outbox_waiting: 3,
    copydesk_outbox_oldest_age_seconds: 90,
    copydesk_files_waiting: 2,
    copydesk_files_longest_wait_seconds: 1.5,
    copydesk_articles_held: 1,
    copydesk_files_quarantined: 2,
    copydesk_articles_embargoed: 3,
    copydesk_embargoes_due: 1,
    copydesk_clock_ahead_seconds: 0,
    copydesk_data_free_bytes: 5e9,
    'copydesk_connection_up{platform="slack"}': 1,
    'copydesk_connection_up{platform="discord"}': 0,
    'copydesk_part_ready{part="couriers"}': 0,
    'copydesk_part_ready{part="store"}': 1,
    'copydesk_build_info{version="1.2.3"}': 1,
  };
  for (const [name, value] of Object.entries(expected)) {
    expect([name, figures.get(name)]).toEqual([name, value]);
  }
  expect(figures.has("nodejs_eventloop_lag_p99_seconds")).toBe(true);
  expect(figures.has("process_resident_memory_bytes")).toBe(true);
});

test("what the store does not say is left out, and is no nought", async () => {
  const { scrape } = measured({ store: "The database is away.", room: null }, null);
  for (let twice = 0; twice < 2; twice += 1) {
    const figures = figuresOf(await scrape());
    for (const name of ["outbox_waiting", "outbox_oldest_age_seconds", "articles_held"]) {
      expect(figures.has(`copydesk_${name}`)).toBe(false);
    }
    expect(figures.has("copydesk_data_free_bytes")).toBe(false);
    expect(figures.get('copydesk_part_ready{part="store"}')).toBe(0);
    expect(figures.get("copydesk_files_waiting")).toBe(2);
  }
});

test("what a language model took is told where there is one, and its cost where prices are set", async () => {
  const figures = async (cost: number | null) =>
    figuresOf(await measured({}, undefined, { questions: 3, tokens: 2_820, cost }).scrape());
  const priced = await figures(0.25);
  expect(priced.get("copydesk_model_questions_last_day")).toBe(3);
  expect(priced.get("copydesk_model_tokens_last_day")).toBe(2_820);
  expect(priced.get("copydesk_model_cost_last_day")).toBe(0.25);
  expect((await figures(null)).has("copydesk_model_cost_last_day")).toBe(false);
  const none = figuresOf(await measured().scrape());
  expect(none.has("copydesk_model_questions_last_day")).toBe(false);
});

test("names and labels are Prometheus' own way, and no label takes any value", async () => {
  const text = await measured().scrape();
  const types = [...text.matchAll(/^# TYPE (copydesk_\w+) (\w+)$/gm)];
  expect(types.length).toBeGreaterThan(15);
  for (const [, name = "", type] of types) {
    expect(name.endsWith("_total"), name).toBe(type === "counter");
    if (type === "histogram") expect(name).toMatch(/_seconds$/);
  }
  const own = text.split("\n").filter((line) => line.startsWith("copydesk_"));
  const labels = own.flatMap((line) => [...line.matchAll(/[{,](\w+)="/g)].map(([, one]) => one));
  expect([...new Set(labels)].sort()).toEqual(
    ["code", "kind", "le", "outcome", "part", "platform", "version"].sort(),
  );
  // No platform of ours, outcome or code may be missing beside the others.
  expect(own.length).toBeLessThan(150);
});
