import { ask, handIn } from "./client.js";
import { byId, element, icon, listening } from "./dom.js";
import { drawForm } from "./form.js";
import { framedMessage } from "./frame.js";

/**
 * @typedef {import("./client.js").Command} Command
 * @typedef {import("./client.js").FaceName} FaceName
 */

const EYE =
  "M2 10s3-5.500 8-5.500S18 10 18 10s-3 5.500-8 5.500S2 10 2 10zM10 7.600a2.400 2.400 0 1 0 0 4.800 2.400 2.400 0 0 0 0-4.800z";
const ASKED = "M4 4v5a3 3 0 0 0 3 3h9M12.500 8.500 16 12l-3.500 3.500";

/**
 * One question with its answer, in a place of its own.
 * @typedef {object} Entry
 * @property {string} line what is sent
 * @property {string} label what is shown of it
 * @property {string | null} channel
 * @property {number} at
 * @property {HTMLElement} root
 * @property {boolean} stays a form is open in it, or was handed in: it is not asked again
 */

/**
 * The answers, each seen by the asker alone.
 * @param {object} handlers
 * @param {() => FaceName} handlers.face
 * @param {() => string | null} handlers.channel
 * @param {(line: string) => void} handlers.onStart a reader chose a command to begin with
 * @param {() => void} handlers.onAnswered what was asked may have changed something
 */
export function createDesk({ face, channel, onStart, onAnswered }) {
  const desk = byId("desk", HTMLElement);
  const list = byId("answers", HTMLElement);
  const clear = byId("clear", HTMLButtonElement);
  const hide = byId("desk-close", HTMLButtonElement);
  /** @type {Set<Entry>} */
  const entries = new Set();
  /** @type {readonly Command[]} */
  let commands = [];

  const drawEmpty = () => {
    clear.hidden = entries.size === 0;
    desk.toggleAttribute("data-open", entries.size > 0);
    if (entries.size === 0) list.replaceChildren(welcome(commands, onStart));
  };
  /** @param {Entry} entry */
  const dismiss = (entry) => {
    entries.delete(entry);
    entry.root.remove();
    drawEmpty();
    byId("line", HTMLInputElement).focus();
  };
  /**
   * @param {Entry} entry
   * @param {HTMLElement} shown
   */
  const show = (entry, shown) => {
    entry.root.replaceChildren(echo(entry), shown);
    if ([...entries].at(-1) === entry) entry.root.scrollIntoView({ block: "start" });
  };
  /**
   * @param {Entry} entry
   * @param {import("./client.js").Answer} answer
   */
  const drawAnswer = (entry, { parts }) => {
    const [onAsk, onDismiss] = [press, () => dismiss(entry)];
    show(entry, ephemeral({ face: face(), parts, at: entry.at, onAsk, onDismiss }));
  };
  /**
   * @param {Entry} entry
   * @param {import("./client.js").Form} form
   */
  const openForm = (entry, form) => {
    entry.stays = true;
    const { root, focus } = drawForm(form, {
      onCancel: () => dismiss(entry),
      onHandIn: async (values) => {
        const taken = await handIn(form.key, values, entry.channel, face());
        if ("faults" in taken) return taken.faults;
        drawAnswer(entry, taken);
        onAnswered();
        byId("line", HTMLInputElement).focus();
        return [];
      },
    });
    show(entry, root);
    focus();
  };
  /** @param {Entry} entry */
  const fill = async (entry) => {
    if (entry.stays) return;
    entry.root.replaceChildren(echo(entry), waiting());
    try {
      const answer = await ask(entry.line, entry.channel, face());
      if ("form" in answer) openForm(entry, answer.form);
      else drawAnswer(entry, answer);
    } catch (error) {
      const says = error instanceof Error ? error.message : String(error);
      show(entry, element("p", { class: "failure", role: "alert" }, says));
    }
  };
  /**
   * @param {string} line
   * @param {string} [label] what the reader pressed or chose, where the line itself says less
   */
  const askHere = (line, label) => {
    const root = element("div", { class: "answer" });
    const place = { channel: channel(), at: Date.now(), root };
    const entry = { line, label: label ?? line, ...place, stays: false };
    if (entries.size === 0) list.replaceChildren();
    entries.add(entry);
    list.append(root);
    drawEmpty();
    root.scrollIntoView({ block: "start" });
    return fill(entry).then(onAnswered);
  };

  /**
   * A button holds a command without its slash; what is typed without one may be a question.
   * @param {string} line
   * @param {string} [label]
   */
  const press = (line, label) => askHere(`/${line}`, label ?? line);

  listening(clear, {
    click: () => {
      entries.clear();
      drawEmpty();
    },
  });
  listening(hide, { click: () => desk.removeAttribute("data-open") });
  return {
    /**
     * @param {string} line with or without its slash
     * @param {string} [label]
     */
    ask: (line, label) => void askHere(line, label),
    /**
     * What a button or a menu asks.
     * @param {string} line
     * @param {string} [label]
     */
    press,
    /** Draws every answer anew, as another platform shows it. */
    turn: () => [...entries].map(fill),
    reopen: () => desk.toggleAttribute("data-open", entries.size > 0),
    /** @param {readonly Command[]} known */
    setCommands: (known) => {
      commands = known;
      drawEmpty();
    },
  };
}

/**
 * Each platform says in its own place and words that nobody else sees it.
 * @param {object} options
 * @param {FaceName} options.face
 * @param {readonly unknown[]} options.parts
 * @param {number} options.at
 * @param {(line: string, label?: string) => void} options.onAsk
 * @param {() => void} options.onDismiss
 */
function ephemeral({ face, parts, at, onAsk, onDismiss }) {
  const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" }).format(at);
  const time = element(
    "time",
    { datetime: new Date(at).toISOString() },
    face === "discord" ? `Today at ${clock}` : clock,
  );
  const onlyYou = face === "discord" ? "Only you can see this" : "Only visible to you";
  const dismiss = listening(element("button", { class: "dismiss", type: "button" }, "Dismiss"), {
    click: onDismiss,
  });
  const note = element("p", { class: "only-you" }, icon(EYE), onlyYou, " • ", dismiss);
  const edges = face === "discord" ? { below: [note] } : { above: [note] };
  const message = framedMessage({ face, parts, time, onAsk, ...edges });
  message.classList.add("ephemeral");
  return message;
}

/** @param {Entry} entry */
function echo({ label }) {
  return element(
    "p",
    { class: "echo", dir: "auto" },
    icon(ASKED),
    "You asked ",
    element("span", { class: "asked" }, label),
  );
}

function waiting() {
  return element(
    "p",
    { class: "waiting" },
    element("span", { class: "dots", "aria-hidden": "true" }, "•••"),
    element("span", { class: "visually-hidden" }, "Copydesk is looking it up"),
  );
}

/**
 * What can be asked, for those who have not asked yet.
 * @param {readonly Command[]} commands
 * @param {(line: string) => void} onStart
 */
function welcome(commands, onStart) {
  /** @param {Command["permission"]} permission */
  const starts = (permission) =>
    element(
      "ul",
      { class: "starts" },
      ...commands
        .filter((command) => command.permission === permission)
        .map((command) => startOf(command, onStart)),
    );
  return element(
    "div",
    { class: "welcome" },
    element("p", {}, "Everything that readers can ask on Slack and Discord, you can ask here."),
    starts("reader"),
    element("h3", { class: "starts-title" }, "For editors"),
    starts("editor"),
  );
}

/**
 * @param {Command} command
 * @param {(line: string) => void} onStart
 */
function startOf({ name, description, options }, onStart) {
  const start = element(
    "button",
    { class: "start", type: "button" },
    element(
      "span",
      { class: "start-name" },
      `/${name}`,
      ...options.map((option) => element("span", { class: "start-option" }, ` ${option.name}`)),
    ),
    element("span", { class: "start-line" }, description),
  );
  return element("li", {}, listening(start, { click: () => onStart(`/${name} `) }));
}
