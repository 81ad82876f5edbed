import { seenText } from "./reader-sees.ts";

/** A picture that stands beside its article, by its address alone: nobody here fetches it. */
export interface Picture {
  /** `http:` or `https:`, at most 2,000 UTF-16 units. */
  readonly url: string;
  /** What it shows, in the copy's words, at most 1,000 UTF-16 units; `null` where the copy does not say. */
  readonly alt: string | null;
  /** Whose it is, in the copy's words: it is shown with that, or not at all. At most 200 UTF-16 units. */
  readonly credit: string;
}

/** Says whether readers of a post would see the same: where a link goes on behind its address is for machines. */
export function isSamePicture(one: Picture | undefined, other: Picture | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return (
    bareAddress(one.url) === bareAddress(other.url) &&
    seenText(one.credit) === seenText(other.credit) &&
    seenText(one.alt) === seenText(other.alt)
  );
}

function bareAddress(url: string): string {
  return url.replace(/[?#].*$/su, "");
}
