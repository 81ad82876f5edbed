import { drawDiscord } from "./discord.js";
import { element } from "./dom.js";
import { drawSlack } from "./slack.js";

/** @typedef {import("./client.js").FaceName} FaceName */

const BADGE = { slack: "APP", discord: "APP" };

/**
 * Frames a message as the platform shows what an app posts: picture, name, badge, time, and its
 * parts one under the other.
 * @param {object} options
 * @param {FaceName} options.face
 * @param {readonly unknown[]} options.parts
 * @param {HTMLElement} options.time
 * @param {(line: string, label: string) => void} options.onAsk
 * @param {readonly Node[]} [options.above]
 * @param {readonly Node[]} [options.below]
 */
export function framedMessage({ face, parts, time, onAsk, above = [], below = [] }) {
  const draw = face === "discord" ? drawDiscord : drawSlack;
  return element(
    "div",
    { class: "message" },
    ...above,
    element("img", { class: "avatar", src: "/icon.svg", alt: "" }),
    element(
      "div",
      { class: "message-head" },
      element("span", { class: "author" }, "Copydesk"),
      element("span", { class: "badge" }, BADGE[face]),
      time,
    ),
    element("div", { class: "message-body" }, ...parts.map((part) => draw(part, onAsk)), ...below),
  );
}
