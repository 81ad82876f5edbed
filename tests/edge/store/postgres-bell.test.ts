import { expect, test } from "vitest";
import type { News } from "#desk/port/bell.ts";
import { openShared } from "#edge/store/postgres/open.ts";
import type { Shift, Store } from "#edge/store/verbs.ts";
import { describePostgres } from "#tests/postgres/server.ts";

/** It is never renewed in a test, so that nothing is heard of by asking. */
const LONG = 600_000;

function heardBy(shift: Shift) {
  const heard: (News | null)[] = [];
  shift.onHeard((news) => heard.push(news));
  return heard;
}

describePostgres("processes on one PostgreSQL", (server) => {
  async function withTwo(work: (first: Shift, second: Shift) => Promise<void>): Promise<void> {
    const url = await server().emptyDatabase();
    const stores: readonly Store[] = [await openShared(url, LONG), await openShared(url, LONG)];
    try {
      const [first, second] = await Promise.all(stores.map((store) => store.takeShift("a test")));
      if (first === undefined || second === undefined) throw new TypeError("No shift was given");
      // Of two that come at once, the later one knows of the earlier.
      const [elder, younger] =
        first.share().others.length === 0 ? [first, second] : [second, first];
      await work(elder, younger);
    } finally {
      for (const store of stores) await store.close();
      await server().giveBack(url);
    }
  }

  test("hear at once what another says, and nothing of their own", () =>
    withTwo(async (elder, younger) => {
      const [heard, own] = [heardBy(elder), heardBy(younger)];
      await expect.poll(() => [heard[0], own[0]]).toEqual([null, null]);
      younger.tell("posts");
      await expect.poll(() => heard).toEqual([null, "posts"]);
      younger.tell("copy");
      await expect.poll(() => heard).toEqual([null, "posts", "copy"]);
      expect(own).toEqual([null]);
    }));

  test("hear each other again after the server was away, and look then at what they may have missed", () =>
    withTwo(async (elder, younger) => {
      const heard = heardBy(elder);
      await expect.poll(() => heard).toEqual([null]);
      await server().restart(async () => {
        // What cannot be said fails nobody.
        younger.tell("posts");
      });
      await expect.poll(() => heard, { timeout: 20_000 }).toEqual([null, null]);
      await expect
        .poll(
          () => {
            younger.tell("copy");
            return heard.at(-1);
          },
          { timeout: 20_000 },
        )
        .toBe("copy");
    }));
});
