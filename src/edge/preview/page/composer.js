import { choicesFor } from "./choices.js";
import { byId, element, listening } from "./dom.js";

/**
 * @typedef {import("./client.js").Command} Command
 * @typedef {import("./choices.js").Choice} Choice
 */

/**
 * The command box: a combobox (WAI-ARIA Authoring Practices, "Combobox Pattern") that completes
 * commands and what they are about.
 * @param {object} handlers
 * @param {(line: string, label?: string) => Promise<boolean>} handlers.onAsk tells whether the bot has taken it
 */
export function createComposer({ onAsk }) {
  const form = byId("composer", HTMLFormElement);
  const box = byId("line", HTMLInputElement);
  const list = byId("choices", HTMLElement);
  /** @type {readonly Command[]} */
  let commands = [];
  /** @type {readonly Choice[]} */
  let choices = [];
  let active = -1;
  /** @type {string[]} */
  const sent = [];
  let recalled = 0;
  let looking = new AbortController();

  const draw = () => {
    list.replaceChildren(
      ...choices.map((choice, index) => drawChoice(choice, index, index === active)),
    );
    list.hidden = choices.length === 0;
    box.setAttribute("aria-expanded", String(choices.length > 0));
    if (active >= 0) box.setAttribute("aria-activedescendant", `choice-${active}`);
    else box.removeAttribute("aria-activedescendant");
    list.children[active]?.scrollIntoView({ block: "nearest" });
  };
  /**
   * @param {readonly Choice[]} next
   * @param {number} [first]
   */
  const offer = (next, first = -1) => {
    choices = next;
    active = next.length === 0 ? -1 : first;
    draw();
  };
  const look = async () => {
    looking.abort();
    looking = new AbortController();
    const { signal } = looking;
    const found = await choicesFor(box.value, commands, signal);
    if (!signal.aborted) offer(found.choices, found.first);
  };
  const close = () => {
    looking.abort();
    offer([]);
  };
  /**
   * @param {string} line
   * @param {string} [label]
   */
  const send = (line, label) => {
    if (line.trim() === "") return;
    sent.push(line);
    recalled = sent.length;
    box.value = "";
    close();
    void onAsk(line, label).then((isTaken) => {
      // What never came to the bot is still there to be sent.
      if (!isTaken && box.value === "") box.value = line;
    });
  };
  /** @param {Choice | undefined} choice */
  const choose = (choice) => {
    if (choice?.asks !== undefined) send(choice.asks.line, choice.asks.label);
    else if (choice?.fills !== undefined) fill(choice.fills);
  };
  /** @param {string} line */
  const fill = (line) => {
    box.value = line;
    box.focus();
    return look();
  };
  /** @param {number} step */
  const move = (step) => {
    // One place more than there are choices: none of them, the text as it stands.
    const places = choices.length + 1;
    active = ((active + 1 + step + places) % places) - 1;
    draw();
  };
  /** @param {number} step */
  const recall = (step) => {
    recalled = Math.min(Math.max(recalled + step, 0), sent.length);
    box.value = sent[recalled] ?? "";
  };
  /** @param {number} step */
  const go = (step) => {
    if (choices.length > 0) move(step);
    else recall(step);
  };
  /**
   * What a key does, where it does anything but type; each says whether it did.
   * @type {Record<string, () => boolean>}
   */
  const KEYS = {
    ArrowDown: () => did(() => go(1)),
    ArrowUp: () => did(() => go(-1)),
    Tab: () => choices.length > 0 && did(() => choose(choices[Math.max(active, 0)])),
    Enter: () => active >= 0 && did(() => choose(choices[active])),
    Escape: () => choices.length > 0 && did(close),
  };

  listening(box, {
    input: () => void look(),
    blur: close,
    keydown: (event) => {
      if (!(event instanceof KeyboardEvent) || event.isComposing || event.shiftKey) return;
      if (KEYS[event.key]?.() === true) event.preventDefault();
    },
  });
  // Pressing the mouse would take the focus from the box, and with it the list.
  listening(list, {
    mousedown: (event) => event.preventDefault(),
    click: ({ target }) => {
      const row = target instanceof Element ? target.closest("[role=option]") : null;
      if (row !== null) choose(choices[[...list.children].indexOf(row)]);
    },
  });
  listening(form, {
    submit: (event) => {
      event.preventDefault();
      send(box.value);
      box.focus();
    },
  });
  return {
    fill,
    focus: () => box.focus(),
    /** @param {readonly Command[]} known */
    setCommands: (known) => {
      commands = known;
    },
  };
}

/**
 * @param {Choice} choice
 * @param {number} index
 * @param {boolean} active
 */
function drawChoice({ title, detail }, index, active) {
  return element(
    "div",
    { class: "choice", role: "option", id: `choice-${index}`, "aria-selected": String(active) },
    element("span", { class: "choice-title", dir: "auto" }, title),
    element("span", { class: "choice-detail" }, detail),
  );
}

/** @param {() => void} action */
function did(action) {
  action();
  return true;
}
