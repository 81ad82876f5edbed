import { expect, test } from "vitest";
import {
  createDisk,
  patientIntake,
  patientLedger,
  patientOutbox,
  patientTroubles,
} from "#desk/disk.ts";
import type { Intake } from "#desk/intake.ts";
import type { Outbox } from "#desk/port/outbox.ts";
import { settledFile } from "./fixture.ts";

/** A disk that the test fills and empties; time passes when the test says so. */
function setUp() {
  const said: string[] = [];
  let full = false;
  let tick = Promise.withResolvers<void>();
  const write = async () => {
    if (full) throw new RangeError("no room");
  };
  const disk = createDisk({
    faultOf: (error) => (error instanceof RangeError ? "The disk is full." : null),
    probe: write,
    warnings: {
      list: () => [],
      about: () => null,
      raise: () => void said.push("full"),
      restate: () => undefined,
      clear: () => void said.push("room"),
      tell: async () => undefined,
    },
    wait: () => tick.promise,
    onRoom: () => void said.push("on"),
  });
  return {
    ...{ disk, said, write },
    fill: (now: boolean) => {
      full = now;
    },
    pass: async () => {
      tick.resolve();
      tick = Promise.withResolvers();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

test("what writes waits while the disk is full, and is done once there is room", async () => {
  const { disk, said, write, fill, pass } = setUp();
  fill(true);
  let done = 0;
  const works = [1, 2].map(() => disk.untilDone(write).then(() => done++));
  await pass();
  await pass();
  expect([done, disk.isFull()]).toEqual([0, true]);
  fill(false);
  await pass();
  await Promise.all(works);
  expect([done, disk.isFull()]).toEqual([2, false]);
  expect(said.filter((one) => one !== "full")).toEqual(["room", "on"]);
});

test("an error of another kind is not waited for", async () => {
  const { disk } = setUp();
  const fault = new TypeError("a fault of ours");
  await expect(disk.untilDone(() => Promise.reject(fault))).rejects.toBe(fault);
  expect([disk.note(fault), disk.isFull()]).toEqual([false, false]);
});

test("once it is stopped nothing waits: what cannot be written fails", async () => {
  const { disk, write, fill } = setUp();
  fill(true);
  const work = disk.untilDone(write);
  await new Promise((resolve) => setImmediate(resolve));
  disk.stop();
  await expect(work).rejects.toThrow("no room");
});

test("files wait for room", async () => {
  const { disk, write, fill, pass } = setUp();
  const intake: Intake = {
    take: async () => write().then(() => []),
    refuse: async (path) => write().then(() => ({ kind: "unchanged", path })),
    gone: async () => write().then(() => []),
    freed: async () => write().then(() => ({ files: [], outcomes: [] })),
  };
  const patient = patientIntake(intake, disk);
  fill(true);
  const taken = patient.take(settledFile("a.txt", "text"));
  fill(false);
  await pass();
  expect(await taken).toEqual([]);
});

test("nothing is given out to be posted while the disk is full; a receipt waits to be noted", async () => {
  const { disk, write, fill, pass } = setUp();
  const noted: string[] = [];
  let asked = 0;
  const outbox: Outbox = {
    claim: async () => {
      asked += 1;
      await write();
      return [];
    },
    delivered: (key) => write().then(() => void noted.push(key)),
    retry: write,
    putOff: write,
    giveUp: write,
    hasten: write,
    nextDue: async () => null,
  };
  const patient = patientOutbox(outbox, disk);
  fill(true);
  expect(await patient.claim(0, [])).toEqual([]);
  expect(await patient.claim(0, [])).toEqual([]);
  expect(asked).toBe(1);
  const receipt = patient.delivered("k1", { messageId: "m1", url: null }, 0);
  await pass();
  expect(noted).toEqual([]);
  fill(false);
  await pass();
  await receipt;
  expect(noted).toEqual(["k1"]);
});

test("what is noted of a place that was posted to waits too: the post went through", async () => {
  const { disk, write, fill, pass } = setUp();
  const patient = patientTroubles({ failed: write, worked: () => write().then(() => null) }, disk);
  fill(true);
  const place = { subscription: "front@slack:C1", platform: "slack", address: "C1" } as const;
  const noted = Promise.all([
    patient.worked(place, 0),
    patient.failed({ ...place, error: "refused", ripe: 0 }, 0),
  ]);
  await pass();
  fill(false);
  await pass();
  expect(await noted).toEqual([null, undefined]);
});

test("what the watch begins with is waited for: a bot that could not ask would never begin", async () => {
  const { disk, write, fill, pass } = setUp();
  const ledger = patientLedger(
    { stamps: () => write().then(() => new Map()), quarantined: () => write().then(() => []) },
    disk,
  );
  fill(true);
  const asked = Promise.all([ledger.stamps(), ledger.quarantined()]);
  await pass();
  fill(false);
  await pass();
  expect(await asked).toEqual([new Map(), []]);
});
