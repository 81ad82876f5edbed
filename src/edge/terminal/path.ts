import { resolve, sep } from "node:path";
import { bucketName, type Place, readPlace } from "#desk/source/place.ts";

/** Takes a path as the shell completes it (`articles/x.txt`), as a bucket's console copies it (`s3://news/wire/x.txt`), or as Copydesk names it (`x.txt`). */
export function pathInPlace(place: Place, file: string): string {
  if (place.kind === "bucket") return keyBelow(place, file).normalize("NFC");
  const root = `${resolve(place.folder)}${sep}`;
  const full = resolve(file);
  const inside = full.startsWith(root) ? full.slice(root.length) : file;
  return inside.split(sep).join("/").normalize("NFC");
}

function keyBelow(place: Place & { readonly kind: "bucket" }, file: string): string {
  const named = readPlace(file);
  if (named?.kind !== "bucket" || named.bucket !== place.bucket) return file;
  const key = named.prefix.slice(0, -1);
  return key.startsWith(place.prefix) ? key.slice(place.prefix.length) : file;
}

/** The folder with its whole path, or `s3://bucket/prefix`. */
export function placeTitle(place: Place): string {
  return place.kind === "folder" ? resolve(place.folder) : bucketName(place);
}
