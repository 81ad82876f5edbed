import type { Message } from "#core/message/message.ts";
import { plainMessage } from "#core/message/say.ts";
import type { Question } from "#core/reply/front-desk.ts";
import { namingFor } from "#core/reply/naming.ts";
import type { ReplyParts } from "./parts.ts";

/** What somebody is told who may not give a command, there or at all; the log has it under the trace. */
export function refused(
  { deny, whoEdits }: Pick<ReplyParts, "deny" | "whoEdits">,
  question: Question,
): Message {
  const command = namingFor(question)(question.command);
  const trace = deny(question);
  const own = question.asker.edits ?? [];
  const edits =
    own.length === 0 ? [] : [`You edit ${own.map((name) => `“${name}”`).join(", ")}, and no more.`];
  return plainMessage(`${command} is for editors.`, ...edits, whoEdits, `Trace ${trace}`);
}
