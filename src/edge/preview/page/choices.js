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
    // Without a slash it may be the first word of a question.
    return { choices: commandsFor(word, commands), first: exact || slash === "" ? -1 : 0 };
  }
  const command = commands.find((one) => one.name === word);
  if (command === undefined) return { choices: [], first: -1 };
  return { choices: await optionChoices(command, rest ?? "", signal), first: -1 };
}

/**
 * What can stand where the line ends: `key:be…` is completed for its option, other words for the first
 * one, and where nothing is offered the options that are left are named.
 * @param {Command} command
 * @param {string} rest
 * @param {AbortSignal} signal
 * @returns {Promise<readonly Choice[]>}
 */
async function optionChoices(command, rest, signal) {
  const { before, key, value } =
    /^(?<before>(?:.*\s)?)(?<key>[a-z]{2,12}):"?(?<value>[^":]*)$/u.exec(rest)?.groups ?? {};
  const keyed = command.options.find(({ name }) => name === key);
  if (keyed !== undefined) {
    const line = `/${command.name} ${before ?? ""}${keyed.name}:`;
    if (keyed.choices.length > 0) return keyed.choices.map((one) => filling(one, line));
    const found = keyed.suggests ? await suggested(command, keyed, value ?? "", signal) : [];
    return found.map((one) => filling(one.value, line, one.label));
  }
  const [first] = command.options;
  if (first === undefined || /\S:\S/u.test(rest)) return [];
  const found = first.suggests ? await suggested(command, first, rest, signal) : [];
  const asking = found.map(({ label, value: meant }) => ({
    title: label,
    detail: "",
    asks: { line: `/${command.name} ${meant}`, label: `/${command.name} ${label}` },
  }));
  return asking.length > 0 || /\S$/u.test(rest) ? asking : namesOf(command, rest);
}

/**
 * @param {string} value
 * @param {string} line
 * @param {string} [label]
 * @returns {Choice}
 */
function filling(value, line, label = value) {
  const held = /\s/u.test(value) ? `"${value}"` : value;
  return { title: label, detail: "", fills: `${line}${held} ` };
}

/**
 * @param {Command} command
 * @param {string} rest
 * @returns {readonly Choice[]}
 */
function namesOf({ name, options }, rest) {
  return options
    .filter((option) => !rest.includes(`${option.name}:`))
    .map((option) => ({
      title: `${option.name}:`,
      detail: option.description,
      fills: `/${name} ${rest}${option.name}:`,
    }));
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
 * @param {Command} command
 * @param {import("./client.js").Option} option
 * @param {string} typed
 * @param {AbortSignal} signal
 * @returns {Promise<readonly import("./client.js").Suggestion[]>}
 */
async function suggested(command, option, typed, signal) {
  try {
    return await fetchSuggestions(command.name, option.name, typed, signal);
  } catch (error) {
    // A line can be sent without suggestions; and the next letter typed ends the look-up for this one.
    if (error instanceof ClientError || signal.aborted) return [];
    throw error;
  }
}
