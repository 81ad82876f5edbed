import { expect, test } from "vitest";
import { plainMessage } from "#core/message/say.ts";
import { createWork, trackedCourier } from "#edge/chat/work.ts";
import { fakeCourier } from "#tests/fake/courier.ts";

test("done waits for all that is tracked, and takes a failure for an end", async () => {
  const work = createWork();
  const good = Promise.withResolvers<void>();
  const bad = Promise.withResolvers<void>();
  work.track(good.promise);
  work.track(bad.promise);
  const order: string[] = [];
  const done = work.done().then(() => order.push("done"));
  bad.reject(new TypeError("broken"));
  await expect(bad.promise).rejects.toThrow("broken");
  order.push("failed");
  good.resolve();
  await done;
  expect(order).toEqual(["failed", "done"]);
});

test("done waits for nothing where nothing is open", async () => {
  const work = createWork();
  const ended = Promise.resolve();
  work.track(ended);
  await ended;
  await work.done();
});

test("a post that is under way is tracked, and its receipt is handed on", async () => {
  const receipt = { messageId: "m1", url: null };
  const posted = Promise.withResolvers<typeof receipt>();
  const courier = fakeCourier("preview", () => posted.promise);
  const work = createWork();
  const posting = trackedCourier(courier, work).post({
    ...{ address: "front-page", message: plainMessage("Hello."), key: "k1p1", again: false },
  });
  const order: string[] = [];
  const done = work.done().then(() => order.push("done"));
  await Promise.resolve();
  order.push("posted");
  posted.resolve(receipt);
  await done;
  expect(order).toEqual(["posted", "done"]);
  expect(await posting).toEqual(receipt);
});
