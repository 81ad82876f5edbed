import { sep } from "node:path";
import { heldReason } from "#core/article/held.ts";
import { makeArticle } from "#core/article/make.ts";
import { createWriteBrief } from "#core/brief/write.ts";
import { type PreparedStory, partPath } from "#desk/prepare.ts";
import { articleId } from "#edge/folder/identity.ts";
import { plainCopy } from "#edge/format/plain.ts";
import {
  type BriefCommand,
  type BriefResult,
  briefFiles,
  briefLines,
} from "#edge/terminal/brief.ts";
import { prepareHere } from "./prepare-here.ts";
import { clock, out } from "./setting.ts";

/** `brief FILE…`: stores and posts nothing. */
export async function brief(
  files: readonly string[],
  { json }: { readonly json?: boolean },
): Promise<number> {
  return briefFiles(briefCommand(), files, json ?? false);
}

/** `brief --jsonl`: stores and posts nothing. */
export function briefStandardInput(): Promise<number> {
  return briefLines(briefCommand(), process.stdin);
}

function briefCommand(): BriefCommand {
  const [prepare, writeBrief] = [prepareHere(), createWriteBrief()];
  return {
    out,
    briefFile: async (path, bytes) => {
      const prepared = await prepare({ path: nameOf(path), bytes, takenIn: clock.now() });
      if (!prepared.ok) return [{ ok: false, part: "", reason: prepared.reason }];
      return prepared.stories.map((story) => resultOf(path, story));
    },
    briefText: ({ id, text, title }) => {
      const meta = { id, revision: 1, path: id, contentHash: "", takenIn: clock.now() };
      return writeBrief(makeArticle(plainCopy(text, title ?? null), meta));
    },
  };
}

function resultOf(path: string, story: PreparedStory): BriefResult {
  if (!story.ok) return story;
  const { part, article, brief: written } = story;
  const held =
    article.status === "killed"
      ? "It is killed."
      : (heldReason(article, clock.now())?.rule ?? null);
  return { ok: true, part, brief: { ...written, id: articleId(partPath(path, part)) }, held };
}

/** No folder of this machine is a section of the newsroom. */
function nameOf(path: string): string {
  return path.slice(path.lastIndexOf(sep) + 1);
}
