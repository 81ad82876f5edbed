import { expect, test } from "vitest";
import { DeliveryError, type Parcel } from "#core/outbox/courier.ts";
import { type Connected, nowConnected } from "#desk/connected.ts";
import { warnOfConnections } from "#desk/connection-warning.ts";
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
    places: () => [{ id: "admin@slack:C9", platform: "slack", address: "C9" }],
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

test("a place that cannot be reached holds up no other, and hears later of all that was, in its order", async () => {
  const told: string[] = [];
  let isAway = true;
  const courier = (platform: string) =>
    fakeCourier(platform, async ({ message }) => {
      if (platform === "slack" && isAway) throw new DeliveryError("unreachable", "reset");
      told.push(`${platform}: ${message.summary}`);
      return { messageId: "m", url: null };
    });
  const warnings = createWarnings({
    say: () => undefined,
    places: () =>
      ["slack", "discord"].map((platform) => ({ id: platform, platform, address: "9" })),
    couriers: () => [courier("slack"), courier("discord")],
    now: () => 1,
    log: silentLog,
  });
  const at = nowConnected(undefined, { kind: "connecting" }, 0);
  const look = async (connected: Connected, now: number) => {
    warnOfConnections(warnings, new Map([["slack", connected]]), now);
    await warnings.tell();
  };
  await look(at, 60_000); // such a loss heals by itself
  expect(told).toEqual([]);
  const lost = nowConnected(at, { kind: "failed", reason: "no network", retryIn: 1 }, 70_000);
  await look(lost, 120_000);
  await look(lost, 180_000);
  const says =
    "Slack is not connected, for 2 min (no network). Nobody is answered there until it is; it is tried again by itself.";
  expect(told.splice(0)).toEqual([`discord: ${says}`]);
  expect(warnings.list()).toEqual([says]);
  const back = nowConnected(lost, { kind: "ready", as: "copydesk" }, 200_000);
  await look(back, 200_000);
  await look(back, 260_000);
  expect([told.splice(0), warnings.list()]).toEqual([["discord: Slack is back."], []]);
  isAway = false;
  await warnings.tell();
  expect(told).toEqual([`slack: ${says}`, "slack: Slack is back."]);
});
