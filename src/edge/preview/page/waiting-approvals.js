import { bdi, element, listening, whileBusy } from "./dom.js";
import { rowList } from "./panel.js";
import { dayAndTime, timeOfDay } from "./time.js";

/**
 * @typedef {import("./waiting-client.js").Awaiting} Awaiting
 * @typedef {import("./waiting-client.js").Named} Named
 */

/** Lines of a menu are cut, and so are lists: the whole of it is a button away. */
const LONGEST_CHOICE = 80;
const MOST_LEFT = 8;

/**
 * Editions that wait for an editor's word. The word is given by the command, as in chat.
 * @param {readonly Awaiting[]} awaiting
 * @param {(line: string, label?: string) => Promise<void>} ask
 * @returns {readonly Node[]}
 */
export function awaitingList(awaiting, ask) {
  if (awaiting.length === 0) return [];
  const rows = awaiting.map((edition) => rowOf(edition, ask));
  return [
    element("h2", { class: "waiting-title" }, "Waits for an editor"),
    rowList(rows, "Waits for an editor", ask),
  ];
}

/**
 * @param {Awaiting} edition
 * @param {(line: string, label?: string) => Promise<void>} ask
 * @returns {import("./panel.js").Row}
 */
function rowOf({ number, channel, slot, timeZone, urgent, goesAt, places, items, out, left }, ask) {
  const now = Date.now();
  const about = `#${channel}, ${dayAndTime(slot, timeZone, now)}`;
  const line = `approve edition:${number}`;
  const choices = items.map(({ id, headline }) => ({
    label: headline.slice(0, LONGEST_CHOICE),
    line: `${line} without:${id}`,
  }));
  return {
    id: String(number),
    title: about,
    badges: urgent ? [{ text: "Urgent", tone: "bad" }] : [],
    meta: [
      `For ${places.join(", ")}`,
      goesAt === null
        ? "Nothing is posted until an editor lets it go"
        : `Goes by itself at ${timeOfDay(goesAt, timeZone)}`,
    ],
    body: [
      element(
        "ol",
        { class: "waiting-items" },
        ...items.map(({ headline }) => element("li", { dir: "auto" }, headline)),
      ),
      named("Fell out since it was made", out),
      named("Left out", left),
    ],
    actions: [
      ...(items.length === 0 ? [] : [{ label: "Let it go", line: `${line} answer:go`, about }]),
      { label: "Read it", line, about },
      { label: "Drop it", line: `${line} answer:drop`, about },
    ],
    links: choices.length < 2 ? [] : [leaver(about, choices, ask)],
  };
}

/**
 * Stories of which one is left out by the button beside them, which asks first.
 * @param {string} about
 * @param {readonly { readonly label: string, readonly line: string }[]} choices
 * @param {(line: string, label?: string) => Promise<void>} ask
 */
function leaver(about, choices, ask) {
  const select = element(
    "select",
    {
      ...{ class: "action", "aria-label": `Story to leave out: ${about}` },
      "data-key": `${choices[0]?.line} which`,
    },
    ...choices.map(({ label, line }) => element("option", { value: line }, label)),
  );
  const button = element(
    "button",
    {
      ...{ class: "action", type: "button", "data-key": `${choices[0]?.line} out` },
      "aria-label": `Leave out for good: ${about}`,
    },
    "Leave out for good",
  );
  listening(button, {
    click: () => {
      const chosen = choices[select.selectedIndex];
      if (chosen !== undefined) {
        void whileBusy(button, () => ask(chosen.line, `Leave out for good: ${chosen.label}`));
      }
    },
  });
  return element("span", { class: "menu" }, select, button);
}

/**
 * @param {string} title
 * @param {readonly Named[]} stories
 */
function named(title, stories) {
  if (stories.length === 0) return null;
  const more = stories.length - MOST_LEFT;
  return element(
    "details",
    { class: "waiting-left" },
    element("summary", {}, `${title}: ${stories.length}`),
    element(
      "ul",
      {},
      ...stories
        .slice(0, MOST_LEFT)
        .map(({ headline, why }) => element("li", {}, bdi(headline), " – ", bdi(why))),
      more > 0 ? element("li", {}, `and ${more} more`) : null,
    ),
  );
}
