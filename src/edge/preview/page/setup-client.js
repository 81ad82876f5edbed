import { call, post } from "./client.js";

/**
 * What stands in a channel's form, as `ChannelSheet` of the desk.
 * @typedef {object} Sheet
 * @property {string} name
 * @property {string} schedule
 * @property {string} zone
 * @property {string} topics
 * @property {string} layout
 * @property {string} audience
 * @property {string} most
 * @property {string} atOnce
 * @property {string} atOnceMost
 * @property {string} quiet
 * @property {string} approval
 * @property {string} approvalAfter
 * @property {boolean} pictures
 * @property {string | null} forum
 * @property {Readonly<Record<string, string>>} places
 *
 * @typedef {object} Platform
 * @property {string} name
 * @property {string} label
 * @property {boolean} isSet
 * @property {string} example
 * @property {boolean} forums
 *
 * @typedef {{ kind: "form", sheet: Sheet, orderedBy: string | null, mayPlace: boolean, keeps: readonly string[], schedules: readonly string[], platforms: readonly Platform[] }
 *   | { kind: "file", name: string, entry: { file: string, line: number, text: string } | null }} Opened
 *
 * @typedef {object} Look
 * @property {string} name what the channel will be called
 * @property {readonly { option: string, text: string }[]} faults
 * @property {readonly string[]} warnings
 * @property {{ inWords: string, timeZone: string, next: readonly number[], waits: string | null } | null} coming
 * @property {{ count: number, of: number, isCut: boolean, headlines: readonly string[] } | null} matches
 * @property {{ asFirst: boolean, faces: Readonly<Record<string, readonly unknown[]>> } | null} preview
 *
 * @typedef {object} Place
 * @property {string} address
 * @property {string} name
 * @property {string | null} group
 * @property {boolean} isForum
 * @property {"own" | "foreign" | "shared"} readBy whose people, as far as the platform tells
 * @property {string | null} missing what the bot lacks there, with its mend
 *
 * @typedef {{ ok: true, places: readonly Place[], isCut: boolean } | { ok: false, says: string }} Places
 */

/**
 * @param {string | null} name `null`: a new channel
 * @returns {Promise<Opened>}
 */
export function openChannel(name) {
  return call(`/api/setup/channel?name=${encodeURIComponent(name ?? "")}`);
}

/**
 * @param {Sheet} sheet
 * @param {string | null} before
 * @returns {Promise<Look>}
 */
export function lookAtSheet(sheet, before) {
  return post("/api/setup/look", { sheet, before });
}

/**
 * @param {Sheet} sheet
 * @param {string | null} before
 * @returns {Promise<{ name: string } | { faults: Look["faults"] }>} faults: it stays open
 */
export function saveSheet(sheet, before) {
  return post("/api/setup/save", { sheet, before });
}

/**
 * @param {string} platform
 * @returns {Promise<Places>}
 */
export function fetchPlaces(platform) {
  return call(`/api/setup/places?platform=${encodeURIComponent(platform)}`);
}

/**
 * @typedef {object} Guide
 * @property {string} name
 * @property {string} label
 * @property {"not-set" | "waits" | "set"} state waits: its token counts from the next start on
 * @property {readonly { text: string, href?: string, paste?: string }[]} steps
 * @property {readonly { variable: string, label: string, hint: string, required: boolean }[]} asks
 *
 * @typedef {{ subject: string, ok: boolean, says: string }} Finding
 *
 * @typedef {{ kind: "faults", faults: Look["faults"] }
 *   | { kind: "checked", findings: readonly Finding[], written: boolean, says: string, invite: string | null }} HandedIn
 */

/** @returns {Promise<readonly Guide[]>} */
export function fetchGuides() {
  return call("/api/setup/guides");
}

/**
 * @param {string} platform
 * @param {Readonly<Record<string, string>>} values by variable
 * @returns {Promise<HandedIn>}
 */
export function handInTokens(platform, values) {
  return post("/api/setup/token", { platform, values });
}

/**
 * @param {string} platform
 * @param {string} address
 * @returns {Promise<{ findings: readonly Finding[] }>}
 */
export function postTest(platform, address) {
  return post("/api/setup/test", { platform, address });
}
