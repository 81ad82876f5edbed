import { relative, sep } from "node:path";
import { escapeRaw } from "./raw-name.ts";

/** A file's path below the folder: `/` between its parts, accents composed, as on every other system; bytes that are no text stand as `\xE9`. */
export function pathBelow(folder: string, file: string): string {
  return spellingBelow(folder, file).normalize("NFC");
}

/** As `pathBelow`, with the accents as the file system spells them. */
export function spellingBelow(folder: string, file: string): string {
  // Most files are asked for by a path that begins with the folder's; `relative` is slow for a hundred thousand.
  const way = file.startsWith(folder + sep)
    ? file.slice(folder.length + 1)
    : relative(folder, file);
  return escapeRaw(sep === "/" ? way : way.split(sep).join("/"));
}
