import type { Message } from "#core/message/message.ts";
import { plainMessage } from "#core/message/say.ts";
import type { Asked, PostedMessage, Question } from "#core/reply/front-desk.ts";
import { postAnswer } from "#core/reply/list-answer.ts";
import type { ReplyParts } from "./parts.ts";

/** "Brief this" on a message of a digest. */
export async function aboutPost(
  parts: ReplyParts,
  post: PostedMessage,
  asked: Asked,
  ask: (question: Question) => Promise<Message>,
): Promise<Message> {
  const { archive, clock } = parts;
  const now = clock.now();
  const ids = await parts.articlesIn(post);
  const filed = await Promise.all(ids.map((id) => archive.get(id, now)));
  const shown = filed.filter((one) => one !== null);
  const [only] = shown;
  if (only === undefined) {
    return plainMessage(
      "No article stands in that message.",
      "Choose a message of a digest that Copydesk posted; what is killed or held answers nothing.",
    );
  }
  if (shown.length > 1) return postAnswer(shown);
  return ask({ ...asked, command: "brief", options: { article: only.article.id } });
}
