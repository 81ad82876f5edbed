import { channelHref } from "./address.js";
import { fetchChannels } from "./client.js";
import { element } from "./dom.js";
import { emptyNote, fill, rowList } from "./panel.js";
import { dayAndTime, untilThen } from "./time.js";

/**
 * @typedef {import("./client.js").Channel} Channel
 * @typedef {import("./tabs.js").TabParts} TabParts
 */

/**
 * Each channel: what it carries and when, where it is posted, its last edition, and what may be done with it.
 * @param {TabParts} parts
 * @returns {import("./tabs.js").Tab}
 */
export function createChannelsTab({ ask, role }) {
  return {
    ...{ name: "channels", label: "Channels", least: "reader" },
    about: "What each carries, when, and where it is posted",
    draw: async (root) => {
      const channels = await fetchChannels();
      const rows = channels.map((channel) => rowOf(channel, role !== "reader"));
      fill(root, [
        rows.length === 0
          ? emptyNote(
              "No channel yet",
              "Name one in config/newsroom.yaml and start Copydesk again.",
            )
          : rowList(rows, "Channels", ask),
      ]);
    },
  };
}

/**
 * @param {Channel} channel
 * @param {boolean} mayAct
 * @returns {import("./panel.js").Row}
 */
function rowOf({ name, description, nextSlot, latestSlot, timeZone, places }, mayAct) {
  const now = Date.now();
  const about = `#${name}`;
  return {
    id: name,
    title: about,
    href: channelHref(name),
    meta: [
      nextSlot === null
        ? "No edition to come"
        : `Next ${dayAndTime(nextSlot, timeZone, now)}, ${untilThen(nextSlot, now)}`,
      latestSlot === null ? "No edition yet" : `Last ${dayAndTime(latestSlot, timeZone, now)}`,
      `Times in ${timeZone}`,
    ],
    body: [
      element("p", { class: "row-line" }, description),
      element(
        "p",
        { class: "row-line" },
        places.length === 0 ? "On this page alone" : `Posted to ${places.join(", ")}`,
      ),
    ],
    actions: [
      { label: "Schedule", line: `schedule ${name}`, about },
      ...(mayAct
        ? [
            { label: "Preview", line: `preview ${name}`, about },
            { label: "Post now", line: `post ${name}`, about },
            { label: "Pause", line: `pause ${name}`, about },
            { label: "Resume", line: `resume ${name}`, about },
          ]
        : []),
    ],
  };
}
