import { randomBytes } from "node:crypto";
import { link, mkdir, open, realpath, rename, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { CopyPlaceError } from "#desk/port/copy-place.ts";
import { nameKey, namesLike } from "#desk/source/safe-name.ts";
import { listFolder } from "./list-folder.ts";
import { codeOf } from "./look.ts";

/** Codes of a file system that knows no hard links, as FAT and many shares. */
const NO_LINKS: ReadonlySet<string> = new Set([
  ...["EPERM", "ENOSYS", "ENOTSUP", "EOPNOTSUPP", "EMLINK", "EXDEV", "EINVAL"],
]);

/** As `CopyPlace.put`, into a folder, which is made where it is missing. */
export async function putIntoFolder(
  path: string,
  name: string,
  bytes: Uint8Array,
  isKnown: (path: string) => Promise<boolean>,
): Promise<string> {
  let unfinished: string | null = null;
  try {
    await mkdir(path, { recursive: true });
    const folder = await realpath(path);
    unfinished = join(folder, unfinishedName());
    await writeWhole(unfinished, bytes);
    return await giveName(folder, unfinished, name, isKnown);
  } catch (cause) {
    throw faultOf(path, cause);
  } finally {
    if (unfinished !== null) await rm(unfinished, { force: true }).catch(() => undefined);
  }
}

/** As `isIgnored` passes over it, for its dot and for its ending. */
export function unfinishedName(): string {
  return `.copydesk-${randomBytes(8).toString("hex")}.part`;
}

/** @throws whatever the file system says */
export async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, "wx", 0o666);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Gives a whole file the first name that is free. */
export async function giveName(
  folder: string,
  unfinished: string,
  name: string,
  isKnown: (path: string) => Promise<boolean>,
): Promise<string> {
  const taken = new Set((await listFolder(folder)).map((entry) => nameKey(entry.name)));
  for (const candidate of namesLike(name)) {
    if (taken.has(nameKey(candidate)) || (await isKnown(candidate))) continue;
    if (await moved(unfinished, join(folder, candidate))) return candidate;
  }
  throw new CopyPlaceError(
    "taken",
    `Too many files there are called like “${name}”: give it another name.`,
  );
}

/** @returns false where somebody has taken the name meanwhile: neither way puts a file over another one */
async function moved(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    const code = codeOf(error);
    if (code === "EEXIST") return false;
    if (code === null || !NO_LINKS.has(code)) throw error;
    return movedOverOwn(from, to);
  }
}

/** The name is taken by an empty file of our own, which no watch has seen settle by the time that the whole one replaces it. */
async function movedOverOwn(from: string, to: string): Promise<boolean> {
  try {
    await (await open(to, "wx")).close();
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
  try {
    await rename(from, to);
  } catch (error) {
    await rm(to, { force: true });
    throw error;
  }
  return true;
}

/** Why nothing can be put into a folder. */
export function faultOf(path: string, cause: unknown): CopyPlaceError {
  return cause instanceof CopyPlaceError ? cause : placeError(resolve(path), cause);
}

function placeError(folder: string, cause: unknown): CopyPlaceError {
  const code = codeOf(cause);
  switch (code) {
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return new CopyPlaceError(
        "not-permitted",
        `Copydesk may only read ${folder}: put the file there yourself, or give the bot's user the right to write there.`,
        { cause },
      );
    case "ENOSPC":
    case "EDQUOT":
      return new CopyPlaceError("full", `There is no room left where ${folder} lies.`, { cause });
    default:
      return new CopyPlaceError(
        "unusable",
        `Nothing can be put into ${folder} (${code ?? "unknown fault"}).`,
        { cause },
      );
  }
}
