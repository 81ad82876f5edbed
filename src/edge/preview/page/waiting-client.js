import { call, post } from "./client.js";

/**
 * @typedef {object} Story
 * @property {string} id
 * @property {string} headline
 * @property {string | null} section
 * @property {string | null} source
 * @property {number | null} urgency 1 to 8
 * @property {boolean} update
 * @property {string} why a sentence
 *
 * @typedef {"waiting" | "put-off" | "left-out" | "told" | "muted" | "filtered"} LeftKind
 * @typedef {Story & { kind: LeftKind }} LeftStory
 *
 * @typedef {object} NextEdition
 * @property {string} channel
 * @property {string} title
 * @property {number | null} slot
 * @property {string} timeZone
 * @property {readonly Story[]} items in the order in which they are read
 * @property {boolean} arranged an editor has set the order
 * @property {readonly LeftStory[]} left
 * @property {number} more so many more are not in it
 * @property {readonly string[]} differs places whose next edition is another one
 *
 * @typedef {"done" | "already" | "late" | "unknown"} Outcome
 * @typedef {NextEdition & { outcome: Outcome }} Wished
 *
 * @typedef {{ id: string, headline: string, why: string }} Named
 *
 * @typedef {object} Awaiting
 * @property {number} number
 * @property {string} channel
 * @property {number} slot
 * @property {string} timeZone
 * @property {boolean} urgent
 * @property {number | null} goesAt
 * @property {readonly string[]} places
 * @property {readonly Named[]} items
 * @property {readonly Named[]} out
 * @property {readonly Named[]} left
 *
 * @typedef {{ channel: string, title: string, slot: number | null, timeZone: string }} ChannelRow
 */

/** @returns {Promise<{ channels: readonly ChannelRow[], awaiting: readonly Awaiting[] }>} */
export function fetchWaiting() {
  return call("/api/waiting");
}

/**
 * @param {string} channel
 * @returns {Promise<NextEdition>}
 */
export function fetchNext(channel) {
  return call(pathOf(channel));
}

/**
 * @param {string} channel
 * @param {readonly string[]} ids none: the usual order
 * @returns {Promise<Wished>}
 */
export function arrange(channel, ids) {
  return post(`${pathOf(channel)}/order`, { ids });
}

/**
 * @param {string} channel
 * @param {string} id
 * @param {"next" | "good"} until
 * @returns {Promise<Wished>}
 */
export function leaveOut(channel, id, until) {
  return post(`${pathOf(channel)}/leave-out`, { id, until });
}

/**
 * @param {string} channel
 * @param {string} id
 * @returns {Promise<Wished>}
 */
export function takeBack(channel, id) {
  return post(`${pathOf(channel)}/take-back`, { id });
}

/** @param {string} channel */
function pathOf(channel) {
  return `/api/waiting/${encodeURIComponent(channel)}`;
}
