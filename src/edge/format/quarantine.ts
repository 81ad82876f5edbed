import type { Copy } from "#core/article/copy.ts";
import type { Reading } from "#desk/port/copy.ts";

/** A file that is not read, with a sentence for the editor that names the mend. */
export function quarantine(reason: string): Reading {
  return { ok: false, reason };
}

/** A file that holds one story. */
export function oneStory(copy: Copy): Reading {
  return { ok: true, stories: [{ part: "", ok: true, copy }] };
}
