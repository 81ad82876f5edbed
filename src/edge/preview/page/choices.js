import { ClientError, fetchSuggestions } from "./client.js";

/** @typedef {import("./client.js").Command} Command */

/**
 * One line of the list above the box. Choosing it writes `fills` into the box, or asks `asks`.
 * @typedef {object} Choice
 * @property {string} title
 * @property {string} detail
 * @property {string} [fills]
 * @property {{ line: string, label: string }} [asks]
 */

/**
 * What fits a line as far as it is typed: commands, then what the command can be about. `first` is the
 * choice that Enter takes; -1 sends the line as it stands.
 * @param {string} typed
 * @param {readonly Command[]} commands
 * @param {AbortSignal} signal
 * @returns {Promise<{ choices: readonly Choice[], first: number }>}
 */
export async function choicesFor(typed, commands, signal) {
  const { slash, name, space, rest } =
    /^\s*(?<slash>\/?)(?<name>\S*)(?<space>\s*)(?<rest>.*)$/.exec(typed)?.groups ?? {};
  const word = (name ?? "").toLowerCase();
  if (space === "" && (slash === "/" || word !== "")) {
    const exact = commands.some((command) => command.name === word);
    return { choices: commandsFor(word, commands), first: exact ? -1 : 0 };
  }
  const command = commands.find((one) => one.name === word);
  const option = command?.options[0];
  if (command === undefined || option === undefined || !option.suggests) {
    return { choices: [], first: -1 };
  }
  return {
    choices: await suggestionsFor(command.name, option.name, rest ?? "", signal),
    first: -1,
  };
}

/**
 * @param {string} word
 * @param {readonly Command[]} commands
 * @returns {readonly Choice[]}
 */
function commandsFor(word, commands) {
  return commands
    .filter(({ name }) => name.startsWith(word))
    .map(({ name, description, options }) => ({
      title: [`/${name}`, ...options.map((option) => option.name)].join(" "),
      detail: description,
      fills: `/${name} `,
    }));
}

/**
 * @param {string} command
 * @param {string} option
 * @param {string} typed
 * @param {AbortSignal} signal
 * @returns {Promise<readonly Choice[]>}
 */
async function suggestionsFor(command, option, typed, signal) {
  try {
    const found = await fetchSuggestions(command, option, typed, signal);
    return found.map(({ label, value }) => ({
      title: label,
      detail: "",
      asks: { line: `/${command} ${value}`, label: `/${command} ${label}` },
    }));
  } catch (error) {
    // A line can be sent without suggestions; and the next letter typed ends the look-up for this one.
    if (error instanceof ClientError || signal.aborted) return [];
    throw error;
  }
}
