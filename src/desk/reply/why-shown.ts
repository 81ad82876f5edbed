import type { Channel } from "#core/digest/channel.ts";
import { channelIn } from "#core/digest/channel.ts";
import type { Filed } from "#core/digest/edition.ts";
import { platformLabel } from "#core/digest/subscription.ts";
import { orderedBy, verdict } from "#core/digest/verdict.ts";
import type { Message } from "#core/message/message.ts";
import type { Question } from "#core/reply/front-desk.ts";
import { choiceAnswer } from "#core/reply/list-answer.ts";
import { storySection } from "#core/reply/story-answer.ts";
import { unknownArticle, whyShownAnswer } from "#core/reply/why-answer.ts";
import { openChannels } from "#desk/open-channels.ts";
import type { PostLink } from "#desk/port/editions.ts";
import { toldElsewhere } from "./elsewhere.ts";
import { pickArticle, saidWithdrawn } from "./find-article.ts";
import { notAPage, pageOf } from "./options.ts";
import type { ReplyParts } from "./parts.ts";
import { storyOf } from "./story.ts";

/**
 * `/why` for a reader: of an article that they may see, in which of the channels that they may read it stands and what orders it
 * there, and its story. Nothing is asked of the ledger, and no path finds anything.
 */
export async function whyShown(
  parts: ReplyParts,
  question: Question,
  words: string,
): Promise<Message> {
  const { clock, timeZone, readers } = parts;
  const picked = await pickArticle(parts, words);
  if (picked.kind === "many") return choiceAnswer(words, picked.fitting, timeZone, "why");
  if (picked.kind === "none") {
    return (await saidWithdrawn(parts, words)) ?? toldElsewhere(unknownArticle(words), readers);
  }
  const number = pageOf(question);
  if (number === null) return notAPage(question);
  const { filed } = picked;
  const links = await parts.linksTo([filed.article.id], clock.now());
  const { command, options } = question;
  const message = whyShownAnswer({
    headline: filed.brief.headline,
    channels: openChannels(parts, question).flatMap((channel) => {
      const says = sayChannel(channel, filed, links);
      return says.length === 0 ? [] : [{ channel: channel.name, says: says.join(" · ") }];
    }),
    page: { command, options, number },
  });
  const story = number > 1 ? null : await storyOf(parts, filed);
  if (story === null) return message;
  return { ...message, sections: [...message.sections, storySection(story, timeZone)] };
}

/** `posted on Slack`, `orders it, since its section is local`; nothing of a channel that has neither. */
function sayChannel(channel: Channel, filed: Filed, links: readonly PostLink[]): readonly string[] {
  const platforms = links
    .filter(({ subscription }) => channelIn(subscription) === channel.name)
    .map(({ platform }) => platformLabel(platform));
  const on = [...new Set(platforms)].join(", ");
  const why = orderedBy(filed, channel);
  return [
    ...(on === "" ? [] : [`posted on ${on}`]),
    ...(verdict(filed, channel).carried ? [`orders it${why === "" ? "" : `, since ${why}`}`] : []),
  ];
}
