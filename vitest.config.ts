import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Many tests wait for servers and processes, so that one more than there are processors keeps those at work.
    maxWorkers: availableParallelism() + 1,
  },
});
