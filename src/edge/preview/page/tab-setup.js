import { tabHref } from "./address.js";
import { drawChannelForm, drawSaved } from "./channel-form.js";
import { element } from "./dom.js";
import { drawFirstRun, drawPlatforms } from "./first-run.js";
import { emptyNote } from "./panel.js";
import { fetchGuides } from "./setup-client.js";

/** @typedef {import("./tabs.js").TabParts} TabParts */

/**
 * Sets the desk up: the platforms step by step, a channel in a form.
 * @param {TabParts} parts
 * @returns {import("./tabs.js").Tab}
 */
export function createSetupTab(parts) {
  return {
    // Who ordered a channel may change that one.
    ...{ name: "setup", label: "Set-up", least: "editor", single: true },
    about: "Slack and Discord, and the channels that go there",
    draw: async (root, rest) => {
      // What somebody is filling in stays as they left it, and so does what they are told of it.
      const stays = rest.startsWith("saved/") || root.querySelector("form") !== null;
      if (root.dataset.rest === rest && stays) return;
      root.dataset.rest = rest;
      if (rest === "new") await drawChannelForm(root, null, parts);
      else if (rest.startsWith("channel/")) await drawChannelForm(root, nameIn(rest), parts);
      else if (rest.startsWith("saved/")) drawSaved(root, nameIn(rest));
      else if (rest.startsWith("platform/"))
        await drawFirstRun(root, rest.slice("platform/".length));
      else root.replaceChildren(...(await drawStart(parts.role)));
    },
  };
}

/** @param {string} rest */
function nameIn(rest) {
  try {
    return decodeURIComponent(rest.slice(rest.indexOf("/") + 1));
  } catch {
    // Half an escape names no channel of ours.
    return rest;
  }
}

/** @param {TabParts["role"]} role */
async function drawStart(role) {
  if (role === "reader") {
    const says = "A channel that you ordered is changed from its row there";
    return [
      emptyNote("Set-up is for editors of the newsroom", says),
      element(
        "p",
        { class: "setup-links" },
        element("a", { href: tabHref("channels") }, "All channels"),
      ),
    ];
  }
  return [
    ...(role === "admin"
      ? [
          element("h2", { class: "setup-title" }, "Slack and Discord"),
          drawPlatforms(await fetchGuides()),
        ]
      : []),
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
