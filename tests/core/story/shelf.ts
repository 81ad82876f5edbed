import { keysOf } from "#core/story/likeness.ts";
import { lookupKeys, MOST_CANDIDATES, placeStory, WINDOW } from "#core/story/place.ts";
import type { Commonness, Member, Placement, Signature } from "#core/story/story.ts";

/** A store of signatures in memory that answers as a store of rows does: by keys, counted. */
export class Shelf {
  readonly #members: Member[] = [];
  readonly #byKey = new Map<string, number[]>();

  /** Places an article by what is stored, and stores it there. */
  add(signature: Signature): Placement {
    const placement = this.place(signature);
    this.put({ story: placement.story, signature });
    return placement;
  }

  place(signature: Signature): Placement {
    const commonness = this.#commonness();
    const keys = lookupKeys(keysOf(signature), commonness);
    return placeStory(signature, this.#candidates(keys, signature.at), commonness);
  }

  put(member: Member): void {
    const number = this.#members.push(member) - 1;
    for (const key of keysOf(member.signature)) {
      const known = this.#byKey.get(key);
      if (known === undefined) this.#byKey.set(key, [number]);
      else known.push(number);
    }
  }

  #commonness(): Commonness {
    return {
      stored: this.#members.length,
      of: (key) => this.#byKey.get(key)?.length ?? 0,
    };
  }

  /** Those within the window that share most of the keys. */
  #candidates(keys: readonly string[], at: number): readonly Member[] {
    const shared = new Map<number, number>();
    for (const key of keys) {
      for (const number of this.#byKey.get(key) ?? []) {
        shared.set(number, (shared.get(number) ?? 0) + 1);
      }
    }
    return [...shared]
      .filter(([number]) => Math.abs((this.#members[number]?.signature.at ?? 0) - at) <= WINDOW)
      .toSorted(([a, many], [b, more]) => more - many || b - a)
      .slice(0, MOST_CANDIDATES)
      .flatMap(([number]) => this.#members[number] ?? []);
  }
}
