import { expect, test } from "vitest";
import { DeliveryError, type Parcel } from "#core/outbox/courier.ts";
import { createWarnings } from "#desk/warning.ts";
import { fakeCourier } from "#tests/fake/courier.ts";
import { silentLog } from "#tests/fake/log.ts";

function setUp(steps: readonly (DeliveryError | null)[] = []) {
  const said: string[] = [];
  const posts: Parcel[] = [];
  const courier = fakeCourier("slack", async (parcel) => {
    const step = steps[posts.length] ?? null;
    posts.push(parcel);
    if (step !== null) throw step;
    return { messageId: "m", url: null };
  });
  const warnings = createWarnings({
    say: (text, over) => said.push(over ? `over: ${text}` : text),
    places: [{ id: "admin@slack:C9", platform: "slack", address: "C9" }],
    couriers: () => [courier],
    now: () => 1,
    log: silentLog,
  });
  return { warnings, said, posts };
}

test("trouble is said once while it lasts, to the admins too, and so is its end", async () => {
  const { warnings, said, posts } = setUp();
  warnings.clear("disk", "room");
  warnings.raise("disk", "full");
  warnings.raise("disk", "full, as before");
  warnings.raise("clock", "ahead");
  expect(warnings.list()).toEqual(["full", "ahead"]);
  warnings.clear("disk", "room");
  await warnings.tell();
  expect(warnings.list()).toEqual(["ahead"]);
  expect(said).toEqual(["full", "ahead", "over: room"]);
  expect(posts.map(({ address, message }) => `${address}: ${message.summary}`)).toEqual([
    "C9: full",
    "C9: ahead",
    "C9: room",
  ]);
  expect(new Set(posts.map(({ key }) => key)).size).toBe(3);
});

test("another trouble with the same is said in place of the first, and the same one is not", async () => {
  const { warnings, said } = setUp();
  warnings.restate("copy", "out of reach");
  warnings.restate("copy", "out of reach");
  warnings.restate("copy", "no such bucket");
  expect(warnings.list()).toEqual(["no such bucket"]);
  warnings.clear("copy", "there again");
  expect(said).toEqual(["out of reach", "no such bucket", "over: there again"]);
});

test("admins who cannot be reached are told later, where the first attempt may have arrived: once", async () => {
  const { warnings, posts } = setUp([new DeliveryError("unreachable", "reset")]);
  warnings.raise("disk", "full");
  await warnings.tell();
  await warnings.tell();
  await warnings.tell();
  expect(posts.map(({ again }) => again)).toEqual([false, true]);
  expect(posts[1]?.key).toBe(posts[0]?.key);
});

test("a place that refuses holds up no other message", async () => {
  const { warnings, posts } = setUp([new DeliveryError("refused", "no permission")]);
  warnings.raise("disk", "full");
  await warnings.tell();
  warnings.raise("clock", "ahead");
  await warnings.tell();
  expect(posts.map(({ message }) => message.summary)).toEqual(["full", "ahead"]);
});
