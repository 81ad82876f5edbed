import type { ArticleId } from "#core/article/article.ts";
import { mayRead, type Readers } from "#core/article/audience.ts";
import { platformLabel } from "#core/digest/subscription.ts";
import { composeEdition } from "#core/message/edition.ts";
import { itemsAsRead } from "#core/message/in-sections.ts";
import { withoutPictures } from "#core/message/picture.ts";
import type { AwaitingShown, StoryNamed } from "#core/reply/approve-answer.ts";
import type { WaitingEdition } from "./approval-group.ts";
import { faceOf } from "./made.ts";
import type { Archive } from "./port/archive.ts";

/** Who reads in the admins' channels, and as an editor on the page: they run the desk. */
export const DESK_ALONE: Readers = { audience: "internal", internalSections: [] };

/**
 * An edition that waits, as people are shown it: by the first of its places that it may go to.
 * @param readers who reads it: what its channel is for may be shown to them
 */
export async function shownOf(
  archive: Pick<Archive, "current">,
  edition: WaitingEdition,
  readers: Readers,
): Promise<AwaitingShown> {
  const { number, channel, slot, timeZone, urgent, goesAt, places } = edition;
  const live = places.find(({ renewed }) => renewed.edition !== null);
  const shown = live ?? places[0];
  const made = live?.renewed.edition ?? null;
  const items = made === null ? [] : itemsAsRead(made);
  const left = shown?.awaiting.left ?? [];
  const place = live?.place ?? null;
  return {
    ...{ number, channel, slot, timeZone, urgent, goesAt },
    places: places.map(({ awaiting }) => platformLabel(platformOf(awaiting.subscription))),
    items: items.map(({ filed: { article, brief }, reason = "" }) => {
      return { id: article.id, headline: brief.headline, why: reason };
    }),
    out: await named(archive, shown?.renewed.out ?? [], readers),
    left: await named(
      archive,
      left.map(({ id, rule }) => ({ id, why: rule })),
      readers,
    ),
    message:
      made === null || place === null
        ? null
        : withoutPictures(composeEdition(made, { ...faceOf(place), isAnswer: true })),
  };
}

/** `slack` of `front-page@slack:C0123`. */
function platformOf(subscription: string): string {
  return /@(?<platform>[^:]+):/u.exec(subscription)?.groups?.platform ?? subscription;
}

/** What fell out, or was left out, may not be for whom the edition is, as it is now. */
const NOT_HERE = "A story that is not for this place";

/** By their headlines as they are now; editors alone see it. */
async function named(
  archive: Pick<Archive, "current">,
  all: readonly { readonly id: ArticleId; readonly why: string }[],
  readers: Readers,
): Promise<readonly StoryNamed[]> {
  const stories: StoryNamed[] = [];
  for (const { id, why } of all) {
    const filed = await archive.current(id);
    const mayName = filed === null || mayRead(filed.article, readers);
    stories.push(
      mayName
        ? { id, headline: filed?.brief.headline ?? id, why }
        : { id, headline: NOT_HERE, why: "" },
    );
  }
  return stories;
}
