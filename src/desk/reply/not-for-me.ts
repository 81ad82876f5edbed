import { type Channel, isAlert } from "#core/digest/channel.ts";
import { PLAIN_TERMS } from "#core/digest/subscription.ts";
import { leftOut } from "#core/digest/topic-sum.ts";
import { verdict } from "#core/digest/verdict.ts";
import type { Message } from "#core/message/message.ts";
import { plainMessage } from "#core/message/say.ts";
import { directPlatform, type Question } from "#core/reply/front-desk.ts";
import { namingFor } from "#core/reply/naming.ts";
import { notForMeAnswer } from "#core/reply/not-for-me.ts";
import type { ReplyParts } from "./parts.ts";

const TWO_DAYS = 2 * 24 * 60 * 60 * 1000;
/** The latest articles, from which is told what may be left out. */
const MOST_LOOKED_AT = 500;

/** `/digest mute`: what of a channel's articles the asker's own digest may leave out, and what it leaves out already. */
export async function notForMe(
  parts: ReplyParts,
  question: Question,
  channel: Channel | null,
): Promise<Message> {
  const { archive, clock, channels } = parts;
  const { asker } = question;
  if (directPlatform(asker) === null) {
    return plainMessage(
      "The page has no direct messages, and so no digest of your own.",
      "What a channel leaves out stands in config/newsroom.yaml, under mute.",
    );
  }
  const now = clock.now();
  const own = channels().find((one) => one.owner === asker.id && !isAlert(one));
  const { sections, tags, topics, mute } = channel ?? PLAIN_TERMS;
  const wanted = { sections, tags, topics, mute, ...parts.readers };
  const came = await archive.arrived(now - TWO_DAYS, now, MOST_LOOKED_AT);
  const carried = came.filter((filed) => verdict(filed, wanted).carried);
  return notForMeAnswer(carried, leftOut(own?.topics ?? null), namingFor(question));
}
