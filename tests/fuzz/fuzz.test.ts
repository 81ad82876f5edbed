import { expect, test } from "vitest";
import { fuzz } from "./fuzz.ts";

test("of generated files none crashes a reader, none hangs it, and each is read or has its reason", async () => {
  const { read, quarantined, faults } = await fuzz(400, 20260508);
  expect(faults).toEqual([]);
  expect(read).toBeGreaterThan(50);
  expect(quarantined).toBeGreaterThan(50);
}, 120_000);
