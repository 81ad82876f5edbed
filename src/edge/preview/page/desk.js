import { ask, handIn } from "./client.js";
import { byId, element, icon, listening } from "./dom.js";
import { drawForm } from "./form.js";
import { framedMessage } from "./frame.js";
import { keepAnswers, keptAnswers } from "./kept-answers.js";

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
 * @property {boolean} stays a form is open in it, or was handed in, or it gave an order: it is not asked again
 * @property {Drawn | null} answer
 */

/** @typedef {{ readonly parts: readonly unknown[], readonly face: FaceName }} Drawn */

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

  const keep = () =>
    keepAnswers(
      [...entries].flatMap(({ line, label, channel: asked, at, answer }) =>
        answer === null ? [] : [{ ...{ line, label, channel: asked, at }, ...answer }],
      ),
    );
  const drawEmpty = () => {
    clear.hidden = entries.size === 0;
    desk.toggleAttribute("data-open", entries.size > 0);
    if (entries.size === 0) list.replaceChildren(welcome(commands, onStart));
  };
  /** @param {Entry} entry */
  const dismiss = (entry) => {
    entries.delete(entry);
    entry.root.remove();
    keep();
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
   * @param {Pick<import("./client.js").Answer, "parts">} answer
   * @param {FaceName} [as]
   */
  const drawAnswer = (entry, { parts }, as = face()) => {
    const [onAsk, onDismiss] = [press, () => dismiss(entry)];
    entry.answer = { parts, face: as };
    show(entry, ephemeral({ face: as, parts, at: entry.at, onAsk, onDismiss }));
    keep();
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
  /**
   * @param {Entry} entry
   * @returns whether the bot has taken it
   */
  const fill = async (entry) => {
    if (entry.stays) return true;
    entry.root.replaceChildren(echo(entry), waiting());
    try {
      const answer = await ask(entry.line, entry.channel, face());
      if ("form" in answer) openForm(entry, answer.form);
      else drawAnswer(entry, answer);
      return true;
    } catch (error) {
      const says = error instanceof Error ? error.message : String(error);
      show(entry, element("p", { class: "failure", role: "alert" }, says));
      return false;
    }
  };
  /**
   * @param {string} line
   * @param {string} [label] what the reader pressed or chose, where the line itself says less
   */
  const askHere = (line, label) => {
    const root = element("div", { class: "answer" });
    const place = { channel: channel(), at: Date.now(), root };
    const stays = false;
    /** @type {Entry} */
    const entry = { line, label: label ?? line, ...place, stays, answer: null };
    if (entries.size === 0) list.replaceChildren();
    entries.add(entry);
    list.append(root);
    drawEmpty();
    root.scrollIntoView({ block: "start" });
    return fill(entry).then((isTaken) => {
      // An order is given once, also where its answer is looked at again.
      entry.stays ||= givesOrder(line, commands);
      onAnswered();
      return isTaken;
    });
  };

  /**
   * A button holds a command without its slash; what is typed without one may be a question.
   * @param {string} line
   * @param {string} [label]
   */
  const press = async (line, label) => void (await askHere(`/${line}`, label ?? line));

  listening(clear, {
    click: () => {
      entries.clear();
      keep();
      drawEmpty();
      byId("line", HTMLInputElement).focus();
    },
  });
  for (const { line, label, channel: asked, at, parts, face: as } of keptAnswers()) {
    const root = element("div", { class: "answer" });
    /** @type {Entry} */
    const entry = { ...{ line, label, channel: asked, at, root }, stays: true, answer: null };
    entries.add(entry);
    list.append(root);
    drawAnswer(entry, { parts }, as);
  }
  listening(hide, {
    click: () => {
      desk.removeAttribute("data-open");
      byId("channel-name", HTMLElement).focus();
    },
  });
  return {
    /**
     * @param {string} line with or without its slash
     * @param {string} [label]
     * @returns whether the bot has taken it
     */
    ask: (line, label) => askHere(line, label),
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

/** Commands of readers' that change something, and of editors' that do not. */
const CHANGING = new Set(["alert", "forget", "wrong"]);
const LOOKING = new Set(["audit", "preview", "status"]);
// Reads: /digest me at:07:30, digest edition:off
const OWN_DIGEST = /^\s*\/?digest\b.*\b(?:me|mute|off)\b/i;

/**
 * Whether a line, with its slash or without, may have changed something.
 * @param {string} line
 * @param {readonly Command[]} commands
 */
function givesOrder(line, commands) {
  const word = /^\s*\/?(?<word>[a-z]+)/i.exec(line)?.groups?.word?.toLowerCase();
  const command = commands.find(({ name }) => name === word);
  if (command === undefined || LOOKING.has(command.name)) return false;
  return command.permission !== "reader" || CHANGING.has(command.name) || OWN_DIGEST.test(line);
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
