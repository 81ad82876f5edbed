import { describe, expect, test } from "vitest";
import { DeliveryError } from "#core/outbox/courier.ts";
import { deliveryKey } from "#core/outbox/key.ts";
import { afterFailure } from "#core/outbox/retry.ts";

describe("a delivery key", () => {
  const slot = Date.UTC(2026, 4, 8, 8);
  test("is the same at every call and fits a Discord nonce", () => {
    const key = deliveryKey("front-page@slack:C01", slot, 1);
    expect(key).toBe(deliveryKey("front-page@slack:C01", slot, 1));
    expect(key).toMatch(/^[a-z0-9]{10,25}$/);
    const late = deliveryKey("x".repeat(80), Date.UTC(2200, 0, 1), 60);
    expect(late.length).toBeLessThanOrEqual(25);
  });

  test("differs by place, slot and part", () => {
    const keys = ["a", "b"].flatMap((place) =>
      [slot, slot + 60_000].flatMap((at) => [1, 2].map((part) => deliveryKey(place, at, part))),
    );
    expect(new Set(keys).size).toBe(8);
  });
});

describe("after a failure", () => {
  const unreachable = new DeliveryError("unreachable", "no route");
  test.each([
    [1, 5_000],
    [2, 10_000],
    [3, 20_000],
    [9, 900_000],
    [99, 900_000],
  ])("attempt %i waits %i ms", (attempt, wait) => {
    expect(afterFailure(unreachable, attempt, 0)).toEqual({ kind: "retry", wait, again: true });
  });

  test("jitter adds a quarter at most", () => {
    expect(afterFailure(unreachable, 1, 1)).toMatchObject({ wait: 6_250 });
  });

  test("whoever says when to come back is asked then, and not later", () => {
    const limited = (retryAfter: number) =>
      new DeliveryError("rate-limited", "slow", { retryAfter });
    expect(afterFailure(limited(60_000), 1, 0)).toMatchObject({ wait: 60_000 });
    expect(afterFailure(limited(700), 9, 1)).toMatchObject({ wait: 700 });
    expect(afterFailure(new DeliveryError("rate-limited", "slow"), 2, 0)).toMatchObject({
      wait: 10_000,
    });
  });

  test("what we put off ourselves comes again then, however often, and never counts", () => {
    const putOff = new DeliveryError("put-off", "a long line", { retryAfter: 700 });
    for (const attempt of [1, 99, 100, 5_000])
      expect(afterFailure(putOff, attempt, 1)).toEqual({ kind: "put-off", wait: 700 });
    const limited = new DeliveryError("rate-limited", "slow", { retryAfter: 700 });
    expect(afterFailure(limited, 100, 1)).toEqual({ kind: "give-up" });
  });

  test("only a post that may have gone through is looked for", () => {
    expect(afterFailure(new DeliveryError("refused", "no"), 1, 0)).toMatchObject({ again: false });
    expect(afterFailure(new DeliveryError("rate-limited", "no"), 1, 0)).toMatchObject({
      again: false,
    });
  });

  test("what was deleted is given up at once, whatever may have gone through before", () => {
    for (const attempt of [1, 2, 99]) {
      expect(afterFailure(new DeliveryError("gone", "deleted"), attempt, 0)).toEqual({
        kind: "give-up",
      });
    }
    expect(afterFailure(new DeliveryError("refused", "no"), 99, 0)).toMatchObject({
      kind: "retry",
    });
  });

  test("the hundredth failure is the last", () => {
    expect(afterFailure(unreachable, 100, 0)).toEqual({ kind: "give-up" });
  });
});
