import type { Output } from "./output.ts";
import { printable } from "./wrap.ts";

/** A store that was restored, as people know it. */
interface Restored {
  readonly file: string;
  readonly store: string;
  /** Where the store is that was there; `null` for none. */
  readonly aside: string | null;
  /** What people must know of it, and do. */
  readonly says: string;
}

/** `restore`: where it is, and what is to be done now. */
export function printRestored(out: Output, { file, store, aside, says }: Restored): void {
  out.line(out.style("bold", `Restored: ${printable(file)} is the store at ${store}`));
  if (aside !== null) out.line(`The store that was there is ${aside}. Start nothing on it.`);
  out.line(out.style("yellow", says));
  out.line("Everybody signs in anew. Start the bot now, once no other works with these channels.");
}
