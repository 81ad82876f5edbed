import { fileURLToPath } from "node:url";
import { cruise, type ICruiseResult, type IForbiddenRuleType } from "dependency-cruiser";
import { expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** In the order in which a story passes through them: a room imports only itself and rooms before it. */
const ROOMS = [
  "src/core/text",
  "src/core/article",
  "src/core/speech",
  "src/core/brief",
  "src/core/change",
  "src/core/story",
  "src/core/judgement",
  "src/core/digest",
  "src/core/access",
  "src/core/language",
  "src/core/message",
  "src/core/outbox",
  "src/core/reply",
  "src/desk",
  "src/edge",
  "src/main",
] as const;

const upwards: readonly IForbiddenRuleType[] = ROOMS.slice(0, -1).map((room, index) => ({
  name: `${room} imports no room below it`,
  comment: "A story passes from room to room; a room that knew a later one would close a circle.",
  severity: "error",
  from: { path: `^${room}` },
  to: { path: ROOMS.slice(index + 1).map((later) => `^${later}`) },
}));

const RULES: readonly IForbiddenRuleType[] = [
  ...upwards,
  {
    name: "one edge does not know another",
    comment:
      "Edges are swapped one by one; only the composition root knows them all. edge/chat holds what every chat platform needs.",
    severity: "error",
    from: { path: "^src/edge/([^/]+)/" },
    to: { path: "^src/edge/", pathNot: ["^src/edge/$1/", "^src/edge/chat/"] },
  },
  {
    name: "core and desk use no Node module and no package",
    comment: "What is true and what is done must run, and be tested, without a platform.",
    severity: "error",
    from: { path: "^src/(core|desk)/" },
    to: { pathNot: "^src/" },
  },
  {
    name: "the SDK of a bucket is loaded only where one is watched",
    comment:
      "It takes longer to load than all else that a start needs; most newsrooms have a folder.",
    severity: "error",
    from: { path: "^src/", pathNot: "^src/edge/bucket/" },
    to: {
      path: "^src/edge/bucket/",
      pathNot: "/bucket-error\\.ts$",
      dynamic: false,
      dependencyTypesNot: ["type-only"],
    },
  },
  {
    name: "the SDK of a language model is loaded only where one is set",
    comment: "Most newsrooms have none, and pay nothing for it.",
    severity: "error",
    from: { path: "^src/", pathNot: "^src/edge/model/" },
    to: { path: "^src/edge/model/", dynamic: false, dependencyTypesNot: ["type-only"] },
  },
  {
    name: "what asks for feeds is loaded only where one is set",
    comment: "Most newsrooms have none, and no part of theirs calls anywhere.",
    severity: "error",
    from: { path: "^src/", pathNot: "^src/edge/feed/" },
    to: { path: "^src/edge/feed/", dynamic: false, dependencyTypesNot: ["type-only"] },
  },
  {
    name: "no cycles, types included",
    comment: "Files that need each other are one file, or have a third in common.",
    severity: "error",
    from: {},
    to: { circular: true },
  },
  {
    name: "every import resolves",
    comment: "An import that is not resolved is not checked by the rules above.",
    severity: "error",
    from: {},
    to: { couldNotResolve: true },
  },
];

async function cruiseSources(forbidden: readonly IForbiddenRuleType[]): Promise<ICruiseResult> {
  const { output } = await cruise(
    ["src"],
    {
      baseDir: ROOT,
      validate: true,
      ruleSet: { forbidden: [...forbidden] },
      tsPreCompilationDeps: true,
      doNotFollow: { path: "node_modules" },
    },
    { conditionNames: ["import", "node", "default", "types"], exportsFields: ["exports"] },
  );
  if (typeof output === "string") throw new TypeError("dependency-cruiser gave text, not a result");
  return output;
}

test("the house stands: rooms import only upwards, edges stay apart, core is pure, no cycles", async () => {
  const { summary } = await cruiseSources(RULES);
  const broken = summary.violations.map(({ rule, from, to }) => `${from} → ${to}: ${rule.name}`);
  expect(broken).toEqual([]);
  // With a TypeScript that it cannot load, dependency-cruiser reads nothing and finds nothing wrong.
  expect(summary.totalCruised).toBeGreaterThan(50);
  expect(summary.totalDependenciesCruised ?? 0).toBeGreaterThan(100);
});

test("the rules see imports across rooms and of packages", async () => {
  const seen = await cruiseSources([
    {
      name: "sees alias",
      severity: "error",
      from: { path: "^src/desk/" },
      to: { path: "^src/core/digest/" },
    },
    {
      name: "sees package",
      severity: "error",
      from: { path: "^src/edge/" },
      to: { path: "node_modules/zod" },
    },
    {
      name: "sees node",
      severity: "error",
      from: { path: "^src/edge/" },
      to: { dependencyTypes: ["core"] },
    },
  ]);
  const names = new Set(seen.summary.violations.map(({ rule }) => rule.name));
  expect([...names].sort()).toEqual(["sees alias", "sees node", "sees package"]);
});
