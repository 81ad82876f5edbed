import { channelHref, tabHref } from "./address.js";
import { byId, element } from "./dom.js";
import { seenSlot } from "./settings.js";
import { dayAndTime, untilThen } from "./time.js";

/** @typedef {import("./client.js").Channel} Channel */

/**
 * The list on the left: each channel with its next edition and where it is posted.
 * @param {readonly Channel[]} channels
 * @param {string | null} current
 * @param {readonly string[]} troubles what cannot be posted to, and the mend: above all else
 * @param {import("./tabs.js").Role} role of whoever looks
 */
export function drawChannels(channels, current, troubles, role) {
  const list = byId("channels", HTMLUListElement);
  const focused = document.activeElement?.getAttribute("href");
  const rows = channels.map((channel) => drawChannel(channel, channel.name === current));
  const wanted =
    rows.length === 0
      ? [noChannel()]
      : [...troubles.map(drawTrouble), ...rows, ...pageOnly(channels, role)];
  // Left as it stands while it is right: a row that is replaced under the pointer loses the click.
  if (wanted.map((row) => row.outerHTML).join("") === list.innerHTML) return;
  list.replaceChildren(...wanted);
  for (const link of list.querySelectorAll("a")) {
    if (link.getAttribute("href") === focused) link.focus();
  }
}

/**
 * @param {Channel} channel
 * @param {boolean} current
 */
function drawChannel({ name, description, nextSlot, latestSlot, timeZone, places }, current) {
  const now = Date.now();
  const unread = !current && latestSlot !== null && latestSlot > seenSlot(name);
  return element(
    "li",
    {},
    element(
      "a",
      { class: "channel", href: channelHref(name), "aria-current": current ? "page" : null },
      element(
        "span",
        { class: "channel-name" },
        element("span", { class: "hash", "aria-hidden": "true" }, "#"),
        element("span", { class: "channel-label" }, name),
        unread ? element("span", { class: "unread" }, "New") : null,
      ),
      element("span", { class: "channel-line" }, description),
      element(
        "span",
        { class: "channel-next" },
        nextSlot === null
          ? "No edition to come"
          : `Next ${dayAndTime(nextSlot, timeZone, now)} · ${untilThen(nextSlot, now)}`,
      ),
      places.length === 0
        ? null
        : element(
            "span",
            { class: "places", "aria-label": `Posted to ${places.join(", ")}` },
            ...places.map((place) => element("span", { class: "place" }, place)),
          ),
    ),
  );
}

/** @param {string} text */
function drawTrouble(text) {
  return element("li", { class: "sidebar-note boxed is-trouble", role: "alert" }, text);
}

/**
 * What a newcomer may want next, while no token is set.
 * @param {readonly Channel[]} channels
 * @param {import("./tabs.js").Role} role
 */
function pageOnly(channels, role) {
  if (channels.some(({ places }) => places.length > 0)) return [];
  return [
    element(
      "li",
      { class: "sidebar-note boxed" },
      "Shown on this page alone. To post to Slack or Discord too, whoever runs Copydesk sets them up under ",
      role === "admin" ? element("a", { href: tabHref("setup") }, "Set-up") : "Set-up",
      ".",
    ),
  ];
}

function noChannel() {
  return element(
    "li",
    { class: "sidebar-note" },
    "No channel yet. Name one in ",
    element("code", {}, "config/newsroom.yaml"),
    ": it counts within seconds.",
  );
}
