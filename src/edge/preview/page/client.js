/**
 * @typedef {object} Channel
 * @property {string} name
 * @property {string} description
 * @property {number | null} nextSlot
 * @property {number | null} latestSlot
 * @property {string} timeZone
 * @property {readonly string[]} places
 *
 * @typedef {object} Edition
 * @property {number} slot
 * @property {number | null} postedAt
 * @property {string} summary
 * @property {readonly unknown[]} parts
 * @property {readonly Answer[]} replies what stands in its thread
 *
 * @typedef {object} Answer
 * @property {string} summary
 * @property {readonly unknown[]} parts
 *
 * @typedef {object} Option
 * @property {string} name
 * @property {string} description
 * @property {boolean} required
 * @property {boolean} suggests
 * @property {readonly string[]} choices one of these and nothing else; empty: whatever is typed
 *
 * @typedef {object} Command
 * @property {string} name
 * @property {string} description
 * @property {"reader" | "editor" | "admin"} permission
 * @property {readonly Option[]} options
 *
 * @typedef {object} Suggestion
 * @property {string} label
 * @property {string} value
 *
 * @typedef {"paper" | "slack" | "discord"} FaceName
 *
 * @typedef {object} Field
 * @property {string} name
 * @property {string} label
 * @property {string} hint
 * @property {string} value
 * @property {boolean} required
 * @property {number} most
 * @property {readonly string[]} choices
 *
 * @typedef {object} Form
 * @property {string} key goes back when it is handed in
 * @property {string} title
 * @property {string} submit
 * @property {string} cancel
 * @property {readonly Field[]} fields
 *
 * @typedef {object} Fault
 * @property {string} field
 * @property {string} text
 */

/** The bot said no, or could not be reached; `message` is a sentence for the reader. */
export class ClientError extends Error {
  /** @override */
  name = "ClientError";
}

/** @returns {Promise<readonly Channel[]>} */
export function fetchChannels() {
  return call("/api/channels");
}

/**
 * @param {string} channel
 * @param {FaceName} face
 * @param {number} limit
 * @returns {Promise<readonly Edition[]>}
 */
export function fetchEditions(channel, face, limit) {
  return call(`/api/channels/${encodeURIComponent(channel)}/editions?face=${face}&limit=${limit}`);
}

/**
 * @typedef {object} DeskState
 * @property {number} quarantined how many files and stories are in quarantine
 * @property {readonly string[]} troubles what whoever runs the desk must mend
 */

/** @returns {Promise<DeskState>} */
export function fetchDesk() {
  return call("/api/desk");
}

/** @returns {Promise<readonly string[]>} */
export function fetchWarnings() {
  return call("/api/warnings");
}

/** @returns {Promise<readonly Command[]>} */
export function fetchCommands() {
  return call("/api/commands");
}

/**
 * @param {string} command
 * @param {string} option
 * @param {string} typed
 * @param {AbortSignal} signal
 * @returns {Promise<readonly Suggestion[]>}
 */
export function fetchSuggestions(command, option, typed, signal) {
  const query = new URLSearchParams({ command, option, typed });
  return call(`/api/suggest?${query}`, { signal });
}

/**
 * @param {string} line
 * @param {string | null} channel
 * @param {FaceName} face
 * @returns {Promise<Answer | { form: Form }>} a form where the line says too little
 */
export function ask(line, channel, face) {
  return post("/api/ask", { line, channel, face });
}

/**
 * @param {string} form its key
 * @param {Readonly<Record<string, string>>} values by the names of its fields
 * @param {string | null} channel
 * @param {FaceName} face
 * @returns {Promise<Answer | { faults: readonly Fault[] }>} faults: it stays open
 */
export function handIn(form, values, channel, face) {
  return post("/api/hand-in", { form, values, channel, face });
}

/**
 * @param {string} id
 * @returns {Promise<import("./mend-list.js").Bench>}
 */
export function fetchBench(id) {
  return call(`/api/articles/${encodeURIComponent(id)}/mend`);
}

/**
 * @param {string} id
 * @param {readonly import("./mend-list.js").Mending[]} mendings all of them: what is left out is taken back
 * @param {number} revision the one that was looked at
 * @returns {Promise<import("./mend-list.js").Bench & { did: readonly string[] } | { faults: readonly string[] }>}
 */
export function sendMendings(id, mendings, revision) {
  return post(`/api/articles/${encodeURIComponent(id)}/mend`, { mendings, revision });
}

/**
 * Asks the bot to do something.
 * @param {string} path
 * @param {unknown} body
 */
export function post(path, body) {
  const headers = { "Content-Type": "application/json" };
  return call(path, { method: "POST", headers, body: JSON.stringify(body) });
}

/**
 * Asks the bot for something.
 * @param {string} path
 * @param {RequestInit} [init]
 * @param {boolean} [mayBeNull] nothing is an answer, too
 */
export async function call(path, init, mayBeNull = false) {
  const response = await reach(path, init);
  const body = await readBody(response, init);
  if (response.ok && (body !== null || mayBeNull)) return body;
  throw new ClientError(body?.error ?? "Copydesk gave an answer that this page cannot read.");
}

/**
 * A question may be taken back while its answer is on the way: that is no answer.
 * @param {Response} response
 * @param {RequestInit} [init]
 */
async function readBody(response, init) {
  try {
    return await response.json();
  } catch (cause) {
    if (init?.signal?.aborted) throw cause;
    return null;
  }
}

/**
 * @param {string} path
 * @param {RequestInit} [init]
 */
async function reach(path, init) {
  try {
    return await fetch(path, init);
  } catch (cause) {
    if (init?.signal?.aborted) throw cause;
    throw new ClientError("Copydesk cannot be reached: is it still running?", { cause });
  }
}
