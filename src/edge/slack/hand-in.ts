import { setTimeout as sleep } from "node:timers/promises";
import type { App } from "@slack/bolt";
import { commandOf } from "#core/reply/command.ts";
import type { Refused } from "#core/reply/form-check.ts";
import { concernsMembers } from "#core/reply/parse.ts";
import { type AnswerOptions, type Asking, answer, askedOf, workspaceOf } from "./answer.ts";
import { explain } from "./failure.ts";
import { FORM_CALLBACK, type HandedIn, readSubmission, renderFaults } from "./modal.ts";
import { nameOf, replyTo, startingWith } from "./payload.ts";

/**
 * Milliseconds that a form waits for its check: Slack shows an error of its own where nothing comes within three seconds
 * (Slack docs, "Handling user interaction", Acknowledgment response). What takes longer is taken, and told by the answer.
 */
const CHECK_MOST = 2_000;

/** Takes forms that are handed in: one with a fault stays open and says it at its field; any other closes and is answered. */
export function answerForms(app: App, options: AnswerOptions): void {
  app.view(startingWith(FORM_CALLBACK), async ({ ack, body, view, client, context }) => {
    const handedIn = readSubmission(view);
    if (handedIn === null) return ack();
    const { channel: id, channelName: name, responseUrl } = handedIn.along;
    const asking: Asking = {
      id: view.id,
      workspace: workspaceOf(client, context),
      user: nameOf(body.user),
      channel: id === null ? null : { id, name },
      to: replyTo(responseUrl, body.user.id),
      trigger: null,
    };
    const refused = await checked(options, asking, handedIn);
    if (refused !== null) return ack(renderFaults(refused.faults));
    await ack();
    const { form, values } = handedIn;
    const members = concernsMembers(form.name);
    const said = { said: `form ${form.name}`, editors: true, members };
    options.once(asking.id, () =>
      answer(options, asking, said, (asked) =>
        options.frontDesk.submit(form.name, { ...form.along, ...values }, asked),
      ),
    );
  });
}

/** `null` also where the check fails or takes too long: nobody is kept from handing in by that. */
async function checked(
  options: AnswerOptions,
  asking: Asking,
  { form, values }: HandedIn,
): Promise<Refused | null> {
  const check = async () => {
    const editors = commandOf(form.name)?.permission !== "reader";
    const asked = await askedOf(options, asking, editors, concernsMembers(form.name));
    return options.frontDesk.check(form, values, asked);
  };
  const late = new AbortController();
  try {
    return await Promise.race([check(), sleep(CHECK_MOST, null, late)]);
  } catch (error) {
    options.log.warn("slack form not checked", { form: form.name, says: explain(error) });
    return null;
  } finally {
    late.abort();
  }
}
