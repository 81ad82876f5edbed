import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { measured } from "./measured.ts";

const MODEL = { questions: 1, tokens: 940, cost: 0.1 };

const CONFIG = join(import.meta.dirname, "../../../config");
const read = (name: string) => readFileSync(join(CONFIG, name), "utf8");

const sentence = z.string().regex(/\.$/);
/** As Prometheus reads a file of rules; it takes no key that it does not know. */
const Rules = z.strictObject({
  groups: z.array(
    z.strictObject({
      name: z.string(),
      rules: z.array(
        z.strictObject({
          alert: z.string().regex(/^Copydesk[A-Z]\w+$/),
          expr: z.string(),
          for: z
            .string()
            .regex(/^\d+[smhd]$/)
            .optional(),
          labels: z.strictObject({ severity: z.enum(["critical", "warning"]) }),
          annotations: z.strictObject({ summary: sentence, description: sentence }),
        }),
      ),
    }),
  ),
});

const Dashboard = z.object({
  title: z.literal("Copydesk"),
  schemaVersion: z.number(),
  templating: z.object({ list: z.array(z.object({ name: z.string(), type: z.string() })) }),
  panels: z.array(
    z.object({
      id: z.number(),
      title: z.string(),
      gridPos: z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() }),
      targets: z.array(z.object({ refId: z.string(), expr: z.string(), legendFormat: z.string() })),
    }),
  ),
});

const rules = Rules.parse(parse(read("alerts.yaml"))).groups.flatMap((group) => group.rules);
const { panels } = Dashboard.parse(JSON.parse(read("grafana-dashboard.json")));
const targets = panels.flatMap((panel) => panel.targets);

/** What Prometheus adds to what it scrapes by itself. */
const OF_PROMETHEUS = new Map([["up", ["job", "instance"]]]);
const FUNCTIONS = new Set(["sum", "min", "max", "rate", "increase", "histogram_quantile"]);

/** Series that the program exposes, with their labels. */
let exposed: ReadonlyMap<string, ReadonlySet<string>>;

beforeAll(async () => {
  const found = new Map<string, Set<string>>();
  for (const [name, labels] of OF_PROMETHEUS) found.set(name, new Set(labels));
  for (const line of (await measured({}, undefined, MODEL).scrape()).split("\n")) {
    const { name, labels = "" } =
      /^(?<name>[a-z_]\w*)(?:\{(?<labels>.*)\})? /.exec(line)?.groups ?? {};
    if (name === undefined) continue;
    const known = found.get(name) ?? new Set(["job", "instance"]);
    for (const [, label = ""] of labels.matchAll(/(\w+)="/g)) known.add(label);
    found.set(name, known);
  }
  exposed = found;
});

/** The series of a query, the labels that it asks of them, and the functions that it calls. */
function partsOf(expr: string) {
  const groups = [...expr.matchAll(/by \(([^)]*)\)/g)].flatMap(([, names = ""]) =>
    names.split(", "),
  );
  const selectors = [...expr.matchAll(/\{([^}]*)\}/g)].map(([, inside = ""]) => inside);
  const chosen = selectors.flatMap((one) =>
    [...one.matchAll(/(\w+)=/g)].map(([, name = ""]) => name),
  );
  const bare = expr.replaceAll(/by \([^)]*\)|\{[^}]*\}|\[[^\]]*\]/g, "");
  const words = [...bare.matchAll(/([a-z_]\w*)( *\()?/gi)];
  return {
    labels: [...groups, ...chosen],
    series: words.flatMap(([, word = "", call]) => (call === undefined ? [word] : [])),
    calls: words.flatMap(([, word = "", call]) => (call === undefined ? [] : [word])),
  };
}

const QUERIES = [
  ...rules.map(({ alert, expr }) => [alert, expr] as const),
  ...targets.map(({ expr }) => ["the dashboard", expr] as const),
];

test.each(QUERIES)("%s asks for what there is: %s", (_, expr) => {
  const { labels, series, calls } = partsOf(expr);
  expect(series.length).toBeGreaterThan(0);
  for (const one of series) {
    expect([...exposed.keys()], one).toContain(one);
    for (const label of labels)
      expect([...(exposed.get(one) ?? [])], `${one}.${label}`).toContain(label);
  }
  expect(calls.filter((call) => !FUNCTIONS.has(call))).toEqual([]);
  for (const [open, close] of ["()", "{}", "[]"]) {
    expect(expr.split(open ?? "").length, expr).toBe(expr.split(close ?? "").length);
  }
});

test("a counter is asked for its growth, and a gauge is not", () => {
  for (const [, expr] of QUERIES) {
    const grows = /\b(?:rate|increase)\(/.test(expr);
    expect([expr, grows]).toEqual([expr, /_(?:total|bucket)\b/.test(expr)]);
  }
});

test("there are six rules, each of its own name, that speak of labels which their alert has", () => {
  expect(new Set(rules.map(({ alert }) => alert)).size).toBe(6);
  for (const { expr, annotations } of rules) {
    const used = [
      ...Object.values(annotations)
        .join(" ")
        .matchAll(/\$labels\.(\w+)/g),
    ];
    for (const [, label = ""] of used) expect(partsOf(expr).labels).toContain(label);
  }
});

test("the dashboard shows each figure of ours, and no panel lies on another one", () => {
  const asked = new Set(targets.flatMap(({ expr }) => partsOf(expr).series));
  const ours = [...exposed.keys()].filter((name) => name.startsWith("copydesk_"));
  const plain = ours.filter((name) => !/_(?:sum|count)$/.test(name));
  const left = [
    "build_info",
    "clock_ahead_seconds",
    "data_free_bytes",
    "files_longest_wait_seconds",
  ];
  expect(plain.filter((name) => !asked.has(name)).sort()).toEqual(
    left.map((name) => `copydesk_${name}`),
  );
  expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
  const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
    Array.from({ length: w * h }, (_, at) => `${x + (at % w)},${y + Math.floor(at / w)}`),
  );
  expect(new Set(cells).size).toBe(cells.length);
});
