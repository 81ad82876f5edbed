import { channelHref, tabHref } from "./address.js";
import { fetchChannelRows } from "./board-client.js";
import { APPROVALS, AUDIENCES, LAYOUTS } from "./channel-fields.js";
import { bdi, element } from "./dom.js";
import { pageIn, pageLinks } from "./pages.js";
import { emptyNote, fill, rowList } from "./panel.js";
import { dayAndTime, untilThen } from "./time.js";

/**
 * @typedef {import("./board-client.js").ChannelRow} ChannelRow
 * @typedef {import("./tabs.js").TabParts} TabParts
 */

/**
 * Each channel: what it carries and when, where it is posted, its last edition, and what may be done with it: `#/~channels/PAGE`.
 * @param {TabParts} parts
 * @returns {import("./tabs.js").Tab}
 */
export function createChannelsTab({ ask, role }) {
  return {
    ...{ name: "channels", label: "Channels", least: "reader" },
    about: "What each carries, when, and where it is posted",
    draw: async (root, rest) => {
      const { rows, page, more } = await fetchChannelRows(pageIn(rest));
      fill(root, [
        rows.length === 0
          ? emptyNote(
              "No channel yet",
              "Name one in config/newsroom.yaml: it counts within seconds.",
            )
          : rowList(
              rows.map((row) => rowOf(row, role !== "reader" || row.mine)),
              "Channels",
              ask,
            ),
        pageLinks(page, more, (to) => tabHref("channels", String(to))),
      ]);
    },
  };
}

/**
 * @param {ChannelRow} row
 * @param {boolean} mayAct
 * @returns {import("./panel.js").Row}
 */
function rowOf(
  {
    name,
    carries,
    schedule,
    timeZone,
    next,
    last,
    rests,
    places,
    ordered,
    audience,
    layout,
    approval,
  },
  mayAct,
) {
  const now = Date.now();
  const about = `#${name}`;
  const troubled = places.filter(({ trouble }) => trouble !== null);
  return {
    ...{ id: name, title: about, href: channelHref(name) },
    badges: [
      ...(rests === null ? [] : [{ text: restText(rests, timeZone, now) }]),
      ...(troubled.length === 0
        ? []
        : [{ text: "Cannot be posted to", tone: /** @type {const} */ ("bad") }]),
    ],
    meta: [
      last === null ? "No edition yet" : `Last edition ${dayAndTime(last, timeZone, now)}`,
      `Times in ${timeZone}`,
      ordered === null ? "Set in the config file" : `Ordered by ${ordered}`,
    ],
    body: [
      described([
        ["Carries", carries],
        ["When", schedule],
        ["Who reads it", AUDIENCES[audience ?? ""] ?? ""],
        ["Layout", LAYOUTS[layout] ?? layout],
        ["Approval", approval === null ? APPROVALS[""] : `Posted ${approval}`],
        ["Next", slotsOf(next, timeZone, now)],
        [
          "Posted to",
          places.length === 0 ? "this page alone" : places.map(({ place }) => place).join(", "),
        ],
      ]),
      ...troubled.map(({ place, trouble }) =>
        element("p", { class: "row-line is-hold" }, `${place}: `, bdi(trouble ?? "")),
      ),
    ],
    actions: actionsOf(name, mayAct, rests !== null, ordered !== null),
    links: mayAct
      ? [
          element(
            "a",
            {
              href: tabHref("setup", `channel/${encodeURIComponent(name)}`),
              ...{ class: "action", "aria-label": `Change ${about}`, "data-key": `change ${name}` },
            },
            "Change",
          ),
        ]
      : [],
  };
}

/**
 * @param {string} name
 * @param {boolean} mayAct
 * @param {boolean} rests
 * @param {boolean} ordered
 */
function actionsOf(name, mayAct, rests, ordered) {
  /**
   * @param {string} label
   * @param {string} command
   */
  const action = (label, command) => ({ label, line: `${command} ${name}`, about: `#${name}` });
  if (!mayAct) return [action("Schedule", "schedule")];
  return [
    action("Preview", "preview"),
    action("Post now", "post"),
    rests ? action("Resume", "resume") : action("Pause", "pause"),
    action("Schedule", "schedule"),
    ...(ordered ? [action("End this digest", "unsubscribe")] : []),
  ];
}

/**
 * @param {number | "forever"} rests
 * @param {string} timeZone
 * @param {number} now
 */
function restText(rests, timeZone, now) {
  return rests === "forever" ? "Paused" : `Paused until ${dayAndTime(rests, timeZone, now)}`;
}

/**
 * @param {readonly number[]} next
 * @param {string} timeZone
 * @param {number} now
 */
function slotsOf(next, timeZone, now) {
  const [first, ...rest] = next;
  if (first === undefined) return "no edition to come";
  const then = rest.map((slot) => dayAndTime(slot, timeZone, now));
  const soon = `${dayAndTime(first, timeZone, now)} (${untilThen(first, now)})`;
  return [soon, ...then].join(" · ");
}

/** @param {readonly (readonly [string, string])[]} pairs */
function described(pairs) {
  return element(
    "dl",
    { class: "described" },
    ...pairs.flatMap(([name, text]) => [
      element("dt", {}, name),
      element("dd", { dir: "auto" }, text),
    ]),
  );
}
