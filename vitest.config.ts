import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Many tests wait for servers and processes: two at once take little more than the longer of them.
    maxWorkers: "100%",
  },
});
