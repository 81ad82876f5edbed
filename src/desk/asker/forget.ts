import { LABELS } from "#core/language/labels.ts";
import type { Message } from "#core/message/message.ts";
import { count, plainMessage } from "#core/message/say.ts";
import type { Question } from "#core/reply/front-desk.ts";
import { helpFor } from "#core/reply/help.ts";
import { reporterName, withoutReporter } from "#core/reply/report-answer.ts";
import { ownNames } from "#desk/editor/own-digest.ts";
import type { Traces } from "#desk/port/askers.ts";
import type { Tx } from "#desk/port/unit-of-work.ts";
import type { AskerParts } from "./parts.ts";

/** `/forget me`: asks, then removes what is stored of the asker, and says what that was. */
export async function forget(parts: AskerParts, question: Question): Promise<Message> {
  const { options, asker } = question;
  if (options.who?.trim().toLowerCase() !== "me") return helpFor(question, "forget");
  if (options.sure !== "yes")
    return askFirst(await parts.askers.tracesOf(asker.id, ownNames(asker)));
  const now = parts.clock.now();
  const traces = await parts.store.transaction(async (tx) => {
    await takeNamesOut(tx, asker.id, now);
    return tx.askers.forget(asker.id, ownNames(asker), now);
  });
  await parts.live.refresh();
  parts.carry();
  return plainMessage(`Forgotten: ${said(traces)}.`, ...LEFT);
}

/** What editors were told of is told without the name. */
async function takeNamesOut(tx: Tx, asker: string, now: number): Promise<void> {
  for (const { key, message, by, byName } of await tx.askers.noticesNaming(asker)) {
    const nameless = withoutReporter(message, reporterName(byName, by));
    await tx.askers.restate(key, nameless);
    await tx.corrections.follow({ key }, "edit", nameless, now);
  }
}

const LEFT = [
  "What stands in your direct messages stays until you delete it there.",
  "What you decided about articles as an editor stays with them.",
];

function askFirst(traces: Traces): Message {
  const summary = `Forget you? That removes ${said(traces)}, for good.`;
  const [first] = plainMessage(summary).sections;
  const button = { kind: "ask", label: LABELS.forgetMe, ask: "forget me sure:yes" } as const;
  return {
    summary,
    sections: [{ blocks: [...(first?.blocks ?? []), { kind: "buttons", buttons: [button] }] }],
  };
}

/** `1 digest or alert of yours, 2 reports, 40 messages sent to you, and your name in 3 lines of the audit` */
function said({ digests, reports, sent, audit }: Traces): string {
  const own = digests === 1 ? "1 digest or alert" : `${digests} digests and alerts`;
  return `${own} of yours, ${count(reports, "report")}, the record of ${count(sent, "message")} to you, and your name in ${count(audit, "line")} of the audit`;
}
