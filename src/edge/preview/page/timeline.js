import { byId, element, listening } from "./dom.js";
import { editionTools } from "./edition-tools.js";
import { framedMessage } from "./frame.js";
import { dayAndTime, dayKey, dayName, timeOfDay, untilThen } from "./time.js";

/**
 * @typedef {import("./client.js").Channel} Channel
 * @typedef {import("./client.js").Edition} Edition
 * @typedef {import("./client.js").FaceName} FaceName
 */

/**
 * @typedef {object} TimelineView
 * @property {Channel} channel
 * @property {FaceName} face
 * @property {readonly Edition[]} editions newest first
 * @property {boolean} more there may be earlier ones
 */

/**
 * The editions of one channel. Redrawing keeps what has not changed, so that a reader's place, focus
 * and selection stay where they are.
 * @param {object} handlers
 * @param {(line: string, label: string) => void} handlers.onAsk
 * @param {() => void} handlers.onMore
 */
export function createTimeline({ onAsk, onMore }) {
  const root = byId("timeline", HTMLElement);
  /** @type {Map<string, HTMLElement>} */
  let drawn = new Map();
  /** @type {ReadonlySet<number>} */
  let slots = new Set();
  let shownIn = "";

  /**
   * @param {TimelineView} view
   * @returns what has come since the last drawing of the same channel and face, newest first
   */
  const draw = ({ channel, face, editions, more }) => {
    const place = `${channel.name} ${face}`;
    const samePlace = place === shownIn;
    const kept = samePlace ? drawn : new Map();
    drawn = new Map();
    shownIn = place;
    for (const [index, edition] of editions.entries()) {
      const continued = editions[index - 1]?.slot === edition.slot;
      const key = JSON.stringify([edition, channel.timeZone, continued]);
      const made = kept.get(key) ?? drawEdition(edition, channel, face, onAsk);
      made.classList.toggle("is-continued", continued);
      drawn.set(key, made);
    }
    const newest = Math.max(0, ...slots);
    const fresh = samePlace ? editions.filter(({ slot }) => slot > newest) : [];
    slots = new Set(editions.map(({ slot }) => slot));
    const rows = withDays(editions, [...drawn.values()], channel.timeZone);
    const last = more ? [moreButton(onMore)] : [];
    setChildren(root, rows.length === 0 ? [emptyState(channel)] : [...rows, ...last]);
    root.setAttribute("aria-busy", "false");
    for (const { slot } of fresh)
      root.querySelector(`[data-slot="${slot}"]`)?.classList.add("is-new");
    return fresh;
  };
  return { draw };
}

/**
 * @param {Edition} edition
 * @param {Channel} channel
 * @param {FaceName} face
 * @param {(line: string, label: string) => void} onAsk
 */
function drawEdition({ slot, postedAt, summary, parts, replies }, { timeZone }, face, onAsk) {
  const clock = timeOfDay(slot, timeZone);
  const shown = face === "discord" ? `${dayName(slot, timeZone, Date.now())} at ${clock}` : clock;
  const time = element(
    "time",
    { datetime: new Date(slot).toISOString(), title: `Edition of ${clock}, ${timeZone}` },
    shown,
  );
  const below = [
    ...(postedAt === null ? [element("p", { class: "on-its-way" }, "On its way…")] : []),
    ...(replies.length === 0 ? [] : [drawThread(replies, time, face, onAsk)]),
    editionTools(slot, `edition of ${clock}`),
  ];
  return element(
    "article",
    { class: "edition", "aria-label": summary, "data-slot": slot },
    framedMessage({ face, parts, time, onAsk, below }),
  );
}

/**
 * What stands in the thread of a message, folded until it is asked for, as the platforms do.
 * @param {Edition["replies"]} replies
 * @param {HTMLElement} time
 * @param {FaceName} face
 * @param {(line: string, label: string) => void} onAsk
 */
function drawThread(replies, time, face, onAsk) {
  const count = replies.length === 1 ? "1 reply" : `${replies.length} replies`;
  return element(
    "details",
    { class: "thread" },
    element("summary", { class: "thread-name" }, `${count} in its thread`),
    ...replies.map(({ parts }) => {
      const stamp = element("time", { datetime: time.getAttribute("datetime") }, time.textContent);
      return framedMessage({ face, parts, time: stamp, onAsk });
    }),
  );
}

/**
 * Puts the name of the day before the first edition of each.
 * @param {readonly Edition[]} editions
 * @param {readonly HTMLElement[]} made
 * @param {string} timeZone
 */
function withDays(editions, made, timeZone) {
  let day = "";
  return editions.flatMap(({ slot }, index) => {
    const row = made[index];
    if (row === undefined) return [];
    const key = dayKey(slot, timeZone);
    if (key === day) return [row];
    day = key;
    const name = dayName(slot, timeZone, Date.now());
    return [element("div", { class: "day" }, element("h2", { class: "day-name" }, name)), row];
  });
}

/** @param {() => void} onMore */
function moreButton(onMore) {
  const button = element("button", { class: "more", type: "button" }, "Show earlier editions");
  return listening(button, { click: onMore });
}

/** @param {Channel} channel */
function emptyState({ name, nextSlot, timeZone }) {
  const now = Date.now();
  const when =
    nextSlot === null
      ? "Its schedule has no time to come: see config/newsroom.yaml."
      : `Its next edition is due ${dayAndTime(nextSlot, timeZone, now)}, ${untilThen(nextSlot, now)}.`;
  return element(
    "div",
    { class: "empty" },
    element("img", { src: "/icon.svg", alt: "", width: 56, height: 56 }),
    element("h2", {}, "Nothing posted here yet"),
    element(
      "p",
      {},
      "Drop a file into ",
      element("code", {}, "articles/"),
      ": plain text, Markdown or HTML. Copydesk writes its brief at once, and the next edition of ",
      element("strong", {}, `#${name}`),
      " carries it.",
    ),
    element("p", {}, when),
    element(
      "p",
      {},
      "You need not wait: ask for ",
      element("kbd", {}, "/brief"),
      " as soon as the file is in.",
    ),
  );
}

/**
 * Puts nodes in place without touching those that stand right already: a moved node loses focus.
 * @param {HTMLElement} root
 * @param {readonly HTMLElement[]} nodes
 */
function setChildren(root, nodes) {
  const wanted = new Set(nodes);
  for (const child of [...root.children]) {
    if (child instanceof HTMLElement && !wanted.has(child)) child.remove();
  }
  for (const [index, node] of nodes.entries()) {
    if (root.children[index] !== node) root.insertBefore(node, root.children[index] ?? null);
  }
}
