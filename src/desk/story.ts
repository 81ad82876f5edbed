import type { Filed } from "#core/digest/edition.ts";
import { keysOf, linkArticle, lookupKeys } from "#core/story/place.ts";
import { signatureOf } from "#core/story/signature.ts";
import { WINDOW } from "#core/story/window.ts";
import type { Clock } from "./port/clock.ts";
import type { Placing, Stories } from "./port/stories.ts";

/** Finds the story of every article that comes in. */
export interface StoryDesk {
  /** Places what readers may see and is in no story yet; called twice at once, the second waits for the first. */
  placeAll(): Promise<void>;
}

export interface StoryParts {
  readonly stories: Stories;
  readonly clock: Clock;
  /** Lets others have a turn: a backlog takes seconds. */
  readonly pause: () => Promise<void>;
}

/** Articles that are read at once. */
const BATCH = 100;

export function createStoryDesk({ stories, clock, pause }: StoryParts): StoryDesk {
  let working = Promise.resolve();
  const placeNew = async () => {
    for (;;) {
      const now = clock.now();
      // Nobody can join what is older: after an upgrade, or in an old archive, it stays by itself.
      const filed = await stories.unplaced(now, now - WINDOW, BATCH);
      for (const one of filed) {
        await stories.place(placingOf(one), clock.now());
        await pause();
      }
      if (filed.length === 0) return;
    }
  };
  return {
    placeAll() {
      working = working.then(placeNew, placeNew);
      return working;
    },
  };
}

/** What an article asks, to find its story. */
export function placingOf(filed: Filed): Placing {
  const signature = signatureOf(filed);
  const keys = keysOf(signature);
  return {
    ...{ signature, keys, revision: filed.article.revision },
    lookup: (commonness) => lookupKeys(keys, commonness),
    link: (candidates, commonness) => linkArticle(signature, candidates, commonness),
  };
}
