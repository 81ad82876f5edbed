import type { ArticleId } from "#core/article/article.ts";
import { platformLabel } from "#core/digest/subscription.ts";
import { composeEdition } from "#core/message/edition.ts";
import { itemsAsRead } from "#core/message/in-sections.ts";
import { withoutPictures } from "#core/message/picture.ts";
import type { AwaitingShown, StoryNamed } from "#core/reply/approve-answer.ts";
import type { WaitingEdition } from "./approval-group.ts";
import { faceOf } from "./made.ts";
import type { Archive } from "./port/archive.ts";

/** An edition that waits, as people are shown it: by the first of its places that it may go to. */
export async function shownOf(
  archive: Pick<Archive, "current">,
  edition: WaitingEdition,
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
    out: await named(archive, shown?.renewed.out ?? []),
    left: await named(
      archive,
      left.map(({ id, rule }) => ({ id, why: rule })),
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

/** By their headlines as they are now; editors alone see it. */
async function named(
  archive: Pick<Archive, "current">,
  all: readonly { readonly id: ArticleId; readonly why: string }[],
): Promise<readonly StoryNamed[]> {
  const stories: StoryNamed[] = [];
  for (const { id, why } of all) {
    const filed = await archive.current(id);
    stories.push({ id, headline: filed?.brief.headline ?? id, why });
  }
  return stories;
}
