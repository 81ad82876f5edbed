import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Copy } from "#core/article/copy.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Alarm, Clock, ReadCopy, SettledFile } from "#desk/port.ts";
import { openStore, type Store } from "#edge/store/store.ts";

/** A store in a folder of its own, gone after the test. */
export async function testStore(): Promise<Store> {
  const folder = mkdtempSync(join(tmpdir(), "copydesk-"));
  const store = await openStore({ folder, recover: true });
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

/** A settled file; its id is its path without what an id may not have. */
export function settledFile(path: string, text: string): SettledFile {
  const bytes = new TextEncoder().encode(text);
  return {
    path,
    bytes,
    contentHash: createHash("sha256").update(bytes).digest("hex"),
    articleId: path
      .toLowerCase()
      .replace(/[^a-z0-9]/g, "")
      .slice(0, 16),
  };
}

/** Reads `key: value` lines, then a blank line, then the body; the text `unreadable` is not read. */
export const readTestCopy: ReadCopy = ({ bytes }) => {
  const text = new TextDecoder().decode(bytes);
  if (text === "unreadable") return { ok: false, reason: "It is unreadable." };
  const [head = "", ...body] = text.split("\n\n");
  const fields = new Map(head.split("\n").map((line) => splitField(line)));
  const field = (name: string) => fields.get(name) ?? null;
  const copy: Copy = {
    format: "text",
    title: field("title"),
    body: body.join("\n\n"),
    byline: field("byline"),
    date: field("date"),
    section: field("section"),
    tags: [],
    slug: null,
    urgency: field("urgency"),
    embargo: field("embargo"),
    sourceUrl: null,
    source: null,
  };
  return { ok: true, copy };
};

function splitField(line: string): readonly [string, string] {
  const [, name = "", value = ""] = /^(\w+): (.*)$/.exec(line) ?? [];
  return [name, value];
}
