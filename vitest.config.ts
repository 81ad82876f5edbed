import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** What neither starts a process nor stands in for a module: such files may share what they import, which is loaded once. */
const PURE = ["core", "desk", "edge/format"].map((room) => `tests/${room}/**/*.test.ts`);

export default defineConfig({
  test: {
    // None measures speed by it: it ends what hangs, on a machine that has other work as well.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Many tests wait for servers and processes: half as many again as there are cores leave none of these idle.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    projects: [
      { extends: true, test: { name: "pure", include: PURE, isolate: false } },
      { extends: true, test: { name: "house", include: ["tests/**/*.test.ts"], exclude: PURE } },
    ],
  },
});
