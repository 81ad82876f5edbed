import { expect, test } from "vitest";
import type { Bell, News } from "#desk/port/bell.ts";
import { openBell } from "#edge/store/postgres/bell.ts";
import { openShared } from "#edge/store/postgres/open.ts";
import type { Shift, Store } from "#edge/store/verbs.ts";
import { type Crossing, openCrossing } from "#tests/postgres/crossing.ts";
import { describePostgres } from "#tests/postgres/server.ts";

/** It is never renewed in a test, so that nothing is heard of by asking. */
const LONG = 600_000;
/** A busy machine takes long to connect. */
const IN_TIME = { timeout: 20_000 };

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
      await expect.poll(() => [heard[0], own[0]], IN_TIME).toEqual([null, null]);
      younger.tell("posts");
      await expect.poll(() => heard, IN_TIME).toEqual([null, "posts"]);
      younger.tell("copy");
      await expect.poll(() => heard, IN_TIME).toEqual([null, "posts", "copy"]);
      expect(own).toEqual([null]);
    }));

  /** A bell behind a proxy; what it rings is noted. */
  async function withCrossing(work: (bell: Bell, crossing: Crossing) => Promise<void>) {
    const crossing = await openCrossing(server().port);
    const url = new URL(await server().emptyDatabase());
    url.port = String(crossing.port);
    const bell = openBell({ url: url.href, application: "a test" }, "1", async () => undefined);
    try {
      await work(bell, crossing);
    } finally {
      await bell.close();
      await crossing.close();
      url.port = String(server().port);
      await server().giveBack(url.href);
    }
  }

  test("hear again by another connection where theirs was cut", () =>
    withCrossing(async (bell, crossing) => {
      let heard = 0;
      bell.onRing(() => {
        heard += 1;
      });
      await expect.poll(() => heard, IN_TIME).toBe(1);
      crossing.cut();
      await expect.poll(() => heard, IN_TIME).toBe(2);
    }));

  test("leave off listening also where the way to the server hangs", () =>
    withCrossing(async (bell, crossing) => {
      const heard = Promise.withResolvers<void>();
      bell.onRing(() => heard.resolve());
      await heard.promise;
      crossing.hang();
      await bell.close();
    }));

  test("hear each other again after the server was away, and look then at what they may have missed", () =>
    withTwo(async (elder, younger) => {
      const heard = heardBy(elder);
      await expect.poll(() => heard, IN_TIME).toEqual([null]);
      await server().restart(async () => {
        // What cannot be said fails nobody.
        younger.tell("posts");
      });
      await expect.poll(() => heard, IN_TIME).toEqual([null, null]);
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
