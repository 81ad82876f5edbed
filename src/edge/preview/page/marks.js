import { fetchMarks } from "./board-client.js";
import { keepSeenAt, seenAt } from "./settings.js";

/** Tabs in which something may be new. */
const MARKED = /** @type {const} */ (["inbox", "held", "quarantine"]);

/**
 * How much is new in each tab since somebody looked into it last; what is in sight has been seen, and nothing is new to a browser
 * that comes for the first time.
 * @param {string | null} inSight
 * @returns {Promise<ReadonlyMap<string, number>>}
 */
export async function newInTabs(inSight) {
  const seen = { inbox: seenAt("inbox"), held: seenAt("held"), quarantine: seenAt("quarantine") };
  const marks = await fetchMarks(seen);
  /** @type {Map<string, number>} */
  const fresh = new Map();
  for (const name of MARKED) {
    const isSeen = seen[name] === 0 || (name === inSight && !document.hidden);
    if (isSeen) keepSeenAt(name, marks.at);
    fresh.set(name, isSeen ? 0 : marks[name]);
  }
  return fresh;
}
