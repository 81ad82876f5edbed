/** Splits a line of tags at its commas or semicolons; `#budget #schools` at its spaces. */
export function splitTags(text: string): readonly string[] {
  const hashes = /^\s*(?:#\S+\s*)+$/u.test(text);
  return text
    .split(hashes ? /\s+/u : /[,;]/u)
    .map((tag) => tag.trim().replace(/^#(?=\S)/u, ""))
    .filter((tag) => tag !== "");
}

/** Tags as a field of copy, where there are any: a line of tags above the story may state them else. */
export function tagged(tags: readonly string[]): { readonly tags?: readonly string[] } {
  return tags.length === 0 ? {} : { tags };
}
