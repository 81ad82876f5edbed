import { describe, expect, onTestFinished, test } from "vitest";
import type { SettledFile } from "#desk/port/copy.ts";
import type { Log } from "#desk/port/log.ts";
import type { Watch, WatchHandlers } from "#desk/port/watch.ts";
import { contentHash } from "#main/identity.ts";
import type { Lookout } from "#main/watch.ts";
import { watchOver } from "#main/watch.ts";
import { createInbox } from "#tests/fake/inbox.ts";
import { silentLog } from "#tests/fake/log.ts";

/** A place where copy lies, empty, made anew for every test, which closes it by itself. */
export interface CopyPlace {
  /** Puts a file there whole, in place of one of the same path. */
  put(path: string, content: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** While it is watched, the place shows empty all at once, as under a share that dropped, or on a server set up anew. */
  vanish(): Promise<void>;
  /** Watches by rules of the test's own. */
  lookout(rules: CopyRules): Lookout;
  isThere(path: string): Promise<boolean>;
}

export interface CopyRules {
  readonly log: Log;
  readonly settleMs: number;
  readonly goneMs: number;
  readonly maxBytes: number;
  readonly concurrency: number;
  readonly hash: typeof contentHash;
}

/** A watch, and what it has reported: `path: text`, `path! reason` or `path?` for one that is gone. */
interface Watched {
  readonly watch: Watch;
  readonly handlers: WatchHandlers;
  readonly all: readonly string[];
  readonly files: readonly SettledFile[];
  readonly found: readonly number[];
  /** The next report. */
  next(): Promise<string>;
}

const RULES: CopyRules = {
  ...{
    log: silentLog,
    settleMs: 40,
    goneMs: 60,
    maxBytes: 1000,
    concurrency: 4,
    hash: contentHash,
  },
};

function watched(
  place: CopyPlace,
  changes: Partial<WatchHandlers> & Partial<CopyRules> = {},
): Watched {
  const reports = createInbox<string>();
  const files: SettledFile[] = [];
  const found: number[] = [];
  const handlers: WatchHandlers = {
    onFound: (count) => void found.push(count),
    async onFile(file) {
      files.push(file);
      reports.put(`${file.path}: ${new TextDecoder().decode(file.bytes)}`);
    },
    onUnreadable: async (path, reason) => reports.put(`${path}! ${reason}`),
    onGone: async (path) => reports.put(`${path}?`),
    known: () => null,
    knownPaths: () => [],
    ...changes,
  };
  const watch = watchOver(place.lookout({ ...RULES, ...changes }));
  onTestFinished(() => watch.stop());
  return { watch, handlers, all: reports.all, files, found, next: () => reports.take() };
}

/** Watches until the test ends; the first look is through. */
async function started(...given: Parameters<typeof watched>): Promise<Watched> {
  const own = watched(...given);
  await own.watch.start(own.handlers);
  return own;
}

/** Looks through it once. */
async function scanned(...given: Parameters<typeof watched>): Promise<Watched> {
  const own = watched(...given);
  await own.watch.scan(own.handlers);
  return own;
}

/** What an earlier run knows: the stamps of the files that it was handed. */
function knowing(files: readonly SettledFile[]): Pick<WatchHandlers, "known" | "knownPaths"> {
  const stamps = new Map(files.map(({ path, stamp }) => [path, stamp]));
  return { known: (path) => stamps.get(path) ?? null, knownPaths: () => stamps.keys() };
}

async function fill(place: CopyPlace, paths: readonly string[]): Promise<void> {
  for (const path of paths) await place.put(path, `of ${path}`);
}

const gone = (all: readonly string[]) => all.filter((one) => one.endsWith("?")).sort();

/** What every source of copy promises: `Watch`, and the `isThere` of an intake. */
export function copySourceContract(name: string, setUp: () => Promise<CopyPlace>): void {
  describe(`${name} as a source of copy`, () => {
    test("what is there is counted and handed over, with what is in it and a name that every machine has", async () => {
      const place = await setUp();
      await fill(place, ["harbour.txt", "sport/cup/final.md", "b c, “d” + 100%#1.txt"]);
      const { found, files } = await started(place);
      expect(found).toEqual([3]);
      expect(files.map(({ path }) => path).sort()).toEqual([
        "b c, “d” + 100%#1.txt",
        "harbour.txt",
        "sport/cup/final.md",
      ]);
      for (const { path, bytes, contentHash: own } of files) {
        expect(new TextDecoder().decode(bytes)).toBe(`of ${path}`);
        expect(own).toBe(contentHash(`of ${path}`));
      }
    });

    test("hidden, unfinished and a system's own files are none, and a name like theirs is one", async () => {
      const place = await setUp();
      await fill(place, [".draft.txt", "a.txt.part", "x.part/a.txt", ".git/config", "b.txt~"]);
      await fill(place, ["Thumbs.db", "part.txt", "a.tmpl"]);
      const { found, all } = await scanned(place);
      expect(found).toEqual([2]);
      expect(all.toSorted()).toEqual(["a.tmpl: of a.tmpl", "part.txt: of part.txt"]);
    });

    test("what comes later is handed over, and once more when it is put anew", async () => {
      const place = await setUp();
      const { next, all } = await started(place);
      await place.put("ferry.txt", "one");
      expect(await next()).toBe("ferry.txt: one");
      await place.put("ferry.txt", "two!");
      expect(await next()).toBe("ferry.txt: two!");
      await place.put("sport/cup.txt", "three");
      expect(await next()).toBe("sport/cup.txt: three");
      expect(all).toHaveLength(3);
    });

    test("a file that is put anew before it has settled is handed over once, as it was put last", async () => {
      const place = await setUp();
      const { next, all } = await started(place, { settleMs: 1500 });
      await place.put("ferry.txt", "one");
      await place.put("ferry.txt", "another");
      const last = performance.now();
      await place.put("ferry.txt", "the last one");
      expect(await next()).toBe("ferry.txt: the last one");
      expect(performance.now() - last).toBeGreaterThanOrEqual(1500);
      await fill(place, ["later.txt"]);
      await next();
      expect(all).toEqual(["ferry.txt: the last one", "later.txt: of later.txt"]);
    });

    test("what an earlier run has dealt with is counted, and handed over only where it has changed", async () => {
      const place = await setUp();
      await fill(place, ["a.txt", "b.txt", "c.txt"]);
      const first = await scanned(place);
      await place.put("b.txt", "OF B.TXT");
      const { found, all } = await started(place, knowing(first.files));
      expect(found).toEqual([3]);
      expect(all).toEqual(["b.txt: OF B.TXT"]);
    });

    test("a file that is deleted is gone, once; one that was never handed over is not", async () => {
      const place = await setUp();
      await fill(place, ["a.txt", "b.txt", "sport/c.txt"]);
      const { next, all } = await started(place);
      for (let taken = 0; taken < 3; taken += 1) await next();
      await place.remove("a.txt");
      expect(await next()).toBe("a.txt?");
      await place.remove("sport/c.txt");
      expect(await next()).toBe("sport/c.txt?");
      await place.put(".hidden", "x");
      await place.remove(".hidden");
      await place.put("d.txt", "x");
      expect(await next()).toBe("d.txt: x");
      expect(gone(all)).toEqual(["a.txt?", "sport/c.txt?"]);
    });

    test("a file that is put again within the time is not gone", async () => {
      const place = await setUp();
      await fill(place, ["a.txt", "b.txt", "z.txt"]);
      const { next, all } = await started(place, { goneMs: 1500 });
      for (let taken = 0; taken < 3; taken += 1) await next();
      await place.remove("a.txt");
      await place.put("a.txt", "of a.txt, and saved");
      expect(await next()).toBe("a.txt: of a.txt, and saved");
      // What seemed to be gone later is decided later.
      await place.remove("z.txt");
      expect(await next()).toBe("z.txt?");
      expect(gone(all)).toEqual(["z.txt?"]);
    });

    test("a file that was deleted while nobody watched is gone before anybody goes on", async () => {
      const place = await setUp();
      await fill(place, ["a.txt", "b.txt"]);
      const first = await scanned(place);
      await place.remove("b.txt");
      expect((await started(place, knowing(first.files))).all).toEqual(["b.txt?"]);
      expect((await scanned(place, knowing(first.files))).all).toEqual(["b.txt?"]);
    });

    test("a file that comes back as it was is handed over again", async () => {
      const place = await setUp();
      await fill(place, ["a.txt", "b.txt"]);
      const { next } = await started(place);
      for (let taken = 0; taken < 2; taken += 1) await next();
      await place.remove("a.txt");
      expect(await next()).toBe("a.txt?");
      await place.put("a.txt", "of a.txt");
      expect(await next()).toBe("a.txt: of a.txt");
    });

    test("when all of it is missing at once nothing is gone: another place may show there", async () => {
      const place = await setUp();
      // Of so many two are less than a tenth: then another place is believed.
      const paths = Array.from({ length: 25 }, (_, index) => `${index}.txt`);
      await fill(place, paths);
      const { next, all, files } = await started(place, { goneMs: 1 });
      for (const _ of paths) await next();
      await place.vanish();
      // Had anything been gone, it would have been said before them.
      for (const path of ["another.txt", "one-more.txt"]) {
        await place.put(path, "x");
        expect(await next()).toBe(`${path}: x`);
      }
      const anew = await scanned(place, knowing(files.slice(0, 25)));
      expect(gone([...all, ...anew.all])).toEqual([]);
    });

    test("a file that is too large is refused, with the mend, and not read", async () => {
      const place = await setUp();
      await place.put("large.txt", "x".repeat(1001));
      await place.put("right.txt", "x".repeat(1000));
      const { all } = await scanned(place, { concurrency: 1 });
      expect(all).toEqual([
        expect.stringMatching(/^large\.txt! It is too large for an article .*put the story alone/u),
        expect.stringMatching(/^right\.txt: x+$/u),
      ]);
    });

    test("a file is handed over once more when it is asked for, and one that is gone by then is not", async () => {
      const place = await setUp();
      await fill(place, ["a.txt", "b.txt"]);
      const { watch, next, all } = await started(place, { goneMs: 60_000 });
      for (let taken = 0; taken < 2; taken += 1) await next();
      await place.remove("a.txt");
      watch.again("a.txt");
      watch.again("b.txt");
      expect(await next()).toBe("b.txt: of b.txt");
      expect(all).toHaveLength(3);
    });

    test("a handler that fails gets the file again, and the others go on", async () => {
      const place = await setUp();
      await fill(place, ["a.txt", "b.txt"]);
      const tries = createInbox<string>();
      await started(place, {
        onFile: async ({ path }) => {
          tries.put(path);
          if (tries.all.filter((one) => one === path).length === 1 && path === "a.txt")
            throw new RangeError("the store is busy");
        },
      });
      for (let taken = 0; taken < 3; taken += 1) await tries.take();
      expect(tries.all.toSorted()).toEqual(["a.txt", "a.txt", "b.txt"]);
    });

    test("one look hands over each file once, in the order of the paths, and ends", async () => {
      const place = await setUp();
      await fill(place, ["b.txt", "sport/c.txt", "a.txt"]);
      const { all } = await scanned(place, { concurrency: 1, settleMs: 0 });
      expect(all).toEqual(["a.txt: of a.txt", "b.txt: of b.txt", "sport/c.txt: of sport/c.txt"]);
      expect((await scanned(await setUp())).found).toEqual([0]);
    });

    test("to stop waits for the handler at work, and nothing is handed over after it", async () => {
      const place = await setUp();
      await fill(place, ["a.txt"]);
      const begun = createInbox<string>();
      const mayEnd = Promise.withResolvers<void>();
      const done: string[] = [];
      const { watch, handlers } = watched(place, {
        onFile: async ({ path }) => {
          begun.put(path);
          await mayEnd.promise;
          done.push(path);
        },
      });
      const running = watch.start(handlers);
      await begun.take();
      await fill(place, ["b.txt"]);
      const stopped = watch.stop();
      mayEnd.resolve();
      await Promise.all([stopped, running]);
      expect(done).toEqual(["a.txt"]);
      expect(begun.all).toEqual(["a.txt"]);
    });

    test("an accent may be written in two ways: the path is one", async () => {
      const place = await setUp();
      await place.put("Zoe\u0308.txt", "x");
      const { files } = await scanned(place);
      expect(files.map(({ path }) => path)).toEqual(["Zo\u00eb.txt"]);
      expect(await place.isThere("Zo\u00eb.txt")).toBe(true);
    });

    test("says whether a file is there", async () => {
      const place = await setUp();
      await fill(place, ["a.txt", "sport/b.txt"]);
      const asked = ["a.txt", "sport/b.txt", "a", "sport", "b.txt"];
      const answers = await Promise.all(asked.map((path) => place.isThere(path)));
      await place.remove("a.txt");
      expect([...answers, await place.isThere("a.txt")]).toEqual([
        ...[true, true, false, expect.any(Boolean), false, false],
      ]);
    });
  });
}
