import {
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  InteractionResponseType,
  type MessageContextMenuCommandInteraction,
  type ModalSubmitInteraction,
  Routes,
  type StringSelectMenuInteraction,
} from "discord.js";
import type { Message } from "#core/message/message.ts";
import { isCommandName } from "#core/reply/command.ts";
import { faultAnswer } from "#core/reply/fault-answer.ts";
import type { Form } from "#core/reply/form.ts";
import type { Asked, FrontDesk, Question, Suggestion } from "#core/reply/front-desk.ts";
import type { Log } from "#desk/port/log.ts";
import { answer } from "#edge/chat/answer.ts";
import type { Once } from "#edge/chat/once.ts";
import type { Api } from "./api.ts";
import { askedBy } from "./ask.ts";
import { askedOf, type Whereabouts } from "./asked.ts";
import { plainLine } from "./escape.ts";
import { codeOf, explain } from "./failure.ts";
import { CHOICE_MOST, CHOICES_MOST } from "./limits.ts";
import type { Mends } from "./mend.ts";
import { formOf, renderModal, valuesOf } from "./modal.ts";
import { messageIdOf } from "./place.ts";
import { ALREADY_ANSWERED, createReplyLine, isExpired } from "./reply-line.ts";

export interface InteractionOptions {
  readonly api: Api;
  readonly frontDesk: FrontDesk;
  readonly log: Log;
  readonly whereabouts: Whereabouts;
  readonly once: Once;
  readonly mends: Mends;
}

/**
 * Answers commands, buttons, menus, forms and autocompletes; each interaction once, though a gateway that resumes
 * may bring it twice. What goes wrong is told and logged.
 */
export function createAnswerer(options: InteractionOptions): (asked: Interaction) => void {
  return (interaction) => options.once(interaction.id, () => answerOne(options, interaction));
}

async function answerOne(options: InteractionOptions, interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) {
    await suggest(options, interaction);
  } else if (interaction.isChatInputCommand()) {
    const question = questionOf(options, interaction);
    await openOrAnswer(options, interaction, formFor(options, question), () =>
      ask(options, question),
    );
  } else if (interaction.isMessageContextMenuCommand()) {
    await deferAndAnswer(options, interaction, () => askPost(options, interaction));
  } else if (interaction.isModalSubmit()) {
    await deferAndAnswer(options, interaction, () => submit(options, interaction));
  } else if (interaction.isButton() || interaction.isStringSelectMenu()) {
    await pressed(options, interaction);
  }
}

/** A button asks a line, or opens a form again as it was typed. */
async function pressed(
  options: InteractionOptions,
  interaction: ButtonInteraction | StringSelectMenuInteraction,
): Promise<void> {
  const { frontDesk, whereabouts, mends } = options;
  const ask = lineOf(interaction);
  const line = mends.lineOf(ask) ?? ask;
  const asked = askedOf(whereabouts, interaction);
  const form = mends.kept(ask, interaction.user.id) ?? frontDesk.formForLine(line, asked);
  await openOrAnswer(options, interaction, form, () => frontDesk.askLine(line, asked));
}

/** What a button asks, or the line that was chosen from a menu. */
function lineOf(interaction: ButtonInteraction | StringSelectMenuInteraction): string {
  return interaction.isButton()
    ? (askedBy(interaction.customId) ?? "help")
    : (interaction.values[0] ?? "help");
}

/** A command of the table, or the words of an earlier version's that a client still offers. */
type Given = Question | { readonly line: string; readonly asked: Asked };

function questionOf(
  { whereabouts }: InteractionOptions,
  interaction: ChatInputCommandInteraction,
): Given {
  const { commandName } = interaction;
  const asked = askedOf(whereabouts, interaction);
  if (!isCommandName(commandName)) return { line: commandName, asked };
  const given = interaction.options.data.flatMap(({ name, value }) =>
    typeof value === "string" ? [[name, value] as const] : [],
  );
  return { ...asked, command: commandName, options: Object.fromEntries(given) };
}

function formFor({ frontDesk }: InteractionOptions, given: Given): Form | null {
  return "command" in given ? frontDesk.formFor(given) : null;
}

function ask({ frontDesk }: InteractionOptions, given: Given): Promise<Message> {
  return "command" in given ? frontDesk.ask(given) : frontDesk.askLine(given.line, given.asked);
}

/** "Brief this" on a message. */
function askPost(
  options: InteractionOptions,
  interaction: MessageContextMenuCommandInteraction,
): Promise<Message> {
  const { channel, channelId, targetId } = interaction;
  const thread = channel?.isThread() ? channel : null;
  const address = thread?.parentId ?? channelId;
  const messageId = messageIdOf(address, { channel: channelId, message: targetId });
  const asked = askedOf(options.whereabouts, interaction);
  return options.frontDesk.askPost({ platform: "discord", address, messageId }, asked);
}

/** What was filled into a form, once nothing of it is at fault. */
async function submit(
  { frontDesk, whereabouts, mends }: InteractionOptions,
  interaction: ModalSubmitInteraction,
): Promise<Message> {
  const asked = askedOf(whereabouts, interaction);
  const form = formOf(interaction.customId);
  if (form === null) return frontDesk.askLine("help", asked);
  const values = valuesOf(interaction);
  const refused = await frontDesk.check(form, values, asked);
  if (refused !== null) {
    const mend = mends.keep(refused.form, interaction.user.id);
    return faultAnswer(refused, mend, asked.language ?? undefined);
  }
  return frontDesk.submit(form.name, { ...form.along, ...values }, asked);
}

/**
 * Opens a form, or answers where the question opens none. A modal must be the first thing that an
 * interaction is answered with, so it is not deferred before.
 */
async function openOrAnswer(
  options: InteractionOptions,
  interaction: Interaction,
  form: Form | null,
  ask: () => Promise<Message>,
): Promise<void> {
  if (form === null) return deferAndAnswer(options, interaction, ask);
  const { id, token } = interaction;
  const body = { type: InteractionResponseType.Modal, data: renderModal(form) };
  await options.api
    .answer("POST", Routes.interactionCallback(id, token), body)
    .catch((error: unknown) => {
      options.log.warn("discord form not opened", { id, form: form.name, says: explain(error) });
    });
}

/** Discord is told at once that an answer comes; where it won't have that, somebody else answers, or nobody can. */
async function deferAndAnswer(
  { api, log }: InteractionOptions,
  { id, applicationId, token }: Interaction,
  ask: () => Promise<Message>,
): Promise<void> {
  const line = createReplyLine(api, { id, applicationId, token });
  try {
    await line.defer();
  } catch (error) {
    const already = codeOf(error) === ALREADY_ANSWERED;
    const says = already ? "someone else answers it" : explain(error);
    log.warn("discord interaction not taken", { id, says });
    return;
  }
  const answering = { platform: "discord", log, noted: { id }, show: line.show };
  await answer({ ...answering, explain, safe, isTooLate: isExpired }, ask);
}

/** Errors of the SDK hold the request: the text of the answer, and the token in its address. */
export function safe(error: unknown): unknown {
  return error instanceof Error && "requestBody" in error ? error.name : error;
}

async function suggest(
  options: InteractionOptions,
  interaction: AutocompleteInteraction,
): Promise<void> {
  const { api, frontDesk, log, whereabouts } = options;
  const asked = askedOf(whereabouts, interaction);
  const { id, token, commandName } = interaction;
  const { name, value } = interaction.options.getFocused(true);
  const found = isCommandName(commandName)
    ? await frontDesk.suggest(commandName, name, value, asked).catch((error: unknown) => {
        log.error("discord suggestion failed", { id, error });
        return [];
      })
    : [];
  const body = {
    type: InteractionResponseType.ApplicationCommandAutocompleteResult,
    data: { choices: choicesOf(found) },
  };
  await api
    .answer("POST", Routes.interactionCallback(id, token), body)
    .catch((error: unknown) => log.warn("discord suggestion lost", { id, says: explain(error) }));
}

/** A label is shortened; a value goes back to the desk, so one that is too long is left out. */
function choicesOf(found: readonly Suggestion[]): readonly { name: string; value: string }[] {
  return found
    .map(({ label, value }) => ({ name: plainLine(label, CHOICE_MOST) || value, value }))
    .filter(({ value }) => value !== "" && value.length <= CHOICE_MOST)
    .slice(0, CHOICES_MOST);
}
