import { createHash } from "node:crypto";
import { link, readFile, realpath, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Lying } from "#desk/port/copy-place.ts";
import { nameKey } from "#desk/source/safe-name.ts";
import { fileAt } from "./is-there.ts";
import { listFolder } from "./list-folder.ts";
import { isMissing } from "./look.ts";
import { faultOf, giveName, unfinishedName, writeWhole } from "./put.ts";

/** As `CopyPlace.find`, in a folder. */
export async function findInFolder(path: string, wanted: string): Promise<Lying | null> {
  try {
    const found = await spelledIn(path, wanted);
    if (found === null) return null;
    const bytes = await readFile(found.file);
    return { path: found.path, bytes, mark: markOf(bytes) };
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? null;
    // It was taken away meanwhile; or it is a folder, beside which no file of that name can lie.
    if (isMissing(code)) return null;
    throw faultOf(path, cause);
  }
}

/** As `CopyPlace.replace`, in a folder. */
export async function replaceInFolder(
  path: string,
  { path: wanted, mark }: Pick<Lying, "path" | "mark">,
  bytes: Uint8Array,
): Promise<boolean> {
  const own: string[] = [];
  try {
    const folder = await realpath(path);
    const file = await fileAt(folder, wanted);
    if (file === null || (await markAt(file)) !== mark) return false;
    const [unfinished, before] = [unfinishedName(), unfinishedName()].map((name) =>
      join(folder, name),
    );
    if (unfinished === undefined || before === undefined) return false;
    own.push(unfinished);
    await writeWhole(unfinished, bytes);
    const isKept = await keptBeside(file, before);
    if (isKept) own.push(before);
    if ((await markAt(file)) !== mark) return false;
    await rename(unfinished, file);
    // Somebody who had it open was writing in it meanwhile: what they wrote is a file of its own.
    if (isKept && (await markAt(before)) !== mark) {
      await giveName(folder, before, wanted.split("/").at(-1) ?? wanted, async () => false);
    }
    return true;
  } catch (cause) {
    throw faultOf(path, cause);
  } finally {
    for (const file of own) await rm(file, { force: true }).catch(() => undefined);
  }
}

/** @returns false on a file system without hard links */
async function keptBeside(file: string | Buffer, name: string): Promise<boolean> {
  try {
    await link(file, name);
    return true;
  } catch {
    return false;
  }
}

/** `null` where nothing can be read. */
async function markAt(file: string | Buffer): Promise<string | null> {
  try {
    return markOf(await readFile(file));
  } catch {
    return null;
  }
}

function markOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** The file that lies under a path; of one at the top also under a name that differs by case or by how accents are spelled alone. */
async function spelledIn(
  folder: string,
  path: string,
): Promise<{ readonly path: string; readonly file: string | Buffer } | null> {
  const own = await fileAt(folder, path);
  if (own !== null) return { path, file: own };
  if (path.includes("/")) return null;
  const like = (await listFolder(folder)).find(
    (one) => one.isFile() && nameKey(one.name) === nameKey(path),
  );
  const file = like === undefined ? null : await fileAt(folder, like.name);
  return like === undefined || file === null ? null : { path: like.name.normalize("NFC"), file };
}
