import { randomUUID } from "node:crypto";
import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  InteractionResponseType,
  PermissionFlagsBits,
  Routes,
} from "discord.js";
import type { Message } from "#core/message/message.ts";
import { plainMessage } from "#core/message/say.ts";
import { isCommandName } from "#core/reply/command.ts";
import type { Asked, FrontDesk, Suggestion } from "#core/reply/front-desk.ts";
import type { Log } from "#desk/port.ts";
import type { Api } from "./api.ts";
import { askedBy } from "./ask.ts";
import { plainLine } from "./escape.ts";
import { codeOf, explain } from "./failure.ts";
import { ALREADY_ANSWERED, createReplyLine, isExpired } from "./reply-line.ts";

export interface InteractionOptions {
  readonly api: Api;
  readonly frontDesk: FrontDesk;
  readonly log: Log;
  /** The newsroom's name of a Discord channel. */
  readonly channelOf: (address: string) => string | null;
}

/** Discord docs, "Application Command Object": choices of an autocomplete, and what one may hold. */
const CHOICES_MOST = 25;
const CHOICE_MOST = 100;

/** How many interactions are remembered; Discord repeats one within seconds, if at all. */
const REMEMBERED = 1_000;

/**
 * Answers commands, buttons and autocompletes; each interaction once, though a gateway that resumes
 * may bring it twice. The promise of an answer never rejects: what went wrong is told and logged.
 */
export function createAnswerer(options: InteractionOptions): (asked: Interaction) => Promise<void> {
  const isNew = onceOnly(REMEMBERED);
  return async (interaction) => {
    if (!isNew(interaction.id)) {
      options.log.debug("discord repetition", { id: interaction.id });
    } else if (interaction.isAutocomplete()) {
      await suggest(options, interaction);
    } else if (interaction.isChatInputCommand()) {
      await answer(options, interaction, () => askCommand(options, interaction));
    } else if (interaction.isButton()) {
      const line = askedBy(interaction.customId);
      const ask = () => options.frontDesk.askLine(line ?? "help", askedOf(options, interaction));
      await answer(options, interaction, ask);
    }
  };
}

function askCommand(
  options: InteractionOptions,
  interaction: ChatInputCommandInteraction,
): Promise<Message> {
  const { commandName } = interaction;
  const { frontDesk } = options;
  const asked = askedOf(options, interaction);
  const given = interaction.options.data.flatMap(({ name, value }) =>
    typeof value === "string" ? [[name, value] as const] : [],
  );
  // A command of an earlier version that a client still offers.
  if (!isCommandName(commandName)) return frontDesk.askLine(commandName, asked);
  return frontDesk.ask({ ...asked, command: commandName, options: Object.fromEntries(given) });
}

/** Who asks, and where; whether they may edit is what Discord says of this very interaction. */
function askedOf(options: Pick<InteractionOptions, "channelOf">, interaction: Interaction): Asked {
  const { user, channelId, channel, memberPermissions } = interaction;
  const name = channel !== null && "name" in channel ? channel.name : null;
  return {
    asker: {
      id: `discord:${user.id}`,
      name: user.displayName,
      editor: memberPermissions?.has(PermissionFlagsBits.ManageChannels) ?? false,
    },
    place: channelId === null ? null : { platform: "discord", address: channelId, name },
    channel: channelName(options, interaction),
  };
}

/** A thread counts as the channel that it is in. */
function channelName(
  { channelOf }: Pick<InteractionOptions, "channelOf">,
  { channelId, channel }: Interaction,
): string | null {
  const own = channelId === null ? null : channelOf(channelId);
  if (own !== null) return own;
  const parent = channel?.isThread() ? channel.parentId : null;
  return parent === null ? null : channelOf(parent);
}

async function answer(
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
  try {
    await line.show(await ask());
  } catch (error) {
    const trace = randomUUID().slice(0, 8);
    if (isExpired(error)) {
      log.warn("discord answer too late", { id, trace, says: explain(error) });
      return;
    }
    log.error("discord answer failed", { id, trace, says: explain(error), error: safe(error) });
    await line.show(apology(trace)).catch((failure: unknown) => {
      const says = `the asker could not be told: ${explain(failure)}`;
      log.error("discord answer failed", { id, trace, says });
    });
  }
}

function apology(trace: string): Message {
  return plainMessage(
    "That did not work, and it is not your fault. Please try again; if it goes on, tell whoever runs Copydesk.",
    `Trace ${trace}`,
  );
}

/** Errors of the SDK hold the request: the text of the answer, and the token in its address. */
function safe(error: unknown): unknown {
  return error instanceof Error && "requestBody" in error ? error.name : error;
}

async function suggest(
  options: InteractionOptions,
  interaction: AutocompleteInteraction,
): Promise<void> {
  const { api, frontDesk, log } = options;
  const asked = askedOf(options, interaction);
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

/** Answers true the first time that it is asked about an id; the oldest ids are forgotten. */
function onceOnly(most: number): (id: string) => boolean {
  const seen = new Set<string>();
  return (id) => {
    if (seen.has(id)) return false;
    seen.add(id);
    for (const oldest of seen) {
      if (seen.size <= most) break;
      seen.delete(oldest);
    }
    return true;
  };
}
