import { sep } from "node:path";
import { heldReason } from "#core/article/held.ts";
import type { Brief } from "#core/brief/brief.ts";
import { type PreparedStory, partPath, STOPPED } from "#desk/prepare.ts";
import { type BriefLine, type BriefResult, briefFiles, briefLines } from "#edge/terminal/brief.ts";
import { ThreadError } from "#edge/thread/error.ts";
import { createPool } from "#edge/thread/pool.ts";
import { articleId } from "./identity.ts";
import { prepareAside } from "./prepare-aside.ts";
import type { PlainText } from "./prepare-thread.ts";
import { clock, out } from "./setting.ts";
import { LIMITS, reasonGivenUp } from "./thread-limits.ts";

/** `brief FILE…`: stores and posts nothing. */
export async function brief(
  files: readonly string[],
  { json }: { readonly json?: boolean },
): Promise<number> {
  const { prepare, close } = prepareAside();
  const briefFile = async (path: string, bytes: Uint8Array): Promise<readonly BriefResult[]> => {
    const prepared = await prepare({ path: nameOf(path), bytes, takenIn: clock.now() });
    if (prepared === STOPPED) return [];
    if (!prepared.ok) return [{ ok: false, part: "", reason: prepared.reason }];
    return prepared.stories.map((story) => resultOf(path, story));
  };
  try {
    return await briefFiles({ out, briefFile }, files, json ?? false);
  } finally {
    await close();
  }
}

/** `brief --jsonl`: stores and posts nothing. A line may take what a file may. */
export async function briefStandardInput(): Promise<number> {
  const pool = createPool<PlainText, Brief>({ ...LIMITS, work: "briefText" });
  const briefText = async (line: BriefLine) => {
    try {
      return await pool.run({ ...line, takenIn: clock.now() });
    } catch (error) {
      if (isOurFault(error)) return { reason: `This is a fault in Copydesk: ${error.cause}` };
      return { reason: reasonGivenUp(error) };
    }
  };
  try {
    return await briefLines({ out, briefText, lanes: pool.threads }, process.stdin);
  } finally {
    await pool.close();
  }
}

/** The writer itself threw: the other lines go on. */
function isOurFault(error: unknown): error is ThreadError {
  return error instanceof ThreadError && error.code === "failed";
}

function resultOf(path: string, story: PreparedStory): BriefResult {
  if (!story.ok) return story;
  const { part, article, brief: written } = story;
  const held = heldReason(article, clock.now());
  const own = { ...written, id: articleId(partPath(path, part)) };
  const { picture } = article;
  const shown = held === null && picture !== undefined;
  return { ok: true, part, brief: own, held, ...(shown && { picture }) };
}

/** No folder of this machine is a section of the newsroom. */
function nameOf(path: string): string {
  return path.slice(path.lastIndexOf(sep) + 1);
}
