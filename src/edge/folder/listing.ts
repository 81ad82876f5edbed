import { join } from "node:path";
import { listFolder } from "./list-folder.ts";
import { codeOf, isMissing } from "./look.ts";
import { escapeRaw } from "./raw-name.ts";

/** `unsure` when a folder on the way cannot be looked into, as on a share that does not answer. */
export type Presence = "there" | "gone" | "unsure";

interface Names {
  readonly directory: string;
  /** By the name with its accents composed: how the file system spells it, and whether it is a folder. */
  readonly entries: ReadonlyMap<string, { readonly name: string; readonly isFolder: boolean }>;
}

/**
 * Says which paths are there, by the names that the folders list, each read once: on a file system
 * that takes `A.txt` and `a.txt` for one another, opening a path proves nothing about its name.
 */
export class Listing {
  readonly #folder: string;
  readonly #names = new Map<string, Promise<Names | Presence>>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** `path` as in `SettledFile`. */
  async find(path: string): Promise<Presence> {
    const names = await this.#namesOf(parentOf(path));
    if (typeof names === "string") return names;
    const entry = names.entries.get(baseOf(path));
    return entry === undefined || entry.isFolder ? "gone" : "there";
  }

  #namesOf(path: string): Promise<Names | Presence> {
    const known = this.#names.get(path);
    if (known !== undefined) return known;
    const names = this.#list(path);
    this.#names.set(path, names);
    return names;
  }

  async #list(path: string): Promise<Names | Presence> {
    if (path === "") return namesIn(this.#folder, "unsure");
    const parent = await this.#namesOf(parentOf(path));
    if (typeof parent === "string") return parent;
    const entry = parent.entries.get(baseOf(path));
    if (entry === undefined || !entry.isFolder) return "gone";
    return namesIn(join(parent.directory, entry.name), "gone");
  }
}

async function namesIn(directory: string, missing: Presence): Promise<Names | Presence> {
  try {
    const entries = await listFolder(directory);
    const named = entries.map(
      (entry) =>
        [
          escapeRaw(entry.name).normalize("NFC"),
          { name: entry.name, isFolder: entry.isDirectory() },
        ] as const,
    );
    return { directory, entries: new Map(named) };
  } catch (error) {
    return isMissing(codeOf(error)) ? missing : "unsure";
  }
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

function baseOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).normalize("NFC");
}
