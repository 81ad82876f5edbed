import { resolve, sep } from "node:path";

/** Takes a path as the shell completes it (`articles/x.txt`) or as the folder knows it (`x.txt`). */
export function pathInFolder(folder: string, file: string): string {
  const root = `${resolve(folder)}${sep}`;
  const full = resolve(file);
  const inside = full.startsWith(root) ? full.slice(root.length) : file;
  return inside.split(sep).join("/").normalize("NFC");
}
