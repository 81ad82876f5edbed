import { isDeepStrictEqual } from "node:util";
import type { RESTPostAPIChatInputApplicationCommandsJSONBody } from "discord.js";
import { Routes } from "discord.js";
import { z } from "zod";
import { COMMANDS, type CommandSpec } from "#core/reply/command.ts";
import type { OptionSpec } from "#core/reply/option.ts";
import type { Api } from "./api.ts";

const CHAT_INPUT = 1;
const STRING = 3;
/** Guilds, and direct messages with the bot (Discord docs, "Interaction Contexts"). */
const CONTEXTS = [0, 1];
/** Installed to a server (Discord docs, "Installation Context"). */
const INTEGRATION_TYPES = [0];

type CommandBody = RESTPostAPIChatInputApplicationCommandsJSONBody;

/** The commands as Discord takes them. */
export function wantedCommands(): readonly CommandBody[] {
  return COMMANDS.map(commandBody);
}

function commandBody({ name, description, options }: CommandSpec): CommandBody {
  return {
    type: CHAT_INPUT,
    name,
    description,
    options: options.filter(({ hidden }) => !hidden).map(optionBody),
    contexts: CONTEXTS,
    integration_types: INTEGRATION_TYPES,
  };
}

function optionBody({ name, description, required, suggests }: OptionSpec) {
  return { type: STRING, name, description, required, autocomplete: suggests } as const;
}

/** Registers the commands where those of the application differ, and says whether it did. */
export async function registerCommands(api: Api, application: string): Promise<boolean> {
  const route = Routes.applicationCommands(application);
  const wanted = wantedCommands();
  if (!differsFrom(await api.get(route), wanted)) return false;
  await api.put(route, wanted);
  return true;
}

const Registered = z.array(
  z.object({
    type: z.number().default(CHAT_INPUT),
    name: z.string(),
    description: z.string(),
    options: z
      .array(
        z.object({
          type: z.number(),
          name: z.string(),
          description: z.string(),
          required: z.boolean().default(false),
          autocomplete: z.boolean().default(false),
        }),
      )
      .default([]),
    contexts: z.array(z.number()).nullish(),
    integration_types: z.array(z.number()).nullish(),
  }),
);

/** Says whether registered commands are others than the wanted ones; the order does not matter. */
export function differsFrom(registered: unknown, wanted: readonly CommandBody[]): boolean {
  const there = Registered.safeParse(registered);
  return !there.success || !isDeepStrictEqual(sorted(there.data), sorted(Registered.parse(wanted)));
}

function sorted(commands: z.infer<typeof Registered>): z.infer<typeof Registered> {
  return commands.toSorted((a, b) => a.name.localeCompare(b.name));
}
