import { expect, test } from "vitest";
import { LogFile, type Syncable } from "#edge/store/sqlite/log-file.ts";

/** A disk that takes what it is given, or fails as often as it is told to. */
function disk({ failsToOpen = 0, failsToSync = 0 }) {
  const did: string[] = [];
  const handle: Syncable = {
    datasync: async () => {
      did.push("sync");
      if (did.filter((one) => one === "sync").length <= failsToSync)
        throw new Error("EIO: i/o error");
    },
    close: async () => void did.push("close"),
  };
  const open = async (path: string) => {
    did.push(`open ${path}`);
    if (did.length <= failsToOpen) throw new Error("EMFILE: too many open files");
    return handle;
  };
  return { did, log: new LogFile("/data/copydesk.db", open) };
}

test("the log beside the database is opened once and synced each time", async () => {
  const { did, log } = disk({});
  await log.sync();
  await log.sync();
  await log.close();
  expect(did).toEqual(["open /data/copydesk.db-wal", "sync", "sync", "close"]);
});

test("once the disk has failed nothing is said to be on it, whatever it says later", async () => {
  const { did, log } = disk({ failsToSync: 1 });
  const fault = {
    code: "unwritable",
    message: expect.stringMatching(/start Copydesk again.*EIO/u),
  };
  await expect(log.sync()).rejects.toMatchObject(fault);
  await expect(log.sync()).rejects.toMatchObject(fault);
  expect(did.filter((one) => one === "sync")).toHaveLength(1);
});

test("a log that could not be opened is tried again: nothing of it is lost yet", async () => {
  const { did, log } = disk({ failsToOpen: 1 });
  await expect(log.sync()).rejects.toMatchObject({ code: "unwritable" });
  await log.sync();
  expect(did.at(-1)).toBe("sync");
});

test("one that was never opened needs no closing", async () => {
  const { did, log } = disk({});
  await log.close();
  expect(did).toEqual([]);
});
