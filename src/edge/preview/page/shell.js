import { byId, element, listening } from "./dom.js";
import { dayAndTime, untilThen } from "./time.js";

/** @typedef {import("./client.js").Channel} Channel */

/**
 * Says something to those who listen to the page.
 * @param {string} text
 */
export function say(text) {
  byId("announcer", HTMLElement).textContent = text;
}

/** @param {Channel | null} channel */
export function drawTopbar(channel) {
  if (channel === null) setTopbar("Copydesk", []);
  else setTopbar(`#${channel.name}`, nextLine(channel));
}

/**
 * What is in sight, by its name, with a line about it.
 * @param {string} title
 * @param {readonly (Node | string)[]} line
 */
export function setTopbar(title, line) {
  byId("channel-name", HTMLElement).textContent = title;
  byId("channel-line", HTMLElement).replaceChildren(...line);
  document.title = title === "Copydesk" ? title : `${title} · Copydesk`;
}

/** Links that jump over what is repeated: by hand, since a fragment is an address of the page here. */
export function startSkips() {
  for (const link of document.querySelectorAll("a[data-skip]")) {
    listening(link, {
      click: (event) => {
        event.preventDefault();
        byId((link.getAttribute("href") ?? "").slice(1), HTMLElement).focus();
      },
    });
  }
}

/**
 * The next edition; a narrow screen has room for the time alone.
 * @param {Channel} channel
 */
function nextLine({ nextSlot, timeZone }) {
  const zone = element("span", { class: "roomy zone" }, ` · times in ${timeZone}`);
  if (nextSlot === null) return ["No edition to come", zone];
  const now = Date.now();
  return [
    "Next ",
    element("span", { class: "roomy" }, "edition "),
    dayAndTime(nextSlot, timeZone, now),
    element("span", { class: "roomy" }, `, ${untilThen(nextSlot, now)}`),
    zone,
  ];
}

/**
 * What lies unread must not be overlooked: it says how many, and how to see which.
 * @param {number} quarantined
 */
export function drawQuarantine(quarantined) {
  const line = byId("quarantine", HTMLElement);
  line.hidden = quarantined === 0;
  line.textContent = quarantined === 0 ? "" : `${quarantined} in quarantine: /status says which`;
}

/**
 * The first loss is told at once; while it lasts the page keeps trying by itself.
 * @param {boolean} connected
 */
export function drawConnection(connected) {
  const banner = byId("banner", HTMLElement);
  byId("connection", HTMLElement).dataset.state = connected ? "connected" : "disconnected";
  byId("connection-text", HTMLElement).textContent = connected ? "Live" : "Disconnected";
  if (banner.hidden !== connected) {
    banner.hidden = connected;
    banner.textContent = connected
      ? ""
      : "Disconnected: Copydesk is not running, or was just stopped. Start it with npm start; this page comes back by itself.";
  }
}

/**
 * What is wrong with the bot's machine, while it lasts.
 * @param {readonly string[]} warnings
 */
export function drawWarnings(warnings) {
  const banner = byId("warnings", HTMLElement);
  const text = warnings.join(" ");
  if (banner.textContent === text) return;
  banner.textContent = text;
  banner.hidden = text === "";
}

/** On a narrow screen the list of channels comes in from the side. */
export function createDrawer() {
  const opener = byId("drawer-open", HTMLButtonElement);
  const sidebar = byId("sidebar", HTMLElement);
  const scrim = byId("scrim", HTMLElement);
  /** @param {boolean} open */
  const set = (open) => {
    document.body.toggleAttribute("data-drawer", open);
    opener.setAttribute("aria-expanded", String(open));
    scrim.hidden = !open;
    if (open) sidebar.querySelector("a")?.focus();
  };
  const close = () => {
    if (!document.body.hasAttribute("data-drawer")) return;
    set(false);
    opener.focus();
  };
  listening(opener, { click: () => set(true) });
  listening(byId("drawer-close", HTMLButtonElement), { click: close });
  listening(scrim, { click: close });
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") close();
  });
  return { close };
}
