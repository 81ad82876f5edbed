import { expect, test } from "vitest";
import { plainMessage } from "#core/message/say.ts";
import { DeliveryError, type DeliveryErrorCode } from "#core/outbox/courier.ts";
import { countDelivered } from "#desk/metering.ts";
import type { Meter } from "#desk/port/meter.ts";
import type { Claimed } from "#desk/port/outbox.ts";

const NOW = Date.parse("2026-11-22T18:05Z");
const parcel: Claimed = {
  ...{ key: "k1", kind: "post", target: null, silent: false, attempt: 1, again: false },
  ...{ subscription: "front-page@slack:C1", platform: "slack", address: "C1" },
  ...{ slot: NOW - 4_000, message: plainMessage("The edition") },
};

function recorded() {
  const said: unknown[][] = [];
  const note =
    (name: string) =>
    (...words: readonly unknown[]) =>
      void said.push([name, ...words]);
  const meter: Meter = {
    tookIn: note("took in"),
    posted: note("posted"),
    failed: note("failed"),
    judged: note("judged"),
    trouble: note("trouble"),
  };
  return { said, meter };
}

test("a post is counted with the time since its slot, and none is early by a clock that was put back", () => {
  const { said, meter } = recorded();
  const posted = { kind: "posted", receipt: { messageId: "1", url: null }, mended: false } as const;
  countDelivered(meter, { ...posted, parcel }, NOW);
  countDelivered(meter, { ...posted, parcel: { ...parcel, kind: "edit" } }, NOW - 9_000);
  expect(said).toEqual([
    ["posted", "post", "slack", 4_000],
    ["posted", "edit", "slack", 0],
  ]);
});

test.each<[DeliveryErrorCode, number | null, unknown[][]]>([
  ["refused", 5_000, [["failed", "refused", "slack", false]]],
  ["gone", null, [["failed", "gone", "slack", true]]],
  ["put-off", 5_000, []], // our own pace
])("a failure is counted by its code: %s", (code, retryIn, expected) => {
  const { said, meter } = recorded();
  const error = new DeliveryError(code, "not in the channel");
  countDelivered(meter, { kind: "failed", parcel, error, retryIn }, NOW);
  countDelivered(meter, { kind: "put-off", parcel }, NOW);
  expect(said).toEqual(expected);
});
