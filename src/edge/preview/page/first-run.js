import { tabHref } from "./address.js";
import { element, listening, webLink, whileBusy } from "./dom.js";
import { drawField } from "./form.js";
import { drawPlacePicker } from "./place-picker.js";
import { fetchGuides, handInTokens, postTest } from "./setup-client.js";

/**
 * @typedef {import("./setup-client.js").Guide} Guide
 * @typedef {import("./setup-client.js").Finding} Finding
 */

const STATES = {
  "not-set": "No token yet",
  waits: "Its token counts from the next start on",
  set: "Set up",
};

/**
 * The guided first run of one platform: what to do there, the tokens, and a channel to try.
 * @param {HTMLElement} root
 * @param {string} name
 */
export async function drawFirstRun(root, name) {
  const guide = (await fetchGuides()).find((one) => one.name === name);
  root.replaceChildren(
    ...(guide === undefined ? [element("p", {}, "There is no such platform.")] : drawGuide(guide)),
  );
}

/**
 * Each platform, with the way to its first run.
 * @param {readonly Guide[]} guides
 */
export function drawPlatforms(guides) {
  return element(
    "ul",
    { class: "rows", "aria-label": "Platforms" },
    ...guides.map(({ name, label, state }) =>
      element(
        "li",
        { class: "row" },
        element("h3", { class: "row-title" }, label),
        element("p", { class: "row-meta" }, STATES[state]),
        element(
          "p",
          { class: "row-actions" },
          element(
            "a",
            { class: "action", href: tabHref("setup", `platform/${name}`) },
            state === "not-set" ? `Set ${label} up` : `Change or try ${label}`,
          ),
        ),
      ),
    ),
  );
}

/** @param {Guide} guide */
function drawGuide(guide) {
  const { label, state, steps } = guide;
  const found = element("div", { class: "findings", "aria-live": "polite" });
  const trial = element("div", { class: "trial" });
  if (state !== "not-set") drawTrial(trial, guide);
  return [
    element("h2", { class: "setup-title" }, `Set ${label} up`),
    element("p", { class: "form-hint" }, STATES[state]),
    element("ol", { class: "steps" }, ...steps.map(drawStep)),
    drawTokens(guide, found, () => drawTrial(trial, guide)),
    ...[found, trial],
    element("p", {}, element("a", { href: tabHref("setup") }, "Back to Set-up")),
  ];
}

/** @param {Guide["steps"][number]} step */
function drawStep({ text, href, paste }) {
  return element(
    "li",
    {},
    element("p", {}, text),
    href === undefined ? null : element("p", {}, webLink(href, [href])),
    paste === undefined ? null : drawPaste(paste),
  );
}

/** @param {string} text */
function drawPaste(text) {
  const copy = element("button", { class: "action", type: "button" }, "Copy");
  const box = element(
    "pre",
    { class: "yaml paste-box", tabindex: 0, "aria-label": "To be pasted" },
    text,
  );
  listening(copy, {
    click: async () => {
      try {
        await navigator.clipboard.writeText(text);
        copy.textContent = "Copied";
      } catch {
        // The browser keeps the clipboard from the page: it is marked, to be copied by hand.
        getSelection()?.selectAllChildren(box);
        copy.textContent = "Marked: press Ctrl+C";
      }
    },
  });
  return element("div", {}, copy, box);
}

/**
 * @param {Guide} guide
 * @param {HTMLElement} found
 * @param {() => void} onWritten
 */
function drawTokens({ name, label, asks }, found, onWritten) {
  const rows = asks.map(({ variable, label: called, hint, required }) => {
    const field = {
      name: variable,
      label: called,
      hint,
      value: "",
      required,
      most: 200,
      choices: [],
    };
    const row = drawField(`token-${variable}`, field);
    // Nobody behind the chair reads it, and the browser keeps it nowhere.
    row.input.setAttribute("type", "password");
    row.input.setAttribute("autocomplete", "off");
    return row;
  });
  const button = element("button", { class: "form-submit", type: "submit" }, "Check and keep");
  const form = element(
    "form",
    {
      class: "token-form",
      novalidate: true,
      autocomplete: "off",
      "aria-label": `Tokens of ${label}`,
      "data-busy": true,
    },
    ...rows.map(({ root }) => root),
    element(
      "p",
      { class: "form-hint" },
      "They are checked with the platform and written into the file .env on Copydesk's own machine. They are shown and told nowhere.",
    ),
    element("p", { class: "form-buttons" }, button),
  );
  const hand = async () => {
    found.replaceChildren(element("p", {}, `Asking ${label}…`));
    try {
      const values = Object.fromEntries(rows.map((row) => [row.name, row.input.value]));
      const handed = await handInTokens(name, values);
      const faults = handed.kind === "faults" ? handed.faults : [];
      for (const row of rows) row.say(faults.find(({ option }) => option === row.name)?.text ?? "");
      found.replaceChildren();
      if (handed.kind === "faults") return;
      found.replaceChildren(...drawChecked(handed));
      if (!handed.written) return;
      for (const row of rows) row.input.value = "";
      onWritten();
    } catch (error) {
      const says = error instanceof Error ? error.message : String(error);
      found.replaceChildren(element("p", { class: "form-failure", role: "alert" }, says));
    }
  };
  return listening(form, {
    submit: (event) => {
      event.preventDefault();
      void whileBusy(button, hand);
    },
  });
}

/** @param {Extract<import("./setup-client.js").HandedIn, { kind: "checked" }>} handed */
function drawChecked({ findings, says, written, invite }) {
  return [
    drawFindings(findings),
    element("p", { class: written ? "setup-done" : "form-failure" }, says),
    ...(invite === null
      ? []
      : [element("p", {}, webLink(invite, ["Bring the bot into your server"], "setup-go"))]),
  ];
}

/** @param {readonly Finding[]} findings */
function drawFindings(findings) {
  return element(
    "ul",
    { class: "finding-list", "aria-label": "What was found" },
    ...findings.map(({ subject, ok, says }) =>
      element(
        "li",
        { "data-ok": String(ok) },
        element("span", { class: "finding-mark" }, ok ? "✓ Right: " : "✗ Missing: "),
        element("strong", {}, `${subject}: `),
        says,
      ),
    ),
  );
}

/**
 * A channel is tried only on the button: the sentence is read by everybody there.
 * @param {HTMLElement} root
 * @param {Guide} guide
 */
function drawTrial(root, { name, label }) {
  const found = element("div", { class: "findings", "aria-live": "polite" });
  const platform = { name, label, isSet: true, example: "its id", forums: false };
  const picker = drawPlacePicker(`try-${name}`, platform, "", () => found.replaceChildren());
  const button = element("button", { class: "form-submit", type: "button" }, "Post a test message");
  const tryIt = async () => {
    const address = picker.input.value.trim();
    if (address === "") return picker.say("Choose a channel first.");
    picker.say("");
    try {
      found.replaceChildren(drawFindings((await postTest(name, address)).findings));
    } catch (error) {
      picker.say(error instanceof Error ? error.message : String(error));
    }
  };
  listening(button, { click: () => void whileBusy(button, tryIt) });
  root.replaceChildren(
    element("h3", {}, "Try a channel"),
    element("p", {}, "One plain sentence is posted there: “Copydesk can post here.”"),
    element("div", { class: "token-form" }, picker.root, element("p", {}, button)),
    found,
    element(
      "p",
      {},
      "Then ",
      element("a", { href: tabHref("setup", "new") }, "make a channel"),
      ".",
    ),
  );
}
