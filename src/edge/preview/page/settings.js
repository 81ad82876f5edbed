/** @typedef {import("./client.js").FaceName} FaceName */

const PREFIX = "copydesk.";

/**
 * A browser may be set to keep nothing for a site; the page then works, and forgets.
 * @param {string} name
 * @returns {string | null}
 */
function read(name) {
  try {
    return localStorage.getItem(PREFIX + name);
  } catch {
    return null;
  }
}

/**
 * @param {string} name
 * @param {string | null} value `null` to forget it
 */
function keep(name, value) {
  try {
    if (value === null) localStorage.removeItem(PREFIX + name);
    else localStorage.setItem(PREFIX + name, value);
  } catch {
    // As above.
  }
}

/** @returns {FaceName} */
export function keptFace() {
  return faceNamed(read("face"));
}

/**
 * @param {string | null} name
 * @returns {FaceName} the page's own where the name is none
 */
export function faceNamed(name) {
  return name === "discord" || name === "slack" ? name : "paper";
}

/** @param {FaceName} face */
export function keepFace(face) {
  keep("face", face);
  document.documentElement.dataset.face = face;
}

/** @typedef {"light" | "dark"} Theme */

/** The theme in sight: the reader's own choice, else that of the machine. @returns {Theme} */
export function theme() {
  const chosen = document.documentElement.dataset.theme;
  if (chosen === "light" || chosen === "dark") return chosen;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

/** A choice that agrees with the machine is none: the page then follows the machine again. */
export function turnTheme() {
  const wanted = theme() === "dark" ? "light" : "dark";
  const machine = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  if (wanted === machine) {
    keep("theme", null);
    delete document.documentElement.dataset.theme;
    return;
  }
  keep("theme", wanted);
  document.documentElement.dataset.theme = wanted;
}

/**
 * The slot of the newest edition that was seen of a channel; 0 before the first.
 * @param {string} channel
 */
export function seenSlot(channel) {
  return Number(read(`seen.${channel}`) ?? 0);
}

/**
 * @param {string} channel
 * @param {number} slot
 */
export function keepSeen(channel, slot) {
  if (slot > seenSlot(channel)) keep(`seen.${channel}`, String(slot));
}

/**
 * When somebody looked into a tab last, by the bot's clock; 0 before the first time.
 * @param {string} tab
 */
export function seenAt(tab) {
  return Number(read(`seen-tab.${tab}`) ?? 0);
}

/**
 * @param {string} tab
 * @param {number} at
 */
export function keepSeenAt(tab, at) {
  keep(`seen-tab.${tab}`, String(at));
}
