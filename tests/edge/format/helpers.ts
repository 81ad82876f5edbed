import type { Copy } from "#core/article/copy.ts";
import type { Reading, Story } from "#desk/port/copy.ts";
import { createReadCopy } from "#edge/format/read-copy.ts";

const readCopy = createReadCopy();

export function readBytes(path: string, bytes: Uint8Array): Promise<Reading> {
  return readCopy({ path, bytes });
}

export function readText(path: string, text: string): Promise<Reading> {
  return readBytes(path, new TextEncoder().encode(text));
}

/** The copy of a file that must hold one readable story. */
export async function copyOf(path: string, content: string | Uint8Array): Promise<Copy> {
  const reading = await (typeof content === "string"
    ? readText(path, content)
    : readBytes(path, content));
  if (!reading.ok) throw new TypeError(`Not read: ${reading.reason}`);
  const [story, another] = reading.stories;
  if (story === undefined || another !== undefined)
    throw new TypeError(`It holds ${reading.stories.length} stories, not one`);
  return copyOfStory(story);
}

/** The copy of a story that must be readable. */
export function copyOfStory(story: Story): Copy {
  if (!story.ok) throw new TypeError(`${story.part} is not read: ${story.reason}`);
  return story.copy;
}

/** Every story of a file that must be readable, by the name of its part. */
export async function storiesOf(
  path: string,
  content: string | Uint8Array,
): Promise<ReadonlyMap<string, Story>> {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const reading = await readBytes(path, bytes);
  if (!reading.ok) throw new TypeError(`Not read: ${reading.reason}`);
  return new Map(reading.stories.map((story) => [story.part, story]));
}

/** Why a file is not read; empty where it is. */
export async function reasonOf(reading: Reading | Promise<Reading>): Promise<string> {
  const read = await reading;
  return read.ok ? "" : read.reason;
}
