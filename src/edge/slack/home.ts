import type { types } from "@slack/bolt";
import type { Message } from "#core/message/message.ts";
import { partMessage } from "#core/message/part.ts";
import { type AnswerOptions, type Asking, askedOf } from "./answer.ts";
import { explain } from "./failure.ts";
import { renderMessage, SLACK_BUDGET } from "./render.ts";

/** A message as the view of App Home: one view alone is shown, so what does not fit is left out. */
export function renderHome(message: Message): types.HomeView {
  const [first = message] = partMessage(message, SLACK_BUDGET);
  return { type: "home", blocks: [...renderMessage(first).blocks] };
}

/** Shows someone their home as it is now. */
export async function showHome(
  options: AnswerOptions,
  { user, workspace }: Pick<Asking, "user" | "workspace">,
): Promise<void> {
  const { frontDesk, log } = options;
  try {
    const asked = await askedOf(options, { user, workspace, channel: null }, false);
    const view = renderHome(await frontDesk.home(asked));
    await workspace.client.views.publish({ user_id: user.id, view });
  } catch (error) {
    log.warn("slack home not shown", { user: user.id, says: explain(error) });
  }
}
