import { element } from "./dom.js";
import { framedMessage } from "./frame.js";
import { dayAndTime, untilThen } from "./time.js";

/** @typedef {import("./setup-client.js").Look} Look */

/** The platforms' looks, in their order. @type {readonly (readonly ["slack" | "discord", string])[]} */
const FACES = [
  ["slack", "On Slack"],
  ["discord", "On Discord"],
];

/** What a channel's form says so far: when it comes, what it would carry of today's copy, and what it would be sent now. */
export function createLive() {
  const coming = element("div", { class: "live-part" });
  const matches = element("div", { class: "live-part" });
  const looks = element("div", { class: "looks" });
  const root = element(
    "section",
    { class: "live", "aria-label": "What that means", "aria-live": "polite" },
    ...[coming, matches, looks],
  );
  return {
    root,
    /** @param {Look} look */
    draw: (look) => {
      coming.replaceChildren(...drawComing(look));
      matches.replaceChildren(...drawMatches(look));
      looks.replaceChildren(...drawLooks(look));
    },
  };
}

/** @param {Look} look */
function drawComing({ coming, warnings }) {
  const title = element("h3", {}, "When it comes");
  const warned = warnings.map((text) => element("p", { class: "live-warning" }, text));
  if (coming === null)
    return [title, element("p", {}, "Its schedule cannot be read yet."), ...warned];
  const { inWords, next, timeZone, waits } = coming;
  const now = Date.now();
  const slots = next.map((slot) =>
    element(
      "li",
      {},
      dayAndTime(slot, timeZone, now),
      element("span", {}, ` ${untilThen(slot, now)}`),
    ),
  );
  return [
    title,
    element("p", {}, `${inWords} (${timeZone})`),
    element(
      "p",
      {},
      "A place that has had no edition yet gets its first one within a minute of being saved; then:",
    ),
    slots.length === 0
      ? element("p", { class: "live-warning" }, "No edition will ever be due.")
      : element("ol", { class: "slots" }, ...slots),
    ...(waits === null
      ? []
      : [
          element(
            "p",
            { class: "live-waits" },
            `Editions wait when they are due: each is posted ${waits}.`,
          ),
        ]),
    ...warned,
  ];
}

/** @param {Look} look */
function drawMatches({ matches }) {
  const title = element("h3", {}, "What it carries");
  if (matches === null) return [title, element("p", {}, "Its topics cannot be read yet.")];
  const { count, of, isCut, headlines } = matches;
  const whole = isCut ? `the latest ${of} of today's articles` : `today's ${of} articles`;
  const rest = count - headlines.length;
  return [
    title,
    element("p", {}, element("strong", { class: "match-count" }, String(count)), ` of ${whole}`),
    element("ul", {}, ...headlines.map((text) => element("li", { dir: "auto" }, text))),
    ...(rest > 0 ? [element("p", {}, `and ${rest} more`)] : []),
  ];
}

/** @param {Look} look */
function drawLooks({ preview }) {
  const title = element("h3", {}, "What it would be sent now");
  if (preview === null)
    return [title, element("p", {}, "Nothing that it would carry is there yet.")];
  const boxes = FACES.map(([face, label]) =>
    element(
      "figure",
      { class: "look", "data-face": face },
      element("figcaption", {}, label),
      element(
        "div",
        // Nothing in it is to be pressed.
        { class: "look-body", inert: true },
        framedMessage({
          ...{ face, parts: preview.faces[face] ?? [], onAsk: () => undefined },
          time: element("time", {}, "now"),
        }),
      ),
    ),
  );
  return [
    title,
    ...(preview.asFirst
      ? [element("p", {}, "Nothing waits for it: so a first edition would look.")]
      : []),
    ...boxes,
  ];
}
