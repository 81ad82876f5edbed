import { element, icon, listening } from "./dom.js";
import { parted } from "./panel.js";

/** @typedef {import("./waiting-client.js").Story} Story */

/**
 * What may be done with a story of the queue, by its name.
 * @typedef {object} QueueAction
 * @property {string} label
 * @property {string} key
 * @property {(story: Story) => void} run
 */

/** Six dots, as of what can be dragged. */
const GRIP = "M7.500 5h.01M12.500 5h.01M7.500 10h.01M12.500 10h.01M7.500 15h.01M12.500 15h.01";
const UP = "m5 12 5-5 5 5";
const DOWN = "m5 8 5 5 5-5";

/**
 * Stories in the order in which they will be read. They are dragged by the pointer, and moved by two buttons each, which do the same
 * for whoever drags nothing (WCAG 2.2, 2.5.7 Dragging Movements).
 * @param {readonly Story[]} stories
 * @param {readonly QueueAction[]} actions
 * @param {(ids: readonly string[], moved: Story) => void} onMove is told the whole new order
 */
export function createQueue(stories, actions, onMove) {
  const list = element("ol", {
    class: "queue",
    "aria-label": "In the next edition, in this order",
  });
  /**
   * @param {number} from
   * @param {number} to
   */
  const move = (from, to) => {
    const story = stories[from];
    if (story === undefined || from === to || to < 0 || to >= stories.length) return;
    const rest = stories.filter((one) => one !== story);
    const moved = [...rest.slice(0, to), story, ...rest.slice(to)];
    onMove(
      moved.map(({ id }) => id),
      story,
    );
  };
  list.append(
    ...stories.map((story, index) =>
      drawStory(story, { index, count: stories.length, actions, move }),
    ),
  );
  return dragging(list, move);
}

/**
 * @param {Story} story
 * @param {object} place
 * @param {number} place.index from 0
 * @param {number} place.count
 * @param {readonly QueueAction[]} place.actions
 * @param {(from: number, to: number) => void} place.move
 */
function drawStory(story, { index, count, actions, move }) {
  const { id, headline } = story;
  /**
   * @param {string} label
   * @param {string} path
   * @param {number} to
   */
  const mover = (label, path, to) =>
    listening(
      element(
        "button",
        {
          ...{ class: "icon-button queue-move", type: "button", "data-key": `${label} ${id}` },
          "aria-label": `${label}: ${headline}`,
          "aria-disabled": to < 0 || to >= count ? "true" : null,
        },
        icon(path),
      ),
      { click: () => move(index, to) },
    );
  const grip = element("span", { class: "queue-grip", "aria-hidden": "true" }, icon(GRIP));
  return element(
    "li",
    { class: "row queue-story", draggable: "true", "data-id": id },
    grip,
    element("span", { class: "queue-number", "aria-hidden": "true" }, String(index + 1)),
    element(
      "div",
      { class: "queue-text" },
      element("h3", { class: "row-title", dir: "auto" }, headline),
      storyMeta(story),
      element("p", { class: "row-line queue-why", dir: "auto" }, story.why),
      element(
        "p",
        { class: "row-actions" },
        ...actions.map((action) => queueButton(action, story)),
      ),
    ),
    element(
      "span",
      { class: "queue-moves" },
      mover("Move up", UP, index - 1),
      mover("Move down", DOWN, index + 1),
    ),
  );
}

/** @param {Story} story */
export function storyMeta({ section, source, urgency, update }) {
  return element(
    "p",
    { class: "row-meta" },
    ...parted([
      update ? "Update" : null,
      urgency === null ? null : `Urgency ${urgency}`,
      section,
      source,
    ]),
  );
}

/**
 * @param {QueueAction} action
 * @param {Story} story
 */
export function queueButton({ label, key, run }, story) {
  const made = element(
    "button",
    {
      ...{ class: "action", type: "button", "data-key": `${key} ${story.id}` },
      "aria-label": `${label}: ${story.headline}`,
    },
    label,
  );
  return listening(made, { click: () => run(story) });
}

/**
 * While something is dragged the list is busy, so that news does not redraw it under the pointer.
 * @param {HTMLOListElement} list
 * @param {(from: number, to: number) => void} move
 */
function dragging(list, move) {
  /** @type {Element | null} */
  let dragged = null;
  const rows = () => [...list.children];
  const clear = () => {
    for (const row of rows()) row.classList.remove("is-dragged", "is-before", "is-behind");
  };
  /** @param {Event} event */
  const over = (event) => {
    const row = event.target instanceof Element ? event.target.closest("li") : null;
    if (!(event instanceof DragEvent) || row === null || !list.contains(row)) return null;
    const { top, height } = row.getBoundingClientRect();
    return { row, behind: event.clientY > top + height / 2 };
  };
  return listening(list, {
    dragstart: (event) => {
      dragged = event.target instanceof Element ? event.target.closest("li") : null;
      if (dragged === null || !(event instanceof DragEvent)) return;
      list.dataset.busy = "";
      dragged.classList.add("is-dragged");
      event.dataTransfer?.setData("text/plain", dragged.getAttribute("data-id") ?? "");
    },
    dragover: (event) => {
      const place = over(event);
      if (dragged === null || place === null) return;
      event.preventDefault();
      clear();
      dragged.classList.add("is-dragged");
      place.row.classList.add(place.behind ? "is-behind" : "is-before");
    },
    drop: (event) => {
      const place = over(event);
      if (dragged === null || place === null) return;
      event.preventDefault();
      const from = rows().indexOf(dragged);
      const at = rows().indexOf(place.row) + (place.behind ? 1 : 0);
      move(from, at > from ? at - 1 : at);
    },
    dragend: () => {
      delete list.dataset.busy;
      dragged = null;
      clear();
    },
  });
}
