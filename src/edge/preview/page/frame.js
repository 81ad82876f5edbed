import { drawDiscord } from "./discord.js";
import { element } from "./dom.js";
import { drawPaper } from "./paper.js";
import { drawSlack } from "./slack.js";

/** @typedef {import("./client.js").FaceName} FaceName */

const DRAW = { paper: drawPaper, slack: drawSlack, discord: drawDiscord };

/**
 * Frames a message as the platform shows what an app posts: picture, name, badge, time, and its
 * parts one under the other. On paper it stands by itself.
 * @param {object} options
 * @param {FaceName} options.face
 * @param {readonly unknown[]} options.parts
 * @param {HTMLElement} options.time
 * @param {(line: string, label: string) => void} options.onAsk
 * @param {readonly Node[]} [options.above]
 * @param {readonly Node[]} [options.below]
 */
export function framedMessage({ face, parts, time, onAsk, above = [], below = [] }) {
  const drawn = parts.map((part) => DRAW[face](part, onAsk));
  return element(
    "div",
    { class: "message" },
    ...above,
    ...(face === "paper" ? [element("p", { class: "visually-hidden" }, time)] : sender(time)),
    element("div", { class: "message-body" }, ...drawn, ...below),
  );
}

/** @param {HTMLElement} time */
function sender(time) {
  return [
    element("img", { class: "avatar", src: "/icon.svg", alt: "" }),
    element(
      "div",
      { class: "message-head" },
      element("span", { class: "author" }, "Copydesk"),
      element("span", { class: "badge" }, "APP"),
      time,
    ),
  ];
}
