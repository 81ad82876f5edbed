/** What is being written, for as long as the browser's tab is open: neither a page that is loaded anew nor a sign-in that ran out loses it. */

const PREFIX = "copydesk.draft.";
const OF = "copydesk.drafts-of";
/** A browser keeps five million letters for a site. */
const MOST_LETTERS = 1_000_000;

/**
 * @param {string} name
 * @param {string} text an empty one: nothing is being written any more
 */
export function keepDraft(name, text) {
  try {
    if (text === "" || text.length > MOST_LETTERS) sessionStorage.removeItem(PREFIX + name);
    else sessionStorage.setItem(PREFIX + name, text);
  } catch {
    // A browser that keeps nothing for this site.
  }
}

/** @param {string} name */
export function draftOf(name) {
  try {
    return sessionStorage.getItem(PREFIX + name) ?? "";
  } catch {
    return "";
  }
}

/**
 * Says who writes in this tab of the browser: what somebody else was writing there is forgotten.
 * @param {string | null} who `null`: whoever it was has left
 */
export function draftsAreOf(who) {
  try {
    if (who !== null && sessionStorage.getItem(OF) === who) return;
    for (const key of Object.keys(sessionStorage)) {
      if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
    }
    sessionStorage.setItem(OF, who ?? "");
  } catch {
    // As above.
  }
}

/** Whether something is being written that nobody has sent or saved yet. */
export function areDrafts() {
  try {
    return Object.keys(sessionStorage).some((key) => key.startsWith(PREFIX));
  } catch {
    return false;
  }
}
