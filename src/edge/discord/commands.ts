import { isDeepStrictEqual } from "node:util";
import {
  PermissionFlagsBits,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
  Routes,
} from "discord.js";
import { z } from "zod";
import { type NamedRoles, NOBODY_NAMED } from "#core/access/role.ts";
import { EN } from "#core/language/en.ts";
import type { Language } from "#core/language/language.ts";
import { LANGUAGES } from "#core/language/languages.ts";
import { COMMANDS, type CommandSpec } from "#core/reply/command.ts";
import type { OptionSpec } from "#core/reply/option.ts";
import type { Api } from "./api.ts";
import { elsewhere } from "./localisation.ts";

/** Discord docs, "Application Commands": the types of commands, and of an option. */
const CHAT_INPUT = 1;
const MESSAGE = 3;
const STRING = 3;
/** Servers, direct messages with the bot, and other direct messages (Discord docs, "Interaction Contexts"). */
const ANYWHERE = [0, 1, 2];
const IN_SERVERS = [0];
/** Installed to a server, and by a user for themselves (Discord docs, "Installation Context"). */
const BOTH_INSTALLS = [0, 1];
const SERVER_INSTALL = [0];

/** Who Discord shows editors' commands to; what counts is looked at again when one is given. */
const EDITORS = PermissionFlagsBits.ManageChannels.toString();

/** To whom editors' commands are to be shown, by a permission; `null`: to everybody, since the config names who may give them. */
export function shownTo({ editors, admins }: NamedRoles): string | null {
  return editors === null && admins === null ? EDITORS : null;
}

type CommandBody =
  | RESTPostAPIChatInputApplicationCommandsJSONBody
  | RESTPostAPIContextMenuApplicationCommandsJSONBody;

/** The commands as Discord takes them: one a row of the table, and "Brief this" on a message. */
export function wantedCommands(
  languages = LANGUAGES,
  editors: string | null = EDITORS,
): readonly CommandBody[] {
  const own = COMMANDS.map((spec) => commandBody(spec, languages, editors));
  return [...own, messageCommand(languages)];
}

type Languages = readonly Language[];

function commandBody(
  { name, permission, options }: CommandSpec,
  languages: Languages,
  editors: string | null,
): CommandBody {
  const forEditors = permission !== "reader";
  return {
    type: CHAT_INPUT,
    name,
    description: EN.commands[name],
    description_localizations: elsewhere(({ commands }) => commands[name], languages),
    options: options.filter(({ hidden }) => !hidden).map((one) => optionBody(one, languages)),
    default_member_permissions: forEditors ? editors : null,
    contexts: forEditors ? IN_SERVERS : ANYWHERE,
    integration_types: forEditors ? SERVER_INSTALL : BOTH_INSTALLS,
  };
}

function optionBody({ name, says, required, suggests, choices }: OptionSpec, languages: Languages) {
  const of = ({ options }: Language) => (says === null ? name : options[says]);
  const said = {
    ...({ type: STRING, name, description: of(EN), required } as const),
    description_localizations: elsewhere(of, languages),
  };
  // Discord takes an option with fixed choices or one that suggests, not both.
  return choices.length > 0
    ? { ...said, choices: choices.map((value) => ({ name: value, value })) }
    : { ...said, autocomplete: suggests };
}

function messageCommand(languages: Languages): CommandBody {
  return {
    type: MESSAGE,
    name: EN.briefThis,
    name_localizations: elsewhere(({ briefThis }) => briefThis, languages),
    default_member_permissions: null,
    contexts: ANYWHERE,
    integration_types: BOTH_INSTALLS,
  };
}

/** Registers the commands where those of the application differ, and says whether it did. */
export async function registerCommands(
  api: Api,
  application: string,
  named: NamedRoles = NOBODY_NAMED,
): Promise<boolean> {
  const wanted = wantedCommands(LANGUAGES, shownTo(named));
  if (!differsFrom(await registeredCommands(api, application), wanted)) return false;
  await api.put(Routes.applicationCommands(application), wanted);
  return true;
}

/** The commands of an application as Discord has them, with what they say in other languages. */
export function registeredCommands(api: Api, application: string): Promise<unknown> {
  return api.get(Routes.applicationCommands(application), { with_localizations: "true" });
}

const Localisations = z.record(z.string(), z.string()).nullish().transform(asEntries);
const Numbers = z
  .array(z.number())
  .nullish()
  .transform((all) => all?.toSorted((a, b) => a - b) ?? null);

const Option = z.object({
  type: z.number(),
  name: z.string(),
  description: z.string(),
  description_localizations: Localisations,
  required: z.boolean().default(false),
  autocomplete: z.boolean().default(false),
  choices: z.array(z.object({ name: z.string(), value: z.unknown() })).default([]),
});

const Registered = z.array(
  z.object({
    type: z.number().default(CHAT_INPUT),
    name: z.string(),
    name_localizations: Localisations,
    description: z.string().default(""),
    description_localizations: Localisations,
    options: z.array(Option).default([]),
    default_member_permissions: z
      .string()
      .nullish()
      .transform((bits) => bits ?? null),
    contexts: Numbers,
    integration_types: Numbers,
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

/** Discord leaves out what nobody has said, or tells `null`. */
function asEntries(said: Readonly<Record<string, string>> | null | undefined) {
  return Object.entries(said ?? {}).toSorted(([a], [b]) => a.localeCompare(b));
}
