import { copyShown } from "./copy.js";
import { element, listening } from "./dom.js";
import { say } from "./shell.js";

/**
 * Copies an edition, or prints it, with all its messages.
 * @param {number} slot
 * @param {string} about
 */
export function editionTools(slot, about) {
  return element(
    "p",
    { class: "edition-tools" },
    tool("Copy", about, () => {
      const bodies = partsOf(slot).flatMap((part) => part.querySelector(".message-body") ?? []);
      void copyShown(/** @type {HTMLElement[]} */ (bodies), "The edition", say);
    }),
    tool("Print", about, () => print(slot)),
  );
}

/**
 * @param {string} label
 * @param {string} about
 * @param {() => void} onPress
 */
function tool(label, about, onPress) {
  const made = element(
    "button",
    { class: "edition-tool", type: "button", "aria-label": `${label}: ${about}` },
    label,
  );
  return listening(made, { click: onPress });
}

/** @param {number} slot */
function partsOf(slot) {
  return [...document.querySelectorAll(`.edition[data-slot="${slot}"]`)];
}

/** @param {number} slot */
function print(slot) {
  const parts = partsOf(slot);
  /** @param {boolean} on */
  const mark = (on) => {
    document.body.toggleAttribute("data-printing", on);
    for (const part of parts) part.classList.toggle("is-printed", on);
  };
  mark(true);
  window.addEventListener("afterprint", () => mark(false), { once: true });
  window.print();
}
