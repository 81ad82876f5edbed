/**
 * An answer as it was given, to be shown again after the page was loaded anew: nothing is asked twice for that.
 * @typedef {object} KeptAnswer
 * @property {string} line
 * @property {string} label
 * @property {string | null} channel
 * @property {number} at
 * @property {import("./client.js").FaceName} face
 * @property {readonly unknown[]} parts
 */

const KEY = "copydesk.answers";
const OF = "copydesk.answers-of";
/** More are for nobody, and a browser keeps five million letters for a site. */
const MOST = 20;
const MOST_LETTERS = 400_000;

/**
 * Says who asks in this tab of the browser: what somebody else was answered there, or they themselves in another role, is forgotten.
 * @param {string | null} who `null`: nobody
 */
export function answersAreOf(who) {
  try {
    if (who !== null && sessionStorage.getItem(OF) === who) return;
    sessionStorage.removeItem(KEY);
    if (who === null) sessionStorage.removeItem(OF);
    else sessionStorage.setItem(OF, who);
  } catch {
    // A browser that keeps nothing for this site.
  }
}

/**
 * Keeps the last of them for as long as the browser's tab is open.
 * @param {readonly KeptAnswer[]} answers the oldest first
 */
export function keepAnswers(answers) {
  const kept = answers.slice(-MOST).map((answer) => JSON.stringify(answer));
  while (kept.reduce((sum, { length }) => sum + length, 0) > MOST_LETTERS) kept.shift();
  try {
    sessionStorage.setItem(KEY, `[${kept.join(",")}]`);
  } catch {
    // A browser that keeps nothing for this site.
  }
}

/** @returns {readonly KeptAnswer[]} */
export function keptAnswers() {
  try {
    const read = JSON.parse(sessionStorage.getItem(KEY) ?? "[]");
    return Array.isArray(read) ? read.filter(isKept) : [];
  } catch {
    return [];
  }
}

/**
 * @param {any} one
 * @returns {one is KeptAnswer}
 */
function isKept(one) {
  return (
    typeof one?.line === "string" &&
    typeof one.label === "string" &&
    typeof one.at === "number" &&
    ["paper", "slack", "discord"].includes(one.face) &&
    Array.isArray(one.parts)
  );
}
