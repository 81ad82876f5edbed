import { leaveIfSignedOut } from "./door.js";

/** Milliseconds without a sign (the bot gives one every 15 s) until it counts as gone. */
const SILENCE = 40_000;
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 10_000;

/**
 * @typedef {object} LiveHandlers
 * @property {() => void} onChange what the page shows may be out of date
 * @property {(connected: boolean) => void} onState
 */

/**
 * Follows the bot for as long as the page is seen. A hidden page lets go, because a browser keeps
 * at most six connections to one address, and many tabs would use them up; seen again, it catches up.
 * @param {LiveHandlers} handlers
 */
export function follow({ onChange, onState }) {
  /** @type {EventSource | null} */
  let source = null;
  let wait = FIRST_WAIT;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @type {string | null} */
  let pageEdition = null;

  const letGo = () => {
    clearTimeout(timer);
    source?.close();
    source = null;
  };
  const lose = () => {
    letGo();
    onState(false);
    // It may not be the bot that is gone, but the session.
    void leaveIfSignedOut();
    timer = setTimeout(connect, wait);
    wait = Math.min(wait * 2, LONGEST_WAIT);
  };
  const alive = () => {
    clearTimeout(timer);
    timer = setTimeout(lose, SILENCE);
  };
  const connect = () => {
    letGo();
    source = new EventSource("/api/events");
    source.addEventListener("hello", ({ data }) => {
      // The bot was started again with another page: this one would no longer fit it.
      if (pageEdition !== null && pageEdition !== data) location.reload();
      pageEdition = data;
      wait = FIRST_WAIT;
      alive();
      onState(true);
      onChange();
    });
    source.addEventListener("alive", alive);
    source.addEventListener("changed", () => {
      alive();
      onChange();
    });
    source.addEventListener("error", lose);
  };

  document.addEventListener("visibilitychange", () => {
    if (document.hidden) letGo();
    else if (source === null) connect();
  });
  connect();
}
