import { isHeld } from "#core/article/embargo.ts";
import { type ArticleMeta, makeArticle } from "#core/article/make.ts";
import { createWriteBrief } from "#core/brief/write.ts";
import { articleId, contentHash } from "#edge/folder/identity.ts";
import { plainCopy } from "#edge/format/plain.ts";
import { createReadCopy } from "#edge/format/read-copy.ts";
import { type BriefCommand, briefFiles, briefLines } from "#edge/terminal/brief.ts";
import { clock, out } from "./setting.ts";

/** `brief FILE…`: stores and posts nothing. */
export async function brief(
  files: readonly string[],
  { json }: { readonly json: boolean },
): Promise<number> {
  return briefFiles(briefCommand(), files, json);
}

/** `brief --jsonl`: stores and posts nothing. */
export function briefStandardInput(): Promise<number> {
  return briefLines(briefCommand(), process.stdin);
}

function briefCommand(): BriefCommand {
  const [readCopy, writeBrief] = [createReadCopy(), createWriteBrief()];
  const metaOf = (id: string, path: string, bytes: Uint8Array): ArticleMeta => ({
    ...{ id, revision: 1, path, contentHash: contentHash(bytes), takenIn: clock.now() },
  });
  return {
    out,
    briefFile: (path, bytes) => {
      const reading = readCopy({ path, bytes });
      if (!reading.ok) return reading;
      const article = makeArticle(reading.copy, metaOf(articleId(path), path, bytes));
      const { embargo } = article;
      const held = isHeld(embargo, clock.now());
      return { ok: true, brief: writeBrief(article), embargo: held ? (embargo?.text ?? "") : null };
    },
    briefText: ({ id, text, title }) => {
      const copy = plainCopy(text, title ?? null);
      return writeBrief(makeArticle(copy, metaOf(id, id, new Uint8Array())));
    },
  };
}
