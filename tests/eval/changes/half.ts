/** Half of the stories of a set tune the rules, the other half is read by nobody who writes them. */
export type Half = "tuning" | "held";

/** Tells by its name alone to which half a story belongs: FNV-1a of 32 bits, even or odd. */
export function halfOf(story: string): Half {
  let hash = 0x811c9dc5;
  for (let at = 0; at < story.length; at += 1) {
    hash = Math.imul(hash ^ story.charCodeAt(at), 0x01000193);
  }
  return (hash & 1) === 0 ? "tuning" : "held";
}
