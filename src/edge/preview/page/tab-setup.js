import { tabHref } from "./address.js";
import { drawChannelForm } from "./channel-form.js";
import { element } from "./dom.js";

/**
 * Sets the desk up: a channel in a form.
 * @param {import("./tabs.js").TabParts} parts
 * @returns {import("./tabs.js").Tab}
 */
export function createSetupTab(parts) {
  return {
    ...{ name: "setup", label: "Set-up", least: "editor" },
    about: "Channels are made and changed here",
    draw: async (root, rest) => {
      // What somebody is filling in stays as they left it.
      const form = root.querySelector("form");
      if (root.dataset.rest === rest && form !== null) return;
      root.dataset.rest = rest;
      if (rest === "new") await drawChannelForm(root, null, parts);
      else if (rest.startsWith("channel/")) await drawChannelForm(root, nameIn(rest), parts);
      else root.replaceChildren(...drawStart());
    },
  };
}

/** @param {string} rest */
function nameIn(rest) {
  try {
    return decodeURIComponent(rest.slice("channel/".length));
  } catch {
    // Half an escape names no channel of ours.
    return rest;
  }
}

function drawStart() {
  return [
    element("h2", { class: "setup-title" }, "Channels"),
    element(
      "p",
      {},
      "A channel says who gets a digest, of what, and when. What is made here is what /subscribe makes in chat.",
    ),
    element(
      "p",
      { class: "setup-links" },
      element("a", { class: "setup-go", href: tabHref("setup", "new") }, "Make a channel"),
      element("a", { href: tabHref("channels") }, "All channels"),
    ),
  ];
}
