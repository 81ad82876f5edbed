import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Article } from "#core/article/article.ts";
import { type Copy, copyOf } from "#core/article/copy.ts";
import type { Instant } from "#core/article/instant.ts";
import type { WriteBrief } from "#core/brief/brief.ts";
import type { IntakeParts } from "#desk/outcome.ts";
import type { Alarm } from "#desk/port/alarm.ts";
import type { Clock } from "#desk/port/clock.ts";
import type { ReadCopy, SettledFile, Story } from "#desk/port/copy.ts";
import { createPrepare } from "#desk/prepare.ts";
import { openStore, type Store } from "#edge/store/store.ts";
import { sampleArticle, sampleBrief } from "#tests/samples.ts";

/** A store in a folder of its own, gone after the test. */
export async function testStore(): Promise<Store> {
  const folder = mkdtempSync(join(tmpdir(), "copydesk-"));
  const store = await openStore({ folder });
  await store.takeShift("the test");
  onTestFinished(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return store;
}

/** A clock that only the test moves. */
export interface TestClock extends Clock {
  set(at: Instant): void;
  pass(milliseconds: number): void;
}

export function testClock(start: string): TestClock {
  let now = Date.parse(start);
  return {
    now: () => now,
    set: (at) => {
      now = at;
    },
    pass: (milliseconds) => {
      now += milliseconds;
    },
  };
}

/** An alarm that the test rings. */
export interface TestAlarm extends Alarm {
  readonly at: Instant | null;
  ring(): void;
}

export function testAlarm(): TestAlarm {
  let set: { at: Instant; onRing: () => void } | null = null;
  return {
    get at() {
      return set?.at ?? null;
    },
    set: (at, onRing) => {
      set = { at, onRing };
    },
    clear: () => {
      set = null;
    },
    ring: () => set?.onRing(),
  };
}

/** A settled file; its stamp is what it holds. */
export function settledFile(path: string, text: string): SettledFile {
  const bytes = new TextEncoder().encode(text);
  const contentHash = hashOf(text);
  return { path, bytes, contentHash, stamp: contentHash };
}

function idAt(path: string): string {
  return path
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "")
    .slice(0, 16);
}

const hashOf = (text: string) => createHash("sha256").update(text).digest("hex");

/** The parts of an intake on a test's store, but for what the test gives itself. */
export function intakeParts(
  store: Store,
  clock: Clock,
  given: {
    readonly writeBrief?: WriteBrief;
    readonly deleteKills?: boolean;
    readonly readCopy?: ReadCopy;
    /** Files that lie in the folder; left out: all of them. */
    readonly there?: ReadonlySet<string>;
  } = {},
): IntakeParts {
  const writeBrief: WriteBrief = ({ id, title, body }) =>
    sampleBrief(sampleArticle({ id, title, body }));
  const prepare = createPrepare({ readCopy: readTestCopy, writeBrief, ...given, hash: hashOf });
  const deleteKills = given.deleteKills ?? false;
  const isThere = async (path: string) => given.there?.has(path) ?? true;
  const own = { prepare, articleIdAt: idAt, isThere, deleteKills };
  return { store, clock, ...own };
}

/** A store that files no article at a path of which this says so. */
export function unableToFile(store: Store, isTorn: (path: string) => boolean): Store {
  const check = ({ path }: Article) => {
    if (isTorn(path)) throw new RangeError(`no ${path}`);
  };
  const filing: Store["filing"] = (work) =>
    store.filing((tx) => {
      const { archive } = tx;
      const { file, restate } = archive;
      archive.file = async (article, ...given) => {
        check(article);
        await file.call(archive, article, ...given);
      };
      archive.restate = async (article, ...given) => {
        check(article);
        await restate.call(archive, article, ...given);
      };
      return work(tx);
    });
  return { ...store, filing };
}

/** Reads `key: value` lines, then a blank line, then the body; a text that begins with `unreadable` is not read. */
export const readTestCopy: ReadCopy = async ({ bytes }) => {
  const text = new TextDecoder().decode(bytes);
  if (text.startsWith("unreadable")) return { ok: false, reason: "It is unreadable." };
  return { ok: true, stories: [{ part: "", ok: true, copy: copyIn(text) }] };
};

/** Reads stories that stand between lines of `====`, each named by its `part`, as `readTestCopy` does. */
export const readTestFeed: ReadCopy = async (file) => {
  const text = new TextDecoder().decode(file.bytes);
  if (text.startsWith("unreadable")) return readTestCopy(file);
  const stories = text.split("\n====\n").map((one): Story => {
    const part = /^part: (.*)$/m.exec(one)?.[1] ?? "entry";
    if (one.includes("unreadable")) return { part, ok: false, reason: "It is unreadable." };
    return { part, ok: true, copy: copyIn(one) };
  });
  return { ok: true, stories };
};

function copyIn(text: string): Copy {
  const [head = "", ...body] = text.split("\n\n");
  const fields = new Map(head.split("\n").map((line) => splitField(line)));
  const field = (name: string) => fields.get(name) ?? null;
  return copyOf("text", body, {
    title: field("title"),
    byline: field("byline"),
    date: field("date"),
    section: field("section"),
    urgency: field("urgency"),
    embargo: field("embargo"),
    guid: field("guid"),
    version: field("version"),
    status: field("status"),
    editorNote: field("note"),
    source: field("source"),
    slug: field("slug"),
    usageTerms: field("usage"),
  });
}

function splitField(line: string): readonly [string, string] {
  const [, name = "", value = ""] = /^(\w+): (.*)$/.exec(line) ?? [];
  return [name, value];
}
