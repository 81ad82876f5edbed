import type { ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Filed } from "#core/digest/edition.ts";
import { signatureOf } from "#core/story/signature.ts";
import type { Signature } from "#core/story/story.ts";
import { WINDOW } from "#core/story/window.ts";
import { placeSigned, type Signed } from "./place-story.ts";
import type { Clock } from "./port/clock.ts";
import type { UnitOfWork } from "./port/unit-of-work.ts";
import { within } from "./together.ts";

/** Finds the story of every article that comes in. */
export interface StoryDesk {
  /** Places what readers may see and is in no story yet; called twice at once, the second waits for the first. */
  placeAll(): Promise<void>;
}

export interface StoryParts {
  readonly store: UnitOfWork;
  readonly clock: Clock;
  /** Lets others have a turn: a backlog takes seconds. */
  readonly pause: () => Promise<void>;
  /** Told of each article that was placed; left out: nobody is. */
  readonly onPlaced?: (article: ArticleId) => void;
  /** Reads what grouping needs of an article, where that holds up nobody; left out: here. */
  readonly sign?: Sign;
}

export type Sign = (filed: Filed) => Promise<Signature>;

/** Articles that are fetched at once. */
const BATCH = 20;

export function createStoryDesk({ store, clock, pause, sign, onPlaced }: StoryParts): StoryDesk {
  let working = Promise.resolve();
  const placeNew = async () => {
    for (;;) {
      const now = clock.now();
      const filed = await unplaced(store, now);
      for (const one of filed) {
        const { revision } = one.article;
        const signature = (await sign?.(one)) ?? signatureOf(one);
        await placeOnce(store, { signature, revision }, clock.now());
        onPlaced?.(one.article.id);
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

/** Another process may have found it at the same time. */
function placeOnce(store: UnitOfWork, signed: Signed, now: Instant): Promise<void> {
  return store.transaction(async (tx) => {
    const placed = await tx.storyMembers.of(signed.signature.article);
    if (placed === null || placed.revision < signed.revision)
      await placeSigned(within(tx), signed, now);
  });
}

/** The next that stand in no story; where there are none, the look is over, and nothing is filed in between. */
function unplaced(store: UnitOfWork, now: Instant): Promise<readonly Filed[]> {
  return store.transaction(async ({ stories }) => {
    // Nobody can join what is older: after an upgrade, or in an old archive, it stays by itself.
    const filed = await stories.unplaced(now, now - WINDOW, BATCH);
    if (filed.length === 0) await stories.passAll(now);
    return filed;
  });
}
