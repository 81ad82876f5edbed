import { ClientError } from "./client.js";
import { element, listening, whileBusy } from "./dom.js";

/**
 * @typedef {import("./client.js").Form} Form
 * @typedef {import("./client.js").Field} Field
 * @typedef {import("./client.js").Fault} Fault
 */

/** Each form of the page has ids of its own. */
let drawn = 0;

/** @typedef {Field & { readonly labels?: Readonly<Record<string, string>> }} LabelledField labels: of its choices */

/**
 * One field with its name, what may stand in it, and a place for what is wrong with it, all of which its input names.
 * @typedef {object} Drawn
 * @property {string} name
 * @property {HTMLElement} root
 * @property {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} input
 * @property {(text: string) => void} say an empty text: nothing is wrong
 */

/**
 * A form that stays open until the desk takes it: what is wrong is said at its field, and the first such field has the focus.
 * @param {Form} form
 * @param {object} handlers
 * @param {(values: Readonly<Record<string, string>>) => Promise<readonly Fault[]>} handlers.onHandIn none: it is taken
 * @param {() => void} handlers.onCancel
 */
export function drawForm({ title, submit, cancel: close, fields }, { onHandIn, onCancel }) {
  drawn += 1;
  const id = `form-${drawn}`;
  const rows = fields.map((field) => drawField(`${id}-${field.name}`, field));
  const failure = element("p", { class: "form-failure", role: "alert", hidden: true });
  const button = element("button", { class: "form-submit", type: "submit" }, submit);
  const cancel = element("button", { class: "form-cancel", type: "button" }, close);
  const root = element(
    "form",
    { class: "form", "aria-labelledby": `${id}-title`, novalidate: true, autocomplete: "off" },
    element("h3", { class: "form-title", id: `${id}-title` }, title),
    ...rows.map((row) => row.root),
    failure,
    element("p", { class: "form-buttons" }, button, listening(cancel, { click: onCancel })),
  );
  /** @param {string} text */
  const fail = (text) => {
    failure.textContent = text;
    failure.hidden = text === "";
  };
  const hand = async () => {
    fail("");
    try {
      const values = Object.fromEntries(rows.map(({ name, input }) => [name, input.value]));
      showFaults(rows, await onHandIn(values));
    } catch (error) {
      if (!(error instanceof ClientError)) throw error;
      fail(error.message);
    }
  };
  listening(root, {
    submit: (event) => {
      event.preventDefault();
      void whileBusy(button, hand);
    },
  });
  return { root, focus: () => rows[0]?.input.focus() };
}

/**
 * @param {readonly Drawn[]} rows
 * @param {readonly Fault[]} faults
 */
function showFaults(rows, faults) {
  for (const { name, say } of rows) {
    say(faults.find(({ field }) => field === name)?.text ?? "");
  }
  rows.find(({ name }) => faults.some(({ field }) => field === name))?.input.focus();
}

/**
 * @param {string} id
 * @param {LabelledField} field
 * @returns {Drawn}
 */
export function drawField(id, field) {
  const { name, label, hint, required } = field;
  const input = drawInput(id, field);
  const fault = element("p", { class: "form-fault", id: `${id}-fault`, hidden: true });
  const root = element(
    "div",
    { class: "form-field" },
    element("label", { for: id }, label, required ? "" : " (optional)"),
    input,
    element("p", { class: "form-hint", id: `${id}-hint` }, hint),
    fault,
  );
  /** @param {string} text */
  const say = (text) => {
    fault.textContent = text;
    fault.hidden = text === "";
    input.setAttribute("aria-describedby", `${text === "" ? "" : `${id}-fault `}${id}-hint`);
    input.setAttribute("aria-invalid", String(text !== ""));
  };
  say("");
  return { name, root, input, say };
}

/** Longer texts are written in a field of several lines. */
const LINE = 200;

/**
 * @param {string} id
 * @param {LabelledField} field
 */
function drawInput(id, { name, value, most, required, choices, labels = {} }) {
  const own = { id, name, class: "form-input", "aria-required": String(required) };
  if (choices.length > 0) {
    const options = choices.map((choice) =>
      element("option", { value: choice, selected: choice === value }, labels[choice] ?? choice),
    );
    return element("select", own, ...options);
  }
  if (most > LINE) return element("textarea", { ...own, maxlength: most, rows: 3 }, value);
  return element("input", { ...own, type: "text", maxlength: most, value });
}
